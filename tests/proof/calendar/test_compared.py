"""Promises against the law over 2026, with answers worked out by hand and in the design."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from guifan.language.kinds.limit import Limit, Pause
from guifan.proof.calendar import promises
from guifan.proof.calendar.clocks import Clocks, clocks_of
from guifan.proof.calendar.compared import longest, tightest
from guifan.publish.folder import open_folder
from guifan.temporal.duration import Duration, Unit
from guifan.temporal.moments import DAY, Moment

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus

FIRST, LAST = Moment(date(2026, 1, 1), 0), Moment(date(2026, 12, 31), DAY)
LAW = Duration(15, Unit.DAY)


@pytest.fixture(scope="module")
def corpus(manual_root: Path) -> Corpus:
    return open_folder(manual_root).corpus


@pytest.fixture(scope="module")
def clocks(corpus: Corpus) -> Clocks:
    found = clocks_of(corpus, date(2026, 6, 1))
    assert found is not None
    return found


def test_the_horizon_is_this_year_and_twelve_months_more(clocks: Clocks) -> None:
    horizon = clocks.horizon
    assert (horizon.first, horizon.proven, horizon.last) == (
        date(2026, 1, 1),
        date(2026, 12, 31),
        date(2027, 12, 31),
    )


@pytest.mark.parametrize(
    ("working_days", "keeps"), [(3, True), (4, True), (5, True), (6, False), (7, False)]
)
def test_five_working_days_touch_fifteen_days_and_six_break_them(
    clocks: Clocks, working_days: int, keeps: bool
) -> None:
    promise = clocks.advance(Duration(working_days, Unit.WORKING_DAY), "office")
    law = clocks.advance(LAW, "office", legal=True)
    assert (tightest(promise, law, FIRST, LAST).spare >= 0) is keeps


def test_the_answer_to_a_complaint_takes_at_most_twelve_days(
    clocks: Clocks, corpus: Corpus
) -> None:
    answer = corpus.one(Limit, "complaint-answer")
    assert answer is not None
    assert longest(promises.plain(clocks, answer), FIRST, LAST).days == 12
    assert longest(promises.extended(clocks, answer), FIRST, LAST).days == 14


def test_the_extended_answer_leaves_one_day_to_the_law(clocks: Clocks, corpus: Corpus) -> None:
    answer = corpus.one(Limit, "complaint-answer")
    assert answer is not None
    law = clocks.advance(LAW, "office", legal=True)
    assert tightest(promises.extended(clocks, answer), law, FIRST, LAST).spare == DAY


def test_a_pause_costs_most_before_a_long_holiday(clocks: Clocks, corpus: Corpus) -> None:
    answer = corpus.one(Limit, "complaint-answer")
    assert answer is not None
    pause = Pause.model_construct(id="waiting", cap=Duration(2, Unit.WORKING_DAY))
    paused = answer.model_copy(update={"extension": None, "pauses": (pause,)})
    # Two working days more, wherever they come, are five in all.
    assert longest(promises.longest(clocks, paused), FIRST, LAST).days == 15


def test_two_pauses_may_both_be_used(clocks: Clocks, corpus: Corpus) -> None:
    answer = corpus.one(Limit, "complaint-answer")
    assert answer is not None
    pauses = tuple(
        Pause.model_construct(id=name, cap=Duration(days, Unit.WORKING_DAY))
        for name, days in (("waiting", 1), ("under-review", 2))
    )
    paused = answer.model_copy(update={"extension": None, "pauses": pauses})
    # Three working days and three more are six in all.
    assert longest(promises.longest(clocks, paused), FIRST, LAST).days == 16
