"""What goes through the pipes to a process that is kept, and back."""

from struct import Struct

__all__ = ["LENGTH", "REPLY"]

#: Before a request stands its length.
LENGTH = Struct("=Q")
#: Before an answer stands the exit status (or, below zero, the signal) of the process that read the file, and the
#: length of what it said.
REPLY = Struct("=iQ")
