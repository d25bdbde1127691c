"""Yesterday's rule, and tomorrow's, are wrong answers today: flagged, and told why."""

from __future__ import annotations

from datetime import date

from quizzed import DAY, corpus_of, right

from guifan.language.catalogues import translator
from guifan.quiz.item import Age, Item
from guifan.quiz.pool import pool

LIMITS = """\
kind: limit
items:
  - id: {name}
    {was}title: 改派次数
    value: {value} 次
    explains: 一件最多改派多少次。{coming}
  - {{id: hops, title: 流转次数, value: 4 次}}
  - {{id: calls, title: 拨打次数, value: 6 次}}
  - {{id: visits, title: 上门次数, value: 8 次}}
"""
COMING = "\n    next: [{effective: 2026-09-01, value: 9 次, note: 改}]"
ALL_CHOSEN = 40
"""So many ids are tried that some limit is asked with answers to choose among."""


def texts(*, value: int = 2, coming: str = "", was: str = "", name: str = "moves") -> str:
    return LIMITS.format(value=value, coming=coming, was=was, name=name)


def asked(text: str, before: str | None = None, day: date = DAY) -> list[Item]:
    old = corpus_of(before) if before else None
    found = pool(corpus_of(text), day, translator("zh-Hans"), before=old).items
    return [one for one in found.values() if one.fact.sort == "limit" and "改派" in one.stem.text]


def aged(items: list[Item]) -> dict[Age, set[str]]:
    found: dict[Age, set[str]] = {}
    for item in items:
        for option in item.options:
            if option.age:
                assert not option.right
                found.setdefault(option.age, set()).add(option.text.text)
    return found


def chosen_among() -> str:
    """An id under which the limit is asked with answers to choose among."""
    names = (f"moves-{at}" for at in range(ALL_CHOSEN))
    return next(one for one in names if len(asked(texts(name=one))[0].options) > 1)


def test_the_value_of_the_edition_before_is_an_answer_and_flagged() -> None:
    name = chosen_among()
    items = asked(texts(name=name), texts(name=name, value=3))
    assert aged(items) == {Age.PAST: {"3 次"}}
    (why,) = [one.why.text for item in items for one in item.options if one.age]
    assert "旧规" in why
    assert not aged(asked(texts(name=name), texts(name=name)))


def test_a_clause_that_was_renamed_keeps_its_past() -> None:
    name = chosen_among()
    renamed = texts(name=name, was="was: [moves-of-old]\n    ")
    assert aged(asked(renamed, texts(name="moves-of-old", value=5))) == {Age.PAST: {"5 次"}}


def test_what_is_announced_is_wrong_until_its_day_and_then_right() -> None:
    name = chosen_among()
    text = texts(name=name, coming=COMING)
    assert aged(asked(text)) == {Age.AHEAD: {"9 次"}}
    after = asked(text, day=date(2026, 9, 1))
    assert [right(one) for one in after] == [["9 次"]]
    assert aged(after) == {Age.PAST: {"2 次"}}
