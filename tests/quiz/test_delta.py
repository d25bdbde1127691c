"""What a change does to questions, and who has to answer again."""

from __future__ import annotations

from unittest.mock import ANY

import pytest
from lxml import etree
from quizzed import DAY, corpus_of, right

from guifan.corpus.renames import aligned
from guifan.language.catalogues import translator
from guifan.quiz.carriers import CARRIERS, Course
from guifan.quiz.delta import Fate, Reason, Retests, Turn, answer, delta
from guifan.quiz.item import Age, Form, Item
from guifan.quiz.pool import Pool, pool
from guifan.quiz.record import record
from guifan.quiz.results.response import Response

WORDS = translator("zh-Hans")
HEAD = "kind: limit\nitems:\n"
BESIDE = "".join(
    f"  - {{id: beside-{at}, title: 第 {at} 种次数, value: {at + 4} 次}}\n" for at in range(6)
)


def limit(name: str, value: int, title: str = "改派次数", version: int = 1) -> str:
    return (
        f"  - {{id: {name}, title: {title}, value: {value} 次, version: {version}, "
        "explains: 一件最多改派多少次。}\n"
    )


def pools(old: str, new: str) -> tuple[Pool, Pool]:
    past, today = corpus_of(HEAD + old + BESIDE), corpus_of(HEAD + new + BESIDE)
    before = pool(aligned(past, today)[0], DAY, WORDS)
    return before, pool(today, DAY, WORDS, before=past)


def turns(old: str, new: str) -> list[Turn]:
    return list(delta(*pools(old, new)))


NAMES = [f"moves-{at}" for at in range(12)]
"""Under some of these ids a limit is asked with answers to choose among."""


def chosen_among() -> str:
    for name in NAMES:
        items = pools(limit(name, 2), limit(name, 2))[1].items.values()
        if any(one.model.form is Form.SINGLE and one.clause.item == name for one in items):
            return name
    raise AssertionError


def of(found: list[Turn], name: str) -> list[Turn]:
    return [one for one in found if one.item.clause.item == name]


@pytest.mark.parametrize("name", NAMES[:4])
def test_a_changed_value_changes_the_key_and_is_told_with_both(name: str) -> None:
    found = of(turns(limit(name, 2), limit(name, 3)), name)
    assert found
    assert {one.fate for one in found} == {Fate.CHANGED}
    for one in found:
        assert one.before
        assert one.after
        assert answer(one.before) != answer(one.after) == tuple(sorted(right(one.after)))


def test_the_old_value_is_a_wrong_answer_that_is_flagged() -> None:
    name = chosen_among()
    singles = [
        one.after
        for one in of(turns(limit(name, 2), limit(name, 3)), name)
        if one.after and one.after.model.form is Form.SINGLE
    ]
    assert singles
    for item in singles:
        (old,) = [one for one in item.options if one.age is Age.PAST]
        assert (old.text.text, old.right) == ("2 次", False)
        assert "旧规" in old.why.text
        at = item.options.index(old)
        assert item.verdicts[at].truth is False


def test_where_a_number_is_written_the_old_one_is_a_known_mistake() -> None:
    numbers = [
        one.after
        for name in NAMES
        for one in of(turns(limit(name, 2), limit(name, 3)), name)
        if one.after and one.after.model.form is Form.NUMERIC
    ]
    assert numbers
    for item in numbers:
        first, old = item.options
        assert (first.right, first.text.text) == (True, "3 次")
        assert (old.right, old.text.text, old.age) == (False, "2 次", Age.PAST)
        assert item.key == (0,)
        assert [one.truth for one in item.verdicts] == [True, False]
        assert "旧规" in old.why.text


PROMISE = """\
kind: limit
items:
  - id: complaint-answer
    title: 投诉答复
    within: {days} 个工作日
    from: complaint-received
    to: complaint-answered
    calendar: office
    answers_to: shift-leader
"""


def test_of_right_and_wrong_the_one_that_held_is_flagged() -> None:
    """By the old rule the case of today's question was judged the other way."""
    past, today = (corpus_of(PROMISE.format(days=days)) for days in (3, 5))
    before, after = pool(aligned(past, today)[0], DAY, WORDS), pool(today, DAY, WORDS, before=past)
    found = {
        one.after.model.name: one.after
        for one in delta(before, after)
        if one.after and one.after.model.form is Form.TRUE_FALSE
    }
    for item in found.values():
        for option in item.options:
            held = before.base.judge(option.claim).truth is True
            assert (option.age is Age.PAST) is (held and not option.right)
    flagged = [
        option
        for one in delta(before, after)
        if one.after
        for option in one.after.options
        if option.age is Age.PAST
    ]
    assert flagged
    assert all("旧规" in one.why.text and not one.right for one in flagged)


def test_programs_tell_whoever_writes_the_old_number() -> None:
    name = next(
        one for one in NAMES
        if any(
            turn.item.model.form is Form.NUMERIC
            for turn in of(turns(limit(one, 2), limit(one, 3)), one)
        )
    )  # fmt: skip
    (item,) = [
        one.after
        for one in of(turns(limit(name, 2), limit(name, 3)), name)
        if one.after and one.after.model.form is Form.NUMERIC
    ]
    assert record(item)["options"] == [{"text": "2 次", "why": ANY, "age": "past"}]
    course = Course("变更", (item,), WORDS, DAY)
    root = etree.fromstring(CARRIERS["moodle-xml"].carry(course).files["questions.xml"])
    marks = {one.findtext("text"): one.get("fraction") for one in root.iter("answer")}
    assert marks == {"3": "100", "2": "0"}
    losses = {one: CARRIERS[one].carry(course).losses for one in ("gift", "anki", "xlsx")}
    assert "each-reason" in {one.reason for one in losses["gift"]}
    assert "each-reason" not in {one.reason for name in ("anki", "xlsx") for one in losses[name]}


def test_a_limit_that_is_new_or_gone_bears_and_buries_its_questions() -> None:
    born = of(turns("", limit("moves", 2)), "moves")
    died = of(turns(limit("moves", 2), ""), "moves")
    assert {one.fate for one in born} == {Fate.BORN}
    assert {one.fate for one in died} == {Fate.DIED}
    assert {one.item.id for one in born} == {one.item.id for one in died}
    assert all(one.after is None for one in died)


def test_other_words_and_other_wrong_answers_change_nothing() -> None:
    assert turns(limit("moves", 2), limit("moves", 2, title="换人次数")) == []
    assert of(turns(limit("moves", 2) + limit("more", 3), limit("moves", 2)), "moves") == []


def changed(version: int = 1) -> tuple[Turn, Item, Item]:
    name = chosen_among()
    found = of(turns(limit(name, 2), limit(name, 3, version=version)), name)
    turn = next(one for one in found if one.item.model.form is Form.SINGLE)
    assert turn.before
    assert turn.after
    return turn, turn.before, turn.after


def reasons(turn: Turn, *told: Response, since: str = "2026-05-01") -> dict[str, Reason]:
    retests = Retests([turn], {turn.item.id: since})
    for one in told:
        retests.add(one)
    return {one.learner: one.reason for one in retests}


def test_who_was_right_by_the_old_rule_answers_again() -> None:
    turn, old, new = changed()
    name = turn.item.id
    assert reasons(
        turn,
        Response(2, "knew", name, right=True, hash=old.hash[:6]),
        Response(3, "was-wrong", name, right=False, hash=old.hash),
        Response(4, "met-new", name, right=True, hash=old.hash),
        Response(5, "met-new", name, right=False, hash=new.hash),
        Response(6, "elsewhere", "another", right=True),
        Response(7, "of-the-post", "another", right=True, role=next(iter(new.roles), "")),
    ) == {"knew": Reason.KNEW_OLD, "was-wrong": Reason.NOT_MET} | (
        {"of-the-post": Reason.NOT_MET} if new.roles else {}
    )


@pytest.mark.parametrize(
    ("at", "version", "again"),
    [
        ("2026-04-30", 0, True),
        ("2026-05-01", 0, False),
        ("", 0, True),
        ("", 1, True),
        ("", 2, False),
    ],
)
def test_without_a_hash_the_version_and_then_the_day_tell(
    at: str, version: int, again: bool
) -> None:
    turn, _old, _new = changed(version=2)
    told = Response(2, "p", turn.item.id, right=True, at=at, version=version)
    assert bool(reasons(turn, told)) is again
