"""Sources become checked standards: loaded, linked, with their waivers, ready for the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from guifan.checks.engine import Report, check
from guifan.checks.rules import RULES
from guifan.corpus.assemble import assemble
from guifan.corpus.graph import Corpus
from guifan.findings import Finding, Rule
from guifan.language.loader import load
from guifan.language.source import Source
from guifan.language.waivers import Waiver, scan


@dataclass(frozen=True, slots=True)
class Standards:
    """What was read from a manual's sources.

    Args:
        sources: the files.
        corpus: their items, linked.
        findings: what reading them found.
        waivers: the waivers written in them.
        baseline: the items of the last edition that was released; None where there is none.
    """

    sources: tuple[Source, ...]
    corpus: Corpus
    findings: tuple[Finding, ...]
    waivers: tuple[Waiver, ...]
    baseline: Corpus | None

    def check(self, day: date, rules: Mapping[str, Rule] = RULES) -> Report:
        """Run the rules over what was read, as of ``day``."""
        return check(
            self.corpus,
            day=day,
            baseline=self.baseline,
            loading=self.findings,
            waivers=self.waivers,
            rules=rules,
        )


def read_standards(
    sources: Iterable[Source], unread: Iterable[Finding] = (), baseline: Corpus | None = None
) -> Standards:
    """Load and link sources.

    Args:
        sources: the files that could be decoded.
        unread: what was found in those that could not.
        baseline: the items of the last edition that was released; None where there is none.
    """
    loaded = load(sources)
    unread = tuple(unread)
    corpus, clashes = assemble(loaded, unread)
    scanned = [scan(source) for source in loaded.sources]
    waivers = tuple(waiver for found, _ in scanned for waiver in found)
    malformed = (fault for _, faults in scanned for fault in faults)
    findings = (*unread, *loaded.findings, *clashes, *malformed)
    return Standards(loaded.sources, corpus, findings, waivers, baseline)
