"""Items that were kept as JSON are those that were read, and stand where they stood."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from guifan.findings import Place
from guifan.language.document import Entry
from guifan.language.loader import read_file
from guifan.language.model import Item, Part
from guifan.language.source import Source
from guifan.language.stored import restored, stored
from guifan.publish.files import read_sources

TERMS = """\
kind: term
place: care.relations
items:
  - id: regular
    title: 老客户
    means: 在网满三年的客户
    status: 已发布
    next:
      - {effective: 2026-09-01, note: "从宽", means: 在网满两年的客户, version: 2}
  - id: new
    title: "新 \\"客户\\""
    means: |
      刚入网的客户。
      第二段，见【regular】。
"""
SHARED = (
    "owner: desk\nauthor: editor\napprover: head\nversion: 1\neffective: 2026-01-01\n"
    "review_by: 2026-12-31\norigin: 自行拟定\n"
)


def read(text: str) -> tuple[Entry, ...]:
    found = read_file(Source("standards/terms.yaml", text))
    assert not found.findings
    return found.entries


def never() -> Sequence[Entry]:
    raise AssertionError("the file was parsed")


def written(part: object) -> object:
    """All that is said, and which fields say it, all the way down."""
    if isinstance(part, Part):
        fields = type(part).model_fields
        told = {name: written(getattr(part, name)) for name in fields}
        return type(part), frozenset(part.model_fields_set), told
    return tuple(map(written, part)) if isinstance(part, tuple) else (type(part), part)


def states(entry: Entry) -> list[tuple[str, Item]]:
    return [("", entry.item), *((one.note, one.item) for one in entry.revisions)]


def assert_same(entries: Sequence[Entry], again: Sequence[Entry]) -> None:
    assert len(entries) == len(again)
    for entry, other in zip(entries, again, strict=True):
        assert [one.effective for one in entry.revisions] == [
            one.effective for one in other.revisions
        ]
        for (note, item), (noted, kept) in zip(states(entry), states(other), strict=True):
            assert (note, written(item)) == (noted, written(kept))


def test_items_come_back_with_what_is_announced() -> None:
    entries = read(SHARED + TERMS)
    text = stored(entries)
    assert "\n" not in text
    again = restored(text, never)
    assert [len(one.revisions) for one in again] == [1, 0]
    assert_same(entries, again)


def test_the_whole_flagship_comes_back(manual_root: Path) -> None:
    for source in read_sources(manual_root)[0]:
        entries = read_file(source).entries
        assert_same(entries, restored(stored(entries), never))


@pytest.mark.parametrize("path", [("id",), ("means",), ("owner",), ("next", 0, "note")])
def test_places_are_found_by_parsing_the_file_once(path: tuple[str | int, ...]) -> None:
    entries = read(SHARED + TERMS)
    asked: list[int] = []

    def parse() -> Sequence[Entry]:
        asked.append(1)
        return read(SHARED + TERMS)

    again = restored(stored(entries), parse)
    for entry, other in zip(entries, again, strict=True):
        place = Place(entry.item.id, path)
        assert other.position(place) == entry.position(place)
    assert asked == [1]


def test_a_file_without_items_comes_back() -> None:
    assert restored(stored(()), never) == ()
