"""The elements of HTML by what a browser does with them (HTML standard, section 15, Rendering, and section 13.2)."""

__all__ = [
    "BLOCKS",
    "DESCRIPTIONS",
    "ENDED_IN_SCOPE",
    "ENDS_PARAGRAPH",
    "FALLBACKS",
    "FORMATTING",
    "GROUPS",
    "HEADINGS",
    "HINTS",
    "HOLDS_HTML",
    "IMPLIED_END",
    "IN_BUTTON_SCOPE",
    "IN_LIST_SCOPE",
    "IN_SCOPE",
    "LEAVES_FOREIGN",
    "MARKING",
    "MARKUP",
    "PRESERVING",
    "SHOWN_VALUES",
    "SPECIAL",
    "TEXT_ALONE",
    "VOID",
]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Elements that begin and end lines. ``text`` is a line of an SVG drawing.
BLOCKS = _names(
    "address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main "
    "marquee menu nav ol optgroup option p plaintext pre search section summary table tbody td text textarea tfoot th "
    "thead tr ul xmp"
)
#: Elements whose text is not content of the page.
MARKUP = _names("iframe noembed noframes script style")
#: Elements that say what the page, or an SVG drawing on it, is.
DESCRIPTIONS = frozenset(("title", "desc"))
#: Elements whose text is there for other software, or until something is done.
FALLBACKS = _names("audio canvas datalist noscript object rp template video")
#: Elements that keep the white space of their text.
PRESERVING = MARKUP | _names("listing noscript plaintext pre textarea xmp")
#: Groups of rows.
GROUPS = frozenset(("thead", "tbody", "tfoot"))
#: Types of ``input`` whose value stands on the page.
SHOWN_VALUES = _names(
    "text search tel url email number date month week time datetime datetime-local button submit reset"
)
#: Attributes that are shown in a list to select from, or when they are asked for.
HINTS = ("title", "placeholder", "aria-label", "summary", "label")

#: Elements without content.
VOID = _names(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr"
)
#: Elements whose content is text alone, up to their end tag, as in a browser that runs scripts.
TEXT_ALONE = MARKUP | _names("noscript textarea title xmp")
#: Elements that are opened again where a block closed them (section 13.2.4.3).
FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
#: Elements that part what is formatted within them from what is around them.
MARKING = _names("applet caption marquee object td th template")
#: Where an end tag looks no further (section 13.2.4.2).
IN_SCOPE = _names(
    "annotation-xml applet caption desc foreignobject html marquee mi mn mo ms mtext object select table td template th"
)
IN_BUTTON_SCOPE = IN_SCOPE | {"button"}
IN_LIST_SCOPE = IN_SCOPE | {"ol", "ul"}
SPECIAL = IN_SCOPE | _names(
    "address article aside blockquote button center dd details dir div dl dt fieldset figcaption figure footer form "
    "frameset h1 h2 h3 h4 h5 h6 header hgroup li listing main menu nav noscript ol p plaintext pre search section "
    "summary tbody tfoot thead tr ul"
)
HEADINGS = _names("h1 h2 h3 h4 h5 h6")
#: Elements before which an open paragraph ends.
ENDS_PARAGRAPH = HEADINGS | _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "header hgroup hr li listing main menu nav ol p plaintext pre search section summary ul xmp"
)
#: Elements whose end tag closes them, and all that they hold, within the scope.
ENDED_IN_SCOPE = HEADINGS | _names(
    "address applet article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer "
    "header hgroup listing main marquee menu nav object ol pre search section select summary ul"
)
#: Elements that end by themselves where another of their kind begins.
IMPLIED_END = _names("dd dt li optgroup option p rb rp rt rtc")
#: HTML elements that end SVG and MathML around them (section 13.2.6.5).
LEAVES_FOREIGN = (FORMATTING - {"a", "font"}) | _names(
    "blockquote body br center dd div dl dt embed h1 h2 h3 h4 h5 h6 head hr img li listing menu meta ol p pre ruby "
    "span sub sup table ul var"
)
#: Elements of SVG and MathML that hold HTML again.
HOLDS_HTML = _names("annotation-xml desc foreignobject mi mn mo ms mtext title")
