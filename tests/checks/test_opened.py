"""After one edit few files are opened, and none is parsed but the one that was edited."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guifan.checks import reading
from guifan.checks.memory import Memory
from guifan.checks.reading import Standards, read_standards
from guifan.language import loader
from guifan.language.items import Read
from guifan.language.source import Source
from guifan.language.stored import stored
from guifan.publish.files import read_sources

DAY = date(2026, 11, 22)

TEXT = re.compile(
    r"(?m)^ +(?:- )?(?:about|decided|does|evidence|means|reason|why): [^\"'\[|>&#\n]+$"
)
"""A text of an item that stands on one line without quotes."""

SHARES = {
    "term": 0.08,
    "situation": 0.15,
    "exam": 0.18,
    "service": 0.22,
    "principle": 0.3,
    "programme": 0.3,
    "metric": 0.45,
    "event": 0.5,
    "norm": 0.55,
    "role": 0.6,
    "limit": 0.65,
}
"""How many of all files may be opened after a word was added to an item of a kind.

Rules that hold all items of a kind against each other open its files: those of norms, messages,
procedures and limits are half the manual.
"""

Checked = tuple[tuple[Source, ...], Memory]


@pytest.fixture(scope="module")
def flagship(manual_root: Path) -> Checked:
    """The files of this manual, and what a process that has checked them keeps for others."""
    sources, _ = read_sources(manual_root)
    read = read_standards(sources, memory=Memory())
    memory = read.check(DAY).memory
    assert memory
    assert read.known
    facts, opened = memory.snapshot.facts, read.known.opened
    return sources, replace(memory, items={one.digest: stored(opened[one.file]) for one in facts})


def texts(flagship: Checked, kind: str) -> Iterator[tuple[Source, int]]:
    """The ends of texts of items of a kind, the first of each file."""
    sources, memory = flagship
    files = {one.file for one in memory.snapshot.facts if one.kind == kind}
    for source in sources:
        found = TEXT.search(source.text) if source.file in files else None
        if found:
            yield source, found.end()


def edited(flagship: Checked, source: Source, at: int) -> Standards:
    """The manual as another process reads it after a word was added to a text."""
    text = f"{source.text[:at]}，也照这样{source.text[at:]}"
    sources = (Source(one.file, text if one is source else one.text) for one in flagship[0])
    return read_standards(sources, memory=flagship[1])


@pytest.mark.parametrize("kind", SHARES)
def test_few_files_are_opened_after_one_edit(
    flagship: Checked, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []

    def parse(source: Source) -> Read:
        parsed.append(source.file)
        return loader.read_file(source)

    monkeypatch.setattr(reading, "read_file", parse)
    source, at = next(texts(flagship, kind))
    read = edited(flagship, source, at)
    report = read.check(DAY)
    assert report.findings == ()
    assert read.known
    assert parsed == [source.file]
    assert len(read.known.opened) <= SHARES[kind] * len(flagship[0])
