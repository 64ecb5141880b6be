"""The styles of a Word file: type, sizes and places as GB/T 9704-2012 asks of official documents.

Sizes are in half points, lengths in twentieths of a point, as the format counts them. 2号 is 22 points, 3号 16,
4号 14, 五号 10.5, 小五 9, 六号 7.5, 小六 6.5.
"""

from functools import cache

import attrs

from govdisclosure.renderers.html_text import attribute

__all__ = ["MAIN", "OUTLINED", "SEVERITIES", "SIZES", "TEXT_WIDTH", "Tongues", "font_table", "section", "styles"]

#: The vocabulary of the format (ISO/IEC 29500, transitional).
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: Fill and ink of what a finding rests on.
SEVERITIES = {"error": ("FDECEA", "A4161A"), "warning": ("FFF4DC", "7A4B00"), "info": ("E8F1F8", "22527A")}
#: Levels of an outline that have a style of their own.
OUTLINED = 4
#: The sizes of cells, by what ends the names of their styles: those of tables of many columns or long words.
SIZES = {"": 21, "Small": 18, "Smaller": 15, "Smallest": 13}

#: 版心: 156 mm of 28 characters, and 225 mm of 22 lines.
TEXT_WIDTH = 8844
_HEAD, _FOOT, _INNER, _OUTER = 2098, 1984, 1588, 1474
_LINE = 579
#: 28 characters of 16 points are wider than the text: each takes this much less. A grid of characters would say the
#: same, but programs other than Word give a character that is wider than its place two of them.
_CLOSER = '<w:spacing w:val="-5"/>'
#: 一字线 7 mm below the text.
_FOOTER = 1304
#: Tags that Word knows by another name.
_WORD_NAMES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
_EAST_ASIAN = ("zh", "ja", "ko", "ii")
_BOLD = "<w:b/><w:bCs/>"


@attrs.frozen
class Fonts:
    """The East Asian fonts of title, headings of two levels, text and numbers of pages."""

    title: str
    first: str
    second: str
    text: str
    page: str


_STANDARD = Fonts("方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体")
#: The fonts of the standard hold simplified characters alone.
_TRADITIONAL = Fonts("新細明體", "微軟正黑體", "標楷體", "新細明體", "新細明體")
#: For each font the one that stands in where it is missing, its character set, family and pitch.
_KNOWN = {
    "方正小标宋简体": ("宋体", "86", "auto", "variable"),
    "仿宋_GB2312": ("仿宋", "86", "modern", "fixed"),
    "楷体_GB2312": ("楷体", "86", "modern", "fixed"),
    "黑体": ("SimHei", "86", "modern", "fixed"),
    "宋体": ("SimSun", "86", "auto", "variable"),
    "新細明體": ("PMingLiU", "88", "roman", "variable"),
    "標楷體": ("DFKai-SB", "88", "script", "fixed"),
    "微軟正黑體": ("Microsoft JhengHei", "88", "swiss", "variable"),
    "Times New Roman": ("Liberation Serif", "00", "roman", "variable"),
    "Arial": ("Liberation Sans", "00", "swiss", "variable"),
}


@attrs.frozen
class Tongues:
    """The language of a page, that of the report's own words, and whether the page runs from right to left."""

    page: str
    own: str
    rtl: bool

    @property
    def east_asian(self) -> bool:
        """Whether the report's own words are set as Chinese is."""
        return self.own.startswith(_EAST_ASIAN)

    @property
    def slots(self) -> str:
        """The languages of Latin, East Asian and right-to-left words."""
        tags = (self.page, self.own)
        east = next((tag for tag in tags if tag.startswith(_EAST_ASIAN)), "zh-Hans")
        latin = self.page if not self.page.startswith(_EAST_ASIAN) and not self.rtl else "en-US"
        turned = f' w:bidi="{_tag(self.page)}"' if self.rtl else ""
        return f'<w:lang w:val="{_tag(latin)}" w:eastAsia="{_tag(east)}"{turned}/>'

    @property
    def fonts(self) -> Fonts:
        """The fonts in which the page is set."""
        chinese = next((tag for tag in (self.page, self.own) if tag.startswith("zh")), "")
        return _TRADITIONAL if "Hant" in chinese or chinese.endswith(("TW", "HK", "MO")) else _STANDARD


def _tag(language: str) -> str:
    return attribute(_WORD_NAMES.get(language, language))


def section() -> str:
    """The page: A4 with the margins of the standard, 22 lines of 28 characters."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{_HEAD}" w:right="{_OUTER}" w:bottom="{_FOOT}" w:left="{_INNER}" w:header="851" '
        f'w:footer="{_FOOTER}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{_LINE}"/></w:sectPr>'
    )


@cache
def font_table() -> str:
    """The fonts of the standard, each with the one that stands in for it."""
    fonts = [
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
        for name, (other, charset, family, pitch) in _KNOWN.items()
    ]
    return f'<w:fonts xmlns:w="{MAIN}">{"".join(fonts)}</w:fonts>'


def _east(font: str) -> str:
    return f'<w:rFonts w:eastAsia="{font}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _paragraph(name: str, shown: str, based: str, paragraph: str = "", run: str = "") -> str:
    """A paragraph style: its id, its name, what it is based on and what it sets."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/><w:basedOn w:val="{based}"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


@cache
def styles(tongues: Tongues) -> str:
    """All styles of a file in these languages."""
    return (
        f'<w:styles xmlns:w="{MAIN}">{_defaults(tongues)}{_text(tongues)}{_cells(tongues.fonts)}'
        f"{_tables()}{_characters(tongues)}</w:styles>"
    )


def _defaults(tongues: Tongues) -> str:
    fonts = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
        f'w:eastAsia="{tongues.fonts.text}" w:cs="Times New Roman"/>'
    )
    turned = "<w:bidi/>" if tongues.rtl else ""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(32)}{tongues.slots}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{turned}<w:jc w:val="{"both" if tongues.east_asian else "left"}"/></w:pPr>'
        f"<w:rPr>{_CLOSER if tongues.east_asian else ''}{_size(32)}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )


def _text(tongues: Tongues) -> str:
    """Title, headings, text, signature, and the numbers of pages."""
    fonts = tongues.fonts
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>' if tongues.east_asian else ""
    kept, right = "<w:keepNext/><w:keepLines/>", '<w:jc w:val="right"/>'
    # A Chinese report is signed at the right, in a page of any direction; there the left of a line is its beginning.
    turned = '<w:bidi w:val="0"/>' if tongues.rtl and tongues.east_asian else ""
    headings = [
        (fonts.first, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="{}" w:cs="Arial"/>'),
        (fonts.second, '<w:rFonts w:eastAsia="{}"/>'),
        (fonts.text, f'<w:rFonts w:eastAsia="{{}}"/>{_BOLD}'),
        (fonts.text, '<w:rFonts w:eastAsia="{}"/>'),
    ]
    return (
        _paragraph(
            "Title", "Title", "Normal",
            f'{kept}<w:snapToGrid w:val="0"/><w:spacing w:after="{_LINE}" w:line="700" w:lineRule="exact"/>'
            f'<w:jc w:val="center"/>',
            f"{_east(fonts.title)}{_size(44)}",
        )
        + "".join(
            _paragraph(
                f"Heading{level}", f"heading {level}", "Normal",
                f'{kept}{indent}<w:jc w:val="left"/><w:outlineLvl w:val="{level - 1}"/>', run.format(font),
            )
            for level, (font, run) in enumerate(headings, 1)
        )
        + _paragraph("Appendix", "Appendix", "Heading1", "<w:pageBreakBefore/>")
        + _paragraph("BodyText", "Body Text", "Normal", indent)
        + _paragraph("Note", "Note", "Normal", '<w:spacing w:after="120"/><w:jc w:val="left"/>',
                     f'<w:spacing w:val="0"/>{_size(21)}')
        + _paragraph("Signature", "Signature", "Normal", f"{kept}{turned}{_from_the_edge(2)}{right}")
        + _paragraph("Date", "Date", "Normal", f"<w:keepLines/>{_from_the_edge(4)}{right}" if not turned else
                     '<w:keepLines/><w:ind w:leftChars="400" w:left="1280"/><w:jc w:val="left"/>')
        + _paragraph("Gap", "Gap", "Normal", '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="exact"/>')
        + _paragraph("Footer", "footer", "Normal", f'<w:bidi w:val="0"/>{_from_the_edge(1, 280)}<w:jc w:val="right"/>',
                     f"{_east(fonts.page)}{_size(28)}")
        + _paragraph("FooterEven", "footer of even pages", "Footer",
                     '<w:ind w:leftChars="100" w:left="280" w:rightChars="0" w:right="0"/><w:jc w:val="left"/>')
    )  # fmt: skip


def _from_the_edge(characters: int, width: int = 320) -> str:
    return f'<w:ind w:rightChars="{characters * 100}" w:right="{characters * width}"/>'


def _cells(fonts: Fonts) -> str:
    """What stands in tables, in each size."""
    made = _paragraph(
        "Cell", "Cell", "Normal", '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
        '<w:jc w:val="left"/>', f'<w:spacing w:val="0"/>{_size(21)}'
    )  # fmt: skip
    for end, half_points in SIZES.items():
        size = _size(half_points) if end else ""
        made += _paragraph(f"CellHead{end}", f"Cell Head {end}".strip(), "Cell", '<w:keepNext/><w:jc w:val="center"/>',
                           f"{_east(fonts.first)}{size}")  # fmt: skip
        made += _paragraph(f"CellRow{end}", f"Cell Row {end}".strip(), "Cell", "", size)
        made += _paragraph(f"CellText{end}", f"Cell Text {end}".strip(), "Cell", "", size)
        made += _paragraph(f"CellNumber{end}", f"Cell Number {end}".strip(), "Cell", '<w:jc w:val="center"/>', size)
    made += _paragraph("CellAmount", "Cell Amount", "Cell", '<w:jc w:val="right"/>')
    for level in range(1, OUTLINED + 1):
        indent = f'<w:ind w:leftChars="{level * 100}" w:left="{level * 210}"/>'
        made += _paragraph(f"CellRow{level}", f"Cell Row {level}", "CellRow", indent)
    return made


def _tables() -> str:
    """The ruled table, for statutory tables and for lists."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
    return "".join(
        f'<w:style w:type="table" w:styleId="{name}"><w:name w:val="{shown}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tcPr><w:vAlign w:val="{place}"/></w:tcPr></w:style>'
        for name, shown, place in (("StatutoryTable", "Statutory Table", "center"), ("List", "Report List", "top"))
    )


def _characters(tongues: Tongues) -> str:
    """The words that findings rest on, and the report's own words in a page of another language."""
    own = _tag(tongues.own)
    # Chinese words have a language of their own; digits among them are broken like any others.
    slots = f'w:eastAsia="{own}"' if tongues.east_asian else f'w:val="{own}" w:eastAsia="{own}" w:bidi="{own}"'
    made = (
        '<w:style w:type="character" w:styleId="OwnWords"><w:name w:val="Own Words"/><w:rPr>'
        f"<w:lang {slots}/></w:rPr></w:style>"
    )
    for severity, (fill, ink) in SEVERITIES.items():
        made += (
            f'<w:style w:type="character" w:styleId="Finding{severity.capitalize()}">'
            f'<w:name w:val="Finding {severity.capitalize()}"/><w:rPr>{_BOLD}<w:color w:val="{ink}"/>'
            f'<w:u w:val="wave" w:color="{ink}"/><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:rPr>'
            "</w:style>"
        )
    return made
