"""Finding codes of the readers: what was noticed while pages, PDFs and their tables were read."""

from govdisclosure.finding_codes.rule import Rule

__all__ = ["READING_RULES"]

READING_RULES = (
    Rule(
        code="grid-overlap",
        severity="warning",
        title="Cells over each other",
        message="Two cells of a table cover row {row}, column {column}; the first one was taken.",
        guidance="Look at the table in the source: its row and column spans do not fit together.",
        basis="HTML standard, forming a table: no two cells cover one place.",
        good="rowspan=2",
        bad="rowspan=3 (2 rows)",
    ),
    Rule(
        code="grid-span",
        severity="info",
        title="Span beyond what is allowed",
        message="A cell spans {found} {axis}; {used} were taken.",
        guidance="Look at the table in the source.",
        basis="HTML standard: colspan 1 to 1000, rowspan 0 to 65534, never beyond the rows of its group.",
        good="colspan=7",
        bad="colspan=70000",
    ),
    Rule(
        code="page-without-text",
        severity="warning",
        title="Page without a text layer",
        message="Page {page} holds no text; it may be a scanned image, and nothing on it was read.",
        guidance="Ask for a version with text, or let a text recognition program add a text layer first.",
        basis="Only the text layer of a page is read; images are not.",
        good="pdftotext",
        bad="scan.pdf",
    ),
    Rule(
        code="font-without-unicode",
        severity="warning",
        title="Characters without a meaning",
        message="Page {page}: the fonts do not say which characters {count} of its signs are.",
        guidance="Read these places by eye; numbers among them are not taken.",
        basis="A PDF font without a Unicode map shows shapes only; characters are never guessed.",
        good="三、本年度办理结果",
        bad="(cid:123)(cid:77)",
    ),
)
