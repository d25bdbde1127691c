"""What a change of the standard does to questions, and whom it makes learn anew."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from guifan.quiz.base import Base
from guifan.quiz.item import Age, Form, Item, Option
from guifan.quiz.pool import Pool
from guifan.quiz.results.marking import marked
from guifan.quiz.results.response import Response
from guifan.quiz.said import say


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
            turns.append(Turn(Fate.CHANGED, old, with_old_answer(after.base, item, old)))
    gone = (one for name, one in before.items.items() if name not in after.items)
    turns += [Turn(Fate.DIED, one, None) for one in gone]
    order = tuple(Fate)
    return tuple(sorted(turns, key=lambda one: (order.index(one.fate), one.item.clause.item)))


def answer(item: Item) -> tuple[str, ...]:
    """What is right, in words: in their order where that is asked, else in one of their own."""
    options = [item.options[at] for at in item.key]
    told = [f"{one.of.text} → {one.text.text}" if one.of else one.text.text for one in options]
    return tuple(told) if item.model.form is Form.ORDERING else tuple(sorted(told))


def with_old_answer(base: Base, item: Item, old: Item) -> Item:
    """A question in which yesterday's answer is a wrong one, flagged, if its type allows.

    The old answer takes the place of a wrong one of today's. Where it cannot be shown to be wrong
    now, the question stays as it is.
    """
    if item.model.form is not Form.SINGLE or any(one.age is Age.PAST for one in item.options):
        return item
    (former,) = (one for one in old.options if one.right)
    place = next((at for at, one in enumerate(item.options) if not one.right), None)
    texts = [one.text.text for one in item.options]
    if former.text.text in texts:
        place = texts.index(former.text.text)
    if place is None or item.options[place].right:
        return item
    why = say(base.ground.words(_OLD_RULE), said=old.fact.said)
    claim = replace(former.claim, sort=item.fact.sort, name=item.fact.name)
    verdict = base.judge(claim)
    if verdict.truth is not False:
        return item
    option = Option(former.text, claim, False, why, former.clause, age=Age.PAST)
    options = (*item.options[:place], option, *item.options[place + 1 :])
    verdicts = (*item.verdicts[:place], verdict, *item.verdicts[place + 1 :])
    return replace(item, options=options, verdicts=verdicts, rests=item.rests | former.text.rests)


_OLD_RULE = "这是旧规：{said}现在不是。"


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
