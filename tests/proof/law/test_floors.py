"""Limits against the law, with answers walked day by day by code that knows nothing of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from clockwork import Year, days_later, working_days_later

from guifan.language.kinds.limit import Bound, Limit
from guifan.language.kinds.regulation import Floor, Measure, Regulation
from guifan.language.quantities import parse_quantity
from guifan.proof.calendar.clocks import Clocks, clocks_of
from guifan.proof.law.floors import MATTERS, Bounded, bounded_by
from guifan.publish.folder import open_folder
from guifan.temporal.duration import Duration, Unit
from guifan.temporal.moments import DAY

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus

FEBRUARY = frozenset(date(2026, 2, day) for day in range(15, 24))
OCTOBER = frozenset(date(2026, 10, day) for day in range(1, 8))
AUTUMN = frozenset(date(2026, 9, day) for day in range(25, 28))
MADE_UP = frozenset((date(2026, 2, 14), date(2026, 2, 28), date(2026, 9, 20), date(2026, 10, 10)))
WEEK = (((8 * 3600 + 1800, 17 * 3600 + 1800),),) * 5 + ((), ())
OFFICE = Year(WEEK, rests=FEBRUARY | OCTOBER | AUTUMN, works=MADE_UP, moves_off_rest=False)
"""The office in the two longest holidays of 2026, by the State Council's arrangement."""


@pytest.fixture(scope="module")
def corpus(manual_root: Path) -> Corpus:
    return open_folder(manual_root).corpus


@pytest.fixture(scope="module")
def clocks(corpus: Corpus) -> Clocks:
    found = clocks_of(corpus, date(2026, 6, 1))
    assert found is not None
    return found


def answering(corpus: Corpus, **changed: object) -> Bounded:
    """The answer to a complaint, promised otherwise."""
    limit = corpus.one(Limit, "complaint-answer")
    assert limit is not None
    found = bounded_by(corpus, limit.model_copy(update={"extension": None, **changed}))
    assert found is not None
    return found


def notice(own: str, law: str) -> Bounded:
    """A least time of ours against one of the law's."""
    value = parse_quantity(law)
    floor = Floor.model_construct(
        id="it",
        title="告知",
        article="one",
        measure=Measure.NOTICE_BEFORE,
        bound=Bound.AT_LEAST,
        value=value,
    )
    limit = Limit.model_construct(id="ours", title="告知", value=parse_quantity(own))
    regulation = Regulation.model_construct(id="rules", floors=(floor,))
    return Bounded(limit, ("value",), limit.amount, regulation, floor)


def test_every_measure_has_its_matter() -> None:
    assert set(MATTERS) == set(Measure)


@pytest.mark.parametrize("days", range(1, 9))
def test_six_working_days_are_late_at_the_start_that_the_calendar_shows(
    clocks: Clocks, corpus: Corpus, days: int
) -> None:
    case = answering(corpus, within=Duration(days, Unit.WORKING_DAY)).overdue(clocks)
    starts = [date(2026, 2, day) for day in range(10, 24)]
    starts += [date(2026, 9, day) for day in range(18, 31)]
    late = {
        start
        for start in starts
        if working_days_later((start, 0), days, OFFICE) > days_later((start, 0), 15, OFFICE)
    }
    assert (case is not None) == bool(late)
    if case is not None:
        assert case.start.day in late
        assert (case.end.day, case.end.second) == working_days_later(
            (case.start.day, case.start.second), days, OFFICE
        )
        assert (case.other.day, case.other.second) == days_later(
            (case.start.day, case.start.second), 15, OFFICE
        )


def test_the_longest_promise_that_keeps_fifteen_days_is_five_working_days(
    clocks: Clocks, corpus: Corpus
) -> None:
    one = answering(corpus, within=Duration(20, Unit.WORKING_DAY))
    assert one.fitting(clocks) == Duration(5, Unit.WORKING_DAY)


def test_nothing_fits_where_one_unit_is_too_long(clocks: Clocks, corpus: Corpus) -> None:
    assert answering(corpus, within=Duration(2, Unit.YEAR)).fitting(clocks) is None


def test_what_leaves_a_day_leaves_less_than_two(clocks: Clocks, corpus: Corpus) -> None:
    one = answering(corpus, within=Duration(4, Unit.WORKING_DAY))
    assert one.narrow(clocks, DAY) is None
    case = one.narrow(clocks, DAY + 1)
    assert case is not None
    assert case.spare == DAY


@pytest.mark.parametrize(
    ("own", "law", "keeps"),
    [
        ("3 日", "72 小时", True),
        ("2 日", "72 小时", False),
        ("31 日", "1 个月", True),
        ("30 日", "1 个月", False),
        ("1 个月", "28 日", True),
        ("1 个月", "29 日", False),
        ("30 日", "30 日", True),
        ("30 日", "500 元", None),
    ],
)
def test_least_times_in_other_units_run_over_the_calendar(
    clocks: Clocks, own: str, law: str, keeps: bool | None
) -> None:
    assert notice(own, law).compared(clocks).keeps is keeps
