"""The manual of this repository with one slip each: which rule of life cycle or privacy sees it."""

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

OURS = {code: rule for code, rule in RULES.items() if code[0] in "LP"}


@pytest.fixture(scope="module")
def sources(manual_root: Path) -> tuple[Source, ...]:
    return tuple(read_sources(manual_root)[0])


@pytest.mark.parametrize(
    ("head", "was", "now", "said"),
    [
        ("id: recording-request\n", "    identifies: password\n", "", ("P08", "never")),
        ("id: recording-request\n", "identifies: password", "identifies: none", ("P08", "never")),
        ("id: shop-reception\n", "identifies: document", "identifies: password", ("P08", "weaker")),
        ("id: hotline-down\n", ", surge-identity]", "]", ("P08", "playbook")),
        ("id: public-opinion-apology-media\n", "当事的客户", "【?客户姓名】", ("P07", "posted")),
        ("id: hotline\n", "title: ", "expires: 2026-09-30\n    title: ", ("L04", "many")),
        ("id: manual\n", "author: standards-editor", "author: service-director", ("L01", "same")),
        ("id: manual\n", "review_by: 2026-12-31", "review_by: 2027-01-02", ("L02", "late")),
        ("id: manual\n", "done: 2025-12-12", "done: 2025-10-12", ("L07", "too-soon")),
        ("kind: channel\n", "verified: 2026-05-12", "verified: 2025-05-12", ("L08", "stale")),
    ],
)
def test_a_slip_is_seen(
    sources: tuple[Source, ...], head: str, was: str, now: str, said: tuple[str, str]
) -> None:
    at = next(
        number
        for number, source in enumerate(sources)
        if head in source.text and was in source.text.partition(head)[2]
    )
    before, found, after = sources[at].text.partition(head)
    slipped = replace(sources[at], text=before + found + after.replace(was, now, 1))
    changed = (*sources[:at], slipped, *sources[at + 1 :])
    findings = read_standards(changed).check(DAY, OURS).findings
    # Judged on a day before some of its reviews, and before some periodic work was last done.
    to_come = {("L02", "to-come"), ("L09", "to-come")}
    assert {(one.code, one.key) for one in findings} - to_come == {said}
