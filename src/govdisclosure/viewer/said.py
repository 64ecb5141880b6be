"""The words of the view in a locale."""

from govdisclosure.codelist import CodeList
from govdisclosure.locales import Formatter
from govdisclosure.locales.rendering import WORDING as RENDERED
from govdisclosure.viewer.wording import WORDING

__all__ = ["Said"]


class Said:
    """Words by their keys, with what stands in for their placeholders."""

    def __init__(self, form: Formatter) -> None:
        self._texts = form.texts

    def __call__(self, key: str, **params: str | int) -> str:
        """Words of the view."""
        return self._texts.filled(self._texts.message(f"show:{key}", WORDING[key]), params)

    def code(self, member: CodeList) -> str:
        """The label of a code."""
        return self._texts.code(member)

    def rendered(self, key: str) -> str:
        """Words that renderers use too."""
        return self._texts.message(f"render:{key}", RENDERED[key])
