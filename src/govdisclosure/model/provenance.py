"""Where each fact of a report comes from."""

from collections.abc import Mapping
from typing import Annotated

import attrs

from govdisclosure.declare import MAX_COUNT, Label, Pattern, Range
from govdisclosure.model.mapping import FrozenMapping
from govdisclosure.place import Place

__all__ = ["Provenance", "Source"]


@attrs.frozen(kw_only=True)
class Source:
    """The document that was read: digest and size of its bytes, and how they were decoded.

    ``encoding`` is the name of the codec and ``encoding_by`` how it was found: ``bom``, ``utf-8`` (strict
    UTF-8 succeeded), ``label`` (as declared) or ``trial``; both are none for formats that carry their own.
    """

    sha256: Annotated[str, Pattern("[0-9a-f]{64}", "0" * 64), Label("SHA-256")]
    size: Annotated[int, Range(0, MAX_COUNT), Label("字节数")]
    media_type: Annotated[str, Label("媒体类型")]
    encoding: Annotated[str | None, Label("字符编码")] = None
    encoding_by: Annotated[str | None, Label("编码依据")] = None


def _frozen(places: Mapping[str, Place]) -> Mapping[str, Place]:
    return FrozenMapping(places)


def _nowhere() -> Mapping[str, Place]:
    return FrozenMapping()


@attrs.frozen(kw_only=True)
class Provenance:
    """The source of a report and the place of each fact, keyed by the fact's path."""

    source: Annotated[Source | None, Label("来源文件")] = None
    places: Annotated[Mapping[str, Place], Label("出处")] = attrs.field(factory=_nowhere, converter=_frozen)
