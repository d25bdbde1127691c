"""What the law asks and what we promise: every floor in the chapter where its matter belongs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.views import quantities
from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.manual import Chapter
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.regulation import Creditor, Floor, Regulation
from guifan.language.model import Audience
from guifan.manual.book import Book, Page, holdings
from guifan.manual.kept import Kept, kept
from guifan.manual.outlook import Told, told

_CUSTOMERS = (Creditor.CUSTOMER, Creditor.OTHER)
"""Whose claims customers are told of: their own, and what binds the authority they may turn to."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the law asks.

    Args:
        regulation: which law.
        floor: its figure.
        ours: what of ours keeps it.
        state: that it does not bind us, or why nothing of ours keeps it; empty where there is
            nothing to say.
    """

    regulation: Regulation
    floor: Floor
    ours: tuple[Kept, ...]
    state: str

    @property
    def address(self) -> str:
        """Where the floor stands."""
        return f"{self.regulation.id}.{self.floor.id}"

    @property
    def article(self) -> str:
        """Where the article stands that sets it."""
        return f"{self.regulation.id}.{self.floor.article}"


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``asked``: pairs of a chapter's title and what the law asks there, without empty ones.

    ``beyond``: pairs of a chapter's title and the promises in time that no law asks for, each with
    what it comes to at worst.
    """
    corpus, audience = book.corpus, page.subject
    chapters = corpus.manual.chapters if corpus.manual else ()
    floors = list(asked(book, _, for_customers=audience is Audience.PUBLIC))
    promises = list(_beyond(book, _))
    return {
        "asked": _by_chapter(chapters, [(_chapter(one.floor.place), one) for one in floors], _),
        "beyond": _by_chapter(
            chapters, [(_chapter(limit.place), (limit, worst)) for limit, worst in promises], _
        ),
    }


def asked(book: Book, _: Translator, *, for_customers: bool = False) -> Iterator[Asked]:
    """What the law asks, in the order of the files; for customers what concerns them alone."""
    chapters = book.corpus.manual.chapters if book.corpus.manual else ()
    written = {
        one.id for one in chapters if any(isinstance(it, Norm) for it in holdings(book.corpus, one))
    }
    for regulation in book.corpus.of(Regulation):
        for floor in regulation.floors:
            if for_customers and floor.owed_to not in _CUSTOMERS:
                continue
            ours = kept(book, regulation, floor, _)
            yield Asked(regulation, floor, ours, _state(floor, ours, written, _))


def _state(floor: Floor, ours: tuple[Kept, ...], written: set[str], _: Translator) -> str:
    if floor.owed_to is Creditor.OTHER:
        return _("不约束我们")
    if ours:
        return ""
    if _chapter(floor.place) not in written:
        return _("本章尚未发布")
    return _("按法定要求执行")


def _beyond(book: Book, _: Translator) -> Iterator[tuple[Limit, Told | None]]:
    for limit in quantities(book.corpus):
        promised = limit.audience is Audience.PUBLIC and limit.within is not None
        if promised and not limit.floor:
            yield limit, told(book, limit, _)


def _chapter(place: str | None) -> str:
    return (place or "").partition(".")[0]


def _by_chapter(
    chapters: tuple[Chapter, ...], pairs: list[tuple[str, object]], _: Translator
) -> list[tuple[str, list[object]]]:
    """Things by the chapter that they are paired with; what belongs to none comes last."""
    names = {one.id: f"{one.number} {one.title}" for one in chapters}
    groups = [
        (title, [thing for id_, thing in pairs if id_ == name]) for name, title in names.items()
    ]
    groups.append((_("其他"), [thing for id_, thing in pairs if id_ not in names]))
    return [group for group in groups if group[1]]
