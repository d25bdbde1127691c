"""Choosing wrong answers, nearest mistakes first, always the same ones for the same corpus."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from typing import Any

from guifan.quiz.item import Option, digest
from guifan.quiz.shape import SPREAD, Shape, shaped
from guifan.quiz.values import likeness, pairs, same, same_text, size


@dataclass(frozen=True, slots=True)
class Chosen:
    """Wrong answers.

    Args:
        options: those chosen.
        considered: ids of all items looked at, taken or not: had they been otherwise, the choice
            might have been.
    """

    options: tuple[Option, ...]
    considered: frozenset[str]


def chosen(
    key: Option,
    tiers: Iterable[Iterable[Option]],
    most: int,
    seed: str,
    *,
    tall: float = 0,
    akin: str = "",
    alike: float = 1.0,
) -> Chosen:
    """Choose wrong answers from tiers of plausibility.

    Within a tier the order is by a keyed hash, so that a new sibling moves no others. The last
    place is kept for one that is not much shorter than the key, if there is any: else its length
    would give the key away.

    Args:
        key: the right answer.
        tiers: candidates, the most plausible tier first.
        most: how many are wanted.
        seed: what the hash is keyed by: the fact and the model.
        tall: how many times as long or as short as the key a text may be; 0 for any.
        akin: what the question is about; those that share words with it come first.
        alike: from which likeness to the key on an answer in words might do as well.
    """
    taken: list[Option] = []
    spare: Option | None = None
    considered: frozenset[str] = frozenset()
    for tier in tiers:
        for option in sorted(tier, key=lambda one: _order(key, one, seed, akin=akin)):
            if len(taken) == most:
                return Chosen(tuple(taken), considered)
            considered |= option.text.rests | option.why.rests
            near = not tall or fits(key.text.text, option.text.text, tall)
            near = near and likeness(key.text.text, option.text.text) < alike
            if not near or not all(_apart(option, other) for other in (key, *taken)):
                continue
            hidden = any(not _is_short(key, one) for one in (*taken, option))
            if len(taken) < most - 1 or hidden:
                taken.append(option)
            else:
                spare = spare or option
    if spare is not None and len(taken) < most:
        taken.append(spare)
    return Chosen(tuple(taken), considered)


def spread(
    key: Option,
    tiers: Iterable[Iterable[Option]],
    seed: str,
    measure: Callable[[Option], Any],
    most: int = 3,
) -> Chosen:
    """Choose wrong answers of which a number left to the hash are beyond the key.

    Else the right answer would mostly be the longest, or stand in the middle of a row. Where
    there are too few on one side, the other fills up.

    Args:
        key: the right answer.
        tiers: candidates, the most plausible tier first.
        seed: what the hash is keyed by.
        measure: how far along an answer is, such as its length or size.
        most: how many are wanted.
    """
    at = measure(key)
    sides: dict[bool, list[list[Option]]] = {True: [], False: []}
    for tier in tiers:
        for side in sides.values():
            side.append([])
        for one in tier:
            sides[measure(one) > at][-1].append(one)
    wanted = int(digest(seed, "beyond"), 16) % (most + 1)
    taken: tuple[Option, ...] = ()
    considered: frozenset[str] = frozenset()
    for is_beyond, number in ((True, wanted), (False, most), (True, most)):
        left = [
            [one for one in tier if all(_apart(one, other) for other in taken)]
            for tier in sides[is_beyond]
        ]
        some = chosen(key, left, max(0, number - len(taken)), seed)
        taken += some.options
        considered |= some.considered
    return Chosen(taken, considered)


def _length(option: Option) -> int:
    return len(option.text.text)


def blended(
    key: Option,
    tiers: Iterable[tuple[Iterable[Option], float]],
    seed: str,
    stem: str,
    most: int = 3,
    *,
    measure: Callable[[Option], Any] = _length,
) -> Chosen:
    """Choose wrong answers among which the right one stands out as far as a hash would have it.

    Mistakes are written by people who think of the right answer: they are longer or shorter than
    it, more polite, and each a variation of it, so that it stands in their midst. How many are
    longer than it, and how far it lies from the middle of the others, and on which side, in
    courtesy, in words shared with the question and in likeness to the others, is left to the
    hash, and those are taken that come nearest to that. So none of these tells anything, and none
    is even: a right answer that always stood in the middle would be known by that.

    Args:
        key: the right answer.
        tiers: candidates, the most plausible first, each with the likeness to the key from which
            on they might do as well.
        seed: what the hash is keyed by.
        stem: the question.
        most: how many are wanted; one of them at least is of the first tier that has any.
        measure: how far along an answer is: its length, or where it stands in a row.
    """
    first = 0
    held: list[Option] = []
    considered: frozenset[str] = frozenset()
    for tier, alike in tiers:
        if len(held) >= _ENOUGH:
            break
        known = frozenset(one.text.text for one in held)
        some, looked_at = _either_side(key, tier, seed, stem, alike, measure, known)
        first = first or len(some)
        held += some
        considered |= looked_at
    del held[_HELD:]
    number = min(most, len(held))
    for row in _by_fitness(key, held, seed, stem, number, first, measure) if held else ():
        taken = tuple(held[at] for at in row)
        if all(_apart(one, other) for one, other in combinations(taken, 2)):
            return Chosen(taken, considered)
    left = chosen(key, (held,), most, seed)
    return Chosen(left.options, considered | left.considered)


_ENOUGH, _HELD, _A_SIDE = 12, 14, 4
"""From how many candidates on no further tier is asked; how many are weighed; how many of a tier
may be beyond the key, and how many not."""


def _either_side(
    key: Option,
    tier: Iterable[Option],
    seed: str,
    stem: str,
    alike: float,
    measure: Callable[[Option], Any],
    known: frozenset[str],
) -> tuple[list[Option], frozenset[str]]:
    """Some that are beyond the key and some that are not, none known; and all looked at."""
    sides: dict[bool, list[Option]] = {True: [], False: []}
    considered: frozenset[str] = frozenset()
    met = set(known)
    for option in sorted(tier, key=lambda one: _akin(one, seed, stem)):
        if all(len(side) == _A_SIDE for side in sides.values()):
            break
        considered |= option.text.rests | option.why.rests
        side = sides[measure(option) > measure(key)]
        near = likeness(key.text.text, option.text.text) < alike
        fresh = option.text.text not in met
        if len(side) < _A_SIDE and fresh and near and _apart(option, key):
            side.append(option)
            met.add(option.text.text)
    return [*sides[True], *sides[False]], considered


def _by_fitness(
    key: Option,
    held: Sequence[Option],
    seed: str,
    stem: str,
    most: int,
    first: int,
    measure: Callable[[Option], Any],
) -> list[tuple[int, ...]]:
    """Every choice of some candidates with one of the first few among them, the best first."""
    text = key.text.text
    own = shaped(text, stem)
    others = [shaped(one.text.text, stem) for one in held]
    wanted = Shape(*(spread * _drawn(seed, name) for name, spread in SPREAD.items()))
    rows = [row for row in combinations(range(len(held)), most) if row[0] < first]
    longer = [_beyond(measure(one), measure(key)) for one in held]
    rank = _reached(longer, rows, seed, "rank")
    echoing = [_beyond(one.echo, own.echo) for one in others]
    echoes = _reached(echoing, rows, seed, "echoes")
    nearness = [likeness(text, one.text.text) for one in held]
    between = {
        (at, by): likeness(held[at].text.text, held[by].text.text)
        for at, by in combinations(range(len(held)), 2)
    }
    places = _PLACES if measure is _length else _IN_A_ROW
    lonely = _LIKENESS * _drawn(seed, "likeness")

    def misfit(row: tuple[int, ...]) -> float:
        number = len(row)
        mean = [sum(others[at][n] for at in row) / number for n in range(len(own))]
        off = places * abs(sum(longer[at] for at in row) - rank)
        off += _PLACES * abs(sum(echoing[at] for at in row) - echoes)
        off += sum(
            abs(mine - its - goal) / spread
            for mine, its, goal, spread in zip(own, mean, wanted, SPREAD.values(), strict=True)
        )
        near = sum(nearness[at] for at in row) / number
        apart = (near + 2 * sum(between[pair] for pair in combinations(row, 2)) / number) / number
        return (
            off + abs(near - apart - lonely) / _LIKENESS + _OTHERS * sum(at >= first for at in row)
        )

    return sorted(rows, key=misfit)


def _beyond(its: Any, mine: Any) -> float:
    """By how much an answer is beyond the key: by one, or, being level with it, by half."""
    return float(its > mine) + float(its == mine) / 2


def _reached(beyond: Sequence[float], rows: Sequence[tuple[int, ...]], seed: str, name: str) -> int:
    """How many are to be beyond the key: of the numbers that any choice has, one by the hash."""
    numbers = sorted({int(sum(beyond[at] for at in row)) for row in rows})
    return numbers[int(digest(seed, name), 16) % len(numbers)] if numbers else 0


_PLACES = 2
"""What it costs that one more, or one fewer, is beyond the key, in standard deviations."""

_IN_A_ROW = 10
"""The same where answers stand in a row: there their places are what is seen first."""

_OTHERS = 0.5
"""What it costs to take an answer that is not of the first tier, in standard deviations."""

_LIKENESS = 0.05
"""How much the likeness of an answer to the others varies."""


def _drawn(seed: str, name: str) -> float:
    """A number about as far from 0 as one of the normal distribution, by the hash."""
    number = int(digest(seed, name), 16)
    return sum((number >> at & 0x3FF) / 0x400 - 0.5 for at in (0, 10, 20)) * 2


def fits(key: str, text: str, tall: float) -> bool:
    """Whether one text is at most so many times as long as the other."""
    return len(key) <= len(text) * tall and len(text) <= len(key) * tall


def _order(key: Option, option: Option, seed: str, *, akin: str) -> tuple[bool, int, str]:
    return _is_short(key, option), *_akin(option, seed, akin)


def _akin(option: Option, seed: str, topic: str) -> tuple[int, str]:
    """Those that share words with a topic first, as the hash would have it among equals."""
    about, text = pairs(topic), pairs(option.text.text)
    grade = 20 * len(about & text) // len(text) if text else 0
    return -grade, digest(seed, option.text.text)


def _is_short(key: Option, option: Option) -> bool:
    return len(key.text.text) > len(option.text.text) * LONGER


ALIKE = 0.2
"""From which likeness on what is done, or said, in one case might do in another."""

RESTATED = 0.7
"""From which likeness to the key on nobody could say which of the two is meant."""

LONGER = 1.4
"""From how many times the length of all others on the key stands out."""


def _apart(one: Option, other: Option) -> bool:
    """Whether two answers differ; claims about two facts, by their words alone."""
    if one.claim.name != other.claim.name:
        return same_text(one.text.text, other.text.text) is False
    if one.text.text == other.text.text:
        return False
    return same(one.claim.value, other.claim.value) is False


def drawn(
    key: Option,
    options: Iterable[Option],
    seed: str,
    weight: Callable[[Option], int],
    most: int = 3,
) -> Chosen:
    """Draw wrong answers by the hash, the heavier ones the likelier (Efraimidis and Spirakis).

    Where a few answers serve many questions, one that is often right must often be wrong too:
    weighed by how often each is right, none is known as the one that always is, or never.

    Args:
        key: the right answer.
        options: candidates, all alike plausible.
        seed: what the hash is keyed by.
        weight: how heavy one is.
        most: how many are wanted.
    """

    def place(one: Option) -> float:
        number = (int(digest(seed, one.text.text), 16) + 1) / (1 << 64)
        return -log(number) / max(1, weight(one))

    taken: list[Option] = []
    considered: frozenset[str] = frozenset()
    for option in sorted(options, key=place):
        if len(taken) == most:
            break
        considered |= option.text.rests | option.why.rests
        if all(_apart(option, other) for other in (key, *taken)):
            taken.append(option)
    return Chosen(tuple(taken), considered)


def ascending(options: Sequence[Option]) -> tuple[Option, ...]:
    """Options from small to large by their values."""
    return tuple(sorted(options, key=lambda one: size(one.claim.value) or 0))


def shuffled(options: Sequence[Option], seed: str) -> tuple[Option, ...]:
    """Options in an order keyed by a hash: every place is as likely for the key as any other."""
    return tuple(sorted(options, key=lambda one: digest(seed, "order", one.text.text)))
