"""What of ours keeps a floor of the law: what it binds, then whatever else refers to it."""

from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.corpus.references import value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.regulation import Floor, Regulation
from guifan.language.kinds.service import Service
from guifan.language.kinds.term import Term
from guifan.language.model import Item
from guifan.language.quantities import Value
from guifan.manual.book import Book
from guifan.manual.outlook import Room, Told, room_to, told
from guifan.proof.law.floors import Bounded, binding
from guifan.proof.lengths import keep
from guifan.temporal.measure import Measure, comparable


@dataclass(frozen=True, slots=True)
class Kept:
    """An item that keeps a floor.

    Args:
        item: a limit, or what else speaks of the floor.
        amount: how much it says, in words; empty where it is no number.
        room: what it leaves to the floor.
        worst: what a limit comes to at worst.
        why: in a word, why it is not compared with the floor; empty where it is.
    """

    item: Item
    amount: str = ""
    room: Room | None = None
    worst: Told | None = None
    why: str = ""


def kept(book: Book, regulation: Regulation, floor: Floor, _: Translator) -> tuple[Kept, ...]:
    """The items of the edition that keep a floor; what is measured by it comes first."""
    items = dict.fromkeys((*keepers(book.corpus, regulation, floor), *_bound(book.corpus, floor)))
    found = [_kept(book, item, regulation, floor, _) for item in items]
    return tuple(sorted(found, key=lambda one: (bool(one.why), not one.amount)))


def keepers(corpus: Corpus, regulation: Regulation, floor: Floor) -> tuple[Item, ...]:
    """The items that refer to a floor. A word is explained by a figure, it keeps none."""
    sources = [
        link.source
        for link in corpus.incoming.get(regulation.id, ())
        if link.target and link.target.part is floor and link.source != regulation.id
    ]
    items = (corpus.get(name) for name in dict.fromkeys(sources))
    return tuple(item for item in items if item and not isinstance(item, Term))


def _bound(corpus: Corpus, floor: Floor) -> tuple[Item, ...]:
    """The limits between the events of a floor that it binds, named or not."""
    return tuple(
        limit
        for limit in (corpus.mentions(Limit, floor.to) if floor.to else ())
        if (limit.from_, limit.to) == (floor.from_, floor.to)
        if any(one.floor is floor for one in binding(corpus, limit))
    )


def _kept(book: Book, item: Item, regulation: Regulation, floor: Floor, _: Translator) -> Kept:
    measured = _measured(book.corpus, item, regulation, floor)
    if not measured:
        if isinstance(item, Limit):
            return Kept(item, value_text(item.amount, _.locale), why=_("只是提到"))
        return Kept(item, why=_("没有自己的数值"))
    rooms = [(one, room_to(book, one, _)) for one in measured]
    one, room = min(rooms, key=lambda pair: pair[1].rank if pair[1] else 0)
    said = dict.fromkeys(_amount(one, _) for one in measured)
    worst = told(book, item, _) if isinstance(item, Limit) else None
    return Kept(item, _("、").join(said), room, worst, "" if room else _why(one, _))


def _measured(
    corpus: Corpus, item: Item, regulation: Regulation, floor: Floor
) -> tuple[Bounded, ...]:
    """What an item says that is measured by a floor; of a playbook each of its reports."""
    address = f"{regulation.id}.{floor.id}"
    amounts: list[Value] = []
    match item:
        case Limit():
            return tuple(one for one in binding(corpus, item) if one.floor is floor)
        case DataItem() if item.keep_floor == address:
            kept = keep(corpus, item)
            amounts = [kept.time] if kept else []
        case Service() if item.warranty and item.warranty.floor == address:
            amounts = [item.warranty.lasts]
        case Playbook():
            amounts = [one.within for one in item.reports if one.floor == address]
    return tuple(Bounded(item, (), one, regulation, floor) for one in amounts)


def _amount(one: Bounded, _: Translator) -> str:
    value = value_text(one.amount, _.locale)
    if one.limit is None or one.limit.share is None:
        return value
    share = value_text(one.limit.share, _.locale)
    return _("{value}，{share}").format(value=value, share=share)


def _why(one: Bounded, _: Translator) -> str:
    """Why two quantities do not compare, in a word."""
    own, law = one.amount, one.floor.value
    alike = isinstance(own, Measure) and isinstance(law, Measure) and comparable(own, law)
    return _("口径不同") if alike else _("单位不同")
