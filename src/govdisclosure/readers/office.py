"""Office files: which of them a package is, and the room that knows it."""

from govdisclosure.limits import Limits
from govdisclosure.readers.docx import observe_docx
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.package import Package
from govdisclosure.readers.xlsx import observe_xlsx

__all__ = ["observe_office"]

_KINDS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": observe_docx,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": observe_xlsx,
}


def observe_office(data: bytes, name: str, limits: Limits) -> tuple[Observed, str] | None:
    """What a Word file or a workbook shows, and its media type; ``None`` for every other archive.

    ``name`` stands for the source in errors. Raises ``UnreadableInput`` and ``LimitExceeded``.
    """
    package = Package(data, name, limits)
    for media_type, observe in _KINDS.items():
        if observed := observe(package):
            return observed, media_type
    return None
