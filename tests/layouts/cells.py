"""How numbers stand in their cells."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from tests.layouts.kind import EVERYWHERE, Kind
from tests.layouts.page import Cell, Page

from govdisclosure.cell import Absent

__all__ = ["KINDS"]

_WIDE = str.maketrans("0123456789.,-+", "０１２３４５６７８９．，－＋")
_PAPER = EVERYWHERE - {"text"}


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.value, int | Decimal) and not isinstance(cell.value, Absent)


def _rewrite(page: Page, chosen: Random, share: float, write: Callable[[Cell], str]) -> None:
    for cell in page.numbers(chosen, share):
        if _is_number(cell):
            cell.text = write(cell)


def _noted(page: Page, chosen: Random, share: float, write: Callable[[Cell], str]) -> None:
    for cell in page.numbers(chosen, share):
        if _is_number(cell):
            cell.text, cell.note = write(cell), True


def _full_width(page: Page, chosen: Random) -> None:
    _rewrite(page, chosen, chosen.choice((0.3, 1)), lambda cell: cell.text.translate(_WIDE))


def _thousands(page: Page, chosen: Random) -> None:
    """Large numbers, so that there are marks to print; a total may then be out of step, as in real reports."""
    for cell in page.numbers(chosen, 0.1):
        if isinstance(cell.value, int) and not isinstance(cell.value, Absent):
            cell.value = abs(cell.value) + 1000 * chosen.randrange(1, 3000)
            cell.text = f"{cell.value:,}"


def _spaced(page: Page, chosen: Random) -> None:
    pads = ("\u00a0", " ", "\u3000", "  ", "\u2002")
    _rewrite(page, chosen, 0.6, lambda cell: f"{chosen.choice(pads)}{cell.text}{chosen.choice(pads)}")


def _split_digits(page: Page, chosen: Random) -> None:
    _rewrite(page, chosen, 0.7, lambda cell: " ".join(cell.text) if cell.text.isdigit() else f" {cell.text}")


def _zero_width(page: Page, chosen: Random) -> None:
    marks = ("\u200b", "\ufeff", "\u200d", "\u00ad", "\u2060")
    _rewrite(page, chosen, 0.5, lambda cell: chosen.choice(marks).join(["", *cell.text, ""]))


def _zeros(page: Page) -> list[Cell]:
    found = [cell for cell in page.body if _is_number(cell) and not cell.value and not cell.note]
    return found or page.numbers(Random(1), 0.2)  # noqa: S311 - not for secrets


def _absent(*signs: str, value: Absent) -> Callable[[Page, Random], None]:
    """Zeros printed as signs, most of them the same one."""

    def apply(page: Page, chosen: Random) -> None:
        usual, share = chosen.choice(signs), chosen.choice((0.3, 0.9, 1))
        for cell in _zeros(page)[:1] + [cell for cell in _zeros(page) if chosen.random() < share]:
            cell.value, cell.text = value, usual if chosen.random() < 0.9 else chosen.choice(signs)

    return apply


def _mixed(page: Page, chosen: Random) -> None:
    """Blank, sign and zero side by side: three people filled in the table."""
    for cell in _zeros(page):
        cell.text, cell.value = chosen.choice(
            (("", Absent.BLANK), ("/", Absent.NOT_APPLICABLE), ("0", cell.value), ("—", Absent.NOT_APPLICABLE))
        )
        if cell.text == "0":
            cell.value = Decimal(0) if page.form.cells[cell.path or ""].kind.exact else 0


def _decimal_zeros(page: Page, chosen: Random) -> None:
    """A spreadsheet whose cells have the format of money."""
    for cell in page.body:
        if _is_number(cell) and not cell.note and chosen.random() < 0.8:
            exact = page.form.cells[cell.path or ""].kind.exact
            cell.value = Decimal(cell.value).quantize(Decimal("0.01")) if exact else cell.value
            cell.text = f"{cell.value:.2f}"


def _notes(page: Page, chosen: Random) -> None:
    def write(cell: Cell) -> str:
        few = chosen.randrange(1, 30)
        forms = (
            "{n}（其中修订{k}件）",
            "{n}（含自然失效 {k} 件）",
            "{n}（含上年结转{k}件）",
            "{n}(其中网上{k}件)",
            "{n}（历史累计）",
        )
        return chosen.choice(forms).format(n=cell.text.strip(), k=few)

    _noted(page, chosen, 0.03, write)


def _units(page: Page, chosen: Random) -> None:
    """The unit behind each number, as people type it who fear to be misunderstood."""

    def write(cell: Cell) -> str:
        unit = page.form.cells[cell.path or ""].unit
        return f"{cell.text}{unit.label if unit else '件'}"

    _noted(page, chosen, chosen.choice((0.05, 0.5, 1)), write)


def _yuan(page: Page, chosen: Random) -> None:
    """An amount in 元 where the form counts in 万元."""
    for cell in page.body:
        if page.form.cells[cell.path or ""].kind.exact and _is_number(cell):
            yuan = chosen.randrange(0, 9_000_000, 500)
            cell.value, cell.rescaled, cell.note = Decimal(yuan).scaleb(-4), True, True
            cell.text = chosen.choice((f"{yuan}元", f"{yuan:,}元", f"{yuan}.00元", f"人民币{yuan}元"))


def _signed(page: Page, chosen: Random) -> None:
    for cell in page.body:
        if page.form.cells[cell.path or ""].kind.low < 0 and isinstance(cell.value, int):
            cell.value = chosen.choice((-1, 1)) * chosen.randrange(1, 40)
            words = (f"{cell.value:+}", f"增加{cell.value}" if cell.value > 0 else f"减少{-cell.value}")
            marks = (f"{cell.value}".replace("-", "－"), f"{cell.value}".replace("-", "–"))
            cell.text = chosen.choice((*words, *marks))
            cell.note = "增" in cell.text or "减" in cell.text


def _damage(page: Page, chosen: Random) -> None:
    """What scanning, spreadsheets and haste leave where a number should stand."""
    spoiled = ("1O", "l2", "见附件", "#REF!", "####", "12/3", "3-5", "约20", "1.2.3", "十余", "2?", "若干", "■")
    for cell in page.numbers(chosen, 0.02):
        cell.text, cell.value, cell.damaged, cell.note = chosen.choice(spoiled), Absent.UNREADABLE, True, False


def _wrong_total(page: Page, chosen: Random) -> None:
    """Totals that do not add up; what is printed counts."""
    totals = [c for c in page.body if (c.path or "").endswith(".total") and _is_number(c)] or page.numbers(chosen, 0.1)
    for cell in chosen.sample(totals, min(len(totals), chosen.randrange(1, 5))):
        if isinstance(cell.value, int) and not isinstance(cell.value, Absent):
            cell.value = cell.value + chosen.randrange(1, 9) if chosen.random() < 0.5 or not cell.value else 0
            cell.text = str(cell.value)


_STATUTORY = frozenset({"cn-2019", "cn-2021"})
_NA, _BLANK = Absent.NOT_APPLICABLE, Absent.BLANK

KINDS = (
    Kind("wrong-total", "sums", _wrong_total),
    Kind("thousands-marks", "size", _thousands),
    Kind("signed-changes", "sign", _signed, forms=frozenset({"cn-2019"})),
    Kind("decimal-zeros", "zeros", _decimal_zeros),
    Kind("slashes", "zeros", _absent("/", "／", " / ", value=_NA)),
    Kind("dashes", "zeros", _absent("-", "—", "——", "－", "–", "--", value=_NA)),
    Kind("word-for-none", "zeros", _absent("无", value=_NA)),
    Kind("empty-cells", "zeros", _absent("", value=_BLANK), blanks=True),
    Kind("nbsp-cells", "zeros", _absent("\u00a0", "\u3000", " \u00a0", value=_BLANK), blanks=True),
    Kind("mixed-blanks", "zeros", _mixed, blanks=True),
    Kind("amount-in-yuan", "amount", _yuan),
    Kind("notes-in-cells", "notes", _notes),
    Kind("units-in-cells", "notes", _units),
    Kind("full-width-digits", "digits", _full_width),
    Kind("spaces-around-numbers", "spacing", _spaced, media=_PAPER),
    Kind("spaces-inside-numbers", "spacing", _split_digits, media=_PAPER),
    Kind("zero-width-characters", "spacing", _zero_width, media=EVERYWHERE - {"pdf"}),
    Kind("damaged-cells", "damage", _damage),
)
