"""Sources become checked standards: loaded, linked, with their waivers, ready for the rules."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from guifan.checks.engine import Known, Report, check
from guifan.checks.memory import Memory
from guifan.checks.rules import RULES
from guifan.corpus.assemble import assemble
from guifan.corpus.facts import Facts, digested, facts_of
from guifan.corpus.graph import Corpus
from guifan.corpus.lazy import clashes, lazy
from guifan.corpus.snapshot import Snapshot
from guifan.findings import Finding, Rule
from guifan.language.document import Entry
from guifan.language.loader import Loaded, load, read_file
from guifan.language.source import Source
from guifan.language.stored import restored
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
    before: Standards | None = None,
) -> Standards:
    """Load and link sources.

    Args:
        sources: the files that could be decoded.
        unread: what was found in those that could not.
        baseline: the last edition that was released; None where there is none.
        memory: what is remembered of the check before; None to read and judge everything anew.
        before: what this process read before, where the memory is of its check.
    """
    sources, unread = tuple(sources), tuple(unread)
    past, released = (baseline.corpus, baseline.digest) if baseline else (None, "")
    scanned = [scan(source) for source in sources]
    waivers = tuple(waiver for found, _ in scanned for waiver in found)
    malformed = tuple(fault for _, faults in scanned for fault in faults)
    if memory is not None and memory.snapshot.facts and not unread:
        remembered = _remembered(sources, memory, released, before)
        if remembered is not None:
            return Standards(sources, remembered[0], malformed, waivers, past, known=remembered[1])
    loaded = load(sources)
    corpus, clash = assemble(loaded, unread)
    findings = (*unread, *loaded.findings, *clash)
    known = _known(loaded, memory, released) if memory is not None and not findings else None
    return Standards(sources, corpus, (*findings, *malformed), waivers, past, known=known)


def _known(loaded: Loaded, memory: Memory, released: str) -> Known:
    """What is to be remembered of files that were read anew, none of them at fault."""
    opened: dict[str, tuple[Entry, ...]] = {}
    for entry in loaded.entries:
        file = entry.document.source.file
        opened[file] = (*opened.get(file, ()), entry)
    facts = (
        facts_of(source, digested((source.text,)), opened.get(source.file, ()))
        for source in loaded.sources
    )
    return Known(Snapshot(tuple(facts), released), memory, opened)


def _remembered(
    sources: tuple[Source, ...], memory: Memory, released: str, before: Standards | None
) -> tuple[Corpus, Known] | None:
    """Sources of which most are known; None where one is at fault: then all are read anew."""
    past = {one.file: one for one in memory.snapshot.facts}
    files = {source.file: source for source in sources}
    same, opened = _same(files, memory, before)
    facts: list[Facts] = []
    for source in sources:
        fact = past.get(source.file)
        if fact is None or source.file not in same:
            digest = digested((source.text,))
            if fact is None or fact.digest != digest:
                read = read_file(source)
                if read.findings or read.broken or read.nameless:
                    return None
                opened[source.file] = read.entries
                fact = facts_of(source, digest, read.entries)
        facts.append(fact)
    is_named_as_before = [one.ids for one in facts] == [one.ids for one in past.values()]
    if not is_named_as_before and clashes(facts):
        return None

    snapshot = memory.snapshot.followed(tuple(facts), released)
    digests = {one.file: one.digest for one in facts}

    def entries(file: str) -> tuple[Entry, ...]:
        if file not in opened:
            parse = partial(_parsed, files[file])
            text = memory.items.get(digests[file])
            opened[file] = restored(text, parse) if text else parse()
        return opened[file]

    return lazy(snapshot, entries), Known(snapshot, memory, opened)


def _parsed(source: Source) -> tuple[Entry, ...]:
    """The items of a file that is known to be without fault."""
    return read_file(source).entries


def _same(
    files: Mapping[str, Source], memory: Memory, before: Standards | None
) -> tuple[Collection[str], dict[str, tuple[Entry, ...]]]:
    """Which files are those that this process read before, and what it opened of them."""
    if before is None or before.known is None or before.known.snapshot is not memory.snapshot:
        return (), {}
    same = {one.file for one in before.sources if files.get(one.file) is one}
    opened = before.known.opened
    return same, {file: entries for file, entries in opened.items() if file in same}
