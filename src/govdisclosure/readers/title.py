"""The title of an annual report: where it stands among the lines, what is only its dress, and what it names."""

import re
from collections.abc import Collection, Iterator, Sequence

import attrs

from govdisclosure.numbers import to_ascii
from govdisclosure.readers.bodies import is_region, names_a_body, related
from govdisclosure.readers.characters import folded
from govdisclosure.readers.lines import BLANK, Line, Words, possible_year, without_blanks, year_in

__all__ = [
    "Title",
    "academic_year",
    "could_end",
    "could_name",
    "is_title",
    "title_of_words",
    "titles_at",
    "year_below",
    "year_of_title",
]

_NUMERAL = "0-9０-９〇○ＯO零一二三四五六七八九"
#: What every title says; the whole of it.
_NAMED = "公开"
_TITLE = re.compile(
    r"(?:关于)?[^。；！？>|:：]{0,48}(?:信息公开|政务公开)[^。；！？>|_＿:：\t]{0,20}(?:报告|年报|总结)"
    r"(?:[（(][^）)]{1,14}[）)])?"
)
#: What stands before a title and is none of it: 附件1, 【年报】, a label, marks of lists.
_LEAD = re.compile(
    r"[（(]?附[ 　]?件?[ 　]?[0-9０-９一二三四五六七八九]{0,2}[ 　]?[）):：、.．]"
    r"|附件[ 　]?[0-9０-９一二三四五六七八九]{0,2}(?=[ 　]|[^0-9])"
    r"|[【\[〔][^】\]〕]{1,12}[】\]〕]|[《“\"「〈·•●◆■▪※★>»→—-]|[^_|｜]{2,30}[_|｜]|[^:：。，；]{2,8}[:：]"
    r"|[0-9]{1,2}[.．、](?![0-9])|[ 　\xa0]"
)
#: What a letter is called that comes with a report.
_LETTER = re.compile(r"(?:关于)?(?:报送|呈报|上报|公布|发布|印发|公开|转发|报批)(?=.{0,40}(?:信息公开|政务公开))")
#: What stands behind a title and is none of it: a file's ending, the rest of a letter's name, notes on a download.
_TRAIL = re.compile(
    r"(?:[.．](?:docx?|pdf|wps|ofd|xlsx?|html?|shtml|txt|rtf|odt|et)|[》”\"」〉\s　.…;；]"
    r"|的?(?:函|公告|通告|公示|请示)|的通知"
    r"|[（(\[【][^）)\]】]{0,8}(?:下载|附件|版|全文|稿|[KMＫＭkm][Bb]|pdf|PDF|doc|docx|word|Word)[^）)\]】]{0,4}[）)\]】])\Z",
)
#: How titles end, and how long what stands behind them may be.
_ENDS, _LONGEST_TRAIL = ("报告", "年报", "总结"), 24
#: What parts a title from the name of a site behind it.
_SEPARATORS = frozenset("-_—–|－＿｜·")
_SITE = re.compile(r"(?<=[告报结）)])[ 　]{0,2}[-_—–|－＿｜·]{1,2}[ 　]{0,2}[^。]{2,60}\Z")
_BODY = r"[^0-9０-９:：，。；|_＿>《》〈〉【】\[\]“”\"\t]"
#: A name may hold numerals (四川省, 三门峡市), but is no year.
_BODY_FIRST = re.compile(
    rf"(?:关于)?(?P<name>(?![{_NUMERAL}]{{4}}年){_BODY}{{2,40}}?)(?:关于)?"
    rf"(?=[{_NUMERAL}]{{4}}(?:年|政府|政务|信息|[-—－～~至])|政府信息公开|信息公开|政务公开|报送|公布|发布|印发)"
)
_YEAR_FIRST = re.compile(
    rf"(?:关于)?[{_NUMERAL}]{{4}}(?:[-—－～~至/][{_NUMERAL}]{{4}})?(?:学?年度?)?(?P<name>{_BODY}{{2,40}}?)"
    r"(?=(?:关于)?(?:政府信息公开|信息公开|政务公开))"
)
_BARE_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?=政府|政务|信息|[）)]|年|度)")
_ACADEMIC = re.compile(r"([0-9]{4})[ 　]?(?:学?年)?[-—–－～~至到/]{1,2}[ 　]?([0-9]{4})[ 　]?学年")
#: The year in brackets on the line below.
_YEAR_BELOW = re.compile(rf"[（(]?[ 　]?[{_NUMERAL}]{{4}}[ 　]?年度?[ 　]?[）)]?")
#: Words of a page around a report, on a line that is never a part of a title.
_PAGE = re.compile(r"当前位置|您的位置|您现在的位置|首页|[>»›|]|今天|星期|欢迎|搜索|网站|门户|导航|登录")
#: Names of menus that end as the names of bodies do.
_MENU = re.compile(
    r"各|走进|魅力|美丽|印象|互动|办事|服务大厅|便民|之窗|导航|中国[·・.]|智能|您好|我要|机构|部门|热点|动态|[乡镇][乡镇街]"
)
_PARTS, _PART = 4, 40
#: What a document says it is called is not longer.
_LONGEST = 120


@attrs.frozen
class Title:
    """What an annual report is called: the words, their lines, the year and the body they name."""

    text: str
    start: int
    end: int
    lines: range
    year: int | None
    body: Words | None


@attrs.frozen
class _Piece:
    """Words of a line that no blank parts: as patterns look at them, as they are printed, their places in the text."""

    words: str
    printed: str
    places: Sequence[int]
    line: int


def could_end(text: str) -> bool:
    """Whether a title may end on this line: a quick look."""
    return "报告" in text or "年报" in text or "总结" in text or text[0] in "告报结" or text[-1] in "告报结"


def could_name(text: str) -> bool:
    """Whether a line may be a part of a title that goes on below: no sentence, no menu, no line of the page."""
    return len(text) <= _PART and not text.endswith(("。", "；", "！", "：", ":")) and not _PAGE.search(text)


def is_title(text: str) -> bool:
    """Whether a line is the title of an annual report, in whatever dress."""
    return _NAMED in text and _titled(without_blanks(text)) is not None


def academic_year(text: str) -> tuple[int, int] | None:
    """The two years of an academic year that a text names."""
    match = _ACADEMIC.search(to_ascii(text))
    return (int(match[1]), int(match[2])) if match else None


def year_of_title(text: str) -> int | None:
    """The year that a title names; of an academic year the one in which it ends."""
    if "学年" in text and (years := academic_year(text)):
        return possible_year(years[1])
    if year := year_in(text):
        return possible_year(year)
    bare = _BARE_YEAR.search(to_ascii(text))
    return possible_year(int(bare[1])) if bare else None


def _titled(words: str) -> tuple[int, int] | None:
    """Where in these words the title stands, without its dress; ``None`` where they are none."""
    begin, end = 0, len(words)
    if end > _LONGEST or _NAMED not in words:
        return None
    if not _SEPARATORS.isdisjoint(words) and (site := _SITE.search(words)):
        end = site.start()
    while not words.endswith(_ENDS, begin, end) and (
        trail := _TRAIL.search(words, max(begin, end - _LONGEST_TRAIL), end)
    ):
        end = trail.start()
    while lead := _LEAD.match(words, begin, end):
        begin = lead.end()
    return (begin, end) if _TITLE.fullmatch(words, begin, end) else None


def title_of_words(text: str, start: int) -> Title | None:
    """The title that a document states of itself, in its own data or in a block of labels."""
    words = text.strip(BLANK)
    if len(words) > _LONGEST or _NAMED not in words:
        return None
    begin = start + text.index(words)
    return titles_at((Line(words, begin, begin + len(words)),), 0)


def _title(pieces: Sequence[_Piece]) -> Title | None:
    """The title that pieces make together."""
    words = "".join(piece.words for piece in pieces)
    found = _titled(words)
    if found is None:
        return None
    begin, end = found
    places = [at for piece in pieces for at in piece.places]
    letter = _LETTER.search(words, begin, end)
    name = _body(words, begin, end)
    if letter and (letter.start() == begin or (name and name[1] == letter.start())):
        begin = letter.end() + (words[letter.end()] in "《“〈「")
        name = name or _body(words, begin, end)
    printed = "".join(piece.printed for piece in pieces)
    body = Words(printed[slice(*name)], places[name[0]], places[name[1] - 1] + 1) if name else None
    lines = range(pieces[0].line, pieces[-1].line + 1)
    return Title(words[begin:end], places[begin], places[end - 1] + 1, lines, year_of_title(words[begin:end]), body)


def _body(words: str, begin: int, end: int) -> tuple[int, int] | None:
    """Where a title names the body whose report it is."""
    match = _BODY_FIRST.match(words, begin, end) or _YEAR_FIRST.match(words, begin, end)
    if not match or len(match["name"]) < 3 or not names_a_body(match["name"]):  # noqa: PLR2004 - no name is shorter
        return None
    return match.span("name")


def titles_at(
    lines: Sequence[Line], index: int, above: int = 0, known: Collection[str] = (), signer: str | None = None
) -> Title | None:
    """The title that ends on a line, with as many of the lines above it as belong to it.

    ``above`` is how many of them may; ``known`` are names of bodies that other parts of the document state, ``signer``
    the one that signs. The title is the shortest run of words that is one and names a year and a body; more of the
    words before it are taken where they complete a name, or give one that is known.
    """
    own = list(_pieces(lines[index], index))
    upper = [piece for i in range(index - above, index) for piece in _pieces(lines[i], i)]
    pieces = [*upper, *own]
    if _NAMED not in "".join(piece.words for piece in pieces):
        return None
    found: Title | None = None
    for first in range(len(pieces) - 1, -1, -1):
        title = _title(pieces[first:])
        if title is None:
            continue
        if found is None or _is_better(title, found, known, signer, pieces[first]):
            found = title
    return found and _with_blanks(found, lines)


def _is_better(title: Title, found: Title, known: Collection[str], signer: str | None, added: _Piece) -> bool:
    """Whether a longer run of words is the title rather than the shorter one that was found."""
    if title.body is None or (found.year and not title.year):
        return found.body is None and found.year is None and title.year is not None
    new, old = title.body.text, found.body and found.body.text
    if new == old:
        return title.year is not None and found.year is None
    if new in known:
        return old not in known
    if old:
        return old not in known and is_region(added.words) and not _holds_region(old) and new == added.words + old
    if signer and not related(new, signer):
        return False
    return added.line in found.lines or (_holds_region(new) and not _MENU.search(new))


def _holds_region(name: str) -> bool:
    return bool(re.search(r"[省市县区州盟旗镇乡]|街道|国家|中国|自治|大学|学院", name))


def _with_blanks(title: Title, lines: Sequence[Line]) -> Title:
    """The title with the blanks that its lines print within it."""
    parts = [lines[i] for i in title.lines]
    texts = [part.text[max(title.start - part.start, 0) : title.end - part.start] for part in parts]
    return attrs.evolve(title, text="".join(texts))


def year_below(text: str) -> bool:
    """Whether a line below a title holds the year that belongs to it and nothing else."""
    return bool(_YEAR_BELOW.fullmatch(text))


def _pieces(line: Line, index: int) -> Iterator[_Piece]:
    """The words of a line; blanks between single characters, within a date and before a bracket part nothing."""
    text, printed = line.plain, folded(line.text)
    parts = list(re.finditer(r"[^ \t\u3000\xa0\u2002\u2003\u2009\u200b\ufeff]+", text))
    spaced = sum(len(part.group()) == 1 for part in parts) * 2 > len(parts)
    places: list[int] = []
    for part in parts:
        first = text[part.start()]
        if places and not (spaced or first in "（(" or (text[places[-1]].isdigit() and first in "年度至-—政学")):
            yield _piece(text, printed, places, line.start, index)
            places = []
        places += range(part.start(), part.end())
    if places:
        yield _piece(text, printed, places, line.start, index)


def _piece(text: str, printed: str, places: Sequence[int], start: int, index: int) -> _Piece:
    words, shown = ("".join(one[at] for at in places) for one in (text, printed))
    return _Piece(words, shown, [start + at for at in places], index)
