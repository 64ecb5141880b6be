"""The one environment in which templates run: sandboxed, every value escaped, nothing undefined, nothing endless."""

import os
import traceback
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

import attrs
from jinja2 import (
    BaseLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
    nodes,
)
from jinja2.environment import Environment as AnyEnvironment
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context
from markupsafe import Markup

from govdisclosure.errors import GovDisclosureError, UnreadableInput
from govdisclosure.files import read_bytes
from govdisclosure.limits import DEFAULT_LIMITS, Limits
from govdisclosure.renderers.templates.allowed import FILTERS, GLOBALS, calculated, may_use, words_of
from govdisclosure.renderers.templates.budget import Budget, counted
from govdisclosure.renderers.templates.lint import Refused, looked_through
from govdisclosure.renderers.templates.printing import BLOCKS, Printing
from govdisclosure.template_errors import BrokenTemplate

__all__ = ["Environment", "Printing", "Source", "printed"]

#: The name of a template that is given as text.
_TEXT = "<text>"


@attrs.frozen
class Source:
    """A template: a file with the folder that it may take others from, or a text without one."""

    main: str
    folder: Path | None
    words: str = ""

    @classmethod
    def at(cls, path: str | os.PathLike[str]) -> "Source":
        """The template in a file."""
        return cls(Path(path).name, Path(path).parent)

    @classmethod
    def of(cls, text: str) -> "Source":
        """The template in a text."""
        return cls(_TEXT, None, text)

    def shown(self, name: str) -> str:
        """A template as errors name it."""
        return str(self.folder / name) if self.folder else name

    def read(self, name: str, limits: Limits) -> str:
        """The text of a template of this folder."""
        if self.folder is None:
            if name != self.main:
                raise Refused("no-folder", {"template": name})
            return self.words
        path = self.folder / name
        if not path.resolve().is_relative_to(self.folder.resolve()) and name != self.main:
            raise Refused("outside", {"template": name})
        data = read_bytes(path, limit="template_bytes", bound=limits.template_bytes)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BrokenTemplate("encoding", self.shown(name), None, {"offset": str(error.start)}) from None


class _Loader(BaseLoader):
    """Loads templates of one source; the code of each is kept, as many reports may go through it."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.limits = source, limits

    def load(
        self,
        environment: AnyEnvironment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        try:
            words = self.source.read(name, self.limits)
        except UnreadableInput as error:
            if name == self.source.main:
                raise
            raise TemplateNotFound(name) from error
        return environment.template_class.from_code(
            environment, _compiled(words, name, self.source.shown(name)), globals or {}
        )


class Environment(ImmutableSandboxedEnvironment):
    """For one page of one report."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(
        self, loader: BaseLoader | None = None, printing: Printing | None = None, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_finished,
            keep_trailing_newline=True,
            # The code is kept for other reports and locales: nothing of it may be worked out beforehand.
            optimized=False,
            auto_reload=False,
            loader=loader,
        )
        self.filters = dict(FILTERS)
        self.globals = dict(GLOBALS)
        self.tests |= {name: _is(kind) for name, kind in BLOCKS.items()}
        self.printing = printing
        self.budget = Budget(limits)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        looked_through(parsed)
        return counted(parsed)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use an attribute."""
        return super().is_safe_attribute(obj, attr, value) and may_use(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ARG002
        """``format`` of a text is not among what templates may use."""
        return None

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a list or mapping, or a stretch of a text."""
        if isinstance(obj, Markup):
            raise Refused("finished")
        return super().getitem(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        """Arithmetic."""
        return calculated(operator, left, right, self.binop_table[operator])


@pass_context
def _finished(context: Context, value: Any) -> str:
    """What is printed of a value; Jinja escapes it unless it is finished markup."""
    if isinstance(value, Undefined):
        return str(value)  # raises, and says the name
    words = words_of(value)
    environment = context.environment
    assert isinstance(environment, Environment)  # noqa: S101 - for the type checker
    environment.budget.print(len(words))
    return words


def _is(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind)


#: Compiles and runs nothing.
_COMPILER = Environment()


@lru_cache(maxsize=64)
def _compiled(words: str, name: str, shown: str) -> CodeType:
    try:
        return _COMPILER.compile(words, name, shown)
    except Refused as wrong:
        raise BrokenTemplate(wrong.code, shown, wrong.line, wrong.params) from None
    except TemplateSyntaxError as error:
        raise BrokenTemplate("syntax", shown, error.lineno, {"detail": error.message or ""}) from None
    except RecursionError:
        raise BrokenTemplate("recursion", shown, None) from None


def printed(source: Source, printing: Printing, limits: Limits) -> str:
    """The page."""
    environment = Environment(_Loader(source, limits), printing, limits)
    try:
        template = environment.get_template(source.main)
        context = template.new_context(printing.variables)
        return "".join(template.root_render_func(context))
    except GovDisclosureError:
        raise
    except Refused as wrong:
        raise _told(wrong, source, wrong.code, wrong.params) from None
    except TemplateNotFound as error:
        raise _told(error, source, "missing", {"template": str(error.name)}) from None
    except (UndefinedError, SecurityError) as error:
        raise _told(error, source, "undefined", {"detail": str(error)}) from None
    except RecursionError as error:
        raise _told(error, source, "recursion", {}) from None
    # Whatever a template does: its author is told where, and sees no inside of Jinja.
    except Exception as error:  # noqa: BLE001
        raise _told(error, source, "failed", {"detail": f"{type(error).__name__}: {error}"}) from None


def _told(error: Exception, source: Source, code: str, params: dict[str, str]) -> BrokenTemplate:
    """An error with the innermost template and line that it came from."""
    name, line = source.main, None
    for frame, number in traceback.walk_tb(error.__traceback__):
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            name, line = template.name or name, template.get_corresponding_lineno(number)
    return BrokenTemplate(code, source.shown(name), line, params)
