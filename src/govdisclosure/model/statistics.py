"""The base of the statutory tables."""

from typing import ClassVar

import attrs

__all__ = ["Statistics"]


@attrs.frozen(kw_only=True)
class Statistics:
    """The statutory tables of a report. Each form with tables declares a subclass under ``forms``."""

    #: The id of the form that the tables belong to.
    FORM: ClassVar[str] = ""
