"""Moments as people write them, in any zone."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from guifan.language.instants import Mistake, NotAnInstant, parse_instant
from guifan.temporal.moments import DAY, Moment

BEIJING, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
AFTERNOON = Moment(date(2026, 9, 23), 15 * 3600 + 1800)


@pytest.mark.parametrize(
    "written",
    [
        "2026-09-23T15:30",
        "2026-09-23 15:30:00",
        "2026/9/23 15:30",
        "2026年9月23日15:30",
        "2026 年 9 月 23 日 15 时 30 分",
        "2026年9月23日15点半",
        "２０２６年９月２３日　１５：３０",
        "2026-09-23T07:30Z",
        "2026-09-23T15:30+08:00",
        "2026-09-23T02:30-0500",
    ],
)
def test_one_moment_in_many_ways(written: str) -> None:
    assert parse_instant(written, BEIJING) == AFTERNOON


def test_a_date_alone_is_its_start_and_a_day_has_an_end() -> None:
    assert parse_instant("2026-09-23", BEIJING) == Moment(date(2026, 9, 23), 0)
    assert parse_instant("2026-09-23 24:00", BEIJING) == Moment(date(2026, 9, 23), DAY)


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ("", Mistake.NO_INSTANT),
        ("明天", Mistake.NO_INSTANT),
        ("2026-09-2315:30", Mistake.NO_INSTANT),
        ("2026-09-23 15:30 or so", Mistake.NO_INSTANT),
        ("2026-02-29", Mistake.NO_SUCH_DAY),
        ("0000-01-01", Mistake.NO_SUCH_DAY),
        ("2026-09-23 24:01", Mistake.NO_SUCH_TIME),
        ("2026-09-23 12:60", Mistake.NO_SUCH_TIME),
        ("9999-12-31 23:00-08:00", Mistake.NO_SUCH_TIME),
        ("2026-09-23 12:00+29:00", Mistake.NO_SUCH_TIME),
    ],
)
def test_what_is_no_moment(written: str, mistake: Mistake) -> None:
    with pytest.raises(NotAnInstant) as fault:
        parse_instant(written, BEIJING)
    assert fault.value.mistake is mistake


def test_an_hour_that_the_clocks_skip_is_no_time_and_one_that_comes_twice_is() -> None:
    with pytest.raises(NotAnInstant) as fault:
        parse_instant("2026-03-29 02:30", BERLIN)
    assert fault.value.mistake is Mistake.SKIPPED
    twice = Moment(date(2026, 10, 25), 2 * 3600 + 1800)
    assert parse_instant("2026-10-25 02:30", BERLIN) == twice
