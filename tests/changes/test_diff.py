"""The flagship against a copy with planted edits: the difference names these and no others."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from guifan.changes.diff import diff
from guifan.checks.reading import read_standards
from guifan.language.source import Source
from guifan.publish.files import read_sources

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus

DAY = date(2026, 6, 1)


class Plant(NamedTuple):
    """An edit of the file that holds an item, behind the item's id, and what is to be told."""

    item: str
    old: str
    new: str
    kind: str
    path: tuple[str, ...]


PLANTS = (
    Plant("complaint-answer", r"within: .*", "within: 9 个工作日", "limit-amount", ("within",)),
    Plant(
        "complaint-answer", r"times: .*", "times: 2 次", "limit-extension", ("extension", "times")
    ),
    Plant("complaint-handling", r"title: .*", "title: 处理投诉", "retitled", ("title",)),
    Plant(
        "complaint-handling",
        r"within: .*",
        "within: 77 分钟",
        "step-time",
        ("steps", "record", "within"),
    ),
    Plant(
        "hotline-agent",
        r"per_case: .*",
        "per_case: 999 元",
        "authority",
        ("authority", "compensation", "per_case"),
    ),
    Plant("no-refusal-at-intake", r"modal: .*", "modal: may", "norm-modal", ("modal",)),
    Plant("complaint-in-time-rate", r"target: .*", "target: 12.5%", "metric-target", ("target",)),
    Plant("complaint-ladder", r"does: .*", "does: 换个做法", "rung", ("rungs", "*", "does")),
    Plant(
        "complaint-received-sms", r"situation: .*", "situation: 另一个场景", "field", ("situation",)
    ),
    Plant(
        "complaint-received",
        r"review_by: .*|happens: .*",
        "happens: 别的时刻",
        "field",
        ("happens",),
    ),
)


def planted(corpus: Corpus, *plants: Plant) -> Corpus:
    """The corpus with the first match of each edit behind its item's id replaced."""
    sources = {one.document.source.file: one.document.source for one in corpus.entries.values()}
    for plant in plants:
        file = corpus.entries[plant.item].document.source.file
        head, name, tail = sources[file].text.partition(f"id: {plant.item}\n")
        edited, count = re.subn(plant.old, plant.new, tail, count=1)
        assert count == 1, plant
        sources[file] = Source(file, head + name + edited)
    return read_standards(sources.values()).corpus


@pytest.fixture(scope="module")
def flagship(manual_root: Path) -> Corpus:
    return read_standards(*read_sources(manual_root)).corpus


@pytest.fixture(scope="module")
def edited(flagship: Corpus) -> Corpus:
    return planted(flagship, *PLANTS)


def test_ten_planted_edits_are_the_ten_changes(flagship: Corpus, edited: Corpus) -> None:
    assert not edited.broken
    changes = diff(flagship, edited, DAY)
    found = {(change.item.id, change.key, change.path[0]) for change in changes}
    assert found == {(plant.item, plant.kind, plant.path[0]) for plant in PLANTS}
    assert len(changes) == len(PLANTS)
    of_path = {(change.item.id, change.path[0]): change for change in changes}
    for plant in PLANTS:
        path = of_path[plant.item, plant.path[0]].path
        assert all(want in ("*", got) for want, got in zip(plant.path, path, strict=True))


def test_back_again_is_the_same_places(flagship: Corpus, edited: Corpus) -> None:
    there, back = diff(flagship, edited, DAY), diff(edited, flagship, DAY)
    assert {(one.item.id, one.path) for one in there} == {(one.item.id, one.path) for one in back}


def test_an_item_that_cannot_be_read_is_not_told_as_gone(flagship: Corpus) -> None:
    new = planted(flagship, Plant("complaint-received", "happens: .*", "hapens: 别的时刻", "", ()))
    assert "complaint-received" in new.broken
    assert diff(flagship, new, DAY) == diff(new, flagship, DAY) == ()
