"""Catalogs that an application brings: its own wording, or a language that the library has none of."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from tests.command import govdisclosure
from tests.tools import ROOT

import govdisclosure as gd
from govdisclosure.errors import WRONG_CATALOGS
from govdisclosure.locales import error_text, formatter, texts
from govdisclosure.model import Unit

EXAMPLE = ROOT / "examples" / "qinghe-wrong-total-2016.txt"
PUBLISHER = ("render:publisher", "Publisher")


def entry(context: str, source: str, words: str) -> str:
    return f'msgctxt "{context}"\nmsgid "{source}"\nmsgstr "{words}"\n\n'


def written(folder: Path, tag: str, *entries: tuple[str, str, str], binary: bool = False) -> Path:
    """A folder with one more catalog."""
    path = folder / tag / "LC_MESSAGES" / f"govdisclosure.{'mo' if binary else 'po'}"
    path.parent.mkdir(parents=True, exist_ok=True)
    words = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n' + "".join(
        entry(*e) for e in entries
    )
    if binary:
        with path.open("wb") as stream:
            write_mo(stream, read_po(io.BytesIO(words.encode())))
    else:
        path.write_text(words, "utf-8")
    return folder


@pytest.fixture(scope="module")
def report() -> gd.Report:
    found = gd.read(EXAMPLE).report
    assert found
    return found


@pytest.mark.parametrize("binary", [False, True])
def test_a_further_language(report: gd.Report, tmp_path: Path, binary: bool) -> None:  # noqa: FBT001
    own = gd.catalogs(written(tmp_path, "ko", (*PUBLISHER, "발행 기관"), binary=binary))
    assert own.tags == ("ko",)
    page = gd.render(report, to="text", locale=own.locale("ko"))
    assert "발행 기관" in page
    assert "Year" in page  # what the catalog lacks is the library's
    assert "Publisher" in gd.render(report, to="text", locale="ko")


def test_own_wording_wherever_a_locale_is_asked(report: gd.Report, tmp_path: Path) -> None:
    source = gd.explain("powers-total").message
    written(
        tmp_path,
        "en",
        (*PUBLISHER, "Office"),
        ("finding:powers-total:message", source, "{left} are not {right}: {difference}."),
        ("finding:powers-total:title", gd.explain("powers-total").title, "Powers do not add up"),
        ("code:power_category:licensing:label", "行政许可", "Permits"),
        ("cli:nothing-found", "nothing found", "all well"),
    )
    en = gd.catalogs(tmp_path).locale("en")
    (found,) = gd.check(report)
    assert gd.message(found, en) == "370 are not 352: 18."
    assert gd.explain("powers-total", en).title == "Powers do not add up"
    for to in ("html", "text", "markdown"):
        page = str(gd.render(report, to=to, locale=en, findings=(found,)))
        assert "Office" in page
        assert "370 are not 352" in page
        assert "Permits" in page
        assert "Publisher" not in page
    assert "Permits" in {fact["label"] for fact in gd.facts(report, en)}
    assert "Permits" in gd.show(report, EXAMPLE, locale=en, findings=(found,))
    assert "Office" in gd.render(report, locale=["zh-Hans", en])
    assert gd.render_template(report, text="{{ 'publisher'|word }}", locale=en) == "Office"
    # Nothing stays behind: the library's own words are what they were.
    assert gd.message(found, "en") != gd.message(found, en)
    assert "Publisher" in gd.render(report, to="text", locale="en")


def test_the_nearest_locale_comes_first(tmp_path: Path) -> None:
    written(tmp_path, "en", (*PUBLISHER, "Office"))
    written(tmp_path, "zh_Hant", (*PUBLISHER, "機關"))
    written(tmp_path, "zh-Hans", (*PUBLISHER, "机关"))
    own = gd.catalogs(tmp_path)
    assert own.tags == ("en", "zh_Hans", "zh_Hant")
    asked = {
        tag: texts(own.locale(tag)).message(*PUBLISHER) for tag in ("zh-TW", "zh-Hans", "zh-HK", "ar", "ko", "en-GB")
    }
    # An own word in English does not stand before the library's Arabic.
    assert asked == {"zh-TW": "機關", "zh-Hans": "机关", "zh-HK": "機關", "ko": "Office", "en-GB": "Office",
                     "ar": texts("ar").message(*PUBLISHER)}  # fmt: skip


def test_official_wording_is_not_replaced_in_its_own_language(tmp_path: Path) -> None:
    own = gd.catalogs(written(tmp_path, "zh_Hans", ("code:unit:item:label", "条", "个")))
    assert texts(own.locale("zh-Hans")).label("code:unit:item:label", "条") == "条"


def test_units_of_a_language_without_all_plurals(tmp_path: Path) -> None:
    written(tmp_path, "ko", ("unit:item:other", "{n}条", "{n}건"))
    written(tmp_path, "fr", ("unit:item:other", "{n}条", "{n} informations"))
    own = gd.catalogs(tmp_path)
    assert formatter(own.locale("ko")).quantity(1, Unit.ITEM) == "1건"
    assert formatter(own.locale("fr")).quantity(1, Unit.ITEM) == "1 informations"
    assert formatter(own.locale("ja")).quantity(1, Unit.ITEM) == formatter("ja").quantity(1, Unit.ITEM)


def test_catalogs_are_values(tmp_path: Path) -> None:
    """Equal content is equal, so that reading a folder again and again keeps one formatter; other content is not."""
    one = gd.catalogs(written(tmp_path / "a", "ko", (*PUBLISHER, "가"))).locale("ko")
    again = gd.catalogs(written(tmp_path / "b", "ko", (*PUBLISHER, "가"))).locale("ko")
    other = gd.catalogs(written(tmp_path / "c", "ko", (*PUBLISHER, "나"))).locale("ko")
    assert one == again != other
    assert formatter(one) is formatter(again) is not formatter(other)
    assert str(one) == "ko"
    assert one != "ko"


def test_a_po_file_is_taken_before_a_mo_file(tmp_path: Path) -> None:
    written(tmp_path, "ko", (*PUBLISHER, "옛"), binary=True)
    assert texts(gd.catalogs(tmp_path).locale("ko")).message(*PUBLISHER) == "옛"
    written(tmp_path, "ko", (*PUBLISHER, "새"))
    assert texts(gd.catalogs(tmp_path).locale("ko")).message(*PUBLISHER) == "새"


def test_fuzzy_and_empty_entries_are_not_taken(tmp_path: Path) -> None:
    written(tmp_path, "ko", (*PUBLISHER, "가"), ("render:year", "Year", ""))
    path = tmp_path / "ko" / "LC_MESSAGES" / "govdisclosure.po"
    path.write_text(path.read_text("utf-8").replace("msgctxt", "#, fuzzy\nmsgctxt", 1), "utf-8")
    words = texts(gd.catalogs(tmp_path).locale("ko"))
    assert [words.message(*PUBLISHER), words.message("render:year", "Year")] == ["Publisher", "Year"]


# --- what is wrong with them

LIMIT = ("error:limit", gd.LimitExceeded.TEMPLATE)


def wrong(folder: Path, code: str) -> None:
    if code == "locale":
        written(folder, "xx", (*PUBLISHER, "x"))
    elif code == "twice":
        written(folder, "zh_Hans", (*PUBLISHER, "x"))
        written(folder, "zh-Hans", (*PUBLISHER, "x"))
    elif code == "format":
        written(folder, "ko", (*PUBLISHER, '"'))
    elif code == "placeholders":
        written(folder, "ko", (*LIMIT, "{limit} {value}"))


@pytest.mark.parametrize("code", WRONG_CATALOGS)
def test_what_is_wrong_is_said(tmp_path: Path, code: str) -> None:
    wrong(tmp_path, code)
    with pytest.raises(gd.BrokenCatalog) as caught:
        gd.catalogs(tmp_path)
    assert caught.value.code == code
    assert str(tmp_path) in str(caught.value)
    for locale in ("zh-Hans", "zh-Hant", "ar"):
        assert error_text(caught.value, texts(locale)) not in ("", str(caught.value))


@pytest.mark.parametrize(
    "words",
    ["{limit}", "{limit} {value} {bound} {more}", "{limit} {value} {bound", "{limit.__class__} {value} {bound}",
     "{limit!r} {value} {bound}", "{limit:>99} {value} {bound}", "{} {} {}", "{0} {1} {2}"],
)  # fmt: skip
def test_translations_have_the_placeholders_of_their_source(tmp_path: Path, words: str) -> None:
    with pytest.raises(gd.BrokenCatalog, match="error:limit"):
        gd.catalogs(written(tmp_path, "ko", (*LIMIT, words)))


@pytest.mark.parametrize(
    "line",
    ["hello", "<html>", 'msgid "Year', "msgstr x", 'msgstr "a" b', 'msgstr """', '"x"', 'msgid "a"', "\0", "\\"],
)
def test_a_line_that_is_none_of_a_catalog_is_named(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, "ko", (*PUBLISHER, "가")) / "ko" / "LC_MESSAGES" / "govdisclosure.po"
    path.write_text(f"{path.read_text('utf-8')}{line}\n", "utf-8")
    if line not in ('"x"', 'msgid "a"'):  # these are lines of a catalog, and mean something or nothing
        with pytest.raises(gd.BrokenCatalog, match="line 9: "):
            gd.catalogs(tmp_path)
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))
    with pytest.raises(gd.BrokenCatalog, match="not UTF-8"):
        gd.catalogs(tmp_path)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xde\x12\x04\x95", b"\xde\x12\x04\x95" + b"\xff" * 24, b"\x95\x04\x12\xde" + b"\0\0\0\1" * 6, b"MZ" * 50,
     b"\xde\x12\x04\x95" + bytes(4) + b"\xff\xff\xff\x7f" + bytes(40)],
)  # fmt: skip
def test_bytes_that_are_no_catalog(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ko" / "LC_MESSAGES" / "govdisclosure.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    with pytest.raises(gd.BrokenCatalog):
        gd.catalogs(tmp_path)


def test_there_is_no_such_folder_or_locale(tmp_path: Path) -> None:
    with pytest.raises(gd.UnreadableInput):
        gd.catalogs(tmp_path / "none")
    own = gd.catalogs(written(tmp_path, "ko", (*PUBLISHER, "가")))
    with pytest.raises(gd.UnknownLocale):
        own.locale("xx")


# --- the command, and the example


def test_the_command_takes_them(tmp_path: Path) -> None:
    written(
        tmp_path / "own",
        "en",
        (*PUBLISHER, "Office"),
        ("cli:counts", "errors: {errors}, warnings: {warnings}, notes: {notes}", "{errors}/{warnings}/{notes}"),
        ("unreadable:missing", "{name}: there is no such file", "{name}: look for it elsewhere"),
        ("code:severity:error:label", "错误", "Wrong"),
    )
    own = ("--catalogs", "own")
    render = govdisclosure("render", EXAMPLE, "--to", "text", "--locale", "en", *own, folder=tmp_path)
    assert (render.code, render.error) == (0, "")
    assert "Office" in render.out.decode()
    check = govdisclosure("check", EXAMPLE, "--lang", "en", *own, folder=tmp_path)
    assert check.code == 3
    assert check.out.decode().splitlines()[-1].endswith(": 1/0/0")
    assert ": Wrong: [powers-total]" in check.out.decode()
    missing = govdisclosure("check", "none.txt", *own, folder=tmp_path)
    assert (missing.code, missing.error) == (4, "govdisclosure: none.txt: look for it elsewhere\n")
    for command in (("facts", EXAMPLE), ("explain", "powers-total"), ("show", EXAMPLE, "--source", EXAMPLE)):
        assert govdisclosure(*command, *own, folder=tmp_path).code == 0, command


@pytest.mark.parametrize("folder", ["none", "."])
def test_the_command_says_what_is_wrong_with_them(tmp_path: Path, folder: str) -> None:
    made = govdisclosure("render", EXAMPLE, "--catalogs", folder, folder=tmp_path)
    assert made.code == (4 if folder == "none" else 2)
    assert not made.has_traceback
    assert not made.out


def test_the_example_of_an_application(tmp_path: Path) -> None:
    """As its README says: the script, and one page of it by the command; Korean and own wording are on the pages."""
    application = ROOT / "examples" / "application"
    made = subprocess.run(
        [sys.executable, application / "pages.py", tmp_path], capture_output=True, encoding="utf-8", check=False
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.split() == ["2016.zh-Hans.html", "2016.en.html", "2016.ko.html"]
    words = {"zh-Hans": ("清河县政府信息查阅场所", "请核对"), "en": ("Office: ", "For the office to look at"),
             "ko": ("칭허현 정부정보 열람실", "확인할 사항", "차이는 18건입니다")}  # fmt: skip
    for tag, each in words.items():
        page = (tmp_path / f"2016.{tag}.html").read_text("utf-8")
        assert not [one for one in each if one not in page]
    by_command = govdisclosure(
        *("render", EXAMPLE, "--template", application / "templates" / "office.html.j2"),
        *("--catalogs", application / "wording", "--locale", "ko"),
    )
    assert by_command.out == (tmp_path / "2016.ko.html").read_bytes()
