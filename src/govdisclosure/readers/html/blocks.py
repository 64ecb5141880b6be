"""The walk through the tree of a page that composes its text and its tables."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import attrs
from selectolax.lexbor import LexborNode

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits
from govdisclosure.readers.composing import LOWERED, RAISED, Composer
from govdisclosure.readers.html.boxes import Roles, respanned
from govdisclosure.readers.html.elements import (
    BLOCKS,
    DESCRIPTIONS,
    FALLBACKS,
    GROUPS,
    HEADINGS,
    HINTS,
    MARKUP,
    PRESERVING,
    SHOWN_VALUES,
)
from govdisclosure.readers.html.marks import Marks, is_title_name
from govdisclosure.readers.html.tables import CellElement, RowElement, TableElement, form_grid
from govdisclosure.readers.html.visibility import Shown, Visibility, names_title
from govdisclosure.readers.observed import HiddenReason, Observed

__all__ = ["Walk"]

_CELLS = frozenset(("td", "th"))
#: The attributes of ``meta`` that say what its content is.
_META_NAMES = ("name", "property", "itemprop", "http-equiv")

#: Attributes that may say something about the page.
_SAYING = frozenset(("alt", "srcdoc", "content", *HINTS))
#: Elements that are more than lines, or parts of lines.
_SPECIAL = (
    MARKUP | FALLBACKS | PRESERVING | GROUPS | _CELLS | DESCRIPTIONS | {"table", "template", "tr", "input", "optgroup"}
)
#: All others are parts of lines.
_MARKED = BLOCKS | _SPECIAL
#: Elements whose text is set apart, or set in another way.
_SET_APART = HEADINGS | {"a", "b", "del", "s", "strike", "strong", "sub", "sup", "title"}
_STRUCK = frozenset(("del", "s", "strike"))

Attributes = Mapping[str, str | None]
#: What is done at the end of an element.
Leave = Callable[[], None]
Leaves = tuple[Leave, ...]


@attrs.define(eq=False)
class _Table:
    """A table that is open: its group and row, and the length of the text at which the last cell began."""

    element: TableElement
    placed: bool = True
    group: list[RowElement] | None = None
    row: RowElement | None = None
    previous: int | None = None


class Walk:
    """One pass through a tree in document order."""

    def __init__(self, limits: Limits, roles: Roles | None = None) -> None:
        self._limits = limits
        self._roles = roles or Roles()
        self._end_boxes: Leave | None = None
        self._composer = Composer()
        self._end_line: Leaves = (self._composer.end_line,)
        self._visibility = Visibility()
        self._marks = Marks()
        #: The characters of raised or lowered text that is open.
        self._scripts: list[dict[int, int]] = []
        #: How many open elements keep their white space.
        self._preserving = 0
        self._tables: list[TableElement] = []
        #: Which of them are boxes.
        self._tables_of_boxes: set[int] = set()
        #: The tables that are open; ``None`` parts what stands in a template from the table around it.
        self._open: list[_Table | None] = [None]
        #: Texts of the page, and what it says when asked: a hint that repeats a text says nothing.
        self._texts: list[str] = []
        self._hints: dict[str, None] = {}

    def through(self, node: LexborNode | None) -> None:
        """Everything from a node on: it, what it holds and what follows it."""
        path: list[tuple[LexborNode, Leaves]] = []
        nodes, most = 0, self._limits.html_nodes
        # html and body, or head, stand above everything.
        deepest = self._limits.html_depth + 1
        while node is not None:
            nodes += 1
            if nodes > most:
                raise LimitExceeded("html_nodes", nodes, most)
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content or "")
            else:
                if tag and tag[0] != "-":
                    if len(path) > deepest:
                        raise LimitExceeded("html_depth", len(path) - 1, self._limits.html_depth)
                    leaves = self._box(tag, node) if self._roles.tags else self._element(tag, node.attributes)
                else:
                    leaves = self._aside(node, tag)
                below = node.first_child if tag != "template" else _content(node)
                if below is not None:
                    path.append((node, leaves))
                    node = below
                    continue
                for leave in leaves:
                    leave()
            following = node.next
            while following is None and path:
                node, leaves = path.pop()
                for leave in leaves:
                    leave()
                following = node.next
            node = following

    def observed(self) -> Observed:
        """What was seen on the way."""
        self._composer.end_line()
        texts = {" ".join(text.split()) for text in self._texts} if self._hints else ()
        for hint in self._hints:
            if hint not in texts:
                self._composer.hide_text(HiddenReason.DESCRIPTION, hint)
        text = self._composer.text()
        formed = [form_grid(table, self._limits.table_places) for table in self._tables]
        grids = [grid for grid, _ in formed]
        for number in self._tables_of_boxes:
            grids[number] = respanned(grids[number], text, self._limits) or grids[number]
        return Observed(
            text=text,
            grids=tuple(grids),
            hidden=tuple(self._composer.hidden),
            markup=self._marks.markup(text, self._composer.page),
            findings=tuple(one for _, found in formed for one in found),
        )

    def _box(self, tag: str, node: LexborNode) -> Leaves:
        """An element of a page with tables of boxes."""
        number = node.mem_id
        if number not in self._roles.tags:
            return self._element(tag, node.attributes)
        if number in self._roles.first:
            self._composer.end_line()
            self._tables_of_boxes.add(len(self._tables))
            self._end_boxes = self._table()
        leaves = self._element(self._roles.tags[number], node.attributes)
        if number in self._roles.last and self._end_boxes:
            leaves = (*leaves, self._end_boxes, self._composer.end_line)
        return leaves

    def _aside(self, node: LexborNode, tag: str | None) -> Leaves:
        """What is neither an element nor a text."""
        if tag == "-comment":
            self._composer.hide_text(HiddenReason.MARKUP, node.comment_content or "")
        return ()

    def _text(self, text: str) -> None:
        if self._scripts:
            text = text.translate(self._scripts[-1])
        if self._preserving:
            self._composer.flow.add_preserved(text)
        else:
            self._composer.flow.add(text)
        self._texts.append(text)

    def _element(self, tag: str, attributes: Attributes) -> Leaves:
        if not _SAYING.isdisjoint(attributes):
            self._describe(tag, attributes)
        plain = not attributes or self._visibility.is_plain(attributes)
        if plain and tag not in _SET_APART:
            return self._shaped(tag, attributes) if tag in _MARKED else ()
        if not plain and self._visibility.shown(tag, attributes) is not Shown.YES:
            return self._special(tag, attributes)
        leaves = self._shaped(tag, attributes) if tag in _MARKED else ()
        return (*tuple(self._set_apart(tag, attributes))[::-1], *leaves)

    def _shaped(self, tag: str, attributes: Attributes) -> Leaves:
        """An element that is seen, and is more than a part of a line."""
        if tag == "br":
            self._composer.break_line()
            return ()
        if tag not in _SPECIAL:
            self._composer.end_line()
            return self._end_line
        if tag in _CELLS and (table := self._open[-1]) and table.row:
            return self._seen_cell(table, table.row, attributes)
        return self._special(tag, attributes)

    def _set_apart(self, tag: str, attributes: Attributes) -> Iterator[Leave]:
        """What begins within an element by which its text is set apart; the last that begins ends first."""
        look = self._visibility.look(attributes)
        inline = tag not in BLOCKS
        script = RAISED if tag == "sup" or (inline and look.is_raised) else None
        script = LOWERED if tag == "sub" or (inline and look.is_lowered) else script
        if (tag in _STRUCK or look.is_struck) and self._composer.flow.reason is not HiddenReason.DELETED:
            self._composer.hide(HiddenReason.DELETED)
            yield self._composer.show
        elif script is not None:
            self._scripts.append(script)
            yield self._end_script
        flow = self._composer.flow
        mark = self._marks.begin(
            flow,
            tag,
            links=tag == "a" and "href" in attributes,
            is_bold=look.is_bold,
            is_title=tag in BLOCKS and names_title(attributes),
        )
        if mark:
            yield partial(flow.close, mark)

    def _end_script(self) -> None:
        self._scripts.pop()

    def _seen_cell(self, table: _Table, row: RowElement, attributes: Attributes) -> Leaves:
        """A cell that hides nothing: a line of its own behind a tab."""
        self._composer.end_line()
        self._next_cell(table)
        return (self._cell(row, attributes, placed=True), self._composer.end_line)

    def _special(self, tag: str, attributes: Attributes) -> Leaves:
        """An element that is not seen, or that is more than a line."""
        state = self._visibility.shown(tag, attributes)
        leaves = [self._line(tag, state), self._stretch(tag, state), self._structure(tag, attributes, state)]
        if tag in PRESERVING:
            leaves.append(self._preserve())
        self._show_values(tag, attributes)
        return tuple(leave for leave in reversed(leaves) if leave is not None)

    def _line(self, tag: str, state: Shown) -> Leave | None:
        """Blocks begin and end lines, also where they are blank; what takes no place parts nothing."""
        if tag not in BLOCKS or (state is Shown.NO and not self._composer.flow.reason):
            return None
        self._composer.end_line()
        return self._composer.end_line

    def _stretch(self, tag: str, state: Shown) -> Leave | None:
        """Begin a hidden stretch where the element is not seen, and a cell where it is one."""
        reason = _reason(tag, state)
        flow = self._composer.flow
        table = self._open[-1]
        if tag in _CELLS and table and table.row and (state is not Shown.NO or flow.reason):
            self._next_cell(table)
        if reason is None or flow.reason is reason:
            return None
        self._composer.hide(reason)
        return self._composer.show

    def _next_cell(self, table: _Table) -> None:
        flow = self._composer.flow
        if table.previous is not None:
            flow.next_cell(table.previous)
        table.previous = flow.length

    def _preserve(self) -> Leave:
        self._preserving += 1

        def leave() -> None:
            self._preserving -= 1

        return leave

    def _structure(self, tag: str, attributes: Attributes, state: Shown) -> Leave | None:
        if tag == "table":
            return self._table()
        if tag == "template":
            self._open.append(None)
            return self._close_table
        table = self._open[-1]
        if table is None:
            return None
        if tag in GROUPS:
            return self._group(table, tag, state)
        if tag == "tr":
            return self._row(table, state)
        if tag in _CELLS and table.row:
            return self._cell(table.row, attributes, placed=state is not Shown.NO)
        return None

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

    def _cell(self, row: RowElement, attributes: Attributes, *, placed: bool) -> Leave:
        flow = self._composer.flow
        mark = flow.mark()
        row.cells.append(
            CellElement(
                mark=mark,
                colspan=attributes.get("colspan") or "",
                rowspan=attributes.get("rowspan") or "",
                placed=placed,
                hidden=flow.reason is not None,
            )
        )
        return partial(flow.close, mark)

    def _describe(self, tag: str, attributes: Attributes) -> None:
        """What attributes say about the page."""
        if tag == "meta" and (content := attributes.get("content")):
            name = next((value for key in _META_NAMES if (value := attributes.get(key))), "")
            mark = self._composer.hide_text(HiddenReason.DESCRIPTION, content, f"{name}: ")
            if is_title_name(name or ""):
                self._marks.add_title(mark)
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


def _content(node: LexborNode) -> LexborNode | None:
    """The first node in a template: what it holds is a document of its own."""
    if fragments := node.template_fragments():
        return fragments[0].first_child
    return node.first_child


def _reason(tag: str, state: Shown) -> HiddenReason | None:
    """Why what an element holds is not seen; ``None`` where it is."""
    if tag in MARKUP:
        return HiddenReason.MARKUP
    if tag in DESCRIPTIONS:
        return HiddenReason.DESCRIPTION
    return None if state is Shown.YES else HiddenReason.INVISIBLE
