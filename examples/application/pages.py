"""Pages of a reading room: an own template, with own wording in English and Chinese, and in Korean.

python pages.py FOLDER [REPORT]     writes a page for each language into FOLDER
"""

import sys
from pathlib import Path

import govdisclosure as gd

HERE = Path(__file__).parent
REPORT = HERE.parent / "qinghe-wrong-total-2016.txt"


def main(folder: Path, document: Path) -> int:
    """Read, check, write the pages."""
    report = gd.read(document).report
    if report is None:
        print(f"no report could be made of {document}")
        return 1
    found = gd.check(report)
    own = gd.catalogs(HERE / "wording")
    for tag in ("zh-Hans", "en", "ko"):
        page = gd.render_template(report, HERE / "templates" / "office.html.j2", locale=own.locale(tag), findings=found)
        target = folder / f"{report.year}.{tag}.html"
        target.write_text(page, "utf-8")
        print(target.name)
    return 0


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    raise SystemExit(main(arguments[0] if arguments else Path(), arguments[1] if arguments[1:] else REPORT))
