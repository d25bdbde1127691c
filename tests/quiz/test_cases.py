"""Questions about cases: each key worked out by hand, from the calendar or the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from quizzed import pool_of, right, wrong

if TYPE_CHECKING:
    from guifan.quiz.item import Item

LIMIT = """\
kind: limit
id: complaint-answer
title: 投诉答复
within: {within}
from: complaint-received
to: complaint-answered
{calendar}
answers_to: shift-leader
"""


def one(text: str, model: str, name: str, **extra: str) -> Item:
    items = pool_of(text, *extra.values(), model=model).items
    assert name in items, sorted(items)
    return items[name]


# Counted on the printed calendar of 2026, the day of receipt not among the days: 6 working days
# from a Thursday end on the Friday of the week after, 3 on the Tuesday, 10 on the Thursday of the
# week after that.
@pytest.mark.parametrize(("days", "weekday"), [(3, "周二"), (6, "周五"), (10, "周四")])
def test_working_days_from_a_thursday(days: int, weekday: str) -> None:
    text = LIMIT.format(within=f"{days} 个工作日", calendar="calendar: office")
    item = one(text, "due-date", "due-date.complaint-answer.weekend")
    assert "周四）10:00" in item.stem.text
    assert [f"（{weekday}）" in answer for answer in right(item)] == [True]


# The last working days before each holiday of 2026, and when 3 working days from them end:
# read off the notice of the State Council (made-up Saturdays and Sundays are worked).
BEFORE_HOLIDAYS = {
    "2 月 13 日": "2 月 25 日",
    "2 月 14 日": "2 月 26 日",
    "4 月 2 日": "4 月 8 日",
    "4 月 3 日": "4 月 9 日",
    "4 月 29 日": "5 月 7 日",
    "4 月 30 日": "5 月 8 日",
    "6 月 17 日": "6 月 23 日",
    "6 月 18 日": "6 月 24 日",
    "9 月 23 日": "9 月 29 日",
    "9 月 24 日": "9 月 30 日",
    "9 月 29 日": "10 月 9 日",
    "9 月 30 日": "10 月 10 日",
}


@pytest.mark.parametrize("name", ["a-limit", "b-limit", "c-limit", "d-limit", "e-limit", "f-limit"])
def test_working_days_over_a_holiday(name: str) -> None:
    text = LIMIT.format(within="3 个工作日", calendar="calendar: office")
    text = text.replace("id: complaint-answer", f"id: {name}")
    item = one(text, "due-date", f"due-date.{name}.holiday")
    start = item.stem.text.partition("2026 年 ")[2].partition("（")[0]
    assert [answer.partition("（")[0] for answer in right(item)] == [BEFORE_HOLIDAYS[start]]


def test_wrong_days_are_slips_in_counting() -> None:
    text = LIMIT.format(within="3 个工作日", calendar="calendar: office")
    item = one(text, "due-date", "due-date.complaint-answer.weekend")
    assert len(wrong(item)) >= 2
    assert all(answer.why.text for answer in item.options)
    assert [answer.text.text for answer in item.options] == sorted(
        (answer.text.text for answer in item.options),
        key=lambda text: [int(part) for part in text[: text.index(" 日")].split(" 月 ")],
    )


OTHERS = """\
kind: limit
items:
  - {id: refund, title: 退费, within: 1 小时, from: a-asked, to: a-done, answers_to: shift-leader}
  - {id: notice, title: 告知, within: 30 分钟, from: b-asked, to: b-done, answers_to: shift-leader}
  - {id: restore, title: 复机, within: 2 小时, from: c-asked, to: c-done, answers_to: shift-leader}
"""
EVENTS = "kind: event\nitems:\n" + "".join(
    f"  - {{id: {letter}-{what}, title: {letter}{what}, happens: {letter} {what} 的时刻, "
    f"not_yet: [还没有 {letter}, 只差 {what} 了], evidence: 记录}}\n"
    for letter in "abc"
    for what in ("asked", "done")
)


def test_an_average_tells_of_no_single_case() -> None:
    text = LIMIT.format(within="3 个工作日", calendar="calendar: office")
    for model in ("due-date", "on-time"):
        for single, asked in ((text, True), (f"{text}population: mean\n", False)):
            items = pool_of(single, model=model).items.values()
            assert ("complaint-answer" in {item.clause.item for item in items}) is asked


def test_hours_run_on_the_clock() -> None:
    item = one(OTHERS, "due-time", "due-time.refund", events=EVENTS)
    clock = item.stem.text.partition("）")[2][:5]
    hour, minute = (int(part) for part in clock.split(":"))
    assert right(item) == [f"当天 {hour + 1:02}:{minute:02}"]
    assert len(wrong(item)) == 2


@pytest.mark.parametrize("name", ["a-limit", "b-limit", "c-limit", "d-limit", "e-limit", "f-limit"])
def test_half_a_day_does_not_end_at_night(name: str) -> None:
    text = OTHERS.replace("1 小时", "12 小时").replace("30 分钟", "6 小时")
    text = text.replace("2 小时, from: c", "24 小时, from: c").replace("id: refund", f"id: {name}")
    item = one(text, "due-time", f"due-time.{name}", events=EVENTS)
    assert right(item) == ["当天 21:40"], "of the times of day asked from, only 9:40 fits"


ROLES = """\
kind: role
items:
  - id: agent
    title: 客服代表
    unit: service-department
    rank: 1
    reports_to: leader
    mission: 接待
    duties: [接待]
    authority:
      - {id: comp, what: 话费补偿, per_case: 20 元, per_customer: 40 元, beyond: leader}
  - id: leader
    title: 班长
    unit: service-department
    rank: 2
    reports_to: manager
    mission: 带班
    duties: [带班]
    authority:
      - {id: comp, what: 话费补偿, per_case: 100 元, per_customer: 200 元, beyond: manager}
  - id: manager
    title: 主任
    unit: service-department
    rank: 3
    mission: 管理
    duties: [管理]
    authority:
      - {id: comp, what: 话费补偿}
"""


# 20 and 100 yuan are the limits of a case; 20 on top of 30 is more than 40 in a month.
@pytest.mark.parametrize(
    ("variant", "post"), [("to-1", "客服代表自己就可以"), ("to-2", "班长"), ("month", "班长")]
)
def test_the_first_post_that_may_decide(variant: str, post: str) -> None:
    item = one(ROLES, "who-decides", f"who-decides.agent.comp.{variant}")
    assert right(item) == [post]


METRIC = """\
kind: metric
id: in-time
title: 按时率
means: 按时答复了多少
family: responsiveness
formula: a / b × 100%
variables: [{{id: a, title: 按时}}, {{id: b, title: 全部}}]
unit: "%"
empty: not-counted
direction: {direction}
target: {target}
warning: {warning}
red: {red}
window: month
every: 1 日
reported_by: shift-leader
"""


@pytest.mark.parametrize(
    ("direction", "target", "warning", "red"),
    [("up", "95%", "90%", "85%"), ("down", "5%", "6%", "8%")],
)
def test_a_figure_is_read_against_its_marks(
    direction: str, target: str, warning: str, red: str
) -> None:
    text = METRIC.format(direction=direction, target=target, warning=warning, red=red)
    item = one(text, "metric-reading", "metric-reading.in-time")
    shown = float(item.stem.text.partition("出来是 ")[2].partition("%")[0])
    marks = [float(mark.removesuffix("%")) for mark in (target, warning, red)]
    sign = 1 if direction == "up" else -1
    reached = sum(sign * shown <= sign * mark for mark in marks[1:])
    expected = ["没有达到目标，还没有到预警值", "到了预警值，还没有到红线值", "到了红线值，要整改"]
    if sign * shown >= sign * marks[0]:
        assert right(item) == ["达到目标"]
    else:
        assert right(item) == [expected[reached]]


_OF_MANY = """\
kind: limit
items:
  - {id: a-limit, title: 当面办成, within: 2 小时, from: complaint-received, \
to: complaint-answered, applies: {services: [s1, s2, s3]}, answers_to: shift-leader}
  - {id: b-limit, title: 批量核实, within: 3 小时, from: b, to: c, answers_to: shift-leader}
  - {id: c-limit, title: 派单接单, within: 5 小时, from: c, to: d, answers_to: shift-leader}
"""
_EVENTS = "kind: event\nitems:\n" + "".join(
    f"  - {{id: {name}, title: 第{name}刻, happens: 到第{name}刻, evidence: 录音}}\n"
    for name in "bcd"
)
_SERVICES = "kind: service\nitems:\n" + "".join(
    f"  - {{id: s{at}, title: {title}, sort: business, about: 办一件事}}\n"
    for at, title in enumerate(("开户", "过户", "销户"), start=1)
)


def test_of_several_businesses_a_case_names_one() -> None:
    item = one(_OF_MANY, "due-time", "due-time.a-limit", events=_EVENTS, services=_SERVICES)
    assert sum(title in item.stem.text for title in ("开户", "过户", "销户")) == 1


def test_a_share_in_time_does_not_bind_every_case() -> None:
    shared = _OF_MANY.replace("applies: {services: [s1, s2, s3]}", "population: share, share: 90%")
    item = one(shared, "due-time", "due-time.a-limit", events=_EVENTS)
    assert "照「当面办成」算按时" in item.stem.text


_HOURS = "kind: limit\nitems:\n" + "".join(
    f"  - {{id: l{at}, title: 第{at}件事, within: {within}, from: {at}-asked, to: {at}-done, "
    "answers_to: shift-leader}\n"
    for at, within in zip(
        "abcdefgh",
        ("1 小时", "2 小时", "3 小时", "4 小时", "30 分钟", "50 分钟", "70 分钟", "110 分钟"),
        strict=True,
    )
)
_OF_HOURS = "kind: event\nitems:\n" + "".join(
    f"  - {{id: {letter}-{what}, title: {letter}{what}, happens: {letter} {what} 的时刻, "
    f"not_yet: [还没有 {letter}, 只差 {what} 了], evidence: 记录}}\n"
    for letter in "abcdefgh"
    for what in ("asked", "done")
)


def test_whole_hours_are_not_known_by_their_minutes() -> None:
    """Of limits of whole hours and of others, wrong times are of either sort."""
    alone = 0
    for item in pool_of(_HOURS, _OF_HOURS, model="due-time").items.values():
        minute = item.stem.text.partition("）")[2][3:5]
        kept = [one.text.text.endswith(minute) for one in item.options]
        alone += kept[item.key[0]] and sum(kept) == 1
    assert alone <= 1
