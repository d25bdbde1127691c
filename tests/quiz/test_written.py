"""Questions answered in one's own words: the points, and how marks are shared among them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from examined import exam, question
from quizzed import DAY, corpus_of, pool_of

from guifan.language.catalogues import translator
from guifan.language.kinds.exam import ExamSection
from guifan.quiz.forms import Paper, Question, Section
from guifan.quiz.ground import Ground
from guifan.quiz.item import IN_WORDS, Form
from guifan.quiz.models import MODELS
from guifan.quiz.papers.key import key_sheet
from guifan.quiz.papers.paper import answer_sheet, paper_sheet
from guifan.quiz.papers.words import Words
from guifan.quiz.pool import pool
from guifan.quiz.written import WRITTEN

NORM = """\
kind: norm
items:
  - id: no-rush
    title: 不催客户
    rule: 员工不得打断客户。
    modal: must-not
    binds: {roles: [hotline-agent]}
    aspect: behavioural
    result: process
    dimension: responsiveness
    steps: [客户讲完再开口。, 讲的时候应一声。, 没听清的等他讲完再问。]
    check: [听录音]
"""
CASE = """\
kind: situation
id: the-situation
title: 老人报障
roles: [hotline-agent]
situation: 老人打进热线。
turns:
  - {id: c, who: customer, says: 喂}
  - {id: a, who: agent, says: 您好}
  - id: b
    who: agent
    says: 您说重点
    breaches: [{clause: no-rush, why: 老人还没有讲完。}]
    instead: 您慢慢说。
  - {id: d, who: agent, says: 好的}
"""
EXAM = exam()


def test_what_a_norm_says_to_do_are_the_points() -> None:
    found = pool(corpus_of(NORM), DAY, translator("zh-Hans"), models=[WRITTEN["how-done"]]).items
    (item,) = found.values()
    assert item.stem.text == "标准要求：员工不得打断客户。\n具体怎样做？请写出要点。"
    assert [one.text.text for one in item.options] == [
        "客户讲完再开口",
        "讲的时候应一声",
        "没听清的等他讲完再问",
    ]
    assert all(one.truth for one in item.verdicts)
    assert item.roles == ("hotline-agent",)


def test_two_things_to_do_are_too_few_to_ask_for() -> None:
    short = NORM.replace(", 没听清的等他讲完再问。", "")
    models = [WRITTEN["how-done"]]
    assert not pool(corpus_of(short), DAY, translator("zh-Hans"), models=models).items


def test_a_case_earns_marks_for_the_line_the_reason_and_what_to_say() -> None:
    models = [WRITTEN["case-analysis"]]
    (item,) = pool(corpus_of(NORM, CASE), DAY, translator("zh-Hans"), models=models).items.values()
    assert item.stem.text.startswith("老人打进热线。\n① 客户：喂\n② 员工：您好\n③ 员工：您说重点")
    assert item.stem.text.endswith("(3) 各应当怎样说？")
    assert [one.text.text for one in item.options] == [
        "找出第③句做错了",
        "第③句：老人还没有讲完（「不催客户」）",
        "第③句改说「您慢慢说」",
    ]
    assert item.clause.item == "no-rush"


def test_whatever_a_program_marks_asks_for_nothing_in_words() -> None:
    assert not {one.form for one in MODELS.values()} & IN_WORDS
    assert {one.form for one in WRITTEN.values()} == IN_WORDS
    found = pool_of(NORM, CASE).items.values()
    assert not {one.model.form for one in found} & IN_WORDS


@pytest.mark.parametrize(
    ("points", "marks"),
    [("10 分", ["4", "3", "3"]), ("3 分", ["1", "1", "1"]), ("2 分", ["1", "0.5", "0.5"])],
)
def test_marks_are_shared_among_the_points(points: str, marks: list[str]) -> None:
    asks = ExamSection.model_validate({"type": "case-analysis", "count": "1", "points": points})
    asked = question(1, form=Form.CASE_ANALYSIS, answers=3)
    paper = Paper("A", (Section(asks, (Question(1, asked),)),))
    words = Words(Ground(corpus_of(NORM), None, DAY, translator("zh-Hans")), EXAM)
    ((row,),) = (table.rows for table in key_sheet(words, paper).tables)
    shared = [line.rpartition("（")[2].removesuffix(" 分）") for line in row[3].split("\n")]
    assert shared == marks
    assert sum(map(Decimal, shared)) == asks.points.value


def test_the_lines_to_write_on_tell_nothing_of_the_points() -> None:
    asks = ExamSection.model_validate({"type": "short-answer", "count": "2", "points": "5 分"})
    few, many = (question(n, form=Form.SHORT_ANSWER, answers=n) for n in (3, 5))
    paper = Paper("A", (Section(asks, (Question(1, few), Question(2, many))),))
    words = Words(Ground(corpus_of(NORM), None, DAY, translator("zh-Hans")), EXAM)
    (part,) = paper_sheet(words, paper).parts
    assert len({one.room for one in part.questions}) == 1
    assert not any(one.options for one in part.questions)
    (slots,) = answer_sheet(words, paper).parts
    assert {one.room for one in slots.slots} == {part.questions[0].room}
