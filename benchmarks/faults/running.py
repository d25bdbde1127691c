"""Each mutant is checked in memory, by the package's own public way in, on every core."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from planting import Mutant
from subjects import SUBJECTS

from guifan.checks.reading import Baseline, read_standards
from guifan.findings import Finding, Position
from guifan.language.source import Source, decode
from guifan.publish.files import read_sources
from guifan.publish.folder import open_folder

ROOT = Path(__file__).parents[2]

DAY = date(2026, 11, 22)
"""The day on which everything is judged, so that results compare."""

_SWEEP = 8
"""Mutants after which a process collects its garbage: far cheaper than as it goes."""


@dataclass(frozen=True)
class Seen:
    """A finding: its code and key, where it leads, and every place that it names."""

    code: str
    key: str
    severity: str
    file: str
    line: int
    places: tuple[tuple[str, int, int], ...]

    def leads_to(self, mutant: Mutant) -> bool:
        """Whether it leads to the planted lines."""
        return any(
            self.file == file and first <= self.line <= last for file, first, last in mutant.places
        )

    def cites(self, mutant: Mutant) -> bool:
        """Whether one of its places is among the planted lines."""
        return any(
            file == planted and start <= last and first <= end
            for file, start, end in self.places
            for planted, first, last in mutant.places
        )


@dataclass(frozen=True)
class Outcome:
    """What the check said of a mutant, and how many seconds it took."""

    mutant: Mutant
    seen: tuple[Seen, ...]
    seconds: float

    @property
    def is_found(self) -> bool:
        """Whether the expected code, or another that is right as well, is among the findings."""
        return any(one.code in self.mutant.codes for one in self.seen)

    @property
    def is_seen(self) -> bool:
        """Whether anything was found at all."""
        return bool(self.seen)

    @property
    def leads(self) -> bool:
        """Whether the leading finding is at the planted line."""
        return bool(self.seen) and self.seen[0].leads_to(self.mutant)

    @property
    def is_cited(self) -> bool:
        """Whether some finding names the planted place, first or among its related ones."""
        return any(one.cites(self.mutant) for one in self.seen)

    @property
    def strays(self) -> tuple[Seen, ...]:
        """Findings that do not name the planted place at all."""
        return tuple(one for one in self.seen if not one.cites(self.mutant))


def _seen(finding: Finding) -> Seen:
    places = (finding.position, *(one.position for one in finding.related))
    return Seen(
        finding.code,
        finding.key,
        finding.severity.value,
        finding.position.file,
        finding.position.line,
        tuple(_lines(place) for place in places),
    )


def _lines(place: Position) -> tuple[str, int, int]:
    return place.file, place.line, max(place.line, place.end_line)


def clean_sources(corpus: Path) -> tuple[Source, ...]:
    """The sources of the clean manual in a folder."""
    sources, unread = read_sources(corpus)
    if unread:
        raise SystemExit(f"{unread[0].position}: the clean manual cannot be read")
    return tuple(sources)


def false_alarms(corpus: Path) -> tuple[Seen, ...]:
    """What is found in the clean manual, prose and all: everything of it is a false alarm.

    So is everything found in our own sound items, where the manual has none of their kind.
    """
    ours = (Source(file, text) for file, text in SUBJECTS.items())
    reports = (
        open_folder(corpus).check(DAY),
        read_standards((*clean_sources(corpus), *ours)).check(DAY),
    )
    return tuple(_seen(one) for report in reports for one in report.findings)


class _Judge:
    """One process's copy of the clean manual."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = {source.file: source for source in sources}
        self.judged = 0

    @cached_property
    def released(self) -> Baseline:
        """The clean manual, as the last edition that was released."""
        return Baseline(read_standards(self.sources.values()).corpus, "")

    def __call__(self, mutant: Mutant) -> Outcome:
        self.judged += 1
        if self.judged % _SWEEP == 0:
            gc.collect()
        started = time.process_time()
        sources, unread = self._mutated(mutant)
        released = self.released if mutant.released else None
        report = read_standards(sources, unread, released).check(DAY)
        seconds = time.process_time() - started
        return Outcome(mutant, tuple(_seen(one) for one in report.findings), seconds)

    def _mutated(self, mutant: Mutant) -> tuple[list[Source], list[Finding]]:
        """The sources with the fault in them, in the order of a folder."""
        if mutant.link is not None:
            return list(self.sources.values()), _linked(mutant.file, mutant.link)
        files = self.sources | {file: Source(file, text) for file, text in mutant.beside.items()}
        source, unread = decode(mutant.file, mutant.data)
        files.pop(mutant.file, None)
        if source is not None:
            files[mutant.file] = source
        return [files[file] for file in sorted(files)], list(unread)


def _linked(file: str, target: str) -> list[Finding]:
    """What reading a folder says of a link; a folder that holds nothing else will do."""
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / file
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)
        return list(read_sources(Path(folder))[1])


_judge: _Judge | None = None


def _begin(sources: Sequence[Source]) -> None:
    global _judge  # noqa: PLW0603 - a pool's process has no other place for what it keeps
    _judge = _Judge(sources)
    gc.disable()


def _of_process(mutant: Mutant) -> Outcome:
    assert _judge is not None
    return _judge(mutant)


def run(mutants: Sequence[Mutant], sources: Sequence[Source]) -> list[Outcome]:
    """Check mutants, one process per core, in their order."""
    cores = len(os.sched_getaffinity(0))
    outcomes: list[Outcome] = []
    with multiprocessing.Pool(cores, _begin, (sources,)) as pool:
        for outcome in pool.imap(_of_process, mutants, chunksize=4):
            outcomes.append(outcome)
            if len(outcomes) % 50 == 0:
                print(f"{len(outcomes)} of {len(mutants)}", file=sys.stderr, flush=True)
    return outcomes
