"""The rules' examples, executed: an example becomes a small manual, and the rules run over it.

An example shows only the items that matter. What every item shares (owner, dates, …) is written
below its ``kind:`` where the example leaves it out, and the items of ``BASE`` stand by for it to
refer to; an item of the same id in the example takes the place of the one in the base.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from guifan.checks.engine import Report
from guifan.checks.reading import Baseline, read_standards
from guifan.findings import Example, Finding, Position
from guifan.language.source import Source

DAY = date(2026, 6, 1)
"""The day on which examples are judged."""

SHARED = MappingProxyType(
    {
        ("place", "所在章节"): "general",
        ("owner", "归口部门"): "service-department",
        ("author", "编写"): "standards-office",
        ("approver", "批准"): "service-council",
        ("version", "版本"): "1",
        ("effective", "生效日期"): "2026-01-01",
        ("review_by", "复审日期"): "2026-12-31",
        ("origin", "出处"): "authored",
    }
)
"""The shared fields that an example may leave out, by both their names."""

BASE = (
    """\
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
    about: 服务的宗旨与原则
calendars:
  - id: office
    title: 行政班
    hours: 周一至周五 08:30–17:30；法定节假日除外
""",
    """\
kind: unit
id: service-department
title: 客户服务部
level: head-office
duties: [组织客户服务]
""",
    """\
kind: unit
id: standards-office
title: 标准管理室
level: head-office
duties: [编写服务标准]
""",
    """\
kind: unit
id: service-council
title: 服务管理委员会
level: body
duties: [审批服务标准]
""",
    """\
kind: role
id: hotline-agent
title: 热线客服代表
unit: service-department
rank: 1
reports_to: shift-leader
mission: 接好每一个来电
duties: [接听来电]
""",
    """\
kind: role
id: shift-leader
title: 班长
unit: service-department
rank: 2
mission: 让当班顺畅
duties: [指导当班客服代表]
""",
    """\
kind: event
id: complaint-received
title: 投诉受理
happens: 工单系统生成受理编号的时刻
evidence: 工单「受理时间」字段
""",
    """\
kind: event
id: complaint-answered
title: 投诉答复
happens: 把处理结果告诉客户的时刻
evidence: 工单「答复时间」字段
""",
    """\
kind: event
id: response-ended
title: 响应终止
happens: 指挥宣布响应终止的时刻
evidence: 应急日志「终止时间」
""",
    """\
kind: event
id: response-reviewed
title: 复盘完成
happens: 指挥签收复盘报告的时刻
evidence: 复盘报告的签收时间
""",
    """\
kind: limit
id: after-action-due
title: 复盘时限
within: 5 个工作日
from: response-ended
to: response-reviewed
calendar: office
""",
    """\
kind: taxonomy
id: service-dimension
title: 服务维度
members:
  - {id: reliability, title: 可靠}
  - {id: responsiveness, title: 响应}
""",
    """\
kind: taxonomy
id: request-type
title: 事项类型
members:
  - {id: complaint, title: 投诉类事项}
""",
    """\
kind: taxonomy
id: metric-family
title: 指标类别
members:
  - {id: responsiveness, title: 响应类}
  - {id: reliability, title: 可靠类}
  - {id: efficiency, title: 效率类}
""",
    """\
kind: taxonomy
id: data-purpose
title: 资料用途
members:
  - {id: service, title: 客户服务}
  - {id: marketing, title: 营销推广}
""",
    """\
kind: taxonomy
id: event-class
title: 事件分类
members:
  - {id: accident, title: 事故灾难}
""",
    """\
kind: taxonomy
id: event-grade
title: 事件分级
ordered: 是
members:
  - {id: major, title: 重大}
  - {id: ordinary, title: 一般}
""",
    """\
kind: taxonomy
id: response-level
title: 响应级别
ordered: 是
members:
  - {id: level-1, title: Ⅰ级}
  - {id: level-2, title: Ⅱ级}
""",
)
"""Items that examples may refer to without writing them."""

_BEFORE = "before/"
_CARETS = re.compile(r" *(?P<carets>\^+)\n")
_ID = re.compile(r"^[ -]*(?:id|编号): *([a-z][a-z0-9-]*)", re.MULTILINE)
_KIND = re.compile(r"^(?:kind|种类):.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """An example's files by name, without their carets, and what the carets mark."""

    files: tuple[tuple[str, str], ...]
    marks: tuple[Position, ...]


def written(example: Example) -> Written:
    """Take an example apart."""
    texts: list[tuple[str, str]] = []
    marks: list[Position] = []
    for file, text in example.files.items():
        lines: list[str] = []
        for line in text.splitlines(keepends=True):
            if carets := _CARETS.fullmatch(line):
                number, (start, end) = len(lines), carets.span("carets")
                marks.append(Position(file, number, start + 1, number, end + 1))
            else:
                lines.append(line)
        texts.append((file, "".join(lines)))
    return Written(tuple(texts), tuple(marks))


def run_example(example: Example) -> Report:
    """Run every rule over an example and its base.

    Returns:
        The report on the example's own files, with positions as the example is written.
    """
    files = dict(written(example).files)
    past = {name: text for name, text in files.items() if name.startswith(_BEFORE)}
    files = {name: text for name, text in files.items() if name not in past}
    baseline = Baseline(read_standards(*completed_sources(past)).corpus, "") if past else None
    report = read_standards(*completed_sources(files), baseline).check(DAY)
    own = tuple(_as_written(one, files) for one in report.findings if one.position.file in files)
    return replace(report, findings=own)


def completed_sources(files: dict[str, str]) -> tuple[list[Source], list[Finding]]:
    """The files of an example and of its base, completed, and what is wrong with those left out."""
    ids = {name for text in files.values() for name in _ID.findall(text)}
    manual = any("kind: manual" in text for text in files.values())
    sources: list[Source] = []
    unread: list[Finding] = []
    for name, text in (*files.items(), *_base(ids, manual)):
        source = Source(name, completed(text))
        fault = source.bad_character
        unread += [fault] if fault else []
        sources += [] if fault else [source]
    return sources, unread


def _base(ids: set[str], manual: bool) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(BASE):
        is_taken = ids.intersection(_ID.findall(text)[:1])
        if not is_taken and not (manual and text.startswith("kind: manual")):
            yield f"standards/base/{number:02}.yaml", text


def completed(text: str) -> str:
    """The text with the shared fields it lacks, on lines below its kind."""
    lines = _added(text)
    return _KIND.sub(lambda kind: kind.group() + "".join(f"{line}\n" for line in lines), text, 1)


def _added(text: str) -> tuple[str, ...]:
    return tuple(
        f"{names[0]}: {value}"
        for names, value in SHARED.items()
        if not any(re.search(rf"^{name}:", text, re.MULTILINE) for name in names)
    )


def _as_written(finding: Finding, files: dict[str, str]) -> Finding:
    related = tuple(replace(one, position=_moved(one.position, files)) for one in finding.related)
    return replace(finding, position=_moved(finding.position, files), related=related)


def _moved(position: Position, files: dict[str, str]) -> Position:
    """Where a place of a completed text stands in the text as written."""
    text = files.get(position.file, "")
    kind = _KIND.search(text)
    if kind is None:
        return position
    last, count = text[: kind.end()].count("\n"), len(_added(text))

    def line(number: int) -> int:
        return number if number <= last else max(number - count, last)

    return replace(position, line=line(position.line), end_line=line(position.end_line))
