"""The walk through the tree of a page that composes its text and its tables."""

import re
from collections.abc import Callable, Mapping

import attrs
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.html.composing import Composer
from govdisclosure.readers.html.depth import refuse_deep_pages
from govdisclosure.readers.html.elements import BLOCKS, DESCRIPTIONS, GROUPS, HINTS, MARKUP, PRESERVING, SHOWN_VALUES
from govdisclosure.readers.html.tables import CellElement, RowElement, TableElement, form_grid
from govdisclosure.readers.html.visibility import Shown, shown
from govdisclosure.readers.observed import HiddenReason, Observed

__all__ = ["observe_html"]

_SURROGATES = re.compile("[\ud800-\udfff]")
#: Events cost time in the square of the options of a list.
_WITHOUT_EVENTS = LexborDocumentOptions.WO_EVENTS.value
_CELLS = frozenset(("td", "th"))
#: The attributes of ``meta`` that say what its content is.
_META_NAMES = ("name", "property", "itemprop", "http-equiv")

Attributes = Mapping[str, str | None]
Leave = Callable[[], None]


def observe_html(text: str, limits: Limits) -> Observed:
    """What a web page shows. ``LimitExceeded`` where it is nested, or larger, than the limits allow.

    Half surrogate pairs are no characters; each becomes U+FFFD.
    """
    refuse_deep_pages(text, limits)
    tree = LexborHTMLParser(_SURROGATES.sub("\ufffd", text), options=_WITHOUT_EVENTS, scripting=True)
    walk = _Walk(limits)
    walk.through(_first(tree))
    return walk.observed()


def _first(tree: LexborHTMLParser) -> LexborNode | None:
    """The first node of the document; comments may stand before the root."""
    node = tree.root
    while node is not None and node.prev is not None:
        node = node.prev
    return node


@attrs.define(eq=False)
class _Table:
    """A table that is open: its group and row, and the length of the text at which the last cell began."""

    element: TableElement
    placed: bool = True
    group: list[RowElement] | None = None
    row: RowElement | None = None
    previous: int | None = None


class _Walk:
    """One pass through a tree in document order."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._composer = Composer()
        self._nodes = 0
        #: How many open elements keep their white space.
        self._preserving = 0
        self._tables: list[TableElement] = []
        #: The tables that are open; ``None`` parts what stands in a template from the table around it.
        self._open: list[_Table | None] = [None]
        #: Texts of the page, and what it says when asked: a hint that repeats a text says nothing.
        self._texts: set[str] = set()
        self._hints: dict[str, None] = {}

    def through(self, node: LexborNode | None) -> None:
        """Everything from a node on: it, what it holds and what follows it."""
        path: list[tuple[LexborNode, Leave]] = []
        while node is not None:
            leave = self._enter(node, len(path))
            below = _content(node)
            if below is not None:
                path.append((node, leave))
                node = below
                continue
            leave()
            while node.next is None and path:
                node, leave = path.pop()
                leave()
            node = node.next

    def observed(self) -> Observed:
        """What was seen on the way."""
        self._composer.end_line()
        for hint in self._hints:
            if hint not in self._texts:
                self._composer.hide_text(HiddenReason.DESCRIPTION, hint)
        text = self._composer.text()
        formed = [form_grid(table, self._limits.table_places) for table in self._tables]
        return Observed(
            text=text,
            grids=tuple(grid for grid, _ in formed),
            hidden=tuple(self._composer.hidden),
            findings=tuple(one for _, found in formed for one in found),
        )

    def _enter(self, node: LexborNode, depth: int) -> Leave:
        self._nodes += 1
        if self._nodes > self._limits.html_nodes:
            raise LimitExceeded("html_nodes", self._nodes, self._limits.html_nodes)
        tag = node.tag
        if tag == "-text":
            self._text(node.text_content or "")
        elif tag == "-comment":
            self._composer.hide_text(HiddenReason.MARKUP, node.comment_content or "")
        elif tag and tag[0] != "-":
            # html and body, or head, stand above everything.
            if depth - 1 > self._limits.html_depth:
                raise LimitExceeded("html_depth", depth - 1, self._limits.html_depth)
            return self._element(tag, node.attributes)
        return _nothing

    def _text(self, text: str) -> None:
        if self._preserving:
            self._composer.flow.add_preserved(text)
        else:
            self._composer.flow.add(text)
        self._texts.add(" ".join(text.split()))

    def _element(self, tag: str, attributes: Attributes) -> Leave:
        if attributes:
            self._describe(tag, attributes)
        state = shown(tag, attributes)
        leaves = [self._line(tag, state), self._stretch(tag, state), self._structure(tag, attributes, state)]
        if tag in PRESERVING:
            leaves.append(self._preserve())
        if attributes:
            self._show_values(tag, attributes)
        called = [leave for leave in reversed(leaves) if leave is not _nothing]
        if not called:
            return _nothing
        return called[0] if len(called) == 1 else lambda: _all(called)

    def _line(self, tag: str, state: Shown) -> Leave:
        """Blocks begin and end lines, also where they are blank; what takes no place parts nothing."""
        if tag not in BLOCKS or (state is Shown.NO and not self._composer.flow.reason):
            return _nothing
        self._composer.end_line()
        return self._composer.end_line

    def _stretch(self, tag: str, state: Shown) -> Leave:
        """Begin a hidden stretch where the element is not seen, and a cell where it is one."""
        reason = _reason(tag, state)
        flow = self._composer.flow
        table = self._open[-1]
        if tag in _CELLS and table and table.row and (state is not Shown.NO or flow.reason):
            if table.previous is not None:
                flow.next_cell(table.previous)
            table.previous = flow.length
        if reason is None or flow.reason is reason:
            return _nothing
        self._composer.hide(reason)
        return self._composer.show

    def _preserve(self) -> Leave:
        self._preserving += 1

        def leave() -> None:
            self._preserving -= 1

        return leave

    def _structure(self, tag: str, attributes: Attributes, state: Shown) -> Leave:
        if tag == "table":
            return self._table()
        if tag == "template":
            self._open.append(None)
            return self._close_table
        table = self._open[-1]
        if table is None:
            return _nothing
        if tag in GROUPS:
            return self._group(table, tag, state)
        if tag == "tr":
            return self._row(table, state)
        if tag in _CELLS and table.row:
            return self._cell(table.row, attributes, state)
        return _nothing

    def _table(self) -> Leave:
        element = TableElement()
        self._tables.append(element)
        if len(self._tables) > self._limits.tables:
            raise LimitExceeded("tables", len(self._tables), self._limits.tables)
        self._open.append(_Table(element))
        if self._composer.flow.reason:
            return self._close_table
        self._composer.open_tables += 1
        return self._close_seen_table

    def _close_table(self) -> None:
        self._open.pop()

    def _close_seen_table(self) -> None:
        self._open.pop()
        self._composer.open_tables -= 1

    def _group(self, table: _Table, tag: str, state: Shown) -> Leave:
        table.group = []
        table.placed = state is not Shown.NO
        (table.element.feet if tag == "tfoot" else table.element.groups).append(table.group)

        def leave() -> None:
            table.group = None
            table.placed = True

        return leave

    def _row(self, table: _Table, state: Shown) -> Leave:
        if table.group is None:
            table.group = []
            table.element.groups.append(table.group)
        table.row = RowElement(placed=table.placed and state is not Shown.NO)
        table.group.append(table.row)
        table.previous = None
        flow = self._composer.flow

        def leave() -> None:
            table.row = None
            flow.end_row()

        return leave

    def _cell(self, row: RowElement, attributes: Attributes, state: Shown) -> Leave:
        flow = self._composer.flow
        mark = flow.mark()
        row.cells.append(
            CellElement(
                mark=mark,
                colspan=attributes.get("colspan") or "",
                rowspan=attributes.get("rowspan") or "",
                placed=state is not Shown.NO,
                hidden=flow.reason is not None,
            )
        )
        return lambda: flow.close(mark)

    def _describe(self, tag: str, attributes: Attributes) -> None:
        """What attributes say about the page."""
        if tag == "meta" and (content := attributes.get("content")):
            name = next((value for key in _META_NAMES if (value := attributes.get(key))), "")
            self._composer.hide_text(HiddenReason.DESCRIPTION, f"{name}: {content}")
        if alternative := attributes.get("alt"):
            self._composer.hide_text(HiddenReason.DESCRIPTION, alternative)
        if source := attributes.get("srcdoc"):
            self._composer.hide_text(HiddenReason.MARKUP, source)
        for name in HINTS:
            if hint := attributes.get(name):
                self._hints[" ".join(hint.split())] = None

    def _show_values(self, tag: str, attributes: Attributes) -> None:
        """The texts that form elements show, and the values that they do not show."""
        if tag == "input" and (value := attributes.get("value")):
            if (attributes.get("type") or "text").strip().lower() in SHOWN_VALUES:
                self._composer.flow.add(value)
            else:
                self._composer.hide_text(HiddenReason.MARKUP, value)
        if tag == "optgroup" and (label := attributes.get("label")):
            self._text(label)
            self._composer.end_line()


def _nothing() -> None:
    """What most elements do at their end."""


def _all(leaves: list[Leave]) -> None:
    for leave in leaves:
        leave()


def _content(node: LexborNode) -> LexborNode | None:
    """The first node in an element. What a template holds is a document of its own."""
    if node.tag == "template" and (fragments := node.template_fragments()):
        return fragments[0].first_child
    return node.first_child


def _reason(tag: str, state: Shown) -> HiddenReason | None:
    """Why what an element holds is not seen; ``None`` where it is."""
    if tag in MARKUP:
        return HiddenReason.MARKUP
    if tag in DESCRIPTIONS:
        return HiddenReason.DESCRIPTION
    return None if state is Shown.YES else HiddenReason.INVISIBLE
