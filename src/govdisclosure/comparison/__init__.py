"""One body over years, or several bodies in a year: the figures side by side, their changes and shares.

What forms do not have in common is listed with the reason, and never set beside something else.
"""

from govdisclosure.comparison.comparing import compare
from govdisclosure.comparison.model import Change, Comparison, Group, Row, Share, Uncompared, Why
from govdisclosure.comparison.page import render_comparison

__all__ = ["Change", "Comparison", "Group", "Row", "Share", "Uncompared", "Why", "compare", "render_comparison"]
