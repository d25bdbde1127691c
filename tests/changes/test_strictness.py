"""Stricter and looser over the calendar, against a simulator that imports nothing of the package.

The calendar knows weekends and no holidays, so that a week of starts shows every case.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import clockwork
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.changes.strictness import Strictness, of_limits, times_of
from guifan.language.kinds.limit import Bound, Limit
from guifan.language.quantities import parse_duration
from guifan.proof.calendar import promises

if TYPE_CHECKING:
    from collections.abc import Callable

    from guifan.corpus.graph import Corpus

    Linked = Callable[..., Corpus]

MONDAY = date(2026, 6, 1)
OPEN = ((30600, 63000),)  # 08:30–17:30
YEAR = clockwork.Year((OPEN,) * 5 + ((),) * 2, moves_off_rest=False)
STARTS = [
    (MONDAY + timedelta(days=day), second)
    for day in range(7)
    for half in range(48)
    for second in (half * 1800, half * 1800 + 1, half * 1800 + 1799)
]
WALK = {
    "小时": lambda start, n: clockwork.seconds_later(start, n * 3600),
    "日": lambda start, n: clockwork.days_later(start, n, YEAR),
    "工作小时": lambda start, n: clockwork.working_seconds_later(start, n * 3600, YEAR),
    "个工作日": lambda start, n: clockwork.working_days_later(start, n, YEAR),
}
AMOUNTS = st.tuples(st.integers(1, 60), st.sampled_from(sorted(WALK)))


@pytest.fixture(scope="module")
def corpus(linked: Linked, texts: dict[str, str]) -> Corpus:
    plain = "  - {id: plain, title: 不放假, hours: 周一至周五 08:30–17:30}\n"
    limit = texts["limit"].replace("calendar: office", "calendar: plain")
    return linked(manual=texts["manual"] + plain, limit=limit)


def within(corpus: Corpus, amount: int, unit: str) -> Limit:
    limit = corpus.one(Limit, "complaint-answer")
    assert limit is not None
    return limit.model_copy(update={"within": parse_duration(f"{amount} {unit}")})


def walked(amount: int, unit: str) -> list[clockwork.Moment]:
    return [WALK[unit](start, amount) for start in STARTS]


@given(AMOUNTS, AMOUNTS)
def test_every_pair_of_times(corpus: Corpus, one: tuple[int, str], other: tuple[int, str]) -> None:
    pairs = list(zip(walked(*one), walked(*other), strict=True))
    sooner = any(new < old for old, new in pairs)
    later = any(new > old for old, new in pairs)
    expected = {
        (True, True): Strictness.MIXED,
        (True, False): Strictness.STRICTER,
        (False, True): Strictness.LOOSER,
        (False, False): Strictness.SAME,
    }[sooner, later]
    times = times_of(corpus, corpus, MONDAY)
    old, new = within(corpus, *one), within(corpus, *other)
    assert of_limits(old, new, times, promises.plain) is expected
    at_least = {"bound": Bound.AT_LEAST}
    turned = of_limits(
        old.model_copy(update=at_least), new.model_copy(update=at_least), times, promises.plain
    )
    assert turned is expected.turned()


def test_a_time_and_a_threshold_do_not_compare(corpus: Corpus) -> None:
    limit = within(corpus, 3, "日")
    money = limit.model_copy(update={"within": None, "value": parse_duration("3 日")})
    assert of_limits(limit, money, times_of(corpus, corpus, MONDAY), promises.plain) is None
