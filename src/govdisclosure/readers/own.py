"""The pages that the library itself prints, told by the words that only they have.

They are read like any other page, by what a person sees; this says where on them the text of the report stands, and
what the lists around it state.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import takewhile

import attrs

from govdisclosure import catalog
from govdisclosure.declare import FIRST_YEAR, LAST_YEAR, MAX_COUNT
from govdisclosure.finding import Finding, Side, Verdict, finding
from govdisclosure.locales import texts
from govdisclosure.locales.rendering import WORDING
from govdisclosure.model import ExtraCategory, Period, PowerCategories, PowerCategory, PowerList
from govdisclosure.numbers import parse_date, parse_number, to_ascii
from govdisclosure.place import Place, SourcePlace
from govdisclosure.readers.layout import Layout
from govdisclosure.readers.lines import Line
from govdisclosure.readers.observed import Observed
from govdisclosure.shape import fields_of

__all__ = ["OwnPage", "Stated", "entries_of", "form_named", "is_name_of_a_form", "own_page", "without_names_of_forms"]

#: The language in which reports are printed to be read again: that of the forms.
_LANGUAGE = "zh-Hans"
#: What parts the cells of a row, and what underlines a heading.
_APART = re.compile(r"\t+| {2,}")
_UNDERLINE = re.compile(r"[=-]{2,}")
#: The year as an entry, and what parts the days of a period.
_YEAR = re.compile(r"(?P<year>[0-9]{4})\s?(?:年度?)?")
_BETWEEN = re.compile(r"[至到—–～~/-]+")
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
    #: The line that is the title where the list does not say it.
    titled: int
    form: str
    year: int
    stated: dict[str, Stated]
    powers: PowerList | None

    @property
    def period(self) -> Period | None:
        """The period that the list states, if it can be read."""
        return _period(self.stated["period"].text) if "period" in self.stated else None

    @property
    def issued(self) -> date | None:
        """The date that the list states, if it can be read."""
        return parse_date(self.stated["issued"].text) if "issued" in self.stated else None

    @property
    def unread(self) -> Iterator[Finding]:
        """What the list states of these and what cannot be read."""
        for key, value in (("period", self.period), ("issued", self.issued)):
            if key in self.stated and value is None:
                said = self.stated[key]
                place = Place(quote=said.text, source=SourcePlace(start=said.start, end=said.end))
                side = Side(paths=(key,), value=said.text, places=(place,))
                params = {"label": _word(key), "text": said.text}
                yield finding("entry-unreadable", side, verdict=Verdict.NOTED, params=params)

    def around(self, lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """The lines that say when it was published, and those on the site that did."""
        if self.appendix:
            listed = takewhile(lambda line: len(list(_cells(line))) > 1, lines[self.appendix + 1 :])
            return tuple(listed), tuple(lines[_end(lines, self.appendix) :])
        body = self.layout.body
        return tuple(lines[1 : body.start]), tuple(lines[body.stop :])


def own_page(lines: Sequence[Line], form: str | None, entries: Mapping[int, Stated]) -> OwnPage | None:
    """The parts of a page that the library has printed, which names its ``form``; ``None`` for every other page.

    The list about the report stands at the top, over everything, or at the head of an appendix behind the signature.
    ``entries`` are what its cells hold.
    """
    if form is None:
        return None
    headings = {line.text: number for number, line in enumerate(lines)}  # menus name them before they come
    text = headings.get(_word("narrative"))
    begin, stated = _list_about(lines, entries)
    appended = begin > 0 and (text is None or text < begin)
    match = _YEAR.fullmatch(to_ascii(stated["year"].text)) if "year" in stated else None
    year = int(match["year"]) if match else 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return OwnPage(
        layout=_signed_layout(lines, begin, stated) if appended else _layout(lines, text),
        appendix=begin if appended else 0,
        titled=_line_over(lines, 0 if appended else begin or _first_named(lines)),
        form=form,
        year=year,
        stated=stated,
        powers=_powers(lines, headings.get(_word("powers"))),
    )


def entries_of(observed: Observed) -> dict[int, Stated]:
    """What stands beside a name of the list about the report, in the cells of tables, by where the name begins.

    A cell may be broken over lines, and may begin with blanks; text where nothing was entered is empty.
    """
    entries: dict[int, Stated] = {}
    for grid in observed.grids:
        rows: dict[int, list[Stated]] = {}
        for cell in grid.cells:
            if not cell.hidden:
                rows.setdefault(cell.row, []).append(_entry(observed.text, cell.start, cell.end))
        for name, *values in rows.values():
            filled = [value for value in values if value.text]
            if name.text in _named() and len(filled) <= 1:
                entries[name.start] = filled[0] if filled else Stated("", name.end, name.end)
    return entries


def _entry(text: str, start: int, end: int) -> Stated:
    """The words of a cell; its lines are put together as Chinese is, between Latin words with a space."""
    raw = text[start:end]
    begin = start + len(raw) - len(raw.lstrip())
    parts = [part.strip() for part in raw.splitlines() if part.strip()]
    words = "".join(
        f"{part} " if part[-1].isascii() and following[:1].isascii() and following else part
        for part, following in zip(parts, [*parts[1:], ""], strict=False)
    )
    return _bare(Stated(words, begin, begin + len(raw.strip())))


def _list_about(lines: Sequence[Line], entries: Mapping[int, Stated]) -> tuple[int, dict[str, Stated]]:
    """The list about the report, and the line that heads it: the last one under such a line, else that at the top."""
    for number in range(len(lines) - 1, 0, -1):
        if lines[number].text == _word("about"):
            stated = _stated(lines[number : number + _TOP], entries)
            if "form" in stated:
                return number, stated
    first = _first_named(lines)
    return 0, _stated(lines[first : first + _TOP], entries)


def _first_named(lines: Sequence[Line]) -> int:
    """The line at which the list at the top begins, with the form in it; the page of a site may stand before it."""
    last = next((i for i, line in enumerate(lines) if _FORM_ID.search(line.text) and _name(line) == "form"), 0)
    first, met = last, {"form"}
    for i in range(last - 1, max(last - _TOP, -1), -1):
        name = _name(lines[i])
        if first - i > _BROKEN or name in met:
            break
        if name:
            first = i
            met.add(name)
    return first


def _name(line: Line) -> str | None:
    """What a line of the list about the report states, by its name."""
    return _named().get(_APART.split(line.text, maxsplit=1)[0])


def _line_over(lines: Sequence[Line], first: int) -> int:
    """The line over the one at which the list begins, underlines apart; the first one where it begins at the top."""
    over = first - 1
    while over > 0 and _UNDERLINE.fullmatch(lines[over].text):
        over -= 1
    return max(over, 0)


@cache
def _named() -> dict[str, str]:
    keys = ("publisher", "author", "year", "title", "period", "form", "issued", "published")
    return {_word(key): key for key in keys}


def _stated(lines: Sequence[Line], entries: Mapping[int, Stated]) -> dict[str, Stated]:
    """What the list about the report says, by what it is. A title without words says that there is none."""
    stated: dict[str, Stated] = {}
    for number, line in enumerate(lines):
        key = _name(line)
        if key is None:
            continue
        said = entries[line.start] if line.start in entries else _beside(lines[number : number + 2], key)
        if said and (said.text or key == "title"):
            stated.setdefault(key, said)
    return stated


def _beside(lines: Sequence[Line], key: str) -> Stated | None:
    """What stands beside a name. A title that looks like one is a line of its own."""
    name, *values = _cells(lines[0])
    if key != "title":
        return values[0] if len(values) == 1 else None
    following = lines[1:]
    if not values and following and next(_cells(following[0])).text not in _named():
        return Stated(following[0].text, following[0].start, following[0].end)
    return values[0] if values else Stated("", name.end, name.end)


def _period(text: str) -> Period | None:
    """A period from day to day; the year may be left out of the second one."""
    plain = re.sub(r"[ 　\xa0]|[自从]|起(?=[^0-9]|\Z)|[止。]\Z", "", to_ascii(text))
    for part in _BETWEEN.finditer(plain):
        start, words = parse_date(plain[: part.start()]), plain[part.end() :]
        end = parse_date(words) or (parse_date(f"{start.year}年{words}") if start else None)
        if start and end and start <= end:
            return Period(start=start, end=end)
    return None


def _layout(lines: Sequence[Line], text: int | None) -> Layout:
    """A page whose text stands under a heading of its own."""
    begin = (len(lines) - 1 if text is None else text) + 1
    body = range(begin, _end(lines, begin))
    if begin < len(lines) and _UNDERLINE.fullmatch(lines[begin].text):
        body = range(begin + 1, body.stop)
    return Layout(body=body)


def _signed_layout(lines: Sequence[Line], appendix: int, stated: dict[str, Stated]) -> Layout:
    """A page whose text follows the title, signed with what the list behind it says."""
    end = appendix
    body = stated.get("author") or stated.get("publisher")
    for signed in (stated.get("issued"), body):
        if signed and end > 1 and lines[end - 1].text == signed.text:
            end -= 1
    return Layout(body=range(1, end), signature=tuple(range(end, appendix)))


#: So many lines may hold the list at the top, and so many one entry of it.
_TOP, _BROKEN = 40, 3


@cache
def _word(key: str) -> str:
    return texts(_LANGUAGE).message(f"render:{key}", WORDING[key])


def _cells(line: Line) -> Iterator[Stated]:
    at = 0
    for part in [*_APART.finditer(line.text), None]:
        end = part.start() if part else len(line.text)
        yield _bare(Stated(line.text[at:end], line.start + at, line.start + end))
        at = part.end() if part else end


def _bare(said: Stated) -> Stated:
    """Words without the signs that keep them, where they run from right to left, apart from what stands beside them."""
    if said.text.startswith("\u2068") and said.text.endswith("\u2069"):
        return Stated(said.text[1:-1], said.start + 1, said.end - 1)
    return said


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


def form_named(lines: Sequence[Line]) -> str | None:
    """The form that a page of the library names: in the list about the report, else on a line of its own.

    Where such a page states no year, no other words may stand for one.
    """
    _, stated = _list_about(lines, {})
    listed = _FORM_ID.search(stated["form"].text) if "form" in stated else None
    if listed and listed["id"] in catalog.FORMS:
        return listed["id"]
    ids = {f"{vintage.title} ({vintage.id})": vintage.id for vintage in catalog.FORMS.values()}
    return next((ids[line.text] for line in lines if line.text in ids), None)


def is_name_of_a_form(line: Line) -> bool:
    """Whether a line is the name of a form, with or without its id: the title of no report."""
    return line.plain in _lines_of_forms()


def without_names_of_forms(text: str) -> str:
    """A text without the names of forms: they tell in which years a form is used, not of which year a report is."""
    for title in _names_of_forms().values():
        text = text.replace(title, "")
    return text


@cache
def _lines_of_forms() -> frozenset[str]:
    return frozenset(line for form, title in _names_of_forms().items() for line in (title, f"{title} ({form})"))


@cache
def _names_of_forms() -> dict[str, str]:
    return {vintage.id: vintage.title for vintage in catalog.FORMS.values()}
