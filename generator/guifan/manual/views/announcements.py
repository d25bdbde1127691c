"""Announcements and official statements, those of the latest day first."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.announcement import Announcement
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``announcements``; which of them are in force says a script by the reader's clock."""
    return {
        "announcements": sorted(
            book.corpus.of(Announcement), key=lambda one: one.effective, reverse=True
        )
    }
