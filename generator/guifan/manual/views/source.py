"""A source document's page: its rows by the chapter in which a reader looks for them."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.source import Source
from guifan.manual.book import Book, Page
from guifan.manual.grouping import grouped


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``groups``: rows by chapter, in the order of the chapters; ``placed``: how many are home."""
    source = page.subject
    assert isinstance(source, Source)
    manual = book.corpus.manual
    return {
        "placed": sum(bool(row.homes) for row in source.rows),
        "groups": grouped(
            (f"{chapter.number} {chapter.title}", row)
            for chapter in (manual.chapters if manual else ())
            for row in source.rows
            if row.chapter == chapter.id
        ),
    }
