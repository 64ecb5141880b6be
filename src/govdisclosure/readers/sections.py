"""The tree of sections that the headings of a text make: 一、 then （一） then 1. then （1）."""

import re
from collections.abc import Mapping, Sequence

import attrs

from govdisclosure.model import Section, SectionKind
from govdisclosure.place import Place, SourcePlace
from govdisclosure.readers.headings import LONGEST, Heading, content_of, find_headings
from govdisclosure.readers.lines import Line, without_blanks
from govdisclosure.readers.mirrored import simplified

__all__ = ["Placed", "section_kind", "section_tree"]

#: Deeper than any numbering, so that every heading closes the preamble.
_INNERMOST = 1_000
#: A section has so many above it at most.
_DEEPEST = 5
_RUN_IN = re.compile(r"[^。；！？，,0-9０-９]{2,24}[。：:]")
#: What such a heading ends on where it stands on a line of its own, so that no sentence is taken for one.
_TOPIC = re.compile(
    r"(?:情况|方面|工作|建设|内容|渠道|清单|服务|保障|管理|监督|公开|平台|机制|制度|措施|问题|事项)[。：:]\Z"
)
_KINDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (SectionKind.REVIEW_LITIGATION, re.compile(r"复议|诉讼")),
    (SectionKind.FEES, re.compile(r"收费|减免")),
    (SectionKind.PROBLEMS, re.compile(r"问题|不足|改进")),
    (SectionKind.OTHER_MATTERS, re.compile(r"其他需要|其它需要|需要报告|需要说明")),
    (SectionKind.ON_REQUEST, re.compile(r"依申请|申请公开|公开申请|不予公开")),
    (SectionKind.RESPONSE, re.compile(r"解读|回应|关切|互动")),
    (SectionKind.KEY_AREAS, re.compile(r"重点领域|重点信息")),
    (SectionKind.POWERS, re.compile(r"行政权力|权力公开|权力清单|权责清单|审批|政务服务|放管服")),
    (SectionKind.PLATFORM, re.compile(r"平台|网站|渠道|载体|新媒体")),
    (SectionKind.MANAGEMENT, re.compile(r"信息管理|目录|保密审查")),
    (SectionKind.PROACTIVE, re.compile(r"主动公开|公开的数量|公开情况|公开内容|信息公开力度")),
    (SectionKind.ORGANIZATION, re.compile(r"组织|领导|机构|机制|制度|人员|经费|培训|队伍|保障建设")),
    (SectionKind.SUPERVISION, re.compile(r"监督|考核|保障|评议|责任追究")),
    (SectionKind.PLANS, re.compile(r"下一步|打算|计划|安排|思路")),
    (SectionKind.APPENDIX, re.compile(r"附[表件]|统计表")),
    (SectionKind.OVERVIEW, re.compile(r"概述|总体|基本情况|概况|工作情况|总述")),
)


@attrs.frozen
class Placed:
    """A line of the body with the path at which it stands in the report and how much of it is number and heading.

    ``about`` is what the section is about in which it stands: by its own heading, else by the one above.
    """

    line: Line
    path: str
    start: int
    about: SectionKind

    @property
    def words(self) -> str:
        """The paragraph as it stands in the report."""
        return self.line.text[self.start :]

    def place(self, start: int, end: int) -> Place:
        """The place of some words of the paragraph."""
        begin = self.line.start + self.start
        source = SourcePlace(start=begin + start, end=begin + end)
        return Place(path=self.path, start=start, end=end, quote=self.words[start:end], source=source)


@attrs.define
class _Node:
    rank: int
    number: str | None
    heading: str | None
    paragraphs: list[tuple[Line, int]] = attrs.field(factory=list)
    below: list["_Node"] = attrs.field(factory=list)


def section_kind(heading: str | None) -> SectionKind:
    """What a section is about, by its heading."""
    if heading:
        plain = without_blanks(simplified(heading))
        for kind, words in _KINDS:
            if words.search(plain):
                return kind
    return SectionKind.OTHER


def section_tree(
    lines: Sequence[Line], levels: Mapping[int, int | None] | None = None
) -> tuple[tuple[Section, ...], list[Placed]]:
    """The sections of the body, and where each paragraph of the text went.

    ``levels`` are the lines that the markup shows as headings (see :func:`find_headings`). Text before the first
    heading is a section of its own, the preamble.
    """
    root = _Node(-1, None, None)
    stack = [root]
    headings = find_headings(lines, levels)
    behind = 0
    for i, line in enumerate(lines):
        if i < behind:
            continue
        heading = headings.get(i)
        if heading is None or (heading.rank > stack[-1].rank and len(stack) > _DEEPEST):
            _hold(stack, root).paragraphs.append((line, 0))
            continue
        while stack[-1].rank >= heading.rank:
            stack.pop()
        behind = i + heading.lines
        stack[-1].below.append(_node(heading, lines[i:behind]))
        stack.append(stack[-1].below[-1])
    placed: list[Placed] = []
    sections = tuple(
        _section(node, f"sections.{index}", placed, SectionKind.OTHER) for index, node in enumerate(root.below)
    )
    return sections, placed


def _hold(stack: list[_Node], root: _Node) -> _Node:
    """The section that takes a paragraph; the preamble where none was opened."""
    if len(stack) == 1:
        root.below.append(_Node(_INNERMOST, None, None))
        stack.append(root.below[-1])
    return stack[-1]


def _node(heading: Heading, lines: Sequence[Line]) -> _Node:
    """A heading, a heading with its text behind it on the line, or a numbered paragraph."""
    line, offset = lines[0], heading.begin
    rest = line.text[offset:]
    if len(lines) > 1:
        return _Node(heading.rank, heading.number, rest + lines[1].text)
    if len(rest) <= LONGEST and not rest.endswith(("。", "；", ";")):
        return _Node(heading.rank, heading.number, rest or None)
    if (_RUN_IN.fullmatch(rest) and _TOPIC.search(rest)) or content_of(rest):
        return _Node(heading.rank, heading.number, rest)
    node = _Node(heading.rank, heading.number, None)
    if (run_in := _RUN_IN.match(rest)) and run_in.end() < len(rest):
        node.heading = run_in.group()
        behind = rest[run_in.end() :]
        offset += run_in.end() + len(behind) - len(behind.lstrip(" 　\xa0"))
    node.paragraphs.append((line, offset))
    return node


def _section(node: _Node, path: str, placed: list[Placed], above: SectionKind) -> Section:
    preamble = node.number is None and node.heading is None
    kind = SectionKind.PREAMBLE if preamble else section_kind(node.heading)
    about = above if kind is SectionKind.OTHER else kind
    for index, (line, start) in enumerate(node.paragraphs):
        placed.append(Placed(line, f"{path}.paragraphs.{index}", start, about))
    below = tuple(_section(n, f"{path}.subsections.{i}", placed, about) for i, n in enumerate(node.below))
    return Section(
        kind=kind,
        number=node.number,
        heading=node.heading,
        paragraphs=tuple(line.text[start:] for line, start in node.paragraphs),
        subsections=below,
    )
