"""What a limit comes to at worst and how much it leaves to the law, worked out in the design."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from guifan.language.kinds.limit import Limit
from guifan.language.quantities import parse_quantity
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.floors import bounded_by
from guifan.proof.limits.slack import worst
from guifan.publish.folder import open_folder
from guifan.temporal.arrangements import Bound
from guifan.temporal.duration import Duration, Unit
from guifan.temporal.moments import DAY, Moment

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus

JUNE = date(2026, 6, 1)


@pytest.fixture(scope="module")
def corpus(manual_root: Path) -> Corpus:
    return open_folder(manual_root).corpus


@pytest.fixture(scope="module")
def clocks(corpus: Corpus) -> Clocks:
    assert corpus.manual is not None
    return Clocks(corpus.manual, JUNE, Bound.MOST)


@pytest.fixture(scope="module")
def answer(corpus: Corpus) -> Limit:
    found = corpus.one(Limit, "complaint-answer")
    assert found is not None
    return found


def test_the_answer_to_a_complaint_leaves_three_days(
    clocks: Clocks, corpus: Corpus, answer: Limit
) -> None:
    found = worst(clocks, answer, bounded_by(corpus, answer))
    assert found is not None
    proven = found.plain.proven
    assert proven is not None
    assert proven.longest.start.day == date(2026, 2, 14)
    assert proven.longest.end.day == date(2026, 2, 26)
    assert proven.longest.days == 12
    assert proven.tightest is not None
    assert (proven.tightest.spare_days, proven.tightest.spare) == (3, 3 * DAY)


def test_extended_it_leaves_one_day(clocks: Clocks, corpus: Corpus, answer: Limit) -> None:
    found = worst(clocks, answer, bounded_by(corpus, answer))
    assert found is not None
    assert found.extended is not None
    proven = found.extended.proven
    assert proven is not None
    assert proven.longest.days == 14
    assert proven.tightest is not None
    # Three days of work before the holidays of October, and the fourth after them.
    assert proven.tightest.start.day == date(2026, 9, 24)
    assert proven.tightest.end.day == date(2026, 10, 8)
    assert proven.tightest.other.day == date(2026, 10, 9)
    assert proven.tightest.spare_days == 1


def test_what_ends_in_a_year_without_an_arrangement_is_only_expected(
    clocks: Clocks, corpus: Corpus, answer: Limit
) -> None:
    found = worst(clocks, answer, bounded_by(corpus, answer))
    assert found is not None
    reach = found.plain.provisional
    assert reach is not None
    # Fifteen days from the 16th end with the year.
    assert reach.longest.start.day > date(2026, 12, 16)
    assert reach.longest.end.day.year == 2027


def test_the_proven_starts_are_those_whose_ends_are_arranged(
    clocks: Clocks, corpus: Corpus, answer: Limit
) -> None:
    """A day is promised and two are allowed; of equal starts the first is shown."""
    changed = {"within": Duration(24, Unit.HOUR), "extension": None}
    floor = bounded_by(corpus, answer.model_copy(update=changed))
    assert floor is not None
    assert floor.limit is not None
    two_days = floor.floor.model_copy(update={"value": Duration(48, Unit.HOUR)})
    found = worst(clocks, floor.limit, replace(floor, floor=two_days))
    assert found is not None
    assert found.plain.proven is not None
    assert found.plain.provisional is not None
    first, later = found.plain.proven.tightest, found.plain.provisional.tightest
    assert first is not None
    assert later is not None
    assert (first.start, first.spare) == (Moment(date(2026, 1, 1), 0), DAY)
    # What starts with 30 December has its two days within the year; a second later, no more.
    assert (later.start, later.spare) == (Moment(date(2026, 12, 30), 1), DAY)


def test_a_limit_longer_than_the_arranged_years_is_nowhere_proven(
    clocks: Clocks, answer: Limit
) -> None:
    changed = {"within": Duration(1, Unit.YEAR), "extension": None, "floor": None}
    found = worst(clocks, answer.model_copy(update=changed))
    assert found is not None
    assert found.extended is None
    assert found.plain.proven is None
    assert found.plain.provisional is not None
    assert found.plain.provisional.tightest is None


@pytest.mark.parametrize(
    "changed",
    [
        {"within": Duration(30, Unit.YEAR)},
        {"within": None, "value": parse_quantity("200 元")},
        {"calendar": "nowhere"},
    ],
)
def test_there_is_nothing_to_say_of_other_limits(
    clocks: Clocks, answer: Limit, changed: dict[str, object]
) -> None:
    assert worst(clocks, answer.model_copy(update=changed)) is None
