"""How large an input may be. Beyond a limit ``LimitExceeded`` is raised, naming the field of :class:`Limits`."""

import attrs

__all__ = ["DEFAULT_LIMITS", "Limits"]


@attrs.frozen(kw_only=True)
class Limits:
    """The bounds of every reader; each can be set."""

    #: Bytes of a text input.
    text_bytes: int = 10 * 2**20
    #: Bytes of a JSON document.
    json_bytes: int = 32 * 2**20
    #: Levels of nesting in a JSON document.
    json_depth: int = 32
    #: Levels of nested sections in a report.
    section_depth: int = 8
    #: Characters of one paragraph that the narrative reader looks at; the rest is kept, but not searched.
    paragraph_characters: int = 20_000
    #: Levels of nesting in a web page.
    html_depth: int = 512
    #: Elements and texts of a web page.
    html_nodes: int = 500_000
    #: Tables of one document, and the places of each, spans counted in full.
    tables: int = 200
    table_places: int = 100_000
    #: Bytes, pages and characters of a PDF, and the seconds that reading it may take.
    pdf_bytes: int = 32 * 2**20
    pdf_pages: int = 300
    pdf_characters: int = 2_000_000
    pdf_seconds: int = 60
    #: Bytes of a document that is a zip container, its parts, and what they unpack to: in all, one by one, and as a
    #: multiple of their packed size where a part is large.
    package_bytes: int = 32 * 2**20
    package_parts: int = 2_000
    package_unpacked: int = 64 * 2**20
    package_part_bytes: int = 24 * 2**20
    package_ratio: int = 200
    #: Rows, columns and cells of a workbook.
    sheet_rows: int = 50_000
    sheet_columns: int = 512
    sheet_cells: int = 500_000
    #: Findings of one document; one further finding then says how many were left out.
    findings: int = 10_000


DEFAULT_LIMITS = Limits()
