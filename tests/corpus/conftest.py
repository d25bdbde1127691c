"""A small manual about one complaint, and a way to link more."""

from collections.abc import Callable
from typing import Protocol

import pytest

from guifan.corpus.assemble import assemble
from guifan.corpus.graph import Corpus
from guifan.language.loader import load
from guifan.language.source import Source

SHARED = {
    "place": "complaints.handling",
    "owner": "care",
    "author": "care",
    "approver": "care",
    "version": "1",
    "effective": "2026-01-01",
    "review_by": "2026-12-31",
    "origin": "authored",
}

MANUAL = """\
kind: manual
id: manual
title: 服务规范
language: 1
operator: 甲
edition: 第 1 版
arranged_through: 2026
audience: public
place: complaints
chapters:
  - {id: general, number: 1, title: 总则, about: 原则}
  - id: complaints
    number: 2
    title: 投诉
    about: 客户来投诉时
    sections:
      - {id: handling, title: 处理}
calendars:
  - {id: office, title: 行政班, hours: 周一至周五 08:30–17:30}
"""

TAXONOMY = """\
kind: taxonomy
id: call-moment
title: 服务环节
audience: public
members:
  - {id: greeting, title: 开头}
  - {id: closing, title: 结束}
"""

REGULATION = """\
kind: regulation
id: appeal-rules
title: 申诉处理办法
short: 申诉办法
issuer: 工信部
about: 管答复
audience: public
editions: [{id: first, title: 2016 年}]
articles:
  - {id: article-8, number: 第八条, edition: first, says: 十五日内答复, verification: V1}
floors:
  - id: answer-15d
    title: 答复
    article: article-8
    measure: maximum
    value: 15 日
    verification: V1
"""

LIMIT = """\
kind: limit
id: complaint-answer
was: [complaint-reply]
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
floor: appeal-rules.answer-15d
law: [appeal-rules.article-8]
answers_to: leader
audience: public
"""

EVENT = """\
kind: event
id: complaint-received
title: 投诉受理
happens: 生成编号时
evidence: 受理时间
"""

ROLES = """\
kind: role
items:
  - id: agent
    title: 客服代表
    unit: care
    rank: 1
    mission: 接好
    duties: [接听]
    reports_to: leader
  - {id: leader, title: 班长, unit: care, rank: 2, mission: 带好, duties: [指导]}
"""

UNIT = """\
kind: unit
id: care
title: 客户服务部
level: head-office
duties: [服务]
"""

NORM = """\
kind: norm
id: greet
title: 主动问候
rule: 接通后先问候，在【complaint-answer】内答复，见【appeal-rules.article-8】
modal: must
binds: {roles: [agent], channels: [hotline], moments: [greeting]}
aspect: behavioural
result: process
dimension: responsiveness
say:
  - 您好，【?工号】号为您服务
check:
  - 听录音，问【leader】
limits: [complaint-answer]
audience: public
"""

CHANNEL = """\
kind: channel
id: hotline
title: 客服热线
medium: voice
reach: 拨打 10100
hours: 每天 08:00–20:00
intake: [{id: complaint, what: complaint, by: agent}]
staffed_by: [agent]
identity: password
"""

FILES = (MANUAL, TAXONOMY, REGULATION, LIMIT, EVENT, ROLES, UNIT, NORM, CHANNEL)


class Link(Protocol):
    """Links files into a corpus; what every item shares may be left out of them."""

    def __call__(self, *files: str) -> Corpus: ...


@pytest.fixture(scope="session")
def link() -> Link:
    def linked(*files: str) -> Corpus:
        loaded = load(Source(f"{at}.yaml", completed(text)) for at, text in enumerate(files))
        assert not loaded.findings, loaded.findings
        corpus, clashes = assemble(loaded)
        assert not clashes
        return corpus

    return linked


@pytest.fixture(scope="session")
def complete() -> Callable[[str], str]:
    """Add what every item shares to a file that leaves it out."""
    return completed


def completed(text: str) -> str:
    kind, _, rest = text.partition("\n")
    lines = [f"{key}: {value}" for key, value in SHARED.items() if f"\n{key}:" not in text]
    return "\n".join([kind, *lines, rest])


@pytest.fixture(scope="session")
def files() -> tuple[str, ...]:
    """The files of the small manual."""
    return FILES


@pytest.fixture(scope="session")
def corpus(link: Link) -> Corpus:
    """The small manual."""
    return link(*FILES)
