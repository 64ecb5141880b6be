"""How large an input may be. Beyond a limit ``LimitExceeded`` is raised, naming the field of :class:`Limits`."""

import attrs

__all__ = ["DEFAULT_LIMITS", "Limits"]


@attrs.frozen(kw_only=True)
class Limits:
    """The bounds of every reader; each can be set."""

    #: Bytes of a text input.
    text_bytes: int = 10 * 2**20
    #: Bytes of a web page that was saved with its pictures in one file; the page itself is a text input.
    mhtml_bytes: int = 32 * 2**20
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
    tables: int = 2_000
    table_places: int = 100_000
    #: Bytes, pages and characters of a PDF, and the seconds that reading it may take.
    pdf_bytes: int = 32 * 2**20
    pdf_pages: int = 300
    pdf_characters: int = 2_000_000
    pdf_seconds: int = 60
    #: Bytes of a Word file or workbook, the entries of its archive, the bytes of all parts that are read and of each
    #: of them, how many times smaller a part may be packed, and the characters of the text that is put together.
    office_bytes: int = 32 * 2**20
    office_entries: int = 2_000
    office_xml_bytes: int = 160 * 2**20
    office_part_bytes: int = 48 * 2**20
    office_ratio: int = 200
    office_characters: int = 20_000_000
    #: Bytes of a ZIP of documents, its entries, the bytes of all documents in it and of each of them, and how many
    #: times smaller a document may be packed.
    archive_bytes: int = 128 * 2**20
    archive_entries: int = 5_000
    archive_unpacked_bytes: int = 512 * 2**20
    archive_part_bytes: int = 32 * 2**20
    archive_ratio: int = 200
    #: Elements and levels of nesting of a part of a Word file.
    docx_elements: int = 500_000
    docx_depth: int = 256
    #: Rows and columns of a sheet (those of spreadsheet programs), and cells of a workbook that hold something.
    xlsx_rows: int = 2**20
    xlsx_columns: int = 2**14
    xlsx_cells: int = 1_000_000
    #: Bytes of a template of an application; its steps (turns of loops, calls, things that filters go through), and the
    #: characters that it prints or puts together.
    template_bytes: int = 2**20
    template_steps: int = 1_000_000
    template_characters: int = 64 * 2**20
    #: Findings of one document; one further finding then says how many were left out.
    findings: int = 10_000


DEFAULT_LIMITS = Limits()
