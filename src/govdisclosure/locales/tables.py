"""The words of statutory tables in a locale: headers, cells, rules."""

from collections.abc import Sequence

from govdisclosure import catalog
from govdisclosure.declare import ImpossibleFor, Linear, Stated
from govdisclosure.form import CellForm, Form, Header
from govdisclosure.locales.texts import Texts

__all__ = ["cell_label", "header_text", "rule_of", "rule_title", "rules_of", "table_title", "where"]


def header_text(header: Header, texts: Texts) -> str:
    """A printed header."""
    return texts.label(header.context, header.text)


def cell_label(cell: CellForm, texts: Texts) -> str:
    """A cell by its headers from the outside in: ``一、本年新收… / 自然人``."""
    return " / ".join(header_text(header, texts) for header in cell.headers)


def table_title(form: Form, path: str, texts: Texts) -> str:
    """The title of the table that a path names; the path itself where there is none."""
    table = next((table for table in form.tables if table.path == path), None)
    return texts.label(table.context, table.mark.title) if table else path


def rule_title(rule: Linear | Stated | ImpossibleFor, texts: Texts) -> str:
    """What a rule says."""
    return texts.label(f"rule:{rule.code}", rule.title)


def rule_of(code: str, form_id: str | None = None) -> Linear | Stated | ImpossibleFor | None:
    """The rule that a form declares under a code; the first form's if none is named."""
    form = catalog.tables(form_id) if form_id else None
    rules = rules_of(code)
    return form.rules.get(code) if form else rules[0] if rules else None


def rules_of(code: str) -> list[Linear | Stated | ImpossibleFor]:
    """The rules that forms declare under a code, in the order of the forms."""
    forms = (catalog.tables(form_id) for form_id in catalog.FORMS)
    return [form.rules[code] for form in forms if form and code in form.rules]


def where(form: Form, table: str, paths: Sequence[str], texts: Texts) -> str:
    """What cells have in common: their table and the innermost header that stands over all of them.

    The cell itself where there is one, or where nothing is common.
    """
    cells = [cell for path in paths for cell in _cells(form, path)]
    if not cells:
        return table_title(form, table, texts)
    title = table_title(form, table or form.table_of[cells[0].path].path, texts)
    if len(cells) == 1:
        return f"{title} · {cell_label(cells[0], texts)}"
    chains = [(cell.rows, cell.columns) for cell in cells]
    shared = [_common([chain[axis] for chain in chains]) for axis in (0, 1)]
    names = [header_text(chain[-1], texts) for chain in shared if chain]
    return f"{title} · {' / '.join(names)}" if names else f"{title} · {cell_label(cells[0], texts)}"


def _cells(form: Form, path: str) -> list[CellForm]:
    """The cell that a path names, or the cells of the row that it names."""
    cell = form.cell(path)
    return [cell] if cell else [cell for name, cell in form.cells.items() if name.startswith(f"{path}.")]


def _common(chains: list[tuple[Header, ...]]) -> tuple[Header, ...]:
    """The headers with which all chains begin."""
    first = chains[0]
    length = 0
    while length < len(first) and all(chain[length : length + 1] == first[length : length + 1] for chain in chains):
        length += 1
    return first[:length]
