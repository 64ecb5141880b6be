"""Made documents by number: the same seed gives the same bytes, on every machine."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

import attrs
from tests.layouts.copies import page_text
from tests.layouts.docx import page_docx
from tests.layouts.drafts import draft, truth_of
from tests.layouts.encodings import encoded
from tests.layouts.html import page_html
from tests.layouts.kinds import chosen_kinds, named
from tests.layouts.page import Page
from tests.layouts.pdf import page_pdf
from tests.layouts.truth import Truth
from tests.layouts.xlsx import page_xlsx

__all__ = ["MEDIA", "Document", "document", "documents", "varied"]

#: How often each form is drawn: the two forms of the current Regulations make nine tenths.
_FORMS = ("cn-2021",) * 5 + ("cn-2019",) * 4 + ("cn-2014",)


@attrs.frozen(kw_only=True)
class Document:
    """A made document: its bytes, which kinds of variation it shows, and what it prints."""

    name: str
    data: bytes
    medium: str
    kinds: tuple[str, ...]
    truth: Truth


def _html(page: Page) -> bytes:
    return encoded(page, page_html(page))


def _text(page: Page) -> bytes:
    return encoded(page, page_text(page))


#: How a page is written in each medium.
MEDIA: dict[str, Callable[[Page], bytes]] = {
    "html": _html,
    "text": _text,
    "pdf": page_pdf,
    "docx": page_docx,
    "xlsx": page_xlsx,
}


def documents(medium: str, count: int, seed: int = 0) -> Iterator[Document]:
    """Documents of a medium (``html``, ``text``, ``pdf``, ``docx`` or ``xlsx``), each with one to six kinds."""
    return (document(medium, index, seed) for index in range(count))


def document(
    medium: str, index: int, seed: int = 0, kinds: Sequence[str] | None = None, form_id: str | None = None
) -> Document:
    """One document by its number; ``kinds`` and ``form_id`` replace those that the number would draw."""
    page, names = varied(medium, index, seed, kinds, form_id)
    return Document(
        name=f"{medium}-{index:06}-{'+'.join(names) or 'plain'}",
        data=MEDIA[medium](page),
        medium=medium,
        kinds=names,
        truth=truth_of(page),
    )


def varied(
    medium: str, index: int, seed: int = 0, kinds: Sequence[str] | None = None, form_id: str | None = None
) -> tuple[Page, tuple[str, ...]]:
    """The page of a document before it is written, and the kinds that it shows."""
    base = Random(f"{seed}-{medium}-{index}")  # noqa: S311 - not for secrets
    drawn_form = base.choice(_FORMS)
    page = draft(form_id or drawn_form, base)
    drawn = chosen_kinds(medium, page.form.id, base) if kinds is None else named(kinds)
    for kind in drawn:
        kind.apply(page, Random(f"{seed}-{medium}-{index}-{kind.name}"))  # noqa: S311 - not for secrets
    return page, tuple(kind.name for kind in drawn)
