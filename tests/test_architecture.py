"""How the house is built: who may import whom, how large things grow, what importing costs."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest
from tests.tools import ROOT

SOURCE = ROOT / "src" / "govdisclosure"

#: From the ground up. A module imports from lower floors and from its own room, nothing else; what stands on one
#: floor does not know of each other. "" is the facade.
FLOORS = (
    ("errors", "numbers", "codelist", "limits", "finding_codes", "displayed"),
    ("declare", "template_errors"),
    ("place", "shape", "cell"),
    ("finding", "model"),
    ("vintage", "form"),
    ("forms",),
    ("catalog",),
    ("codec",),
    ("json_schema", "locales", "paths", "files"),
    ("tabular", "grid", "form_description", "spreadsheet", "own_catalogs"),
    ("checks", "renderers", "readers", "workbook"),
    ("viewer", "aggregate", "comparison"),
    ("notebook",),
    ("terminal",),
    ("",),
    ("cli",),
    ("__main__",),
)
#: (module, what it imports): why it may.
ALLOWED_IMPORTS: dict[tuple[str, str], str] = {}
#: (module, what it imports inside a function): why.
IMPORTS_IN_FUNCTIONS: dict[tuple[str, str], str] = {
    ("__init__.py", "importlib"): "the one lazy import: each public name is loaded when it is first used",
}
#: Modules outside the forms and the catalog that name a form: why.
FORM_IDS = {"cli/schema.py": "the example in a help text"}
#: Files of more than LINES lines: why.
LONG_FILES: dict[str, str] = {}
LINES = 400
#: Functions of more than STATEMENT_LINES lines: why.
LONG_FUNCTIONS: dict[tuple[str, str], str] = {}
STATEMENT_LINES = 50

FILES = sorted(SOURCE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in FILES}
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
DEFINITION = FUNCTION | ast.ClassDef


def module_name(path: Path) -> str:
    """``checks.times`` for checks/times.py, ``checks`` for checks/__init__.py, ``""`` for the facade."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


MODULES = {module_name(path): path for path in FILES}


def room(module: str) -> str:
    return module.partition(".")[0]


def relative(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def imported(node: ast.AST) -> Iterator[str]:
    """The modules of the package that an import names."""
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        inner = [f"{node.module}.{alias.name}" for alias in node.names]
        names = [n if n.removeprefix("govdisclosure.") in MODULES else str(node.module) for n in inner]
    else:
        return
    for name in names:
        if name == "govdisclosure" or name.startswith("govdisclosure."):
            yield name.removeprefix("govdisclosure").lstrip(".")


def imports(path: Path) -> set[str]:
    return {name for node in ast.walk(TREES[path]) for name in imported(node)} - {module_name(path)}


def definitions(path: Path) -> Iterator[tuple[str, DEFINITION]]:
    """Every function and class, with its dotted name."""

    def below(node: ast.AST, prefix: str) -> Iterator[tuple[str, DEFINITION]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, DEFINITION):
                yield prefix + child.name, child
                yield from below(child, f"{prefix}{child.name}.")
            else:
                yield from below(child, prefix)

    return below(TREES[path], "")


def test_every_room_has_a_floor() -> None:
    floors = [name for floor in FLOORS for name in floor]
    assert len(floors) == len(set(floors))
    assert {room(module) for module in MODULES} == set(floors)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_downwards(module: str) -> None:
    level = {name: number for number, floor in enumerate(FLOORS) for name in floor}
    wrong = [
        target
        for target in sorted(imports(MODULES[module]))
        if room(target) != room(module)
        and level[room(target)] >= level[room(module)]
        and (module, target) not in ALLOWED_IMPORTS
    ]
    assert not wrong, f"{module or 'govdisclosure'} imports {wrong} from its own floor or above"


def test_no_import_cycle() -> None:
    TopologicalSorter({module: imports(path) for module, path in MODULES.items()}).prepare()


def test_the_forms_are_known_to_the_catalog_alone() -> None:
    users = {m for m, path in MODULES.items() if room(m) != "forms" and any(room(t) == "forms" for t in imports(path))}
    assert users == {"catalog"}


def test_no_form_id_outside_the_declarations() -> None:
    form_id = re.compile(r"\b[a-z]{2}-(?:19|20)\d\d\b")
    found = set()
    for path in FILES:
        if room(module_name(path)) not in ("forms", "catalog"):
            texts = [n.value for n in ast.walk(TREES[path]) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            found |= {relative(path) for text in texts if form_id.search(text)}
    assert found == set(FORM_IDS)


def test_no_path_of_a_form_outside_the_declarations() -> None:
    """Every tool walks the declaration; two steps of a path in a text would be knowledge of one form."""
    from govdisclosure import catalog

    forms = [form for name in catalog.FORMS if (form := catalog.tables(name))]
    steps = {tuple(path.split(".")[1:]) for form in forms for path in form.cells}
    pairs = {f"{one}.{two}" for path in steps for one, two in pairwise(path)}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(pairs)))})\b")
    found = set()
    for path in FILES:
        if room(module_name(path)) != "forms":
            texts = [n.value for n in ast.walk(TREES[path]) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            found |= {(relative(path), text) for text in texts if pattern.search(text)}
    assert not found


def test_no_import_inside_a_function() -> None:
    found = {
        (relative(path), str(getattr(node, "module", None) or node.names[0].name))
        for path in FILES
        for _, definition in definitions(path)
        if isinstance(definition, FUNCTION)
        for node in ast.walk(definition)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert found == set(IMPORTS_IN_FUNCTIONS)


def test_fields_are_read_in_one_place() -> None:
    users = {
        relative(path)
        for path in FILES
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Attribute) and node.attr in ("fields", "__attrs_attrs__")
        if isinstance(node.value, ast.Name) and node.value.id in ("attrs", "attr")
    }
    assert users == {"shape.py"}


#: Modules that start another program: why.
STARTS_A_PROGRAM = {"readers/pdf/process.py": "a PDF is read in a process that can be stopped at its time limit"}


def test_nothing_reaches_for_a_network() -> None:
    forbidden = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "asyncio", "subprocess"}
    for path in FILES:
        network = forbidden - ({"subprocess"} if relative(path) in STARTS_A_PROGRAM else set())
        for node in ast.walk(TREES[path]):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert not {n for name in names for n in (name, name.split(".")[0])} & network, relative(path)


def test_no_room_without_an_idea() -> None:
    assert not {path.stem for path in FILES} & {"utils", "util", "helpers", "common", "misc"}


# --- size and finish


def test_files_stay_short() -> None:
    long = {relative(path) for path in FILES if len(path.read_text("utf-8").splitlines()) > LINES}
    assert long == set(LONG_FILES)


def test_functions_stay_short() -> None:
    long = {
        (relative(path), name): (node.end_lineno or 0) - node.lineno + 1
        for path in FILES
        for name, node in definitions(path)
        if isinstance(node, FUNCTION) and (node.end_lineno or 0) - node.lineno >= STATEMENT_LINES
    }
    assert set(long) == set(LONG_FUNCTIONS), long


def test_every_public_module_says_what_is_public() -> None:
    without = [
        relative(path)
        for path in FILES
        if path.name != "__main__.py"
        and not any(
            isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets)
            for node in TREES[path].body
        )
        # Commands are declared by name in cli.COMMANDS; packages of declarations hold nothing themselves.
        and not (room(module_name(path)) == "cli" and defines(path, "HELP"))
        and any(isinstance(node, DEFINITION | ast.Assign | ast.AnnAssign) for node in TREES[path].body)
    ]
    assert not without


def defines(path: Path, name: str) -> bool:
    return any(
        isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets)
        for node in TREES[path].body
    )


def test_everything_public_is_described() -> None:
    without = [
        f"{relative(path)}: {name}"
        for path in FILES
        for name, node in definitions(path)
        if not any(part.startswith("_") for part in name.split(".")) and public(path, name)
        if not ast.get_docstring(node) and not is_overload(node)
    ]
    without += [relative(path) for path in FILES if not ast.get_docstring(TREES[path])]
    assert not without


def is_overload(node: DEFINITION) -> bool:
    """What typing.overload declares is described by the function that follows."""
    return any(isinstance(d, ast.Name) and d.id == "overload" for d in node.decorator_list)


def public(path: Path, name: str) -> bool:
    """Whether a function or class stands at the top of a module or in a class there (not inside a function)."""
    *outer, _ = name.split(".")
    classes = {n for n, node in definitions(path) if isinstance(node, ast.ClassDef)}
    return all(".".join(outer[: i + 1]) in classes for i in range(len(outer)))


# --- what importing costs


def loaded(statement: str) -> set[str]:
    """The modules of other packages that are there after a statement in a new interpreter."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in ran.stdout.split()}


def test_importing_the_package_loads_nothing() -> None:
    assert not loaded("import govdisclosure") & {"attr", "attrs", "babel", "cattrs", "jsonschema", "json"}


def test_the_report_loads_the_model_alone() -> None:
    assert not loaded("from govdisclosure import Report") & {"babel", "cattrs", "jsonschema"}


def test_reading_json_loads_neither_locales_nor_the_schema() -> None:
    assert not loaded("from govdisclosure import loads") & {"babel", "jsonschema"}


def test_no_module_has_the_name_of_a_public_function() -> None:
    """Importing such a module would put it in the place of the function."""
    import govdisclosure

    assert not set(govdisclosure.__all__) & {room(name) for name in MODULES}


def test_the_facade_gives_what_it_promises() -> None:
    import govdisclosure

    for name in govdisclosure.__all__:
        assert getattr(govdisclosure, name) is not None
    assert dir(govdisclosure) == sorted(govdisclosure.__all__)
    with pytest.raises(AttributeError):
        _ = govdisclosure.nothing_of_that_name
