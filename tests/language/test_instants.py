"""Moments as people write them, in any zone."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from guifan.language.instants import Mistake, NotAnInstant, is_day_only, parse_instant
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
        "2026年9月23日下午3点半",
        "2026-09-23 下午 3:30",
        "2026-09-23 下午15点30分",
        "2026-09-23下午3点30",
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
    ("written", "hour"),
    [
        ("凌晨 12 点", 0),
        ("凌晨 3 点", 3),
        ("早上 8 点", 8),
        ("上午 8 点", 8),
        ("上午 12 点", 12),
        ("中午 12 点", 12),
        ("中午 1 点", 13),
        ("下午 1 点", 13),
        ("下午 8 点", 20),
        ("下午 12 点", 12),
        ("傍晚 6 点", 18),
        ("晚上 8 点", 20),
        ("晚上 20 点", 20),
        ("晚上 12 点", 24),
        ("8 点", 8),
    ],
)
def test_the_part_of_the_day_says_which_hour_is_meant(written: str, hour: int) -> None:
    assert parse_instant(f"2026年9月23日{written}", BEIJING).second == hour * 3600


@pytest.mark.parametrize("written", ["晚上 1 点", "上午 13 点", "下午 0 点", "晚上 12 点半"])
def test_an_hour_that_its_part_of_the_day_has_not_is_none(written: str) -> None:
    with pytest.raises(NotAnInstant) as caught:
        parse_instant(f"2026-09-23 {written}", BEIJING)
    assert caught.value.mistake is Mistake.NO_SUCH_TIME


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_are_read(day: str) -> None:
    for zone in (BEIJING, BERLIN, ZoneInfo("America/New_York")):
        assert parse_instant(day, zone).day == date.fromisoformat(day)


def test_a_day_without_a_time_is_known() -> None:
    assert is_day_only(" 2026 年 9 月 23 日 ")
    assert not is_day_only("2026-09-23 0:00")
    assert not is_day_only("明天")


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
