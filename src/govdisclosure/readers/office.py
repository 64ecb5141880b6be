"""Office files: which of them an archive is, and the room that knows it."""

from govdisclosure.limits import Limits
from govdisclosure.readers.docx import observe_docx
from govdisclosure.readers.kinds import refusal_of_archive
from govdisclosure.readers.observed import Observed
from govdisclosure.readers.package import Package
from govdisclosure.readers.xlsx import observe_xlsx

__all__ = ["observe_office"]

_KINDS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": observe_docx,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": observe_xlsx,
}


def observe_office(data: bytes, name: str, limits: Limits) -> tuple[Observed, str]:
    """What a Word file or a workbook shows, and its media type.

    ``name`` stands for the source in errors. Raises ``UnreadableInput``, for every other archive too, and
    ``LimitExceeded``.
    """
    package = Package(data, name, limits)
    for media_type, observe in _KINDS.items():
        if package.is_office and (observed := observe(package)):
            return observed, media_type
    raise refusal_of_archive(package)
