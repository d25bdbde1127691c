"""Metrics: what is found of their formulas, values, promises and periods, and what is left."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules.metrics.framed import example
from guifan.checks.wording import message
from guifan.findings import Example, Finding, Severity

OURS = ("K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08", "K09", "K10")
FORMULA = "formula: answered / offered × 100%\n"
ANSWERED = "  - {id: answered, title: 接通量, unit: 通, source: call-platform}\n"
OFFERED = "  - {id: offered, title: 请求量, unit: 通, source: call-platform}\n"


def found(*changes: tuple[str, str], more: str = "", metrics: str = "") -> list[Finding]:
    report = run_example(Example(example(*changes, more=more, metrics=metrics)))
    assert [one.code for one in report.findings if one.code == "X04"] == []
    for one in report.findings:
        assert "{" not in message(one, "zh-Hans") + message(one, "en")
    return [one for one in report.findings if one.code in OURS]


def said(*changes: tuple[str, str], more: str = "", metrics: str = "") -> list[tuple[str, str]]:
    return [(one.code, one.key) for one in found(*changes, more=more, metrics=metrics)]


def test_as_it_is_nothing_is_found() -> None:
    assert said() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("× 100%", "×")], [("K01", "ends")]),
        ([("× 100%", "% 100")], [("K01", "unreadable")]),
        ([("/ offered", "/ (offered")], [("K01", "unclosed")]),
        ([("/ offered", "/ called")], [("K01", "undeclared")]),
        ([(OFFERED, "")], [("K01", "undeclared")]),
        ([("title: 请求量, unit: 通", "title: 请求量")], [("K01", "no-unit")]),
        ([("title: 请求量, unit: 通", "title: 请求量, unit: 天")], [("K01", "unknown-unit")]),
        ([("通, source: call-platform}", "通}")], [("K01", "no-source")]),
        ([("请求量, unit: 通", "请求量, unit: 人")], [("K01", "gives")]),
        ([("unit: '%'", "unit: 秒")], [("K01", "other-unit")]),
        ([("target: 95%", "target: 95 秒")], [("K01", "other-unit")]),
        ([("unit: '%'", "unit: 天")], [("K01", "unknown-unit")]),
        ([("× 100%", "× 100")], [("K01", "factor")]),
        # Nothing is divided by any more, so that nothing has to be said of an empty month.
        ([("answered / offered", "1 - answered")], [("K01", "unused")]),
        ([("empty: not-counted\n", "")], [("K01", "empty")]),
        ([("/ offered", "/ (offered - offered)")], [("K01", "by-zero")]),
        ([("answered / offered", "answered / offered + offered")], [("K01", "unlike")]),
    ],
)
def test_a_formula_that_cannot_be_worked_out(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert said(*changes) == expected


@pytest.mark.parametrize(
    ("red", "warning", "target", "direction", "expected"),
    [
        ("80%", "82%", "85%", "up", []),
        ("90%", "82%", "85%", "up", [("K02", "reversed")]),
        ("85%", "84%", "83%", "up", [("K02", "turned")]),
        ("82%", "82%", "85%", "up", [("K02", "same")]),
        ("8%", "6%", "5%", "down", []),
        ("4%", "6%", "5%", "down", [("K02", "reversed")]),
        ("90‰", "6%", "50‰", "down", []),
    ],
)
def test_values_go_from_worse_to_better(
    red: str, warning: str, target: str, direction: str, expected: list[tuple[str, str]]
) -> None:
    changes = [
        ("red: 90%", f"red: {red}"),
        ("warning: 93%", f"warning: {warning}"),
        ("target: 95%", f"target: {target}"),
        ("direction: up", f"direction: {direction}"),
    ]
    assert said(*changes) == expected


@pytest.mark.parametrize(
    ("red", "warning", "target", "field"),
    [
        ("90%", "82%", "85%", "red"),
        ("80%", "79%", "85%", "warning"),
        ("80%", "86%", "85%", "warning"),
        ("80%", "82%", "70%", "target"),
        ("85%", "84%", "83%", "direction"),
    ],
)
def test_the_value_that_is_out_of_line_is_told_of(
    red: str, warning: str, target: str, field: str
) -> None:
    values = {"red": red, "warning": warning, "target": target}
    was = {"red": "90%", "warning": "93%", "target": "95%"}
    changes = [(f"{one}: {was[one]}", f"{one}: {value}") for one, value in values.items()]
    [one] = found(*changes)
    text = example(*changes).split("\n")[one.position.line]
    assert text.startswith(field)
    assert len(one.related) == len(values) - (field != "direction")


def test_an_unknown_variable_names_the_one_that_was_meant() -> None:
    [one] = found(("/ offered", "/ offers"))
    assert one.suggestion is not None
    assert (one.suggestion.text, len(one.related)) == ("offered", 1)


def test_without_a_warning_the_red_line_is_held_to_the_target() -> None:
    assert said(("warning: 93%\n", ""), ("red: 90%", "red: 96%")) == [("K02", "reversed")]


SAMPLED = (OFFERED, OFFERED.replace("}", ", sampled: 是}"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("target: 95%", "target: 120%")], [("K03", "over")]),
        # A growth is no part of a whole.
        (
            [("target: 95%", "target: 120%"), ("answered /", "(answered - offered) /")],
            [],
        ),
        ([SAMPLED], [("K03", "no-sample")]),
        ([SAMPLED, ("empty:", "sample: 200 通\nempty:")], []),
        ([SAMPLED, ("empty:", "sample: 200 件\nempty:")], [("K03", "other-unit")]),
        # One of 20 is 5%, as much as from 95% to 90%; one of 19 is more.
        ([SAMPLED, ("empty:", "sample: 20 通\nempty:")], []),
        ([SAMPLED, ("empty:", "sample: 19 通\nempty:")], [("K03", "coarse")]),
    ],
)
def test_a_target_can_be_reached_and_a_sample_tells(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert said(*changes) == expected


def limit(more: str = "", metric: str = "answer-rate") -> str:
    named = f"metric: {metric}\n" if metric else ""
    return (
        "--- standards/limit.yaml\nkind: limit\nid: complaint-answer\ntitle: 投诉答复\n"
        f"within: 72 小时\nfrom: complaint-received\nto: complaint-answered\n{named}{more}"
    )


COUNTED = [
    ("unit: '%'", "unit: 件"),
    ("unit: 通, source", "unit: 件, source"),
    (" × 100%", ""),
    ("answered / offered", "answered"),
    (OFFERED, ""),
    ("direction: up", "direction: down"),
    ("warning: 93%\n", ""),
    ("red: 90%", "red: 5 件"),
]


@pytest.mark.parametrize(
    ("changes", "more", "expected"),
    [
        ([], limit(), [("K05", "below")]),
        ([("target: 95%", "target: 100%")], limit(), []),
        ([], limit("population: share\nshare: 90%\n"), []),
        ([], limit("population: share\nshare: 92%\n"), [("K05", "silent")]),
        ([], limit("population: share\nshare: 99%\n"), [("K05", "below")]),
        # A late share of 5% is 95% in time.
        (
            [
                ("direction: up", "direction: down"),
                ("target: 95%", "target: 5%"),
                ("warning: 93%", "warning: 7%"),
                ("red: 90%", "red: 8%"),
            ],
            limit("population: share\nshare: 92%\n"),
            [],
        ),
        ([*COUNTED, ("target: 95%", "target: 0 件")], limit(), []),
        ([*COUNTED, ("target: 95%", "target: 3 件")], limit(), [("K05", "below")]),
        ([], limit(metric=""), [("K04", "unwatched")]),
        ([], limit(metric="nothing"), []),
    ],
)
def test_a_target_is_no_lower_than_the_promise(
    changes: list[tuple[str, str]], more: str, expected: list[tuple[str, str]]
) -> None:
    assert said(*changes, more=more) == expected


def test_a_mean_is_held_to_the_mean_that_is_promised() -> None:
    changes = [
        ("answered, title: 接通量, unit: 通", "answered, title: 总时长, unit: 小时"),
        (" × 100%", ""),
        ("unit: '%'", "unit: 小时"),
        ("direction: up", "direction: down"),
        ("red: 90%", "red: 90 小时"),
        ("warning: 93%", "warning: 85 小时"),
    ]
    for target, expected in (("72 小时", []), ("80 小时", [("K05", "below")])):
        values = [*changes, ("target: 95%", f"target: {target}")]
        assert said(*values, more=limit("population: mean\n")) == expected


def test_where_there_is_no_metric_no_limit_is_asked_for_one() -> None:
    report = run_example(Example(limit(metric="").removeprefix("--- standards/limit.yaml\n")))
    assert [one.code for one in report.findings if one.code in OURS] == []


SECOND = example().partition("--- standards/platform.yaml")[0].replace("answer-rate", "second")
SECOND = SECOND.replace("standards/metric.yaml", "standards/second.yaml")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("title: 接通率", "title: 接 通率")], [("K06", "name")]),
        ([("title: 接通率", "title: 应答率\nalso: [接通 率]")], [("K06", "name")]),
        (
            [
                ("title: 接通率", "title: 应答率"),
                ("answered, title: 接通量", "answered, same_as: answer-rate.answered, title: 接通"),
                ("offered, title: 请求量", "offered, same_as: answer-rate.offered, title: 请求"),
            ],
            [("K06", "formula")],
        ),
        (
            [
                ("title: 接通率", "title: 应答率"),
                ("answered, title: 接通量", "answered, same_as: answer-rate.answered, title: 接通"),
            ],
            [],
        ),
    ],
)
def test_one_name_is_one_formula(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    second = SECOND
    for old, new in changes:
        assert old in second
        second = second.replace(old, new, 1)
    assert said(more=second, metrics=", second") == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("every: 1 日", "every: 28 日")], []),
        ([("every: 1 日", "every: 1 个月")], []),
        # Over February thirty days are longer than a month.
        ([("every: 1 日", "every: 30 日")], [("K09", "judged")]),
        ([("review_every: 1 个月\n", "")], [("K09", "never-judged")]),
        ([("acted: metric-measures\n", "")], [("K09", "no-action")]),
        ([("acted: metric-measures\n", ""), ("red: 90%\n", ""), ("warning: 93%\n", "")], []),
        (
            [("window: 自然月", "window: 自然日"), ("every: 1 日", "every: 7 日")],
            [("K09", "window")],
        ),
        ([("review_every: 1 个月", "review_every: 1 日")], [("K09", "too-late")]),
        ([("acted: metric-measures", "acted: nothing")], []),
    ],
)
def test_a_metric_is_seen_before_it_is_judged(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert [one for one in said(*changes) if one[0] == "K09"] == expected


def test_a_head_that_names_too_long_a_time_to_act_is_one_fault() -> None:
    one = (
        "  - {{id: {name}, title: {title}, means: 比例, family: reliability,"
        " formula: {name}-a / {name}-b × 100%,\n     variables:"
        " [{{id: {name}-a, title: 甲{title}, unit: 通, source: call-platform}},"
        " {{id: {name}-b, title: 乙{title}, unit: 通, source: call-platform}}],\n     unit: '%',"
        " direction: up, target: 95%, warning: 93%, red: 90%, window: 自然月, every: 1 日,"
        " reported_by: shift-leader}}\n"
    )
    head = (
        "--- standards/more.yaml\nkind: metric\nempty: not-counted\nreview_every: 1 个月\n"
        "acted: {acted}\nitems:\n"
    )
    slow = "--- standards/slow.yaml\nkind: limit\nid: two-months\ntitle: 慢\nvalue: 2 个月\n"
    items = one.format(name="loss", title="漏接率") + one.format(name="wait", title="久等率")
    more = head.format(acted="two-months") + items + slow
    [only] = [one for one in found(more=more, metrics=", loss, wait") if one.code == "K09"]
    assert (only.key, only.position.file, only.position.line) == (
        "too-late-for-all",
        "standards/more.yaml",
        4,
    )
    assert {one.position.file for one in only.related} == {
        "standards/more.yaml",
        "standards/slow.yaml",
    }
    right = head.format(acted="metric-measures") + items
    assert [one for one in said(more=right, metrics=", loss, wait") if one[0] == "K09"] == []


CLASSES = (
    "--- standards/classes.yaml\nkind: taxonomy\nid: complaint-class\ntitle: 分类\n"
    "members: [{id: repeat, title: 重复, within: month-window}]\n"
    "--- standards/windows.yaml\nkind: limit\nitems:\n"
    "  - {id: month-window, title: 一月, value: 30 日}\n"
    "  - {id: week-window, title: 一周, value: 7 日}\n"
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("counts: complaint-class.repeat, within: month-window", []),
        ("counts: complaint-class.repeat, within: week-window", [("K10", "window")]),
        ("counts: complaint-class.repeat", [("K10", "window")]),
        ("counts: complaint-class.nothing", []),
        ("within: week-window", []),
        ("same_as: answer-rate.answered", [("K10", "itself")]),
        ("same_as: answer-rate.nothing", []),
        ("same_as: answer-rate.offered", []),
    ],
)
def test_what_is_counted_is_counted_in_one_way(
    written: str, expected: list[tuple[str, str]]
) -> None:
    changed = (ANSWERED, ANSWERED.replace("}", f", {written}}}"))
    assert [one for one in said(changed, more=CLASSES) if one[0] == "K10"] == expected


def test_a_class_that_is_counted_over_a_stretch_says_over_which() -> None:
    opened = CLASSES.replace(", within: month-window", "")
    count = "counts: complaint-class.repeat, within: month-window"
    windowed = (ANSWERED, ANSWERED.replace("}", f", {count}}}"))
    (only,) = [one for one in found(windowed, more=opened) if one.code == "K10"]
    assert (only.key, only.position.file) == ("open", "standards/classes.yaml")
    assert [one.position.file for one in only.related] == ["standards/metric.yaml"]
    plain = (ANSWERED, ANSWERED.replace("}", ", counts: complaint-class.repeat}"))
    assert [one for one in said(plain, more=opened) if one[0] == "K10"] == []


def test_a_repeated_count_agrees_and_does_not_lead_on() -> None:
    one = (ANSWERED, ANSWERED.replace("unit: 通", "unit: 通, same_as: answer-rate.offered"))
    circle = (OFFERED, OFFERED.replace("unit: 通", "unit: 通, same_as: answer-rate.answered"))
    assert said(one, circle) == [("K10", "further"), ("K10", "further")]
    apart = (OFFERED, OFFERED.replace("unit: 通", "unit: 次"))
    assert ("K10", "apart") in said(one, apart)


def test_a_procedure_goes_by_the_window_of_its_class() -> None:
    way = (
        "--- standards/way.yaml\nkind: procedure\nid: way\ntitle: 重复投诉\nabout: 又来\n"
        "limits: [week-window]\nsteps:\n  - {id: a, title: 查, do: 查, lane: backstage,"
        " by: hotline-agent, accountable: shift-leader}\n"
    )
    classes = CLASSES.replace("within: month-window", "within: month-window, handled_by: [way]")
    found_here = [one for one in said(more=classes + way) if one[0] == "K10"]
    assert found_here == [("K10", "procedure")]
    # The metric and the procedure agree with one another: it is the class that is wrong.
    weekly = (ANSWERED, ANSWERED.replace("}", ", counts: complaint-class.repeat}"))
    weekly = (weekly[0], weekly[1].replace("}", ", within: week-window}"))
    [one] = [one for one in found(weekly, more=classes + way) if one.code == "K10"]
    assert (one.key, one.position.file, len(one.related)) == ("class", "standards/classes.yaml", 2)


TWIN = """\
--- standards/twin.yaml
kind: metric
id: lost-rate
title: 放弃率
means: 没有通上话的比例
family: reliability
formula: lost / offered × 100%
variables:
  - {id: lost, title: 放弃量, unit: 通, source: call-platform}
  - {id: offered, title: 请求量, unit: 通, source: call-platform, means: 排队的来电}
unit: '%'
empty: not-counted
direction: down
target: 5%
window: 自然月
every: 1 日
review_every: 1 个月
acted: metric-measures
reported_by: shift-leader
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("means: 排队的来电", "same_as: answer-rate.offered", []),
        ("means: 排队的来电", "means: 排队的来电", ["namesake"]),
        (", means: 排队的来电", "", []),
        (", source: call-platform, means: 排队的来电", ", source: rota-system", []),
        ("title: 请求量", "title: 排队量", []),
    ],
)
def test_two_counts_of_one_name_say_that_they_are_the_same(
    old: str, new: str, expected: list[str]
) -> None:
    more = TWIN.replace(old, new)
    here = [one for one in found(more=more, metrics=", lost-rate") if one.code == "K10"]
    assert [one.key for one in here] == expected
    assert all(one.severity is Severity.WARNING for one in here)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("reported_by", "mutual: [service-department]\nreported_by")], [("K08", "itself")]),
        (
            [("reported_by", "mutual: [hotline-agent, hotline-agent]\nreported_by")],
            [("K08", "twice")],
        ),
        ([("reported_by", "interlocks: [answer-rate]\nreported_by")], [("K08", "own")]),
        ([("reported_by", "interlocks: [nothing]\nreported_by")], []),
    ],
)
def test_who_shares_a_metric_is_somebody_else(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert said(*changes) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("target: 95%", "target: 95%"), []),
        (("target: 95%", "target: 97%"), [("K08", "target")]),
        (("interlocks: [answer-rate]\n", ""), [("K08", "one-sided")]),
    ],
)
def test_interlocked_metrics_aim_alike(
    change: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    second = SECOND.replace("title: 接通率", "title: 应答率")
    second = second.replace("reported_by", "interlocks: [answer-rate]\nreported_by")
    assert change[0] in second
    second = second.replace(*change)
    first = ("reported_by", "interlocks: [second]\nreported_by")
    assert said(first, more=second, metrics=", second") == expected


def test_a_metric_that_only_one_names_need_not_agree() -> None:
    second = SECOND.replace("title: 接通率", "title: 应答率").replace("target: 95%", "target: 97%")
    first = ("reported_by", "interlocks: [second]\nreported_by")
    found_here = said(first, more=second, metrics=", second")
    assert found_here == [("K08", "one-sided")]


def test_a_metric_that_counters_itself_is_told_of_there() -> None:
    quick = ("family: reliability", "family: efficiency\ncounter: [answer-rate]")
    [one] = [one for one in found(quick) if one.code == "K07"]
    assert example(quick).split("\n")[one.position.line].startswith("counter:")


def weights(row: str = "metric: answer-rate", title: str = "接通率") -> str:
    return (
        "--- standards/weights.yaml\nkind: matrix\nid: weights\ntitle: 权重表\nsort: weights\n"
        f"about: 怎样算\nrows: [{{id: first, title: {title}, {row}}}]\n"
        "columns: [{id: agent, title: 客服代表, role: hotline-agent}]\n"
        "cells: [{row: first, column: agent, says: 100%}]\n"
    )


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (weights(), []),
        (weights("metric: nothing"), []),
        (weights("dimension: reliability"), [("K10", "no-metric")]),
        (weights(title="接听率"), [("K10", "other-name")]),
        (weights(title="应答率"), []),
    ],
)
def test_a_table_of_weights_goes_by_its_metrics(
    table: str, expected: list[tuple[str, str]]
) -> None:
    assert said(("reported_by", "also: [应答率]\nreported_by"), more=table) == expected


@pytest.mark.parametrize(("both", "expected"), [(False, [("K07", "paid")]), (True, [])])
def test_who_is_paid_by_effort_is_paid_by_its_counter(
    expected: list[tuple[str, str]], *, both: bool
) -> None:
    second = SECOND.replace("title: 接通率", "title: 答准率")
    quick = ("family: reliability", "family: efficiency\ncounter: [second]")
    table = weights()
    if both:
        table = table.replace(
            "接通率, metric: answer-rate}",
            "接通率, metric: answer-rate}, {id: other, title: 答准率, metric: second}",
        )
    assert said(quick, more=second + table, metrics=", second") == expected
