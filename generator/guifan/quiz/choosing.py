"""Choosing wrong answers, nearest mistakes first, always the same ones for the same corpus."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from guifan.quiz.item import Option, digest
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
            fits = not tall or _fits(key.text.text, option.text.text, tall)
            fits = fits and likeness(key.text.text, option.text.text) < alike
            if not fits or not all(_apart(option, other) for other in (key, *taken)):
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


def _fits(key: str, text: str, tall: float) -> bool:
    return len(key) <= len(text) * tall and len(text) <= len(key) * tall


def _order(key: Option, option: Option, seed: str, *, akin: str) -> tuple[bool, int, str]:
    topic, text = pairs(akin), pairs(option.text.text)
    grade = 20 * len(topic & text) // len(text) if text else 0
    return _is_short(key, option), -grade, digest(seed, option.text.text)


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


def ascending(options: Sequence[Option]) -> tuple[Option, ...]:
    """Options from small to large by their values."""
    return tuple(sorted(options, key=lambda one: size(one.claim.value) or 0))


def shuffled(options: Sequence[Option], seed: str) -> tuple[Option, ...]:
    """Options in an order keyed by a hash: every place is as likely for the key as any other."""
    return tuple(sorted(options, key=lambda one: digest(seed, "order", one.text.text)))
