"""One spelling for what is written in many: in Python and in the browser alike."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rendering import ROOT

from guifan.search.document import grams
from guifan.search.normalise import folding, runs, simplify, sources, units

if TYPE_CHECKING:
    from playwright.sync_api import Page

VECTORS = json.loads((ROOT / "tests/vectors/search-normalise.json").read_text("utf-8"))
FOLD = dict(zip(VECTORS["fold"][::2], VECTORS["fold"][1::2], strict=True))
SCRIPT = ROOT / "site_templates/assets/search/normalise.js"

SPELL = """([rules, fold, texts]) => {
  const spell = window.guifan.spelling.speller(rules, fold);
  return texts.map(text => spell(text));
}"""
CUT = "texts => texts.map(text => [...window.guifan.spelling.grams(text)].sort())"

TELLING = (
    "零一二两三十百千半个工作日小时钟头分秒天月年元块钱周之第点"
    "0123456789.,% ％５hHmindsaeru训訴復é😀"
)
"""Characters of which numbers with units are made, and a few that are not."""

written = st.one_of(st.text(alphabet=TELLING, max_size=30), st.text(max_size=60))


@pytest.fixture
def browser(page: Page) -> Page:
    page.add_script_tag(path=str(SCRIPT))
    return page


def spelled_there(browser: Page, texts: list[str]) -> Any:
    return browser.evaluate(SPELL, [sources(), VECTORS["fold"], texts])


@pytest.mark.parametrize(("text", "expected"), VECTORS["texts"])
def test_a_vector_in_python(text: str, expected: str) -> None:
    assert simplify(text, FOLD) == expected


def test_the_vectors_in_a_browser(browser: Page) -> None:
    texts = [text for text, _ in VECTORS["texts"]]
    assert spelled_there(browser, texts) == [expected for _, expected in VECTORS["texts"]]


@pytest.mark.parametrize(("text", "expected"), VECTORS["grams"])
def test_grams_in_python(text: str, expected: list[str]) -> None:
    assert sorted(grams(text)) == sorted(expected)


def test_grams_in_a_browser(browser: Page) -> None:
    found = browser.evaluate(CUT, [text for text, _ in VECTORS["grams"]])
    assert found == [sorted(expected) for _, expected in VECTORS["grams"]]


@given(written)
@example("1,2,000")
@example("百分之百分之五")
@example("半个半小时")
def test_what_is_spelled_once_stays(text: str) -> None:
    once = simplify(text, FOLD)
    assert simplify(once, FOLD) == once


ODD = TELLING + "\x00\u202e\ud7ff{}()[]*+?^$|\\"


@given(st.text(alphabet=ODD, min_size=1, max_size=40))
def test_nothing_is_too_long_or_too_odd(text: str) -> None:
    spelled = simplify((text * 10_000)[:10_000], FOLD)
    assert units(spelled) == [unit for run in runs(spelled) for unit in run]


def test_random_texts_are_spelled_alike_in_both(browser: Page) -> None:
    """Drawn once with a seed: Hypothesis and a browser would take a round trip for each."""
    texts = _drawn(3000)
    assert spelled_there(browser, texts) == [simplify(text, FOLD) for text in texts]


def _drawn(count: int) -> list[str]:
    source = random.Random(7)
    return ["".join(source.choices(TELLING, k=source.randint(1, 14))) for _ in range(count)]


def test_only_what_the_texts_have_is_folded() -> None:
    found = folding(["投诉网络", "補"])
    assert found["訴"] == "诉"
    assert found["網"] == "网"
    assert found["補"] == "补"
    assert "電" not in found
    assert "诉" not in found
