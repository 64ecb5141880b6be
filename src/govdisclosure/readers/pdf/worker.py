"""The process that reads one PDF: limits and bytes come in, what was read goes out as JSON.

An answer holds ``limit`` (the arguments of ``LimitExceeded``), ``unreadable`` (a code, and a note of what happened),
or ``text``, ``grids``, ``pages``, ``furniture`` and ``findings``.
"""

import json
import logging
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed, ObservedCell
from govdisclosure.readers.pdf.reading import observed

__all__ = ["answer", "main"]

#: Bytes of memory that a worker may ask for, and the seconds that it lives on without the process that started it.
_MEMORY = 2**30
_LONGER = 5
#: Characters of a note.
_NOTE = 200


def main() -> None:
    """Read limits and bytes from the standard input and answer."""
    limits = Limits(**json.loads(sys.stdin.buffer.readline()))
    _bound(limits.pdf_seconds + _LONGER)
    logging.disable()
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read(), limits)))


def _bound(seconds: int) -> None:
    """Ask the system to stop this process where it takes too much; not every system can."""
    with suppress(ImportError, ValueError, OSError):
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def answer(data: bytes, limits: Limits) -> dict[str, Any]:
    """What is said of a PDF."""
    try:
        return _encoded(observed(data, "", limits))
    except LimitExceeded as error:
        return {"limit": error.args}
    except UnreadableInput as error:
        return {"unreadable": (error.code, "")}
    except MemoryError:
        return {"unreadable": ("pdf-memory", "")}
    except Exception as error:  # noqa: BLE001 - a broken file can make pdfminer raise anything
        return {"unreadable": ("pdf-broken", repr(error)[:_NOTE])}


def _encoded(document: Observed) -> dict[str, Any]:
    return {
        "text": document.text,
        "grids": [
            (grid.rows, grid.columns, grid.page, [_numbers(cell) for cell in grid.cells]) for grid in document.grids
        ],
        "pages": document.pages,
        "furniture": document.furniture,
        "findings": [(noticed.code, dict(noticed.params)) for noticed in document.findings],
    }


def _numbers(cell: ObservedCell) -> tuple[int, ...]:
    return cell.row, cell.column, cell.rowspan, cell.colspan, cell.start, cell.end


if __name__ == "__main__":
    main()
