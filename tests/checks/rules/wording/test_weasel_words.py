"""Words that say neither how soon nor how much: as words, in their clause, where somebody is bound.

The sentences are written for this test, most after real manuals; nothing is taken from the rule.
"""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.findings import Example, Finding, Severity

NORM = """\
--- standards/norm.yaml
kind: norm
id: answer
title: 答复客户
rule: {rule}
modal: must
binds: {{roles: [hotline-agent]}}
aspect: operational
result: process
dimension: responsiveness
check: [抽听录音]
{more}--- standards/limit.yaml
kind: limit
id: complaint-limit
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
"""
TAXONOMY = """\
--- standards/taxonomy.yaml
kind: taxonomy
id: counter-kind
title: 台席种类
members:
  - {id: quick, title: 综合台席, also: [及时办窗口]}
"""


def found(rule: str, more: str = "") -> list[Finding]:
    report = run_example(Example(NORM.format(rule=rule, more=more)))
    return [one for one in report.findings if one.code in ("W01", "W05")]


def words(rule: str) -> list[str]:
    line = f"rule: {rule}"
    return [line[one.position.column - 1 : one.position.end_column - 1] for one in found(rule)]


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        ("员工应当及时答复客户", "及时"),
        ("客服代表可以及时处理的，应当当面说明，并记下", "及时"),
        ("员工应当及时点开工单", "及时"),
        ("知识采编应当定期内部通报", "定期"),
        ("员工应当尽快联系客户", "尽快"),
        ("值班经理应当迅速上报", "迅速"),
        ("装维人员应当快速修复", "快速"),
        ("员工应当立即停止推销", "立即"),
        ("班长应当定期抽听录音", "定期"),
        ("员工应当依法定期清点", "定期"),
        ("员工可以适当减免违约金", "适当"),
        ("必要时可以延长期限", "必要"),
        ("员工应当说明必要的信息", "必要"),
        ("员工一般应当答复客户", "一般"),
        ("一般情况下由班长答复客户", "一般"),
        ("投诉一般不转出", "一般"),
        ("员工一般回复客户", "一般"),
        ("原则上不得转出", "原则上"),
        ("员工应当具备较强的沟通能力", "较强"),
        ("员工应当给客户一定的补偿", "一定的"),
        ("接到投诉满【complaint-limit】，员工应当及时答复客户", "及时"),
        ("员工应当及时答复客户，最迟不超过【complaint-limit】", "及时"),
        ("两名员工应当及时答复客户", "及时"),
        ("当班班长应当及时答复客户", "及时"),
    ],
)
def test_a_weasel_word_is_found(rule: str, word: str) -> None:
    assert words(rule) == [word]


@pytest.mark.parametrize(
    "rule",
    [
        "员工应当在【complaint-limit】内及时答复客户",
        "员工应当在当日及时答复客户",
        "班长应当每周定期抽听录音",
        "班长应当定期抽听录音至少 5 通",
        "员工应当在 18:00 前尽快答复客户",
        "员工应当按及时率排名",
        "员工应当记下时间以及时段",
        "涉及时限的，员工应当记下来",
        "来不及时，员工应当记下来",
        "一般事件和较大事件，员工都应当登记",
        "员工应当核对一般纳税人资格",
        "员工应当走一般处理流程",
        "员工应当加快速度",
        "员工应当引导客户走快速通道",
        "客户成立即时通信群的，员工应当登记",
        "员工应当在约定期限内答复客户",
        "员工应当核对绑定期",
        "班长可以不定期抽听录音",
        "客户认为合适当场办理的，员工应当当场办理",
        "员工不必要求客户重说",
        "员工应当说明收集的必要性",
        "员工务必要回访",
        "员工不得在这条原则上让步",
        "员工应当避免计较强度高低",
        "结果不一定的，员工应当说明",
        "按照《电信条例》「应当及时修复」的要求，员工应当登记",
        "员工不得说「我们会尽快处理」",
        "员工应当把「及时」换成时刻",
    ],
)
def test_what_is_exact_or_another_word_is_left_alone(rule: str) -> None:
    assert words(rule) == []


def test_a_name_of_the_manual_is_left_alone() -> None:
    rule = "员工应当请客户到及时办窗口"
    assert words(rule) == ["及时"]
    assert found(rule, TAXONOMY) == []


def test_two_words_that_lack_one_thing_are_one_finding() -> None:
    assert words("员工应当及时、尽快答复客户") == ["及时"]
    assert words("员工应当及时答复，并且适当减免；班长应当尽快答复") == ["及时", "适当", "尽快"]


def test_a_norm_with_one_limit_is_told_to_cite_it() -> None:
    (one,) = found("员工应当及时答复客户", "limits: [complaint-limit]\n")
    assert one.suggestion is not None
    assert (one.suggestion.text, one.suggestion.safe) == ("在【complaint-limit】内", False)


def test_it_is_an_error_where_somebody_is_owed_and_else_a_warning() -> None:
    (internal,) = found("员工应当及时答复客户")
    assert internal.severity is Severity.WARNING
    (promise,) = found("员工应当及时答复客户", "audience: public\n")
    assert promise.severity is Severity.ERROR
    (how,) = found("员工应当答复客户", "audience: public\nsteps: [及时登记]\n")
    assert how.severity is Severity.WARNING


STEP = """\
--- standards/procedure.yaml
kind: procedure
id: handling
title: 投诉处理
about: 适当办理
steps:
  - id: answer
    title: 答复
    do: 立即答复客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
"""


def test_a_step_is_owed_and_what_a_procedure_is_about_is_not() -> None:
    report = run_example(Example(STEP))
    assert [(one.severity, one.key) for one in report.findings if one.code == "W01"] == [
        (Severity.WARNING, "how-much"),
        (Severity.ERROR, "how-soon"),
    ]


DIALOGUE = """\
--- standards/message.yaml
kind: message
id: angry-customer
title: 着急的客户
form: dialogue
to: customer
situation: 客户着急
turns:
  - {id: t1, who: customer, says: 你们一般多久答复？原则上呢？}
  - {id: t2, who: agent, says: 我们会尽快答复您。}
"""


def test_what_a_customer_says_binds_nobody() -> None:
    report = run_example(Example(DIALOGUE))
    assert [(one.position.line, one.key) for one in report.findings if one.code == "W01"] == [
        (9, "how-soon")
    ]


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        ("员工应当转相关部门处理", "相关部门"),
        ("员工应当转有关单位处理", "有关单位"),
        ("员工应当转相关职能部门处理", "相关职能部门"),
        ("员工应当报告相关主管部门", "相关主管部门"),
        ("员工应当转相关部门（有三个）处理", "相关部门"),
        ("员工应当通知相关人员", "相关人员"),
    ],
)
def test_a_unit_that_is_not_named_is_found_by_one_rule(rule: str, word: str) -> None:
    (one,) = found(rule)
    assert one.code == "W05"
    assert one.severity is (Severity.WARNING if word == "相关人员" else Severity.ERROR)
    assert words(rule) == [word]


@pytest.mark.parametrize(
    "rule",
    [
        "员工应当转相关部门（【service-department】）处理",
        "员工应当转相关部门（客户服务部）处理",
        "员工应当报告国家有关部门",
        "员工应当报告公安、消防等有关部门",
        "员工不得说「我帮您转相关部门」",
        "员工应当核对与此事有关的部门名称",
    ],
)
def test_units_that_are_named_or_only_spoken_of_are_left_alone(rule: str) -> None:
    assert words(rule) == []
