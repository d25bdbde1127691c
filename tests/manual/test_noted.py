"""What a book keeps once it was worked out is noted for everyone who asks, not for the first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from guifan.corpus.noted import Notes
from guifan.language.catalogues import SOURCE, translator
from guifan.language.kinds.limit import Limit
from guifan.language.model import Audience
from guifan.manual.arrange import arrange
from guifan.manual.noted import NotedBook
from guifan.publish.folder import open_folder

SHOP = Path(__file__).parents[1] / "publish" / "shop"


def test_whoever_asks_for_the_worst_case_rests_on_the_same() -> None:
    corpus = open_folder(SHOP).corpus
    plain = arrange(corpus, Audience.INTERNAL, translator(SOURCE), date(2026, 6, 1))
    notes = Notes()
    book = NotedBook(plain, notes)
    limit = corpus.one(Limit, "refund")
    assert limit
    with notes.taken() as first:
        worst = book.worst(limit)
    with notes.taken() as second:
        assert book.worst(limit) is worst
    assert worst == plain.worst(limit)
    assert list(first) == list(second) == [("worst", "refund")]
