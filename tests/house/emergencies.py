"""A small manual of two emergencies, a network that fails and an illness, and its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guifan.checks.reading import read_standards
from guifan.language.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus

SHARED = """\
place: basics
owner: desk
author: secretary
approver: director
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
"""

MANUAL = """\
id: manual
title: 小店应急规范
audience: public
language: 1
operator: 小店
edition: 第 1 版
arranged_through: 2026
chapters: [{id: basics, number: 1, title: 基础, about: 应急}]
calendars: [{id: always, title: 自然日, hours: 周一至周日 00:00-24:00}]
"""

UNIT = """\
id: desk
title: 前台
level: outlet
duties: [接待]
"""

ROLES = """\
items:
  - id: duty
    title: 值班经理
    unit: desk
    rank: 2
    mission: 当班负责
    duties: [值班]
    deputies: [director]
  - id: director
    title: 总监
    unit: desk
    rank: 3
    mission: 总负责
    duties: [指挥]
    deputies: [duty]
  - id: engineer
    title: 工程师
    unit: desk
    rank: 1
    mission: 修好
    duties: [抢修]
    deputies: [director]
  - id: secretary
    title: 秘书
    unit: desk
    rank: 1
    mission: 记全
    duties: [记录]
    deputies: [duty]
"""

TAXONOMIES = """\
audience: public
items:
  - id: statutory-event-class
    title: 法定分类
    members: [{id: accidents, title: 事故灾难}, {id: public-health, title: 公共卫生事件}]
  - id: event-class
    title: 事件分类
    members:
      - {id: accident, title: 事故, corresponds: [statutory-event-class.accidents]}
      - id: health
        title: 卫生
        corresponds: [statutory-event-class.public-health]
        excludes:
          - {grade: extreme, why: 只有一间店}
          - {grade: ordinary, why: 一个人生病不算}
      - id: people
        title: 人事
        apart: 不对外报告
        excludes:
          - {grade: extreme, why: 只有一间店}
          - {grade: major, why: 只有一间店}
          - {grade: ordinary, why: 一个人不来不算}
  - id: event-grade
    title: 事件分级
    about: 已经多重。
    members: [{id: extreme, title: 特重}, {id: major, title: 重大}, {id: ordinary, title: 一般}]
  - id: response-level
    title: 响应级别
    about: 动员多少。
    members:
      - {id: level-1, title: Ⅰ级}
      - {id: level-2, title: Ⅱ级}
      - {id: level-3, title: Ⅲ级}
  - id: warning-colour
    title: 预警颜色
    about: 可能多重。
    members: [{id: red, title: 红色}, {id: blue, title: 蓝色}]
  - id: message-stage
    title: 阶段
    members: [{id: first, title: 首报}, {id: restored, title: 恢复}]
"""

MESSAGES = """\
items:
  - id: outage-notice
    title: 中断告知
    form: template
    to: customer
    stage: first
    situation: 第一次告诉客户
    next_update: 几点
    says: 【?地区】中断，正在抢修，【?几点】再告知。
  - id: outage-desk
    title: 中断口径
    form: template
    to: frontline
    stage: first
    situation: 置顶
    next_update: 几点
    says: 原因在查，【?几点】更新。
  - {id: sorry, title: 道歉, form: script, to: customer, situation: 客户着急时, says: 对不起。}
"""

REGULATION = """\
id: outage-rules
title: 中断报告办法
short: 报告办法
issuer: 主管部门
about: 管报告
audience: public
editions: [{id: first, title: 2016 年}]
articles: [{id: article-3, number: 第三条, edition: first, says: 四小时内, verification: V1}]
floors:
  - id: written
    title: 书面报告
    article: article-3
    measure: maximum
    value: 4 小时
    verification: V1
"""

EVENTS = """\
items:
  - {id: ended, title: 响应终止, happens: 宣布终止, evidence: 日志}
  - {id: reviewed, title: 复盘完成, happens: 签收报告, evidence: 报告}
"""

LIMIT = """\
id: review-due
title: 复盘
within: 3 日
from: ended
to: reviewed
"""

PROGRAMME = """\
id: outage-drill
title: 中断演练
sort: drill
aim: 练熟
every: 6 个月
lead: duty
activities: [{id: run, do: 走一遍, by: duty, due: 每次, result: 记录}]
"""

PLAYBOOKS = """\
items:
  - id: outage
    title: 网络中断
    event_class: accident
    about: 一片客户断网，用本预案。单户断网不用。
    contacts:
      - {id: fix, role: engineer, backup: director, wait: 5 分钟, tells: 哪里断了}
      - {id: note, role: secretary, backup: duty, wait: 10 分钟, tells: 开始记}
    triggers:
      - id: users
        observes: 断网户数
        told_by: 工程师
        thresholds: [{grade: ordinary, reaches: 100 户}, {grade: extreme, reaches: "1,000 户"}]
    # guifan: allow E03 until=2099-12-31 reason=页面要能显示没有写全的预案
    signs: [{id: fire, sees: 机房着火, grade: major}]
    # guifan: allow E01 until=2099-12-31 reason=页面要能显示没有写全的预案
    responses:
      - grade: extreme
        level: level-1
        declared_by: duty
        commander: director
        gathers: 全体
      - {grade: ordinary, level: level-3, declared_by: duty, commander: duty, gathers: 当班的人}
    warnings:
      - {colour: blue, signal: 小雨, do: 看一眼}
      - {colour: red, signal: 暴雨, do: 备发电机}
    deputies: [engineer, secretary]
    first_hour:
      - {id: look, at: 15 分钟, do: 查出范围, accountable: engineer, done: 有名单}
      - {id: declare, do: 宣布响应, accountable: duty}
      - {id: tell, at: 15 分钟, do: 告诉客户, accountable: duty, message: outage-notice}
      - {id: again, at: 1 小时, do: 再说一次, accountable: secretary, message: outage-desk}
    later:
      - {id: prove, at: 2 小时, do: 抽号实测, accountable: engineer}
      - {id: close, do: 恢复以后撤下公告, accountable: duty}
      - {id: settle, at: 24 小时, do: 拟出补偿, accountable: director}
    comfort: [先问平安]
    must_not: [猜原因]
    reports:
      - id: written
        to: 主管部门
        when: 重大以上
        within: 3 小时
        by: secretary
        floor: outage-rules.written
        content: [户数]
    # guifan: allow E05 until=2099-12-31 reason=样例只有两份模板
    messages: [outage-notice, outage-desk, sorry]
    stand_down: [实测全通]
    reopen: 再断
    after_action: 【review-due】内
    last_review: 2026-05-01
    drilled: 2026-08-31
    drill: outage-drill
  - id: illness
    title: 聚集生病
    event_class: health
    about: 三个人同时发烧，打开本预案。
    contacts: [{id: doctor, role: duty, backup: director, wait: 5 分钟, tells: 几个人}]
    signs: [{id: fever, sees: 三人发烧, grade: major}]
    responses:
      - {grade: major, level: level-2, declared_by: duty, commander: duty, gathers: 前台}
    deputies: [director]
    first_hour: [{id: apart, do: 分开, accountable: duty}]
    comfort: [报平安]
    # guifan: allow E05 until=2099-12-31 reason=样例只有两份模板
    messages: [sorry]
    stand_down: [都好了]
    reopen: 又发烧
    after_action: 【review-due】内
    last_review: 2026-05-01
"""

FILES = {
    "manual": MANUAL,
    "unit": UNIT,
    "role": ROLES,
    "taxonomy": TAXONOMIES,
    "message": MESSAGES,
    "regulation": REGULATION,
    "event": EVENTS,
    "limit": LIMIT,
    "programme": PROGRAMME,
    "playbook": PLAYBOOKS,
}

NUMBERS = """\
duty:
  - {name: 值班电话, number: 0571-8866-0100}
  - {name: 手机, number: 138 1111 2222}
engineer:
  - {name: 分机, number: 0571-8866-0100 转 801}
"""
"""Numbers of two posts of four."""


def corpus() -> Corpus:
    """The manual's corpus."""
    read = read_standards(Source(f"standards/{kind}.yaml", _file(kind)) for kind in FILES)
    assert not read.findings, read.findings
    return read.corpus


def write(root: Path, numbers: str = NUMBERS) -> Path:
    """Write the manual to a folder, with the numbers where there are any."""
    (root / "standards").mkdir(parents=True)
    for kind in FILES:
        (root / "standards" / f"{kind}.yaml").write_text(_file(kind), "utf-8")
    if numbers:
        (root / "overlay").mkdir()
        (root / "overlay" / "contacts.yaml").write_text(numbers, "utf-8")
    return root


def _file(kind: str) -> str:
    return f"kind: {kind}\n{SHARED}{FILES[kind]}"
