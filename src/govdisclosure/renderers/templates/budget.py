"""How long a template may run and how much it may print: counted as it goes, so that it ends whatever it says."""

from typing import Any

import attrs
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from govdisclosure.errors import LimitExceeded
from govdisclosure.limits import Limits

__all__ = ["IN_A_ROW", "STEP", "Budget", "counted"]

#: Filters that a template calls without saying so; none can write their names.
STEP, IN_A_ROW = "one-step", "in-a-row"


@attrs.define
class Budget:
    """What is left for one page."""

    limits: Limits
    steps: int = 0
    characters: int = 0

    def step(self, characters: int) -> None:
        """Something is done: a turn of a loop, a call of a macro, a piece of text of so many characters."""
        self.walk(1)
        self.print(characters)

    def walk(self, things: int) -> None:
        """So many things are gone through."""
        self.steps += things
        if self.steps > self.limits.template_steps:
            raise LimitExceeded("template_steps", self.steps, self.limits.template_steps)

    def print(self, characters: int) -> None:
        """So many characters are printed or put together."""
        self.characters += characters
        if self.characters > self.limits.template_characters:
            raise LimitExceeded("template_characters", self.characters, self.limits.template_characters)


def counted(template: nodes.Template) -> nodes.Template:
    """The template with its steps counted."""
    _Counter().visit(template)
    return template


class _Counter(NodeTransformer):
    """Puts a step before every piece of text and at the beginning of what can be repeated."""

    def visit_Output(self, node: nodes.Output) -> Any:  # noqa: N802 - named by the class of the node
        self.generic_visit(node)
        return [_step(node, sum(len(n.data) for n in node.nodes if isinstance(n, nodes.TemplateData))), node]

    def visit_For(self, node: nodes.For) -> Any:  # noqa: N802
        self.generic_visit(node)
        node.body.insert(0, _step(node, 0))
        return node

    def visit_Macro(self, node: nodes.Macro) -> Any:  # noqa: N802
        self.generic_visit(node)
        node.body.insert(0, _step(node, 0))
        return node

    def visit_Concat(self, node: nodes.Concat) -> Any:  # noqa: N802
        """``~`` could double a text without printing it."""
        self.generic_visit(node)
        return _filter(nodes.List(node.nodes, lineno=node.lineno), IN_A_ROW)


def _step(node: nodes.Node, characters: int) -> nodes.ExprStmt:
    return nodes.ExprStmt(_filter(nodes.Const(characters, lineno=node.lineno), STEP), lineno=node.lineno)


def _filter(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
