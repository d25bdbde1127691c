"""What channels take in (C02): who receives it, what handles it, by when; odd corpora."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.findings import Example

LIMIT = """\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
{amount}
{applies}
"""
WITHIN = "within: 3 个工作日\nfrom: complaint-received\nto: complaint-answered\ncalendar: office"


def channel(
    by: str = "hotline-agent", staff: str = "[hotline-agent]", what: str = "complaint"
) -> str:
    return (
        "--- standards/shop.yaml\nkind: channel\nid: shop\ntitle: 营业厅\nmedium: in-person\n"
        f"reach: 到店\nhours: 每天 09:00–18:00\nintake: [{{id: one, what: {what}, by: {by}}}]\n"
        f"identity: document\nstaffed_by: {staff}\n"
    )


def requests(handled_by: str = "[handling]", name: str = "request-type") -> str:
    return (
        f"--- standards/{name}.yaml\nkind: taxonomy\nid: {name}\ntitle: 事项\n"
        f"members: [{{id: complaint, title: 投诉, handled_by: {handled_by}}}]\n"
    )


def norm(binds: str = "roles: [hotline-agent]", limits: str = "[complaint-answer]") -> str:
    return (
        "--- standards/norm.yaml\nkind: norm\nid: handling\ntitle: 有诉必答\nrule: 应当答复。\n"
        f"modal: must\nbinds: {{{binds}}}\naspect: operational\nresult: process\n"
        f"dimension: reliability\nlimits: {limits}\ncheck: [抽查]\n"
    )


def procedure(more: str = "promise: complaint-answer", step: str = "") -> str:
    return (
        "--- standards/way.yaml\nkind: procedure\nid: handling\ntitle: 处理\nabout: 有人投诉\n"
        f"{more}\nsteps:\n  - {{id: a, title: 答复, do: 答复, lane: frontstage,"
        f" by: hotline-agent, accountable: shift-leader{step}}}\n"
    )


def limit(amount: str = WITHIN, applies: str = "") -> str:
    return LIMIT.format(amount=amount, applies=applies)


HOTLINE = channel().replace("shop", "hotline")


def keys(*files: str) -> list[str]:
    report = run_example(Example("".join(files)))
    assert [one.code for one in report.findings if one.code == "X04"] == []
    return [one.key for one in report.findings if one.code == "C02"]


@pytest.mark.parametrize(
    ("handles", "expected"),
    [
        (norm(), []),
        (norm("roles: [hotline-agent], channels: [shop]"), []),
        (norm("roles: [hotline-agent], channels: [hotline]"), ["nothing-here"]),
        (norm("roles: [shift-leader]"), ["nothing-here"]),
        (norm(limits="[]"), ["open"]),
        (norm(limits="[nowhere]"), ["open"]),
        (procedure(), []),
        (procedure(""), ["open"]),
        (procedure("limits: [complaint-answer]"), []),
        (procedure("", ", limit: complaint-answer"), []),
        (procedure("channels: [hotline]\npromise: complaint-answer"), ["nothing-here"]),
    ],
)
def test_what_is_taken_in_is_handled_there_by_a_time(handles: str, expected: list[str]) -> None:
    # The hotline of these manuals takes nothing in but by the same post.
    other = HOTLINE.replace("id: one, what: complaint", "id: one, what: nothing")
    assert keys(channel(), other, requests(), limit(), handles) == expected


def test_the_limit_has_to_be_a_time_that_holds_on_the_channel() -> None:
    both = (channel(), HOTLINE, requests(), procedure())
    assert keys(*both, limit("value: 3 次")) == ["open"]
    assert keys(*both, limit(applies="applies: {channels: [shop]}")) == ["no-limit"]
    assert keys(*both, limit(applies="applies: {channels: [shop, hotline]}")) == []


def test_one_fault_of_several_channels_is_said_once() -> None:
    nowhere = procedure("channels: [letter]\npromise: complaint-answer")
    found = run_example(Example("".join((channel(), HOTLINE, requests(), limit(), nowhere))))
    (one,) = (one for one in found.findings if one.code == "C02")
    assert (one.key, str(one.arguments["channel"]), len(one.related)) == (
        "nothing-here",
        "营业厅",
        2,
    )


def test_several_channels_with_posts_of_their_own_lack_one_thing() -> None:
    nowhere = procedure("channels: [letter]\npromise: complaint-answer")
    other = channel(by="shift-leader", staff="[shift-leader]").replace("shop", "hotline")
    other = other.replace("营业厅", "热线")
    found = run_example(Example("".join((channel(), other, requests(), limit(), nowhere))))
    (one,) = (one for one in found.findings if one.code == "C02")
    assert (one.key, len(one.related)) == ("nothing-here", 2)
    assert set(str(one.arguments["channel"]).split("、")) == {"营业厅", "热线"}
    assert set(str(one.arguments["post"]).split("、")) == {"热线客服代表", "班长"}


def test_a_class_that_nothing_handles_is_said_once_however_many_take_it_in() -> None:
    assert keys(channel(), HOTLINE, requests("[]")) == ["unhandled"]
    assert keys(channel(), HOTLINE, requests("[complaint-received]")) == ["unhandled"]
    assert keys(requests("[]")) == []


def test_the_post_that_receives_serves_there() -> None:
    rest = (requests(), limit(), procedure())
    assert keys(channel(by="shift-leader"), *rest) == ["post"]
    assert keys(channel(by="shift-leader"), requests(), limit(), norm()) == ["post"]
    assert keys(channel(by="nobody"), *rest) == []
    assert keys(channel(by="shift-leader", staff="[]"), *rest) == []


def test_what_comes_from_outside_has_a_time_limit() -> None:
    outside = requests(name="external-source")
    assert keys(outside, limit(), procedure()) == []
    assert keys(outside, procedure("")) == ["open"]
    assert keys(requests("[]", name="external-source")) == ["unhandled"]


def test_what_is_not_there_is_left_to_the_rule_of_references() -> None:
    assert keys(channel(), requests("[nowhere]")) == []
    assert keys(channel(what="nothing"), requests(), limit(), procedure()) == []


def test_where_people_take_things_in_complaints_are_not_turned_away() -> None:
    two = requests().replace("]}]", "]}, {id: praise, title: 表扬, handled_by: [handling]}]")
    rest = (two, limit(), norm())
    assert keys(channel(what="praise"), *rest) == ["refused"]
    said = channel(what="praise") + "cannot: [不受理投诉：请拨打热线]\n"
    assert keys(said, *rest) == []
    assert keys(channel(what="praise", staff="[]"), *rest) == []
    # A manual whose requests know no complaints promises nothing about them.
    other = requests().replace("id: complaint, title: 投诉", "id: praise, title: 表扬")
    assert keys(channel(what="praise"), other, limit(), norm()) == []


def test_a_post_that_takes_in_several_things_is_missed_once() -> None:
    one = "{id: one, what: complaint, by: shift-leader}"
    two = one.replace("id: one", "id: two")
    own = channel(by="shift-leader").replace(one, f"{one}, {two}")
    text = own + requests() + limit() + norm()
    (only,) = [one for one in run_example(Example(text)).findings if one.code == "C02"]
    assert only.key == "posts"
    assert own.splitlines()[only.position.line].startswith("staffed_by:")
    assert len(only.related) == 2


@pytest.mark.parametrize("field", ["otherwise", "backup"])
def test_nobody_is_sent_on_to_where_they_are(field: str) -> None:
    text = RULES["L08"].good.text
    changed = text.replace("identity: password\n", f"identity: password\n{field}: hotline\n")
    report = run_example(Example(changed))
    found = [(one.code, one.key) for one in report.findings if one.code in ("S07", "X04")]
    assert found == [("S07", "its-own-stead")]
