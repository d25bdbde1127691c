"""Answers as files write them: letters, words, numbers, pairs."""

from __future__ import annotations

import dataclasses

import pytest
from answered import key, of_form, questions, wrong

from guifan.quiz.item import Form, Item
from guifan.quiz.results.marking import Marked, marked

SINGLE = of_form(Form.SINGLE)[0]
NUMERIC = of_form(Form.NUMERIC)[0]
TRUE_FALSE = of_form(Form.TRUE_FALSE)[0]


def as_form(item: Item, form: Form) -> Item:
    """The same question answered in another way."""
    return dataclasses.replace(item, model=dataclasses.replace(item.model, form=form))


@pytest.mark.parametrize("write", [str, str.lower, "{}。".format, " {} ".format])
def test_a_letter_is_understood(write: type[str]) -> None:
    assert marked(SINGLE, write(key(SINGLE))) == Marked(key(SINGLE), True)
    assert marked(SINGLE, write(wrong(SINGLE))) == Marked(wrong(SINGLE), False)


def test_the_words_of_an_option_are_understood() -> None:
    at = SINGLE.key[0]
    assert marked(SINGLE, SINGLE.options[at].text.text) == Marked(key(SINGLE), True)


@pytest.mark.parametrize("answer", ["Z", "不知道", "ABCDEFGHA", ""])
def test_what_is_no_option_is_not_understood(answer: str) -> None:
    assert marked(SINGLE, answer) == Marked()


@pytest.mark.parametrize("answer", ["A[,]C", "C,A", "a、c", "AC", "A;C", "A，C"])
def test_several_letters_in_any_order_are_one_answer(answer: str) -> None:
    assert marked(as_form(SINGLE, Form.MULTIPLE), answer).letters == "AC"


def test_several_options_in_words_are_told_apart() -> None:
    texts = [one.text.text for one in SINGLE.options]
    answer = f"{texts[2]}；{texts[0]}"
    assert marked(as_form(SINGLE, Form.MULTIPLE), answer).letters == "AC"


@pytest.mark.parametrize(("answer", "truth"), [("true", True), ("错", False), ("√", True)])
def test_true_and_false_are_the_options_that_say_so(answer: str, truth: bool) -> None:
    found = marked(TRUE_FALSE, answer)
    (at,) = [n for n, one in enumerate(TRUE_FALSE.options) if one.claim.value is truth]
    assert found == Marked("AB"[at], at in TRUE_FALSE.key)


def test_a_number_is_right_whatever_unit_stands_behind_it() -> None:
    text = NUMERIC.options[0].text.text
    number = int("".join(one for one in text if one.isdigit()))
    assert marked(NUMERIC, f"{number}").right is True
    assert marked(NUMERIC, f"{number}.0 次").right is True
    assert marked(NUMERIC, f"{number + 1}").right is False
    assert marked(NUMERIC, "很多").right is None


def test_no_item_of_the_pool_is_right_with_what_is_wrong() -> None:
    for item in questions().values():
        if item.model.form is Form.SINGLE:
            found = {letter: marked(item, letter).right for letter in "ABCD"[: len(item.options)]}
            assert [letter for letter, right in found.items() if right] == [key(item)]
