"""Questions as they are told to those who practise, without the facts behind their proof."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guifan.quiz.base import Base
from guifan.quiz.fact import Clause
from guifan.quiz.ground import Ground
from guifan.quiz.item import Form, Gap, Item, Model, Option, Refused
from guifan.quiz.pool import Pool, asked
from guifan.quiz.record import record

_SHOWN = ("type", "stem", "left", "options", "key")
"""What of a question's record is shown."""

Unasked = tuple[tuple[str, str], ...]
"""Ids of clauses that nothing was asked about, and the key of the reason."""


@dataclass(frozen=True, slots=True)
class Told:
    """A question.

    Args:
        id: its own.
        model: its model.
        clause: the clause that it asks about.
        roles: the posts that it is for.
        hash: of everything asked and of what it rests on.
        shown: how it is asked, what there is to choose among, and the key, as in its record.
        sources: of each option the address of its own words, where they are another item's.
        why: what to tell whoever had to give a number or a word; None elsewhere.
    """

    id: str
    model: Model
    clause: Clause
    roles: tuple[str, ...]
    hash: str
    shown: Mapping[str, object]
    sources: tuple[str, ...]
    why: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of a corpus.

    Args:
        ground: what they were computed from.
        questions: by id.
        refused: of those that were not accepted.
        gaps: of facts that a model could not ask about.
    """

    ground: Ground
    questions: Mapping[str, Told]
    refused: Unasked
    gaps: Unasked


@dataclass(frozen=True, slots=True)
class Part:
    """What one model asks: a part of ``Asked``."""

    questions: tuple[Told, ...]
    refused: Unasked
    gaps: Unasked


def part(base: Base, model: Model) -> Part:
    """What a model asks."""
    found = tuple(asked(base, model))
    return Part(
        tuple(_told(one) for one in found if isinstance(one, Item)),
        _unasked(one for one in found if isinstance(one, Refused)),
        _unasked(one for one in found if isinstance(one, Gap)),
    )


def whole(ground: Ground, parts: Iterable[Part]) -> Asked:
    """What all models ask, in their order."""
    parts = tuple(parts)
    return Asked(
        ground,
        {one.id: one for part in parts for one in part.questions},
        tuple(one for part in parts for one in part.refused),
        tuple(one for part in parts for one in part.gaps),
    )


def told(pool: Pool) -> Asked:
    """The questions of a pool."""
    return Asked(
        pool.base.ground,
        {name: _told(one) for name, one in pool.items.items()},
        _unasked(pool.refused),
        _unasked(gap for _model, gap in pool.gaps),
    )


def _unasked(found: Iterable[Refused | Gap]) -> Unasked:
    return tuple((one.fact.clause.item, one.reason) for one in found)


def _told(item: Item) -> Told:
    every = record(item)
    shown = {name: every[name] for name in _SHOWN if name in every}
    options = every["options"]
    assert isinstance(options, list)
    by_text = {one.text.text: one for one in item.options}
    given = item.model.form in (Form.NUMERIC, Form.FILL_IN)
    return Told(
        item.id,
        item.model,
        item.clause,
        item.roles,
        item.hash,
        shown,
        tuple(_source(item, by_text[one["text"]]) for one in options),
        next(one.why.text for one in item.options if one.right) if given else None,
    )


def _source(item: Item, option: Option) -> str:
    """Where an answer's own words stand, if that is another item."""
    clause = option.clause
    return clause.address if clause and clause.item != item.clause.item else ""
