"""The exams of this manual: each can be set, and nothing in a paper spoils another question."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from guifan.language.catalogues import translator
from guifan.language.kinds.exam import Between, Exam
from guifan.publish.folder import open_folder
from guifan.quiz.forms import Assembled, arranged, assemble, plan_of
from guifan.quiz.item import Level
from guifan.quiz.models import MODELS
from guifan.quiz.pool import Pool, pool
from guifan.quiz.sets import Questions, remarks
from guifan.quiz.written import WRITTEN

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = "ABCD"


@pytest.fixture(scope="module")
def asked(manual_root: Path) -> Pool:
    corpus = open_folder(manual_root).corpus
    models = [*MODELS.values(), *WRITTEN.values()]
    return pool(corpus, date(2026, 11, 20), translator("zh-Hans"), models=models)


def exams(asked: Pool) -> list[Exam]:
    return list(asked.base.ground.corpus.of(Exam))


def test_there_are_exams(asked: Pool) -> None:
    assert len(exams(asked)) >= 5


def test_every_exam_can_be_set_as_its_blueprint_says(asked: Pool) -> None:
    for exam in exams(asked):
        plan = plan_of(exam, LETTERS[: exam.forms], "guifan", asked.items.values())
        made = assemble(plan)
        assert isinstance(made, Assembled), (exam.id, made)
        cells = {(one.chapter, one.level.value): one.count for one in exam.cells}
        for letter, items in made.papers.items():
            counted = Counter((one.clause.chapter, one.model.level.value) for one in items)
            assert counted == cells
            paper = arranged(plan, letter, items)
            shown = tuple(one.item for one in paper.questions)
            assert not list(remarks(Questions(shown, seconds=plan.seconds))), (exam.id, letter)
            for section in paper.sections:
                assert len(section.questions) == section.asks.count
            # A front-line paper asks what is done in a case, and little that is recalled.
            levels = Counter(one.model.level for one in items)
            assert levels[Level.APPLY] >= 0.4 * len(items)
            assert levels[Level.REMEMBER] <= 0.3 * len(items)
        for one, other in combinations(made.papers.values(), 2):
            common = {item.id for item in one} & {item.id for item in other}
            expected = exam.questions if exam.between is Between.REORDERED else exam.overlap
            assert len(common) == expected
