"""What is wrong with questions that stand together, and nothing where nothing is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from quizzed import pool_of

from guifan.quiz.mix import mixed
from guifan.quiz.said import Said
from guifan.quiz.sets import SET_RULES, Questions, remarks

if TYPE_CHECKING:
    from guifan.quiz.item import Item

EVENTS = "kind: event\nitems:\n" + "".join(
    f"  - {{id: {name}, title: {title}, happens: {happens}, evidence: 录音, "
    f"not_yet: [{first}, {second}], recorded_by: hotline-agent}}\n"
    for name, title, happens, first, second in (
        ("answered", "答复", "客户听到结果和依据", "短信发出还没有送达", "只说了正在处理"),
        ("arrived", "到场", "人站在客户门口并按了门铃", "车停在小区外面", "刚从站点出发"),
        ("refunded", "退费入账", "钱回到客户付款的账户", "财务点了批准", "银行收到文件"),
        ("escalated", "升级", "班长在工单上点了接手", "客户说要找领导", "电话转了没有人接"),
    )
)


@pytest.fixture
def items() -> tuple[Item, ...]:
    return tuple(pool_of(EVENTS, model="clock-moment").items.values())


def found(*items: Item, is_paper: bool = True, seconds: int | None = None) -> list[str]:
    return [one.rule.name for one in remarks(Questions(items, is_paper, seconds))]


def with_key_at(item: Item, at: int) -> Item:
    others = [one for one in item.options if not one.right]
    key = next(one for one in item.options if one.right)
    return replace(item, options=(*others[:at], key, *others[at:]))


def test_sound_questions_are_left_alone(items: tuple[Item, ...]) -> None:
    assert found(*items) == []


def test_two_ways_to_ask_one_fact(items: tuple[Item, ...]) -> None:
    other = replace(items[0], id="another", stem=Said("什么时候客户才算收到了我们的话？"))
    assert found(items[0], other) == ["same-fact"]
    assert found(items[0], other, is_paper=False) == []


def test_a_stem_that_holds_the_answer_of_another(items: tuple[Item, ...]) -> None:
    key = next(one.text.text for one in items[0].options if one.right)
    told = Said(f"昨天{key}，今天才签字。", frozenset({items[0].clause.item}))
    telling = replace(items[1], stem=told, rests=items[1].rests | told.rests)
    (remark,) = remarks(Questions((items[0], telling)))
    assert remark.rule.name == "gives-away"
    assert remark.about == (telling, items[0])


def test_two_stems_that_read_alike(items: tuple[Item, ...]) -> None:
    one = replace(items[0], stem=Said("客户到营业厅来退一台用了三天的光猫，怎么办？"))
    other = replace(one, id="other", stem=Said("客户到营业厅来退一台用了五天的光猫，怎么办？"))
    other = replace(other, fact=replace(other.fact, name="other"))
    assert found(one, other) == ["alike"]


_MANY = 20
"""So many with three answers and the key at one place are more than chance explains."""


def test_keys_at_one_place(items: tuple[Item, ...]) -> None:
    three = [one for one in items if len(one.options) == len(items[0].options)]
    many = [
        replace(with_key_at(three[at % len(three)], 1), fact=replace(items[0].fact, name=f"f{at}"))
        for at in range(_MANY)
    ]
    many = [
        replace(one, stem=Said(chr(0x4E00 + 2 * at) + chr(0x4E01 + 2 * at)))
        for at, one in enumerate(many)
    ]
    assert found(*many) == ["key-places", "key-runs"]
    assert found(*many, is_paper=False) == ["key-places"]
    spread = [with_key_at(one, at % len(one.options)) for at, one in enumerate(many)]
    assert found(*spread) == []


def test_more_questions_than_there_is_time_for(items: tuple[Item, ...]) -> None:
    needed = sum(one.model.seconds for one in items)
    assert found(*items, seconds=needed) == []
    assert found(*items, seconds=needed - 1) == ["total-time"]


def test_a_few_drawn_from_a_pool_ask_no_fact_twice(items: tuple[Item, ...]) -> None:
    doubled = (*items, *(replace(one, id=f"{one.id}.again") for one in items))
    drawn = mixed(doubled, "seed", len(doubled))
    assert len({one.enemies for one in drawn}) == len(drawn)


_ANSWERS = ("在一天以内答复", "在 24 小时里答复客户", "先由班长看过再答复客户", "转给总部")


def asked_as(item: Item, answers: tuple[str, ...], right: int, at: int) -> Item:
    """A question with other answers, of which one is right, moved round by some places."""
    options = [
        replace(item.options[0], text=Said(text), right=n == right)
        for n, text in enumerate(answers)
    ]
    turned = (*options[at % len(options) :], *options[: at % len(options)])
    return replace(item, options=turned, stem=Said("接到投诉以后怎么答复客户？"))


def pooled(*items: Item) -> set[str]:
    return {one.rule.name for one in remarks(Questions(items, is_paper=False))}


@pytest.mark.parametrize(
    ("right", "name"), [(2, "key-lengths"), (1, "key-figures"), (3, "key-echoes")]
)
def test_keys_that_are_told_by_their_form(items: tuple[Item, ...], right: int, name: str) -> None:
    told = [asked_as(items[0], _ANSWERS, right, at) for at in range(100)]
    assert name in pooled(*told)
    assert pooled(*told[:40]).isdisjoint({name}), "too few to say anything"
    fair = [asked_as(items[0], _ANSWERS, at // 25, at) for at in range(100)]
    assert pooled(*fair) == set()


def test_every_rule_is_tried() -> None:
    tried = {"same-fact", "gives-away", "alike", "key-places", "key-runs", "total-time"}
    tried |= {"key-lengths", "key-figures", "key-echoes"}
    assert set(SET_RULES) == tried
