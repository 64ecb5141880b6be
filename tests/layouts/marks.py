"""What stands beside a number in its cell, or cuts it: raised marks, crossed-out digits, numerals, breaks."""

from random import Random

from tests.layouts.kind import EVERYWHERE, Kind
from tests.layouts.page import Cell, Page

from govdisclosure.cell import Absent

__all__ = ["KINDS", "numeral"]

_DIGITS = "零一二三四五六七八九"
_SET = EVERYWHERE - {"text"}


def numeral(number: int) -> str:
    """A number below a hundred in Chinese characters, as it is spoken."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"


def _whole(page: Page) -> list[Cell]:
    """The cells that hold a count in digits."""
    cells = [cell for cell in page.body if isinstance(cell.value, int) and not isinstance(cell.value, Absent)]
    return [cell for cell in cells if cell.text.strip().isdigit() and not cell.note]


def _some(page: Page, chosen: Random, share: float) -> list[Cell]:
    cells = _whole(page)
    return chosen.sample(cells, min(len(cells), max(1, round(len(cells) * share))))


def _numerals(page: Page, chosen: Random) -> None:
    """Numbers in words: each small one, or the zeros alone, and at least one."""
    limit = chosen.choice((1, 11, 100))
    small = [cell for cell in _whole(page) if 0 <= int(cell.text) < limit]
    for cell in small or _some(page, chosen, 0.01):
        cell.value = int(cell.text) % 100
        cell.text = numeral(cell.value)


def _raised(page: Page, chosen: Random) -> None:
    """Marks of notes, raised behind the number: digits, circled digits, stars."""
    page.look.lift = chosen.choice(
        ("<sup>{}</sup>", "<sup>[{}]</sup>", '<span style="vertical-align:super;font-size:smaller">{}</span>')
    )
    signs = chosen.choice((("1", "2", "3"), ("①", "②"), ("*", "**"), ("注1", "注2")))
    for cell in _some(page, chosen, 0.05):
        cell.mark = chosen.choice(signs)


def _signs(page: Page, chosen: Random) -> None:
    """Marks of notes on the line: they are signs that are no digits."""
    signs = chosen.choice((("①", "②", "③"), ("*", "＊"), ("※",), ("[注]", "（注）")))
    for cell in _some(page, chosen, 0.05):
        cell.text, cell.note = f"{cell.text}{chosen.choice(signs)}", True


def _struck(page: Page, chosen: Random) -> None:
    """The number before a correction, crossed out, stands before the right one."""
    page.look.strike = chosen.choice(
        ("<s>{}</s>", "<del>{}</del>", "<strike>{}</strike>", '<span style="text-decoration:line-through">{}</span>')
    )
    if chosen.random() < 0.5:
        page.wishes.add("revisions")
    for cell in _some(page, chosen, 0.05):
        cell.struck = str(chosen.randrange(1, 90))


def _cut(page: Page, chosen: Random) -> None:
    """Digits broken over two lines, as narrow cells break them."""
    long = [cell for cell in _whole(page) if len(cell.text) > 1]
    if not long:
        long = _some(page, chosen, 0.02)
        for cell in long:
            cell.value = 1000 + chosen.randrange(9000)
            cell.text = str(cell.value)
    for cell in chosen.sample(long, max(1, len(long) // 3)):
        at = chosen.randrange(1, len(cell.text))
        cell.text = f"{cell.text[:at]}\n{cell.text[at:]}"


KINDS = (
    Kind("chinese-numerals", "digits", _numerals),
    Kind("raised-marks", "notes", _raised, media=_SET),
    Kind("note-signs", "notes", _signs),
    Kind("struck-digits", "notes", _struck, media=_SET),
    Kind("digits-cut", "spacing", _cut, media=_SET),
)
