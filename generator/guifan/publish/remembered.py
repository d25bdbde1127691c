"""What a check remembers, kept in the manual's folder from one run to the next.

It holds the last check only; what another version of this package made is as good as none. Beside
what was judged stand the items of the files, so that these need not be parsed again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from guifan.checks.memory import Memory, Verdict
from guifan.corpus.facts import Brief, Facts
from guifan.corpus.listed import Listed
from guifan.corpus.snapshot import Snapshot
from guifan.language.document import Entry
from guifan.language.stored import stored
from guifan.publish.lines import Lines
from guifan.publish.program import program
from guifan.publish.sealed import seal, unseal

FILE = ".guifan/check.json"
ITEMS = ".guifan/items.jsonl"
"""From the manual's folder."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """The file.

    Args:
        root: the manual's folder.
    """

    root: Path

    def read(self) -> Memory:
        """What is remembered; nothing where the file is not there or not ours."""
        try:
            maker, facts, baseline, verdicts, ahead = unseal(self.root / FILE)
            if maker != program():
                return Memory()
            snapshot = Snapshot(tuple(map(_facts, facts)), baseline)
            told = {code: _verdict(snapshot, *one) for code, one in verdicts.items()}
            return Memory(snapshot, told, ahead, Lines.read(self.root / ITEMS, maker))
        except (OSError, ValueError, TypeError, RecursionError):
            return Memory()

    def write(self, memory: Memory, opened: Mapping[str, Sequence[Entry]]) -> None:
        """Keep what is remembered; where nothing can be written the next check begins anew.

        Args:
            memory: of the check.
            opened: the items of the files that it opened, by the names of the files.
        """
        self._write_items(memory, opened)
        names = memory.snapshot.briefs

        def looked(one: Verdict) -> object:
            """At how many places, by item; where it is at most items, in the order of these."""
            is_dense = len(one.examined) * 2 > len(names)
            return [one.examined.get(name, 0) for name in names] if is_dense else one.examined

        verdicts = {
            code: (one.day, one.parts, one.digest, looked(one), one.asked, one.faulty)
            for code, one in memory.verdicts.items()
        }
        facts = [_plain(one) for one in memory.snapshot.facts]
        baseline = memory.snapshot.baseline
        seal(self.root / FILE, (program(), facts, baseline, verdicts, memory.ahead))

    def _write_items(self, memory: Memory, opened: Mapping[str, Sequence[Entry]]) -> None:
        """Keep the items of the files, unless they are kept already."""
        known = memory.items if isinstance(memory.items, Lines) else Lines({})
        files = {one.digest: one.file for one in memory.snapshot.facts}
        new = {
            digest: stored(opened[file])
            for digest, file in files.items()
            if digest not in known and file in opened
        }
        if new:
            known.with_only(files, new).write(self.root / ITEMS, program())


def _plain(one: Facts) -> tuple[object, ...]:
    briefs = [
        (
            (b.id, b.was, b.digest, b.near, b.words, b.place, b.never),
            (tuple(map(str, b.days)), _listed_plain(b.listed), b.at),
        )
        for b in one.briefs
    ]
    return one.file, one.digest, one.kind, briefs, one.ids, one.names, one.never


def _facts(value: list[Any]) -> Facts:
    file, digest, kind, briefs, ids, names, never = value
    return Facts(file, digest, kind, tuple(_brief(*one) for one in briefs), ids, names, never)


def _brief(said: list[Any], stands: list[Any]) -> Brief:
    name, was, digest, near, words, place, never = said
    days, listed, (line, column) = stands
    return Brief(
        name,
        tuple(was),
        digest,
        tuple(near),
        tuple((at, word) for at, word in words),
        place,
        tuple(never),
        tuple(map(date.fromisoformat, days)),
        _listed(*listed),
        (line, column),
    )


def _listed_plain(one: Listed) -> tuple[object, ...]:
    since, review = one.since.isoformat(), one.review_by.isoformat()
    last = one.last and one.last.isoformat()
    known = one.id, one.kind, one.title, one.place
    return *known, since, one.owner, review, one.is_kept, one.is_draft, last


def _listed(
    name: str, kind: str, title: str, place: str, since: str, owner: str, *rest: Any
) -> Listed:
    review, is_kept, is_draft, last = rest
    begin, again = date.fromisoformat(since), date.fromisoformat(review)
    end = date.fromisoformat(last) if last else None
    return Listed(name, kind, title, place, begin, owner, again, is_kept, is_draft, end)


def _verdict(
    snapshot: Snapshot,
    day: str,
    parts: list[str],
    digest: str,
    looked: dict[str, int] | list[int],
    asked: dict[str, list[str]],
    faulty: list[str],
) -> Verdict:
    if isinstance(looked, list):
        pairs = zip(snapshot.briefs, looked, strict=True)
        looked = {name: count for name, count in pairs if count}
    questions = {name: tuple(some) for name, some in asked.items()}
    return Verdict(day, tuple(parts), digest, looked, questions, tuple(faulty))
