"""B5: pages that are nested too deep, or too large. What is within the limits is kept whole."""

import random
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.battery.test_b4_span_attack import measured
from tests.tools import examples

from govdisclosure.readers.html.depth import _Scan

#: Ceilings for a busy machine: the work takes well under half of each.
SECONDS = 4.0
MEGABYTES = 700

KEPT = {
    "nesting 511": "'<div>' * 511 + '终'",
    "nesting 512": "'<div>' * 512 + '终'",
    "nesting 512, written out": "'<!DOCTYPE html><html><head></head><body>' + '<div>' * 512 + '终'",
    "entities": "'<p>' + '&amp;' * 10**6 + '终'",
    "comment without an end": "'<p>始<!--' + 'x' * 10**6 + '终'",
    "comments without an end": "'<p>始' + '<!--' * 10**6 + '终'",
    "NULs": "'<p>' + 'x\\0' * 10**6 + '终'",
    "paragraphs without an end": "'<p>x' * 10**5 + '终'",
    "items without an end": "'<ul>' + '<li>x' * 10**5 + '终'",
    "cells without an end": "'<table>' + '<tr><td>x<td>y' * 10**4 + '终'",
    "fonts without an end": "'<p><font color=red>x' * 10**4 + '终'",
    "bold without an end": "'<td><b><p>x</b></td></p>' * 10**4 + '终'",
    "options": "'<select>' + '<option>x' * 10**5 + '终'",
    "drawings": "'<svg><g><path d=\"M0 0\"/></g></svg>' * 10**4 + '终'",
    "drawing of many parts": "'<svg>' + '<path d=\"M0 0\"/>' * 10**5 + '</svg>终'",
    "void elements": "'<br><hr/><img src=x><input>' * 10**4 + '终'",
    "quoted tags": "'<p title=\"' + '<div>' * 10**5 + '\">终'",
    "tags in a script": "'<script>' + '<div>' * 10**5 + '</script>终'",
    "tags in a quoted script": "'<script><!-- <script></script>' + '<div>' * 10**5 + '--></script>终'",
    "tags in CDATA": "'<svg><text><![CDATA[' + '<div>' * 10**5 + ']]></text></svg>终'",
    "tags in comments": "'<!--' + '<div>' * 10**5 + '-->终'",
    "ten megabytes": "'<p>' + '公' * (10 * 2**20) + '终'",
    "spaces": "'<p>' + ' ' * (10 * 2**20) + '终'",
    "signs": "'<' * (10 * 2**20) + '终'",
    "end tags": "'<div>' * 500 + '</x>' * 10**5 + '终'",
    "attributes on a small page": "'<p ' + ' '.join(map(chr, range(0x4e00, 0x4e00 + 15000))) + '>终'",
}
REFUSED = {
    "nesting 513": ("'<div>' * 513 + '终'", "html_depth"),
    "nesting 5,000": ("'<div>' * 5000 + '终'", "html_depth"),
    "nesting a million": ("'<div>' * 10**6 + '终'", "html_depth"),
    "inline nesting": ("'<span>' * 10**6 + '终'", "html_depth"),
    "formatting": ("''.join(f'<b id={i}>' for i in range(10**5)) + '终'", "html_depth"),
    "tables in tables": ("'<table><tr><td>' * 10**6 + '终'", "html_depth"),
    "templates": ("'<template>' * 10**6 + '终'", "html_depth"),
    "drawings": ("'<svg>' * 10**6 + '终'", "html_depth"),
    "voids in drawings": ("'<svg>' + '<input>' * 10**6 + '终'", "html_depth"),
    "slashes in drawings": ("'<svg>' + '<g a=x/>' * 10**6 + '终'", "html_depth"),
    "quotes that are none": ("'<p =\">' + '<div>' * 10**5 + '\">终'", "html_depth"),
    "quotes in names": ("'<p a\"b>' + '<div>' * 10**5 + '\">终'", "html_depth"),
    "an end in a quoted script": ("'<div><script><!--<script></script></div>--></script>' * 10**5", "html_depth"),
    "an end in CDATA": ("'<div><svg><![CDATA[></div>]]></svg>' * 10**5", "html_depth"),
    "an end in a cell": ("'<div><table><td></div>' * 10**5", "html_depth"),
    "attributes": ("'<p ' + ' '.join(f'a{i}=1' for i in range(10**6)) + '>终'", "html_nodes"),
    "attributes of the body": ("''.join(f'<body a{i}=1>' for i in range(10**5)) + '终'", "html_nodes"),
    "bodies in a text": ("'x<body a=1>' * 10**5 + '终'", "html_nodes"),
    "elements": ("'<br>' * (2**21)", "html_nodes"),
    "end tags": ("'</p>' * (2**21)", "html_nodes"),
    "formatting opened again": (
        "'<div>' + ''.join(f'<b id={i}>' for i in range(500)) + '</div>' + '<div>x</div>' * 10**5",
        "html_nodes",
    ),
    "formatting opened again on a small page": (
        "'<p>' + ''.join(f'<b id={i}>' for i in range(400)) + '</p>' + '<p>x</p>' * 3000",
        "html_nodes",
    ),
    "nesting on a small page": ("'<dd><dl>' * 4000", "html_depth"),
    "lines on a small page": ("''.join(f'<b id={i}>' for i in range(8000))", "html_depth"),
    "tables": ("'<table></table>' * 10**5", "tables"),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_within_the_limits_is_kept(name: str) -> None:
    found = measured(KEPT[name])
    assert found.get("limit") is None
    assert found["whole"]
    assert found["seconds"] < SECONDS
    assert found["megabytes"] < MEGABYTES


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_beyond_the_limits_is_refused(name: str) -> None:
    page, limit = REFUSED[name]
    found = measured(page)
    assert found.get("limit") == limit
    assert found["seconds"] < SECONDS
    assert found["megabytes"] < MEGABYTES


TAGS = "p div span b i a font table tr td th tbody caption ul li dl dt dd h1 button form svg g br input col o:p".split()  # noqa: SIM905


@pytest.mark.parametrize("seed", range(examples(100, 3000)))
def test_the_tree_is_not_deeper_than_was_counted(seed: int) -> None:
    """Random tags against the tree that is built of them; a few elements come from the builder itself."""
    chosen = random.Random(seed)  # noqa: S311
    tags = chosen.sample(TAGS, chosen.randint(2, 6))
    page = "".join(
        f"<{'/' * (chosen.random() < 0.4)}{chosen.choice(tags)}>{chosen.choice(('', 'x'))}" for _ in range(300)
    )
    scan = _Scan(page)
    for _ in scan.tags():
        pass
    assert deepest(page) <= scan.open.deepest + 20


def deepest(page: str) -> int:
    """How deep the elements of the body are nested."""
    nodes = [(node, 1) for node in children(LexborHTMLParser(page, scripting=True).body)]
    deep = 0
    while nodes:
        node, depth = nodes.pop()
        deep = max(deep, depth)
        nodes += [(child, depth + 1) for child in children(node)]
    return deep


def children(node: LexborNode | None) -> Iterator[LexborNode]:
    child = node.first_child if node else None
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next
