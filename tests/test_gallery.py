"""The gallery: every picture is there, said to be what it is, and small. How it looks is for people to see."""

import re

from PIL import Image
from tests.tools import ROOT

import gallery

MOST, MOST_OF_ALL = 150_000, 4_000_000


def test_the_page_says_what_is_there() -> None:
    kept = {path.name for path in gallery.FOLDER.glob("*.png")}
    assert kept == {shot.image.name for shot in gallery.SHOTS}
    assert (gallery.FOLDER / "README.md").read_text("utf-8").splitlines() == list(gallery.page())


def test_names_are_given_once() -> None:
    names = [shot.name for shot in gallery.SHOTS]
    assert len(names) == len(set(names))


def test_pictures_are_small_and_have_something_on_them() -> None:
    sizes = [shot.image.stat().st_size for shot in gallery.SHOTS]
    assert max(sizes) < MOST
    assert sum(sizes) < MOST_OF_ALL
    for shot in gallery.SHOTS:
        with Image.open(shot.image) as picture:
            assert len(picture.getcolors()) > 8, shot.name


def test_pictures_that_pages_show_are_there() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    shown = [(page, link) for page in pages for link in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text("utf-8"))]
    assert shown
    assert not [f"{page.name}: {link}" for page, link in shown if not (page.parent / link).is_file()]
