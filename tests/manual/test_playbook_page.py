"""A playbook's page: the order of a commander's questions, and what stands in each answer."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import emergencies
import pytest
import rendering
from marked import Tags

from guifan.language.catalogues import translator
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.programme import Programme
from guifan.language.model import Audience
from guifan.language.quantities import parse_duration
from guifan.manual.arrange import arrange
from guifan.manual.views.playbook import view

if TYPE_CHECKING:
    from guifan.corpus.graph import Corpus

WORDS = translator("zh-Hans")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return emergencies.corpus()


def shown(corpus: Corpus, name: str = "outage") -> Any:
    book = arrange(corpus, Audience.INTERNAL, WORDS, rendering.DAY)
    return view(book, book.pages[f"playbooks/{name}"], WORDS)


def playbook(corpus: Corpus, name: str) -> Playbook:
    found = corpus.one(Playbook, name)
    assert found
    return found


def test_grades_go_from_high_to_low_with_their_lower_ends(corpus: Corpus) -> None:
    rows = [
        (one.member.title, one.rank, one.starts, [sign.id for sign in one.signs])
        for one in shown(corpus)["grades"]
    ]
    assert rows == [
        ("特重", 1, ("1,000 户",), []),
        ("重大", 2, ("",), ["fire"]),
        ("一般", 3, ("100 户",), []),
    ]


def test_a_grade_says_who_commands_where_the_playbook_does(corpus: Corpus) -> None:
    commanders = [one.response and one.response.commander for one in shown(corpus)["grades"]]
    assert commanders == ["director", None, "duty"]


def test_a_commander_ends_it_unless_somebody_else_is_named(corpus: Corpus) -> None:
    assert [one.ended_by for one in shown(corpus)["grades"]] == ["director", "", "duty"]
    entry = corpus.entries["outage"]
    assert isinstance(entry.item, Playbook)
    first, *others = entry.item.responses
    responses = (first.model_copy(update={"ended_by": "secretary"}), *others)
    item = entry.item.model_copy(update={"responses": responses})
    entries = {**corpus.entries, "outage": type(entry)(item, (), entry.document, entry.node)}
    named = [one.ended_by for one in shown(type(corpus)(entries))["grades"]]
    assert named == ["secretary", "", "duty"]


def test_grades_that_an_event_cannot_reach_are_left_out(corpus: Corpus) -> None:
    assert [one.member.id for one in shown(corpus, "illness")["grades"]] == ["major"]
    assert [one.member.id for one in shown(corpus, "outage")["grades"]] == [
        "extreme",
        "major",
        "ordinary",
    ]


def test_the_first_hour_goes_by_minutes_however_it_is_written(corpus: Corpus) -> None:
    hour = [
        (one.at, one.says, [action.id for action in one.actions]) for one in shown(corpus)["hour"]
    ]
    assert hour == [
        ("T+0", "立即", ["declare"]),
        ("T+15", "15 分钟", ["look", "tell"]),
        ("T+60", "1 小时", ["again"]),
    ]


def test_the_axis_is_longer_where_more_time_passes(corpus: Corpus) -> None:
    waits = [one.wait for one in shown(corpus)["hour"]]
    assert waits[0] == 0
    assert waits == sorted(set(waits))


def test_what_follows_keeps_its_order_and_may_wait_for_something_else(corpus: Corpus) -> None:
    later = [(one.at, [action.id for action in one.actions]) for one in shown(corpus)["later"]]
    assert later == [("2 小时", ["prove"]), ("接着", ["close"]), ("24 小时", ["settle"])]


def test_templates_stand_by_stage_and_addressee(corpus: Corpus) -> None:
    told = shown(corpus)
    assert [one.label for one in told["addressees"]] == ["客户", "一线"]
    grid = [(row.title, [[one.id for one in cell] for cell in row.cells]) for row in told["stages"]]
    assert grid == [
        ("首报", [["outage-notice"], ["outage-desk"]]),
        ("随时", [["sorry"], []]),
    ]


def test_the_gravest_warning_comes_first(corpus: Corpus) -> None:
    assert [one.colour for one in shown(corpus)["alerts"]] == ["red", "blue"]


@pytest.mark.parametrize(
    ("every", "due"),
    [
        ("6 个月", date(2027, 2, 28)),  # February has no 31st
        ("12 个月", date(2027, 8, 31)),
        ("1 年", date(2027, 8, 31)),
        ("18 个月", date(2028, 2, 29)),
        ("3 个月", date(2026, 11, 30)),
        ("90 日", date(2026, 11, 29)),
        ("20 个工作日", None),  # no calendar says when
    ],
)
def test_the_next_drill_is_due_as_often_as_its_programme_says(
    corpus: Corpus, every: str, due: date | None
) -> None:
    entry = corpus.entries["outage-drill"]
    assert isinstance(entry.item, Programme)
    item = entry.item.model_copy(update={"every": parse_duration(every)})
    entries = {**corpus.entries, "outage-drill": type(entry)(item, (), entry.document, entry.node)}
    assert shown(type(corpus)(entries))["drill_due"] == due


def test_a_playbook_without_a_plan_of_drills_is_never_overdue(corpus: Corpus) -> None:
    assert shown(corpus, "illness")["drill_due"] is None
    page = rendering.pages(corpus)["playbooks/illness"]
    assert "还没有演练过" in page.html
    assert "演练过期" not in page.html


def test_the_page_answers_in_the_order_in_which_a_commander_asks(corpus: Corpus) -> None:
    page = rendering.pages(corpus)["playbooks/outage"]
    anchors = [one.anchor for one in page.headings]
    wanted = ["contacts", "grades", "first-hour", "must-not", "comfort", "messages", "reports"]
    wanted += ["later", "warnings", "stand-down", "after"]
    assert [one for one in anchors if one in wanted] == wanted
    assert "拿不准，按高一级。" in page.html
    assert page.html.count("号码见应急通讯录。") == 1


def test_the_axis_is_a_list_for_who_sees_no_axis(corpus: Corpus) -> None:
    html = rendering.pages(corpus)["playbooks/outage"].html
    hour = html[html.index('<ol class="gf-hour">') :].partition("</ol>")[0]
    assert not Tags(hour + "</ol>").faults
    assert re.findall(r"<h3>(T\+\d+)", hour) == ["T+0", "T+15", "T+60"]
    actions = re.findall(r'<li id="(\w+)" data-gf-action', hour)
    assert actions == ["declare", "look", "tell", "again"]


def test_a_report_stands_beside_its_floor_and_the_law(corpus: Corpus) -> None:
    page = rendering.pages(corpus)["playbooks/outage"]
    for said in ("3 小时", "4 小时", "《报告办法》第三条"):
        assert said in page.html
    assert ("regulations/outage-rules", "written") in page.links


def test_a_number_that_no_system_shows_says_who_tells_it(corpus: Corpus) -> None:
    page = rendering.pages(corpus)["playbooks/outage"]
    assert page.html.count("由谁告诉 工程师") == 2  # on a phone and in the table


def test_a_class_says_which_grades_it_cannot_have_and_why(corpus: Corpus) -> None:
    pages = rendering.pages(corpus).values()
    html = next(page.html for page in pages if "不会有的级别" in page.html)
    assert "一个人不来不算" in html
    assert "不对应的理由 不对外报告" in html
