"""Sentences with their slots filled, as Chinese and English say them."""

from decimal import Decimal

import pytest

from guifan.findings import Phrase, Wording, listed

AND = [
    ([], "", ""),
    (["甲"], "甲", "甲"),
    (["a", "b"], "a、b", "a and b"),
    (["a", "b", "c"], "a、b、c", "a, b and c"),
]


@pytest.mark.parametrize(("things", "zh", "en"), AND)
def test_a_row_is_joined_as_each_language_joins(things: list[str], zh: str, en: str) -> None:
    row = listed(iter(things))
    assert (row.say("zh-Hans"), row.say("en"), str(row), len(row)) == (zh, en, zh, len(things))


def test_each_thing_in_a_row_is_said_in_its_language() -> None:
    row = listed(
        [Wording(zh="一日", en="1 day"), Phrase(Wording("{a}步", "step {a}"), {"a": "二"})]
    )
    assert (row.say("zh"), row.say("en")) == ("一日、二步", "1 day and step 二")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 steps are late"),
        (1, "1 step is late"),
        (2, "2 steps are late"),
        (Decimal("1.0"), "1.0 step is late"),
        (Decimal("1.5"), "1.5 steps are late"),
        (listed(["A"]), "A step is late"),
        (listed(["A", "B"]), "A and B steps are late"),
        ("A", "A step is late"),
    ],
)
def test_words_agree_with_what_a_slot_holds(count: object, said: str) -> None:
    words = Wording(zh="{n} 步晚了", en="{n} {n:step is|steps are} late")
    assert words.say("en", {"n": count}) == said
    assert words.say("zh", {"n": count}).endswith(" 步晚了")


def test_braces_of_the_manual_are_no_slots() -> None:
    title = Wording(zh="填写{名称}", en="fill in {name}")
    assert title.say("zh") == "填写{名称}"
    assert Wording(zh="“{t}”", en="“{t}”").say("en", {"t": title}) == "“fill in {name}”"
