"""PDF: what its pages show, as lines, paragraphs and ruled tables. Nothing is interpreted.

From the file to the text: ``pages`` opens it, ``contents`` gives its instructions, ``drawing`` notes glyphs and
rules, ``lattice`` finds cells and ``tables`` fills them, ``lines`` makes lines of what is left, ``flow`` puts
paragraphs and tables together, and ``writing`` lays all of it into one text. That happens in a ``worker``, which
``process`` starts, keeps and stops; ``asking`` tells it what to read and takes its answer.
"""

from govdisclosure.readers.pdf.asking import observe_pdf

__all__ = ["observe_pdf"]
