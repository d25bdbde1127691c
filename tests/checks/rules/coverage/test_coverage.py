"""Who is there, over small manuals: which gap is found, where, and what is left alone."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.checks.wording import message
from guifan.findings import Example, Finding

RULES_HERE = ("C05", "C06")
LIMITS = """\
--- standards/limits.yaml
kind: limit
items:
  - {id: shift-length, title: 一班最长, value: 10 小时}
  - {id: shift-rest, title: 两班间隔, value: 12 小时, bound: at-least}
  - {id: weekly-hours, title: 周平均工时, value: 40 小时/周}
  - {id: consecutive-shifts, title: 连续上班, value: 6 班}
"""


def rota(
    *shifts: tuple[str, str],
    staff: int = 90,
    regime: str = "comprehensive",
    overlap: str = "15 分钟",
    rest: str = "45 分钟",
    bounds: str = "",
    channels: str = "[hotline]",
) -> str:
    """A rota; each shift is its post and its hours, with ``!`` before them when on call."""
    named = bounds or (
        "shift_length: shift-length\nrest_between: shift-rest\n"
        "weekly_mean: weekly-hours\nconsecutive: consecutive-shifts\n"
    )
    written = "".join(
        f"  - {{id: s{at}, title: 班次{at}, role: {post}, headcount: 2 人, rest: {rest},"
        f" hours: {hours.removeprefix('!')}, on_call: {'是' if hours[0] == '!' else '否'}}}\n"
        for at, (post, hours) in enumerate(shifts)
    )
    period = "period: 1 个月\n" if regime == "comprehensive" else ""
    return (
        "--- standards/rota.yaml\nkind: rota\nid: hotline-rota\ntitle: 热线排班\n"
        f"regime: {regime}\n{period}{named}shifts:\n{written}staff: {staff} 人\n"
        f"overlap: {overlap}\nchannels: {channels}\n" + LIMITS
    )


def channel(hours: str, medium: str = "voice", intake: str = "hotline-agent") -> str:
    return (
        "--- standards/hotline.yaml\nkind: channel\nid: hotline\ntitle: 客服热线\n"
        f"medium: {medium}\nreach: 拨打 10100\nhours: {hours}\nidentity: password\nintake:\n"
        f"  - {{id: complaint, what: complaint, by: {intake}}}\n"
        "staffed_by: [hotline-agent, shift-leader]\nrota: hotline-rota\n"
    )


def procedure(*steps: str, channels: str = "[hotline]") -> str:
    lines = "".join(f"  - {{{step}}}\n" for step in steps)
    return (
        "--- standards/handling.yaml\nkind: procedure\nid: handling\ntitle: 投诉处理\n"
        f"about: 客户提出投诉\nchannels: {channels}\nsteps:\n{lines}"
    )


def step(name: str, within: str, by: str = "shift-leader") -> str:
    return f"id: {name}, title: 步骤{name}, do: 做好它, lane: backstage, by: {by}, within: {within}"


def found(text: str, *codes: str) -> list[Finding]:
    findings = run_example(Example(text)).findings
    assert not [one for one in findings if one.code[0] == "S"], "the example is well made"
    return [one for one in findings if one.code in (codes or RULES_HERE)]


def keys(text: str, *codes: str) -> list[tuple[str, str]]:
    return [(one.code, one.key) for one in found(text, *codes)]


DAY_AND_LATE = (("hotline-agent", "每天 07:45–16:00"), ("hotline-agent", "每天 15:45–24:00"))
NIGHT = ("hotline-agent", "每天 00:00–08:00、23:45–24:00")


def test_a_night_without_anybody_is_found_at_its_first_minute() -> None:
    [one] = found(channel("每天 00:00–24:00") + rota(*DAY_AND_LATE))
    assert (one.code, one.key) == ("C05", "unserved")
    assert "周一 00:00" in message(one, "zh")
    assert "每天 00:00–07:45" in message(one, "zh")
    assert "Monday 00:00" in message(one, "en")


def test_a_rota_that_leaves_several_channels_alone_is_told_of_once() -> None:
    open_ = channel("每天 00:00–24:00")
    name = open_.split("\nid: ")[1].split("\n")[0]
    file = open_.split("\n")[0].removeprefix("--- ")
    other = open_.replace(f"id: {name}\n", "id: second-line\n").replace(file, "standards/2.yaml")
    both = f"[{name}, second-line]"
    [one] = found(open_ + other + rota(*DAY_AND_LATE, channels=both))
    [alone] = found(open_ + rota(*DAY_AND_LATE))
    assert alone.position.file == file
    assert one.position.file != file
    # The gap ends when the early shift begins.
    text = rota(*DAY_AND_LATE).split("\n")
    assert "07:45" in text[one.position.line]
    assert {file, "standards/2.yaml"} <= {one.position.file for one in one.related}


def test_around_the_clock_needs_nothing_more() -> None:
    assert found(channel("每天 00:00–24:00") + rota(*DAY_AND_LATE, NIGHT)) == []


def test_the_leader_alone_does_not_take_the_calls() -> None:
    text = channel("每天 00:00–24:00") + rota(*DAY_AND_LATE, ("shift-leader", NIGHT[1]))
    [one] = found(text)
    assert "在岗的是班长" in message(one, "zh")


def test_somebody_on_call_does_not_take_the_calls() -> None:
    text = channel("每天 00:00–24:00") + rota(*DAY_AND_LATE, ("hotline-agent", f"!{NIGHT[1]}"))
    assert keys(text) == [("C05", "unserved")]


def test_a_holiday_without_anybody_is_found() -> None:
    hours = "周一至周五 08:30–17:30"
    text = channel(hours) + rota(("hotline-agent", f"{hours}；法定节假日除外"))
    [one] = found(text)
    assert "法定节假日 周一至周五 08:30–17:30" in message(one, "zh")


def test_closing_on_holidays_needs_nobody_there_even_on_worked_saturdays() -> None:
    hours = "周一至周五 08:30–17:30；法定节假日除外"
    assert found(channel(hours) + rota(("hotline-agent", hours))) == []


def test_a_worked_saturday_without_anybody_is_found() -> None:
    text = channel("周一至周五 08:30–17:30；法定节假日除外") + rota(
        ("hotline-agent", "周一至周五 08:30–17:30")
    )
    [one] = found(text)
    assert "调休上班的 周六至周日 08:30–17:30" in message(one, "zh")


def test_self_service_and_manuals_without_rotas_are_left_alone() -> None:
    alone = channel("每天 00:00–24:00").replace("rota: hotline-rota\n", "")
    assert found(alone) == []
    assert found(channel("每天 00:00–24:00", medium="self-service") + rota(*DAY_AND_LATE)) == []


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        ("每天 15:45–22:00", []),
        ("每天 15:46–22:00", [("C05", "hurried")]),
        ("每天 16:00–22:00", [("C05", "hurried")]),
    ],
)
def test_the_handover_takes_what_the_rota_says(late: str, expected: list[tuple[str, str]]) -> None:
    shifts = (("hotline-agent", "每天 07:45–16:00"), ("hotline-agent", late))
    assert keys(channel("每天 08:00–20:00") + rota(*shifts)) == expected


def test_who_leaves_at_closing_time_hands_over_to_nobody() -> None:
    shifts = (("hotline-agent", "每天 07:45–12:00"), ("hotline-agent", "每天 12:00–20:00"))
    hours = "每天 08:00–12:00、12:00–20:00"
    assert keys(channel(hours) + rota(*shifts)) == [("C05", "hurried")]
    split = "每天 08:00–12:00、13:00–20:00"
    assert keys(channel(split) + rota(*shifts)) == []


def test_a_step_within_minutes_needs_its_post_when_the_channel_is_open() -> None:
    day = ("shift-leader", "每天 08:00–17:00")
    text = channel("每天 08:00–23:00") + rota(*DAY_AND_LATE, day)
    [one] = found(text + procedure(step("judge", "15 分钟")))
    assert one.key == "unattended"
    # A quarter of an hour before closing the leader has gone: the next morning is too late.
    assert "每天 17:00–23:00" in message(one, "zh")
    assert found(text + procedure(step("judge", "15 小时"))) == []


def test_after_working_time_a_step_begins_in_working_hours() -> None:
    day = ("shift-leader", "每天 08:00–17:45")
    steps = (step("look", "2 工作小时"), step("judge", "15 分钟"))
    text = channel("每天 00:00–24:00") + rota(*DAY_AND_LATE, NIGHT, day)
    assert found(text + procedure(*steps)) == []
    assert keys(text + procedure(step("one", "5 分钟", "hotline-agent"), steps[1])) == [
        ("C05", "unattended")
    ]


def test_a_fault_of_the_channel_is_told_once() -> None:
    text = channel("每天 00:00–24:00") + rota(*DAY_AND_LATE)
    steps = procedure(step("hear", "5 分钟", "hotline-agent"))
    assert keys(text + steps) == [("C05", "unserved")]


def shop(hours: str) -> str:
    """A second channel with nobody's hours of its own, kept by the same rota."""
    text = (
        channel(hours).replace("hotline.yaml", "shop.yaml").replace("id: hotline\n", "id: shop\n")
    )
    return text.replace("title: 客服热线", "title: 营业厅")


CLERKS = ("shift-leader", "每天 09:00–18:00")
EVERY_HOUR = (("hotline-agent", "每天 00:00–24:00"), CLERKS)
CUSTOMER = "id: brings, title: 拿来, do: 把机子拿来, lane: customer"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # The first step of a procedure that begins at any hour, done at the counter only.
        ([step("serve", "10 分钟")], [("C05", "unattended")]),
        ([f"{step('serve', '10 分钟')}, channels: [shop]"], []),
        # After the customer's own step, which may be at midnight unless it is at the counter.
        ([CUSTOMER, step("serve", "10 分钟")], [("C05", "unattended")]),
        ([f"{CUSTOMER}, channels: [shop]", step("serve", "10 分钟")], []),
        ([f"{CUSTOMER}, channels: [shop], cap: 3 日", step("serve", "10 分钟")], []),
        ([f"{CUSTOMER}, channels: [hotline]", step("serve", "10 分钟")], [("C05", "unattended")]),
        # What comes from the hotline by night waits at the counter until it opens.
        ([CUSTOMER, f"{step('serve', '10 分钟')}, channels: [shop]"], []),
        # Elsewhere than the procedure begins, and no post is there.
        ([step("hear", "5 分钟", "hotline-agent"),
          f"{step('serve', '10 分钟')}, channels: [hotline]"], [("C05", "unattended")]),
    ],
)  # fmt: skip
def test_a_step_with_channels_of_its_own_is_awaited_in_their_hours(
    steps: list[str], expected: list[tuple[str, str]]
) -> None:
    both = channel("每天 00:00–24:00") + shop("每天 09:00–18:00")
    files = both + rota(*EVERY_HOUR, channels="[hotline, shop]")
    written = procedure(*steps, channels="[hotline, shop]")
    assert keys(files + written, "C05") == expected


def test_a_counter_that_opens_before_its_clerks_come_is_found_by_what_waits_for_it() -> None:
    both = channel("每天 00:00–24:00") + shop("每天 08:00–18:00")
    files = both + rota(*EVERY_HOUR, channels="[hotline, shop]")
    steps = (CUSTOMER, f"{step('serve', '10 分钟')}, channels: [shop]")
    [one] = found(files + procedure(*steps), "C05")
    assert "每天 08:00–08:50" in message(one, "zh")


WEEK = (*DAY_AND_LATE, NIGHT)


@pytest.mark.parametrize(("staff", "key"), [(8, None), (7, "overworked"), (1, "overworked")])
def test_the_people_have_to_be_enough_for_the_hours(staff: int, key: str | None) -> None:
    # Three shifts of 8.25 h less 0.75 h, seven days, two people: 315 h, 7.875 people at 40 h.
    text = channel("每天 00:00–24:00") + rota(*WEEK, staff=staff)
    assert keys(text) == ([("C06", key)] if key else [])
    if key:
        said = message(found(text)[0], "zh")
        assert "315 小时" in said
        assert "至少要 8 人" in said


def test_everybody_has_a_day_of_rest() -> None:
    # Short shifts: 2 × 3 × 7 = 42 turns a week take seven people at six each.
    short = tuple(("hotline-agent", f"每天 {a:02}:00–{a + 4:02}:15") for a in (8, 12, 16))
    text = channel("每天 08:00–20:00")
    assert keys(text + rota(*short, staff=7)) == []
    assert keys(text + rota(*short, staff=6)) == [("C06", "unrested")]


def test_the_fullest_day_takes_a_person_for_each_shift() -> None:
    day = tuple(("hotline-agent", "周一 08:00–12:00") for _ in range(3))
    text = channel("周一 09:00–11:00")
    assert keys(text + rota(*day, staff=6)) == []
    assert keys(text + rota(*day, staff=5)) == [("C06", "outnumbered")]


def test_on_call_hours_are_no_working_hours() -> None:
    text = channel("每天 08:00–16:00") + rota(
        DAY_AND_LATE[0], ("shift-leader", "!每天 00:00–24:00"), staff=4
    )
    assert found(text) == []


def test_a_shift_is_no_longer_than_its_limit() -> None:
    text = channel("每天 08:00–18:00") + rota(("hotline-agent", "每天 08:00–18:00"))
    assert found(text) == []
    text = channel("每天 08:00–18:00") + rota(("hotline-agent", "每天 07:59–18:00"))
    assert keys(text) == [("C06", "long")]


def test_the_standard_regime_has_eight_hours_without_the_rest() -> None:
    hours = ("hotline-agent", "周一至周五 08:30–17:30")
    text = channel("周一至周五 09:00–17:00")
    assert keys(text + rota(hours, regime="standard", rest="1 小时")) == []
    assert keys(text + rota(hours, regime="standard")) == [("C06", "long-day")]


def test_a_split_day_counts_from_coming_to_leaving_and_works_what_it_works() -> None:
    hours = ("hotline-agent", "周一至周五 08:00–12:00、14:00–18:00")
    text = channel("周一至周五 09:00–11:00")
    assert keys(text + rota(hours, regime="standard")) == []
    late = ("hotline-agent", "周一至周五 08:00–12:00、14:00–18:01")
    assert keys(text + rota(late)) == [("C06", "long")]


def test_a_shift_leaves_time_to_rest_before_any_of_the_next_day() -> None:
    long = LIMITS.replace("10 小时", "20 小时")
    text = channel("每天 08:00–20:00") + rota(("hotline-agent", "每天 08:00–20:01"))
    assert keys(text.replace(LIMITS, long)) == [("C06", "no-rest")]
    text = channel("每天 08:00–20:00") + rota(("hotline-agent", "每天 08:00–20:00"))
    assert keys(text.replace(LIMITS, long)) == []


def test_a_flexible_rota_has_people_on_call_alone() -> None:
    text = channel("每天 08:00–16:00") + rota(DAY_AND_LATE[0], regime="flexible")
    assert keys(text) == [("C06", "flexible")]


def test_a_rota_names_its_period_and_its_limits() -> None:
    text = channel("每天 08:00–16:00") + rota(DAY_AND_LATE[0])
    assert keys(text.replace("period: 1 个月\n", "")) == [("C06", "no-period")]
    [one] = found(text.replace("rest_between: shift-rest\n", ""))
    assert one.key == "unbounded"
    assert "两班间隔" in message(one, "zh")


@pytest.mark.parametrize("code", RULES_HERE)
def test_a_rule_survives_what_another_reports(code: str) -> None:
    odd = (
        channel("每天 00:00–24:00", intake="nobody")
        + rota(("no-post", "每天 07:45–16:00"), staff=0)
        + procedure(step("a", "5 分钟", "no-post"), channels="[no-channel]")
    ).replace("weekly_mean: weekly-hours", "weekly_mean: no-limit")
    codes = [one.code for one in run_example(Example(odd)).findings]
    assert "X04" not in codes
    assert code in RULES


def test_whoever_is_missed_is_named_with_the_deputies_and_the_hours_come_last() -> None:
    day = ("shift-leader", "每天 08:00–17:00")
    text = channel("每天 08:00–23:00") + rota(*DAY_AND_LATE, day)
    [one] = found(text + procedure(step("judge", "15 分钟")))
    said, english = message(one, "zh"), message(one, "en")
    assert "班长不在岗、也不听班，又没有替补" in said
    assert said.endswith("没有人的时间：每天 17:00–23:00。")
    assert "班长 is neither at work nor on call, and has no deputy" in english
    assert "  " not in said + english


def test_of_a_post_that_nobody_knows_nothing_is_asked() -> None:
    text = channel("每天 08:00–23:00") + rota(*DAY_AND_LATE)
    assert keys(text + procedure(step("judge", "15 分钟", "nobody-known"))) == []


@pytest.mark.parametrize(
    ("kept", "said"),
    [("[hotline]", []), ("[hotline, desk]", []), ("[]", []), ("[desk]", ["keeps-others"])],
)
def test_the_rota_that_a_channel_names_keeps_it(kept: str, said: list[str]) -> None:
    desk = (
        "--- standards/desk.yaml\nkind: channel\nid: desk\ntitle: 柜台\nmedium: in-person\n"
        "reach: 一楼\nhours: 每天 09:00–17:00\nidentity: document\nintake: []\n"
    )
    shifts = rota(("hotline-agent", "每天 08:45–17:15"), channels=kept)
    own = channel("每天 09:00–17:00")
    findings = found(own + desk + shifts, "C05")
    assert [one.key for one in findings] == said
    for one in findings:
        assert one.position.line == own.splitlines().index("rota: hotline-rota")
        assert [place.position.file for place in one.related] == ["standards/rota.yaml"]
