"""What earlier checks found in order, and on what that rests: only what may differ is judged anew.

A rule is remembered only where it found nothing, with the kinds of items that it looked at: as long
as no file of these kinds changes, it finds nothing again. A rule that judges items one by one is
remembered by item. What was found is never remembered: a rule with findings runs again each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guifan.corpus.facts import digested
from guifan.corpus.watched import ALL, BASELINE, IDS, LINKS, NAMES, PLACES, Seen, watched
from guifan.findings import Match
from guifan.language.kinds.manual import Manual

if TYPE_CHECKING:
    from guifan.corpus.facts import Brief, Facts
    from guifan.corpus.graph import Corpus
    from guifan.findings import Rule


@dataclass(frozen=True)
class Snapshot:
    """What a manual's files hold.

    Args:
        facts: what is known of each, in their order.
        baseline: the digest of the last edition; empty without one.
    """

    facts: tuple[Facts, ...] = ()
    baseline: str = ""

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        """Digests of what may be looked at: by kind, and by the words for what is no kind."""
        kinds: dict[str, list[str]] = {}
        for one in self.facts:
            kinds.setdefault(one.kind, []).extend((one.file, one.digest))
        return {kind: digested(parts) for kind, parts in kinds.items()} | {
            ALL: digested(part for one in self.facts for part in (one.file, one.digest)),
            IDS: digested(one.ids for one in self.facts),
            LINKS: digested(one.links for one in self.facts),
            NAMES: digested(one.names for one in self.facts),
            BASELINE: self.baseline,
            PLACES: digested(
                part for one in self.facts for part in (one.kind, *(b.place for b in one.briefs))
            ),
        }

    def digest(self, seen: Iterable[str]) -> str:
        """The digest of some of it."""
        return digested(f"{one} {self._parts.get(one, '')}" for one in sorted(seen))

    @cached_property
    def briefs(self) -> Mapping[str, Brief]:
        """The items by id, in their order."""
        return {one.id: one for file in self.facts for one in file.briefs}

    @cached_property
    def referring(self) -> Mapping[str, tuple[str, ...]]:
        """By an id as written, today's or a former one, the items in which it stands."""
        found: dict[str, list[str]] = {}
        for brief in self.briefs.values():
            for name in brief.near:
                found.setdefault(name, []).append(brief.id)
        return {name: tuple(ids) for name, ids in found.items()}

    def near(self, name: str) -> frozenset[str]:
        """The ids of an item, of those that it refers to, and of those that refer to it."""
        if name not in self._near:
            brief = self.briefs[name]
            names = (name, *brief.was)
            referring = (one for name in names for one in self.referring.get(name, ()))
            self._near[name] = frozenset((*names, *brief.near, *referring))
        return self._near[name]

    @cached_property
    def _near(self) -> dict[str, frozenset[str]]:
        return {}

    def touched(self, before: Snapshot) -> frozenset[str]:
        """The items that are not as they were, and those that are near one, or were.

        What an item has near it has not changed where it is not touched.
        """
        past = {one.file: one.digest for one in before.facts}
        now = {one.file: one.digest for one in self.facts}
        gone = [one for one in before.facts if now.get(one.file) != one.digest]
        come = [one for one in self.facts if past.get(one.file) != one.digest]
        old = {one.id: one for file in gone for one in file.briefs}
        new = {one.id: one for file in come for one in file.briefs}
        changed = [one for one in old.values() if new.get(one.id) != one]
        changed += [one for one in new.values() if old.get(one.id) != one]
        if not changed:
            return frozenset()
        names = frozenset(name for one in changed for name in (one.id, *one.was))
        reached = names.union(name for one in changed for name in one.near)
        return frozenset(
            one.id
            for one in self.briefs.values()
            if one.id in reached
            or not reached.isdisjoint(one.was)
            or not names.isdisjoint(one.near)
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a rule found nothing.

    Args:
        day: the day of judgement, where it matters.
        seen: what the rule looked at beside the items that it judged one by one.
        digest: of that, as it was.
        examined: at how many places it looked; by item, where it judges them one by one.
        faulty: items in which it did find something.
    """

    day: str
    seen: tuple[str, ...]
    digest: str
    examined: tuple[int, ...]
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

    def run(self, rule: Rule) -> Iterator[Match | None]:
        """What a rule finds: nothing at all where it is remembered to be so."""
        return self._by_item(rule, rule.apart) if rule.apart else self._whole(rule)

    def _whole(self, rule: Rule) -> Iterator[Match | None]:
        known = self._known(rule)
        if known is None:
            seen = self._seen(rule)
            looked = self._looked(rule, seen)
            if looked is None:
                yield from rule.run(self.values)
                return
            known = self._verdict(rule, seen, (looked,))
        self.verdicts[rule.code] = known
        yield from (None for _ in range(known.examined[0]))

    def _looked(self, rule: Rule, seen: Seen) -> int | None:
        """At how many places a rule looks; None where it finds something, or crashes."""
        looked = 0
        try:
            for match in rule.run({**self.values, "corpus": watched(self.corpus, seen)}):
                if match is not None:
                    return None
                looked += 1
        except Exception:  # it crashes again without notes, where the engine reports it
            return None
        return looked

    def _by_item(self, rule: Rule, is_apart: Callable[[Any], bool]) -> Iterator[Match | None]:
        known = self._known(rule)
        seen = self._seen(rule)
        past: Mapping[str, int] = {}
        if known is not None:
            seen.kinds |= set(known.seen)
            ids = self.before.snapshot.briefs
            past = dict(zip(ids, known.examined, strict=True))
            for name in (*known.faulty, *self._touched):
                past.pop(name, None)
        values = {**self.values, "corpus": watched(self.corpus, seen)}
        examined: list[int] = []
        faulty: list[str] = []
        for name in self.snapshot.briefs:
            looked = past.get(name)
            if looked is None:
                seen.near = self.snapshot.near(name)
                seen.only = self.corpus.entries[name]
                try:
                    found = tuple(rule.run(values))
                except Exception:  # it crashes again here, where the engine reports it
                    yield from rule.run(self.values)
                    return
                looked = len(found)
                if any(found) or not is_apart(seen.only.item):
                    faulty.append(name)
            examined.append(looked)
        self.verdicts[rule.code] = self._verdict(rule, seen, tuple(examined), tuple(faulty))
        if faulty:
            yield from rule.run(self.values)
        else:
            yield from (None for _ in range(sum(examined)))

    @cached_property
    def _touched(self) -> frozenset[str]:
        return self.snapshot.touched(self.before.snapshot)

    def _known(self, rule: Rule) -> Verdict | None:
        """What is remembered of a rule, as far as it still holds."""
        verdict = self.before.verdicts.get(rule.code)
        if verdict is None or verdict.day != self._day(rule):
            return None
        return verdict if self.snapshot.digest(verdict.seen) == verdict.digest else None

    def _verdict(
        self, rule: Rule, seen: Seen, examined: tuple[int, ...], faulty: tuple[str, ...] = ()
    ) -> Verdict:
        kinds = tuple(sorted(seen.kinds))
        return Verdict(self._day(rule), kinds, self.snapshot.digest(kinds), examined, faulty)

    def _seen(self, rule: Rule) -> Seen:
        """Notes for a rule; the calendars are the manual's."""
        beside = {"clocks": Manual.kind, "baseline": BASELINE}
        return Seen({seen for name, seen in beside.items() if name in rule.needs})

    def _day(self, rule: Rule) -> str:
        return str(self.values["day"]) if {"day", "clocks"} & set(rule.needs) else ""
