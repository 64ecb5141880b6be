"""Word files: what their text shows, as lines and tables. Nothing is interpreted.

``events`` names the elements, ``styles`` and ``numbering`` say what is hidden and numbered, ``story`` composes the
text and ``tables`` forms its grids.
"""

from govdisclosure.readers.docx.reading import observe_docx

__all__ = ["observe_docx"]
