"""What elements hold on pages that are written in the ordinary way (HTML standard, sections 4 and 13.1.2).

Only what leads to the same tree in every browser stands here, so that tags which follow these tables need no rule of
the tree construction: nothing is moved, closed over its head or opened again.
"""

from collections.abc import Iterable, Mapping

import attrs

from govdisclosure.readers.html.elements import (
    BLOCKS,
    ENDED_IN_SCOPE,
    ENDS_PARAGRAPH,
    FORMATTING,
    GROUPS,
    HEADINGS,
    IMPLIED_END,
    SPECIAL,
    TEXT_ALONE,
    VOID,
)

__all__ = ["NOTHING", "ORDINARY_TEXT", "PAGE", "TELLING_ENDS", "Element", "like_span"]


@attrs.define(eq=False)
class Element:
    """An open element.

    ``end`` is its end tag, ``holds`` what each tag opens in it. ``ended_by`` are the tags before which its own end tag
    is left out, ``implies`` what is opened by itself before a tag. It does not stand within those of ``apart``.
    """

    end: str
    holds: "Mapping[str, Element]"
    ended_by: frozenset[str] = frozenset()
    implies: "Mapping[str, Element]" = attrs.field(factory=dict)
    apart: "tuple[Element, ...]" = ()


#: What a tag opens that changes nothing.
NOTHING = Element("", {})

_Content = dict[str, Element]


def like_span(name: str, within: Element) -> Element | None:
    """What a tag opens whose name says nothing to a browser; ``None`` where it says something, or is out of place."""
    span = within.holds.get("span")
    return None if span is None or name in _TELLING else Element(f"/{name}", span.holds)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _ends(names: Iterable[str]) -> frozenset[str]:
    return frozenset(f"/{name}" for name in names)


def _open(names: Iterable[str], holds: _Content, ended_by: frozenset[str] = frozenset()) -> _Content:
    return {name: Element(f"/{name}", holds, ended_by) for name in names}


def _apart(name: str, *contents: tuple[_Content, _Content]) -> None:
    """Put an element that does not stand within its own kind into each content, with what it holds there."""
    kinds = tuple(Element(f"/{name}", holds) for _, holds in contents)
    for kind, (content, _) in zip(kinds, contents, strict=True):
        kind.apart = kinds
        content[name] = kind


#: Elements whose content is text alone; of these the end tag is what is met.
ORDINARY_TEXT = TEXT_ALONE - {"xmp"}
_CELLS = _names("td th")
_LISTS = _names("ol ul")
_TERMS = _names("dd dt")
_BLOCKS = _names(
    "address article aside blockquote center div fieldset figcaption figure footer header main nav pre section"
)
#: Elements in a line; those whose names say nothing are told by :func:`like_span`.
_LINE = (FORMATTING - {"a", "nobr"}) | _names("label o:p span sub sup")
_VOID = _names("area br embed img input link meta param source track wbr")
#: Tags of the frame of a page, which is there whether they are written or not.
_FRAME = _names("head /head /body /html")
#: Names that bear on how a tree is built.
_TELLING = (BLOCKS | ENDED_IN_SCOPE | ENDS_PARAGRAPH | FORMATTING | IMPLIED_END | SPECIAL | TEXT_ALONE | VOID) | _names(
    "command isindex math menuitem optgroup option selectedcontent svg"
)
#: End tags that do something even where nothing of their name is open.
TELLING_ENDS = _ends(HEADINGS | {"br", "p"})
_TABLE_ENDS = _ends(GROUPS | {"table"})
_PARTS = GROUPS | _CELLS | {"tr"}

_everywhere = dict.fromkeys(_VOID | _FRAME | _ends(ORDINARY_TEXT), NOTHING)
#: What stands in blocks; in paragraphs and the lines in them; and in elements of one kind each.
_flow: _Content = dict(_everywhere)
_phrasing: _Content = dict(_everywhere)
_heading: _Content = {}
_paragraph: _Content = {}
_list: _Content = {}
_terms: _Content = {}
_select: _Content = {}
_table: _Content = dict.fromkeys(("/script", "/style"), NOTHING)
_group: _Content = dict(_table)
_row: _Content = dict(_table)
_columns: _Content = {"col": NOTHING}

_ends_paragraph = _BLOCKS | HEADINGS | _LISTS | {"p", "form", "hr", "dl"}
_ends_in_paragraph = (_ends_paragraph - {"p", "hr"}) | _TERMS | _PARTS | {"li", "table", "caption"}
_ended_paragraph = _ends_paragraph | _TERMS | _PARTS | {"li"} | _ends(_ends_in_paragraph)

_phrasing |= _open(_LINE, _phrasing)
_flow |= _open(_LINE | _BLOCKS, _flow)
_flow |= _open(("p",), _paragraph, _ended_paragraph) | _open(HEADINGS, _heading)
_flow |= _open(_LISTS, _list) | _open(("dl",), _terms) | _open(("table",), _table) | {"hr": NOTHING}
_apart("a", (_flow, _flow), (_phrasing, _phrasing))
_apart("nobr", (_flow, _flow), (_phrasing, _phrasing))
_apart("button", (_flow, _flow), (_phrasing, _flow))
_apart("template", (_flow, _flow), (_phrasing, _flow))
_apart("select", (_flow, _select), (_phrasing, _select))
_apart("form", (_flow, _flow))
_heading |= {name: opened for name, opened in _flow.items() if name not in HEADINGS}
#: A table in a paragraph may end it, or not (in quirks mode): it is counted as if it did not.
_paragraph |= _phrasing | {"table": _flow["table"]}
_list |= _flow | _open(("li",), _flow, frozenset({"li"}) | _ends(_LISTS))
_terms |= _flow | _open(_TERMS, _flow, _TERMS | {"/dl"})
_select |= _open(("option",), {}, _names("option optgroup /optgroup /select"))
_select |= _open(("optgroup",), {"option": _select["option"]}, _names("optgroup /select"))
_table |= _open(("caption",), _flow) | _open(("colgroup",), _columns, _PARTS | _TABLE_ENDS)
_table |= _open(GROUPS, _group, GROUPS | {"/table"})
_group |= _open(("tr",), _row, GROUPS | {"tr"} | _TABLE_ENDS)
_row |= _open(_CELLS, _flow, _PARTS | {"/tr"} | _TABLE_ENDS)
_flow["table"].implies = dict.fromkeys(_CELLS | {"tr"}, _table["tbody"]) | {"col": _table["colgroup"]}
for _name in GROUPS:
    _table[_name].implies = dict.fromkeys(_CELLS, _group["tr"])

#: What stands around everything on a page.
PAGE = Element("", _flow)
