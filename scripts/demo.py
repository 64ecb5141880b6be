"""Read a report, say what it states and what was found, and write it in every form the library has.

    python scripts/demo.py [FILE] [--locale en] [--output build/demo]

FILE is a published report (text) or a report document (JSON). Exit codes: 0 done, 3 the text does not say
which year it is about, 4 FILE cannot be read or the files cannot be written.
"""

import argparse
import sys
from pathlib import Path

import govdisclosure as gd
from govdisclosure.tabular import to_csv

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "qinghe-market-supervision-2016.txt"


def opened(path: Path) -> tuple[gd.Report | None, tuple[gd.Finding, ...], str]:
    """The report in a file, what reading it found, and one line on how it was read."""
    if path.suffix == ".json":
        return gd.load(path), (), "a report document"
    draft = gd.read(path)
    counts, source = draft.counts, draft.source
    told = (
        f"{source.size:,} bytes of {source.encoding}, {counts.characters:,} characters; "
        f"{counts.paragraphs} paragraphs, {counts.figures} figures, "
        f"{counts.characters_left_over} characters left over"
    )
    return draft.report, draft.findings, told


def written(report: gd.Report, findings: tuple[gd.Finding, ...], folder: Path) -> list[Path]:
    """Write the report in every form; the files written."""
    pages = {
        "report.zh-Hans.html": gd.render(report, to="html", locale="zh-Hans", findings=findings),
        "report.en.html": gd.render(report, to="html", locale="en", findings=findings),
        "report.md": gd.render(report, to="markdown", findings=findings),
        "report.txt": gd.render(report, to="text", findings=findings),
        "report.json": gd.dumps(report),
        "facts.csv": to_csv(gd.facts(report, "en")),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in pages.items():
        (folder / name).write_bytes(content.encode())
    return [folder / name for name in pages]


def shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def main() -> int:
    """Run the demo."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(description="Read a report, say what it states, write it in every form.")
    parser.add_argument("file", nargs="?", type=Path, default=EXAMPLE, metavar="FILE")
    parser.add_argument("--locale", default="en", help="language of what is printed (default: en)")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "demo", metavar="FOLDER")
    options = parser.parse_args()
    try:
        report, found, told = opened(options.file)
        print(f"{shown(options.file)}: {told}\n")
        if report is None:
            print(
                f"{shown(options.file)}: no report: the text does not say which year it is about",
                file=sys.stderr,
            )
            return 3
        found += gd.check(report)
        print(gd.render(report, to="summary", locale=options.locale, findings=found))
        print("Written:")
        for path in written(report, found, options.output):
            print(f"  {shown(path)}  ({path.stat().st_size:,} bytes)")
    except gd.DecodeError as error:
        print(f"{options.file}: not a report document: {error.problems[0].text}", file=sys.stderr)
        return 4
    except gd.GovDisclosureError as error:
        print(str(error).splitlines()[0], file=sys.stderr)
        return 4
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 4
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
