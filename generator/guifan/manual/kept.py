"""What of ours keeps a floor of the law: limits that name it, then whatever else refers to it."""

from dataclasses import dataclass

from guifan.corpus.references import value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.regulation import Floor, Regulation
from guifan.language.kinds.term import Term
from guifan.language.model import Item
from guifan.manual.book import Book
from guifan.manual.outlook import Room, Told, room, told


@dataclass(frozen=True, slots=True)
class Kept:
    """An item that keeps a floor.

    Args:
        item: a limit, or what else speaks of the floor.
        amount: how much it says, in words; empty where it is no number.
        room: what a limit that names the floor leaves to it.
        worst: what such a limit comes to at worst.
    """

    item: Item
    amount: str = ""
    room: Room | None = None
    worst: Told | None = None


def kept(book: Book, regulation: Regulation, floor: Floor, _: Translator) -> tuple[Kept, ...]:
    """The items of the edition that keep a floor; what is measured by it comes first."""
    corpus = book.corpus
    sources = [
        link.source
        for link in corpus.incoming.get(regulation.id, ())
        if link.target and link.target.part is floor and link.source != regulation.id
    ]
    items = (corpus.get(name) for name in dict.fromkeys(sources))
    address = f"{regulation.id}.{floor.id}"
    found = [
        _kept(book, item, address, _)
        for item in items
        if item and not isinstance(item, Term)  # a word is explained by a figure, it keeps none
    ]
    return tuple(sorted(found, key=lambda one: not one.amount))


def _kept(book: Book, item: Item, address: str, _: Translator) -> Kept:
    match item:
        case Limit() if item.floor == address:
            amount = value_text(item.amount, _.locale)
            return Kept(item, amount, room(book, item, _), told(book, item, _))
        case DataItem() if item.keep_floor == address:
            return Kept(item, value_text(item.keep, _.locale))
        case Playbook():
            times = [
                value_text(one.within, _.locale) for one in item.reports if one.floor == address
            ]
            return Kept(item, _("、").join(dict.fromkeys(times)))
    return Kept(item)
