"""The site before with other contents: taken where it may be, and then that of a clean build."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from compared import contents, differing

from guifan.changes.editions import Edition
from guifan.checks.reading import read_standards
from guifan.publish.build import Built, Wanted, build_site
from guifan.publish.editions import write_edition
from guifan.publish.files import read_sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DAY = Wanted(day="2026-06-01")
LIMITS, TERMS = "standards/limits.yaml", "standards/terms.yaml"
VALUE = (LIMITS, "value: 35 元", "value: 45 元")


def rewrite(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")


def rebuilt(root: Path) -> Built:
    """The site built again; it is what a clean build makes."""
    built = build_site(root, "site", DAY)
    clean = build_site(root, "clean", DAY, reuse=False)
    assert differing(built.folder, clean.folder) == []
    return built


def pages_other(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> int:
    """How many pages hold other bytes."""
    pages = (name for name in after if name.endswith(".html"))
    return sum(before.get(name) != after[name] for name in pages)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        VALUE,
        (LIMITS, "不收手续费", "不收任何手续费"),
        (LIMITS, "  - id: refund\n", "  # 一行注释\n  - id: refund\n"),
        (TERMS, "means: 客户把商品交还小店", "means: 客户把买的商品交还小店"),
        (TERMS, "kind: term\nplace: basics", "kind: term\nplace: returns"),
    ],
)
def test_what_is_said_otherwise_takes_the_place_of_what_was_said(
    own_shop: Path, file: str, old: str, new: str
) -> None:
    first = build_site(own_shop, "site", DAY)
    before = contents(first.folder)
    rewrite(own_shop, file, old, new)
    built = rebuilt(own_shop)
    assert built.touched is not None
    assert 0 < built.touched < built.pages / 2
    assert built.touched == pages_other(before, contents(built.folder))
    assert built.standing == built.pages - built.touched
    rewrite(own_shop, file, new, old)  # and back: the folder of before is served again
    again = rebuilt(own_shop)
    assert again.touched == built.touched
    assert again.folder == first.folder


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (LIMITS, "title: 退款时限", "title: 退款期限"),
        (LIMITS, "within: 3 日", "within: 5 日"),  # a page of prose says so
        (TERMS, "id: secret-visit\n", "id: quiet-visit\n    was: [secret-visit]\n"),
        ("standards/manual.yaml", "title: 退换\n", "title: 退货换货\n"),
        ("content/guides/welcome.md", "\n", "\n\n"),
        ("mkdocs.yml", "site_name:", "copyright: 小店\nsite_name:"),
    ],
)
def test_what_pages_are_framed_by_takes_a_whole_build(
    own_shop: Path, file: str, old: str, new: str
) -> None:
    build_site(own_shop, "site", DAY)
    rewrite(own_shop, file, old, new)
    assert rebuilt(own_shop).touched is None


def test_another_day_takes_a_whole_build(own_shop: Path) -> None:
    build_site(own_shop, "site", Wanted(day="2026-05-31"))
    rewrite(own_shop, *VALUE)
    assert rebuilt(own_shop).touched is None


def test_one_edit_after_the_other_is_taken_over(own_shop: Path) -> None:
    build_site(own_shop, "site", DAY)
    for price in range(36, 40):
        rewrite(own_shop, LIMITS, f"value: {price - 1} 元", f"value: {price} 元")
        assert rebuilt(own_shop).touched is not None


def test_an_edit_concerns_no_page_that_tells_of_other_edits(own_shop: Path) -> None:
    """Each item tells what became of it since the last edition, and only of itself."""
    corpus = read_standards(*read_sources(own_shop)).corpus
    write_edition(own_shop, Edition(1, "", date(2026, 5, 1), corpus))
    rewrite(own_shop, TERMS, "means: 客户把商品交还小店", "means: 客户把买的商品交还小店")
    rewrite(own_shop, LIMITS, "不收手续费", "不收任何手续费")
    draft = replace(DAY, draft=True)
    before = contents(build_site(own_shop, "site", draft).folder)
    rewrite(own_shop, LIMITS, "不收任何手续费", "一律不收手续费")
    built = build_site(own_shop, "site", draft)
    assert built.touched == pages_other(before, contents(built.folder))


@pytest.mark.parametrize("harm", ["page", "stray", "record", "cache"])
def test_what_somebody_harmed_is_not_taken_over(own_shop: Path, harm: str) -> None:
    built = build_site(own_shop, "site", DAY)
    rewrite(own_shop, *VALUE)
    match harm:
        case "page":
            (built.folder / "terms.html").write_text("x", "utf-8")
            (built.folder / "index.html").write_text("x", "utf-8")
        case "stray":
            (built.folder / "stray.html").write_text("stray", "utf-8")
        case "record":
            shutil.rmtree(own_shop / ".guifan" / "records")
        case "cache":
            shutil.rmtree(own_shop / ".guifan" / "cache")
    assert rebuilt(own_shop).touched is None


def test_pages_that_another_build_has_kept_since_are_made_anew(own_shop: Path) -> None:
    """What was kept last is then not what the site shows."""
    build_site(own_shop, "site", DAY)
    rewrite(own_shop, *VALUE)
    build_site(own_shop, "elsewhere", DAY)
    rewrite(own_shop, LIMITS, "value: 45 元", "value: 55 元")
    assert rebuilt(own_shop).touched is None
    rewrite(own_shop, LIMITS, "value: 55 元", "value: 65 元")
    assert rebuilt(own_shop).touched is not None
