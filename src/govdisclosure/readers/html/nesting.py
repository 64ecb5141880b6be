"""The elements that are open at one place of a page, as the tree construction of the HTML standard keeps them.

Only what bears on how deep a page nests is followed (sections 13.2.4.2, 13.2.4.3 and 13.2.6 of the standard). Where
the standard removes an element that others stand in, it is kept here: never less is counted than is there, save by
the few elements that a tree builder adds.
"""

import attrs

from govdisclosure.readers.html.elements import IN_BUTTON_SCOPE, IN_LIST_SCOPE, IN_SCOPE, MARKING, SPECIAL

__all__ = ["OpenElement", "OpenElements"]


@attrs.define(eq=False)
class OpenElement:
    """An element that is, or was, open. ``key`` is its tag as written where it formats text, else empty."""

    name: str
    key: str = ""
    foreign: bool = False
    place: int = -1
    removed: bool = False


#: How many equal formatting elements are opened again (in the standard: the Noah's Ark clause).
_EQUAL = 3


def _kinds(name: str) -> tuple[str, ...]:
    """The lists in which the place of an element is kept, for questions about the nearest one of a kind."""
    kinds = [name]
    kinds += ["#scope"] * (name in IN_SCOPE)
    kinds += ["#button"] * (name in IN_BUTTON_SCOPE)
    kinds += ["#list"] * (name in IN_LIST_SCOPE)
    kinds += ["#special"] * (name in SPECIAL)
    kinds += ["#item"] * (name in SPECIAL and name not in ("address", "div", "p", "li", "dd", "dt"))
    kinds += ["#table"] * (name in ("table", "template"))
    return tuple(kinds)


class OpenElements:
    """The stack of open elements, with the list of formatting elements that are opened again after a block."""

    def __init__(self) -> None:
        self._stack: list[OpenElement] = []
        self._places: dict[str, list[int]] = {}
        self._kinds: dict[str, tuple[str, ...]] = {}
        #: Formatting elements to be opened again; ``None`` is a marker that parts cells from what is around them.
        self._formatting: list[OpenElement | None] = []
        self._removed = 0
        self.deepest = 0

    @property
    def top(self) -> OpenElement | None:
        """The element that was opened last."""
        return self._stack[-1] if self._stack else None

    def last(self, kind: str) -> int:
        """The place of the last open element of a name, or of a ``#kind``; -1 if there is none."""
        places = self._places.get(kind)
        return places[-1] if places else -1

    def open(self, element: OpenElement) -> None:
        """Put an element on the stack."""
        name = element.name
        if name not in self._kinds:
            self._kinds[name] = _kinds(name)
        element.place = len(self._stack)
        for kind in self._kinds[name]:
            self._places.setdefault(kind, []).append(element.place)
        self._stack.append(element)
        self.deepest = max(self.deepest, len(self._stack) - self._removed)

    def close_to(self, place: int) -> None:
        """Close elements until so many are left, and what was removed and is now the last."""
        while self._stack and (len(self._stack) > place or self._stack[-1].removed):
            element = self._stack.pop()
            element.place = -1
            if element.removed:
                self._removed -= 1
                continue
            for kind in self._kinds[element.name]:
                self._places[kind].pop()
            if element.name in MARKING:
                self._drop_marker()

    def close_all(self, names: frozenset[str]) -> None:
        """Close elements as long as the last one has one of these names."""
        while self._stack and self._stack[-1].name in names:
            self.close_to(len(self._stack) - 1)

    def leave_foreign(self) -> None:
        """Close elements of SVG and MathML up to what is HTML."""
        while self._stack and self._stack[-1].foreign:
            self.close_to(len(self._stack) - 1)

    def close_foreign(self, name: str) -> bool:
        """Close the last element of SVG or MathML of a name; ``False`` where an HTML element comes before it."""
        place = self.last(name)
        if place < 0 or not all(element.foreign for element in self._stack[place:]):
            return False
        self.close_to(place)
        return True

    def open_formatting(self, element: OpenElement) -> None:
        """Open a formatting element; of more than three equal ones the first is not opened again."""
        self.open(element)
        self._formatting.append(element)
        equal = []
        for place in range(len(self._formatting) - 1, -1, -1):
            if (other := self._formatting[place]) is None:
                break
            if other.key == element.key:
                equal.append(place)
                if len(equal) > _EQUAL:
                    del self._formatting[place]
                    break

    def mark(self) -> None:
        """From here on nothing from before is opened again, until the element that was opened last is closed."""
        self._formatting.append(None)

    def reopen(self) -> int:
        """Open the formatting elements again that were closed with a block; their number."""
        place = len(self._formatting)
        while place and (element := self._formatting[place - 1]) is not None and element.place < 0:
            place -= 1
        for element in self._formatting[place:]:
            if element is not None:
                self.open(element)
        return len(self._formatting) - place

    def close_formatting(self, name: str) -> bool:
        """What the end tag of a formatting element does; ``False`` if no such element waits for its end."""
        for place in range(len(self._formatting) - 1, -1, -1):
            element = self._formatting[place]
            if element is None:
                return False
            if element.name == name:
                self._close_formatting(element, place)
                return True
        return False

    def _close_formatting(self, element: OpenElement, place: int) -> None:
        if element.place < 0:
            del self._formatting[place]
        elif element.place > self.last("#scope"):
            del self._formatting[place]
            if element.place > self.last("#special"):
                self.close_to(element.place)
            else:
                self._remove(element)

    def _remove(self, element: OpenElement) -> None:
        """Take out an element in which others stand."""
        for kind in self._kinds[element.name]:
            self._places[kind].remove(element.place)
        element.removed = True
        self._removed += 1

    def _drop_marker(self) -> None:
        while self._formatting and self._formatting.pop() is not None:
            pass
