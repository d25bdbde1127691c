"""What people type with a customer waiting is answered by the flagship's own search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from asked import LOOKED_AT, SETS, Answer, failures, figures, read

from guifan.language.model import Audience
from guifan.publish.searched import opened
from guifan.search.ranking import search

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from guifan.search.store import Store

    Stores = dict[str, Store]

QUERIES = [query for path in SETS.values() for query in read(path)]

RIGHT = 0.95
"""Share of queries whose first result has to be right."""

EMPTY = 0.02
"""Share of queries with an answer that may have no result."""


@pytest.fixture(scope="module")
def stores(flagship: Callable[[Audience], Path]) -> Stores:
    return {one.value: opened(flagship(one)) for one in (Audience.PUBLIC, Audience.INTERNAL)}


@pytest.fixture(scope="module")
def answers(stores: Stores) -> list[Answer]:
    found = []
    for query in QUERIES:
        store = stores[query.audience]
        told = search(store, query.text, LOOKED_AT)
        ids = tuple(store.row(hit.document).id for hit in told.hits)
        found.append(Answer(query, ids, not told.covered))
    return found


def test_the_right_clause_comes_first(answers: list[Answer]) -> None:
    assert figures(answers).right >= RIGHT, "\n".join(failures(answers))


def test_hardly_anything_finds_nothing(answers: list[Answer]) -> None:
    assert figures(answers).empty <= EMPTY


def test_a_limit_that_comes_first_says_its_number(stores: Stores) -> None:
    for query in QUERIES:
        store = stores[query.audience]
        for hit in search(store, query.text, 1).hits:
            row = store.row(hit.document)
            kind = store.meta["kinds"][store.meta["kind"][hit.document]]
            assert kind != "limit" or row.number, f"{query.text}: {row.id}"


def test_what_is_expected_can_be_found(stores: Stores) -> None:
    known = {
        audience: {store.row(at).id for at in range(len(store.meta["kind"]))}
        for audience, store in stores.items()
    }
    missing = [
        (query.text, name)
        for query in QUERIES
        for name in query.expect
        if name not in known[query.audience]
    ]
    assert not missing
