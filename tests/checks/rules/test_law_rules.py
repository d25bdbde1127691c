"""The rules of law over small manuals: what the law says, what we say, and which rule speaks."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.wording import message
from guifan.findings import Example, Finding, Severity
from guifan.language.kinds.regulation import Measure

RULES = """\
--- standards/regulation.yaml
kind: regulation
id: rules
title: 服务管理办法
short: 服务办法
issuer: 主管部门
about: 企业怎样服务客户
editions:
{editions}
articles:
{articles}
"""
EDITION = "  - {id: first, title: 公布, effective: 2016-07-30}"
ARTICLE = "  - {id: one, number: 第一条, edition: first, says: 照规定服务客户, verification: V1}"
AREA = """\
--- standards/area.yaml
kind: taxonomy
id: area
title: 地域
members:
  - {id: city, title: 城镇}
  - {id: rural, title: 农村}
"""


def floor(**fields: str) -> str:
    """A floor of the first article; a ``scope`` or any other field as it is written."""
    said = {
        "id": "it",
        "title": "底线",
        "article": "one",
        "measure": "maximum",
        "verification": "V1",
    }
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in (said | fields).items()) + "}\n"


def law(*floors: str, editions: str = EDITION, articles: str = ARTICLE) -> str:
    written = RULES.format(editions=editions, articles=articles)
    return written + "floors:\n" + "".join(floors) if floors else written


def limit(name: str = "ours", **fields: str) -> str:
    said = {"title": f"时限{name}", "audience": "public"} | fields
    lines = "".join(f"{key}: {value}\n" for key, value in said.items())
    return f"--- standards/{name}.yaml\nkind: limit\nid: {name}\n{lines}"


def time(within: str, name: str = "ours", **fields: str) -> str:
    ends = {"from": "complaint-received", "to": "complaint-answered"}
    return limit(name, within=within, **ends, **fields)


def found(*parts: str) -> list[Finding]:
    """What is found, but for what the rules of privacy say of data."""
    report = run_example(Example("".join(parts)))
    return [one for one in report.findings if one.code[0] != "P"]


def codes(*parts: str) -> list[tuple[str, str]]:
    return [(one.code, one.key) for one in found(*parts)]


NAMED = {"floor": "rules.it"}
OFFICE = {"calendar": "office", **NAMED}


# Which rule speaks of which measure


@pytest.mark.parametrize(
    ("measure", "bound", "asked", "said", "expected"),
    [
        ("retention", "at-least", "6 个月", "5 个月", [("F03", "looser")]),
        ("retention", "at-least", "6 个月", "1 年", []),
        ("rate", "at-most", "3‰/日", "4‰/日", [("F03", "looser")]),
        ("rate", "at-most", "3‰/日", "0.3%/日", []),
        ("quality", "at-least", "95%", "94%", [("F03", "looser")]),
        ("threshold", "at-most", "5 倍", "6 倍", [("F03", "looser")]),
        ("right", "at-least", "7 日", "6 日", [("F05", "looser")]),
        ("right", "at-least", "500 元", "500 元", []),
        ("refund-within", "at-most", "7 日", "15 日", [("F05", "looser")]),
        ("notice-before", "at-least", "45 日", "30 日", [("F10", "looser")]),
        ("maximum", "at-most", "8 小时/日", "9 小时/日", [("F01", "looser")]),
        ("mean", "at-most", "40 小时/周", "44 小时/周", [("F01", "looser")]),
    ],
)
def test_every_measure_is_one_rules_matter(
    measure: str, bound: str, asked: str, said: str, expected: list[tuple[str, str]]
) -> None:
    rules = law(floor(measure=measure, bound=bound, value=asked))
    assert codes(rules, limit(value=said, bound=bound, **NAMED)) == expected


def test_a_refund_that_comes_too_late_has_to_be_shorter() -> None:
    rules = law(floor(measure="refund-within", bound="at-most", value="7 日"))
    (one,) = found(rules, time("200 小时", **NAMED))
    assert (one.code, one.key) == ("F05", "late")
    assert "请改短" in message(one, "zh")
    assert "请改长" not in message(one, "zh")
    assert "shorter" in message(one, "en")
    assert one.suggestion is not None
    # Of seven days the last second before midnight leaves whole ones: 7 × 24 hours.
    assert one.suggestion.text == "168 小时"
    # Working days may hold a week of holidays.
    assert codes(rules, time("5 个工作日", **OFFICE)) == [("F05", "late")]
    assert codes(rules, time("168 小时", **NAMED)) == []


def test_a_warranty_that_ends_too_early_has_to_be_longer() -> None:
    rules = law(floor(measure="right", bound="at-least", value="1 个月"))
    (one,) = found(rules, limit(value="30 日", bound="at-least", **NAMED))
    assert (one.code, one.key) == ("F05", "short")
    assert "请改长" in message(one, "zh")


def test_what_cannot_be_compared_only_warns() -> None:
    rules = law(floor(measure="right", bound="at-least", value="500 元"))
    (one,) = found(rules, limit(value="3 次", bound="at-least", **NAMED))
    assert (one.code, one.key, one.severity) == ("F05", "incomparable", Severity.WARNING)


@pytest.mark.parametrize(
    ("measure", "bound", "value", "expected"),
    [
        ("retention", "at-least", "5 个月", [("F03", "opposed")]),
        ("notice-before", "at-least", "30 日", [("F10", "opposed")]),
        ("right", "at-least", "7 日", [("F05", "opposed")]),
    ],
)
def test_at_most_so_much_keeps_no_least(
    measure: str, bound: str, value: str, expected: list[tuple[str, str]]
) -> None:
    rules = law(floor(measure=measure, bound=bound, value=value))
    assert codes(rules, limit(value=value, **NAMED)) == expected


def test_a_right_that_is_a_clock_may_be_told_as_at_most() -> None:
    rules = law(floor(measure="right", bound="at-least", value="7 日"))
    assert codes(rules, time("7 日", **NAMED)) == []


def test_what_is_opposed_stands_at_the_bound_where_one_is_written() -> None:
    rules = law(floor(measure="right", bound="at-least", value="7 日"))
    written = limit(value="7 日", bound="at-most", **NAMED)
    (one,) = found(rules, written)
    file = written.splitlines()[1:]
    assert file[one.position.line - 1] == "bound: at-most"


def test_what_will_be_looser_than_the_law_is_said_today() -> None:
    rules = law(floor(value="15 日"))
    change = "next:\n  - {effective: 2027-04-01, version: 2, note: 放宽, within: 20 日}\n"
    (one,) = found(rules, time("3 日", **NAMED) + change)
    assert (one.code, one.key) == ("F01", "exceeds")
    assert "20" in message(one, "zh")
    file = (time("3 日", **NAMED) + change).splitlines()[1:]
    assert "within: 20 日" in file[one.position.line - 1]
    kept = change.replace("20 日", "4 日")
    assert codes(rules, time("3 日", **NAMED) + kept) == []


def test_at_least_so_long_keeps_no_longest() -> None:
    rules = law(floor(value="2 小时"))
    assert codes(rules, time("1 小时", bound="at-least", **NAMED)) == [("F01", "opposed")]
    shares = law(floor(measure="share-within", value="15 秒", share="80%"))
    assert codes(shares, time("5 秒", bound="at-least", **NAMED)) == [("F04", "opposed")]


def test_a_figure_from_memory_only_warns() -> None:
    asked = floor(measure="retention", bound="at-least", value="6 个月", verification="MEM")
    (one,) = found(law(asked), limit(value="5 个月", bound="at-least", **NAMED))
    assert (one.code, one.severity) == ("F03", Severity.WARNING)


def test_a_floor_that_binds_the_authority_binds_no_limit() -> None:
    rules = law(floor(value="15 日", owed_to="other"))
    assert codes(rules, time("60 日", **NAMED)) == []


def test_the_retention_of_data_is_held_against_its_floor() -> None:
    rules = law(floor(measure="retention", bound="at-least", value="5 个月"))
    data = """\
--- standards/data.yaml
kind: data-item
id: call-record
title: 话单
purposes: [service]
basis: contract
kinds: [主叫, 被叫, 时长]
sensitive: 否
keep: {keep}
keep_from: 通话之日
keep_floor: rules.it
access: []
"""
    (one,) = found(rules, data.format(keep="3 个月"))
    assert (one.code, one.position.file, one.position.line) == ("F03", "standards/data.yaml", 8)
    assert codes(rules, data.format(keep="5 个月")) == []
    by_limit = data.replace("keep: {keep}", "keep_by: ours")
    (one,) = found(rules, by_limit, limit(value="3 个月", bound="at-least"))
    assert (one.code, one.position.file, one.position.line) == ("F03", "standards/data.yaml", 8)
    assert codes(rules, by_limit, limit(value="5 个月", bound="at-least")) == []
    # A limit that names the floor itself falls short of it by itself.
    (one,) = found(rules, by_limit, limit(value="3 个月", bound="at-least", **NAMED))
    assert (one.code, one.position.file) == ("F03", "standards/ours.yaml")


# Least times in other units, over the calendar


def test_three_days_of_notice_outlast_seventy_two_hours() -> None:
    rules = law(floor(measure="notice-before", bound="at-least", value="72 小时", starts="instant"))
    assert codes(rules, limit(value="3 日", bound="at-least", **NAMED)) == []


def test_two_days_of_notice_do_not() -> None:
    rules = law(floor(measure="notice-before", bound="at-least", value="72 小时", starts="instant"))
    (one,) = found(rules, limit(value="2 日", bound="at-least", **NAMED))
    assert (one.code, one.key) == ("F10", "short")
    # Told at midnight of New Year's Day: two days more end the 3rd, the hours at 24:00 of it.
    assert str(one.arguments["start"].zh).startswith("2026 年")  # type: ignore[attr-defined]


def test_twenty_nine_days_are_no_month() -> None:
    rules = law(floor(measure="retention", bound="at-least", value="1 个月"))
    assert codes(rules, limit(value="30 日", bound="at-least", **NAMED)) == [("F03", "short")]
    assert codes(rules, limit(value="31 日", bound="at-least", **NAMED)) == []


# Longest times


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("4 个工作日", []),
        ("5 个工作日", [("T22", "narrow")]),
        ("6 个工作日", [("F01", "exceeds")]),
    ],
)
def test_four_working_days_leave_a_day_five_none_and_six_are_late(
    within: str, expected: list[tuple[str, str]]
) -> None:
    assert codes(law(floor(value="15 日")), time(within, **OFFICE)) == expected


def test_the_longest_that_keeps_the_law_is_shown() -> None:
    (one,) = found(law(floor(value="15 日")), time("9 个工作日", **OFFICE))
    assert one.suggestion is not None
    assert one.suggestion.text == "5 个工作日"


def test_hours_have_no_slack_to_warn_of() -> None:
    assert codes(law(floor(value="48 小时")), time("48 小时", **NAMED)) == []


def test_a_limit_by_a_calendar_that_is_not_there_is_left_to_the_reference() -> None:
    found_codes = {one.code for one in found(law(floor(value="15 日")), time("9 日", **OFFICE))}
    assert found_codes <= {"F01", "T22"}
    missing = time("9 日", floor="rules.it", calendar="nowhere")
    assert {one.code for one in found(law(floor(value="1 日")), missing)} == {"R01"}


def test_what_is_longer_than_the_calendars_does_not_crash() -> None:
    rules = law(floor(value="9000 日"))
    assert codes(rules, time("30 年", **NAMED)) == [("F01", "incomparable")]


# Shares and means


@pytest.mark.parametrize(
    ("within", "population", "expected"),
    [
        ("15 秒", {"population": "share", "share": "85%"}, []),
        ("10 秒", {"population": "share", "share": "90%"}, []),
        ("15 秒", {"population": "share", "share": "80%"}, [("F04", "looser")]),
        ("20 秒", {"population": "share", "share": "85%"}, [("F04", "looser")]),
        ("10 秒", {"population": "share", "share": "80%"}, [("F04", "looser")]),
        ("20 秒", {"population": "share", "share": "99%"}, [("F04", "looser")]),
        ("15 秒", {}, []),
        ("16 秒", {}, [("F04", "looser")]),
        ("5 秒", {"population": "mean"}, [("F04", "too-few")]),
    ],
)
def test_neither_the_share_nor_the_time_may_be_worse(
    within: str, population: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    rules = law(floor(measure="share-within", value="15 秒", share="85%"))
    assert codes(rules, time(within, **population, **NAMED)) == expected


@pytest.mark.parametrize(
    ("measure", "population", "expected"),
    [
        ("maximum", "every", []),
        ("maximum", "share", [("F04", "too-few")]),
        ("maximum", "mean", [("F04", "too-few")]),
        ("mean", "every", []),
        ("mean", "mean", []),
        ("mean", "share", [("F04", "too-few")]),
    ],
)
def test_a_share_keeps_no_floor_for_every_case(
    measure: str, population: str, expected: list[tuple[str, str]]
) -> None:
    said = {"population": population} | ({"share": "99%"} if population == "share" else {})
    assert codes(law(floor(measure=measure, value="1 小时")), time("30 分钟", **said, **NAMED)) == (
        expected
    )


# Floors by case


BOTH = law(
    floor(
        id="it",
        title="城镇",
        value="48 小时",
        **{"from": "complaint-received", "to": "complaint-answered"},
        scope="{area: city}",
    ),
    floor(
        id="country",
        title="农村",
        value="72 小时",
        **{"from": "complaint-received", "to": "complaint-answered"},
        scope="{area: rural}",
    ),
)
CITY, RURAL = {"applies": "{area: city}"}, {"applies": "{area: rural}"}


def test_one_limit_for_all_has_to_keep_the_stricter_floor() -> None:
    assert codes(BOTH, AREA, time("72 小时", floor="rules.country")) == [("F02", "breaks")]
    assert codes(BOTH, AREA, time("48 小时", floor="rules.country")) == []


def test_it_need_not_name_a_floor() -> None:
    assert codes(BOTH, AREA, time("72 小时")) == [("F02", "breaks")]


def test_a_limit_that_breaks_its_own_floor_is_not_told_twice() -> None:
    assert codes(BOTH, AREA, time("96 小时", floor="rules.country")) == [("F01", "exceeds")]


def test_no_case_may_be_left_out() -> None:
    only = time("24 小时", floor="rules.it", **CITY)
    assert codes(BOTH, AREA, only) == [("F02", "left-out")]
    rural = time("72 小时", "others", explains="路远。", floor="rules.country", **RURAL)
    assert codes(BOTH, AREA, only, rural) == []
    # The country of one channel is not the whole country.
    narrow = {"applies": "{area: rural, channels: [hotline]}"}
    some = time("72 小时", "others", explains="路远。", floor="rules.country", **narrow)
    assert ("F02", "left-out") in codes(BOTH, AREA, only, some)


def test_a_case_that_binds_the_authority_is_nobodys() -> None:
    ends = {"from": "complaint-received", "to": "complaint-answered"}
    theirs = floor(id="theirs", value="1 小时", scope="{area: rural}", owed_to="other", **ends)
    ours = floor(value="48 小时", scope="{area: city}", **ends)
    assert codes(law(ours, theirs), AREA, time("48 小时", **NAMED)) == []


# Editions


OLD = "  - {id: old, title: 旧版, effective: 2000-09-25, until: 2016-02-05}"
NEW = "  - {id: new, title: 新版, effective: 2016-02-06}"
NEXT = "  - {id: next, title: 下一版, effective: 2027-03-01}"
ENDS = "  - {id: ends, title: 有尽头的一版, effective: 2020-01-01, until: 2027-06-30}"
DRAFT = "  - {id: draft, title: 征求意见稿, status: draft}"


def cited(editions: str, edition: str, verification: str = "V1") -> str:
    article = (
        f"  - {{id: it, number: 第九条, edition: {edition}, says: 服务客户, verification: V1}}"
    )
    article = article.replace("V1", verification)
    return law(editions=editions, articles=article)


@pytest.mark.parametrize(
    ("editions", "edition", "expected"),
    [
        ((OLD, NEW), "old", [("F06", "superseded")]),
        ((OLD,), "old", [("F06", "ended")]),
        ((OLD, NEW), "new", []),
        ((NEW, NEXT), "new", [("F06", "superseded")]),
        ((NEW, NEXT), "next", [("F06", "not-yet")]),
        ((ENDS,), "ends", [("F06", "ended")]),
        ((NEW, DRAFT), "draft", [("F08", "draft")]),
        ((NEW, DRAFT), "new", []),
    ],
)
def test_the_edition_cited_is_in_force_as_long_as_the_item_holds(
    editions: tuple[str, ...], edition: str, expected: list[tuple[str, str]]
) -> None:
    assert codes(cited("\n".join(editions), edition), time("1 日", law="[rules.it]")) == expected


def test_what_ends_before_the_law_does_is_in_order() -> None:
    rules = cited(f"{NEW}\n{NEXT}", "new")
    assert codes(rules, time("1 日", law="[rules.it]", expires="2027-02-28")) == []
    assert codes(rules, time("1 日", law="[rules.it]", expires="2027-03-01")) == [
        ("F06", "superseded")
    ]


def test_what_ends_with_the_law_is_in_order() -> None:
    ours = time("1 日", law="[rules.it]", expires="2027-06-30")
    assert codes(cited(ENDS, "ends"), ours) == []


def test_the_next_version_may_cite_the_next_edition_from_its_first_day() -> None:
    articles = """\
  - {id: it, number: 第九条, edition: new, says: 服务客户, verification: V1}
  - {id: later, number: 第十条, edition: next, says: 服务客户, verification: V1}"""
    rules = law(editions=f"{NEW}\n{NEXT}", articles=articles)
    ours = time("1 日", law="[rules.it]")
    change = "next:\n  - {{effective: {day}, version: 2, note: 新版施行, law: [rules.later]}}\n"
    assert codes(rules, ours, change.format(day="2027-03-01")) == []
    # A day early, the one is not yet in force; a day late, the other no longer is.
    assert codes(rules, ours, change.format(day="2027-02-28")) == [("F06", "not-yet")]
    assert codes(rules, ours, change.format(day="2027-03-02")) == [("F06", "superseded")]


def test_a_citation_in_a_text_and_a_floor_count_too() -> None:
    rules = cited(OLD, "old")
    (one,) = found(rules, time("1 日", audience="internal", explains="依据是【rules.it】。"))
    assert (one.code, one.position.column, one.position.end_column) == ("F06", 15, 23)
    with_floor = rules + "floors:\n" + floor(id="days", article="it", value="60 日")
    assert codes(with_floor, time("1 日", floor="rules.days")) == [("F06", "ended")]


def test_an_article_from_memory_only_warns() -> None:
    (one,) = found(cited(OLD, "old", "MEM"), time("1 日", law="[rules.it]"))
    assert (one.code, one.severity) == ("F06", Severity.WARNING)


# Who is owed


def test_what_customers_are_owed_is_public() -> None:
    internal = time("1 小时", audience="internal", **NAMED)
    assert codes(law(floor(value="2 小时")), internal) == [("F09", "internal")]
    for other in ("authority", "employee", "other"):
        assert codes(law(floor(value="2 小时", owed_to=other)), internal) == []


NORM = """\
--- standards/norms.yaml
kind: norm
id: answer-well
title: 答好每一个来电
rule: 热线客服代表应当答好来电。
modal: must
binds: {roles: [hotline-agent]}
aspect: operational
result: process
dimension: reliability
check: [每月抽听]
"""


def test_a_floor_is_missed_only_where_its_chapter_is_written() -> None:
    rules = law(floor(value="2 小时", place="general"))
    assert codes(rules) == []
    assert codes(rules, NORM) == [("F07", "not-met")]
    assert codes(rules, NORM, "law: [rules.one]\n") == []
    assert codes(rules, NORM, "why: 法规要求【rules.it】。\n") == []
    assert codes(rules, NORM, time("1 小时", **NAMED)) == []
    assert codes(law(floor(value="2 小时", place="general", owed_to="other")), NORM) == []


@pytest.mark.parametrize(
    ("asked", "ours", "said"),
    [
        ({"value": "30 日"}, {"value": "45 日"}, [("F07", "not-compared")]),
        ({"value": "30 日"}, {"value": "72 小时"}, [("F07", "not-compared")]),  # a time as well
        ({"value": "30 日"}, {"value": "45 日", "floor": "rules.it"}, []),
        ({"value": "30 日"}, {"value": "45 日", "law": "[]"}, []),
        ({"value": "30 日"}, {"value": "3 次"}, []),
        ({"value": "30 日"}, {"value": "45 日", "bound": "at-most"}, []),
        ({"value": "30 日", "owed_to": "other"}, {"value": "45 日"}, []),
        ({"value": "30 日", "from": "complaint-received", "to": "complaint-answered"},
         {"value": "45 日"}, []),
        ({"value": "40 小时/周"}, {"value": "40 小时/周"}, [("F07", "not-compared")]),
        ({"value": "40 小时/周"}, {"value": "8 小时/日"}, []),
    ],
)  # fmt: skip
def test_a_limit_that_relies_on_a_figure_names_it_as_its_floor(
    asked: dict[str, str], ours: dict[str, str], said: list[tuple[str, str]]
) -> None:
    rules = law(floor(**({"measure": "notice-before", "bound": "at-least"} | asked)))
    own = limit(**({"bound": "at-least", "law": "[rules.one]"} | ours))
    assert codes(rules, own) == said


def test_several_figures_to_which_a_limit_is_not_held_are_one_fault() -> None:
    asked = {"measure": "notice-before", "bound": "at-least"}
    rules = law(floor(value="30 日", **asked), floor(value="45 日", **asked | {"id": "more"}))
    own = limit(value="60 日", bound="at-least", law="[rules.one]")
    (one,) = found(rules, own)
    assert (one.code, one.key, len(one.related)) == ("F07", "not-compared", 2)


def test_a_figure_to_which_another_limit_is_held_is_that_ones() -> None:
    rules = law(floor(measure="notice-before", bound="at-least", value="30 日"))
    own = limit(value="45 日", bound="at-least", law="[rules.one]")
    other = limit("other", value="60 日", bound="at-least", **NAMED)
    assert codes(rules, own, other) == []
    told = limit("other", value="3 次", audience="internal", explains="法规写的是【rules.it】。")
    assert codes(rules, own, told) == [("F07", "not-compared")]


def test_another_instrument_that_tells_of_a_floor_does_not_meet_it() -> None:
    rules = law(floor(value="2 小时", place="general"))
    other = rules.replace("regulation.yaml", "other.yaml").replace("id: rules", "id: other")
    other = other.partition("floors:")[0].replace("照规定服务客户", "见【rules.it】")
    assert codes(rules, other, NORM) == [("F07", "not-met")]


# Warranties


def warranty(**fields: str) -> str:
    said = {
        "lasts": "1 年",
        "installed": "是",
        "from": "installation",
        "repair_excluded": "是",
        "restarts": "是",
        "covers": "正常使用出现的故障免费修",
    }
    lines = "".join(f"  {key}: {value}\n" for key, value in (said | fields).items())
    head = "--- standards/box.yaml\nkind: service\nid: box\ntitle: 机顶盒\nsort: product\n"
    return f"{head}about: 看电视用\nwarranty:\n{lines}"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"from": "purchase"}, [("F11", "from")]),
        ({"from": "purchase", "installed": "否"}, []),
        ({"repair_excluded": "否"}, [("F11", "repair_excluded")]),
        (
            {"repair_excluded": "否", "restarts": "否"},
            [("F11", "repair_excluded"), ("F11", "restarts")],
        ),
    ],
)
def test_the_clock_of_a_warranty_is_the_laws(
    fields: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert codes(warranty(**fields)) == expected


@pytest.mark.parametrize("measure", [one.value for one in Measure])
def test_a_floor_of_any_measure_may_be_named_by_mistake(measure: str) -> None:
    rules = law(floor(measure=measure, value="2 个月", share="85%"))
    assert [one.key for one in found(rules, warranty(lasts="3 个月", **NAMED))] == ["looser"]


def test_a_warranty_is_no_shorter_than_its_floor() -> None:
    rules = law(floor(measure="right", bound="at-least", value="1 年"))
    assert codes(rules, warranty(lasts="6 个月", **NAMED)) == [("F05", "looser")]
    assert codes(rules, warranty(lasts="12 个月", **NAMED)) == []


BETWEEN = {"from": "complaint-received", "to": "complaint-answered"}


def test_a_limit_that_names_no_floor_is_bound_all_the_same() -> None:
    rules = law(floor(value="15 日", **BETWEEN))
    assert codes(rules, time("20 日")) == [("F01", "exceeds")]
    assert codes(rules, time("5 日")) == []


def test_of_two_floors_that_a_limit_breaks_one_finding_is_made() -> None:
    both = floor(value="15 日", **BETWEEN) + floor(value="10 日", id="that", **BETWEEN)
    (one,) = found(law(both), time("20 日", **NAMED))
    assert one.code == "F01"
    assert len(one.related) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"owed_to": "other"},
        {"to": "response-ended"},
        {"bound": "at-least"},
        {"scope": "{channels: [hotline]}", "of": "{channels: [shop]}"},
        {"measure": "mean"},
        {"measure": "share-within", "share": "85%"},
    ],
)
def test_what_does_not_bind_a_limit_says_nothing_of_it(other: dict[str, str]) -> None:
    applies = {"applies": other["of"]} if "of" in other else {}
    said = {name: value for name, value in other.items() if name != "of"}
    rules = law(floor(value="15 日", **{**BETWEEN, **said}))
    ours = time("20 日", **applies)
    assert not {"F01", "F04"} & {code for code, _ in codes(rules, ours)}


def test_a_floor_told_in_prose_only_warns_whoever_does_not_name_it() -> None:
    rules = law(floor(value="15 日", applies="只对大客户", **BETWEEN))
    (one,) = found(rules, time("20 日"))
    assert (one.code, one.severity) == ("F01", Severity.WARNING)


def test_a_share_is_held_to_a_known_share_besides_the_one_left_unsaid() -> None:
    unsaid = floor(measure="share-within", value="15 秒", **BETWEEN)
    known = floor(
        measure="share-within",
        value="15 秒",
        share="85%",
        id="that",
        verification="MEM",
        **BETWEEN,
    )
    lower = time("15 秒", population="share", share="60%", **NAMED)
    (one,) = found(law(unsaid + known), lower)
    assert (one.code, one.key, one.severity) == ("F04", "looser", Severity.WARNING)
    assert "85%" in message(one, "zh-Hans")
    longer = time("20 秒", population="share", share="60%", **NAMED)
    (two,) = found(law(unsaid), longer)
    assert (two.key, two.severity) == ("longer", Severity.ERROR)
    assert "每一件" not in message(two, "zh-Hans")


def test_the_end_of_the_law_on_a_day_of_rest_is_explained() -> None:
    """From 31 January 2026, fifteen days end on Sunday the 15th, when the office is closed."""
    rules = law(floor(value="15 日", **BETWEEN))
    (one,) = found(rules, time("16 日"))
    assert "24:00" in message(one, "zh-Hans")
    assert "不上班" not in message(one, "zh-Hans")  # without a calendar nothing ever closes
    (two,) = found(rules, time("11 个工作日", calendar="office"))
    assert ("不上班" in message(two, "zh-Hans")) == ("24:00" in message(two, "zh-Hans"))
    assert ("closed that day" in message(two, "en")) == ("24:00" in message(two, "en"))
