"""The process that reads PDFs: limits and bytes come in, what was read goes out as JSON.

An answer holds ``limit`` (the arguments of ``LimitExceeded``), ``unreadable`` (a code, and a note of what happened),
or ``text``, ``grids``, ``pages``, ``furniture``, ``hidden``, ``markup`` and ``findings``.
"""

import gc
import json
import logging
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO, NoReturn

from pdfminer.cmapdb import CMapDB

from govdisclosure.errors import LimitExceeded, UnreadableInput
from govdisclosure.limits import Limits
from govdisclosure.readers.observed import Observed, ObservedCell
from govdisclosure.readers.pdf.pipes import LENGTH, REPLY
from govdisclosure.readers.pdf.reading import observed

__all__ = ["answer", "main", "serve"]

#: Bytes of memory that a worker may ask for, and the seconds that it lives on without the process that started it.
_MEMORY = 2**30
_LONGER = 5
#: Characters of a note.
_NOTE = 200
_NO_MEMORY = {"unreadable": ("pdf-memory", "")}
#: What pdfminer knows of the characters of Chinese fonts that are not in the file. It is loaded once, and not before
#: the first file is read: of most processes no second one is asked.
_MAPS = ("UniGB-UCS2-H", "GBK-EUC-H")
_CHARACTERS = "Adobe-GB1"


def main() -> None:
    """Answer the one request that is on the standard input."""
    logging.disable()
    sys.stdout.buffer.write(_said(sys.stdin.buffer.read()))


def serve() -> None:
    """Answer one request after another, each in a process that is forked for it; nothing is read here itself."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.chdir("/")
    logging.disable()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while (request := _request(requests)) is not None:
        gc.freeze()
        status, said = _apart(request)
        answers.write(REPLY.pack(status, len(said)) + said)
        answers.flush()
        _load_maps()


def _load_maps() -> None:
    """Load what is loaded once; some distributions of pdfminer come without."""
    with suppress(CMapDB.CMapNotFound):
        for name in _MAPS:
            CMapDB.get_cmap(name)
        CMapDB.get_unicode_map(_CHARACTERS)


def _request(requests: BinaryIO) -> bytes | None:
    """The next request; ``None`` where there is none any more."""
    head = requests.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    request = requests.read(length)
    return request if len(request) == length else None


def _apart(request: bytes) -> tuple[int, bytes]:
    """The exit status (or, below zero, the signal) of the process that answers, and what it said."""
    inward, outward = os.pipe()
    child = os.fork()
    if not child:
        _alone(request, outward)
    os.close(outward)
    with os.fdopen(inward, "rb", buffering=0) as answer:
        said = answer.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def _alone(request: bytes, outward: int) -> NoReturn:
    """Answer in a process that was forked for it, and end."""
    status = 1
    try:
        with os.fdopen(outward, "wb") as answer:
            answer.write(_said(request))
        status = 0
    finally:
        os._exit(status)


def _said(request: bytes) -> bytes:
    """The answer to a request: the limits, a line break, and the bytes of a PDF."""
    head, _, data = request.partition(b"\n")
    limits = Limits(**json.loads(head))
    _bound(limits.pdf_seconds + _LONGER)
    try:
        return json.dumps(answer(data, limits)).encode()
    except MemoryError:
        return json.dumps(_NO_MEMORY).encode()


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
        return _NO_MEMORY
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
        "hidden": [(one.start, one.end, one.reason.value) for one in document.hidden],
        "markup": [(one.start, one.end, one.kind.value, one.level) for one in document.markup],
        "findings": [(noticed.code, dict(noticed.params)) for noticed in document.findings],
    }


def _numbers(cell: ObservedCell) -> tuple[int, ...]:
    return cell.row, cell.column, cell.rowspan, cell.colspan, cell.start, cell.end
