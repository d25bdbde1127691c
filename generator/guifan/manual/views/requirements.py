"""What the law asks and what we promise: every floor in the chapter where its matter belongs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from guifan.corpus.views import quantities
from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.manual import Chapter
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.regulation import Creditor, Floor, Regulation
from guifan.language.model import Audience
from guifan.manual.book import Book, Page, holdings
from guifan.manual.kept import Kept, kept
from guifan.manual.outlook import Standing, Told, told

_CUSTOMERS = (Creditor.CUSTOMER, Creditor.OTHER)
"""Whose claims customers are told of: their own, and what binds the authority they may turn to."""


class State(StrEnum):
    """How what we say stands to what the law asks, in the order in which a summary tells it."""

    LOOSER = "looser"
    KEEPS = "keeps"
    SAME = "same"
    UNCOMPARED = "uncompared"
    AS_LAW = "as-law"
    UNPUBLISHED = "unpublished"
    UNBOUND = "unbound"


_WORST = (Standing.LOOSER, Standing.SAME, Standing.KEEPS, Standing.UNCOMPARED)
"""Of what several items say, what is told first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the law asks.

    Args:
        regulation: which law.
        floor: its figure.
        ours: what of ours keeps it.
        is_: how that stands to the law.
        state: that it does not bind us, or why nothing of ours keeps it; empty where there is
            nothing to say.
        compared: what ours leaves to the law, or that it is not compared, each with a note; what
            several items say alike stands once.
    """

    regulation: Regulation
    floor: Floor
    ours: tuple[Kept, ...]
    is_: State
    state: str
    compared: tuple[tuple[str, str], ...]

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

    ``summary``: how much of it stands how to the law: the state, its name, and how many.
    ``beyond``: pairs of a chapter's title and the promises in time that no law asks for, each with
    what it comes to at worst.
    """
    corpus, audience = book.corpus, page.subject
    chapters = corpus.manual.chapters if corpus.manual else ()
    floors = list(asked(book, _, for_customers=audience is Audience.PUBLIC))
    promises = list(_beyond(book, _))
    counts = Counter(one.is_ for one in floors)
    return {
        "summary": [(one.value, _named(one, _), counts[one]) for one in State if counts[one]],
        "asked": _by_chapter(chapters, [(_chapter(one.floor.place), one) for one in floors], _),
        "beyond": _by_chapter(
            chapters, [(_chapter(limit.place), (limit, worst)) for limit, worst in promises], _
        ),
    }


def asked(book: Book, _: Translator, *, for_customers: bool = False) -> Iterator[Asked]:
    """What the law asks, in the order of the files; for customers what concerns them alone."""
    chapters = book.corpus.manual.chapters if book.corpus.manual else ()
    written = {
        one.id for one in chapters if any(it.kind == Norm.kind for it in holdings(book.corpus, one))
    }
    for regulation in book.corpus.of(Regulation):
        for floor in regulation.floors:
            if for_customers and floor.owed_to not in _CUSTOMERS:
                continue
            ours = kept(book, regulation, floor, _)
            is_ = _is(floor, ours, written)
            state = "" if is_.value in tuple(Standing) else _named(is_, _)
            yield Asked(regulation, floor, ours, is_, state, tuple(_compared(is_, ours, _)))


def _is(floor: Floor, ours: tuple[Kept, ...], written: set[str]) -> State:
    if floor.owed_to is Creditor.OTHER:
        return State.UNBOUND
    if ours:
        found = {one.room.standing for one in ours if one.room}
        return State(next((one for one in _WORST if one in found), Standing.UNCOMPARED))
    return State.AS_LAW if _chapter(floor.place) in written else State.UNPUBLISHED


def _compared(is_: State, ours: tuple[Kept, ...], _: Translator) -> Iterator[tuple[str, str]]:
    uncompared = _named(State.UNCOMPARED, _)
    told: dict[tuple[str, str], None] = {}
    for one in ours:
        if one.room and one.room.standing is Standing.UNCOMPARED and not one.room.least:
            told[uncompared, one.room.says] = None
        elif one.room:
            told[one.room.says, one.room.least] = None
        elif is_ is State.UNCOMPARED:
            told[uncompared, one.why] = None
    yield from told


def _named(state: State, _: Translator) -> str:
    return {
        State.LOOSER: _("超出法定底线"),
        State.KEEPS: _("符合"),
        State.SAME: _("与法定相同"),
        State.UNCOMPARED: _("未比较"),
        State.AS_LAW: _("按法定要求执行"),
        State.UNPUBLISHED: _("本章尚未发布"),
        State.UNBOUND: _("不约束我们"),
    }[state]


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
