"""The first page."""

from collections.abc import Callable, Mapping

from guifan.language.kinds.announcement import Announcement
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.role import Role
from guifan.language.model import Audience
from guifan.manual.book import Book, Page

_PINNED = 8
"""How many promises the first page shows."""


def view(book: Book, page: Page, _: Callable[[str], str]) -> Mapping[str, object]:
    """``announcements``, front-line ``roles``, ``pinned`` promises, ``chapters`` with counts."""
    corpus = book.corpus
    chapters = corpus.manual.chapters if corpus.manual else ()
    promises = [one for one in corpus.of(Limit) if one.audience is Audience.PUBLIC and one.within]
    return {
        "announcements": corpus.of(Announcement),
        "roles": [role for role in corpus.of(Role) if role.frontline],
        "pinned": promises[:_PINNED],
        "chapters": [
            (one, sum(item.place.split(".")[0] == one.id for item in corpus)) for one in chapters
        ],
    }
