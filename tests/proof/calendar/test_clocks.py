"""The manual's calendars: how each counts, and that no manual or day brings them down."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from foldered import SHARED_LINES

from guifan.checks.examples import run_example
from guifan.checks.reading import read_standards
from guifan.findings import Example
from guifan.language.quantities import parse_duration
from guifan.language.source import Source
from guifan.proof.calendar.clocks import Clocks
from guifan.temporal.moments import Moment

if TYPE_CHECKING:
    from guifan.language.kinds.manual import Manual

DAY_OF_CHECK = date(2026, 6, 1)

MANUAL = """\
kind: manual
id: manual
title: 客户服务规范
language: 1
operator: 云川通信
edition: 2026 年第 1 版
chapters:
  - {id: general, number: 1, title: 总则, about: 服务的宗旨与原则}
"""

OFFICE = """\
calendars:
  - id: office
    title: 行政班
    hours: 周一至周五 08:30–17:30；法定节假日除外
"""


def manual(more: str = "arranged_through: 2026\n", office: str = "") -> Manual:
    read = read_standards([Source("manual.yaml", f"{MANUAL}{SHARED_LINES}{more}{OFFICE}{office}")])
    assert not read.findings, read.findings
    assert read.corpus.manual is not None
    return read.corpus.manual


def due(clocks: Clocks, start: Moment, value: str, *, legal: bool = False) -> Moment:
    return Moment.at(clocks.advance(parse_duration(value), "office", legal=legal)(start.point))


def at(month: int, day: int, hour: float = 9) -> Moment:
    return Moment(date(2026, month, day), int(hour * 3600))


@pytest.mark.parametrize(
    ("office", "start", "value", "end"),
    [
        # Wednesday 4 March 2026; the last day ends at close unless it is said to end at midnight.
        ("", at(3, 4), "2 个工作日", at(3, 6, 17.5)),
        ("    day_end: midnight\n", at(3, 4), "2 个工作日", at(3, 6, 24)),
        ("    末日截止: 到当日 24:00\n", at(3, 4), "2 个工作日", at(3, 6, 24)),
        # Three days from Wednesday are to Saturday.
        ("", at(3, 4), "3 日", at(3, 9, 17.5)),
        ("    rest_day: stays\n", at(3, 4), "3 日", at(3, 7, 24)),
        # Received at 20:00.
        ("", at(3, 4, 20), "1 个工作日", at(3, 5, 17.5)),
        ("    receipt: next-working-day\n", at(3, 4, 20), "1 个工作日", at(3, 6, 17.5)),
        # Closed on Thursday and Friday.
        (
            "    exceptions: [{from: 2026-03-05, to: 2026-03-06, why: 割接}]\n",
            at(3, 4),
            "1 个工作日",
            at(3, 9, 17.5),
        ),
        (
            "    exceptions: [{from: 2026-03-05, hours: 08:30–12:00, why: 割接}]\n",
            at(3, 4),
            "1 个工作日",
            at(3, 5, 12),
        ),
    ],
)
def test_a_calendar_counts_as_it_says(office: str, start: Moment, value: str, end: Moment) -> None:
    assert due(Clocks(manual(office=office), DAY_OF_CHECK), start, value) == end


def test_the_law_is_counted_its_own_way() -> None:
    own = "    day_end: midnight\n    rest_day: moves\n    receipt: next-working-day\n"
    clocks = Clocks(manual(office=own), DAY_OF_CHECK)
    assert due(clocks, at(3, 4), "3 日", legal=True) == at(3, 7, 24)
    assert due(clocks, at(3, 4, 20), "1 个工作日", legal=True) == at(3, 5, 17.5)


def test_a_notice_in_the_manual_is_proven_and_no_longer_provisional() -> None:
    before = Clocks(manual(), DAY_OF_CHECK)
    notice = """\
arranged_through: 2027
arrangements:
  - year: 2027
    notice: 国办发明电〔2026〕0 号
    rests: [{title: 元旦, from: 2026-12-31, to: 2027-01-05}]
    works: [2027-01-09]
"""
    after = Clocks(manual(notice), DAY_OF_CHECK)
    start = Moment(date(2026, 12, 30), 9 * 3600)
    # By the bound 1 January alone is off; by the notice 31 December to 5 January are.
    assert due(before, start, "2 个工作日").day == date(2027, 1, 4)
    assert due(after, start, "2 个工作日").day == date(2027, 1, 7)
    # Saturday the 9th is worked.
    assert due(after, start, "4 个工作日").day == date(2027, 1, 9)
    assert before.horizon.is_provisional(date(2027, 1, 4))
    assert not after.horizon.is_provisional(date(2027, 1, 4))


REFUSED = [
    ("zone: Asia/Shangri-La\n", "S07 no-such-zone"),
    (
        "arrangements: [{year: 2026, notice: 甲, rests: [{title: 乙, from: 2026-10-07, "
        "to: 2026-10-01}]}]\n",
        "S07 last-before-first",
    ),
]


@pytest.mark.parametrize(("more", "said"), REFUSED)
def test_what_cannot_be_is_found_at_its_place(more: str, said: str) -> None:
    text = MANUAL + "arranged_through: 2026\n" + more
    found = run_example(Example(text + OFFICE)).findings
    assert f"{found[0].code} {found[0].key}" == said
    assert found[0].position.line == MANUAL.count("\n") + 2


def test_exceptional_days_are_days_with_hours() -> None:
    for line, said in (
        ("[{from: 2026-07-01, hours: 周一 09:00–12:00, why: 甲}]", "hours-of-the-week"),
        ("[{from: 2026-07-02, to: 2026-07-01, why: 甲}]", "last-before-first"),
        ("[{from: 2026-07-02, why: 甲}, {from: 2026-07-02, why: 乙}]", "day-twice"),
    ):
        text = f"{MANUAL}arranged_through: 2026\n{OFFICE}    exceptions: {line}\n"
        (found,) = (one for one in run_example(Example(text)).findings if one.code == "S07")
        assert found.key == said
        assert found.position.line == text.count("\n")


PROCEDURE = """\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
promise: complaint-answer
steps:
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: backstage
    by: hotline-agent
    within: 30 工作小时
"""


@pytest.mark.parametrize("through", [1, 1990, 2026, 2999, 999_999_999])
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe"])
@pytest.mark.parametrize(
    "hours",
    ["周一至周五 08:30–17:30；法定节假日除外", "7×24", "周六 23:59–24:00；法定节假日除外"],
)
def test_odd_years_zones_and_hours_bring_no_rule_down(through: int, zone: str, hours: str) -> None:
    """No rule crashes (X04); only what the year itself deserves is said of it."""
    calendars = f"calendars: [{{id: office, title: 行政班, hours: '{hours}'}}]\n"
    text = f"--- standards/manual.yaml\n{MANUAL}zone: {zone}\narranged_through: {through}\n"
    codes = {one.code for one in run_example(Example(text + calendars + PROCEDURE)).findings}
    assert "X04" not in codes
    assert ("T23" in codes) is (through > 2026)


@pytest.mark.parametrize(
    "day", [date.min, date(1949, 10, 1), date(2015, 3, 1), date(2101, 1, 1), date.max]
)
def test_every_day_has_a_horizon_of_a_few_years(day: date) -> None:
    clocks = Clocks(manual(), day)
    first, last = clocks.horizon.first, clocks.horizon.last
    assert 0 <= last.year - first.year < 4
    hour = clocks.advance(parse_duration("1 工作小时"), "office")
    assert hour(Moment(first, 0).point) > Moment(first, 0).point
    assert clocks.calendar("office").last > last


def test_durations_in_a_row_count_as_each_after_the_other() -> None:
    clocks = Clocks(manual(), DAY_OF_CHECK)
    values = ("1 工作小时", "30 工作分钟", "2 个工作日", "1 个工作日", "1 日", "2 日", "10 分钟")
    whole = clocks.in_turn([parse_duration(value) for value in values], "office")
    for start in (at(2, 14), at(9, 23, 17.4), at(9, 30, 24), at(10, 10, 3)):
        end = start
        for value in values:
            end = due(clocks, end, value)
        assert Moment.at(whole(start.point)) == end
