"""What goes to standard output, to standard error and into files."""

import os
import sys
from pathlib import Path

from govdisclosure.errors import GovDisclosureError, UnreadableInput
from govdisclosure.files import try_to_write, write_bytes

__all__ = ["Output", "WrongOutputs"]


class Output:
    """Writes UTF-8 whatever the terminal's encoding is, and keeps one line one message."""

    def write(self, result: str | bytes, target: str | None = None) -> None:
        """Write a result: to standard output for ``None`` or ``-``, else whole into a file."""
        data = result if isinstance(result, bytes) else result.encode("utf-8", "backslashreplace")
        if target is None or target == "-" or _is_standard_output(target):
            self._to_standard_output(data)
            return
        try:
            write_bytes(Path(target), data)
        except (OSError, ValueError) as error:
            raise CannotWrite(target, error) from None

    def ready(self, *targets: str | None) -> None:
        """Refuse outputs of which one cannot be written, or of which two are the same, before anything is written."""
        places = ["-" if target is None else target for target in targets]
        named = [place if place == "-" else str(Path(place).resolve()) for place in places]
        for place in named:
            if named.count(place) > 1:
                raise WrongOutputs(place)
        for place in places:
            if place != "-":
                self._try(place)

    def _try(self, target: str) -> None:
        try:
            try_to_write(Path(target))
        except (OSError, ValueError) as error:
            raise CannotWrite(target, error) from None

    def _to_standard_output(self, data: bytes) -> None:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # the reader has seen enough
            raise
        except OSError as error:
            self.silence()
            raise CannotWrite("<stdout>", error) from None

    def note(self, text: str) -> None:
        """Tell something beside the result, on standard error."""
        sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stderr.buffer.flush()

    def error(self, text: str) -> None:
        """Tell what went wrong, on standard error."""
        self.note(f"govdisclosure: {text}\n")

    def closed(self, code: int) -> int:
        """Flush before the exit, so that a closed pipe is met here."""
        sys.stdout.flush()
        return code

    def silence(self) -> None:
        """After a closed pipe or a full disk nothing can be written; keep the interpreter from trying at its exit."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class CannotWrite(UnreadableInput):
    """An output file could not be written; nothing of it was."""

    def __init__(self, name: str, error: OSError | ValueError) -> None:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        super().__init__("not-writable", {"name": name, "reason": reason or type(error).__name__})


class WrongOutputs(GovDisclosureError):
    """Two results are to go to one place."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        """The place."""
        return f"two results cannot both be written to {'standard output' if self.name == '-' else self.name}"


def _is_standard_output(name: str) -> bool:
    """Whether a name (``/dev/stdout``) is that of what standard output already goes to."""
    try:
        return os.path.samestat(os.stat(name), os.fstat(sys.stdout.fileno()))  # noqa: PTH116 - of an open file too
    except (OSError, ValueError):
        return False
