"""What lies beside the cells of a sheet: comments, text boxes, diagrams, charts and pictures."""

import attrs

from govdisclosure.readers.drawn import CHARTS, DIAGRAM, Drawn, words_of_part
from govdisclosure.readers.package import Handler, Package
from govdisclosure.readers.xlsx.parts import local

__all__ = ["Beside", "read_beside"]

#: The kinds of the relations that lead to comments: notes, and threads with their answers.
_COMMENTS = ("comments", "threadedComment")


@attrs.frozen
class Beside:
    """The words beside the cells: lines that are seen, comments, lines of charts; how many charts and pictures."""

    lines: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    chart_lines: tuple[str, ...] = ()
    charts: int = 0
    pictures: int = 0

    def __bool__(self) -> bool:
        """Whether there are any."""
        return self != Beside()


def read_beside(package: Package, sheet: str) -> Beside:
    """What lies beside the cells of a sheet, by the name of its part."""
    comments = _Comments()
    for kind in _COMMENTS:
        for part in package.related(sheet, kind).values():
            package.parse(part, comments)
    drawn, chart_lines, charts = Drawn(), [], 0
    for drawing in package.related(sheet, "drawing").values():
        package.parse(drawing, drawn)
        for part in package.related(drawing, DIAGRAM).values():
            drawn.lines += words_of_part(package, part)
        for kind in CHARTS:
            for part in package.related(drawing, kind).values():
                charts += 1
                chart_lines += words_of_part(package, part)
    package.count_shown(sum(map(len, [*comments.found, *drawn.lines])))
    return Beside(tuple(drawn.lines), tuple(comments.found), tuple(chart_lines), charts, drawn.pictures)


class _Comments(Handler):
    """The comments on the cells of a sheet. A handler of the parts that hold them."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._text: list[str] = []
        self._is_thread = self._reads = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - of a handler
        """An element begins."""
        name = local(tag)
        if name in ("comment", "threadedComment"):
            self._is_thread = name == "threadedComment"
        self._reads = name == "t" or (name == "text" and self._is_thread)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._reads = False
        if local(tag) in ("comment", "threadedComment"):
            if words := "".join(self._text).replace("\r", "").strip():
                self.found.append(words)
            self._text.clear()

    def data(self, text: str) -> None:
        """Text."""
        if self._reads:
            self._text.append(text)
