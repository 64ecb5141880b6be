"""The words of drawings (DrawingML): text boxes, diagrams and charts, which Word files and workbooks hold alike.

Nothing is drawn: the words come in the order of the markup, one paragraph or one value of a chart a line.
"""

from govdisclosure.readers.package import Handler, Package

__all__ = ["CHARTS", "DIAGRAM", "Drawn", "words_of_part"]

#: The kinds of the relations that lead to charts, of always and of 2016 on, and to the words of a diagram.
CHARTS, DIAGRAM = ("chart", "chartEx"), "diagramData"
#: The relation of a chart to what was drawn over it.
_OVER = "chartUserShapes"
#: The elements that hold the values of the series of charts, in both kinds of charts.
_VALUES = frozenset(("v", "pt"))


def words_of_part(package: Package, part: str) -> list[str]:
    """The lines of a chart, with what was drawn over it, or of a diagram."""
    drawn = Drawn()
    for one in (part, *package.related(part, _OVER).values()):
        package.parse(one, drawn)
    package.count_shown(sum(map(len, drawn.lines)))
    return drawn.lines


class Drawn(Handler):
    """The lines of a drawing, and how many pictures it shows. A handler of its part."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.pictures = 0
        self._text: list[str] = []
        self._reads = False
        self._skipped = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - of a handler
        """An element begins."""
        name = tag.rpartition(" ")[2]
        if self._skipped or name == "Fallback":  # the second version of what was just read
            self._skipped += 1
        elif name in ("p", *_VALUES):
            self._end_line()
            self._reads = name in _VALUES
        elif name == "t":
            self._reads = True
        elif name == "br":
            self._text.append(" ")
        elif name == "pic":
            self.pictures += 1

    def end(self, tag: str) -> None:
        """An element ends."""
        name = tag.rpartition(" ")[2]
        if self._skipped:
            self._skipped -= 1
            return
        if name in ("p", *_VALUES):
            self._end_line()
        if name in ("t", *_VALUES):
            self._reads = False

    def data(self, text: str) -> None:
        """Text."""
        if self._reads and not self._skipped:
            self._text.append(text)

    def _end_line(self) -> None:
        if words := " ".join("".join(self._text).split("\n")).strip():
            self.lines.append(words)
        self._text.clear()
