"""What playbooks are asked, over one small outage: cells, ladders, triggers, news, end, drills."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.checks.rules.emergency import sample
from guifan.checks.wording import message
from guifan.findings import Example, Finding, Severity

TOLD = RULES["E04"].good.text
FULL = RULES["E05"].good.text
SURGE = RULES["E10"].good.text
CALLS = RULES["E09"].good.text


def found(text: str, code: str) -> list[Finding]:
    findings = run_example(Example(text)).findings
    assert not [one for one in findings if one.code in ("X04", "S04", "S06", "S07", "S08")]
    return [one for one in findings if one.code == code]


def keys(text: str, code: str) -> list[str]:
    return [one.key for one in found(text, code)]


def changed(old: str, new: str, text: str = sample.PLAYBOOK, times: int = 1) -> str:
    assert text.count(old) == times
    return text.replace(old, new)


def classes(*lines: str) -> str:
    head = "--- standards/classes.yaml\nkind: taxonomy\nid: event-class\ntitle: 分类\nmembers:\n"
    return head + "".join(f"{line}\n" for line in lines)


ACCIDENT = "  - {id: accident, title: 事故灾难}"


# —— E01: the cells ——


def test_a_playbook_in_order_raises_nothing_of_the_area() -> None:
    findings = run_example(Example(sample.PLAYBOOK)).findings
    assert [one for one in findings if one.code.startswith("E")] == []


def test_a_manual_without_playbooks_has_no_cells_yet() -> None:
    assert keys(classes(ACCIDENT, "  - {id: health, title: 公共卫生}"), "E01") == []


def test_two_classes_without_a_playbook_are_two_findings() -> None:
    health, people = "  - {id: health, title: 公共卫生}", "  - {id: people, title: 人事变动}"
    text = classes(ACCIDENT, health, people) + sample.PLAYBOOK
    assert keys(text, "E01") == ["none", "none"]
    assert ["重大" in message(one, "zh") for one in found(text, "E01")] == [True, True]


def test_a_grade_that_no_playbook_of_the_class_answers_is_blank() -> None:
    low = sample.RESPONSES[sample.RESPONSES.index("  - grade: ordinary") :]
    text = changed(low, "")
    [one] = found(
        changed("  - id: dark-town\n    sees: 全镇的号码都拨不通\n", "", text).replace(
            "    grade: ordinary\n", ""
        ),
        "E01",
    )
    assert one.key == "blank"
    assert "一般" in message(one, "zh")


def test_another_playbook_of_the_class_may_answer_the_grade() -> None:
    high, low = sample.RESPONSES.split("  - grade: ordinary")
    one = changed(f"  - grade: ordinary{low}", "")
    other = sample.PLAYBOOK.replace("id: outage", "id: cable").replace("outage.yaml", "cable.yaml")
    other = changed(high, "responses:\n", other)
    assert keys(one + other, "E01") == []


def test_a_reason_and_a_response_contradict_each_other() -> None:
    member = "  - id: accident\n    title: 事故灾难\n    excludes: [{grade: major, why: 不会}]"
    assert keys(classes(member) + sample.PLAYBOOK, "E01") == ["both"]


def test_a_grade_is_answered_in_one_way() -> None:
    twice = changed("  - grade: ordinary\n    level", "  - grade: major\n    level")
    assert "twice" in keys(twice, "E01")


# —— E02: the ladders ——

STATUTORY = """\
--- standards/law.yaml
kind: taxonomy
id: statutory-event-class
title: 法定分类
members:
  - {id: accident-disaster, title: 事故灾难}
  - {id: public-health, title: 公共卫生事件}
"""
MAPPED = """\
  - id: accident
    title: 事故灾难
    corresponds: [statutory-event-class.accident-disaster]
    excludes: []"""
HEALTH = """\
  - id: health
    title: 公共卫生
    corresponds: [statutory-event-class.public-health]"""


def test_each_class_is_one_of_the_laws_or_says_why_not() -> None:
    both = STATUTORY + classes(MAPPED, HEALTH)
    assert keys(both, "E02") == []
    bare = both + "  - {id: people, title: 人事变动}\n"
    assert keys(bare, "E02") == ["unmapped"]
    assert keys(bare.replace("人事变动}", "人事变动, apart: 只在内部用}"), "E02") == []
    several = both.replace(
        "[statutory-event-class.public-health]",
        "[statutory-event-class.public-health, statutory-event-class.accident-disaster]",
    )
    assert keys(several, "E02") == ["two"]
    # The class that corresponds to none is the one that the law's lacks.
    [one] = found(both.replace("    corresponds: [statutory-event-class.public-health]", ""), "E02")
    assert (one.key, len(one.related)) == ("unmapped", 1)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("可能启动Ⅰ级、橙色响应的断网", ["橙色"]),
        ("最高到红色、Ⅱ级响应的断网", ["红色"]),
        ("启动黄色响应", ["黄色"]),
        ("可能启动Ⅰ级、Ⅱ级响应的断网", []),
        ("接到橙色预警，启动Ⅱ级响应", []),
        ("蓝色预警响应按这里办", []),
        ("红色的灯亮了以后再响应", []),
    ],
)
def test_a_response_in_a_text_goes_by_no_colour(said: str, expected: list[str]) -> None:
    findings = found(changed("about: 一片地区的客户断网", f"about: {said}"), "E02")
    assert [str(one.arguments["colour"]) for one in findings] == expected
    assert all(one.severity is Severity.WARNING for one in findings)


def test_each_class_of_the_law_has_one_of_ours() -> None:
    [one] = found(STATUTORY + classes(MAPPED), "E02")
    assert one.key == "without-class"
    assert "公共卫生事件" in message(one, "zh")


def test_an_unknown_class_of_the_law_is_only_an_unknown_reference() -> None:
    odd = STATUTORY + classes(MAPPED.replace("accident-disaster", "nothing"))
    assert keys(odd, "E02") == []
    assert found(odd, "R01")


def colours(*members: str) -> str:
    head = "--- standards/colours.yaml\nkind: taxonomy\nid: warning-colour\ntitle: 预警颜色\n"
    return head + "members:\n" + "".join(f"  - {{{one}}}\n" for one in members)


RED, ORANGE = "id: red, title: 红色预警", "id: orange, title: 橙色预警"


def test_a_colour_is_called_by_its_own_number() -> None:
    assert keys(colours(RED, f"{ORANGE}, also: [Ⅱ级预警]"), "E02") == []
    [one] = found(colours(RED, f"{ORANGE}, also: [Ⅲ级预警]"), "E02")
    assert (one.key, one.severity) == ("number", Severity.ERROR)
    [one] = found(colours(RED, f"{ORANGE}, means: 三级预警"), "E02")
    assert (one.key, one.severity) == ("number", Severity.WARNING)


def test_grades_levels_and_colours_are_not_one_another() -> None:
    assert keys(colours(f"{RED}, corresponds: [response-level.level-1]"), "E02") == ["same"]
    grade = """\
--- standards/grades.yaml
kind: taxonomy
id: event-grade
title: 事件分级
members:
  - {id: major, title: 重大, also: [红色事件]}
  - {id: ordinary, title: 一般}
"""
    assert keys(grade, "E02") == ["coloured"]


def test_a_graver_event_starts_no_lower_response() -> None:
    swapped = changed("level: level-1", "level: level-x").replace("level-2", "level-1")
    assert keys(swapped.replace("level-x", "level-2"), "E02") == ["lower"]
    assert keys(sample.PLAYBOOK.replace("level-2", "level-1"), "E02") == []


# —— E03: the triggers ——


def triggered(*thresholds: str, source: str = "told_by: 值班工程师") -> str:
    lines = "".join(f"      - {{{one}}}\n" for one in thresholds)
    trigger = f"triggers:\n  - id: users\n    observes: 断网户数\n    {source}\n    thresholds:\n"
    return changed("signs:", f"{trigger}{lines}signs:")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("100 户", "101 户", []),
        ("100 户", "100 户", ["overlap"]),
        ("100 户", "99 户", ["overlap"]),
        ("1 小时", "90 分钟", []),
        ("1 小时", "60 分钟", ["overlap"]),
        ("1%", "20‰", []),
        ("100 户", "200 人", ["units"]),
        ("1 小时", "1 日", ["units"]),
        ("100–200 户", "300 户", ["units"]),
    ],
)
def test_a_graver_grade_begins_at_more(low: str, high: str, expected: list[str]) -> None:
    text = triggered(f"grade: major, reaches: {high}", f"grade: ordinary, reaches: {low}")
    assert keys(text, "E03") == expected


def test_a_grade_begins_once_and_somebody_can_see_it() -> None:
    twice = triggered("grade: major, reaches: 5 户", "grade: major, reaches: 9 户")
    assert keys(twice, "E03") == ["twice"]


def test_the_one_value_in_another_unit_is_told_of() -> None:
    grades = classes("  - {id: accident, title: 事故灾难}").replace("event-class", "event-grade")
    grades = grades[: grades.index("  - {")].replace("classes.yaml", "grades.yaml")
    names = ("extreme", "major", "large", "ordinary")
    grades += "".join(f"  - {{id: {one}, title: {one}}}\n" for one in names)
    values = ("900 户", "50 人", "70 户", "10 户")
    text = triggered(
        *(f"grade: {one}, reaches: {value}" for one, value in zip(names, values, strict=True))
    )
    [one] = [one for one in found(grades + text, "E03") if one.key == "units"]
    assert one.arguments["grade"] == "major"
    assert "50 人" in message(one, "zh")
    unread = triggered("grade: major, reaches: 5 户", source="id: users").replace(
        "    id: users\n    thresholds", "    thresholds"
    )
    assert keys(unread, "E03") == ["unread"]


def test_what_begins_leads_somewhere_and_every_response_begins() -> None:
    assert keys(changed(sample.SIGNS, ""), "E03") == ["unseen"]
    lone = changed("  - id: dark-town\n    sees: 全镇的号码都拨不通\n    grade: ordinary\n", "")
    assert keys(lone, "E03") == ["unbegun"]
    low = sample.RESPONSES[sample.RESPONSES.index("  - grade: ordinary") :]
    dropped = changed(low, "")
    # A cell that nothing answers is E01's, which names what begins it.
    assert keys(dropped, "E03") == []
    [one] = found(dropped, "E01")
    assert one.related[0].position.line == dropped[: dropped.index("grade: ordinary")].count("\n")
    excluded = ACCIDENT.replace("}", ", excludes: [{grade: ordinary, why: 不会}]}")
    assert keys(classes(excluded) + dropped, "E03") == ["unanswered"]
    assert keys(classes(excluded) + dropped, "E01") == []
    assert keys(classes(excluded.replace("不会}", "无}")) + dropped, "E01") == ["no-reason"]


def test_an_unknown_grade_is_only_an_unknown_reference() -> None:
    text = sample.PLAYBOOK.replace("grade: major", "grade: biggest")
    assert keys(text, "E03") == []
    assert found(text, "R01")


# —— E04: the first hour ——


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("30 分钟", []),
        ("0.5 小时", []),
        ("31 分钟", ["late"]),
        ("60 分钟", ["late"]),
        ("90 分钟", ["after-hour"]),
        ("1 日", ["after-hour"]),
    ],
)
def test_customers_are_told_within_the_limit(at: str, expected: list[str]) -> None:
    assert keys(TOLD.replace("at: 30 分钟", f"at: {at}"), "E04") == expected


def test_the_earliest_time_that_it_is_said_counts() -> None:
    start = TOLD.index("  - id: announce")
    again = TOLD[start : TOLD.index("  - {id: instruct")].replace("announce", "again")
    again = again.replace("30 分钟", "1 小时")
    assert keys(TOLD.replace("comfort:", f"{again}comfort:"), "E04") == []


def test_a_limit_that_runs_from_another_event_says_nothing_of_it() -> None:
    text = TOLD.replace("from: outage-found\ncontacts", "contacts")
    assert keys(text.replace("at: 30 分钟", "at: 45 分钟"), "E04") == []


def test_who_has_a_first_message_is_sent_it() -> None:
    silent = TOLD.replace("    message: outage-customers\n", "")
    assert keys(silent, "E04") == ["untold"]
    mute = silent.replace(", message: outage-staff}", "}")
    [one] = found(mute, "E04")
    assert "断网公告" in message(one, "zh")
    assert "断网口径" in message(one, "zh")
    start = TOLD.index("  - id: announce")
    action = TOLD[start : TOLD.index("  - {id: instruct")]
    moved = TOLD.replace(action, "").replace("comfort:", f"later:\n{action}comfort:")
    assert keys(moved.replace("at: 30 分钟", "at: 2 小时"), "E04") == ["told-late"]


def test_a_limit_that_two_playbooks_miss_is_told_once() -> None:
    start = TOLD.index("--- standards/outage.yaml")
    other = TOLD[start:].replace("id: outage", "id: cable").replace("outage.yaml", "cable.yaml")
    [one] = found((TOLD + other).replace("within: 30 分钟", "within: 20 分钟"), "E04")
    assert (one.key, one.position.file) == ("many-late", "standards/limit.yaml")
    assert len(one.related) == 2


def test_the_first_hour_has_actions_of_the_first_hour() -> None:
    assert keys(changed(sample.FIRST_HOUR, "first_hour: []\n"), "E04") == ["empty"]
    later = "later: [{id: soon, at: 60 分钟, do: 看, accountable: shift-leader}]\ncomfort:"
    assert keys(changed("comfort:", later), "E04") == ["within-hour"]


# —— E05: the templates ——


def test_two_stages_missing_are_one_finding_that_names_both() -> None:
    text = FULL.replace("outage-authority, outage-media]", "outage-authority]").replace(
        "outage-staff, outage-authority", "outage-authority"
    )
    [one] = found(text, "E05")
    assert one.key == "missing"
    assert "首报（一线）、首报（媒体）" in message(one, "zh")


def test_what_goes_out_says_when_the_next_news_comes() -> None:
    bare = FULL.replace("    next_update: 续报时刻\n", "")
    assert keys(bare, "E05") == ["no-next"]
    assert keys(FULL.replace("next_update: 续报时刻", "next_update: 下次"), "E05") == ["no-blank"]
    assert keys(FULL.replace("，【?续报时刻】续报", ""), "E05") == ["no-blank"]


# —— E07: the end ——


def test_an_emergency_ends() -> None:
    endless = changed("stand_down: [全部恢复, 恢复短信发完]", "stand_down: []")
    assert keys(endless, "E07") == ["endless"]
    stubs = changed("stand_down: [全部恢复, 恢复短信发完]", "stand_down: [无, 待定。]")
    assert keys(stubs, "E07") == ["endless"]


@pytest.mark.parametrize("said", ["无", "「暂无」", "N/A", "—", "待定……"])
def test_what_starts_a_response_again_is_said(said: str) -> None:
    [one] = found(changed("reopen: 同一地区再次中断", f"reopen: {said}"), "E07")
    assert one.key == "never-again"
    assert said in message(one, "zh")
    below = changed(
        "    commander: shift-leader\n    gathers: 全体到指挥席\n",
        "    commander: shift-leader\n    gathers: 全体\n    ended_by: hotline-agent\n",
    )
    assert keys(below, "E07") == ["below"]
    assert keys(below.replace("ended_by: hotline-agent", "ended_by: shift-leader"), "E07") == []


def test_the_review_has_a_limit_of_time() -> None:
    other = "--- standards/count.yaml\nkind: limit\nid: people\ntitle: 人数\nvalue: 5 人\n"
    text = other + changed("【after-action-due】内", "【people】到场，")
    assert keys(text, "E07") == ["no-time"]
    unknown = changed("【after-action-due】", "【no-such-limit】")
    assert keys(unknown, "E07") == []
    assert found(unknown, "R01")
    assert (
        keys(changed("【after-action-due】", "【people】【after-action-due】") + other, "E07") == []
    )


# —— E08: the drills (judged on 2026-06-01) ——


@pytest.mark.parametrize(
    ("drilled", "level", "expected"),
    [
        ("2025-12-01", "level-1", []),
        ("2025-11-30", "level-1", ["overdue"]),
        ("2025-11-30", "level-3", []),
        ("2025-06-01", "level-3", []),
        ("2025-05-31", "level-4", ["overdue"]),
    ],
)
def test_high_levels_are_drilled_every_six_months(
    drilled: str, level: str, expected: list[str]
) -> None:
    ladder = (
        "--- standards/levels.yaml\nkind: taxonomy\nid: response-level\ntitle: 级别\nmembers:\n"
    )
    ladder += "".join(f"  - {{id: level-{at}, title: {at}级}}\n" for at in (1, 2, 3, 4))
    text = sample.PLAYBOOK.replace("level-1", level).replace("level-2", "level-4")
    text = changed(sample.DRILLED, f"drilled: {drilled}\n", text)
    findings = found(ladder + text, "E08")
    assert [one.key for one in findings] == expected
    assert all(one.severity is Severity.WARNING for one in findings)


def test_a_playbook_that_was_never_drilled_is_told() -> None:
    assert keys(changed(sample.DRILLED, ""), "E08") == ["never"]


@pytest.mark.parametrize(("drilled", "said"), [("2026-06-01", []), ("2026-06-02", ["to-come"])])
def test_a_drill_has_been_held(drilled: str, said: list[str]) -> None:
    text = changed(sample.DRILLED, f"drilled: {drilled}\n")
    findings = found(text, "E08")
    assert [one.key for one in findings] == said
    assert all(one.severity is Severity.WARNING for one in findings)


def test_the_interval_is_one_for_its_level_and_its_programme_comes_as_often() -> None:
    limit = """\
--- standards/interval.yaml
kind: limit
id: drill-interval
title: 演练间隔
value: 6 个月
applies: {levels: [level-1]}
--- standards/drill.yaml
kind: programme
id: drill
title: 断网演练
sort: drill
aim: 练熟
every: 6 个月
lead: shift-leader
activities: [{id: run, do: 走一遍, by: shift-leader, due: 每次, result: 记录}]
"""
    text = limit + changed(
        sample.DRILLED, f"{sample.DRILLED}drill: drill\ndrill_every: drill-interval\n"
    )
    assert keys(text, "E08") == []
    assert keys(text.replace("levels: [level-1]", "levels: [level-2]"), "E08") == ["other-level"]
    assert keys(text.replace("every: 6 个月", "every: 200 日"), "E08") == ["seldom"]
    assert keys(text.replace("every: 6 个月", "every: 180 日"), "E08") == []


# —— E09: the calls ——


def test_all_calls_fit_into_the_time_for_the_command() -> None:
    # Two calls of five minutes each fill the ten minutes there are.
    assert keys(CALLS, "E09") == []
    assert keys(CALLS.replace("within: 10 分钟", "within: 9 分钟"), "E09") == ["calls"]
    assert keys(CALLS.replace("within: 10 分钟", "within: 1 小时"), "E09") == []
    # What is counted in days has no sum in minutes.
    assert keys(CALLS.replace("within: 10 分钟", "within: 1 日"), "E09") == []


@pytest.mark.parametrize(
    ("times", "expected"), [("2 级", []), ("3 级", ["product"]), ("2.5 级", [])]
)
def test_a_limit_taken_several_times_fits_the_whole(times: str, expected: list[str]) -> None:
    limits = f"""\
--- standards/waits.yaml
kind: limit
items:
  - {{id: depth, title: 通讯录级数, value: {times}}}
  - id: wait
    title: 呼叫等候
    value: 5 分钟
    fits: {{times: depth, into: command-ready}}
"""
    assert keys(limits + CALLS, "E09") == expected


def test_one_post_has_one_backup_in_all_playbooks() -> None:
    roles = """\
--- standards/director.yaml
kind: role
id: director
title: 主任
unit: service-department
rank: 3
mission: 总负责
duties: [指挥]
--- standards/agent.yaml
kind: role
id: hotline-agent
title: 热线客服代表
unit: service-department
rank: 1
reports_to: shift-leader
deputies: [director]
mission: 接好每一个来电
duties: [接听来电]
"""
    other = sample.PLAYBOOK.replace("id: outage", "id: cable").replace("outage.yaml", "cable.yaml")
    third = sample.PLAYBOOK.replace("id: outage", "id: storm").replace("outage.yaml", "storm.yaml")
    other = changed("backup: shift-leader", "backup: director", other)
    [one] = found(roles + sample.PLAYBOOK + other + third, "E09")
    assert (one.key, one.severity) == ("two-backups", Severity.WARNING)
    # Who is said to stand in for himself is R07's, and sets no usage.
    alone = changed("backup: shift-leader", "backup: hotline-agent")
    later = changed("backup: shift-leader", "backup: director", third)
    assert keys(roles + alone + later, "E09") == []
    assert one.position.file == "standards/cable.yaml"


def test_a_playbook_calls_somebody() -> None:
    assert keys(changed(sample.CONTACTS, "contacts: []\n"), "E09") == ["nobody"]


def test_what_no_playbook_keeps_is_wrong_with_their_common_limit() -> None:
    start = CALLS.index("--- standards/outage.yaml")
    other = CALLS[start:].replace("id: outage", "id: cable").replace("outage.yaml", "cable.yaml")
    [one] = found((CALLS + other).replace("within: 10 分钟", "within: 9 分钟"), "E09")
    assert (one.key, one.position.file) == ("many-calls", "standards/ready.yaml")
    assert "2 份预案" in message(one, "zh")
    assert len(one.related) == 2


# —— E10: what is replaced ——


def surge(old: str, new: str) -> list[str]:
    return keys(changed(old, new, SURGE), "E10")


def test_an_emergency_norm_replaces_or_upholds_something() -> None:
    assert surge("replaces: [greet]", "upholds: [greet]") == []
    assert surge("      replaces: [greet]\n", "") == ["unsaid"]
    block = "    surge:\n      replaces: [greet]\n      until: response-ended\n"
    assert surge(block, "") == ["everyday"]
    assert surge("surge: [surge-greet]\n", "") == ["unused"]
    [empty] = found(changed("      replaces: [greet]", "      replaces: []", SURGE), "E10")
    assert SURGE.split("\n")[empty.position.line] == "      replaces: [greet]"


def test_an_everyday_norm_is_told_of_where_the_one_playbook_names_it() -> None:
    text = changed("surge: [surge-greet]", "surge: [surge-greet, greet]", SURGE)
    [one] = [one for one in found(text, "E10") if one.key == "everyday"]
    assert one.position.file == "standards/outage.yaml"
    other = sample.PLAYBOOK.replace("id: outage", "id: cable").replace("outage.yaml", "cable.yaml")
    other = other.replace("stand_down:", "surge: [surge-greet, greet]\nstand_down:")
    [one] = [one for one in found(text + other, "E10") if one.key == "everyday"]
    assert one.position.file == "standards/norms.yaml"


def test_it_replaces_what_holds_where_it_holds() -> None:
    assert surge("replaces: [greet]", "replaces: [surge-greet]") == ["itself"]
    assert surge("replaces: [greet]", "replaces: [nothing]") == []
    first = SURGE.index("binds: {roles: [hotline-agent]}")
    elsewhere = SURGE[:first] + SURGE[first:].replace("hotline-agent", "shift-leader", 1)
    assert keys(elsewhere, "E10") == ["elsewhere"]
    red = SURGE.replace("    check: [每月看录像]", "    red_line: 是\n    check: [每月看录像]")
    assert keys(red, "E10") == ["red-line"]


def test_the_norms_of_a_playbook_agree_on_what_stays_and_when_they_end() -> None:
    start = SURGE.index("  - id: surge-greet")
    second = SURGE[start : SURGE.index("--- standards/outage.yaml")]
    second = second.replace("surge-greet", "surge-other").replace("replaces:", "upholds:")
    both = changed("--- standards/outage.yaml", f"{second}--- standards/outage.yaml", SURGE)
    both = both.replace("surge: [surge-greet]", "surge: [surge-greet, surge-other]")
    assert keys(both, "E10") == ["both"]
    apart = both.replace(
        "upholds: [greet]\n      until: response-ended", "until: response-reviewed"
    )
    assert sorted(keys(apart, "E10")) == ["ends-apart", "unsaid"]
    # Of three, the one that ends at another time, be it the first.
    third = second.replace("surge-other", "surge-third").replace("upholds:", "replaces:")
    three = both.replace("--- standards/outage.yaml", f"{third}--- standards/outage.yaml")
    three = three.replace("surge-other]", "surge-other, surge-third]")
    three = three.replace("until: response-ended", "until: response-reviewed", 1)
    [one] = [one for one in found(three, "E10") if one.key == "ends-apart"]
    assert "应急时先答专程来问的人" in str(one.arguments["title"])
    assert str(one.arguments["event"]) == "复盘完成"
    at_once = changed("about: 一片地区的客户断网", "about: 断网\nfrom: response-ended", SURGE)
    assert keys(at_once, "E10") == ["at-once"]


# —— E11: one voice ——


def test_an_action_sends_the_statement_that_the_playbook_holds() -> None:
    other = sample.FOR_MEDIA.replace("outage-media", "outage-desk").replace("media", "frontline")
    text = FULL.replace(sample.FOR_MEDIA, sample.FOR_MEDIA + other)
    text = text.replace("message: outage-staff", "message: outage-desk")
    assert keys(text, "E11") == ["other-statement"]


def test_staff_can_tell_which_statement_they_read() -> None:
    assert keys(FULL.replace("    marks: [版次]\n", ""), "E11") == ["unmarked"]
    assert keys(FULL.replace("marks: [版次]", "marks: [版次, 编号]"), "E11") == ["no-blank"]
    start = FULL.index("--- standards/outage.yaml")
    later = sample.TEMPLATES.split("items:\n")[1].split("  - id: outage-authority")[0]
    later = later[later.index("  - id: outage-staff") :].replace("outage-staff", "cable-staff")
    later = later.replace("marks: [版次]", "marks: [编号]").replace("【?版次】", "【?编号】")
    other = FULL[start:].replace("id: outage\n", "id: cable\n").replace("outage.yaml", "cable.yaml")
    other = other.replace("outage-staff", "cable-staff")
    third = FULL[start:].replace("id: outage\n", "id: storm\n").replace("outage.yaml", "storm.yaml")
    text = f"{FULL[:start]}{later}{FULL[start:]}{other}{third}"
    [one] = found(text, "E11")
    assert one.key == "fewer-marks"
    assert "“断网口径”没有写“版次”" in message(one, "zh")


def test_one_post_speaks_to_the_media() -> None:
    speak = "  - {{id: {0}, at: 1 小时, do: 答, accountable: {1}, message: outage-media}}\n"
    lines = "".join(
        speak.format(name, post)
        for name, post in (("a", "shift-leader"), ("b", "shift-leader"), ("c", "hotline-agent"))
    )
    [one] = found(FULL.replace("comfort:", f"{lines}comfort:"), "E11")
    assert (one.key, one.severity) == ("two-speakers", Severity.WARNING)
    assert "热线客服代表" in message(one, "zh")


# —— odd corpora ——


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("event_class: accident", "event_class: nothing"),
        ("level: level-1", "level: nothing"),
        ("role: hotline-agent", "role: nobody"),
        ("backup: shift-leader", "backup: nobody"),
        (sample.CONTACTS, "contacts: []\n"),
        (sample.RESPONSES, "responses: []\n"),
        (sample.MESSAGES, "messages: [nothing, nothing]\n"),
        ("stand_down: [全部恢复", "surge: [nothing]\nstand_down: [全部恢复"),
        ("signs:", "ready: nothing\nsigns:"),
        ("drilled:", "drill_every: nothing\ndrill: nothing\ndrilled:"),
        ("    do: 宣布响应", "    message: nothing\n    do: 宣布响应"),
        ("about: 一片", "from: nothing\nabout: 一片"),
    ],
)
def test_no_odd_corpus_brings_a_rule_down(old: str, new: str) -> None:
    text = changed(old, new)
    findings = run_example(Example(text)).findings
    assert not [one for one in findings if one.code == "X04"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("event_class: accident", "event_class: nothing"),
        ("    grade: ordinary\n", "    grade: nothing\n"),
        ("  - grade: ordinary\n", "  - grade: nothing\n"),
        ("message: outage-customers", "message: nothing"),
        ("outage-media]", "nothing]"),
        ("drilled: 2026-05-01", "drilled: 2020-05-01\ndrill_every: nothing"),
    ],
)
def test_an_unknown_reference_leads_to_nothing_else(old: str, new: str) -> None:
    findings = run_example(Example(changed(old, new, FULL))).findings
    # The message that is no longer sent is used by nobody.
    assert {one.code for one in findings} <= {"R01", "R02"}
    assert [one.code for one in findings].count("R01") == 1


@pytest.mark.parametrize(
    "taxonomy", ["event-class", "event-grade", "response-level", "warning-colour", "message-stage"]
)
def test_an_empty_or_missing_taxonomy_brings_no_rule_down(taxonomy: str) -> None:
    empty = f"--- standards/odd.yaml\nkind: taxonomy\nid: {taxonomy}\ntitle: 空\nmembers: []\n"
    other = empty.replace("kind: taxonomy", "kind: term").replace("members: []", "means: 空")
    for odd in (empty, other):
        findings = run_example(Example(odd + FULL.replace("message-stage", "stages"))).findings
        assert not [one for one in findings if one.code == "X04"]


def test_nothing_was_drilled_after_the_last_drill() -> None:
    plan = (
        "--- standards/drill.yaml\nkind: programme\nid: drill\ntitle: 演练计划\nsort: drill\n"
        "aim: 练熟\nevery: 6 个月\nlead: service-department\nactivities: []\nlast: {last}\n"
    )
    drilled = changed(sample.DRILLED, "drilled: 2026-03-10\ndrill: drill\n")
    assert keys(drilled + plan.format(last="2026-03-10"), "E08") == []
    assert keys(drilled + plan.format(last="2026-04-10"), "E08") == []
    assert keys(drilled + plan.format(last="2026-03-09"), "E08") == ["unheld"]
