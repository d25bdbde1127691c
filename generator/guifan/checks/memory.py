"""What earlier checks found in order, and on what that rests: only what may differ is judged anew.

A rule is remembered with what it asked: as long as nothing of that is answered otherwise, it finds
nothing again. A rule that judges items one by one is remembered by item. What was found is never
remembered: a rule with findings runs again each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from guifan.corpus.shown import NOBODY, NotOneByOneError, ShownCorpus, Turns
from guifan.corpus.snapshot import Changes, Snapshot
from guifan.findings import always
from guifan.language.kinds.manual import Manual

if TYPE_CHECKING:
    from guifan.corpus.graph import Corpus
    from guifan.findings import Match, Rule
    from guifan.language.document import Entry

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
    """

    snapshot: Snapshot = field(default_factory=Snapshot)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)


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
        return Memory(self.snapshot, dict(self.verdicts))

    def looked(self, rule: Rule) -> int | None:
        """At how many places a rule looks that finds nothing.

        Returns:
            None where it may find something, or crash: then it must run.
        """
        if rule.check is None:
            return 0
        if "baseline" in rule.needs and self.values["baseline"] is not None:
            return None
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
            return self._one_by_one(rule)
        anew = {one for one, asked in known.asked.items() if self._concerns(asked)}
        anew.update(known.faulty, self._changes.items)
        if NOBODY in anew or len(anew) > _MOST_ANEW * len(self.snapshot.briefs):
            return self._one_by_one(rule)
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
        return self._verdict(rule, turns, {NOBODY: looked})

    def _one_by_one(self, rule: Rule) -> Verdict:
        """A rule that is shown all items, one after the other."""
        turns = self._turns(rule)
        examined: Counter[str] = Counter()
        try:
            for match in self._run(rule, turns):
                if match is not None:
                    return self._each_alone(rule)
                examined[turns.now] += 1
        except NotOneByOneError:
            return self._each_alone(rule)
        if NOBODY in examined:
            return self._each_alone(rule)
        held = () if rule.apart is always else tuple(self.corpus)
        faulty = tuple(one.id for one in held if rule.apart and not rule.apart(one))
        return self._verdict(rule, turns, examined, faulty)

    def _each_alone(self, rule: Rule) -> Verdict:
        """A rule that is shown each item alone: it finds something, or goes through them twice."""
        return self._again(rule, Verdict(), set(self.snapshot.briefs))

    def _again(self, rule: Rule, known: Verdict, anew: set[str]) -> Verdict:
        """A rule that is shown some items alone; of the others it is known what it found."""
        turns = self._turns(rule)
        turns.parts.update(known.parts)
        gone = self._changes.names
        examined = {one: looked for one, looked in known.examined.items() if one not in gone}
        asked = {one: some for one, some in known.asked.items() if one not in gone}
        faulty: list[str] = []
        for name in sorted(anew):
            examined.pop(name, None)
            asked.pop(name, None)
            if name not in self.snapshot.briefs:
                continue
            entry = self.corpus.entries[name]
            turns.turn(name)
            found = tuple(self._run(rule, turns, entry))
            if found:
                examined[name] = len(found)
            if any(found) or (rule.apart and not rule.apart(entry.item)):
                faulty.append(name)
        return self._verdict(rule, turns, examined, tuple(faulty), asked)

    def _run(self, rule: Rule, turns: Turns, only: Entry | None = None) -> Iterator[Match | None]:
        return rule.run({**self.values, "corpus": ShownCorpus(self.corpus, turns, only)})

    def _verdict(
        self,
        rule: Rule,
        turns: Turns,
        examined: Mapping[str, int],
        faulty: tuple[str, ...] = (),
        asked: Mapping[str, tuple[str, ...]] = NOTHING,
    ) -> Verdict:
        parts = tuple(sorted(turns.parts))
        own = {name: tuple(sorted(some)) for name, some in turns.asked.items()}
        digest = self.snapshot.digest(parts)
        return Verdict(self._day(rule), parts, digest, dict(examined), {**asked, **own}, faulty)

    def _turns(self, rule: Rule) -> Turns:
        """Notes for a rule; the calendars are the manual's."""
        turns = Turns(self.snapshot.near if rule.apart else None)
        if "clocks" in rule.needs:
            turns.parts.add(Manual.kind)
        return turns

    def _day(self, rule: Rule) -> str:
        return str(self.values["day"]) if {"day", "clocks"} & set(rule.needs) else ""
