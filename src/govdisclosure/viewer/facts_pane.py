"""What was read, and what was found in it, each with links to its words in the source."""

from collections.abc import Iterator, Mapping, Sequence

from govdisclosure.codelist import CodeList
from govdisclosure.finding import Finding
from govdisclosure.locales import Formatter, message
from govdisclosure.model import Report
from govdisclosure.renderers.blocks import Sheet, SheetCell
from govdisclosure.renderers.html_sheet import sheet
from govdisclosure.renderers.html_text import attribute, escaped, framed
from govdisclosure.renderers.sheets import sheets
from govdisclosure.tabular import Fact
from govdisclosure.viewer.anchors import id_of
from govdisclosure.viewer.marks import Links
from govdisclosure.viewer.said import Said
from govdisclosure.viewer.stated import Group, Row

__all__ = ["FactsPane"]

#: So many links of a finding stand open; more are folded.
_MOST_OPEN = 4
#: So much of the words is quoted in a link.
_QUOTED = 60


class FactsPane:
    """Writes facts and findings; ``links`` says which words they rest on."""

    def __init__(self, report: Report, form: Formatter, links: Links, *, checked: bool) -> None:
        self.report, self.form, self.links, self.checked = report, form, links, checked
        self.say = Said(form)
        self.places = report.provenance.places
        #: Without any place, nothing is gained by saying so of every fact.
        self.placed = bool(self.places)

    def html(self, groups: Sequence[Group], facts: Sequence[Fact]) -> str:
        """Findings, groups of facts, statutory tables, and places that belong to none of them."""
        shown = set(self.links.labels)
        first, *others = groups
        return "".join(
            (
                self._findings(self.links.findings),
                self._group(first),
                *self._tables(facts),
                *(self._group(group) for group in others),
                self._rest([path for path in self.places if path not in shown]),
            )
        )

    # --- findings

    def _findings(self, findings: Sequence[Finding]) -> str:
        head = f'<h3 id="findings">{escaped(self.say.rendered("findings"))}</h3>\n'
        if not self.checked:
            return f"{head}<p>{escaped(self.say.rendered('findings-not-made'))}</p>\n"
        if not findings:
            return f"{head}<p>{escaped(self.say.rendered('findings-none'))}</p>\n"
        items = "".join(self._finding(number, finding) for number, finding in enumerate(findings, start=1))
        return f'{head}<ol class="findings">\n{items}</ol>\n'

    def _finding(self, number: int, finding: Finding) -> str:
        severity = finding.severity.value
        label = escaped(self.form.texts.code(finding.severity))
        told = escaped(message(finding, self.form.asked))
        words = [
            (self.links.id_at[start, end], self.links.text[start:end]) for start, end in self.links.words_of[number - 1]
        ]
        facts = [(id_of("fact", path), self.links.labels[path]) for path in self.links.facts_of[number - 1]]
        at = self._listed("in-source", words) if words else f"<p>{escaped(self.say('finding-without-place'))}</p>\n"
        return (
            f'<li id="finding-{number}" class="{severity}">\n'
            f'<p><strong class="sign {severity}">{label} {number}</strong> {told} '
            f"<code>{escaped(finding.code)}</code></p>\n"
            f"{at}{self._listed('in-facts', facts)}</li>\n"
        )

    def _listed(self, key: str, links: list[tuple[str, str]]) -> str:
        if not links:
            return ""
        made = "; ".join(f'<a href="#{at}"><bdi>{escaped(_shortened(text))}</bdi></a>' for at, text in links)
        if len(links) <= _MOST_OPEN:
            return f"<p>{escaped(self.say(key))} {made}</p>\n"
        summary = f"{escaped(self.say(key))} {escaped(self.say('links', count=self.form.number(len(links))))}"
        return f"<details><summary>{summary}</summary><p>{made}</p></details>\n"

    def flag(self, number: int) -> str:
        """The sign of a finding: its severity and number, shown by the style sheet."""
        finding = self.links.findings[number - 1]
        severity = self.form.texts.code(finding.severity)
        name = attribute(self.say("flag", severity=severity, number=number))
        kind = finding.severity.value
        return f'<a class="flag {kind}" href="#finding-{number}" data-number="{number}" aria-label="{name}"></a>'

    def _flags(self, path: str) -> str:
        return "".join(self.flag(number) for number in self.links.flags_of.get(path, ()))

    # --- facts

    def _group(self, group: Group) -> str:
        head = f'<h3 id="{group.name}">{escaped(group.heading)}</h3>\n'
        return head + self._table(group.heading, group.rows)

    def _table(self, caption: str, rows: Sequence[Row]) -> str:
        names = (self.say("fact"), self.say.rendered("value"), self.say("words"))
        head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in names)
        body = "".join(self._row(row) for row in rows)
        return framed(caption, f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n", ' class="facts"')

    def _row(self, row: Row) -> str:
        severity = self.links.severity_of.get(row.path)
        kind = f' class="{severity}"' if severity else ""
        own = f' <span class="own"{self.language(own=True)}><bdi>{escaped(row.own)}</bdi></span>' if row.own else ""
        return (
            f'<tr id="{id_of("fact", row.path)}"{kind}><th scope="row">{escaped(row.label)}{own}</th>'
            f"<td><bdi>{escaped(row.value)}</bdi>{self._flags(row.path)}</td><td>{self._words(row.path)}</td></tr>\n"
        )

    def _words(self, path: str) -> str:
        """A link to the words that a fact rests on, its own or those of the record that it is a part of."""
        at = self._place(path)
        if at is None:
            return f'<span class="nowhere">{escaped(self.say("without-place"))}</span>' if self.placed else ""
        stretch = self.links.stretches.get(at)
        if stretch is None:
            quote = escaped(_shortened(self.places[at].quote))
            return f'<span class="nowhere">{escaped(self.say("elsewhere"))}</span> <bdi>{quote}</bdi>'
        words = escaped(_shortened(self.links.text[slice(*stretch)]))
        return f'<a href="#{id_of("at", at)}"{self.language(own=True)}><bdi>{words}</bdi></a>'

    def _place(self, path: str) -> str | None:
        while path not in self.places:
            path, dot, _ = path.rpartition(".")
            if not dot:
                return None
        return path

    def _rest(self, paths: list[str]) -> str:
        """Places of paths that are no fact of the report."""
        if not paths:
            return ""
        name = self.say("others")
        return self._group(Group("others", name, tuple(Row(path, path, "") for path in paths)))

    # --- statutory tables

    def _tables(self, facts: Sequence[Fact]) -> Iterator[str]:
        if self.report.statistics is None:
            return
        yield f'<h3 id="tables">{escaped(self.say.rendered("tables"))}</h3>\n'
        lacking = [fact for fact in facts if fact["kind"] == "cell" and self._lacks_words(fact)]
        for _, block in self._sheets(self.links.severity_of):
            yield f"<h4>{escaped(block.caption)}</h4>\n{sheet(block, self)}"
            rows = [self._apart(fact) for fact in lacking if fact["path"].startswith(f"{block.anchor}.")]
            if rows:
                yield f"<h5>{escaped(self.say('cells-apart'))}</h5>\n<ul>\n{''.join(rows)}</ul>\n"

    def _sheets(self, severities: Mapping[str, str]) -> tuple[tuple[CodeList | None, Sheet], ...]:
        assert self.report.statistics is not None  # noqa: S101 - for the type checker; the caller looked
        return sheets(self.report.statistics, self.form, severities)

    def _lacks_words(self, fact: Fact) -> bool:
        said = fact["value"] is not None or fact["absent"] not in (None, "blank")
        return self.placed and said and fact["path"] not in self.links.stretches

    def _apart(self, fact: Fact) -> str:
        path, value = fact["path"], self.form.value(fact["value"]) or fact["absent"] or ""
        link = f'<a href="#{id_of("fact", path)}">{escaped(fact["label"])}</a>'
        return f"<li>{link}: <bdi>{escaped(value)}</bdi> ({self._words(path)})</li>\n"

    # --- the cells of these tables

    def id(self, anchor: str | None) -> str:
        """The id of a cell or a table."""
        return f' id="{id_of("fact", anchor)}"' if anchor else ""

    def language(self, own: bool) -> str:  # noqa: FBT001
        """The language of words of the report, where the page has another."""
        language = self.form.tag
        differs = own and self.report.language != language
        return f' lang="{attribute(self.report.language)}"' if differs else ""

    def content(self, cell: SheetCell, words: str) -> str:
        """The words of a cell as a link to those of the source, and its findings."""
        path = cell.anchor or ""
        if path in self.links.stretches and words:
            words = f'<a href="#{id_of("at", path)}">{words}</a>'
        return words + self._flags(path)


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"
