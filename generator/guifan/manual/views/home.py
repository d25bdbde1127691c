"""The first page."""

from collections.abc import Mapping

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.kinds.announcement import Announcement
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.role import Role
from guifan.language.kinds.service import Service, Sort
from guifan.language.model import Audience
from guifan.manual.arrange import MOMENTS
from guifan.manual.book import Book, Page
from guifan.manual.grouping import by_place
from guifan.manual.views import chapters

_PINNED = 8
"""How many numbers the first page shows."""

_CHANGES = 3
"""How many changes."""


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``announcements``, ``roles``, pages of ``moments``, ``pinned`` limits.

    The roles are those that face customers, then those that run a shift.

    ``businesses`` are those that customers, who have no post, can ask for, by section: where there
    are most of them first.

    Pinned are the promises in time that most other items rest on: what customers ask for.
    ``chapters`` come with their counts. ``changed`` is what the newest edition changed, None where
    no other came before it, and ``weightiest`` the changes of it that matter most.
    """
    corpus = book.corpus
    return {
        "announcements": corpus.of(Announcement),
        "roles": [
            *(role for role in corpus.of(Role) if role.frontline),
            *(role for role in corpus.of(Role) if role.duty and not role.frontline),
        ],
        "businesses": () if corpus.of(Role) else _businesses(corpus),
        "moments": [book.pages[f"moments/{name}"] for name in corpus.members(MOMENTS)],
        "pinned": sorted(
            (one for one in corpus.of(Limit) if one.within and one.audience is Audience.PUBLIC),
            key=lambda one: (-_uses(book, one), one.id),
        )[:_PINNED],
        "changed": book.history.last,
        "weightiest": book.history.last.weightiest[:_CHANGES] if book.history.last else (),
        **chapters.view(book, page, _),
    }


def _businesses(corpus: Corpus) -> list[tuple[str, list[Service]]]:
    asked = [one for one in corpus.of(Service) if one.sort is Sort.BUSINESS]
    sections = (section for _, some in by_place(corpus, asked) for section in some)
    return sorted(sections, key=lambda one: -len(one[1]))


def _uses(book: Book, limit: Limit) -> int:
    """How many items refer to a limit."""
    return len({link.source for link in book.corpus.incoming.get(limit.id, ())})
