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
    #: Findings of one document; one further finding then says how many were left out.
    findings: int = 10_000


DEFAULT_LIMITS = Limits()
