"""What may be asked for as a locale: a tag, or a tag with the catalogs of an application."""

from collections.abc import Mapping

import attrs

__all__ = ["AnyLocale", "OwnLocale", "Wordings"]

#: For each locale that an application has a catalog of, its words by context and wording of the source.
Wordings = Mapping[str, Mapping[tuple[str, str], str]]


@attrs.frozen
class OwnLocale:
    """A locale whose words come from an application's catalogs first, made by :meth:`Catalogs.locale`.

    It stands wherever ``locale=`` takes a tag. Two are equal if their tags and the content of their catalogs are.
    """

    tag: str
    #: SHA-256 of the catalogs.
    digest: str = attrs.field(repr=False)
    wordings: Wordings = attrs.field(repr=False, eq=False)

    def __str__(self) -> str:
        """The tag."""
        return self.tag


#: A tag of BCP 47 such as ``zh-Hans``, or a locale with catalogs of an application.
AnyLocale = str | OwnLocale
