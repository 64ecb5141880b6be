"""What a kind of variation is."""

from collections.abc import Callable
from random import Random

import attrs
from tests.layouts.page import Page

__all__ = ["ALL_FORMS", "EVERYWHERE", "Kind"]

EVERYWHERE = frozenset({"html", "text", "pdf", "docx", "xlsx"})
ALL_FORMS = frozenset({"cn-2014", "cn-2019", "cn-2021"})


@attrs.frozen
class Kind:
    """A way in which documents differ from the plain one.

    A document has at most one kind of each ``slot``. ``blanks`` says that it leaves cells empty, which nobody
    could put back in columns where a copy has lost them; ``traceless`` that it is such a copy.
    """

    name: str
    slot: str
    apply: Callable[[Page, Random], None]
    media: frozenset[str] = EVERYWHERE
    forms: frozenset[str] = ALL_FORMS
    blanks: bool = False
    traceless: bool = False
