"""A mapping that cannot change, can be hashed and pickled, and keeps its keys sorted."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

__all__ = ["FrozenMapping"]

V = TypeVar("V")


class FrozenMapping(Mapping[str, V]):
    """An immutable mapping with text keys, iterated in the order of the keys' code points."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        given = items or {}
        self._items: dict[str, V] = {key: given[key] for key in sorted(given)}

    def __getitem__(self, key: str) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(tuple(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMapping({self._items!r})"

    def __reduce__(self) -> tuple[type["FrozenMapping[V]"], tuple[dict[str, V]]]:
        return FrozenMapping, (self._items,)
