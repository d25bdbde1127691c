"""What earlier checks found in order, and on what that rests: only what may differ is judged anew.

A rule is remembered with what it asked: as long as nothing of that is answered otherwise, it finds
nothing again. A rule that judges items one by one is remembered by item. What was found is never
remembered: a rule with findings runs again each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from guifan.corpus.shown import NOBODY, NotOneByOneError, ShownCorpus, Turns
from guifan.corpus.snapshot import BASELINE, Changes, Snapshot
from guifan.findings import always
from guifan.language.kinds.manual import Manual

if TYPE_CHECKING:
    from guifan.corpus.graph import Corpus
    from guifan.findings import Match, Rule

Some = TypeVar("Some")

_MOST_ANEW = 0.2
"""From which share of the items on they are shown one after the other again, not each alone."""

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a rule found nothing.

    Args:
        day: the day of judgement, where it matters.
        parts: what the rule looked at as a whole, in the words of a snapshot.
        digest: of that, as it was.
        examined: at how many places it looked, by item; by nobody where it does not judge them
            one by one.
        asked: what else it asked then, of items that are not near.
        faulty: items in which it did find something.
    """

    day: str = ""
    parts: tuple[str, ...] = ()
    digest: str = ""
    examined: Mapping[str, int] = field(default_factory=lambda: NOTHING)
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    faulty: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a check.

    Args:
        snapshot: of the manual as it was.
        verdicts: by the code of the rule.
        ahead: by what it is known that nothing was found in the manual as it will be; empty where
            something was.
        items: of files, as ``language.stored`` has them, by the digests of the files.
    """

    snapshot: Snapshot = field(default_factory=Snapshot)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    ahead: str = ""
    items: Mapping[str, str] = field(default_factory=lambda: NOTHING, compare=False)


@dataclass(frozen=True, slots=True)
class _Told:
    """What came of showing items to a rule: the fields of a verdict, but for what digests them."""

    parts: frozenset[str]
    examined: Mapping[str, int]
    asked: Mapping[str, tuple[str, ...]]
    faulty: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recall:
    """A check that goes by what is remembered, and remembers in turn.

    Args:
        before: what is remembered.
        snapshot: of the manual as it is now.
        corpus: its items; it must be whole.
        values: what rules may ask for.
        verdicts: those of this check, by the code of the rule.
    """

    before: Memory
    snapshot: Snapshot
    corpus: Corpus
    values: Mapping[str, Any]
    verdicts: dict[str, Verdict] = field(default_factory=dict)

    @property
    def after(self) -> Memory:
        """What is to be remembered of this check."""
        return replace(self.before, snapshot=self.snapshot, verdicts=dict(self.verdicts))

    def looked(self, rule: Rule) -> int | None:
        """At how many places a rule looks that finds nothing.

        Returns:
            None where it may find something, or crash: then it must run.
        """
        if rule.check is None:
            return 0
        try:
            verdict = self._judged(rule)
        except Exception:  # it crashes again when it runs, where the engine reports it
            return None
        if verdict is None:
            return None
        self.verdicts[rule.code] = verdict
        return None if verdict.faulty else sum(verdict.examined.values())

    def _judged(self, rule: Rule) -> Verdict | None:
        known = self._known(rule)
        if rule.apart is None:
            if known and not any(map(self._concerns, known.asked.values())):
                return known
            return self._at_once(rule)
        if known is None:
            return self._again(rule, Verdict(), None)
        anew = {one for one, asked in known.asked.items() if self._concerns(asked)}
        anew.update(known.faulty, self._changes.items)
        if NOBODY in anew or len(anew) > _MOST_ANEW * len(self.snapshot.briefs):
            return self._again(rule, Verdict(), None)
        if not (anew or self._changes.names):
            return known
        return self._again(rule, known, anew)

    def _known(self, rule: Rule) -> Verdict | None:
        """What is remembered of a rule, as far as it still holds."""
        verdict = self.before.verdicts.get(rule.code)
        if verdict is None or verdict.day != self._day(rule):
            return None
        return verdict if self.snapshot.digest(verdict.parts) == verdict.digest else None

    @cached_property
    def _changes(self) -> Changes:
        return self.snapshot.since(self.before.snapshot)

    def _concerns(self, asked: Iterable[str]) -> bool:
        return not self._changes.concerned.isdisjoint(asked)

    def _at_once(self, rule: Rule) -> Verdict | None:
        """A rule that is shown all items at once; None where it finds something."""
        turns = self._turns(rule)
        looked = 0
        for match in self._run(rule, turns):
            if match is not None:
                return None
            looked += 1
        asked = _in_order(turns.asked)
        return self._verdict(rule, _Told(frozenset(turns.parts), {NOBODY: looked}, asked))

    def _again(self, rule: Rule, known: Verdict, anew: Iterable[str] | None) -> Verdict:
        """A rule that judges items one by one, of which some, or all, are shown to it."""
        files, gone = self.snapshot.files, self._changes.names
        some = None if anew is None else {one: files[one].kind for one in anew if one in files}
        told = self._one_by_one(rule, some) or self._alone(rule, some)
        old = gone.union(anew or ())
        return self._verdict(
            rule,
            replace(
                told,
                parts=told.parts.union(known.parts),
                examined={**_without(old, known.examined), **told.examined},
                asked={**_without(old, known.asked), **told.asked},
            ),
        )

    def _one_by_one(self, rule: Rule, some: Mapping[str, str] | None) -> _Told | None:
        """What a rule says that is shown items one after the other.

        Returns:
            None where it says something of no item that it is shown: of what it has gathered.
        """
        turns = self._turns(rule)
        examined: Counter[str] = Counter()
        faulty = set(self._joined(rule, some))
        try:
            for match in self._run(rule, turns, some):
                examined[turns.now] += 1
                if match is not None:
                    faulty.add(turns.now)
        except NotOneByOneError:
            return None
        if NOBODY in examined:
            return None
        asked = _in_order(turns.asked)
        return _Told(frozenset(turns.parts), examined, asked, tuple(sorted(faulty)))

    def _joined(self, rule: Rule, some: Mapping[str, str] | None) -> Iterator[str]:
        """The items of some, or of all, that are not judged by themselves."""
        entries = self.corpus.entries
        shown = () if rule.apart is always else self.snapshot.files if some is None else some
        for name in shown:
            if rule.apart and not rule.apart(entries[name].item):
                yield name

    def _alone(self, rule: Rule, some: Mapping[str, str] | None) -> _Told:
        """What a rule says that is shown one item at a time."""
        shown = self.snapshot.files if some is None else some
        parts: set[str] = set()
        examined: dict[str, int] = {}
        asked: dict[str, tuple[str, ...]] = {}
        faulty = set(self._joined(rule, some))
        for name in shown:
            turns = self._turns(rule, name)
            found = tuple(self._run(rule, turns, {name: self.snapshot.files[name].kind}))
            if found:
                examined[name] = len(found)
            if any(found):
                faulty.add(name)
            parts |= turns.parts
            asked |= _in_order(turns.asked)
        return _Told(frozenset(parts), examined, asked, tuple(sorted(faulty)))

    def _run(
        self, rule: Rule, turns: Turns, some: Mapping[str, str] | None = None
    ) -> Iterator[Match | None]:
        return rule.run({**self.values, "corpus": ShownCorpus(self.corpus, turns, some)})

    def _verdict(self, rule: Rule, told: _Told) -> Verdict:
        parts = tuple(sorted(told.parts))
        return Verdict(
            self._day(rule),
            parts,
            self.snapshot.digest(parts),
            dict(told.examined),
            told.asked,
            told.faulty,
        )

    def _turns(self, rule: Rule, alone: str = NOBODY) -> Turns:
        """Notes for a rule; the calendars are the manual's."""
        turns = Turns(self.snapshot.near if rule.apart else None, alone)
        beside = {"clocks": Manual.kind, "baseline": BASELINE}
        turns.parts.update(part for name, part in beside.items() if name in rule.needs)
        return turns

    def _day(self, rule: Rule) -> str:
        return str(self.values["day"]) if {"day", "clocks"} & set(rule.needs) else ""


def _in_order(asked: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(sorted(what)) for name, what in asked.items()}


def _without(some: Iterable[str], told: Mapping[str, Some]) -> dict[str, Some]:
    """What is told of all items but some, which are few."""
    left = dict(told)
    for name in some:
        left.pop(name, None)
    return left
