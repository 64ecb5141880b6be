"""Word files by hand: the text of one in its own markup, and the parts around it."""

import io
import zipfile

__all__ = ["MAIN", "cell", "grid", "paragraph", "row", "table", "word_file", "zipped"]

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
          "comments": "comments", "header1": "hdr", "footer1": "ftr"}  # fmt: skip


def zipped(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return made.getvalue()


def word_file(body: str, main: str = "document.main", **parts: str) -> bytes:
    """A file with this text; ``parts`` are the insides of others (``styles``, ``footnotes``, ``header1``)."""
    kinds = {"word/document.xml": main} | {f"word/{name}.xml": name.rstrip("1") for name in parts}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind if "/" in kind else f"{_KIND}{kind}+xml"}"/>'
        for name, kind in kinds.items()
    )
    contents = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{overrides}</Types>'
    inside = {
        f"word/{name}.xml": f"<w:{_ROOTS[name]} {_SPACES}>{content}</w:{_ROOTS[name]}>"
        for name, content in parts.items()
    }
    text = f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"
    return zipped({"[Content_Types].xml": contents, "word/document.xml": text, **inside})


def paragraph(text: str = "", properties: str = "", inside: str = "") -> str:
    """A paragraph of one run, with something behind it."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}{inside}</w:p>"


def cell(text: str = "", properties: str = "") -> str:
    """A cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def grid(cells: dict[tuple[int, int, int, int], str]) -> str:
    """A table of cells by row, column, and those after the end; merged cells as Word writes them."""
    rows, columns = max(cell[2] for cell in cells), max(cell[3] for cell in cells)
    made = []
    for at in range(rows):
        line, column = [], 0
        while column < columns:
            (top, left, below, beyond), text = next(
                (place, text) for place, text in cells.items() if place[0] <= at < place[2] and place[1] == column
            )
            span = f'<w:gridSpan w:val="{beyond - left}"/>' if beyond - left > 1 else ""
            if below - top > 1:
                span += '<w:vMerge w:val="restart"/>' if at == top else "<w:vMerge/>"
            line.append(cell(text if at == top else "", span))
            column = beyond
        made.append(row(*line))
    return table(*made)
