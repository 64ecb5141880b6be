"""What every code list of the project is: codes, each with its official label and a definition.

The label and the definition are in the language of the source (Chinese for the Chinese forms); translations
live in the catalogs alone, under the context ``code:LIST:CODE:label`` and ``code:LIST:CODE:definition``.
"""

import re
from enum import Enum
from typing import Self

__all__ = ["CodeList"]


class CodeList(str, Enum):  # noqa: UP042 - StrEnum takes no further columns
    """A closed list of codes. A member equals its code, so ``metric.kind == "reviews"`` reads as it should."""

    label: str
    definition: str

    #: What is equal hashes alike; that of Enum goes by the name of the member, and is slower.
    __hash__ = str.__hash__

    def __new__(cls, code: str, label: str, definition: str) -> Self:
        """Make one member: its code, official label and definition."""
        return cls.make(code, label, definition)

    @classmethod
    def make(cls, code: str, label: str, definition: str) -> Self:
        """What ``__new__`` of a list with more columns calls first (Enum hides the inherited ``__new__``)."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.definition = definition
        return member

    def __str__(self) -> str:
        """The code."""
        return str(self.value)

    @classmethod
    def of(cls, code: str) -> Self:
        """The member with this code; ``ValueError`` if the list has none."""
        member: Self | None = cls._value2member_map_.get(code)  # type: ignore[assignment]
        if member is None:
            raise ValueError(code)
        return member

    @classmethod
    def list_name(cls) -> str:
        """The name of the list as published: ``MetricKind`` is ``metric_kind``."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
