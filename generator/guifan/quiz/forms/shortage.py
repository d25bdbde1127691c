"""Why there are no papers for a blueprint: the least that is lacking, and what would help.

Found by letting every demand fall short and asking for the smallest shortage: with just that much
less asked, or that many more questions, the papers exist.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeVar

from guifan.language.kinds.exam import QuestionType
from guifan.quiz.forms.model import Bars, Model, demands
from guifan.quiz.forms.plan import Cell, Plan, cell_of

_MINUTE = 60
_TWO = 2

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Lack:
    """A demand that cannot be met.

    Args:
        what: the cell, the type or the id of the clause.
        asked: how many questions a paper should have of it.
        short: how many are lacking over all papers.
        held: how many questions of it there are.
    """

    what: Cell | QuestionType | str
    asked: int
    short: int
    held: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """What is lacking.

    Args:
        cells: chapters and levels with too few questions.
        sections: types with too few.
        clauses: what must be asked about and cannot.
        minutes: the time that would do, where the questions take longer than there is.
        shared: how many questions the papers need to have in common, nothing else being changed;
            None where that does not help.
        fewer: how many papers there are enough questions for, nothing else being changed.
    """

    cells: tuple[Lack, ...]
    sections: tuple[Lack, ...]
    clauses: tuple[Lack, ...]
    minutes: int | None
    shared: int | None
    fewer: int | None


def shortage(plan: Plan, bars: Bars) -> Shortage:
    """What is lacking for the papers of a blueprint that cannot be had.

    Args:
        plan: the blueprint and the questions.
        bars: which questions may not stand together.
    """
    model = Model(plan, demands(plan), bars, may_lack=True)
    if not model.solve(0):
        # Only a number of shared questions has no shortage of its own.
        return Shortage((), (), (), None, *_otherwise(plan, bars))
    lacking = model.lacking
    held_cells = Counter(cell_of(one) for one in plan.items.values())
    held_types = Counter(plan.type_of(one) for one in plan.items.values())
    over = max((model.value(at) for at in lacking.seconds.values()), default=0)
    return Shortage(
        tuple(
            Lack(one, plan.cells[one], n, held_cells[one])
            for one, n in _short(model, lacking.cells)
        ),
        tuple(
            Lack(one, plan.sections[one], n, held_types[one])
            for one, n in _short(model, lacking.sections)
        ),
        tuple(
            Lack(one, 1, n, len(plan.covering(one))) for one, n in _short(model, lacking.clauses)
        ),
        ceil(((plan.seconds or 0) + over) / _MINUTE) if over else None,
        *_otherwise(plan, bars),
    )


def _short(model: Model, lacking: Mapping[tuple[What, str], int]) -> list[tuple[What, int]]:
    """What falls short, and by how much over all papers."""
    found: Counter[What] = Counter()
    for (what, _), variable in lacking.items():
        found[what] += model.value(variable)
    return [(what, count) for what, count in found.items() if count]


def _otherwise(plan: Plan, bars: Bars) -> tuple[int | None, int | None]:
    """How many questions papers would have to share, or how many papers there could be."""
    if len(plan.drawn) < _TWO:
        return None, None
    model = Model(plan, demands(plan), bars, may_share=True)
    shared = sum(map(model.value, model.common.values())) if model.solve(0) else None
    for count in range(len(plan.drawn) - 1, 0, -1):
        less = replace(plan, letters=plan.letters[:count])
        if Model(less, demands(less), bars).solve():
            return shared, count
    return shared, None
