"""PDF: what its pages show, as lines, paragraphs and ruled tables. Nothing is interpreted.

From the file to the text: ``pages`` opens it, ``drawing`` notes glyphs and rules, ``lattice`` finds cells and
``tables`` fills them, ``lines`` makes lines of what is left, ``flow`` puts paragraphs and tables together, and
``writing`` lays all of it into one text. That happens in a ``worker``, which ``process`` starts and stops.
"""

from govdisclosure.readers.pdf.process import observe_pdf

__all__ = ["observe_pdf"]
