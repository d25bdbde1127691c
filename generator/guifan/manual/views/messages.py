"""The index of scripts and templates."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.message import Message
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``groups``: by the place they stand in."""
    groups: dict[str, list[Message]] = {}
    manual = book.corpus.manual
    for message in book.corpus.of(Message):
        target = book.corpus.resolve(f"{manual.id}.{message.place}") if manual else None
        title = str(getattr(target.part, "title", "")) if target else message.place
        groups.setdefault(title, []).append(message)
    return {"groups": list(groups.items())}
