"""The order of a paper: of its questions, and of their answers, so that no place is the likelier.

Answers that have an order of their own, such as days and amounts, keep it; the others make up for
where those keys stand.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guifan.language.kinds.exam import ExamSection
from guifan.quiz.choosing import shuffled
from guifan.quiz.forms.plan import FORMS, Plan
from guifan.quiz.item import IN_WORDS, Form, Item, Option, digest

_RUN = 3
"""How many keys in a row may stand at one place, where it can be helped."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question in a paper.

    Args:
        number: counted through the paper, from 1.
        item: the question, its answers in the order of this paper.
        column: of a matching, the right column in the order of this paper.
    """

    number: int
    item: Item
    column: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a paper.

    Args:
        asks: type, number and points, as the blueprint says.
        questions: the questions in their order.
    """

    asks: ExamSection
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper.

    Args:
        letter: A, B, …
        sections: in the order of the blueprint.
    """

    letter: str
    sections: tuple[Section, ...]

    @property
    def questions(self) -> Iterator[Question]:
        """All questions in their order."""
        for section in self.sections:
            yield from section.questions


def arranged(plan: Plan, letter: str, items: Iterable[Item]) -> Paper:
    """Put the questions of a paper into their order.

    Args:
        plan: the blueprint.
        letter: which paper; each has an order of its own.
        items: its questions.
    """
    seed = f"{plan.seed} {plan.exam.id} {letter}"
    some = tuple(items)
    sections, number = [], 1
    for asks in plan.exam.sections:
        own = [one for one in some if one.model.form in FORMS[asks.type]]
        own.sort(key=lambda one: digest(seed, "question", one.id))
        placed = _unrepeated(tuple(_placed(own, seed)))
        questions = [
            Question(at, one, _column(one, seed)) for at, one in enumerate(placed, start=number)
        ]
        number += len(questions)
        sections.append(Section(asks, tuple(questions)))
    return Paper(letter, tuple(sections))


def _column(item: Item, seed: str) -> tuple[Option, ...]:
    if item.model.form is not Form.MATCHING:
        return ()
    column = shuffled(item.options, f"{seed} right {item.id}")
    return column if column != item.options else (*column[1:], column[0])


def _placed(items: Sequence[Item], seed: str) -> Iterator[Item]:
    """The questions with their answers in the order of the paper."""
    counted = Counter(
        (len(one.options), one.key[0])
        for one in items
        if one.model.form is Form.SINGLE and one.sorted
    )
    for one in items:
        if one.sorted or one.model.form in _UNSHOWN:
            yield one
        elif one.model.form is Form.SINGLE:
            number = len(one.options)
            places = range(number)
            at = min(places, key=lambda n: (counted[number, n], digest(seed, one.id, str(n))))
            counted[number, at] += 1
            yield _with_key_at(_reordered(one, seed), at)
        else:
            yield _reordered(one, seed)


_UNSHOWN = frozenset({Form.NUMERIC, Form.FILL_IN, Form.MATCHING}) | IN_WORDS
"""The forms whose answers are not shown in the order of the options."""


def _reordered(item: Item, seed: str) -> Item:
    order = shuffled(item.options, f"{seed} answer {item.id}")
    mixed = _in_order(item, [item.options.index(one) for one in order])
    in_key = mixed.model.form is Form.ORDERING and mixed.key == tuple(range(len(order)))
    return _in_order(mixed, [*range(1, len(order)), 0]) if in_key else mixed


def _with_key_at(item: Item, at: int) -> Item:
    order = [n for n in range(len(item.options)) if n != item.key[0]]
    order.insert(at, item.key[0])
    return _in_order(item, order)


def _in_order(item: Item, order: Sequence[int]) -> Item:
    """A question with its answers, and the verdicts on them, in another order."""
    return replace(
        item,
        options=tuple(item.options[at] for at in order),
        verdicts=tuple(item.verdicts[at] for at in order),
    )


def _unrepeated(items: Sequence[Item]) -> tuple[Item, ...]:
    """The questions in nearly their order, the key never at one place many times in a row."""
    if not all(one.model.form in (Form.SINGLE, Form.TRUE_FALSE) for one in items):
        return tuple(items)
    left, taken = list(items), list[Item]()
    while left:
        recent = {one.key[0] for one in taken[-_RUN:]}
        blocked = recent if len(recent) == 1 and len(taken) >= _RUN else set()
        counts = Counter(one.key[0] for one in left)
        most = max(counts, key=lambda place: (counts[place], -place))
        # What is left must not end in a run: the commonest key goes first where it is pressing.
        pressing = counts[most] > _RUN * (len(left) - counts[most] + 1)
        free = [one for one in left if one.key[0] not in blocked] or left
        wanted = [one for one in free if pressing and one.key[0] == most] or free
        taken.append(wanted[0])
        left.remove(wanted[0])
    return tuple(taken)
