"""An edition is read back exactly, and is the same bytes wherever the files lie."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.changes.diff import diff
from guifan.changes.editions import Edition, dump, read
from guifan.checks.reading import read_standards
from guifan.corpus.graph import Corpus
from guifan.language.source import CannotRead, Source
from guifan.publish.files import read_sources

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Linked = Callable[..., Corpus]

DAY = date(2026, 6, 1)
FILE = "editions/1.json"


@pytest.fixture(scope="module")
def flagship(manual_root: Path) -> Corpus:
    return read_standards(*read_sources(manual_root)).corpus


def dumped(corpus: Corpus) -> str:
    return dump(Edition(1, "2026 年第 1 版", DAY, corpus))


def states(corpus: Corpus) -> dict[str, object]:
    return {name: (one.item, one.revisions) for name, one in corpus.entries.items()}


def test_the_whole_manual_comes_back(flagship: Corpus) -> None:
    text = dumped(flagship)
    back = read(Source(FILE, text))
    assert (back.number, back.title, back.day) == (1, "2026 年第 1 版", DAY)
    assert states(back.corpus) == states(flagship)
    assert back.corpus.aliases == flagship.aliases
    assert diff(flagship, back.corpus, DAY) == diff(back.corpus, flagship, DAY) == ()
    assert dumped(back.corpus) == text


def test_it_is_json_with_every_item_on_a_line_of_its_own(small: Corpus) -> None:
    text = dumped(small)
    record = json.loads(text)
    assert (record["edition"], record["date"], record["language"]) == (1, "2026-06-01", 1)
    ids = [item["id"] for item in record["items"]]
    assert sorted(ids) == sorted(small.entries)
    lines = [line for line in text.splitlines() if line.startswith('{"kind"')]
    assert [json.loads(line.rstrip(","))["id"] for line in lines] == ids


def test_the_order_of_files_and_items_makes_no_difference(small: Corpus) -> None:
    turned = Corpus(dict(reversed(list(small.entries.items()))), small.aliases)
    assert dumped(turned) == dumped(small)


VALUES = {
    "limit": ("within: 5 个工作日", "within: {} 工作小时", st.integers(1, 90)),
    "wait": ("24 小时", "{} 小时", st.decimals("0.5", "90", places=1)),
    "metric": ("target: 85%", "target: {}%", st.decimals("0", "100", places=2)),
    "role": ("50 元", "{} 元", st.integers(1, 10**6)),
    "procedure": ("10 分钟", "{} 分钟", st.integers(1, 999)),
}
FUTURE = st.lists(st.dates(date(2026, 1, 2), date(2040, 1, 1)), unique=True, max_size=3).map(sorted)


@given(st.data())
def test_any_values_come_back(linked: Linked, texts: dict[str, str], data: st.DataObject) -> None:
    changed = {}
    for name in data.draw(st.sets(st.sampled_from(sorted(VALUES)), min_size=1)):
        old, new, values = VALUES[name]
        changed[name] = texts[name].replace(old, new.format(data.draw(values)))
    days = data.draw(FUTURE)
    if days:
        future = "".join(f"  - {{effective: {day}, title: 第 {day} 版}}\n" for day in days)
        changed["norm"] = f"{texts['norm']}next:\n{future}"
    corpus = linked(**changed)
    back = read(Source(FILE, dumped(corpus))).corpus
    assert states(back) == states(corpus)
    assert diff(corpus, back, DAY) == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda text: text[: len(text) // 2], "不完整"),
        (lambda text: text[:-3], "不完整"),
        (lambda text: "", "不完整"),
        (lambda text: "[]", "不完整"),
        (lambda text: "{}", "不完整"),
        (lambda text: "[" * 100_000, "不完整"),
        (
            lambda text: text.replace('"kind":"term"', '"kind":"teem"').replace(
                '"kind":"role"', "1"
            ),
            "不完整",
        ),
        (lambda text: text.replace("5 个工作日", "五天"), "不完整"),
        (lambda text: text.replace('"edition": 1', '"edition": "1"'), "不完整"),
        (lambda text: text.replace('"date": "2026', '"date": "26'), "不完整"),
        (lambda text: text.replace('"id":"greet"', '"id":"hello"'), "不完整"),
        (lambda text: text.replace('"language": 1', '"language": 2'), "更新|新"),
    ],
)
def test_what_is_no_edition_is_refused(
    small: Corpus, change: Callable[[str], str], reason: str
) -> None:
    text = change(dumped(small))
    assert text != dumped(small)
    with pytest.raises(CannotRead, match=reason) as caught:
        read(Source(FILE, text))
    assert caught.value.path == FILE
