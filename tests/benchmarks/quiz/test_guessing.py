"""The guesser scores where form tells the key, and no better than chance where it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from guessing import guessed
from quizzed import EVENT, pool_of

from guifan.quiz.item import digest
from guifan.quiz.said import Said

if TYPE_CHECKING:
    from guifan.quiz.item import Item

_LENGTHS = (4, 7, 11, 16)
_QUESTIONS = 200


@pytest.fixture(scope="module")
def item() -> Item:
    return next(iter(pool_of(EVENT, model="clock-moment").items.values()))


def asked(item: Item, number: int, right: int) -> Item:
    """A question whose answers differ by their length alone, in an order of its own."""
    texts = [chr(0x4E00 + 31 * number + at) * length for at, length in enumerate(_LENGTHS)]
    options = [
        replace(item.options[0], text=Said(text), right=at == right)
        for at, text in enumerate(texts)
    ]
    options.sort(key=lambda one: digest(one.text.text))
    return replace(item, id=f"asked-{number}", options=tuple(options))


def test_a_key_that_is_always_the_longest_is_guessed(item: Item) -> None:
    found = guessed([asked(item, at, 3) for at in range(_QUESTIONS)])["clock-moment"]
    assert found.right > 0.95
    assert found.leaks


def test_a_key_that_may_be_any_is_not(item: Item) -> None:
    fair = [asked(item, at, int(digest(f"{at}"), 16) % 4) for at in range(_QUESTIONS)]
    found = guessed(fair)["clock-moment"]
    assert abs(found.right - found.chance) <= found.luck + 0.05
    assert not found.leaks
