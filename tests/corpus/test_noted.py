"""Nothing is read of a corpus or a book unnoticed: every door of theirs is a door that notes."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property

import pytest

from guifan.corpus.graph import Corpus
from guifan.corpus.noted import NotedCorpus, Notes
from guifan.manual.book import Book
from guifan.manual.noted import NotedBook

PAIRS = [(Corpus, NotedCorpus), (Book, NotedBook)]


@pytest.mark.parametrize(("plain", "noted"), PAIRS)
def test_no_field_is_read_past_the_notes(plain: type, noted: type) -> None:
    """A field with a default is an attribute of the class too, and would be found there."""
    kept = {name for name, member in vars(plain).items() if isinstance(member, cached_property)}
    public = {one.name for one in fields(plain)}
    assert {
        name for name in kept | public if not isinstance(vars(noted).get(name), property)
    } == set()


def test_notes_are_taken_apart() -> None:
    notes = Notes()
    notes.add("item", "nobody-listens")
    with notes.taken() as outer:
        notes.add("item", "a")
        with notes.taken() as inner:
            notes.add("item", "b")
        notes.add("item", "c")
        notes.add("item", "a")
    assert list(outer) == [("item", "a"), ("item", "c")]
    assert list(inner) == [("item", "b")]


def test_what_was_noted_is_noted_again() -> None:
    notes = Notes()
    with notes.taken() as first:
        notes.add("kind", "limit")
    with notes.taken() as second:
        notes.again(first)
    assert second == first
