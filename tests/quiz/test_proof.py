"""The proof refuses what is wrong, ambiguous or not decided, whatever a model declares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quizzed import DAY, corpus_of, pool_of

from guifan.language.catalogues import translator
from guifan.language.quantities import parse_quantity
from guifan.proof.calendar.clocks import clocks_of
from guifan.quiz.base import Base
from guifan.quiz.fact import Claim
from guifan.quiz.ground import Ground
from guifan.quiz.item import Draft, Form, Item, Option, Refused
from guifan.quiz.models import MODELS
from guifan.quiz.proof import prove
from guifan.quiz.said import Said
from guifan.quiz.values import same, same_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from guifan.quiz.item import Model

LIMIT = """\
kind: limit
items:
  - id: keep
    title: 保留
    value: {value}
    answers_to: shift-leader
"""


@pytest.fixture
def proven() -> Callable[[str, dict[str, bool]], Item | Refused]:
    return lambda value, answers: _proven(value, answers, MODELS["limit-value"])


def _proven(value: str, answers: dict[str, bool], model: Model) -> Item | Refused:
    corpus = corpus_of(LIMIT.format(value=value))
    base = Base(Ground(corpus, clocks_of(corpus, DAY), DAY, translator("zh-Hans")))
    fact = base.get("limit", "keep")
    assert fact is not None
    options = tuple(
        Option(Said(text), Claim("limit", "keep", parse_quantity(text)), is_right, Said("why"))
        for text, is_right in answers.items()
    )
    return prove(base, model, Draft(fact, Said("多久？"), options), "seed")


def test_exactly_one_true_is_accepted(proven: Callable[..., Item | Refused]) -> None:
    item = proven("3 日", {"3 日": True, "5 日": False, "3 个工作日": False})
    assert isinstance(item, Item)
    assert sorted(str(one.truth) for one in item.verdicts) == ["False", "False", "True"]
    assert all(one.clause and one.clause.item == "keep" for one in item.verdicts)


@pytest.mark.parametrize(
    ("value", "answers", "reason"),
    [
        ("3 日", {"5 日": True, "3 日": False, "7 日": False}, {"key-false", "distractor-true"}),
        ("1 小时", {"1 小时": True, "60 分钟": False, "2 小时": False}, {"distractor-true"}),
        ("1 日", {"1 日": True, "24 小时": False, "2 日": False}, {"undecidable"}),
        ("30 日", {"30 日": True, "1 个月": False, "2 日": False}, {"undecidable"}),
        ("3 日", {"3 日": True, "24 小时": False, "1 日": False}, {"values-equal"}),
        ("3 日", {"3 日": True, "5 日": False}, {"too-few-answers"}),
    ],
)
def test_what_is_refused(
    proven: Callable[..., Item | Refused],
    value: str,
    answers: dict[str, bool],
    reason: set[str],
) -> None:
    found = proven(value, answers)
    assert isinstance(found, Refused)
    assert found.reason in reason


DUE = """\
kind: limit
items:
  - id: answer
    title: 投诉答复
    within: 3 个工作日
    from: complaint-received
    to: complaint-answered
    calendar: office
    answers_to: shift-leader
"""
RIVAL = """\
  - id: other-answer
    title: 另一种答复
    within: 5 个工作日
    from: complaint-received
    to: complaint-answered
    calendar: office
    answers_to: shift-leader
"""


def test_an_ambiguous_sibling_makes_it_undecidable() -> None:
    alone = pool_of(DUE, model="due-date")
    assert "due-date.answer.weekend" in alone.items
    both = pool_of(DUE + RIVAL, model="due-date")
    assert not [name for name in both.items if name.startswith("due-date.answer")]
    assert {one.reason for one in both.refused} == {"undecidable"}


def test_a_sibling_elsewhere_does_not() -> None:
    city = DUE + "    applies: {area: city}\n"
    rural = RIVAL + "    applies: {area: rural}\n"
    areas = (
        "kind: taxonomy\nid: area\ntitle: 地域\nmembers:\n"
        "  - {id: city, title: 城镇}\n  - {id: rural, title: 农村}\n"
    )
    items = pool_of(city + rural, areas, model="due-date").items
    assert "（城镇）" in items["due-date.answer.weekend"].stem.text
    assert "（农村）" in items["due-date.other-answer.weekend"].stem.text


def test_a_stem_that_names_no_scope_is_refused() -> None:
    corpus = corpus_of(LIMIT.format(value="3 日"))
    base = Base(Ground(corpus, clocks_of(corpus, DAY), DAY, translator("zh-Hans")))
    fact = base.get("limit", "keep")
    assert fact is not None
    key = Option(Said("3 日"), Claim("limit", "keep", fact.value), True, Said("why"))
    draft = Draft(fact, Said("多久？"), (key,), names=(Said("农村"),))
    number = replace(MODELS["limit-number"], form=Form.NUMERIC)
    found = prove(base, number, draft, "seed")
    assert isinstance(found, Refused)
    assert found.reason == "scope-unnamed"


def test_a_phrase_both_forbidden_and_recommended_is_undecided() -> None:
    text = "kind: norm\nitems:\n" + "".join(
        f"  - {{id: {name}, title: {name}, rule: 应当, modal: must, "
        "binds: {roles: [hotline-agent]}, aspect: behavioural, result: process, "
        f"dimension: reliability, check: [听], never: [{{phrase: {never}, instead: {say}}}]}}\n"
        for name, never, say in (
            ("one", "请您等等", "马上为您办"),
            ("two", "马上为您办", "十分钟内给您回电"),
            ("three", "不知道啊", "我去查一下"),
            ("four", "你问别人", "我来帮您问"),
        )
    )
    found = pool_of(text)
    shown = {
        option.text.text
        for item in found.items.values()
        if item.model.name in ("phrase-to-say", "say-instead")
        for option in item.options
    }
    assert "「马上为您办」" not in shown


@given(st.integers(1, 400), st.integers(1, 400))
def test_equal_on_the_wall_is_never_told_apart(one: int, other: int) -> None:
    hours, days = parse_quantity(f"{one} 小时"), parse_quantity(f"{other} 日")
    assert same(hours, days) is (None if one == 24 * other else False)


@given(st.text("客户答复受理时限短信", min_size=1, max_size=20))
def test_a_text_is_itself(text: str) -> None:
    assert same_text(text, text) is True
    assert same_text(text, text + "。") is not True
