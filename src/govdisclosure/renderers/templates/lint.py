"""A template is looked through before it is used: no value where it could act, nothing that switches escaping off."""

from collections.abc import Iterable, Sequence

import attrs
from jinja2 import nodes

from govdisclosure.renderers.templates.places import Misplaced, Spot

__all__ = ["IN_ATTRIBUTE", "Refused", "attribute", "looked_through"]

#: The filter that attributes are printed through; no template can write its name.
IN_ATTRIBUTE = "in-attribute"
#: Filters of Jinja that are not there: they let markup through, or give something else each time.
_WITHOUT = frozenset(("attr", "pprint", "random", "safe", "tojson", "urlize", "xmlattr"))


class Refused(Exception):
    """A template does what it cannot: the code of the error, its words, and the line where that is known."""

    def __init__(self, code: str, params: dict[str, str] | None = None, line: int | None = None) -> None:
        super().__init__(code)
        self.code, self.params, self.line = code, params or {}, line


def looked_through(template: nodes.Template) -> None:
    """Refuse what cannot be used, and let values in attributes through as attributes only."""
    _expressions(template)
    _Walk().whole(template.body, Spot())


def _expressions(template: nodes.Template) -> None:
    for node in template.find_all((nodes.Filter, nodes.FilterBlock, nodes.EvalContextModifier)):
        if isinstance(node, nodes.EvalContextModifier):
            raise Refused("autoescape", line=node.lineno)
        if isinstance(node, nodes.FilterBlock):
            raise Refused("filter-block", line=node.lineno)
        if isinstance(node, nodes.Filter) and node.name in _WITHOUT:
            raise Refused("filter", {"filter": node.name}, node.lineno)
    for other in template.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        _written_out(other)


def _written_out(node: nodes.Node) -> None:
    """The name of another template is a text, or for ``include`` a list of texts."""
    named = getattr(node, "template")  # noqa: B009 - four classes have it, and their base has not
    names = named.items if isinstance(named, nodes.List | nodes.Tuple) else [named]
    for name in names:
        if not (isinstance(name, nodes.Const) and isinstance(name.value, str)):
            raise Refused("name", line=node.lineno)


@attrs.frozen
class _Walk:
    """Follows the HTML through the branches of a template."""

    def whole(self, body: Sequence[nodes.Node], start: Spot) -> None:
        """What is HTML of its own: it ends between tags, where it began."""
        end = self.body(body, start)
        if end.pending or end.mode not in ("text", start.mode):
            what = "<!--" if end.mode == "comment" else f"<{end.element}"
            raise Refused("open", {"what": what}, _last_line(body[-1]))

    def body(self, body: Iterable[nodes.Node], spot: Spot) -> Spot:
        """The place behind these nodes."""
        for node in body:
            try:
                spot = self.node(node, spot)
            except Misplaced as wrong:
                raise Refused(wrong.code, wrong.params, node.lineno + wrong.lines) from None
        return spot

    def node(self, node: nodes.Node, spot: Spot) -> Spot:
        """The place behind a node."""
        match node:
            case nodes.Output():
                return self.output(node, spot)
            case nodes.For():
                return self.loop(node, spot)
            case nodes.If():
                return self.branches(node, spot)
            case nodes.With() | nodes.Scope():
                return self.body(node.body, spot)
            case nodes.Block():
                return self.apart(spot, node.body)
            case nodes.Macro() | nodes.AssignBlock():
                self.whole(node.body, Spot())
            case nodes.CallBlock():
                return self.apart(spot, node.body)
            case nodes.Include():
                return self.apart(spot, ())
        return spot

    def output(self, node: nodes.Output, spot: Spot) -> Spot:
        """Text and values."""
        spot = attrs.evolve(spot)
        for number, child in enumerate(node.nodes):
            try:
                if isinstance(child, nodes.TemplateData):
                    spot.text(child.data)
                    continue
                spot.value()
            except Misplaced as wrong:
                raise Refused(wrong.code, wrong.params, child.lineno + wrong.lines) from None
            if spot.mode == "quoted":
                node.nodes[number] = attribute(child)
        return spot

    def loop(self, node: nodes.For, spot: Spot) -> Spot:
        """A loop ends where it began, and so does what stands for it where there is nothing."""
        start = _settled(spot)
        once = self.ended(node.body, start)
        after = start.joined(once)
        if after != start:
            self.ended(node.body, after)
        return after.joined(self.ended(node.else_, start))

    def branches(self, node: nodes.If, spot: Spot) -> Spot:
        """All branches end at one place; where nothing is said of the rest, that is where they began."""
        start = _settled(spot)
        ends = [self.ended(branch, start) for branch in (node.body, *(one.body for one in node.elif_), node.else_)]
        after = ends[0]
        for end in ends[1:]:
            after = after.joined(end)
        return after

    def ended(self, body: Iterable[nodes.Node], start: Spot) -> Spot:
        """The settled place behind a branch."""
        return _settled(self.body(body, start))

    def apart(self, spot: Spot, body: Sequence[nodes.Node]) -> Spot:
        """Something whole is put here, between tags or into an element that holds text."""
        after = _settled(spot)
        if after.mode != "text":
            after.value()
        if after.mode not in ("text", "held"):
            raise Misplaced("cut")
        self.whole(body, Spot())
        return after


def _last_line(node: nodes.Node) -> int:
    """The line on which a node ends, as far as text tells."""
    texts = [one for one in (node, *node.find_all(nodes.TemplateData)) if isinstance(one, nodes.TemplateData)]
    return max([node.lineno, *(one.lineno + one.data.rstrip("\n").count("\n") for one in texts)])


def _settled(spot: Spot) -> Spot:
    spot = attrs.evolve(spot)
    spot.settle()
    return spot


def attribute(child: nodes.Expr) -> nodes.Expr:
    """A value as it goes into an attribute."""
    made = nodes.Filter(child, IN_ATTRIBUTE, [], [], None, None, lineno=child.lineno)
    made.environment = child.environment
    return made
