"""What customers are told is what they are promised: scripts, sayings, dialogues and references."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example, Finding

LIMITS = """\
--- standards/limits.yaml
kind: limit
items:
  - {id: repair, title: 障碍修复, within: 24 小时, from: complaint-received, to: complaint-answered, audience: public}
  - {id: target, title: 修复内控, within: 2 小时, from: complaint-received, to: complaint-answered, population: share, share: 90%}
  - {id: tries, title: 拨打次数, value: 3 次}
--- standards/metric.yaml
kind: metric
id: in-time-rate
title: 修复率
means: 修好的比例
family: responsiveness
formula: fixed / all × 100%
variables:
  - {id: fixed, title: 修好}
  - {id: all, title: 全部}
unit: "%"
direction: up
target: 90%
window: 自然月
every: 1 日
reported_by: shift-leader
"""  # noqa: E501  # one limit a line
MESSAGE = """\
--- standards/message.yaml
kind: message
id: words
title: 告知
form: script
to: {to}
situation: 报障
{says}
"""


def found(says: str, to: str = "customer", extra: str = "") -> list[Finding]:
    text = LIMITS + MESSAGE.format(to=to, says=says) + extra
    return [one for one in run_example(Example(text)).findings if one.code in ("W06", "X04")]


@pytest.mark.parametrize(
    ("says", "keys"),
    [
        ("says: 师傅【target】内到", ["promised"]),
        ("says: 师傅【target.within】内到", ["promised"]),
        ("says: 我们打【tries】", ["limit"]),
        ("says: 我们要做到【in-time-rate】", ["metric"]),
        ("says: 师傅【repair】内到", []),
        ("says: 师傅【?时刻】到", []),
        ("says: 师傅【nobody-knows】到", []),
        ("says: 您好\ntips: [不说【target】]", []),
        ("says: 您好\nnever: [{phrase: 【target】内到, instead: 【target】左右到}]", ["promised"]),
        ("turns: [{id: t1, who: customer, says: 说好【target】}]", []),
        ("turns: [{id: t1, who: agent, says: 【target】, note: 【target】}]", ["promised"]),
        ("says: 【target】和【tries】", ["promised", "limit"]),
    ],
)
def test_only_what_customers_are_told(says: str, keys: list[str]) -> None:
    assert [one.key for one in found(says)] == keys


@pytest.mark.parametrize("to", ["frontline", "colleague", "management"])
def test_colleagues_may_be_told_work_standards(to: str) -> None:
    assert found("says: 师傅【target】内到", to) == []


def test_the_promise_is_proposed() -> None:
    (one,) = found("says: 师傅【target】内到")
    assert one.suggestion is not None
    assert one.suggestion.text == "repair"
    assert one.arguments["promise"] == "障碍修复"


PROCEDURE = """\
--- standards/procedure.yaml
kind: procedure
id: repairing
title: 修障
about: 客户报障
steps:
  - {id: go, title: 上门, do: 到客户家, lane: frontstage, by: hotline-agent, within: 40 分钟}
"""


def test_the_time_of_a_step_is_a_work_standard() -> None:
    (one,) = found("says: 师傅【repairing.go.within】内到", extra=PROCEDURE)
    assert (one.key, str(one.arguments["step"])) == ("step", "上门")
    assert found("says: 接着【repairing.go】", extra=PROCEDURE) == []


def test_a_public_script_is_for_the_rule_on_what_is_internal() -> None:
    text = LIMITS + MESSAGE.format(to="customer", says="audience: public\nsays: 【target】内到")
    codes = [one.code for one in run_example(Example(text)).findings]
    assert "R12" in codes
    assert "W06" not in codes


@pytest.mark.parametrize(
    ("audience", "said"), [("internal", ("W06", "many")), ("public", ("R12", "many"))]
)
def test_what_several_items_tell_is_one_fault_there(audience: str, said: tuple[str, str]) -> None:
    says = f"audience: {audience}\nsays: 【target】内到"
    extra = "".join(
        MESSAGE.format(to="customer", says="says: 约【target】").replace("words", name)
        .replace("message.yaml", f"{name}.yaml")
        for name in ("a", "b")
    )  # fmt: skip
    text = LIMITS + MESSAGE.format(to="customer", says=says) + extra
    hits = [one for one in run_example(Example(text)).findings if one.code in ("R12", "W06")]
    assert [((one.code, one.key), one.subject) for one in hits] == [(said, "target")]
    assert {one.position.file for one in hits[0].related} >= {
        f"standards/{name}.yaml" for name in ("message", "a", "b")
    }
