"""The index of the sources: how many of each one's rows have gone into which chapter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guifan.language.catalogues import Translator
from guifan.language.kinds.source import Source, SourceRow
from guifan.manual.book import Book, Page


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows there are, and how many of them have a home."""

    rows: int
    placed: int


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``sources``; ``chapters``: each with a count for every source and one for all."""
    sources = book.corpus.of(Source)
    manual = book.corpus.manual
    return {
        "sources": sources,
        "chapters": [
            (
                chapter,
                [_count(one.rows, chapter.id) for one in sources],
                _count((row for one in sources for row in one.rows), chapter.id),
            )
            for chapter in (manual.chapters if manual else ())
        ],
    }


def _count(rows: Iterable[SourceRow], chapter: str) -> Count:
    held = [row for row in rows if row.chapter == chapter]
    return Count(len(held), sum(bool(row.homes) for row in held))
