"""``guifan deadline``: when a case is due, the days that lead to it, and what cannot be told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from foldered import SHARED_LINES

from guifan.checks.examples import BASE
from guifan.cli import main

if TYPE_CHECKING:
    from pathlib import Path

REGULATION = """\
kind: regulation
id: appeal-rules
title: 申诉处理办法
short: 申诉办法
issuer: 主管部门
about: 怎样答复用户的投诉
editions:
  - {id: first, title: 公布, effective: 2016-07-30}
articles:
  - {id: article-8, number: 第八条, edition: first, says: 十五日内答复, verification: V1}
floors:
  - id: answer-15d
    title: 答复投诉
    article: article-8
    measure: maximum
    value: 15 日
    verification: V1
    from: complaint-received
    to: complaint-answered
"""
ANSWER = """\
kind: limit
id: complaint-answer
was: [old-answer]
title: 投诉答复时限
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
floor: appeal-rules.answer-15d
extension:
  add: 1 个工作日
  times: 1 次
  reasons: [third-party]
  granted_by: shift-leader
  notice: before-deadline
pauses:
  - {id: waiting, reason: 等客户的材料, cap: 2 个工作日, granted_by: shift-leader, told: 是}
"""
GRAVE = """\
kind: limit
id: grave-answer
title: 重大投诉答复时限
within: 4 工作小时
from: complaint-received
to: complaint-answered
calendar: office
applies: {complaints: [grave]}
"""
GRAVE_RURAL = """\
kind: limit
id: rural-answer
title: 农村投诉答复时限
within: 5 个工作日
from: complaint-received
to: complaint-answered
calendar: office
applies: {area: rural}
"""
CLASSES = """\
kind: taxonomy
id: complaint-class
title: 投诉分类
members:
  - {id: grave, title: 重大, means: 影响很大}
  - {id: plain, title: 一般, means: 其余的}
"""
AREAS = """\
kind: taxonomy
id: area
title: 地域
members:
  - {id: rural, title: 农村, means: 农村}
  - {id: city, title: 城镇, means: 城镇}
"""
SECOND = """\
kind: limit
id: second-answer
title: 重大投诉再答复时限
within: 1 个工作日
from: complaint-escalated
to: complaint-answered
calendar: office
applies: {complaints: [grave]}
"""
WINDOW = """\
kind: limit
id: window
title: 观察期
value: 30 日
"""
MEAL = """\
kind: limit
id: meal
title: 餐补
value: 200 元
"""
NEVER = """\
kind: limit
id: never
title: 从不
within: 2 工作小时
from: complaint-received
to: complaint-closed
calendar: closed
"""
AGE = """\
kind: limit
id: age
title: 保管
within: 40 年
from: complaint-received
to: complaint-closed
"""
ITEMS = (REGULATION, ANSWER, GRAVE, GRAVE_RURAL, CLASSES, AREAS, MEAL, WINDOW, NEVER, AGE)
CLOSED = "  - {id: closed, title: 关门, hours: 周一 08:30–17:30, exceptions: [EVER]}\n"


def write(folder: Path, manual: str) -> None:
    own = folder / "standards"
    own.mkdir(parents=True)
    (own / "manual.yaml").write_text(manual + SHARED_LINES, "utf-8")
    for at, text in enumerate((*BASE[1:], *ITEMS)):
        (own / f"{at:02}.yaml").write_text(text + SHARED_LINES, "utf-8")


@pytest.fixture
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    ever = "{from: 2020-01-01, to: 2040-12-31, why: 停业}"
    write(tmp_path, BASE[0] + CLOSED.replace("EVER", ever))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def deadline(*arguments: str, day: str = "2026-06-01") -> Result:
    return CliRunner().invoke(main, ["deadline", *arguments, "--date", day, "--lang", "zh"])


def data(*arguments: str) -> dict[str, Any]:
    run = deadline(*arguments, "--format", "json")
    assert run.exit_code == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_a_person_reads_the_answer_and_the_days_that_lead_to_it(manual: Path) -> None:
    run = deadline("complaint-answer", "--from", "2026-09-23T15:30")
    assert run.exit_code == 0
    assert run.stdout.splitlines()[:10] == [
        "投诉答复时限（complaint-answer）：不超过 3 个工作日",
        "2026 年 9 月 23 日 15:30（周三）起算",
        "最迟 2026 年 9 月 29 日 17:30（周二）",
        "",
        "  9 月 23 日：起算，当日不计",
        "  9 月 24 日：第 1 个工作日",
        "  9 月 25 日至 9 月 27 日：中秋节放假",
        "  9 月 28 日至 9 月 29 日：第 2 至 3 个工作日",
        "",
        "可以延期 1 次，每次 1 个工作日；用足最迟 2026 年 9 月 30 日 17:30（周三）",
    ]
    assert "法定：《申诉办法》15 日，到 2026 年 10 月 8 日 17:30（周四），余 9 日" in run.stdout


def test_a_program_gets_moments_and_steps(manual: Path) -> None:
    found = data("complaint-answer", "--from", "2026-09-23T15:30")
    zone = "Asia/Shanghai"
    assert found["due"] == {"date": "2026-09-29", "time": "17:30:00", "zone": zone}
    assert found["from"] == {"date": "2026-09-23", "time": "15:30:00", "zone": zone}
    assert found["provisional"] is False
    assert found["due_at_most"] is None
    assert [one["due"]["date"] for one in found["extensions"]] == ["2026-09-30"]
    assert found["law"]["floor"] == "appeal-rules.answer-15d"
    assert found["law"]["end"] == {"date": "2026-10-08", "time": "17:30:00", "zone": zone}
    assert found["law"]["slack_seconds"] == 9 * 86400
    assert found["law"]["extended_slack_seconds"] == 8 * 86400
    assert found["worst"]["plain"]["from"]["date"] == "2026-02-14"
    assert found["worst"]["plain"]["days"] == 12
    assert [(one["date"][5:], one["is"], one["number"]) for one in found["steps"]] == [
        ("09-23", "start", None),
        ("09-24", "counted", 1),
        ("09-25", "holiday", None),
        ("09-26", "holiday", None),
        ("09-27", "holiday", None),
        ("09-28", "counted", 2),
        ("09-29", "counted", 3),
    ]
    assert {one["holiday"] for one in found["steps"]} == {None, "中秋节"}


def test_what_was_granted_is_counted(manual: Path) -> None:
    extended = data("complaint-answer", "--from", "2026-09-23", "--extended")
    assert extended["due"]["date"] == "2026-09-30"
    assert extended["base"]["date"] == "2026-09-29"
    assert extended["steps"][-1]["part"] == "extension"
    both = data("complaint-answer", "--from", "2026-09-23", "--extended", "--pause", "waiting")
    # Six working days: 24, 28, 29, 30 September, 8, 9 October.
    assert both["due"]["date"] == "2026-10-09"
    assert both["pauses"][0]["id"] == "waiting"


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2026年9月23日 15:30", "2026-09-29"),
        ("2026 年 9 月 23 日", "2026-09-29"),
        ("2026-09-23 15:30:59", "2026-09-29"),
        ("2026-09-23T23:00:00Z", "2026-09-30"),  # the 24th in Beijing
        ("2026-09-23T15:30+08:00", "2026-09-29"),
        ("２０２６-09-23", "2026-09-29"),
        ("2026-09-23 24:00", "2026-09-29"),
    ],
)
def test_a_moment_is_read_as_people_write_it(manual: Path, written: str, due: str) -> None:
    assert data("complaint-answer", "--from", written)["due"]["date"] == due


@pytest.mark.parametrize("name", ["complaint-answer", "old-answer", "投诉答复时限"])
def test_a_limit_goes_by_its_id_a_former_one_or_its_title(manual: Path, name: str) -> None:
    assert data(name, "--from", "2026-09-23")["limit"]["id"] == "complaint-answer"


def test_a_special_limit_binds_the_cases_that_it_names(manual: Path) -> None:
    grave = data("complaint-answer", "--from", "2026-09-23T15:30", "--class", "重大")
    assert grave["asked"] == "complaint-answer"
    assert grave["limit"]["id"] == "grave-answer"
    # Two hours until 17:30, two on the next day from 8:30.
    assert (grave["due"]["date"], grave["due"]["time"]) == ("2026-09-24", "10:30:00")
    plain = data("complaint-answer", "--from", "2026-09-23", "--class", "plain", "--area", "city")
    assert plain["limit"]["id"] == "complaint-answer"
    text = deadline("complaint-answer", "--from", "2026-09-23", "--area", "rural").stdout
    assert text.startswith(
        "这种情形另有时限，不按“投诉答复时限”（complaint-answer）。\n农村投诉答复时限"
    )


def test_two_special_limits_leave_the_choice_to_the_reader(manual: Path) -> None:
    case = ("--from", "2026-09-23", "--class", "grave", "--area", "rural")
    run = deadline("complaint-answer", *case)
    assert run.exit_code == 2
    assert "grave-answer、rural-answer" in run.stderr


def test_a_case_outside_every_scope_is_refused(manual: Path) -> None:
    for file in (manual / "standards").glob("*.yaml"):
        if "id: complaint-answer\n" in file.read_text("utf-8"):
            file.unlink()
    run = deadline("grave-answer", "--from", "2026-09-23", "--class", "plain")
    assert run.exit_code == 2
    assert "都不适用于这种情形" in run.stderr


def test_a_year_without_an_arrangement_is_expected_only(manual: Path) -> None:
    found = data("complaint-answer", "--from", "2027-02-03T09:00")
    # The law gives 5 to 8 February, two of them on a weekend and made up for on the 9th and 10th.
    assert found["provisional"] is True
    assert found["due"]["date"] == "2027-02-12"
    # At most, every day is of rest that was one about Spring Festival in any of five years.
    assert found["due_at_most"]["date"] == "2027-02-17"
    said = deadline("complaint-answer", "--from", "2027-02-03T09:00").stdout
    assert "\n预计最迟 2027 年 2 月 12 日至 2 月 17 日\n" in said
    assert "放假最少、没有调休，是 2027 年 2 月 12 日 17:30（周五）" in said
    assert "放假最多，是 2027 年 2 月 17 日 17:30（周三）" in said
    assert "用足预计最迟 2027 年 2 月 15 日至 2 月 18 日" in said


def test_the_law_leaves_what_it_leaves_to_the_later_day(manual: Path) -> None:
    found = data("complaint-answer", "--from", "2027-02-03T09:00")
    # Fifteen days after 3 February is the 18th, a Thursday, until close: a day after the 17th.
    assert found["law"]["end"]["date"] == "2027-02-18"
    assert found["law"]["slack_seconds"] == 86400
    assert "余 1 日" in deadline("complaint-answer", "--from", "2027-02-03T09:00").stdout


def test_where_both_bounds_agree_one_day_is_told(manual: Path) -> None:
    case = ("complaint-answer", "--from", "2027-06-25T09:00")
    found = data(*case)
    assert found["provisional"] is True
    assert found["due"] == found["due_at_most"]
    said = deadline(*case).stdout
    assert "\n预计最迟 2027 年 6 月 30 日 17:30（周三）\n" in said
    assert "按最多算都是这一天" in said


def test_the_worst_of_years_without_an_arrangement_is_expected(manual: Path) -> None:
    found = data("complaint-answer", "--from", "2026-09-23")["worst"]["plain"]
    assert found["provisional"] is False
    assert found["expected"]["days"] > found["days"]
    said = deadline("complaint-answer", "--from", "2026-09-23").stdout.splitlines()
    worst = [line for line in said if "历时" in line]
    assert all(("预计" in line) == ("2027 年" in line) for line in worst)
    assert any("预计" in line for line in worst)


def test_a_date_without_a_time_is_any_time_of_it_where_it_makes_no_difference(
    manual: Path,
) -> None:
    said = deadline("complaint-answer", "--from", "2026-09-23").stdout
    assert "\n2026 年 9 月 23 日（周三）起算，当日不计，几点都一样\n" in said
    hours = deadline("grave-answer", "--from", "2026-09-23").stdout
    assert "\n2026 年 9 月 23 日 00:00（周三）起算；没有写几点，按零点算\n" in hours


def test_what_ends_with_it_but_starts_from_another_event_is_named(manual: Path) -> None:
    (manual / "standards" / "second.yaml").write_text(SECOND + SHARED_LINES, "utf-8")
    case = ("complaint-answer", "--from", "2026-09-23T15:30")
    found = data(*case, "--class", "grave")
    assert [(one["id"], one["from"]) for one in found["also"]] == [
        ("second-answer", "complaint-escalated")
    ]
    said = deadline(*case, "--class", "grave").stdout
    assert "另有「重大投诉再答复时限」（second-answer），从“complaint-escalated”起算" in said
    assert "两个时刻取早的一个" in said
    assert data(*case, "--class", "plain")["also"] == []
    assert data(*case)["also"] == []


def test_a_base_in_this_year_is_certain_though_its_extension_is_not(manual: Path) -> None:
    case = ("complaint-answer", "--from", "2026-12-28T09:00")
    assert data(*case)["provisional"] is False
    assert data(*case, "--extended")["provisional"] is True


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("complaint-anser", "--from", "2026-09-23"), "是不是 complaint-answer"),
        (("投诉答复", "--from", "2026-09-23"), "没有编号或名称为“投诉答复”的时限"),
        (("meal", "--from", "2026-09-23"), "是限额（200 元），不是时间"),
        (("shift-leader", "--from", "2026-09-23"), "不是时限"),
        (("never", "--from", "2026-09-23"), "从不开放"),
        (("age", "--from", "2026-09-23"), "日历只推算到那一天"),
        (("complaint-answer", "--from", "昨天"), "请写成 2026-09-23"),
        (("complaint-answer", "--from", "2026-02-30"), "没有“2026-02-30”这一天"),
        (("complaint-answer", "--from", "2026-02-03 25:00"), "这个时刻"),
        (("complaint-answer", "--from", "2024-12-31"), "2025-01-01 到 2027-12-31 之间"),
        (("complaint-answer", "--from", "2028-01-01"), "2025-01-01 到 2027-12-31 之间"),
        (("complaint-answer", "--from", "2026-09-23", "--class", "nobody"), "可以写：grave、plain"),
        (("complaint-answer", "--from", "2026-09-23", "--pause", "nap"), "可以写：waiting"),
        (("complaint-answer",), "缺少"),
        (("complaint-answer", "--from", "0001-01-01"), "2025-01-01 到 2027-12-31 之间"),
        (("complaint-answer", "--from", "9999-12-31"), "2025-01-01 到 2027-12-31 之间"),
        (("complaint-answer", "--from", "2026-09-23 晚上1点"), "按 24 小时制写"),
        (("grave-answer", "--from", "2026-09-23", "--extended"), "不能延期，请去掉 --extended"),
        (("age", "--from", "2026-09-23", "--class", "grave"), "不因 --class 而不同"),
        (("window", "--from", "2026-09-23"), "是 30 日，没有起止事件，算不出到期日"),
    ],
)
def test_what_cannot_be_told_is_said_in_a_line(
    manual: Path, arguments: tuple[str, ...], says: str
) -> None:
    run = deadline(*arguments)
    assert run.exit_code == 2, run.stdout
    assert says in run.stderr
    assert not run.stdout
    advice = [line for line in run.stderr.splitlines() if "--help" not in line]
    assert len(advice) == 1


def test_a_time_that_the_clocks_skip_is_no_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, BASE[0].replace("edition:", "zone: Europe/Berlin\nedition:"))
    monkeypatch.chdir(tmp_path)
    run = deadline("complaint-answer", "--from", "2026-03-29 02:30")
    assert run.exit_code == 2
    assert "Europe/Berlin 没有“2026-03-29 02:30”这个时刻" in run.stderr
    assert deadline("complaint-answer", "--from", "2026-03-29 03:30").exit_code == 0


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_no_day_of_judgement_is_too_far(manual: Path, day: str) -> None:
    assert deadline("complaint-answer", "--from", "2026-09-23", day=day).exit_code == 2
    assert "之间" in deadline("complaint-answer", "--from", "2026-09-23", day=day).stderr


def test_english_is_told_in_english(manual: Path) -> None:
    arguments = ["deadline", "complaint-answer", "--from", "2026-09-23", "--date", "2026-06-01"]
    text = CliRunner().invoke(main, [*arguments, "--lang", "en"]).stdout
    assert "no later than 2026-09-29 17:30 (Tue)" in text
    assert "Mid-Autumn" in text
    assert "working days 2 to 3" in text
