"""Duties against duties: typed acts, words against modals, and what is given to say."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example, Finding, Severity

NORM = """\
  - id: {id}
    title: {id}
    rule: {rule}
    modal: {modal}
    binds: {{roles: [{roles}], moments: [{moments}]}}
    aspect: operational
    result: process
    dimension: responsiveness
    check: [抽听录音]
"""
MOMENTS = """\
--- standards/moments.yaml
kind: taxonomy
id: call-moment
title: 服务环节
members:
  - {id: ask, title: 问清}
  - {id: close, title: 结束}
"""
RULES = {"must": "员工应当减免", "must-not": "员工不得减免", "may": "员工可以减免"}


def norm(
    name: str,
    modal: str,
    more: str = "",
    *,
    rule: str = "",
    roles: str = "hotline-agent",
    moments: str = "",
) -> str:
    written = NORM.format(
        id=name, rule=rule or RULES[modal], modal=modal, roles=roles, moments=moments
    )
    return written + "".join(f"    {line}\n" for line in more.splitlines())


def found(*norms: str, more: str = "", codes: tuple[str, ...] = ("W03", "X04")) -> list[Finding]:
    text = "--- standards/norms.yaml\nkind: norm\nitems:\n" + "".join(norms) + MOMENTS + more
    return [one for one in run_example(Example(text)).findings if one.code in codes]


@pytest.mark.parametrize(
    ("one", "other", "is_contrary"),
    [
        ("may", "must-not", True),
        ("must", "must-not", True),
        ("must-not", "must", True),
        ("must", "may", False),
        ("must-not", "must-not", False),
    ],
)
def test_only_a_prohibition_is_against_another_duty(
    one: str, other: str, *, is_contrary: bool
) -> None:
    hits = found(norm("a", one, "act: 减免费用"), norm("b", other, "act: 减 免费用"))
    assert [(hit.key, hit.subject) for hit in hits] == (
        [("against", "b" if one == "must-not" else "a")] if is_contrary else []
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("act: 减免费用", "act: 退还费用"),
        ("act: 减免费用\nwhen: 多收的", "act: 减免费用\nwhen: 没有多收的"),
        ("act: 减免费用\nexceptions: [按【b】办]", "act: 减免费用"),
        ("act: 减免费用\nwhen: 多收的", "act: 减免费用\nexceptions: [系统核出多收的，当场减]"),
        ("act: 减免费用", ""),
    ],
)
def test_other_acts_other_cases_and_exceptions_are_no_contradiction(one: str, other: str) -> None:
    assert found(norm("a", "may", one), norm("b", "must-not", other)) == []


def test_a_case_is_within_always() -> None:
    hits = found(norm("a", "may", "act: 减免\nwhen: 多收的"), norm("b", "must-not", "act: 减免"))
    assert len(hits) == 1


def test_norms_that_nobody_is_bound_by_both_do_not_meet() -> None:
    agent = norm("a", "may", "act: 减免")
    assert found(agent, norm("b", "must-not", "act: 减免", roles="shift-leader")) == []
    assert len(found(agent, norm("b", "must-not", "act: 减免", roles=""))) == 1
    asking = norm("a", "may", "act: 减免", moments="ask")
    assert found(asking, norm("b", "must-not", "act: 减免", moments="close")) == []


@pytest.mark.parametrize(
    ("modal", "rule", "is_wrong"),
    [
        ("must", "员工不得减免", True),
        ("must", "员工可减免", True),
        ("must-not", "员工应减免", True),
        ("may", "员工必须减免", True),
        ("must", "客户可以投诉的，员工应当告诉他", False),
        ("must-not", "员工应当避免争执", False),
        ("must", "员工须减免，不得拖延", False),
        ("may", "员工有权减免", False),
        ("must", "由员工减免", False),
        ("must", "班长响应求助，供应许可，记下可能的原因", False),
        ("must", "员工改口：「您可以放心」", False),
    ],
)
def test_the_words_of_a_rule_say_its_modal(modal: str, rule: str, *, is_wrong: bool) -> None:
    hits = found(norm("a", modal, rule=rule))
    assert [hit.key for hit in hits] == (["worded-otherwise"] if is_wrong else [])


NEVER = "never: [{phrase: 您等一下。, instead: 请您稍等}]"
MESSAGE = """\
--- standards/message.yaml
kind: message
id: script
title: 应答
form: script
to: customer
situation: 来电
says: 好的，您等一下，我去看看
"""


def test_what_is_forbidden_is_not_given_to_say() -> None:
    (own,) = found(norm("a", "must", f"say: [好的，您等一下！]\n{NEVER}"))
    assert (own.key, own.severity) == ("said", Severity.ERROR)
    (cited,) = found(norm("a", "must", f"messages: [script]\n{NEVER}"), more=MESSAGE)
    assert (cited.subject, cited.severity) == ("script", Severity.ERROR)


def test_what_is_forbidden_elsewhere_only_warns() -> None:
    (other,) = found(norm("a", "must", NEVER), norm("b", "must", "say: [您等一下]"))
    assert (other.subject, other.severity) == ("b", Severity.WARNING)
    (script,) = found(norm("a", "must", NEVER), more=MESSAGE)
    assert script.severity is Severity.WARNING


@pytest.mark.parametrize(
    "say",
    ["say: [请您等一下子]", "say: [您等一下吧]", "steps: [不说您等一下]"],
)
def test_a_part_of_another_sentence_is_not_the_phrase(say: str) -> None:
    assert found(norm("a", "must", f"{say}\n{NEVER}")) == []


def test_other_people_and_moments_are_left_alone() -> None:
    asking = norm("a", "must", NEVER, moments="ask")
    assert found(asking, norm("b", "must", "say: [您等一下]", moments="close")) == []
    other = norm("b", "must", "say: [您等一下]", roles="shift-leader")
    assert found(norm("a", "must", NEVER), other) == []


def keys(rule: str, modal: str = "must") -> list[str]:
    return [hit.key for hit in found(norm("a", modal, rule=rule), codes=("W02", "X04"))]


@pytest.mark.parametrize(
    ("rule", "modal", "expected"),
    [
        ("员工记录客户的诉求", "must", ["no-modal"]),
        ("班长响应求助", "must", ["no-modal"]),
        ("应记录客户的诉求", "must", ["nobody"]),
        ("不得拖延", "must-not", ["nobody"]),
        ("应热情并记录", "must", ["nobody", "attitude"]),
        ("员工应当礼貌、耐心并且记下诉求", "must", ["attitude"]),
        ("员工应当记下诉求，并应当当面复述", "must", ["two-duties"]),
        ("员工应当记下诉求；班长须核对", "must", ["two-duties"]),
        ("员工应当记下诉求，不得改写", "must", []),
        ("客户必须当面办的，员工应当登记", "must", []),
        ("客户可以投诉的，员工应当告诉他", "must", []),
        ("员工不得训斥客户，也不得挂断", "must-not", []),
        ("员工应当说「您应当带证件」", "must", []),
        ("员工应当热情接待", "must", []),
    ],
)
def test_a_norm_is_one_duty_of_somebody(rule: str, modal: str, expected: list[str]) -> None:
    assert keys(rule, modal) == expected


def test_what_a_norm_will_say_is_judged_too() -> None:
    later = "next:\n  - {effective: 2026-09-01, rule: 不得减免, note: 从严}"
    hits = found(norm("a", "must", later), codes=("W02", "W03", "X04"))
    assert {(hit.code, hit.key) for hit in hits} == {("W03", "worded-otherwise"), ("W02", "nobody")}
    assert {hit.position.line for hit in hits} == {13}


def test_a_norm_for_emergencies_takes_the_place_of_what_it_replaces() -> None:
    surge = "act: 减免\nsurge: {replaces: [b], until: complaint-answered}"
    assert found(norm("a", "may", surge), norm("b", "must-not", "act: 减免")) == []


LIMITS = """\
--- standards/limits.yaml
kind: limit
items:
  - {id: visit, title: 上门, value: 1 日}
  - {id: call, title: 提前多久致电, value: 30 分钟, bound: at-least}
  - {id: tries, title: 拨打, value: 3 次, bound: at-least}
"""


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("员工应当在【visit】内上门，上门前至少【call】致电", "上门前至少【call】致电"),
        ("员工应当至少拨打【tries】；改期的短信，至少提前【call】发", "至少提前【call】发"),
        ("员工应当登记报障；该减免的费用，由我们主动算给客户", "该减免的费用，由我们主动算给客户"),
        ("员工应当在【visit】内上门", None),
        # One act, told twice, or how far apart its repetitions are.
        ("员工应当在【visit】内上门，过了【visit】以前没有到的，道歉", None),
        ("员工应当至少拨打【tries】，每次至少隔【call】", None),
        ("员工应当至少拨打【tries】，两次之间至少隔【call】", None),
        # Its bounds, what is not to be done, and another case of it.
        ("员工应当先问清，单次不超过【visit】，一共最多【tries】", None),
        ("员工应当登记报障；没有登记的，由我们补", None),
        ("员工应当登记报障；由员工自己登记的不算", None),
        # What is no limit says no time.
        ("员工应当在【visit】内上门，按【a】以前的约定办", None),
    ],
)
def test_a_second_limit_or_hand_is_a_second_duty(rule: str, words: str | None) -> None:
    hits = found(norm("a", "must", rule=rule), more=LIMITS, codes=("W02", "X04"))
    assert [(hit.key, hit.arguments["words"]) for hit in hits] == (
        [("joined", words)] if words else []
    )
