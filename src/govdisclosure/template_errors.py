"""What can be wrong with a template of an application, and the error that says it."""

from govdisclosure.errors import GovDisclosureError

__all__ = ["WRONG_TEMPLATES", "BrokenTemplate"]

#: What can be wrong with a template, by code, in English; the catalogs hold the other languages.
WRONG_TEMPLATES: dict[str, str] = {
    "encoding": "{place}: this is not UTF-8 (first wrong byte at offset {offset})",
    "syntax": "{place}: this is not understood as a Jinja template: {detail}",
    "undefined": "{place}: {detail}",
    "failed": "{place}: the template failed: {detail}",
    "recursion": "{place}: the template calls or includes itself without end",
    "missing": "{place}: there is no template {template} in the folder of this one",
    "outside": "{place}: {template} lies outside the folder of the template",
    "no-folder": "{place}: a template that is given as text has no folder to take {template} from",
    "name": "{place}: the name of another template is to be written out, not computed",
    "autoescape": "{place}: values are always escaped; there is no autoescape block",
    "filter": "{place}: there is no filter {filter}: it takes values for markup, or gives something else each time",
    "filter-block": "{place}: finished markup is not filtered; filter the values in it",
    "finished": "{place}: finished markup is printed as it is; it is not cut, changed or put into an attribute",
    "not-words": "{place}: only words and numbers are printed, and this is {kind}; name one of its fields",
    "arithmetic": "{place}: {operator} takes numbers alone, and its result is at most 9007199254740992",
    "not-calculated": "{place}: a template prints and does not calculate: there is no {operator}",
    "kind": "{place}: the filter {filter} does not take {kind}",
    "path": "{place}: the report has nothing at {path}",
    "word": "{place}: {word} is not one of the words of the library: {known}",
    "value-in-tag": "{place}: a value cannot stand inside a tag but in a quoted attribute",
    "value-unquoted": "{place}: the value of the attribute {attribute} is to stand in quotation marks",
    "value-in-attribute": "{place}: the attribute {attribute} holds no values: what it says could run or load "
    'something; an address within the page is written href="#…"',
    "value-in-element": "{place}: the element {element} holds no values",
    "value-in-comment": "{place}: comments and declarations of HTML hold no values",
    "cut": "{place}: a tag, a name, an attribute or a comment is cut in two here by the template; "
    "write it whole in each branch",
    "branches": "{place}: what begins here ends at different places of the HTML, or not where it began",
    "open": "{place}: the HTML ends inside {what}",
    "refresh": "{place}: an element meta with http-equiv holds no values",
    "element": "{place}: the element {element} is not there: browsers differ in where it ends or what it changes",
    "markup-in-element": "{place}: inside {element} stands text only, and no sign <",
    "tag": "{place}: this tag is not well written: {detail}",
    "cdata": "{place}: there are no CDATA sections in HTML",
}


class BrokenTemplate(GovDisclosureError):
    """A template of an application cannot be used, or failed. ``code`` is one of :data:`WRONG_TEMPLATES`.

    ``template`` is its name, ``line`` the line, counted from 1; ``None`` where it is about the whole.
    """

    def __init__(self, code: str, template: str, line: int | None, params: dict[str, str] | None = None) -> None:
        super().__init__(code, template, line, params)
        self.code = code
        self.template = template
        self.line = line
        self.params = params or {}

    @property
    def words(self) -> dict[str, str]:
        """What the message is filled with."""
        return {**self.params, "place": f"{self.template}:{self.line}" if self.line else self.template}

    def __str__(self) -> str:
        """The file, the line and what is wrong in one English sentence."""
        return WRONG_TEMPLATES[self.code].format(**self.words)
