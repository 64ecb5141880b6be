"""How an object shows itself where it is displayed: in a notebook (Jupyter), or on a terminal by rich.

Reports and findings know nothing of renderers; what shows them is loaded when it is asked for.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Any

__all__ = ["Displayed"]


class Displayed:
    """Gives a class what notebooks and rich look for."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """A piece of HTML for notebooks: no script, no link, no id; its style is for itself alone."""
        made: str = import_module("govdisclosure.notebook").fragment(self)
        return made

    def __rich_console__(self, console: Any, options: Any) -> Iterable[Any]:
        """What rich prints."""
        made: Iterable[Any] = import_module("govdisclosure.terminal").rendered(self)
        return made
