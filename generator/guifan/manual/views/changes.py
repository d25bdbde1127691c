"""What each edition changed, by edition, to be narrowed down to a post and a chapter."""

from collections.abc import Iterator, Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.manual import Chapter
from guifan.manual.book import Book, Page
from guifan.manual.history import Told


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``history``; ``posts``, id and title, and ``chapters`` that any change of it concerns."""
    every = tuple(_every(book))
    concerned = {name for one in every for name, _ in one.posts}
    places = {one.chapter for one in every}
    chapters: tuple[Chapter, ...] = book.corpus.manual.chapters if book.corpus.manual else ()
    return {
        "history": book.history,
        "posts": [(one.id, one.title) for one in book.corpus.listed if one.id in concerned],
        "chapters": [one for one in chapters if one.id in places],
    }


def _every(book: Book) -> Iterator[Told]:
    yield from book.history.coming
    for period in book.history.periods:
        yield from period.changes
