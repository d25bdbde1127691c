"""What counts say about questions, the models that made them and the clauses they ask about.

Nothing is said of a few people: every value has its interval, and a judgement is made only where
the whole interval lies on one side.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from guifan.quiz.item import CHOSEN, Item
from guifan.quiz.record import LETTERS
from guifan.quiz.results.statistics import ALARM, Interval, Sums, biserial, share, spread

ENOUGH = 30
"""How many people must have answered before anything is judged."""

OTHERS = 5
"""How many other questions somebody must have answered for their skill to be known."""

TARGET = 0.8
"""The share of right answers that a clause is taught to."""

HARD, EASY, IDLE, DULL = 0.3, 0.95, 0.05, 0.2
"""Below, above which difficulty, below which share of choosers, which discrimination is amiss."""


class Remark(StrEnum):
    """What is amiss with a question."""

    MISKEYED = "mis-key"
    HARD = "too-hard"
    EASY = "too-easy"
    DULL = "low-discrimination"
    IDLE = "idle-option"


class Standing(StrEnum):
    """How a clause stands against its target."""

    WEAK = "weak"
    SOUND = "sound"
    OPEN = "not-enough"


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted of a question.

    Args:
        people: who answered it, each once.
        right: how many of them were right.
        known: the skill of those whose skill is known: the share of other questions they had right.
        skilled: the same of those of them who were right here.
        understood: of how many it is known which options they chose.
        chosen: by option, how many chose it.
        choosers: by option, the skill of those who chose it.
    """

    people: int
    right: int
    known: Sums
    skilled: Sums
    understood: int
    chosen: Mapping[str, int]
    choosers: Mapping[str, Sums]


@dataclass(frozen=True, slots=True)
class Group:
    """What was counted of several questions together.

    Args:
        people: who answered any of them.
        answers: how many answers they gave, each question once.
        right: how many of those were right.
    """

    people: int
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class OptionResult:
    """How an option was used.

    Args:
        letter: as it is shown.
        text: what it says.
        right: whether it is the key, or part of it.
        count: how many chose it.
        share: of those whose choice is known.
        skill: how choosing it goes with skill.
    """

    letter: str
    text: str
    right: bool
    count: int
    share: Interval | None
    skill: Interval | None


@dataclass(frozen=True, slots=True)
class ItemResult:
    """How a question was answered.

    Args:
        item: the question.
        people: who answered it.
        right: how many were right.
        difficulty: the share of those.
        discrimination: how being right goes with the share of all other questions had right.
        options: how each was used, where there are options to choose among.
        remarks: what is amiss.
    """

    item: Item
    people: int
    right: int
    difficulty: Interval
    discrimination: Interval | None
    options: tuple[OptionResult, ...]
    remarks: tuple[Remark, ...]

    @property
    def is_judged(self) -> bool:
        """Whether enough people answered it."""
        return self.people >= ENOUGH


@dataclass(frozen=True, slots=True)
class ModelResult:
    """How the questions of a model were answered.

    Args:
        name: of the model.
        items: how many of its questions were answered.
        people: by how many.
        difficulty: the share of right answers; the interval counts people, not answers.
        spread: the least, the middle and the greatest difficulty of those of its questions that
            enough people answered; None where there is none.
        discrimination: the middle one of the same questions; None where there is none.
    """

    name: str
    items: int
    people: int
    difficulty: Interval
    spread: tuple[float, float, float] | None
    discrimination: float | None


@dataclass(frozen=True, slots=True)
class ClauseResult:
    """How what a clause says is known.

    Args:
        clause: id of the item of the manual.
        items: ids of the questions that were answered.
        people: by how many.
        difficulty: the share of right answers; the interval counts people, not answers.
        standing: against the target.
    """

    clause: str
    items: tuple[str, ...]
    people: int
    difficulty: Interval
    standing: Standing


@dataclass(frozen=True, slots=True)
class Analysis:
    """What all results say.

    Args:
        items: those that were answered, what is amiss first, then the hardest.
        models: the hardest first.
        clauses: the weakest first.
        target: the share of right answers that clauses are taught to.
    """

    items: tuple[ItemResult, ...]
    models: tuple[ModelResult, ...]
    clauses: tuple[ClauseResult, ...]
    target: float


def analysis(
    items: Mapping[str, Item],
    counted: Mapping[str, Counted],
    models: Mapping[str, Group],
    clauses: Mapping[str, Group],
    target: float = TARGET,
) -> Analysis:
    """Judge what was counted.

    Args:
        items: every question by its id.
        counted: by question.
        models: by model.
        clauses: by item of the manual.
        target: the share of right answers that clauses are taught to.
    """
    results = [_item(items[name], told) for name, told in counted.items() if told.people]
    by_model: dict[str, list[ItemResult]] = {}
    by_clause: dict[str, list[str]] = {}
    for one in results:
        by_model.setdefault(one.item.model.name, []).append(one)
        by_clause.setdefault(one.item.clause.item, []).append(one.item.id)
    return Analysis(
        tuple(sorted(results, key=_gravest)),
        tuple(sorted(_models(models, by_model), key=lambda one: (one.difficulty.value, one.name))),
        tuple(sorted(_clauses(clauses, by_clause, target), key=_weakest)),
        target,
    )


def _gravest(one: ItemResult) -> tuple[bool, int, float, str]:
    order = tuple(Remark)
    first = order.index(one.remarks[0]) if one.remarks else len(order)
    return not one.is_judged, first, one.difficulty.value, one.item.id


def _item(item: Item, told: Counted) -> ItemResult:
    difficulty = share(told.right, told.people)
    assert difficulty is not None
    result = ItemResult(
        item,
        told.people,
        told.right,
        difficulty,
        biserial(told.skilled, told.known) if told.known.count >= ENOUGH else None,
        tuple(_options(item, told)),
        (),
    )
    return replace(result, remarks=tuple(_remarks(result, told)) if result.is_judged else ())


def _options(item: Item, told: Counted) -> Iterator[OptionResult]:
    if item.model.form not in CHOSEN:
        return
    for at, (letter, option) in enumerate(zip(LETTERS, item.options, strict=False)):
        choosers = told.choosers.get(letter, Sums())
        enough = told.known.count >= ENOUGH
        yield OptionResult(
            letter,
            option.text.text,
            at in item.key,
            told.chosen.get(letter, 0),
            share(told.chosen.get(letter, 0), told.understood),
            biserial(choosers, told.known) if enough else None,
        )


def _remarks(one: ItemResult, told: Counted) -> Iterator[Remark]:
    """What is amiss, the gravest first."""
    if any(_is_better(option, one, told) for option in one.options if not option.right):
        yield Remark.MISKEYED
    if one.difficulty.high < HARD:
        yield Remark.HARD
    if one.difficulty.low > EASY:
        yield Remark.EASY
    if one.discrimination and one.discrimination.high < DULL:
        yield Remark.DULL
    if any(_is_idle(option) for option in one.options):
        yield Remark.IDLE


def _is_idle(option: OptionResult) -> bool:
    """Whether nobody chose a wrong answer, and not for want of people."""
    unused = not option.right and option.count == 0
    return unused and option.share is not None and option.share.high < IDLE


def _is_better(option: OptionResult, one: ItemResult, told: Counted) -> bool:
    """Whether those who chose a wrong answer know the rest better, and those who were right worse.

    Thousands of questions are looked at: the interval is that of alarms.
    """
    if option.skill is None or one.discrimination is None or one.discrimination.value >= 0:
        return False
    skill = biserial(told.choosers[option.letter], told.known, ALARM)
    return skill is not None and skill.low > 0


def _models(
    groups: Mapping[str, Group], results: Mapping[str, Sequence[ItemResult]]
) -> Iterator[ModelResult]:
    for name, group in groups.items():
        some = results.get(name, ())
        judged = [one for one in some if one.is_judged]
        known = [one.discrimination.value for one in judged if one.discrimination]
        yield ModelResult(
            name,
            len(some),
            group.people,
            _known(group),
            spread([one.difficulty.value for one in judged]) if judged else None,
            spread(known)[1] if known else None,
        )


def _clauses(
    groups: Mapping[str, Group], results: Mapping[str, Iterable[str]], target: float
) -> Iterator[ClauseResult]:
    for name, group in groups.items():
        known = _known(group)
        standing = Standing.OPEN
        if group.people >= ENOUGH and known.high < target:
            standing = Standing.WEAK
        elif group.people >= ENOUGH and known.low >= target:
            standing = Standing.SOUND
        yield ClauseResult(name, tuple(results.get(name, ())), group.people, known, standing)


def _weakest(one: ClauseResult) -> tuple[int, float, str]:
    order = (Standing.WEAK, Standing.OPEN, Standing.SOUND)
    return order.index(one.standing), one.difficulty.value, one.clause


def _known(group: Group) -> Interval:
    """The share of right answers, as sure as that many people make it."""
    found = share(group.right / group.answers * group.people, group.people)
    assert found is not None
    return found
