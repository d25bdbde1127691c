"""A small manual with every gap that a manager looks for, counted by hand in the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guifan.checks.reading import Standards, read_standards
from guifan.language.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

SHARED = """\
place: complaints
owner: care
author: desk
approver: chief
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
"""

MANUAL = """\
kind: manual
id: manual
title: 服务规范
language: 1
operator: 甲
edition: 第 1 版
arranged_through: 2026
chapters:
  - {id: general, number: 1, title: 总则, about: 原则}
  - {id: complaints, number: 2, title: 投诉, about: 客户来投诉时}
calendars:
  - {id: office, title: 行政班, hours: 周一至周五 08:30–17:30；法定节假日除外}
"""

UNITS = """\
kind: unit
items:
  - {id: care, title: 客户服务部, level: head-office, duties: [服务]}
  - {id: legal, title: 法务部, level: head-office, duties: [法务], owner: legal, audience: public}
"""

ROLES = """\
kind: role
items:
  - {id: agent, title: 客服代表, rank: 1, mission: 接好, duties: [接听], frontline: 是, unit: care}
  - {id: desk, title: 投诉专席, rank: 2, mission: 办好, duties: [办理], unit: care}
  - {id: chief, title: 主任, rank: 3, mission: 带好, duties: [指导], unit: legal}
"""

EVENTS = """\
kind: event
items:
  - {id: received, title: 收到, happens: 收到时, evidence: 工单}
  - {id: answered, title: 答复, happens: 答复时, evidence: 工单}
"""

LIMITS = """\
kind: limit
items:
  - id: pick-up
    title: 应答
    within: 15 秒
    from: received
    to: answered
  - id: answer
    title: 答复
    within: 3 个工作日
    from: received
    to: answered
    calendar: office
    floor: appeal-rules.answer-15d
  - id: by-letter
    title: 信函答复
    within: 5 个工作日
    from: received
    to: answered
    calendar: office
    applies: {channels: [letter]}
"""

HANDLING = """\
kind: procedure
id: handling
title: 投诉处理
about: 客户来投诉
promise: answer
limits: [pick-up]
channels: [hotline, shop]
steps:
  - {id: one, title: 答复, do: 答复客户, lane: frontstage, by: agent, accountable: desk}
"""

NORMS = """\
kind: norm
items:
  - id: keep-word
    title: 说到做到
    rule: 应当按时答复。
    modal: must
    dimension: reliability
    check: [抽查]
    binds: {roles: [agent, desk]}
    aspect: operational
    result: process
    limits: [by-letter]
    scored: 是
  - id: tell-truth
    title: 不说假话
    rule: 不得说假话。
    modal: must
    dimension: reliability
    check: [抽查]
    binds: {roles: [agent]}
    aspect: operational
    result: process
    red_line: 是
    place: general
  - id: be-kind
    title: 态度和气
    rule: 应当和气。
    modal: must
    dimension: reliability
    check: [抽查]
    binds: {roles: [agent]}
    aspect: behavioural
    result: process
    review_by: 2026-09-30
"""

TAXONOMIES = """\
kind: taxonomy
items:
  - id: service-dimension
    title: 服务维度
    members:
      - id: reliability
        title: 可靠性
        absences:
          - {aspect: behavioural, result: outcome, why: 看过程就知道}
      - {id: tangibles, title: 有形性}
  - id: request-type
    title: 来访事项
    members:
      - {id: complaint, title: 投诉, handled_by: [handling, keep-word]}
      - {id: advice, title: 咨询}
"""

CHANNELS = """\
kind: channel
items:
  - id: hotline
    title: 热线
    medium: voice
    hours: 每天 08:00–20:00
    identity: password
    reach: 拨打 10100
    intake:
      - {id: complaint, what: complaint, by: agent}
      - {id: advice, what: advice, by: agent}
  - id: letter
    title: 信函
    medium: letter
    hours: 每天 08:00–20:00
    identity: password
    reach: 寄到甲
    intake: [{id: complaint, what: complaint, by: desk}]
    cannot:
      - 不接受咨询；请拨打热线。
  - id: shop
    title: 营业厅
    medium: in-person
    hours: 每天 08:00–20:00
    identity: password
    reach: 到店
    intake: [{id: complaint, what: complaint, by: desk}]
"""

SERVICES = """\
kind: service
items:
  - id: new-number
    title: 新开号码
    sort: business
    about: 开一个号码
    routes: [{channel: hotline, strength: password, limit: answer}]
    excluded: [{channel: letter, why: 信函里无法核身, instead: hotline}]
  - id: price-policy
    title: 资费政策
    sort: policy
    about: 只告知
"""

LAW = """\
kind: regulation
id: appeal-rules
title: 申诉处理办法
short: 申诉办法
issuer: 工信部
about: 管答复
owner: legal
audience: public
editions: [{id: first, title: 2016 年}]
articles:
  - {id: article-8, number: 第八条, edition: first, says: 十五日内答复, verification: V1}
floors:
  - {id: answer-15d, title: 答复用户, article: article-8, measure: maximum, value: 15 日, \
verification: V2}
  - {id: keep-90d, title: 保存记录, article: article-8, measure: retention, bound: at-least, \
value: 90 日, verification: MEM}
  - {id: read-5d, title: 查阅材料, article: article-8, measure: maximum, value: 5 日, \
verification: V1}
  - {id: accept-5d, title: 主管部门受理, article: article-8, measure: maximum, value: 5 日, \
owed_to: other, verification: MEM}
"""

DATED = """\
kind: announcement
items:
  - {id: later, title: 晚结束的公告, brief: 晚, says: 晚, expires: 2027-05-31}
  - {id: sooner, title: 早结束的公告, brief: 早, says: 早, expires: 2026-06-30}
  - {id: planned, title: 拟发的公告, brief: 拟, says: 拟, status: draft, owner: chief}
  - {id: gone, title: 撤下的公告, brief: 撤, says: 撤, status: retired}
"""

WAIVED = """\
kind: term
id: promise
title: 承诺
means: 我们说到做到的事。
# guifan: allow R02 until=2026-08-31 reason=下一版的公告要用
origin: authored
# guifan: allow W01 until=2026-07-31 reason=照法规原文
review_by: 2026-12-31
"""


def managed(*more: str) -> Standards:
    """The manual, with more files or others in place of those that hold the same."""
    return read_standards(_sources((MANUAL, UNITS, ROLES, EVENTS, LIMITS, HANDLING, *_REST, *more)))


_REST = (NORMS, TAXONOMIES, CHANNELS, SERVICES, LAW, DATED, WAIVED)


def _sources(texts: Iterable[str]) -> list[Source]:
    return [Source(f"standards/{at}.yaml", _completed(text)) for at, text in enumerate(texts)]


def _completed(text: str) -> str:
    """A file with what its items share, where it does not say so itself."""
    first, _, rest = text.partition("\n")
    keys = {line.partition(":")[0] for line in rest.splitlines()}
    shared = [line for line in SHARED.splitlines() if line.partition(":")[0] not in keys]
    return "\n".join([first, *shared, rest])
