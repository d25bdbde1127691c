"""The questions of each paper: an exact choice under everything that a blueprint asks.

Test assembly by integer programming: van der Linden, «Linear Models for Optimal Test Design»
(2005). What no row can say beforehand, that two questions give each other away, is found in the
papers chosen and forbidden until none is left.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guifan.quiz.forms.model import Bars, Demands, Model, demands
from guifan.quiz.forms.plan import Plan
from guifan.quiz.forms.shortage import Shortage, shortage
from guifan.quiz.item import Item
from guifan.quiz.sets import SET_RULES, Questions

_PAIRS = ("same-fact", "gives-away", "alike")
"""The rules that find questions of which only one may stand in a paper."""


@dataclass(frozen=True)
class Assembled:
    """The questions of each paper, by its letter."""

    papers: Mapping[str, tuple[Item, ...]]


def assemble(plan: Plan) -> Assembled | Shortage:
    """Choose the questions of every paper, or say what is lacking.

    Args:
        plan: what the papers must be.
    """
    bars = Bars()
    while True:
        asked = demands(plan)
        papers = _chosen(plan, asked, bars)
        if papers is None:
            return shortage(plan, bars)
        found = bars.more(pair for items in papers.values() for pair in barred(items))
        if found == bars:
            first = papers[plan.drawn[0]]
            return Assembled({one: papers.get(one, first) for one in plan.letters})
        bars = found


def _chosen(plan: Plan, asked: Demands, bars: Bars) -> dict[str, tuple[Item, ...]] | None:
    model = Model(plan, asked, bars)
    model.prefer()
    return model.papers()


def barred(items: tuple[Item, ...]) -> Iterable[frozenset[str]]:
    """The questions of a paper of which only one may stand in it."""
    for name in _PAIRS:
        for about in SET_RULES[name].finds(Questions(items)):
            yield frozenset(one.id for one in about)
