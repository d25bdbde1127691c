"""What this month's figure of a metric means."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from guifan.language.kinds.metric import Direction
from guifan.language.labels import Label
from guifan.language.quantities import Count, Money, Percent, PerMille
from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.facts.reading import MET, MISSED, RED, WARNING
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.said import Said, say

_PERFECT = {Direction.UP: Percent(Decimal(100)), Direction.DOWN: Percent(Decimal(0))}
"""Figures that say by themselves that the target is met."""

_WRITTEN = Count | Percent | PerMille | Money


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    for fact in base.of("reading"):
        readings = tuple(_readings(fact))
        if not readings:
            yield Gap(fact, "no-plain-number")
            continue
        by_state: dict[Hashable, list[Any]] = {}
        for one in readings:
            by_state.setdefault(base.value(fact, one), []).append(one)
        # The state first, then a figure of it: none is the likelier, and no place of the key.
        some = _picked([*by_state.values()], fact.name, "state")
        yield _draft(base, fact, _picked(some, fact.name, "reading"))


def _picked(some: list[Any], *seed: str) -> Any:
    return some[int(digest(*seed), 16) % len(some)]


def _readings(fact: Fact) -> Iterator[Any]:
    """Figures as a report may show them: between the marks, and on them."""
    metric = fact.source
    marks = [one for one in (metric.target, metric.warning, metric.red) if one is not None]
    if not all(isinstance(one, _WRITTEN) for one in marks):
        return
    # Nobody has to read that nothing is left to be wished for.
    yield from (one for one in marks if one != _PERFECT[metric.direction])
    for one, other in pairwise(marks):
        middle = (one.value + other.value) / 2
        if isinstance(one, Count):
            middle = middle.quantize(one.value) if one.value % 1 else middle.to_integral_value()
        if middle not in (one.value, other.value):
            yield replace(one, value=middle)
    if len(marks) > 1:
        step = marks[-1].value - marks[-2].value
        beyond = marks[-1].value + step / 2
        if beyond > 0 and not (isinstance(marks[-1], Count) and beyond % 1):
            yield replace(marks[-1], value=beyond)
    elif metric.direction is Direction.UP and marks[0].value > Decimal(1):
        yield replace(marks[0], value=marks[0].value - 1)


def _draft(base: Base, fact: Fact, reading: Any) -> Draft:
    _ = base.ground.words
    metric = fact.source
    state = base.value(fact, reading)
    texts = {
        MET: _("达到目标"),
        MISSED: _("没有达到目标，还没有到预警值") if metric.warning else _("没有达到目标"),
        WARNING: _("到了预警值，还没有到红线值"),
        RED: _("到了红线值，要整改"),
    }
    drop = {WARNING} if metric.warning is None else set()
    drop |= {RED} if metric.red is None else set()
    options = tuple(
        Option(Said(text), Claim("reading", fact.name, name, reading), name == state, fact.said)
        for name, text in texts.items()
        if name not in drop
    )
    way = Label(metric.direction.label).say(_.locale)
    stem = say(
        _("「{metric}」（{way}）这一期出来是 {reading}。算哪一种？"),
        metric=base.ground.title(metric.id),
        way=way,
        reading=base.ground.quantity(metric, reading),
    )
    return Draft(fact, stem, options, sorted=True)


MODEL = Model("metric-reading", "metric", Level.APPLY, Form.SINGLE, 35, _drafts)
