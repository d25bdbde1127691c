"""A small pool of questions, and people who answer them, for the tests of results."""

from __future__ import annotations

import csv
import random
from functools import lru_cache
from typing import TYPE_CHECKING

from quizzed import pool_of

from guifan.quiz.item import Form, Item
from guifan.quiz.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

LIMITS = "kind: limit\nitems:\n" + "".join(
    f"  - {{id: count-{at}, title: 第 {at} 项次数, value: {at + 2} 次, "
    f"explains: 第 {at} 项最多多少次。}}\n"
    for at in range(24)
)


@lru_cache
def questions() -> Mapping[str, Item]:
    """Two dozen limits asked about, by id."""
    return pool_of(LIMITS).items


def of_form(form: Form) -> list[Item]:
    """The questions of one type, in the order of their ids."""
    return sorted(
        (one for one in questions().values() if one.model.form is form), key=lambda i: i.id
    )


def key(item: Item) -> str:
    """The right answer as letters."""
    told = record(item)["key"]
    assert isinstance(told, list)
    return "".join(told)


def wrong(item: Item, nth: int = 0) -> str:
    """The letter of a wrong option."""
    return [letter for letter in "ABCDEFGH"[: len(item.options)] if letter not in key(item)][nth]


def write(path: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """A CSV file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([heads, *rows])
    return path


def sitting(
    items: Sequence[Item], people: int, seed: int, miskeyed: str = ""
) -> list[tuple[str, Item, str]]:
    """Answers of people of different skill: who, to what, which letter.

    The question named by ``miskeyed`` is one that the better get wrong, all in the same way.
    """
    rng = random.Random(seed)
    told = []
    for person in range(people):
        skill = rng.random()
        for item in items:
            knows = rng.random() < skill
            if item.id == miskeyed:
                knows = not knows
            letter = key(item) if knows else wrong(item)
            told.append((f"p{person}", item, letter))
    return told
