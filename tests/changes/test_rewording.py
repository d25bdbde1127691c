"""What was changed in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.changes.rewording import Edit, Rewording, edits, rewordings

TEXTS = st.text("甲乙丙，。 15秒【a】\n", max_size=30)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("先问候，再核身。", "先核身，再问候。", [("先问候", "先核身"), ("再核身", "再问候")]),
        ("15 秒内应答，不推诿。", "10 秒内应答，不推诿。", [("15 秒内应答", "10 秒内应答")]),
        ("先问候。", "先问候，再核身。", [("", "再核身")]),
        ("先问候，再核身。", "先问候。", [("再核身", "")]),
        ("先问候。", "先问候；", [("先问候。", "先问候；")]),
    ],
)
def test_clauses_that_differ(old: str, new: str, found: list[tuple[str, str]]) -> None:
    assert rewordings(old, new) == tuple(Rewording(*pair) for pair in found)


def test_a_number_and_a_reference_are_never_cut() -> None:
    assert list(edits("15 秒【a-b】", "10 秒【a-c】")) == [
        Edit("-", "15"),
        Edit("+", "10"),
        Edit("=", " 秒"),
        Edit("-", "【a-b】"),
        Edit("+", "【a-c】"),
    ]


@given(TEXTS, TEXTS)
def test_the_stretches_make_both_texts(old: str, new: str) -> None:
    found = list(edits(old, new))
    assert "".join(one.text for one in found if one.sign != "+") == old
    assert "".join(one.text for one in found if one.sign != "-") == new


@given(TEXTS, TEXTS)
def test_something_is_told_of_every_difference(old: str, new: str) -> None:
    if old.strip() != new.strip():
        assert all(one.old != one.new for one in rewordings(old, new))
