"""The steps of procedures: what T01–T06, T09 and T20 say of odd corpora, and what they leave."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example, Finding, Sayable, Wording

OURS = frozenset({"T01", "T02", "T03", "T04", "T05", "T06", "T09", "T20", "X04"})


def found(*files: str) -> list[Finding]:
    """What these rules find in some files, which are named 0, 1, 2 …"""
    text = "".join(f"--- standards/{at}.yaml\n{file}" for at, file in enumerate(files))
    return [one for one in run_example(Example(text)).findings if one.code in OURS]


def said(*files: str) -> list[tuple[str, str, int]]:
    """The codes and keys, each with the line where it points."""
    return [(one.code, one.key, one.position.line) for one in found(*files)]


def codes(*files: str) -> list[str]:
    return [one.code for one in found(*files)]


def limit(
    within: str = "3 个工作日", *more: str, name: str = "complaint-answer", **ends: str
) -> str:
    start, end = ends.get("start", "complaint-received"), ends.get("end", "complaint-answered")
    calendar = ends.get("calendar", "office")
    lines = [f"within: {within}", f"from: {start}", f"to: {end}", f"calendar: {calendar}", *more]
    return f"kind: limit\nid: {name}\ntitle: 投诉答复\n" + "".join(f"{one}\n" for one in lines)


def event(name: str) -> str:
    return f"kind: event\nid: {name}\ntitle: 派单\nhappens: 工单派出的时刻\nevidence: 工单字段\n"


def procedure(*steps: str, **more: str) -> str:
    """Steps written ``id, key: value, …``; one line each."""
    lines = [f"{name}: {value}\n" for name, value in more.items()]
    head = "kind: procedure\nid: handling\ntitle: 投诉处理\nabout: 客户提出投诉\n"
    return head + "".join(lines) + "steps:\n" + "".join(map(step, steps))


def step(text: str) -> str:
    name, _, rest = text.partition(", ")
    lane = "" if "lane:" in rest else "lane: backstage, by: hotline-agent, "
    return f"  - {{id: {name}, title: 第{name}步, do: 办理, {lane}{rest}}}\n"


def manual(year: str) -> str:
    """With the office's calendar and one that is always open."""
    return (
        "kind: manual\nid: manual\ntitle: 规范\nlanguage: 1\noperator: 云川通信\nedition: 一\n"
        f"arranged_through: {year}\n"
        "chapters:\n  - {id: general, number: 1, title: 总, about: 总}\n"
        "calendars:\n"
        "  - {id: office, title: 行政班, hours: 周一至周五 08:30–17:30；法定节假日除外}\n"
        "  - {id: duty, title: 值班, hours: 7×24 小时}\n"
    )


PROMISE = {"promise": "complaint-answer"}


# What cannot be counted


@pytest.mark.parametrize("value", ["0.5 秒", "0.1 秒", "0.001 工作分钟"])
def test_less_than_a_second_is_no_time(value: str) -> None:
    assert said(limit(value)) == [("T01", "nothing", 4)]
    assert codes(limit(), procedure(f"a, within: {value}", **PROMISE)) == ["T01"]


@pytest.mark.parametrize("value", ["0 秒", "0 个工作日", "99999 年", "3天"])
def test_what_the_loader_refuses_is_said_once(value: str) -> None:
    assert found(limit(value)) == []
    assert found(limit(), procedure(f"a, within: {value}", **PROMISE)) == []


def test_working_time_in_a_procedure_needs_a_calendar_once() -> None:
    two = ("a, within: 1 个工作日", "b, within: 2 工作小时")
    (one,) = found(procedure(*two))
    assert (one.code, one.key, len(one.related)) == ("T01", "no-calendar", 1)
    assert codes(limit(), procedure(*two, **PROMISE)) == []
    assert codes(procedure(*two, calendar="office")) == []
    elapsed = "kind: limit\nid: complaint-answer\ntitle: 投诉答复\nwithin: 90 日\n"
    elapsed += "from: complaint-received\nto: complaint-answered\n"
    assert codes(elapsed, procedure(*two, **PROMISE)) == ["T01"]


def test_unknown_references_are_left_to_the_rule_that_says_so() -> None:
    assert codes(limit(calendar="nowhere"), procedure("a, within: 9 个工作日", **PROMISE)) == []
    assert codes(procedure("a, within: 9 个工作日", promise="nowhere")) == []
    assert codes(procedure("a, within: 9 个工作日", calendar="nowhere")) == []
    assert codes(limit(), procedure("a, limit: nowhere", **PROMISE)) == []
    astray = procedure("a, then: nowhere", "b, within: 1 日", promise_from="nowhere", **PROMISE)
    assert codes(limit(), astray) == []


def test_a_century_is_longer_than_the_calendars() -> None:
    # A limit of a century holds; steps of one are not done before the calendars end.
    assert codes(limit("99 年"), procedure("a, within: 1 日", **PROMISE)) == []
    assert said(limit(), procedure("a, within: 99 年", **PROMISE)) == [("T03", "beyond", 5)]
    assert said(limit(), procedure("a, wait: 99 年", **PROMISE)) == [("T03", "beyond", 5)]
    # What comes after the promise is no matter of its.
    later = procedure("a, within: 1 日", "b, within: 99 年", promise_to="a", **PROMISE)
    assert codes(limit(), later) == []


@pytest.mark.parametrize("year", ["1990", "2999"])
def test_a_year_outside_every_arrangement_stops_nothing(year: str) -> None:
    late = procedure("a, within: 9 个工作日", **PROMISE)
    assert "X04" not in codes(manual(year), limit(), late)
    assert "T03" in codes(manual(year), limit(), late)


def both(said: object) -> tuple[str, str]:
    """An argument as Chinese and English say it."""
    assert isinstance(said, Sayable)
    return said.say("zh"), said.say("en")


# T02


def test_waits_add_up_whoever_is_quick() -> None:
    two = ("a, wait: 30 小时, within: 1 小时", "b, handover: 30 小时, within: 1 小时")
    (one,) = found(limit("48 小时"), procedure(*two, **PROMISE))
    assert (one.code, len(one.related)) == ("T02", 3)
    assert both(one.arguments["steps"]) == ("第a步、第b步", "第a步 and 第b步")
    assert codes(limit("62 小时"), procedure(*two, **PROMISE)) == []
    # One minute less than the work needs: that is for T03 to say.
    assert codes(limit("61 小时"), procedure(*two, **PROMISE)) == ["T03"]


def test_the_quicker_way_is_enough_to_be_in_time_at_all() -> None:
    either = (
        "a, branches: [{when: 甲, to: b}, {when: 乙, to: c}]",
        "b, wait: 72 小时, then: d",
        "c, wait: 1 小时, then: d",
        "d, within: 1 小时",
    )
    assert codes(limit("48 小时"), procedure(*either, **PROMISE)) == ["T03"]
    both = ("a, parallel: {steps: [b, c], join: all, then: d}", *either[1:])
    assert codes(limit("48 小时"), procedure(*both, **PROMISE)) == ["T02"]


def test_a_wait_runs_within_a_limit_that_has_begun() -> None:
    waits = procedure(
        "a, within: 1 小时",
        "b, wait: 24 小时, limit: complaint-answer",
        starts="complaint-received",
    )
    assert said(limit("12 小时"), waits) == [("T02", "alone", 8)]
    assert said(limit("24 小时"), waits) == []
    # Where nothing of the procedure starts its clock, it starts with the step, after the wait.
    assert said(limit("12 小时"), waits.replace("starts: complaint-received\n", "")) == []


# T03


SENT = event("ticket-sent")


def test_a_limit_between_two_events_is_kept_by_the_steps_between() -> None:
    steps = (
        "a, within: 5 个工作日, ends: ticket-sent",
        "b, within: 2 个工作日",
        "c, within: 2 个工作日, ends: complaint-answered",
    )
    named = {"limits": "[complaint-answer]", "calendar": "office"}
    three = limit("3 个工作日", start="ticket-sent")
    (one,) = found(SENT, three, procedure(*steps, **named))
    assert (one.code, one.position.line, one.position.column) == ("T03", 5, 10)
    assert both(one.arguments["steps"]) == (
        "第b步（2 个工作日）、第c步（2 个工作日）",
        "第b步 (2 working days) and 第c步 (2 working days)",
    )
    assert one.arguments["remedy"] == Wording(
        "请缩短这些步骤，或者把它放宽到 4 个工作日", "Shorten them, or allow 4 working days"
    )
    assert codes(SENT, limit("4 个工作日", start="ticket-sent"), procedure(*steps, **named)) == []


def test_the_limit_of_its_own_last_step_is_kept_by_definition() -> None:
    steps = ("a, within: 5 个工作日", "b, limit: complaint-answer, ends: complaint-answered")
    named = {"limits": "[complaint-answer]", "calendar": "office", "starts": "complaint-received"}
    assert codes(limit(), procedure(*steps, **named)) == []


def test_a_limit_for_some_cases_only_is_no_sum_of_steps() -> None:
    steps = ("a, within: 5 个工作日, ends: complaint-answered",)
    named = {"limits": "[complaint-answer]", "calendar": "office", "starts": "complaint-received"}
    assert codes(limit(), procedure(*steps, **named)) == ["T03"]
    assert (
        codes(limit("3 个工作日", "population: share", "share: 80%"), procedure(*steps, **named))
        == []
    )
    assert codes(limit("3 个工作日", "bound: at-least"), procedure(*steps, **named)) == []


def test_a_promise_that_is_named_among_the_limits_too_is_broken_once() -> None:
    steps = ("a, within: 5 个工作日, ends: complaint-answered",)
    both = {"limits": "[complaint-answer]", "starts": "complaint-received", **PROMISE}
    assert codes(limit(), procedure(*steps, **both)) == ["T03"]


def test_its_own_calendar_counts_the_steps_of_a_procedure() -> None:
    # Nine hours at any hour of the day or night, and three working days of the office.
    always = limit("27 工作小时", calendar="duty")
    steps = ("a, within: 9 工作小时",)
    assert codes(manual("2026"), always, procedure(*steps, **PROMISE)) == []
    own = procedure(*steps, calendar="office", **PROMISE)
    assert codes(manual("2026"), always, own) == ["T03"]


# T04 and T05


FORK = "a, parallel: {steps: [b, c], join: all, then: d}"


@pytest.mark.parametrize(
    ("b", "c", "key"),
    [
        ("b", "c, then: e", "elsewhere"),
        ("b, branches: [{when: 甲, to: d}, {when: 乙, ends_with: 完}]", "c", "ends"),
        ("b, branches: [{when: 甲, to: d}, {when: 乙, to: e}]", "c", "elsewhere"),
        ("b, then: c", "c", "crosses"),
    ],
)
def test_a_branch_that_may_miss_the_joint_is_found(b: str, c: str, key: str) -> None:
    assert [(one.code, one.key) for one in found(procedure(FORK, b, c, "d", "e"))] == [("T04", key)]


def test_branches_that_come_to_the_joint_by_detours_are_sound() -> None:
    detour = (
        "a, parallel: {steps: [b, c], join: all, then: f}",
        "b, branches: [{when: 甲, to: d}, {when: 乙, to: f}]",
        "c, parallel: {steps: [e, g], join: all, then: f}",
        "d, then: f",
        "e",
        "g",
        "f, branches: [{when: 完, ends_with: 完}]",
    )
    assert codes(procedure(*detour)) == []


@pytest.mark.parametrize(
    ("steps", "key"), [("[b, b]", "twice"), ("[a, b]", "itself"), ("[b, d]", "joint")]
)
def test_what_may_not_run_side_by_side(steps: str, key: str) -> None:
    fork = f"a, parallel: {{steps: {steps}, join: all, then: d}}"
    assert [(one.code, one.key) for one in found(procedure(fork, "b", "c", "d"))] == [("T04", key)]


@pytest.mark.parametrize(
    ("b", "key"),
    [
        ("b, then: a", "back"),
        ("b, then: b", "itself"),
        ("b, branches: [{when: 甲, to: a}, {when: 乙, to: c}]", "back"),
        ("b, parallel: {steps: [c], join: all, then: a}", "back"),
        ("b, parallel: {steps: [a, c], join: all, then: d}", "back"),
        ("b, repeat: {to: a, when: 甲, max: 0 次}", "times"),
        ("b, repeat: {to: a, when: 甲, max: 1.5 次}", "times"),
        ("b, repeat: {to: c, when: 甲, max: 2 次}", "forward"),
    ],
)
def test_a_way_back_needs_a_bound(b: str, key: str) -> None:
    steps = ("a, within: 1 小时", b, "c", "d")
    lines = [(one.code, one.key) for one in found(limit(), procedure(*steps, **PROMISE))]
    assert lines == [("T05", key)]


def test_a_step_may_be_done_again_itself_or_from_an_earlier_one() -> None:
    steps = (
        "a, repeat: {to: a, when: 甲, max: 3 次}",
        "b, repeat: {to: a, when: 甲, max: 1,000,000 次}",
    )
    assert codes(procedure(*steps)) == []


# T06


@pytest.mark.parametrize(
    ("b", "line"),
    [
        ("b, lane: customer", "cap（客户最长用时）、default（到期默认）"),
        ("b, lane: customer, cap: 3 日", "default（到期默认）"),
        ("b, lane: customer, default: 结束", "cap（客户最长用时）"),
        ("b, cap: 3 日", "default（到期默认）"),
        ("b, cap_by: complaint-answer", "default（到期默认）"),
    ],
)
def test_what_waits_for_the_customer_needs_an_end(b: str, line: str) -> None:
    (one,) = found(procedure("a", b))
    assert (one.code, one.key, str(one.arguments["fields"])) == ("T06", "endless", line)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("value: 4 日", ["T03"]),
        ("value: 2 日", []),
        # By the limit's own calendar: one that is always open has no holidays. A case of the eve of
        # National Day is due when the office opens again; the second working day comes after.
        ("within: 2 个工作日, from: sent, to: brought, calendar: duty", []),
        ("within: 2 个工作日, from: sent, to: brought, calendar: office", ["T03"]),
        # No time at all bounds nobody; nor does a limit that is not there (R01).
        ("value: 3 次", []),
        ("id: another", []),
    ],
)
def test_the_customer_may_take_as_long_as_a_limit_says(own: str, expected: list[str]) -> None:
    name = "" if own.startswith("id:") else "id: wait, "
    waits = f"kind: limit\nitems:\n  - {{{name}title: 等客户, {own}}}\n"
    if not name:
        waits = waits.replace("}", ", value: 1 日}")
    steps = ("a, within: 1 小时", "b, lane: customer, cap_by: wait, default: 结束")
    files = (limit("4 日"), waits, manual("2026"), event("sent"), event("brought"))
    assert codes(*files, procedure(*steps, **PROMISE)) == expected


def test_the_customer_may_take_any_time_before_a_clock_runs() -> None:
    steps = ("a, lane: customer", "b, within: 1 小时, ends: complaint-answered")
    assert codes(procedure(*steps)) == []
    assert codes(limit(), procedure(*steps, promise_from="b", **PROMISE)) == []
    assert codes(limit(), procedure(*steps, **PROMISE)) == ["T06"]
    begun = {"limits": "[complaint-answer]", "starts": "complaint-received"}
    assert codes(limit(), procedure(*steps, **begun)) == ["T06"]
    assert codes(procedure("b", "a, lane: customer")) == ["T06"]


def test_a_pause_that_the_customer_is_not_told_of_is_found() -> None:
    pause = "pauses: [{{id: p, reason: 等材料, cap: 5 日, granted_by: shift-leader, told: {}}}]"
    assert said(limit("3 个工作日", pause.format("否")))[0][:2] == ("T06", "untold")
    assert said(limit("3 个工作日", pause.format("是"))) == []


# T09


REASONS = (
    "kind: taxonomy\nid: extension-reason\ntitle: 延期理由\nmembers:\n"
    "  - {id: site-visit, title: 需上门查验}\n"
)
WHOLE = "add: 1 个工作日, times: {}, reasons: [site-visit], granted_by: {}, notice: before-deadline"


def extended(text: str) -> str:
    return limit("3 个工作日", f"extension: {{{text}}}")


def test_everything_that_an_extension_leaves_open_is_one_finding() -> None:
    (one,) = found(extended(""))
    assert (one.code, one.key) == ("T09", "unsaid")
    _, fields = both(one.arguments["fields"])
    for name in ("add", "times", "reasons", "granted_by", "notice"):
        assert name in fields
    assert "granted_own_by" not in fields


@pytest.mark.parametrize("times", ["0 次", "1.5 次"])
def test_an_extension_is_granted_a_whole_number_of_times(times: str) -> None:
    text = extended(WHOLE.format(times, "shift-leader"))
    assert [(one.code, one.key) for one in found(REASONS, text)] == [("T09", "times")]


def test_nobody_extends_the_own_deadline() -> None:
    answer = procedure("a, within: 1 小时, ends: complaint-answered", **PROMISE)
    mine = WHOLE.format("1 次", "hotline-agent")
    (one,) = found(REASONS, extended(mine), answer)
    assert (one.code, one.key, one.related[0].position.file) == (
        "T09",
        "itself",
        "standards/2.yaml",
    )
    assert codes(REASONS, extended(f"{mine}, granted_own_by: shift-leader"), answer) == []
    assert codes(REASONS, extended(f"{mine}, granted_own_by: hotline-agent"), answer) == ["T09"]
    assert codes(REASONS, extended(WHOLE.format("1 次", "shift-leader")), answer) == []
    # What the granter does itself, somebody else grants; the cases of others stay the granter's.
    senior = answer.replace("by: hotline-agent", "by: shift-leader")
    both = WHOLE.format("1 次", "hotline-agent") + ", granted_own_by: shift-leader"
    (below,) = found(REASONS, extended(both), answer, senior.replace("id: handling", "id: two"))
    assert (below.key, below.arguments["post"]) == ("below", "班长")
    # In a procedure that does not name the limit it is another clock.
    other = procedure("a, within: 1 小时, ends: complaint-answered")
    assert codes(REASONS, extended(mine), other) == []


# T20


def law(value: str = "10 日", *more: str) -> str:
    lines = "".join(f"    {one}\n" for one in more)
    return (
        "kind: regulation\nid: rules\ntitle: 办法\nshort: 办法\nissuer: 主管部门\nabout: 答复\n"
        "editions:\n  - {id: first, title: 公布, effective: 2016-07-30}\n"
        "articles:\n  - {id: a9, number: 第九条, edition: first, says: 答复, verification: V1}\n"
        "floors:\n  - id: answer\n    title: 答复\n    article: a9\n    measure: maximum\n"
        f"    value: {value}\n    from: complaint-received\n    to: complaint-answered\n"
        + (lines or "    verification: V1\n")
    )


CASE = ("a, within: 3 个工作日", "b, within: 5 个工作日, ends: complaint-answered")
OUTSIDE = {"starts": "complaint-received", "calendar": "office", "law": "[rules.a9]"}


def test_internal_hops_are_held_to_the_law_where_nothing_is_promised() -> None:
    (one,) = found(law(), procedure(*CASE, **OUTSIDE))
    assert (one.code, one.severity) == ("T20", "E")
    # Eight working days take at most 19 calendar days in 2026, over the Spring Festival.
    assert found(law("30 日"), procedure(*CASE, **OUTSIDE)) == []
    assert one.arguments["days"] == 19


def test_a_promise_that_names_the_floor_speaks_for_the_steps() -> None:
    promise = limit("9 个工作日", "floor: rules.answer")
    assert "T20" not in codes(law(), promise, procedure(*CASE, **OUTSIDE, **PROMISE))


def test_a_figure_of_the_law_that_is_still_to_be_checked_only_warns() -> None:
    (one,) = found(law("10 日", "verification: MEM"), procedure(*CASE, **OUTSIDE))
    assert (one.code, one.severity) == ("T20", "W")


def test_what_does_not_bind_the_company_or_these_cases_is_left() -> None:
    other = law("10 日", "verification: V1", "owed_to: other")
    assert found(other, procedure(*CASE, **OUTSIDE)) == []
    assert found(law(), procedure(*CASE, calendar="office", law="[rules.a9]")) == []


def handling(name: str, *steps: str) -> str:
    """A procedure of its own id under the promise."""
    text = procedure(*steps, promise="complaint-answer", calendar="office")
    return text.replace("id: handling", f"id: {name}").replace("投诉处理", f"处理{name}")


TWO_DAYS = ("a, within: 1 个工作日", "b, within: 1 个工作日, ends: complaint-answered")


def test_a_slip_in_a_limit_that_many_keep_is_one_finding_with_what_was_meant() -> None:
    both = handling("one", *TWO_DAYS), handling("two", *TWO_DAYS)
    assert found(limit("3 个工作日"), *both) == []
    (one,) = found(limit("3 小时"), *both)
    assert (one.code, one.key, one.position.line) == ("T03", "slip", 4)
    assert one.suggestion
    assert one.suggestion.text == "3 个工作日"
    assert [place.position.file for place in one.related if "/0." not in place.position.file] == [
        "standards/1.yaml",
        "standards/2.yaml",
    ]


def test_of_a_single_procedure_the_procedure_is_told() -> None:
    (one,) = found(limit("3 小时"), handling("one", *TWO_DAYS))
    assert (one.key, one.position.file) == ("exceeds", "standards/1.yaml")


def test_a_slip_in_the_time_of_a_step_that_many_take_is_found_there() -> None:
    own = limit(
        "3 个月", name="checking", start="ticket-sent", end="complaint-answered", calendar="office"
    ).replace("title: 投诉答复", "title: 核查")
    steps = ("a, limit: checking", "b, within: 1 个工作日, ends: complaint-answered")
    other = limit("5 个工作日", name="second")
    second = handling("two", *steps).replace("promise: complaint-answer", "promise: second")
    both = handling("one", *steps), second, other
    right = own.replace("3 个月", "3 个工作日")
    assert found(SENT, limit("5 个工作日"), right, *both) == []
    (one,) = found(SENT, limit("5 个工作日"), own, *both)
    assert (one.key, one.position.file, one.position.line) == (
        "slip-of-step",
        "standards/2.yaml",
        4,
    )
    assert one.suggestion
    assert one.suggestion.text == "3 个工作日"


def test_working_days_by_a_calendar_that_never_rests_are_told_of_the_calendar() -> None:
    both = handling("one", *TWO_DAYS), handling("two", *TWO_DAYS)
    wrong = limit("3 个工作日", calendar="duty")
    (one,) = found(manual("2026"), wrong, *both)
    assert (one.key, one.position.line) == ("calendar", 7)
    assert one.suggestion
    assert one.suggestion.text == "office"


def test_a_clock_that_stops_at_the_wrong_event_is_told_by_its_title() -> None:
    wrong = limit("1 小时", end="ticket-sent")
    steps = ("a, within: 2 小时", "b, within: 2 小时, ends: ticket-sent")
    assert "T03" not in codes(SENT, wrong, handling("one", *steps))
