"""How many questions there are about a clause, in a chapter and for a post."""

from __future__ import annotations

from collections import Counter

import rendering
from quizzed import corpus_of

from guifan.corpus.noted import Notes
from guifan.language.catalogues import translator
from guifan.language.model import Audience
from guifan.manual.arrange import PRACTICE, arrange
from guifan.manual.noted import NotedBook
from guifan.quiz.pool import pool

WORDS = translator("zh-Hans")


def test_questions_are_counted_by_clause_chapter_and_post() -> None:
    corpus = corpus_of()
    book = arrange(corpus, Audience.INTERNAL, WORDS, rendering.DAY)
    items = pool(corpus, rendering.DAY, WORDS).items.values()
    assert items
    for sort, counted in (
        ("clause", Counter(one.clause.item for one in items)),
        ("chapter", Counter(one.clause.chapter for one in items)),
        ("role", Counter(name for one in items for name in one.roles)),
    ):
        assert {name: book.asked(sort, name) for name in counted} == counted
    assert book.asked("clause", "nothing") == 0
    assert PRACTICE in book.pages


def test_a_page_that_shows_a_number_of_questions_rests_on_it() -> None:
    book = arrange(corpus_of(), Audience.INTERNAL, WORDS, rendering.DAY)
    notes = Notes()
    with notes.taken() as asked:
        NotedBook(book, notes).asked("clause", "answer")
    assert list(asked) == [("asked", "clause answer")]


def test_customers_are_asked_nothing() -> None:
    book = arrange(corpus_of(), Audience.PUBLIC, WORDS, rendering.DAY)
    assert book.questions is None
    assert PRACTICE not in book.pages
    assert book.asked("clause", "answer") == 0
