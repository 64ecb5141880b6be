"""The pages that the library itself prints, told by the words that only they have.

They are read like any other page, by what a person sees; this says where on them the text of the report stands, and
what the lists around it state.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

import attrs

from govdisclosure import catalog
from govdisclosure.declare import FIRST_YEAR, LAST_YEAR, MAX_COUNT
from govdisclosure.locales import texts
from govdisclosure.locales.rendering import WORDING
from govdisclosure.model import ExtraCategory, PowerCategories, PowerCategory, PowerList
from govdisclosure.numbers import parse_number
from govdisclosure.readers.lines import Layout, Line
from govdisclosure.shape import fields_of

__all__ = ["OwnPage", "Stated", "form_named", "is_name_of_a_form", "listed_title", "own_page", "without_names_of_forms"]

#: The language in which reports are printed to be read again: that of the forms.
_LANGUAGE = "zh-Hans"
#: What parts the cells of a row, and what underlines a heading.
_APART = re.compile(r"\t+| {2,}")
_UNDERLINE = re.compile(r"[=-]{2,}")
_FORM_ID = re.compile(r"\((?P<id>[a-z]{2}-[0-9]{4})\)\Z")


@attrs.frozen
class Stated:
    """A value of the list at the top, with its offsets in the text."""

    text: str
    start: int
    end: int


@attrs.frozen(kw_only=True)
class OwnPage:
    """Where the text of the report stands on a page, and what is stated around it."""

    layout: Layout
    #: The line at which an appendix begins, with what is said about the report; 0 where that stands at the top.
    appendix: int
    form: str
    year: int
    stated: dict[str, Stated]
    powers: PowerList | None

    def around(self, lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """The lines that say when it was published, and those on the site that did."""
        if self.appendix:
            listed = takewhile(lambda line: len(list(_cells(line))) > 1, lines[self.appendix + 1 :])
            return tuple(listed), tuple(lines[_end(lines, self.appendix) :])
        body = self.layout.body
        return tuple(lines[1 : body.start]), tuple(lines[body.stop :])


def own_page(lines: Sequence[Line], form: str | None) -> OwnPage | None:
    """The parts of a page that the library has printed, which names its ``form``; ``None`` for every other page.

    The list about the report stands at the top, over everything, or at the head of an appendix behind the signature.
    """
    if form is None:
        return None
    headings = {line.text: number for number, line in enumerate(lines)}  # menus name them before they come
    text = headings.get(_word("narrative"))
    begin, stated = _list_about(lines)
    appended = begin > 0 and (text is None or text < begin)
    year = parse_number(stated["year"].text) if "year" in stated else None
    if not isinstance(year, int) or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return OwnPage(
        layout=_signed_layout(lines, begin, stated) if appended else _layout(lines, text),
        appendix=begin if appended else 0,
        form=form,
        year=year,
        stated=stated,
        powers=_powers(lines, headings.get(_word("powers"))),
    )


def _list_about(lines: Sequence[Line]) -> tuple[int, dict[str, Stated]]:
    """The list about the report, and the line that heads it: the last one under such a line, else that at the top."""
    for number in range(len(lines) - 1, 0, -1):
        if lines[number].text == _word("about") and "form" in (stated := _stated(lines[number : number + _TOP])):
            return number, stated
    return 0, _stated(lines[:_TOP])


def _stated(lines: Sequence[Line]) -> dict[str, Stated]:
    """What the list about the report says, by what it is."""
    named = {_word(key): key for key in ("publisher", "author", "year", "period", "form", "issued", "published")}
    stated: dict[str, Stated] = {}
    for line in lines:
        if (name := _APART.split(line.text, 1)[0]) in named:
            cells = list(_cells(line))
            if len(cells) == 2:  # noqa: PLR2004 - a name and its value
                stated.setdefault(named[name], cells[1])
    return stated


def _layout(lines: Sequence[Line], text: int | None) -> Layout:
    """A page whose text stands under a heading of its own."""
    begin = (len(lines) - 1 if text is None else text) + 1
    body = range(begin, _end(lines, begin))
    if begin < len(lines) and _UNDERLINE.fullmatch(lines[begin].text):
        body = range(begin + 1, body.stop)
    return Layout(title=0, title_lines=1, body=body, signature=())


def _signed_layout(lines: Sequence[Line], appendix: int, stated: dict[str, Stated]) -> Layout:
    """A page whose text follows the title, signed with what the list behind it says."""
    end = appendix
    body = stated.get("author") or stated.get("publisher")
    for signed in (stated.get("issued"), body):
        if signed and end > 1 and lines[end - 1].text == signed.text:
            end -= 1
    return Layout(title=0, title_lines=1, body=range(1, end), signature=tuple(range(end, appendix)))


#: So many lines may hold the list at the top.
_TOP = 40


@cache
def _word(key: str) -> str:
    return texts(_LANGUAGE).message(f"render:{key}", WORDING[key])


def _cells(line: Line) -> Iterator[Stated]:
    at = 0
    for part in [*_APART.finditer(line.text), None]:
        end = part.start() if part else len(line.text)
        yield Stated(line.text[at:end], line.start + at, line.start + end)
        at = part.end() if part else end


def _end(lines: Sequence[Line], begin: int) -> int:
    """Where the text ends: at the facts of the site, or at the note on the source, or at the lists that follow it.

    Where the findings come after the text, so do the lists made from it, each under its heading.
    """
    end = len(lines)
    made = _word("made-from").partition("{")[0]
    for number in range(begin, len(lines)):
        text = lines[number].text
        if text == _word("host-facts") or (made and text.startswith(made)):
            end = number
            break
    texts_of = [line.text for line in lines[begin:end]]
    if _word("findings") in texts_of:
        for key in _BEHIND:
            if _word(key) in texts_of:
                del texts_of[len(texts_of) - 1 - texts_of[::-1].index(_word(key)) :]
    return begin + len(texts_of)


#: What may follow the text, the last first.
_BEHIND = ("findings", "services", "channels", "figures", "powers", "tables")


def _powers(lines: Sequence[Line], heading: int | None) -> PowerList | None:
    """The power list that stands under its heading: a row for each category, and for the total."""
    if heading is None:
        return None
    labels = {texts(_LANGUAGE).code(PowerCategory.of(f.name)): f.name for f in fields_of(PowerCategories)}
    counts: dict[str, int] = {}
    extra: list[ExtraCategory] = []
    total: int | None = None
    for line in lines[heading + 1 :]:
        cells = list(_cells(line))
        count = parse_number(cells[1].text) if len(cells) == 2 else None  # noqa: PLR2004 - a label and its count
        if not isinstance(count, int) or count > MAX_COUNT:
            if counts or extra or total is not None or not _is_head(cells):
                break
        elif cells[0].text == _word("total"):
            total = count
        elif cells[0].text in labels:
            counts[labels[cells[0].text]] = count
        else:
            extra.append(ExtraCategory(label=cells[0].text, count=count))
    return PowerList(total=total, categories=PowerCategories(**counts), extra=tuple(extra))


def _is_head(cells: list[Stated]) -> bool:
    return [cell.text for cell in cells] == [_word("category"), _word("number")] or bool(
        len(cells) == 1 and _UNDERLINE.fullmatch(cells[0].text)
    )


def listed_title(lines: Sequence[Line]) -> Stated | None:
    """The title where the list about the report has a line for it, as one that is filled in by hand has.

    Empty where nothing was entered, ``None`` without such a line. A title that looks like one is a line of its own.
    """
    words = {_word(key) for key in ("publisher", "author", "year", "period", "form", "issued", "published")}
    for number, line in enumerate(lines[:_TOP]):
        name, *values = _cells(line)
        if name.text != _word("title"):
            continue
        following = lines[number + 1 : number + 2]
        if not values and following and next(_cells(following[0])).text not in words:
            return Stated(following[0].text, following[0].start, following[0].end)
        return values[0] if values else Stated("", line.end, line.end)
    return None


def form_named(lines: Sequence[Line]) -> str | None:
    """The form that a page of the library names: in the list about the report, else on a line of its own.

    Where such a page states no year, no other words may stand for one.
    """
    _, stated = _list_about(lines)
    listed = _FORM_ID.search(stated["form"].text) if "form" in stated else None
    if listed and listed["id"] in catalog.FORMS:
        return listed["id"]
    ids = {f"{vintage.title} ({vintage.id})": vintage.id for vintage in catalog.FORMS.values()}
    return next((ids[line.text] for line in lines if line.text in ids), None)


def is_name_of_a_form(line: Line) -> bool:
    """Whether a line is the name of a form, with or without its id: the title of no report."""
    return any(line.plain in (title, f"{title} ({form})") for form, title in _names_of_forms().items())


def without_names_of_forms(text: str) -> str:
    """A text without the names of forms: they tell in which years a form is used, not of which year a report is."""
    for title in _names_of_forms().values():
        text = text.replace(title, "")
    return text


@cache
def _names_of_forms() -> dict[str, str]:
    return {vintage.id: vintage.title for vintage in catalog.FORMS.values()}
