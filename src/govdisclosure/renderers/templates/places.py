"""Where in an HTML document a piece of a template stands, and whether a value may stand there.

What a browser does with a value depends on what is around it: escaped, it is only text between tags and in a quoted
attribute, and there only where the attribute is neither an address nor something that runs. This follows the tokenizer
of the HTML standard (13.2.5) as far as templates need it, and refuses what it would have to guess.
"""

import re

import attrs

__all__ = ["Misplaced", "Spot"]

_SPACE = " \t\n\f\r"
_NAME = re.compile(r"[^\t\n\f\r />]*")
_ATTRIBUTE = re.compile(r"[^\t\n\f\r />=]+")
#: Elements that hold text alone, and of these the ones that may hold values.
_TEXT_ONLY = frozenset(("script", "style", "iframe", "textarea", "title"))
_TEXT_WITH_VALUES = frozenset(("textarea", "title"))
#: Elements whose end, or whose effect on others, depends on the browser.
_REFUSED = frozenset(("base", "frameset", "noembed", "noframes", "noscript", "plaintext", "xmp"))
#: Attributes that say something and do nothing. Those that begin with ``aria-`` and ``data-`` are too.
_HARMLESS = frozenset(
    (
        *("abbr", "align", "alt", "class", "colspan", "cols", "datetime", "dir", "for", "headers", "height", "high"),
        *("hreflang", "id", "label", "lang", "low", "max", "maxlength", "min", "name", "optimum", "placeholder"),
        *(
            "role",
            "rows",
            "rowspan",
            "scope",
            "size",
            "span",
            "start",
            "summary",
            "title",
            "translate",
            "valign",
            "value",
        ),
        *("width", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "viewbox", "xml:lang"),
    )
)
_ANCHORED = frozenset(("href", "xlink:href"))


class Misplaced(Exception):
    """Something stands where it cannot: the code of the error, its words, and how many lines further down."""

    def __init__(self, code: str, params: dict[str, str] | None = None, lines: int = 0) -> None:
        super().__init__(code)
        self.code, self.params, self.lines = code, params or {}, lines


@attrs.define
class Spot:
    """A place in HTML, moved on by the text of a template.

    ``mode`` is ``text``, ``held`` (inside an element that holds text alone), ``comment``, ``declaration``, or within
    a tag ``name``, ``tag`` (between attributes), ``attribute`` (its name), ``equals``, ``value``, ``quoted`` or
    ``bare``; ``gap`` is where a name has ended and nothing may go on with it.
    """

    mode: str = "text"
    element: str = ""
    closing: bool = False
    attribute: str = ""
    quote: str = ""
    #: Whether the value of the attribute has begun, and whether it began with the sign of an address in the page.
    begun: bool = False
    anchored: bool = False
    #: Whether the tag has http-equiv, and whether its content holds a value.
    refresh: bool = False
    content: bool = False
    #: The beginning of something that the next text decides on.
    pending: str = ""

    # --- what templates do

    def text(self, words: str) -> None:
        """Move on by a piece of the template's own text."""
        words = self.pending + words
        self.pending = ""
        at = 0
        while at < len(words):
            try:
                at = getattr(self, f"_{self.mode}")(words, at)
            except Misplaced as wrong:
                raise Misplaced(wrong.code, wrong.params, words.count("\n", 0, at)) from None

    def value(self) -> None:
        """A value is printed here."""
        if self.pending:
            raise Misplaced("value-in-tag" if self.mode == "text" else "cut")
        match self.mode:
            case "text":
                return
            case "held":
                if self.element not in _TEXT_WITH_VALUES:
                    raise Misplaced("value-in-element", {"element": self.element})
            case "quoted":
                self._value_in_attribute()
            case "value" | "bare":
                raise Misplaced("value-unquoted", {"attribute": self.attribute})
            case "comment" | "declaration":
                raise Misplaced("value-in-comment")
            case _:
                raise Misplaced("value-in-tag")

    def _value_in_attribute(self) -> None:
        name, harmless = self.attribute, self.attribute in _HARMLESS
        if self.element == "meta" and name == "content":
            self.content = harmless = True
            self._no_refresh()
        if name in _ANCHORED and self.begun and self.anchored:
            harmless = True
        if not (harmless or name.startswith(("aria-", "data-"))):
            raise Misplaced("value-in-attribute", {"attribute": name})
        self.begun = True

    def settle(self) -> None:
        """A branch or a loop begins or ends here: a name ends, and nothing else may be cut in two."""
        if self.pending or self.mode in ("value", "bare", "declaration"):
            raise Misplaced("cut")
        if self.mode == "equals":
            self.mode = "tag"  # a space has come, and no sign of equality may begin what follows
        if self.mode in ("name", "attribute"):
            self._named()
            self.mode = "gap"

    def joined(self, other: "Spot") -> "Spot":
        """The place after two branches that ended at these; ``Misplaced`` if they are not one place."""
        one, two = attrs.evolve(self), attrs.evolve(other)
        if {one.mode, two.mode} == {"gap", "tag"}:
            one.mode = two.mode = "gap"
        if one.mode in ("gap", "tag"):
            one = attrs.evolve(one, attribute="", quote="", begun=False, anchored=False)
            two = attrs.evolve(two, attribute="", quote="", begun=False, anchored=False)
        one.begun = two.begun = one.begun or two.begun
        one.anchored = two.anchored = one.anchored and two.anchored
        one.refresh = two.refresh = one.refresh or two.refresh
        one.content = two.content = one.content or two.content
        if one.mode in ("text", "comment"):
            return Spot(one.mode) if one.mode == two.mode else _differ()
        return one if one == two else _differ()

    # --- the tokenizer: each takes on from a position and says how far it came

    def _text(self, words: str, at: int) -> int:
        begin = words.find("<", at)
        if begin < 0:
            return len(words)
        rest = words[begin : begin + 9]
        if rest in ("<", "</", "<!", "<!-") or ("<![CDATA[".startswith(rest.upper()) and len(rest) in range(3, 9)):
            self.pending = rest
            return len(words)
        if rest.upper() == "<![CDATA[":
            raise Misplaced("cdata")
        if rest.startswith("<!--"):
            self.mode, after = "comment", words[begin + 4 : begin + 6]
            if after.startswith(">") or after == "->":
                raise Misplaced("tag", {"detail": "<!-->"})
            return begin + 4
        self.closing = rest[1] == "/"
        name = rest[1 + self.closing]
        if name.isascii() and name.isalpha():
            self.mode, self.element = "name", ""
            self.refresh = self.content = False
            return begin + 1 + self.closing
        if self.closing or rest[1] in "!?":
            self.mode = "declaration"
        return begin + 1

    def _comment(self, words: str, at: int) -> int:
        ends = re.compile(r"--!?>").search(words, at)
        if ends:
            self.mode = "text"
            return ends.end()
        tail = re.compile(r"-{1,2}!?\Z").search(words, at)
        self.pending = tail.group() if tail else ""
        return len(words)

    def _declaration(self, words: str, at: int) -> int:
        end = words.find(">", at)
        if end < 0:
            return len(words)
        self.mode = "text"
        return end + 1

    def _held(self, words: str, at: int) -> int:
        begin = words.find("<", at)
        if begin < 0:
            return len(words)
        wanted = f"</{self.element}"
        found = words[begin : begin + len(wanted) + 1].lower()
        if len(found) <= len(wanted):
            if not wanted.startswith(found):
                raise Misplaced("markup-in-element", {"element": self.element})
            self.pending = words[begin:]
            return len(words)
        if not found.startswith(wanted) or found[-1] not in f"{_SPACE}/>":
            raise Misplaced("markup-in-element", {"element": self.element})
        self.mode, self.closing = "tag", True
        return begin + len(wanted)

    def _name(self, words: str, at: int) -> int:
        found = _NAME.match(words, at)
        assert found  # noqa: S101 - it matches nothing too
        self.element += found.group().lower()
        if found.end() < len(words):
            self._named()
            self.mode = "tag"
        return found.end()

    def _named(self) -> None:
        if self.mode == "name" and self.element in _REFUSED:
            raise Misplaced("element", {"element": self.element})

    def _gap(self, words: str, at: int) -> int:
        if words[at] not in f"{_SPACE}/>":
            raise Misplaced("cut")
        self.mode = "tag"
        return at

    def _tag(self, words: str, at: int) -> int:
        char = words[at]
        if char == ">":
            return self._end(at)
        if char in f"{_SPACE}/":
            return at + 1
        if char == "=":
            raise Misplaced("tag", {"detail": "="})
        self.mode, self.attribute = "attribute", ""
        return at

    def _attribute(self, words: str, at: int) -> int:
        found = _ATTRIBUTE.match(words, at)
        if found:
            self.attribute += found.group().lower()
            at = found.end()
            if wrong := set(found.group()) & set("\"'<`"):
                raise Misplaced("tag", {"detail": min(wrong)})
        if at < len(words):
            self.refresh = self.refresh or self.attribute == "http-equiv"
            self.mode = "equals"
        return at

    def _equals(self, words: str, at: int) -> int:
        if words[at] in _SPACE:
            return at + 1
        self.mode = "value" if words[at] == "=" else "tag"
        return at + (words[at] == "=")

    def _value(self, words: str, at: int) -> int:
        char = words[at]
        if char in _SPACE:
            return at + 1
        if char == ">":
            return self._end(at)
        self.begun = self.anchored = False
        self.mode, self.quote = ("quoted", char) if char in "\"'" else ("bare", "")
        return at + 1

    def _quoted(self, words: str, at: int) -> int:
        end = words.find(self.quote, at)
        if not self.begun and end != at:
            self.begun, self.anchored = True, words[at] == "#"
        if end < 0:
            return len(words)
        self.mode = "tag"
        return end + 1

    def _bare(self, words: str, at: int) -> int:
        while at < len(words) and words[at] not in f"{_SPACE}>":
            at += 1
        if at < len(words):
            self.mode = "tag"
        return at

    def _end(self, at: int) -> int:
        """The tag ends."""
        self._no_refresh()
        self.mode = "held" if self.element in _TEXT_ONLY and not self.closing else "text"
        if self.mode == "text":
            self.element, self.closing = "", False
        self.attribute = self.quote = ""
        self.begun = self.anchored = self.refresh = self.content = False
        return at + 1

    def _no_refresh(self) -> None:
        if self.refresh and self.content:
            raise Misplaced("refresh")


def _differ() -> Spot:
    raise Misplaced("branches")
