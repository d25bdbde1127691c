"""The manual of this repository with shifts taken away: who is missed, when, by which rule."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from guifan.checks.examples import DAY
from guifan.checks.reading import read_standards
from guifan.checks.rules import RULES
from guifan.checks.wording import message
from guifan.publish.files import read_sources

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.findings import Finding
    from guifan.language.source import Source

OURS = {code: RULES[code] for code in ("C05", "C06", "E06", "T21")}


@pytest.fixture(scope="module")
def sources(manual_root: Path) -> tuple[Source, ...]:
    return read_sources(manual_root)[0]


def without(sources: tuple[Source, ...], rota: str, shifts: str) -> list[Finding]:
    """What is found where shifts of a rota are taken out."""
    changed = []
    for source in sources:
        head, found, rest = source.text.partition(f"id: {rota}\n")
        for shift in shifts.split() if found else ():
            cut = re.compile(rf"^( *)- id: {shift}\n(?:\1  .*\n)+", re.MULTILINE)
            rest, times = cut.subn("", rest, count=1)
            assert times == 1
        changed.append(replace(source, text=head + found + rest))
    return list(read_standards(changed).check(DAY, OURS).findings)


def test_as_it_is_nobody_is_missed(sources: tuple[Source, ...]) -> None:
    assert list(read_standards(sources).check(DAY, OURS).findings) == []


@pytest.mark.parametrize(
    ("rota", "shifts", "code", "said"),
    [
        ("hotline-rota", "night", "C05", "每天 00:00–07:45"),
        ("complaint-rota", "letters-duty", "C05", "周六至周日 08:30–17:30"),
        ("shop-rota", "late", "C05", "每天 15:00–20:00"),
        ("command-duty-rota", "counsel", "C05", "投诉复核员"),
        ("field-rota", "store-late", "C05", "周六至周日 16:00–20:00"),
        ("command-duty-rota", "general-manager service-head", "T21 C05", "总经理"),
    ],
)
def test_shifts_taken_away_are_missed_at_their_hours(
    sources: tuple[Source, ...], rota: str, shifts: str, code: str, said: str
) -> None:
    found = without(sources, rota, shifts)
    assert {one.code for one in found} == set(code.split())
    assert any(said in message(one, "zh") for one in found)
