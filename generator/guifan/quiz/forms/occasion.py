"""A paper for an occasion, on questions that are given rather than drawn by a blueprint."""

from collections.abc import Iterable
from decimal import Decimal
from math import ceil

from guifan.language.kinds.exam import Book, Exam, ExamSection, QuestionType
from guifan.language.quantities import Count, parse_duration
from guifan.quiz.forms.arrange import Paper, arranged
from guifan.quiz.forms.assemble import barred
from guifan.quiz.forms.plan import FORMS, Plan
from guifan.quiz.item import Item

_PASSING = 0.8
"""Which share of the marks passes."""

_SLOTS = 5 * 60
"""An exam takes a whole number of these, in seconds."""


def occasion(
    name: str, title: str, items: Iterable[Item], most: int, seed: str
) -> tuple[Exam, Paper]:
    """An exam that no file sets, and its one paper: one mark each, eight tenths to pass.

    Args:
        name: its id.
        title: its title.
        items: the questions, those to be asked first at the front; of two that may not stand in
            one paper the first is kept.
        most: how many there are at most.
        seed: keys the order of the paper.
    """
    kept: tuple[Item, ...] = ()
    for one in items:
        if len(kept) < most and not any(barred((*kept, one))):
            kept = (*kept, one)
    counts = {kind: sum(one.model.form in FORMS[kind] for one in kept) for kind in QuestionType}
    seconds = sum(one.model.seconds for one in kept)
    exam = Exam.model_construct(
        id=name,
        title=title,
        roles=(),
        sections=tuple(
            ExamSection.model_validate({"type": kind.value, "count": str(n), "points": "1 分"})
            for kind, n in counts.items()
            if n
        ),
        cells=(),
        takes=parse_duration(f"{max(1, ceil(seconds / _SLOTS)) * _SLOTS // 60} 分钟"),
        book=Book.CLOSED,
        full_mark=Count(Decimal(len(kept)), "分"),
        pass_mark=Count(Decimal(ceil(len(kept) * _PASSING)), "分"),
    )
    plan = Plan(exam, ("A",), seed, {one.id: one for one in kept})
    return exam, arranged(plan, "A", kept)
