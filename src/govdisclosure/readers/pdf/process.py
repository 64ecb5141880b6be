"""The processes that read PDFs: started, kept for the next file, and stopped when a file takes too long.

Each file is read in a process of its own, so that its memory and its time can be bounded. To start one takes longer
than to read a short file; where the system can fork, a process is therefore kept that has loaded all that is needed
and that reads nothing itself: it forks once for each file (``worker.serve``). One kept process serves one thread at a
time; it is in a session of its own, so that it can be stopped together with what it forked.
"""

import atexit
import os
import selectors
import signal
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import IO, cast

from govdisclosure.readers.pdf.pipes import LENGTH, REPLY

__all__ = ["ask", "stop"]

#: So many processes are kept at most.
_KEPT = 4
_CHUNK = 2**20
#: The packages around the worker would load every reader; they are put in place without being carried out.
_START = """
import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
for name in ("govdisclosure.readers", "govdisclosure.readers.pdf"):
    sys.modules[name] = module_from_spec(find_spec(name))
getattr(import_module("govdisclosure.readers.pdf.worker"), sys.argv[1])()
"""


def ask(request: bytes, seconds: float) -> tuple[int, bytes]:
    """What a worker answers, after its exit status. Raises ``TimeoutError``, after which nothing goes on."""
    begun = monotonic()
    if _can_be_kept():
        with suppress(EOFError, BrokenPipeError):
            return _KEEPER.ask(request, seconds)
    return _once(request, seconds - (monotonic() - begun))


def stop() -> None:
    """End the processes that are kept and idle; the next file starts one."""
    _KEEPER.stop()


def _can_be_kept() -> bool:
    """Whether the system can fork a process that has loaded something, and can bound what it takes.

    macOS can, but its own libraries may not live on in a fork.
    """
    return hasattr(os, "fork") and sys.platform != "darwin" and find_spec("resource") is not None


def _command(function: str) -> list[str]:
    return [sys.executable, "-P", "-c", _START, function]


def _environment() -> dict[str, str]:
    """A worker finds its modules where this process does, and nothing in the current directory."""
    path = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    return {**os.environ, "PYTHONPATH": path}


def _once(request: bytes, seconds: float) -> tuple[int, bytes]:
    """Ask a process that is started for this file."""
    try:
        ran = subprocess.run(  # noqa: S603 - this Python, and arguments that are fixed
            _command("main"),
            input=request,
            capture_output=True,
            check=False,
            timeout=max(seconds, 0),
            env=_environment(),
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    return ran.returncode, ran.stderr if ran.returncode > 0 else ran.stdout


class _Kept:
    """A process that is kept."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - this Python, and arguments that are fixed
            _command("serve"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=_environment(),
            start_new_session=True,
        )
        self.requests, self.answers = cast("IO[bytes]", self.process.stdin), cast("IO[bytes]", self.process.stdout)
        for pipe in (self.requests, self.answers):
            os.set_blocking(pipe.fileno(), False)

    def ask(self, request: bytes, seconds: float) -> tuple[int, bytes]:
        """The exit status and the answer. Raises ``TimeoutError``, and ``EOFError`` where the process has ended."""
        end = monotonic() + seconds
        waiting = memoryview(LENGTH.pack(len(request)) + request)
        said = bytearray()
        with selectors.DefaultSelector() as ready:
            ready.register(self.requests, selectors.EVENT_WRITE)
            ready.register(self.answers, selectors.EVENT_READ)
            while len(said) < _length(said):
                if not (found := ready.select(max(end - monotonic(), 0))):
                    raise TimeoutError
                for key, _ in found:
                    if key.fileobj is self.answers:
                        said += self._read()
                    elif not (waiting := waiting[os.write(key.fd, waiting[:_CHUNK]) :]):
                        ready.unregister(self.requests)
        return REPLY.unpack_from(said)[0], bytes(said[REPLY.size :])

    def _read(self) -> bytes:
        if not (read := os.read(self.answers.fileno(), _CHUNK)):
            raise EOFError
        return read

    def kill(self) -> None:
        """Stop the process and what it forked; not where another one may have its number by now."""
        with suppress(ChildProcessError, ProcessLookupError):
            os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            os.killpg(self.process.pid, signal.SIGKILL)

    def end(self) -> None:
        """Stop it, and leave nothing of it behind."""
        self.kill()
        self.close()
        self.process.wait()

    def close(self) -> None:
        """Close the pipes to it."""
        self.requests.close()
        self.answers.close()

    def disown(self) -> None:
        """It belongs to the process that this one was forked from."""
        self.close()
        self.process.returncode = 0


def _length(said: bytearray) -> int:
    """How long an answer is, as far as one can know."""
    return REPLY.size + (REPLY.unpack_from(said)[1] if len(said) >= REPLY.size else 0)


class _Keeper:
    """The kept processes: those that are idle, and all."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.idle: list[_Kept] = []
        self.all: set[_Kept] = set()

    def ask(self, request: bytes, seconds: float) -> tuple[int, bytes]:
        """Have one of them answer; one that does not is ended."""
        kept = self._take()
        try:
            answer = kept.ask(request, seconds)
        except BaseException:
            self._end(kept)
            raise
        self._give_back(kept)
        return answer

    def _take(self) -> _Kept:
        with self.lock:
            if self.idle:
                return self.idle.pop()
        kept = _Kept()
        with self.lock:
            self.all.add(kept)
        return kept

    def _give_back(self, kept: _Kept) -> None:
        with self.lock:
            if len(self.idle) < _KEPT:
                self.idle.append(kept)
                return
        self._end(kept)

    def _end(self, kept: _Kept) -> None:
        with self.lock:
            self.all.discard(kept)
        kept.end()

    def stop(self) -> None:
        """End those that are idle."""
        while True:
            with self.lock:
                if not self.idle:
                    return
                kept = self.idle.pop()
            self._end(kept)

    def leave(self) -> None:
        """End them as this process ends; threads that are still waiting for one get no answer."""
        self.stop()
        for kept in self.all:
            kept.kill()

    def forget(self) -> None:
        """Begin anew in a process that was forked from the one that keeps them."""
        for kept in self.all:
            kept.disown()
        self.__init__()  # type: ignore[misc]


_KEEPER = _Keeper()
atexit.register(_KEEPER.leave)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_KEEPER.forget)
