"""Of which grade an emergency is, by a number just read."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from guifan.language.quantities import Count, Money, Percent
from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.facts.grade import BELOW
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._answers import ENOUGH
from guifan.quiz.said import Said, bare, say
from guifan.quiz.values import size

_WRITTEN = Count | Percent | Money


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    for fact in base.of("grade"):
        marks = [one.reaches for one in fact.source[1].thresholds]
        numbers = [one for one in marks if isinstance(one, _WRITTEN)]
        if len(numbers) < len(marks) or not numbers:
            yield Gap(fact, "no-plain-number")
            continue
        numbers.sort(key=lambda one: size(one) or 0)
        at = int(digest(fact.name, "grade"), 16) % len(numbers)
        yield _draft(base, fact, numbers[at], "on")
        # Below each mark in turn, the lowest too: that nothing is to be done is as often right.
        between = [*pairwise((replace(numbers[0], value=Decimal(0)), *numbers))]
        low, high = between[int(digest(fact.name, "below"), 16) % len(between)]
        value = low.value + ((high.value - low.value) * Decimal("0.9"))
        whole = value if isinstance(low, Percent) else value.to_integral_value(ROUND_FLOOR)
        if whole > 0:
            yield _draft(base, fact, replace(low, value=whole.normalize()), "below")


def _draft(base: Base, fact: Fact, reading: Count | Percent | Money, variant: str) -> Draft:
    _ = base.ground.words
    grade = base.value(fact, reading)
    playbook, trigger = fact.source
    none = Said(_("没有到启动的线"))
    values = [*base.ground.corpus.members("event-grade"), BELOW]
    reached = {one.grade for one in trigger.thresholds}
    few = len(reached) < ENOUGH
    shown = [one for one in values if few or one in reached or one == BELOW]
    options = tuple(
        Option(
            none if one == BELOW else base.ground.member("event-grade", one),
            Claim("grade", fact.name, one, reading),
            one == grade,
            fact.said if one == grade else _why(base, fact, one, reading),
            fact.clause,
        )
        for one in shown
    )
    stem = say(
        _("「{playbook}」：{observes}，现在是 {reading}。只看这个数，按哪一级启动？"),
        playbook=base.ground.title(playbook.id),
        observes=bare(base.ground.text(playbook, trigger.observes)),
        reading=base.ground.quantity(playbook, reading),
    )
    return Draft(fact, stem, options, variant, sorted=True)


def _why(base: Base, fact: Fact, grade: str, reading: Count | Percent | Money) -> Said:
    """Where a grade that is wrong begins, and whether the number is short of it or beyond."""
    _ = base.ground.words
    playbook, trigger = fact.source
    starts = {one.grade: one.reaches for one in trigger.thresholds}
    least = min(starts, key=lambda one: size(starts[one]) or 0)
    name = base.ground.member("event-grade", least if grade == BELOW else grade)
    start = starts.get(least if grade == BELOW else grade)
    if start is None:
        return say(_("这个数不定{grade}。{said}"), grade=name, said=fact.said)
    template = _("到 {start}才按{grade}，这个数还没有到。{said}")
    if grade == BELOW:
        template = _("到 {start}就按{grade}启动。{said}")
    elif (size(start) or 0) <= (size(reading) or 0):
        template = _("到 {start}按{grade}，这个数已经到了更重的一级。{said}")
    shown = base.ground.quantity(playbook, start)
    return say(template, grade=name, start=shown, said=fact.said)


MODEL = Model("grade-of", "emergency", Level.APPLY, Form.SINGLE, 35, _drafts)
