"""A small manual with an item of every kind whose changes are told in a way of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import pytest

from guifan.checks.examples import BASE, SHARED
from guifan.checks.reading import read_standards
from guifan.language.source import Source

if TYPE_CHECKING:
    from guifan.corpus.graph import Corpus

OWN = {
    "manual": """\
kind: manual
id: manual
title: 客户服务规范
language: 1
operator: 云川通信
edition: 2026 年第 1 版
arranged_through: 2026
chapters:
  - id: general
    number: 1
    title: 总则
    about: 原则
    sections:
      - {id: aims, title: 宗旨}
  - {id: complaints, number: 2, title: 投诉, about: 办理}
calendars:
  - {id: office, title: 行政班, hours: 周一至周五 08:30–17:30；法定节假日除外}
  - {id: counter, title: 营业厅, hours: 每天 09:00–18:00}
""",
    "reasons": """\
kind: taxonomy
id: extension-reason
title: 延期理由
members:
  - {id: third-party, title: 等第三方}
  - {id: site-visit, title: 上门查勘}
""",
    "areas": """\
kind: taxonomy
id: area
title: 地域
members: [{id: urban, title: 城镇}, {id: rural, title: 农村}]
""",
    "contacted": """\
kind: event
id: complaint-contacted
title: 首次联系
happens: 电话接通的时刻
evidence: 通话记录
""",
    "limit": """\
kind: limit
id: complaint-answer
title: 投诉答复
within: 5 个工作日
from: complaint-received
to: complaint-answered
calendar: office
population: every
answers_to: shift-leader
extension:
  add: 1 个工作日
  times: 1 次
  reasons: [third-party]
  granted_by: shift-leader
  notice: before-deadline
pauses:
  - {id: material, reason: 等客户补材料, cap: 2 个工作日, granted_by: shift-leader, told: 是}
""",
    "wait": """\
kind: limit
id: cooling
title: 复核前等待
within: 24 小时
bound: at-least
from: complaint-received
to: complaint-answered
""",
    "norm": """\
kind: norm
id: greet
title: 主动问候
rule: 接通后先问候，在【complaint-answer】内答复，不让客户久等。
modal: must
binds: {roles: [hotline-agent]}
aspect: behavioural
result: process
dimension: responsiveness
check: [听录音]
limits: [complaint-answer]
""",
    "procedure": """\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: record
    title: 详细记录
    do: 记下投诉内容
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    within: 10 分钟
  - {id: investigate, title: 调查核实, do: 查清事实, lane: backstage, by: shift-leader}
  - {id: answer, title: 答复客户, do: 说明结果, lane: backstage, by: hotline-agent}
""",
    "role": """\
kind: role
id: desk
title: 投诉专席
unit: service-department
rank: 2
reports_to: shift-leader
mission: 办好每一件投诉
duties: [办理投诉]
authority:
  - {id: compensation, what: 话费补偿, per_case: 50 元, beyond: shift-leader}
""",
    "ladder": """\
kind: escalation
id: answer-ladder
title: 答复升级
about: 快到时限
of: complaint-answer
calendar: office
rungs:
  - {id: remind, title: 提醒, after: 1 个工作日, to: hotline-agent, does: 提醒经办, by: 工单}
  - {id: press, title: 督办, after: 2 个工作日, to: shift-leader, does: 督办, by: 电话}
""",
    "message": """\
kind: message
id: hello
title: 开头语
form: script
to: customer
situation: 接通时
says: 您好，很高兴为您服务，请问有什么可以帮您？
""",
    "metric": """\
kind: metric
id: answer-rate
title: 接通率
means: 接得快不快
family: responsiveness
formula: answered / offered × 100%
variables:
  - {id: answered, title: 接通量}
  - {id: offered, title: 来电量}
unit: "%"
direction: up
target: 85%
window: 自然月
every: 1 日
reported_by: shift-leader
""",
    "grades": """\
kind: taxonomy
id: event-grade
title: 事件分级
members: [{id: major, title: 重大}]
""",
    "levels": """\
kind: taxonomy
id: response-level
title: 响应级别
members: [{id: level-1, title: 一级}]
""",
    "classes": """\
kind: taxonomy
id: event-class
title: 事件类别
members: [{id: outage, title: 通信中断}]
""",
    "playbook": """\
kind: playbook
id: outage
title: 断网预案
event_class: outage
about: 大面积断网
contacts:
  - {id: first, role: shift-leader, backup: desk, wait: 5 分钟, tells: 说清范围}
responses:
  - {grade: major, level: level-1, declared_by: shift-leader, commander: desk, gathers: 到会议室}
deputies: [shift-leader]
first_hour:
  - {id: bridge, at: 5 分钟, do: 开电话会, accountable: shift-leader}
comfort: [说明情况]
messages: [hello]
stand_down: [恢复满两小时]
reopen: 再次中断
after_action: 五日内复盘
last_review: 2026-01-01
""",
    "law": """\
kind: regulation
id: appeal-rules
title: 申诉处理办法
short: 申诉办法
issuer: 工信部
about: 管答复
editions: [{id: first, title: 2016 年公布, effective: 2016-07-30}]
articles:
  - {id: article-8, number: 第八条, edition: first, says: 十五日内答复, verification: V1}
floors:
  - id: answer-15d
    title: 答复
    article: article-8
    measure: maximum
    value: 15 日
    verification: V1
""",
}


_ID = re.compile(r"^id: (.+)$", re.MULTILINE)


class Linked(Protocol):
    """Link the small manual, some of its items written otherwise; an empty text leaves one out."""

    def __call__(self, **texts: str) -> Corpus: ...


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The items of the small manual that are its own, by what they are."""
    return dict(OWN)


@pytest.fixture(scope="session")
def linked() -> Linked:
    ids = {name for text in OWN.values() for name in _ID.findall(text)[:1]}
    base = [text for text in BASE if not ids.intersection(_ID.findall(text)[:1])]

    def link(**changed: str) -> Corpus:
        own = [text for text in (OWN | changed).values() if text]
        sources = [
            Source(f"standards/{at:02}.yaml", completed(text))
            for at, text in enumerate((*base, *own))
        ]
        read = read_standards(sources)
        assert not read.findings, read.findings
        return read.corpus

    return link


def completed(text: str) -> str:
    """The text with the shared fields that it lacks."""
    lines = [f"{names[0]}: {value}" for names, value in SHARED.items()]
    kind, _, rest = text.partition("\n")
    return "\n".join(
        (kind, *(one for one in lines if f"\n{one[: one.index(':')]}:" not in text), rest)
    )


@pytest.fixture(scope="session")
def small(linked: Linked) -> Corpus:
    """The small manual."""
    return linked()
