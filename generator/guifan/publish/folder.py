"""A manual's folder, opened: what every command and plugin starts from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guifan.checks.engine import Report, check
from guifan.checks.rules import RULES
from guifan.corpus.assemble import assemble
from guifan.corpus.graph import Corpus
from guifan.findings import Finding, Rule
from guifan.language.loader import Loaded, load
from guifan.language.source import Source, read_sources
from guifan.language.waivers import Waiver, scan


@dataclass(frozen=True, slots=True)
class Folder:
    """A manual's folder after reading.

    Args:
        root: the folder that holds ``standards/``.
        sources: its files.
        corpus: its items, linked.
        findings: what reading them found.
        waivers: the waivers written in them.
    """

    root: Path
    sources: tuple[Source, ...]
    corpus: Corpus
    findings: tuple[Finding, ...]
    waivers: tuple[Waiver, ...]

    def check(self, day: date, rules: Mapping[str, Rule] = RULES) -> Report:
        """Run the rules over what was read."""
        return check(self.corpus, day=day, loading=self.findings, waivers=self.waivers, rules=rules)


def open_folder(root: Path) -> Folder:
    """Read a manual.

    Raises:
        CannotRead: the folder is missing, or a file in it cannot be read.
    """
    sources, unread = read_sources(root)
    loaded: Loaded = load(sources)
    corpus, clashes = assemble(loaded)
    waivers: list[Waiver] = []
    malformed: list[Finding] = []
    for source in sources:
        if "guifan:" in source.text:
            found, faults = scan(source)
            waivers += found
            malformed += faults
    findings = (*unread, *loaded.findings, *clashes, *malformed)
    return Folder(root, sources, corpus, findings, tuple(waivers))
