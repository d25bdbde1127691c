"""The index of scripts and templates."""

from collections.abc import Callable, Mapping

from guifan.language.kinds.message import Message
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Callable[[str], str]) -> Mapping[str, object]:
    """``groups``: by the place they stand in."""
    groups: dict[str, list[Message]] = {}
    for message in book.corpus.of(Message):
        target = book.corpus.resolve(f"manual.{message.place}")
        title = str(getattr(target.part, "title", "")) if target else message.place
        groups.setdefault(title, []).append(message)
    return {"groups": list(groups.items())}
