"""A procedure's steps at their latest: a small one worked out by hand over the Spring Festival."""

from __future__ import annotations

from datetime import date

import pytest

from guifan.checks.examples import completed
from guifan.checks.reading import read_standards
from guifan.corpus.graph import Corpus
from guifan.language.source import decode
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.procedures.kept import kept
from guifan.proof.procedures.schedule import Schedule, schedule
from guifan.temporal.arrangements import Bound

STANDARDS = """\
kind: manual
id: manual
title: 手册
language: 1
operator: 甲
edition: 一
arranged_through: 2026
chapters: [{id: general, number: 1, title: 总则, about: 总则}]
calendars: [{id: office, title: 行政班, hours: 周一至周五 08:30–17:30；法定节假日除外}]
---
kind: event
items:
  - {id: came, title: 受理, happens: 到了, evidence: 单}
  - {id: went, title: 答复, happens: 走了, evidence: 单}
---
kind: limit
items:
  - {id: whole, title: 全程, within: 3 个工作日, from: came, to: went, calendar: office}
---
kind: procedure
id: handling
title: 处理
about: 处理
starts: came
promise: whole
steps:
  - id: sort
    title: 分拣
    lane: frontstage
    do: 分拣
    within: 1 个工作日
    branches: [{when: 简单, to: reply}, {when: 复杂, to: look}]
  - {id: look, title: 调查, lane: backstage, do: 调查, within: 1 个工作日}
  - {id: reply, title: 答复, lane: frontstage, do: 答复, within: 2 工作小时, ends: went}
"""


def corpus(text: str = STANDARDS) -> Corpus:
    sources = []
    for at, part in enumerate(text.split("---\n")):
        source, faults = decode(f"standards/{at}.yaml", completed(part).encode())
        assert source, faults
        sources.append(source)
    return read_standards(sources).corpus


def found(text: str = STANDARDS, day: date = date(2026, 6, 1)) -> Schedule | None:
    made = corpus(text)
    assert made.manual
    spans = [one.span for one in kept(Clocks(made.manual, day, Bound.MOST), made)]
    assert len(spans) == 1
    return schedule(spans[0])


def test_each_step_ends_as_late_as_it_may() -> None:
    made = found()
    assert made
    # Received on 14 February: the 24th, 25th and 26th are the working days after the festival.
    assert str(made.case.start) == "2026-02-14 00:00:00"
    assert str(made.case.other) == "2026-02-26 17:30:00"
    assert {slot.step.id: (str(slot.begin), str(slot.end)) for slot in made.slots} == {
        "sort": ("2026-02-14 00:00:00", "2026-02-24 17:30:00"),
        "look": ("2026-02-24 17:30:00", "2026-02-25 17:30:00"),
        "reply": ("2026-02-25 17:30:00", "2026-02-26 10:30:00"),
    }
    assert made.case.end == made.slots[-1].end
    assert made.case.spare == 7 * 3600


@pytest.mark.parametrize(
    ("written", "changed"),
    [
        ("do: 调查, within: 1 个工作日", "do: 调查"),
        ("within: 3 个工作日", "within: 99999 个工作日"),
    ],
    ids=["a step without a time", "beyond the calendars"],
)
def test_what_cannot_be_told_is_not_told(written: str, changed: str) -> None:
    made = corpus(STANDARDS.replace(written, changed))
    assert made.manual
    spans = [one.span for one in kept(Clocks(made.manual, date(2026, 6, 1)), made)]
    assert [schedule(span) for span in spans] in ([], [None])


def test_nothing_is_proven_in_a_year_without_an_arrangement() -> None:
    assert found(day=date(2027, 6, 1)) is None


def test_a_step_done_again_ends_after_the_last_time() -> None:
    again = "within: 2 工作小时, ends: went, repeat: {to: look, when: 不满意, max: 1 次}}"
    made = found(STANDARDS.replace("within: 2 工作小时, ends: went}", again))
    assert made
    # Received on the 10th: due on the 13th, when it is answered for the first time at 10:30. Looked
    # into again until the 14th, answered again on the first morning after the festival.
    assert str(made.case.start) == "2026-02-10 00:00:00"
    assert str(made.case.other) == "2026-02-13 17:30:00"
    ends = {slot.step.id: str(slot.end) for slot in made.slots}
    assert ends == {
        "sort": "2026-02-11 17:30:00",
        "look": "2026-02-12 17:30:00",
        "reply": "2026-02-24 10:30:00",
    }
    assert made.case.spare < 0
