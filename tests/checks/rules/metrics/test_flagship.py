"""This repository's metrics with one thing changed: what is found, and by which rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from guifan.checks.examples import DAY
from guifan.checks.reading import read_standards
from guifan.checks.rules import RULES
from guifan.publish.files import read_sources

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.language.source import Source

OURS = {code: rule for code, rule in RULES.items() if code[0] == "K"}


@pytest.fixture(scope="module")
def sources(manual_root: Path) -> tuple[Source, ...]:
    return read_sources(manual_root)[0]


def changed(sources: tuple[Source, ...], item: str, old: str, new: str) -> tuple[Source, ...]:
    """The files with a text of one item replaced."""
    made = []
    for source in sources:
        head, found, rest = source.text.partition(f"id: {item}\n")
        if found and old in rest:
            rest = rest.replace(old, new, 1)
        made.append(replace(source, text=head + found + rest))
    assert made != list(sources), item
    return tuple(made)


def test_as_they_are_nothing_is_found(sources: tuple[Source, ...]) -> None:
    assert list(read_standards(sources).check(DAY, OURS).findings) == []


SLIPS = (
    ("first-contact-in-time-rate", "/ contacts-due", "/ contact-due", "K01"),
    ("answer-rate", "unit: '%'", "unit: 秒", "K01"),
    ("repeat-complaint-rate", "target: 3%", "target: 6%", "K02"),
    ("consultation-accuracy", "sample: 200 件", "sample: 20 件", "K03"),
    ("complaint-in-time-rate", "target: 100%", "target: 99.9%", "K05"),
    ("answer-rate-15s", "red: 85%", "red: 84%", "K05"),
    ("seat-occupancy", ", answer-rate-15s]", "]", "K07"),
    ("complaint-satisfaction", "mutual: [", "mutual: [quality-office, ", "K08"),
    ("employee-satisfaction", "review_every: 3 个月", "review_every: 1 个月", "K09"),
    ("root-cause-closed-rate", "every: 1 个月", "every: 2 个月", "K09"),
    ("complaint-rate", "unit: 件", "unit: 人", "K10"),
)
"""In one metric each: what stood there, what stands there now, and which rules say so."""


def test_every_slip_is_found_by_its_rule_alone(sources: tuple[Source, ...]) -> None:
    for item, old, new, _ in SLIPS:
        sources = changed(sources, item, old, new)
    found: dict[str, list[str]] = {}
    for one in read_standards(sources).check(DAY, OURS).findings:
        found.setdefault(one.subject, []).append(one.code)
    assert {name: " ".join(codes) for name, codes in found.items()} == {
        item: codes for item, _, _, codes in SLIPS
    }
