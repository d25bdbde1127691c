"""Each rule about questions finds its fault, and nothing in a sound question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from quizzed import EVENT, pool_of

from guifan.quiz.item import Item
from guifan.quiz.lint import LINTS
from guifan.quiz.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def sound() -> Item:
    return pool_of(EVENT, model="clock-moment").items["clock-moment.answered"]


def _with_key(item: Item, text: str) -> Item:
    options = tuple(replace(one, text=Said(text)) if one.right else one for one in item.options)
    return replace(item, options=options)


def _with_wrong(item: Item, text: str) -> Item:
    at = next(at for at, one in enumerate(item.options) if not one.right)
    options = list(item.options)
    options[at] = replace(options[at], text=Said(text))
    return replace(item, options=tuple(options))


def _with_stem(item: Item, text: str) -> Item:
    return replace(item, stem=Said(text))


def _nobodys(item: Item) -> Item:
    return replace(item, fact=replace(item.fact, roles=()))


BROKEN: dict[str, Callable[[Item], Item]] = {
    "absolute-term": lambda item: _with_wrong(item, "总是照办"),
    "all-of-the-above": lambda item: _with_wrong(item, "以上都对"),
    "answer-in-stem": lambda item: _with_stem(item, "客户听到结果和依据，算不算？"),
    "blank-in-answer": lambda item: _with_wrong(item, "给【?金额】"),
    "key-longest": lambda item: _with_key(item, "客户" * 20),
    "long-stem": lambda item: _with_stem(item, "长" * 141),
    "nobody-asked": _nobodys,
    "stem-key-echo": lambda item: _with_stem(item, "听到结果没有？"),
    "unemphasised-negative": lambda item: _with_stem(item, "哪一项不属于答复？"),
    "vague-term": lambda item: _with_stem(item, "尽快答复是哪一刻？"),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_finds_its_fault(sound: Item, name: str) -> None:
    broken = BROKEN[name](sound)
    assert LINTS[name].finds(broken)
    assert not LINTS[name].finds(sound)


def test_what_the_stem_must_name_does_not_give_the_answer(sound: Item) -> None:
    whole = Said("网络部总经理")
    item = _with_key(_with_stem(sound, f"打电话给{whole}没有接通。换谁？"), "总经理")
    assert LINTS["answer-in-stem"].finds(item)
    assert not LINTS["answer-in-stem"].finds(replace(item, names=(whole,)))


LIMITS = """\
kind: limit
items:
  - {id: a, title: 甲的保留, value: 3 日, answers_to: shift-leader}
  - {id: b, title: 乙的保留, value: 5 日, answers_to: shift-leader}
  - {id: c, title: 丙的保留, value: 7 日, answers_to: shift-leader}
  - {id: d, title: 丁的保留, value: 9 日, answers_to: shift-leader}
"""


def test_numbers_stand_in_order() -> None:
    item = next(iter(pool_of(LIMITS, model="limit-value").items.values()))
    assert not LINTS["unsorted"].finds(item)
    assert LINTS["unsorted"].finds(replace(item, options=item.options[::-1]))


def test_a_unit_of_its_own_is_a_cue() -> None:
    item = pool_of(LIMITS, model="limit-value").items["limit-value.d"]
    assert not LINTS["unit-cue"].finds(item)
    assert LINTS["unit-cue"].finds(_with_key(item, "72 小时"))


def test_every_rule_is_tried() -> None:
    assert set(LINTS) == set(BROKEN) | {"unsorted", "unit-cue"}
