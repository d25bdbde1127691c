"""Sources become checked standards: loaded, linked, with their waivers, ready for the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from guifan.checks.engine import Known, Report, check
from guifan.checks.memory import Memory, Snapshot
from guifan.checks.rules import RULES
from guifan.corpus.assemble import assemble
from guifan.corpus.facts import Facts, digested, facts_of
from guifan.corpus.graph import Corpus
from guifan.corpus.lazy import clashes, lazy
from guifan.findings import Finding, Rule
from guifan.language.document import Entry
from guifan.language.loader import load, read_file
from guifan.language.source import Source
from guifan.language.waivers import Waiver, scan


@dataclass(frozen=True, slots=True)
class Baseline:
    """The last edition that was released.

    Args:
        corpus: its items.
        digest: of its text.
    """

    corpus: Corpus
    digest: str


@dataclass(frozen=True, slots=True)
class Standards:
    """What was read from a manual's sources.

    Args:
        sources: the files.
        corpus: their items, linked.
        findings: what reading them found.
        waivers: the waivers written in them.
        baseline: the items of the last edition that was released; None where there is none.
        known: what is known of the files and of the check before; None where all is judged anew.
    """

    sources: tuple[Source, ...]
    corpus: Corpus
    findings: tuple[Finding, ...]
    waivers: tuple[Waiver, ...]
    baseline: Corpus | None
    known: Known | None = field(default=None, kw_only=True)

    def check(self, day: date, rules: Mapping[str, Rule] = RULES) -> Report:
        """Run the rules over what was read, as of ``day``."""
        return check(
            self.corpus,
            day=day,
            baseline=self.baseline,
            loading=self.findings,
            waivers=self.waivers,
            rules=rules,
            known=self.known,
        )


def read_standards(
    sources: Iterable[Source],
    unread: Iterable[Finding] = (),
    baseline: Baseline | None = None,
    memory: Memory | None = None,
) -> Standards:
    """Load and link sources.

    Args:
        sources: the files that could be decoded.
        unread: what was found in those that could not.
        baseline: the last edition that was released; None where there is none.
        memory: what is remembered of the check before; None to read and judge everything anew.
    """
    sources, unread = tuple(sources), tuple(unread)
    past, released = (baseline.corpus, baseline.digest) if baseline else (None, "")
    scanned = [scan(source) for source in sources]
    waivers = tuple(waiver for found, _ in scanned for waiver in found)
    malformed = tuple(fault for _, faults in scanned for fault in faults)
    if memory is not None and not unread:
        remembered = _remembered(sources, memory, released)
        if remembered is not None:
            corpus, known = remembered
            return Standards(sources, corpus, malformed, waivers, past, known=known)
    loaded = load(sources)
    corpus, clash = assemble(loaded, unread)
    findings = (*unread, *loaded.findings, *clash, *malformed)
    return Standards(sources, corpus, findings, waivers, past)


def _remembered(
    sources: tuple[Source, ...], memory: Memory, released: str
) -> tuple[Corpus, Known] | None:
    """Sources of which most are known; None where one is at fault: then all are read anew."""
    past = {one.file: one for one in memory.snapshot.facts}
    files = {source.file: source for source in sources}
    entries: dict[str, tuple[Entry, ...]] = {}
    facts: list[Facts] = []
    for source in sources:
        digest = digested((source.text,))
        fact = past.get(source.file)
        if fact is None or fact.digest != digest:
            read = read_file(source)
            if read.findings or read.broken or read.nameless:
                return None
            entries[source.file] = read.entries
            fact = facts_of(source, digest, read.entries)
        facts.append(fact)
    if clashes(facts):
        return None

    def opened(file: str) -> tuple[Entry, ...]:
        return entries[file] if file in entries else read_file(files[file]).entries

    return lazy(tuple(facts), opened), Known(Snapshot(tuple(facts), released), memory)
