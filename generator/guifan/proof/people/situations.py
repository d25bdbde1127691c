"""Whether what a situation marks as right or wrong is so by the clauses that it names."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from guifan.corpus.graph import Corpus, first
from guifan.corpus.references import plain_text
from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.situation import Situation
from guifan.language.nodes import Path


class Fault(StrEnum):
    """Why a mark cannot be relied on."""

    NOT_FORBIDDEN = "not-forbidden"
    POST_NOT_BOUND = "post-not-bound"
    CHANNEL_NOT_BOUND = "channel-not-bound"
    FORBIDDEN_UNMARKED = "forbidden-unmarked"


class Doubt(NamedTuple):
    """A mark of a situation and what is wrong with it.

    Args:
        situation: the situation.
        path: where it stands in the situation.
        part: id of the line or reply.
        fault: why it cannot be relied on; None where it can.
        clause: id of the clause that it names, or that forbids what is said.
        phrase: the phrase in question.
    """

    situation: Situation
    path: Path
    part: str
    fault: Fault | None
    clause: str
    phrase: str = ""


class _Mark(NamedTuple):
    """A clause that a line names, and the phrase of it that it is said to be."""

    path: Path
    part: str
    clause: str
    phrase: str | None


def doubts(corpus: Corpus) -> Iterator[Doubt]:
    """Look at every mark of every situation, and at every line that is left unmarked."""
    forbidden = _forbidden(corpus)
    for situation in corpus.each(Situation):
        for mark in _marks(situation):
            yield from _judged(corpus, situation, mark)
        for path, part, text in _unmarked(situation):
            said = plain_text(corpus, text)
            found = next((one for one in forbidden if one in said), "")
            fault = Fault.FORBIDDEN_UNMARKED if found else None
            yield Doubt(situation, path, part, fault, forbidden.get(found, ""), found)


def _marks(situation: Situation) -> Iterator[_Mark]:
    for at, turn in enumerate(situation.turns):
        for number, one in enumerate(turn.breaches):
            yield _Mark(("turns", at, "breaches", number), turn.id, one.clause, one.phrase)
    for at, reply in enumerate(situation.replies):
        yield _Mark(("replies", at), reply.id, reply.clause, reply.phrase)


def _unmarked(situation: Situation) -> Iterator[tuple[Path, str, str]]:
    """The lines of our own that are held to be right."""
    for at, turn in enumerate(situation.turns):
        if turn in situation.ours and not turn.breaches:
            yield ("turns", at, "says"), turn.id, turn.says
    for at, reply in enumerate(situation.replies):
        if reply.right:
            yield ("replies", at, "says"), reply.id, reply.says


def _judged(corpus: Corpus, situation: Situation, mark: _Mark) -> Iterator[Doubt]:
    norm = corpus.one(Norm, mark.clause)
    path = (*mark.path, "clause")
    if norm is not None:
        bound = bool({*situation.roles} & {*norm.binds.roles}) or not norm.binds.roles
        yield Doubt(
            situation, path, mark.part, None if bound else Fault.POST_NOT_BOUND, mark.clause
        )
        here = situation.channel is None or situation.channel in norm.binds.channels
        if norm.binds.channels:
            yield Doubt(
                situation, path, mark.part, None if here else Fault.CHANNEL_NOT_BOUND, mark.clause
            )
    if mark.phrase is not None:
        clause = norm or corpus.one(Message, mark.clause)
        known = {one.phrase for one in clause.never} if clause else set()
        fault = None if mark.phrase in known else Fault.NOT_FORBIDDEN
        path = (*mark.path, "phrase")
        yield Doubt(situation, path, mark.part, fault, mark.clause, mark.phrase)


def _forbidden(corpus: Corpus) -> Mapping[str, str]:
    """The phrases that nobody may say, with the clause that forbids each.

    Short ones stand inside other words, and those with blanks are never said as written.
    """
    said = ((phrase.rstrip("。？！…，"), clause) for phrase, clause in corpus.forbidden.items())
    return first(
        (phrase, clause)
        for phrase, clause in said
        if len(phrase) >= _LONG and "【" not in phrase and "（" not in phrase
    )


_LONG = 5
"""From how many characters on a phrase is looked for inside of others."""
