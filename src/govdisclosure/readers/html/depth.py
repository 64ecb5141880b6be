"""How deep and how large the tree of a page will be, counted on the tags before any tree is built.

Building a tree costs time in the square of its depth, of the attributes of one element, and of formatting elements
that are opened again and again. All three are bounded here, in one pass over the text.
"""

import re
from collections.abc import Iterator

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.html.elements import (
    ENDED_IN_SCOPE,
    ENDS_PARAGRAPH,
    FORMATTING,
    GROUPS,
    HEADINGS,
    HOLDS_HTML,
    IMPLIED_END,
    LEAVES_FOREIGN,
    MARKING,
    TEXT_ALONE,
    VOID,
)
from govdisclosure.readers.html.nesting import OpenElement, OpenElements
from govdisclosure.readers.html.ordinary import is_ordinary
from govdisclosure.readers.html.small import is_small

__all__ = ["refuse_deep_pages"]

_SPACE = r"[ \t\n\f\r]"
_NAME = r"[a-zA-Z][^ \t\n\f\r/>]*+"
#: An attribute: quotes count behind ``=`` alone; a quote that is not closed takes the rest of the page.
_ATTRIBUTE = rf"""
    (?:=[^ \t\n\f\r/>=]*+|[^ \t\n\f\r/>=]++)
    (?:{_SPACE}*+={_SPACE}*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)?+)?+
"""
#: No group stands within a possessive repeat: Python 3.11 then finds wrong places.
_TOKEN = re.compile(
    rf"""<(?:
        (?P<comment>!--)
      | (?P<end>/?)(?P<name>{_NAME})(?P<attributes>(?:[ \t\n\f\r/]++|{_ATTRIBUTE})*+)(?:>|\Z)
      | (?P<bogus>[!?/])
    )""",
    re.VERBOSE,
)
_ATTRIBUTES = re.compile(_ATTRIBUTE, re.VERBOSE)
_COMMENT_END = re.compile(r"--!?>|(?<=<!--)-?>")
_SCRIPT_TOKEN = re.compile(r"<!--|-->|<(?P<end>/?)script(?=[ \t\n\f\r/>])", re.IGNORECASE)
#: Tags shorter than this hold too few attributes to count.
_SHORT = 256
#: How many comparisons of attribute names count as one node.
_COMPARISONS = 256
#: The tree itself is measured when it is walked. What is counted here may be a little more than what will be there,
#: so twice the limit is let through.
_MARGIN = 2


def refuse_deep_pages(text: str, limits: Limits) -> None:
    """``LimitExceeded`` for a page that would cost more than linear time or space as a tree."""
    if is_small(text, limits.html_nodes) or is_ordinary(text, limits.html_depth, limits.html_nodes):
        return
    scan = _Scan(text)
    for _ in scan.tags():
        if scan.open.deepest > limits.html_depth * _MARGIN:
            raise LimitExceeded("html_depth", scan.open.deepest, limits.html_depth)
        if scan.nodes > limits.html_nodes:
            raise LimitExceeded("html_nodes", scan.nodes, limits.html_nodes)


def _is_closed(attributes: str) -> bool:
    """Whether the slash at the end stands alone: in ``a=b/`` it is part of a value."""
    end = max((found.end() for found in _ATTRIBUTES.finditer(attributes)), default=0)
    return end < len(attributes)


class _Scan:
    """One pass over the tags of a page."""

    def __init__(self, text: str) -> None:
        self.open = OpenElements()
        self.nodes = 0
        self._text = text
        self._form = False
        self._frame_attributes = 0

    def tags(self) -> Iterator[None]:
        """Follow the page tag by tag."""
        position = 0
        while token := _TOKEN.search(self._text, position):
            if token.start() > position:
                self._inline()
            position = self._after(token)
            yield

    def _after(self, token: re.Match[str]) -> int:
        """Take up a token; the place at which the next one may begin."""
        if token["name"]:
            return self._tag(token)
        self.nodes += 1
        if token["comment"]:
            end = _COMMENT_END.search(self._text, token.end())
            return end.end() if end else len(self._text)
        top = self.open.top
        closing = "]]>" if top and top.foreign and self._text.startswith("<![CDATA[", token.start()) else ">"
        found = self._text.find(closing, token.start())
        return found + len(closing) if found >= 0 else len(self._text)

    def _tag(self, token: re.Match[str]) -> int:
        name = token["name"].lower()
        if token["end"]:
            if not self._end(name):
                self.nodes += 1
            return token.end()
        self.nodes += 1
        self._count_attributes(name, token["attributes"])
        closed = token["attributes"].endswith("/") and _is_closed(token["attributes"])
        self._start(name, token, closed=closed)
        top = self.open.top
        if name in TEXT_ALONE and top and top.name == name and not top.foreign:
            return self._text_alone(name, token.end())
        return len(self._text) if name == "plaintext" and top and not top.foreign else token.end()

    def _count_attributes(self, name: str, attributes: str) -> None:
        if len(attributes) > _SHORT or name in ("html", "body"):
            count = sum(1 for _ in _ATTRIBUTES.finditer(attributes))
            if name in ("html", "body"):
                # Those of all such tags are gathered on one element.
                self._frame_attributes += count
            self.nodes += count * max(count, self._frame_attributes) // _COMPARISONS

    def _text_alone(self, name: str, start: int) -> int:
        """Where the content of an element ends that is text whatever it holds."""
        if name == "script":
            return self._script(start)
        end = re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(self._text, start)
        return end.start() if end else len(self._text)

    def _script(self, start: int) -> int:
        """A script may quote scripts in a comment (section 13.2.5, script data double escaped state)."""
        state = "script"
        position = start
        while token := _SCRIPT_TOKEN.search(self._text, position):
            position = token.end()
            if token[0] == "<!--":
                state = "comment" if state == "script" else state
                position -= 2
            elif token[0] == "-->":
                state = "script"
            elif token["end"]:
                if state != "quoted":
                    return token.start()
                state = "comment"
            elif state == "comment":
                state = "quoted"
        return len(self._text)

    def _inline(self) -> None:
        """A text, or the beginning of an element in a line."""
        self.nodes += 1 + self.open.reopen()

    def _start(self, name: str, token: re.Match[str], *, closed: bool) -> None:
        top = self.open.top
        if top and top.foreign and not self._leaves_foreign(top, name, token["attributes"]):
            if not closed:
                self.open.open(OpenElement(name, foreign=True))
        elif name in ("svg", "math"):
            self._inline()
            if not closed:
                self.open.open(OpenElement(name, foreign=True))
        elif name in _TABLE_PARTS:
            self._table_part(name)
        elif name in FORMATTING:
            self._formatting(name, token)
        elif name not in ("html", "head", "body"):
            self._plain(name)

    def _leaves_foreign(self, top: OpenElement, name: str, attributes: str) -> bool:
        if top.name in HOLDS_HTML:
            return True
        if name not in LEAVES_FOREIGN and not (name == "font" and attributes.strip()):
            return False
        self.open.leave_foreign()
        return True

    def _table_part(self, name: str) -> None:
        """Parts of a table close what is open in the part before."""
        around = self.open.last("#table")
        if around < 0:
            return
        group = max(self.open.last(kind) for kind in GROUPS)
        row = self.open.last("tr")
        if name in ("td", "th"):
            self.open.close_to(max(around, row) + 1)
        elif name == "tr":
            self.open.close_to(max(around, group) + 1)
        else:
            self.open.close_to(around + 1)
        for implied in _IMPLIED_PARTS.get(name, ()):
            kind = group if implied == "tbody" else row
            if kind <= around:
                self.open.open(OpenElement(implied))
        if name not in VOID:
            self._open(name)

    def _formatting(self, name: str, token: re.Match[str]) -> None:
        if name in ("a", "nobr"):
            self.open.close_formatting(name)
        self._inline()
        self.open.open_formatting(OpenElement(name, key=name + token["attributes"]))

    def _plain(self, name: str) -> None:
        if name in ENDS_PARAGRAPH:
            self._end_before_block(name)
        else:
            self._end_before_inline(name)
        # A form in a form, and a list in a list to select from, say nothing.
        again = name == "select" and self._end_list()
        again |= name == "form" and self._form and self.open.last("template") < 0
        if name not in VOID and not again:
            self._open(name)

    def _end_before_block(self, name: str) -> None:
        """A block ends the paragraph before it, an item also the item, a heading also a heading around it."""
        kinds = ("li",) if name == "li" else ("dd", "dt") if name in ("dd", "dt") else ()
        for kind in kinds:
            if self.open.last(kind) > self.open.last("#item"):
                self.open.close_to(self.open.last(kind))
        if self.open.last("p") > self.open.last("#button"):
            self.open.close_to(self.open.last("p"))
        top = self.open.top
        if name in HEADINGS and top and top.name in HEADINGS:
            self.open.close_to(top.place)

    def _end_before_inline(self, name: str) -> None:
        """Some elements end others like themselves; most go on with the formatting that a block closed."""
        if name in ("option", "optgroup"):
            in_list = name == "optgroup" and self.open.last("select") >= 0
            self.open.close_all(_OPTIONS if in_list else _OPTION)
        elif name in ("rb", "rp", "rt", "rtc") and self.open.last("ruby") >= 0:
            self.open.close_all(IMPLIED_END)
        elif name == "button" and self.open.last("button") > self.open.last("#scope"):
            self.open.close_to(self.open.last("button"))
        elif name == "input":
            self._end_list()
        elif name == "table" and self.open.last("table") > max(map(self.open.last, _HOLDS_TABLES)):
            self.open.close_to(self.open.last("table"))
        if name not in ("table", "template"):
            self.nodes += self.open.reopen()

    def _end_list(self) -> bool:
        """A list to select from ends at an input and at a further list, whose tag says nothing more."""
        place = self.open.last("select")
        if place < 0 or place < self.open.last("#scope"):
            return False
        self.open.close_to(place)
        return True

    def _open(self, name: str) -> None:
        self.open.open(OpenElement(name))
        self._form |= name == "form"
        if name in MARKING:
            self.open.mark()

    def _end(self, name: str) -> bool:
        """An end tag; whether it closes anything."""
        top = self.open.top
        if top and top.foreign:
            if name in ("p", "br"):
                self.open.leave_foreign()
            elif self.open.close_foreign(name):
                return True
        if name == "form":
            return self._end_form()
        if name in FORMATTING and self.open.close_formatting(name):
            return True
        place = self.open.last(name)
        if place < 0 or place < self._reach(name):
            return False
        self.open.close_to(place)
        return True

    def _reach(self, name: str) -> int:
        """The place beyond which an end tag does not look."""
        if name in _TABLE_PARTS or name == "table":
            return self.open.last("#table")
        if name == "p":
            return self.open.last("#button")
        if name == "li":
            return self.open.last("#list")
        return self.open.last("#scope" if name in _ENDED_IN_SCOPE else "#special")

    def _end_form(self) -> bool:
        """The end of a form closes it alone: what stands in it stays open."""
        if not self._form and self.open.last("template") < 0:
            return False
        self._form = False
        self.open.close_all(IMPLIED_END)
        top = self.open.top
        if top is None or top.name != "form":
            return False
        self.open.close_to(top.place)
        return True


_TABLE_PARTS = GROUPS | {"caption", "colgroup", "col", "tr", "td", "th"}
_IMPLIED_PARTS = {"td": ("tbody", "tr"), "th": ("tbody", "tr"), "tr": ("tbody",)}
_ENDED_IN_SCOPE = ENDED_IN_SCOPE | {"dd", "dt", "template"}
#: Where a table may stand in a table; elsewhere it ends the one around it.
_HOLDS_TABLES = ("td", "th", "caption", "template")
_OPTION = frozenset(("option",))
_OPTIONS = frozenset(("option", "optgroup"))
