"""Build hook: compiles the message catalogs, so that the wheel carries .mo files made from its own .po files."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALES = Path(__file__).parent / "src" / "govdisclosure" / "locales"


def compile_catalogs() -> list[Path]:
    """Write the .mo file beside each .po file; return the files written."""
    written = []
    for source in sorted(LOCALES.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as stream:
            catalog = read_po(stream, locale=source.parts[-3], abort_invalid=True)
        # The time of building would make the same catalog different bytes.
        catalog.creation_date = datetime(2000, 1, 1, tzinfo=UTC)
        target = source.with_suffix(".mo")
        with target.open("wb") as stream:
            write_mo(stream, catalog)
        written.append(target)
    return written


class CatalogBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before every build of this project, editable ones included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile the catalogs (the arguments are fixed by hatchling)."""
        compile_catalogs()


if __name__ == "__main__":
    compile_catalogs()
