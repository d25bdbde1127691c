"""Whatever field of whatever kind comes or goes, one change tells it, in both languages."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from specimens import specimens

from guifan.changes.change import Change
from guifan.changes.diff import diff
from guifan.corpus.graph import Corpus
from guifan.language.anatomy import shapes
from guifan.language.kinds import KINDS
from guifan.language.model import Item, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def whole() -> Corpus:
    """A manual with every field of every kind."""
    return specimens(lambda text: text)


def emptied(part: Part, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The part with each field empty in turn that may be, its parts' fields too."""
    for shape in shapes(type(part)):
        value = getattr(part, shape.attribute)
        if type(part).model_fields[shape.attribute].default in (None, ()) and value:
            blank = () if isinstance(value, tuple) else None
            yield (*path, shape.key), part.model_copy(update={shape.attribute: blank})
        inner = value[0] if isinstance(value, tuple) and value else value
        if isinstance(inner, Part):
            for below, changed in emptied(inner, (*path, shape.key)):
                many = isinstance(value, tuple)
                held = (changed, *value[1:]) if many else changed
                yield below, part.model_copy(update={shape.attribute: held})


def with_item(corpus: Corpus, item: Item) -> Corpus:
    entry = replace(corpus.entries[item.id], item=item)
    return Corpus({**corpus.entries, item.id: entry}, corpus.aliases)


def told(changes: tuple[Change, ...]) -> list[str]:
    """The fields that changes name, each change having said itself in every way there is."""
    for change in changes:
        for language in ("zh", "en"):
            assert change.item.title in change.says(language)
            assert "{" not in change.says(language)
            json.dumps(change.record(language))
    return [change.difference.shape.key for change in changes]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_may_be_empty(whole: Corpus, kind: str) -> None:
    for item in whole.of_kind(kind):
        for path, changed in emptied(item):
            poorer = with_item(whole, changed)
            gone, come = diff(whole, poorer, DAY), diff(poorer, whole, DAY)
            named = told(gone)
            assert sorted(told(come)) == sorted(named), path
            assert set(named) == {path[-1]}, path  # of a list of parts, once for each of them


def test_all_comes_and_all_goes(whole: Corpus) -> None:
    nothing = Corpus({})
    added, removed = diff(nothing, whole, DAY), diff(whole, nothing, DAY)
    assert {one.key for one in added} == {"item-added"}
    assert {one.key for one in removed} == {"item-removed"}
    assert len(added) == len(removed) == len(whole)
    for change in (*added, *removed):
        assert change.says("zh")
        assert change.says("en")
