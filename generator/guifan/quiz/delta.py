"""What a change of the standard does to questions, and whom it makes learn anew."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from guifan.quiz.base import Base
from guifan.quiz.item import CHOSEN, FILLED, Age, Form, Item, Option
from guifan.quiz.pool import Pool
from guifan.quiz.results.marking import marked
from guifan.quiz.results.response import Response
from guifan.quiz.said import Said, say


class Fate(StrEnum):
    """What became of a question."""

    CHANGED = "changed"
    BORN = "born"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class Turn:
    """A question that is not what it was.

    Args:
        fate: what became of it.
        before: as it was asked; None if it was not.
        after: as it is asked, yesterday's answer among its options; None if it is no more.
    """

    fate: Fate
    before: Item | None
    after: Item | None

    @property
    def item(self) -> Item:
        """The question as it is, else as it was."""
        found = self.after or self.before
        assert found is not None
        return found


def delta(before: Pool, after: Pool) -> tuple[Turn, ...]:
    """The questions whose answer is another now, those that are new, and those that are gone.

    A question that is only put otherwise, or has other wrong answers, is none of them; where the
    answer is a sentence, another sentence is another answer.

    Args:
        before: the questions of the earlier state, under today's ids.
        after: the questions of today.
    """
    turns = []
    for name, item in after.items.items():
        old = before.items.get(name)
        if old is None:
            turns.append(Turn(Fate.BORN, None, item))
        elif answer(old) != answer(item):
            turns.append(
                Turn(Fate.CHANGED, old, with_old_answer(before.base, after.base, item, old))
            )
    gone = (one for name, one in before.items.items() if name not in after.items)
    turns += [Turn(Fate.DIED, one, None) for one in gone]
    order = tuple(Fate)
    return tuple(sorted(turns, key=lambda one: (order.index(one.fate), one.item.clause.item)))


def answer(item: Item) -> tuple[str, ...]:
    """What is right, in words: in their order where that is asked, else in one of their own."""
    options = [item.options[at] for at in item.key]
    told = [f"{one.of.text} → {one.text.text}" if one.of else one.text.text for one in options]
    return tuple(told) if item.model.form is Form.ORDERING else tuple(sorted(told))


def with_old_answer(before: Base, after: Base, item: Item, old: Item) -> Item:
    """A question in which yesterday's answer is a wrong one, flagged, if its type allows.

    Wrong answers of today that held by the earlier state are flagged. Where there is none, the old
    answer takes the place of a wrong one, or stands beside the number or word to be filled in, so
    that whoever gives it is told. Where it cannot be shown to be wrong now, and where things are
    put in order or in pairs, the question stays as it is.
    """
    found = _flagged(before, after, item)
    if any(one.age is Age.PAST for one in found.options):
        return found
    former = next((one for one in old.options if one.right), None)
    if former is None or item.model.form not in _HOLDING:
        return item
    claim = replace(former.claim, sort=item.fact.sort, name=item.fact.name)
    verdict = after.judge(claim)
    texts = [one.text.text for one in item.options]
    places = [at for at, one in enumerate(item.options) if not one.right]
    if item.model.form in FILLED:
        at = len(texts)
    elif former.text.text in texts:
        at = texts.index(former.text.text)
    else:
        at = places[0] if places else len(texts)
    if verdict.truth is not False or (at < len(texts) and item.options[at].right):
        return item
    why = _told(after, old.fact.said)
    option = Option(former.text, claim, False, why, former.clause, age=Age.PAST)
    return replace(
        item,
        options=(*item.options[:at], option, *item.options[at + 1 :]),
        verdicts=(*item.verdicts[:at], verdict, *item.verdicts[at + 1 :]),
        rests=item.rests | former.text.rests,
    )


_HOLDING = FILLED | {Form.SINGLE}
"""The forms that can hold an answer which is not there yet."""


def _flagged(before: Base, after: Base, item: Item) -> Item:
    """The question, its wrong answers flagged that were right by the earlier state."""
    if item.model.form not in CHOSEN:
        return item
    options = list(item.options)
    for at, one in enumerate(options):
        verdict = before.judge(one.claim)
        if not one.right and one.age is None and verdict.truth:
            options[at] = replace(one, age=Age.PAST, why=_told(after, verdict.because))
    return replace(item, options=tuple(options))


def _told(base: Base, said: Said) -> Said:
    """What to tell whoever goes by the earlier state."""
    _ = base.ground.words
    return say(_("这是旧规：{said}现在不是。"), said=said)


class Reason(StrEnum):
    """Why somebody has to answer a question again, or for the first time."""

    KNEW_OLD = "right-by-old"
    NOT_MET = "not-met"


@dataclass(frozen=True, slots=True)
class Retest:
    """That somebody has to answer a question.

    Args:
        learner: who.
        item: id of the question.
        reason: why.
    """

    learner: str
    item: str
    reason: Reason


class Retests:
    """Who has to answer what, found while results are read one by one.

    An answer is to the old question where its hash, or the version of the clause, says so; where
    the file tells neither, where its day lies before the clause's own, and else always: whoever
    may have learned the old rule is asked again.

    Args:
        turns: the questions that are not what they were.
        effective: since when the clause of each holds as it stands, by the question's id.
    """

    def __init__(self, turns: Iterable[Turn], effective: Mapping[str, str]) -> None:
        self._turns = {one.item.id: one for one in turns if one.after is not None}
        self._effective = effective
        self._people: dict[str, set[str]] = {}
        self._knew: set[tuple[str, str]] = set()
        self._old: set[tuple[str, str]] = set()
        self._met: set[tuple[str, str]] = set()

    def add(self, one: Response) -> None:
        """Take an answer into account."""
        posts = self._people.setdefault(one.learner, set())
        posts.update({one.role} - {""})
        turn = self._turns.get(one.item)
        if turn is None:
            return
        name = one.learner, one.item
        if self._is_new(one, turn):
            self._met.add(name)
            return
        self._old.add(name)
        asked = turn.before or turn.item
        right = one.right
        if right is None and one.answer:
            right = marked(asked, one.answer).right
        if right:
            self._knew.add(name)

    def _is_new(self, one: Response, turn: Turn) -> bool:
        assert turn.after is not None
        if one.hash:
            old = turn.before.hash if turn.before else ""
            return not old.startswith(one.hash)
        versions = turn.after.clause.version, turn.before.clause.version if turn.before else 0
        if one.version and versions[0] != versions[1]:
            return one.version >= versions[0]
        return bool(one.at) and one.at[:10] >= self._effective.get(one.item, "9999")

    def __iter__(self) -> Iterator[Retest]:
        for learner, posts in sorted(self._people.items()):
            for item, turn in self._turns.items():
                name = learner, item
                if name in self._met:
                    continue
                if name in self._knew and turn.fate is Fate.CHANGED:
                    yield Retest(learner, item, Reason.KNEW_OLD)
                elif name in self._old or posts & set(turn.item.roles):
                    yield Retest(learner, item, Reason.NOT_MET)
