"""Whether a page is so small that a tree of it is soon made, however it is written.

What costs time in the square of its number is open elements and the attributes of one tag: on a small page they are
few. What is opened again and again, formatting elements, has to be counted.
"""

import re

from govdisclosure.readers.html.elements import FORMATTING

__all__ = ["is_small"]

#: With so many tags, or attributes, the worst pages known take a third of a second to parse.
_TAGS, _ATTRIBUTES = 8_000, 15_000
#: What parts attributes, or their names from their values.
_PARTING = " \t\n\f\r/="
#: A tag adds a few nodes, or moves and copies as many as the adoption agency does at most: in each of eight rounds
#: three formatting elements and what holds them (HTML standard, section 13.2.6.4.7).
_NODES_OF_TAG = 4 + 8 * 4
#: So many elements that are alike are opened again (section 13.2.4.3, the Noah's Ark clause).
_ALIKE = 3

_SPACE = r"[ \t\n\f\r]"
#: Of links one at most is open.
_NAMES = sorted(FORMATTING - {"a"})
_FIRST = "".join(sorted({sign for name in _NAMES for sign in (name[0], name[0].upper())}))
_NAME = "|".join("".join(f"[{sign}{sign.upper()}]" for sign in name) for name in _NAMES)
_VALUE = r"""(?:"[^"<]*+"|'[^'<]*+'|[^ \t\n\f\r"'<>=`]++)"""
#: A tag of a formatting element; as nothing where it is not plainly written.
_FORMATTING_TAG = re.compile(
    rf"""<(?=[{_FIRST}])(?:
        ((?:{_NAME})(?:{_SPACE}++[a-zA-Z:_-]++(?:={_VALUE})?+)*+{_SPACE}*+>)
      | (?=(?:{_NAME})[ \t\n\f\r/>])
    )""",
    re.VERBOSE,
)


def is_small(text: str, nodes: int) -> bool:
    """Whether the tree of a page costs little, and for certain has no more nodes than that."""
    tags = text.count("<")
    if tags > _TAGS or sum(map(text.count, _PARTING)) > _ATTRIBUTES:
        return False
    different = set(_FORMATTING_TAG.findall(text))
    # Before each tag and each text all of them may be opened again.
    again = 2 * (_ALIKE * len(different) + 1)
    return "" not in different and tags * (_NODES_OF_TAG + again) + _NODES_OF_TAG <= nodes
