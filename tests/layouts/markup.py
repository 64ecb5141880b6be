"""Markup of the programs from which people paste tables."""

from collections.abc import Callable
from random import Random

from tests.layouts.kind import Kind
from tests.layouts.page import Cell, Page, Prose

__all__ = ["KINDS"]

_HTML = frozenset({"html"})
_WORD_HEAD = (
    '<meta name="ProgId" content="Word.Document"><meta name="Generator" content="Microsoft Word 15">\n'
    "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->\n"
    '<style><!--\n p.MsoNormal, li.MsoNormal {mso-style-parent:""; margin:0cm; text-align:justify; font-size:10.5pt;}'
    "\n table.MsoNormalTable {mso-style-name:普通表格; mso-tstyle-rowband-size:0;}\n--></style>\n"
)


def _word(page: Page, chosen: Random) -> None:
    look, size = page.look, chosen.choice(("10.5pt", "9.0pt", "12.0pt"))
    look.head += _WORD_HEAD
    look.table = ' class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse"'
    look.line = ' style="mso-yfti-irow:1;height:19.85pt"'
    look.attributes = lambda cell: f' width="{60 * cell.colspan}" style="width:{45 * cell.colspan}pt;padding:0cm 5.4pt"'
    look.cell = lambda _, words: (
        f'<p class="MsoNormal" align="center" style="text-align:center"><span lang="EN-US" '
        f'style="font-size:{size};font-family:宋体">{words}<o:p></o:p></span></p>'
    )
    look.prose = lambda _, words: (
        f'<p class="MsoNormal" style="text-indent:32pt"><span style="mso-bidi-font-size:{size}">{words}</span>'
        "<span lang=EN-US><o:p></o:p></span></p><![if !supportEmptyParas]>&nbsp;<![endif]>"
    )


def _soup(page: Page, chosen: Random) -> None:
    """Every few characters in a span of their own, as after many rounds of corrections."""

    def spans(words: str) -> str:
        if "&" in words or "<" in words:
            return f'<font face="仿宋_GB2312"><span>{words}</span></font>'
        cut = chosen.randrange(len(words) + 1)
        return (
            f'<span style="font-family:仿宋"><span>{words[:cut]}</span></span><span lang="EN-US">{words[cut:]}</span>'
        )

    page.look.cell = lambda _, words: f"<p>{spans(words)}</p>"
    page.look.prose = lambda _, words: f'<p style="text-indent:2em">{spans(words)}</p>'


def _wps(page: Page, chosen: Random) -> None:
    page.look.head += (
        '<meta name="Generator" content="WPS Office_12.1.0"><xml><w:WordDocument></w:WordDocument></xml>\n'
    )
    page.look.table = ' class="MsoTableGrid" border="1" cellspacing="0" style="border:none;mso-border-alt:0.5pt solid"'
    page.look.attributes = lambda cell: (
        f' valign="center" width="{57 * cell.colspan}" style="mso-border-left-alt:0.5pt"'
    )
    page.look.cell = lambda _, words: (
        f'<p class="p" style="mso-para-margin-right:0.0000gd"><span style="mso-spacerun:\'yes\';font-family:宋体;'
        f'color:rgb(0,0,0)"><font face="宋体">{words}</font></span>'
        f"<span style=\"mso-spacerun:'yes'\"><o:p></o:p></span></p>"
    )
    page.look.prose = lambda _, words: (
        f'<p class="MsoNormal" style="text-indent:{chosen.choice((24, 32))}pt"><span style="mso-spacerun:\'yes\'">'
        f'<font face="仿宋_GB2312">{words}</font></span></p>'
    )


def _excel(page: Page, chosen: Random) -> None:
    widths = "".join(f'<col width="{chosen.randrange(40, 120)}" style="mso-width-source:userset">' for _ in range(4))
    page.look.head += '<meta name="ProgId" content="Excel.Sheet"><style>.xl65{mso-number-format:"\\@";}</style>\n'
    page.look.columns = f"<colgroup>{widths}</colgroup>"
    page.look.table = ' border="0" cellpadding="0" cellspacing="0" width="984" style="table-layout:fixed"'
    page.look.line = ' height="28" style="height:21.0pt"'

    def attributes(cell: Cell) -> str:
        number = f' x:num="{cell.text}"' if cell.text.isdigit() else ""
        return f' class="xl{65 + len(cell.text) % 5}" height="28"{number}'

    page.look.attributes = attributes


def _editor(page: Page, chosen: Random) -> None:
    """The editor of the content system itself, which writes no classes but many styles."""
    tag = chosen.choice(("strong", "span", "b", "div"))
    page.look.table = ' style="width: 100%; border-collapse: collapse;" class="firstRow noBorder"'
    page.look.attributes = lambda cell: (
        f' style="border-width: 1px; border-style: solid;" data-colspan="{cell.colspan}"'
    )
    page.look.cell = lambda cell, words: f"<{tag}>{words}</{tag}>" if cell.role != "body" else f"{words}<br>"
    page.look.prose = lambda prose, words: (
        f"<p><strong>{words}</strong></p>" if prose.level else f"<p>&emsp;&emsp;{words}</p>"
    )


def _paragraphs(page: Page, chosen: Random) -> None:
    """Headings that are no headings: breaks and spaces in one run of text."""
    spaces = chosen.choice(("&nbsp;&nbsp;&nbsp;&nbsp;", "　　", "&#12288;&#12288;"))

    def prose(_: Prose, words: str) -> str:
        return f"{spaces}{words}<br />\n<br>"

    page.look.prose = prose


def _capitals(page: Page, chosen: Random) -> None:
    """Pages of the nineties: tags in capitals, attributes without quotes, colours in the markup."""
    page.look.table = " BORDER=1 CELLSPACING=0 WIDTH=95% BGCOLOR=#ffffff"
    page.look.attributes = lambda cell: f" ALIGN=middle NOWRAP BGCOLOR=#eef{'' if cell.colspan > 1 else 'f'}ff"
    page.look.cell = lambda _, words: f"<FONT SIZE=2>{words}</FONT>"
    page.look.last = _shout


def _shout(made: str) -> str:
    for tag in ("table", "tr", "td", "p"):
        made = made.replace(f"<{tag}", f"<{tag.upper()}").replace(f"</{tag}>", f"</{tag.upper()}>")
    return made


_WRITERS: dict[str, Callable[[Page, Random], None]] = {
    "word-markup": _word,
    "span-soup": _soup,
    "wps-markup": _wps,
    "excel-paste": _excel,
    "editor-styles": _editor,
    "old-capitals": _capitals,
}

KINDS = (
    *(Kind(name, "markup", apply, media=_HTML) for name, apply in _WRITERS.items()),
    Kind("text-by-breaks", "prose", _paragraphs, media=_HTML),
)
