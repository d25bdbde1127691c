"""Limits against each other: what T10 and T13 to T19 say of odd corpora, and what they leave."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from guifan.checks.examples import DAY, run_example
from guifan.checks.rules import RULES
from guifan.checks.wording import message
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Finding, Place
from guifan.language.kinds.playbook import Playbook
from guifan.proof.calendar.clocks import clocks_of
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

OURS = frozenset({"T10", "T13", "T14", "T15", "T16", "T17", "T18", "T19"})
CLOCKLESS = {"T10", "T11", "T13", "T14", "T15", "T16", "T17"}


def found(*files: str) -> list[Finding]:
    """What these rules find in some files, which are named 0, 1, 2 …"""
    text = "".join(f"--- standards/{at}.yaml\n{file}" for at, file in enumerate(files))
    return [one for one in run_example(Example(text)).findings if one.code in OURS]


def told(*files: str) -> list[tuple[str, int]]:
    """The codes, each with the number of its file."""
    return [(one.code, int(one.position.file[10:-5])) for one in found(*files)]


def event(name: str, title: str = "") -> str:
    said = title or name
    return f"kind: event\nid: {name}\ntitle: {said}\nhappens: {said}的时刻\nevidence: 工单\n"


def limit(name: str, within: str, ends: str, **more: str) -> str:
    """A limit by the office calendar, from one event to another: ``a-b``."""
    start, stop = ends.split("-")
    fields = {"from": f"event-{start}", "to": f"event-{stop}", "calendar": "office"} | more
    rest = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
    return f"kind: limit\nid: {name}\ntitle: {name}\nwithin: {within}\n{rest}"


EVENTS = tuple(event(f"event-{name}") for name in "abcd")
A_TO_C = limit("a-c", "1 小时", "b-c")
"""Puts event c after event b."""


def put(*files: str) -> list[tuple[str, int]]:
    """What is told of some files beside the events, numbered from 0."""
    return [(code, at - len(EVENTS)) for code, at in told(*EVENTS, *files)]


def member(taxonomy: str, *names: str) -> str:
    rows = "".join(f"  - {{id: {name}, title: {name}}}\n" for name in names)
    return f"kind: taxonomy\nid: {taxonomy}\ntitle: {taxonomy}\nordered: 是\nmembers:\n{rows}"


# T10: in order


def test_the_one_that_stops_first_must_be_due_first() -> None:
    assert put(A_TO_C, limit("first", "3 小时", "a-b"), limit("last", "2 小时", "a-c")) == [
        ("T10", 1)
    ]


def test_being_due_together_is_in_order() -> None:
    equal = limit("first", "2 小时", "a-b"), limit("last", "2 小时", "a-c")
    assert put(A_TO_C, *equal) == [("T16", 2)]  # but nothing is left for what comes between
    assert put(procedure("event-b", "event-c"), *equal) == []


def test_events_in_a_circle_have_no_order() -> None:
    back = limit("back", "1 小时", "c-b")
    assert put(A_TO_C, back, limit("first", "3 小时", "a-b"), limit("last", "2 小时", "a-c")) == []


def test_events_that_are_not_there_have_no_order() -> None:
    assert put(limit("first", "3 小时", "a-x"), limit("last", "2 小时", "a-c")) == []


def test_limits_for_unlike_cases_are_not_compared() -> None:
    classes = member("complaint-class", "one", "other")
    first = limit("first", "3 小时", "a-b", applies="{complaints: [one]}")
    last = limit("last", "2 小时", "a-c", applies="{complaints: [other]}")
    assert put(procedure("event-b", "event-c"), classes, first, last) == []


def test_a_special_limit_binds_its_cases_in_place_of_the_general_one() -> None:
    order, classes = procedure("event-b", "event-c"), member("complaint-class", "grave", "light")
    general = limit("general", "3 小时", "a-b")
    grave = limit("grave", "2 小时", "a-c", applies="{complaints: [grave]}")
    special = limit("special", "1 小时", "a-b", applies="{complaints: [grave]}")
    assert put(order, classes, general, grave) == [("T10", 2)]
    assert put(order, classes, general, grave, special) == []


def test_one_limit_that_is_out_of_order_with_several_is_said_once() -> None:
    order = procedure("event-b", "event-c", "event-d")
    quick = limit("quick", "1 小时", "a-d")
    others = limit("one", "2 小时", "a-b"), limit("two", "3 小时", "a-c")
    (finding,) = found(*EVENTS, order, *others, quick)
    assert finding.position.file == f"standards/{len(EVENTS) + 3}.yaml"
    assert finding.arguments["title"] == "two"  # the one that is latest
    assert len(finding.related) == 2


def test_what_breaks_the_law_is_not_said_to_be_out_of_order_too() -> None:
    law = "kind: regulation\nid: law\ntitle: 办法\nshort: 办法\nissuer: 部门\nabout: 时限\n"
    law += "editions: [{id: first, title: 公布, effective: 2016-07-30}]\n"
    law += (
        "articles:\n  - {id: one, number: 第一条, edition: first, says: 二日, verification: V1}\n"
    )
    law += "floors:\n  - {id: two-days, title: 二日, article: one, measure: maximum, value: 2 日,\n"
    law += "     verification: V1, from: event-a, to: event-b}\n"
    order, last = procedure("event-b", "event-c"), limit("last", "2 日", "a-c", calendar="")
    first = limit("first", "20 日", "a-b", calendar="", floor="law.two-days")
    assert put(order, law, first, last) == []
    assert put(order, first.replace("floor", "# floor"), last) == [("T10", 1)]


def test_two_calendars_are_compared_over_the_national_day() -> None:
    order = procedure("event-b", "event-c")
    # One working day takes from 30 September to 8 October, and from 14 to 24 February.
    first = limit("first", "1 个工作日", "a-b")
    assert put(order, first, limit("last", "180 小时", "a-c")) == [("T10", 1)]
    assert put(order, first, limit("last", "300 小时", "a-c")) == []
    # The last of six days is moved off the holiday, and ends at its midnight.
    assert put(order, first, limit("last", "6 日", "a-c", calendar="")) == []


def test_a_finding_names_both_quantities_and_the_dates() -> None:
    order = procedure("event-b", "event-c")
    first, last = limit("first", "1 个工作日", "a-b"), limit("last", "30 小时", "a-c")
    (one,) = found(*EVENTS, order, first, last)
    for language, words in (
        ("zh", ("1 个工作日", "30 小时", "first", "last", "2026")),
        ("en", ("2026",)),
    ):
        assert all(word in message(one, language) for word in words)
    assert [other.position.file for other in one.related] == ["standards/6.yaml"]


def test_limits_of_shares_and_least_times_are_not_put_in_order() -> None:
    order = procedure("event-b", "event-c")
    last = limit("last", "2 小时", "a-c")
    share = limit("first", "3 小时", "a-b", population="share", share="90%")
    assert put(order, share, last) == []
    assert put(order, limit("first", "3 小时", "a-b", bound="at-least"), last) == []


def test_what_the_steps_say_is_said_once() -> None:
    first, last = limit("first", "3 小时", "a-b"), limit("last", "2 小时", "a-c")
    steps = procedure("event-b", "event-c", promise="last", limit="first")
    assert put(steps, first, last) == []


def procedure(*ends: str, promise: str = "", limit: str = "") -> str:
    """A procedure whose steps end with some events, the first of them within a limit."""
    head = "kind: procedure\nid: handling\ntitle: 处理\nabout: 有人来办\nstarts: event-a\n"
    head += f"promise: {promise}\n" if promise else ""
    steps = ""
    for at, one in enumerate(ends):
        steps += f"  - id: step-{at}\n    title: 第{at}步\n    do: 办理\n    lane: backstage\n"
        steps += f"    by: hotline-agent\n    ends: {one}\n"
        steps += f"    limit: {limit}\n" if limit and not at else ""
    return f"{head}steps:\n{steps}"


@pytest.mark.parametrize(
    ("first", "rest", "said"),
    [
        # Each for some of the cases of the whole and for others; together for one class of it.
        ("complaints: [plain, big], area: city", "complaints: [big, odd]", [("T16", 2)]),
        ("complaints: [big, odd]", "complaints: [plain, big], area: city", [("T16", 2)]),
        # No case is in both.
        ("complaints: [odd]", "complaints: [plain, big]", []),
        ("area: rural", "complaints: [big]", []),
    ],
)
def test_limits_in_a_row_meet_in_the_cases_that_all_have(
    first: str, rest: str, said: list[tuple[str, int]]
) -> None:
    whole = limit("whole", "3 个工作日", "a-c", applies="{complaints: [plain, big], area: city}")
    one = limit("first", "2 个工作日", "a-b", applies=f"{{{first}}}")
    other = limit("rest", "2 个工作日", "b-c", applies=f"{{{rest}}}")
    classes = member("complaint-class", "plain", "big", "odd"), member("area", "city", "rural")
    found = [one for one in put(*classes, whole, one, other) if one[0] == "T16"]
    assert found == said


# T13: grades

GRADES = member("event-grade", "grave", "light")


def graded(name: str, value: str, grade: str) -> str:
    scope = f"applies: {{grade: {grade}}}\n"
    return f"kind: limit\nid: {name}\ntitle: 更新（{grade}）\nvalue: {value}\n{scope}"


def test_a_graver_grade_may_be_as_quick_and_not_slower() -> None:
    light = graded("light", "1 小时", "light")
    assert put(GRADES, graded("grave", "60 分钟", "grave"), light) == []
    assert put(GRADES, graded("grave", "61 分钟", "grave"), light) == [("T13", 1)]


def test_values_of_other_titles_and_no_times_are_not_compared() -> None:
    other = graded("light", "1 小时", "light").replace("更新", "演练")
    assert put(GRADES, graded("grave", "2 小时", "grave"), other) == []
    count = graded("light", "1 次", "light")
    assert put(GRADES, graded("grave", "2 次", "grave"), count) == []


def test_a_grade_that_is_not_there_is_left_out() -> None:
    lost = graded("lost", "9 小时", "unknown")
    assert put(GRADES, lost, graded("light", "1 小时", "light")) == []
    assert put(lost, graded("light", "1 小时", "light")) == []


def test_limits_of_grades_between_events_are_compared_over_the_calendar() -> None:
    grave = limit("grave", "1 个工作日", "a-b", applies="{grade: grave}")
    light = limit("light", "30 小时", "a-b", applies="{grade: light}")
    assert put(GRADES, grave, light) == [("T13", 1)]


LEVELS = "kind: taxonomy\nid: response-level\ntitle: 级别\nordered: 是\nmembers:\n" + "".join(
    f"  - {{id: l-{at}, title: {at}级响应}}\n" for at in (1, 2, 3, 4)
)


def levelled(name: str, value: str, title: str, levels: str) -> str:
    scope = f"applies: {{levels: [{levels}]}}\n"
    return f"kind: limit\nid: {name}\ntitle: {title}\nvalue: {value}\n{scope}"


@pytest.mark.parametrize(
    ("high", "title", "expected"),
    [
        ("12 个月", "演练间隔（1、2级）", []),
        ("13 个月", "演练间隔（1、2级）", [("T13", 1)]),
        ("13 个月", "演练间隔（1级响应和2级响应）", [("T13", 1)]),
        ("13 个月", "培训间隔（1、2级）", []),
        ("13 个月", "演练间隔（外网）", []),  # nobody knows that it is the same thing
    ],
)
def test_what_may_come_to_a_higher_level_is_not_practised_more_seldom(
    high: str, title: str, expected: list[tuple[str, int]]
) -> None:
    low = levelled("low", "12 个月", "演练间隔（3、4级）", "l-3, l-4")
    assert put(LEVELS, levelled("high", high, title, "l-1, l-2"), low) == expected


def test_a_playbook_gives_the_graver_grade_no_rarer_news(manual_root: Path) -> None:
    corpus = open_folder(manual_root).corpus
    playbook = corpus.of(Playbook)[0]
    grave, *rest = playbook.responses
    slowest = grave.model_copy(update={"updates": rest[-1].updates})
    changed: Any = SimpleNamespace(item=playbook.model_copy(update={"responses": (slowest, *rest)}))
    mixed = Corpus({**corpus.entries, playbook.id: changed})
    values = {"corpus": mixed, "clocks": clocks_of(mixed, DAY)}
    (match,) = [one for one in RULES["T13"].run(values) if one is not None]
    assert (match.key, match.place) == (
        "updates",
        Place(playbook.id, ("responses", 0, "updates")),
    )
    assert Place(playbook.id, ("responses", 1, "updates")) in match.related


# T14, T15: classes and areas


def test_a_class_is_compared_with_what_everybody_is_given() -> None:
    classes = member("customer-class", "public", "key")
    key = limit("key", "2 小时", "a-b", applies="{customers: [key]}")
    assert put(classes, key, limit("all", "1 小时", "a-b")) == [("T14", 1)]
    assert put(classes, key, limit("all", "2 小时", "a-b")) == []
    assert put(classes, key, limit("all", "1 小时", "a-c")) == []


def test_two_classes_are_not_compared_without_the_public() -> None:
    classes = member("customer-class", "public", "key", "business")
    key = limit("key", "2 小时", "a-b", applies="{customers: [key]}")
    business = limit("business", "1 小时", "a-b", applies="{customers: [business]}")
    assert put(classes, key, business) == []


def test_a_longer_rural_limit_needs_a_reason() -> None:
    areas = member("area", "city", "rural")
    city = limit("city", "1 小时", "a-b", applies="{area: city}")
    rural = limit("rural", "2 小时", "a-b", applies="{area: rural}")
    equal = limit("rural", "1 小时", "a-b", applies="{area: rural}")
    assert put(areas, city, rural) == [("T15", 2)]
    assert put(areas, city, rural + "explains: 路远。\n") == []
    assert put(areas, city, equal) == []


# T16: chains


def test_a_chain_over_two_calendars_breaks_the_promise_at_the_holiday() -> None:
    links = limit("one", "1 个工作日", "a-b"), limit("two", "1 日", "b-c", calendar="")
    assert put(*links, limit("whole", "3 个工作日", "a-c")) == []
    assert put(*links, limit("whole", "9 日", "a-c", calendar="")) == [("T16", 2)]
    assert put(*links, limit("whole", "12 日", "a-c", calendar="")) == []


def test_a_chain_names_its_links_in_order() -> None:
    links = (
        limit("one", "1 小时", "a-b"),
        limit("two", "1 小时", "b-c"),
        limit("three", "1 小时", "c-d"),
    )
    (finding,) = found(*EVENTS, *links, limit("whole", "2 小时", "a-d"))
    assert [one.position.file for one in finding.related] == [
        f"standards/{len(EVENTS) + at}.yaml" for at in range(3)
    ]


def test_working_hours_before_working_days_cost_a_day() -> None:
    links = limit("one", "2 工作小时", "a-b"), limit("two", "3 个工作日", "b-c")
    assert put(*links, limit("whole", "3 个工作日", "a-c")) == [("T16", 2)]
    assert put(*links, limit("whole", "4 个工作日", "a-c")) == []


def test_a_first_link_that_is_late_alone_is_said_once() -> None:
    links = limit("one", "3 小时", "a-b"), limit("two", "1 小时", "b-c")
    assert put(*links, limit("whole", "2 小时", "a-c")) == [("T10", 0)]


def test_a_chain_that_is_a_procedure_is_said_of_its_steps() -> None:
    links = limit("one", "1 小时", "a-b"), limit("two", "2 小时", "b-c")
    whole = limit("whole", "150 分钟", "a-c")
    steps = procedure("event-b", "event-c", promise="whole", limit="one") + "    limit: two\n"
    assert put(*links, whole) == [("T16", 2)]
    assert put(*links, whole, steps) == []


# T17, T18: populations, twins


def test_shares_rise_to_every_case() -> None:
    share = {"population": "share"}
    most = limit("most", "2 小时", "a-b", share="95%", **share)
    some = limit("some", "1 小时", "a-b", share="80%", **share)
    assert put(some, most, limit("all", "3 小时", "a-b")) == []
    slow = limit("some", "150 分钟", "a-b", share="80%", **share)
    assert put(slow, most, limit("all", "3 小时", "a-b")) == [("T17", 0)]
    assert put(some, most, limit("all", "1 小时", "a-b")) == [("T17", 1)]


def test_a_mean_over_a_share_is_only_odd() -> None:
    mean = limit("mean", "20 分钟", "a-b", population="mean")
    share = limit("most", "15 分钟", "a-b", population="share", share="85%")
    (one,) = found(*EVENTS, mean, share)
    assert (one.code, str(one.severity)) == ("T17", "W")
    (two,) = found(*EVENTS, mean, limit("all", "15 分钟", "a-b"))
    assert (two.code, str(two.severity)) == ("T17", "E")


def test_populations_of_unlike_cases_are_not_compared() -> None:
    classes = member("complaint-class", "one")
    mean = limit("mean", "2 小时", "a-b", population="mean", applies="{complaints: [one]}")
    assert put(classes, mean, limit("all", "1 小时", "a-b")) == []


def test_what_stands_twice_is_said_at_the_second() -> None:
    one, same = limit("one", "1 小时", "a-b"), limit("same", "60 分钟", "a-b")
    findings = found(*EVENTS, one, same)
    assert [(each.code, each.key) for each in findings] == [("T18", "twice")]
    assert findings[0].suggestion is None  # one of the two goes; nothing written there mends it


def test_equal_days_of_two_calendars_differ() -> None:
    duty = "calendars:\n  - {id: office, title: 行政班, hours: 周一至周五 08:30–17:30}\n"
    duty += "  - {id: shop, title: 营业厅, hours: 每天 09:00–18:00}\n"
    chapters = "chapters:\n  - {id: general, number: 1, title: 总则, about: 总则}\n"
    manual = "kind: manual\nid: manual\ntitle: 规范\nlanguage: 1\noperator: 甲\nedition: 一\n"
    manual += f"arranged_through: 2026\n{chapters}{duty}"
    pair = limit("one", "1 个工作日", "a-b"), limit("two", "1 个工作日", "a-b", calendar="shop")
    findings = found(*EVENTS, manual, *pair)
    assert [(each.code, each.key) for each in findings] == [("T18", "calendars")]


def test_a_least_and_a_most_time_are_two_things() -> None:
    assert put(limit("one", "2 小时", "a-b"), limit("two", "1 小时", "a-b", bound="at-least")) == []


# T19: titles


def named(title: str, *, also: str = "") -> list[Finding]:
    """What is found of a limit with this title that stops at 办结."""
    stop = event("event-done", "办结") + (f"also: [{also}]\n" if also else "")
    written = limit("named", "1 小时", "a-b").replace("title: named", f"title: {title}")
    return found(*EVENTS, stop, written.replace("to: event-b", "to: event-done"))


def test_only_the_end_of_a_title_names_the_stop() -> None:
    for title in ("投诉答复", "投诉答复时限", "投诉答复期限"):
        assert [one.code for one in named(title)] == ["T19"], title
    for title in ("投诉办结", "答复以后的办结", "答复间隔", "投诉办结时限", "投诉处理"):
        assert named(title) == [], title


def test_another_name_of_the_event_will_do() -> None:
    assert named("投诉答复", also="答复") == []


def test_the_event_that_is_meant_is_offered() -> None:
    written = limit("named", "1 小时", "a-b").replace("title: named", "title: 投诉答复")
    (one,) = found(*EVENTS, written)
    assert one.suggestion is not None
    assert one.suggestion.text == "complaint-answered"


def test_a_limit_with_the_wrong_stop_is_said_once() -> None:
    right = limit("right", "1 小时", "a-b").replace("title: right", "title: 投诉处理")
    wrong = limit("wrong", "2 小时", "a-b").replace("title: wrong", "title: 投诉回访")
    assert put(right, wrong) == [("T19", 1)]


# Nothing to look at


def test_no_manual_and_no_items_are_nothing_to_find() -> None:
    for code in OURS | CLOCKLESS:
        rule = RULES[code]
        assert list(rule.run({"corpus": Corpus({}), "clocks": None})) == [], code
