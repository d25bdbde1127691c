"""Who answers for what and by when: reviews, figures to verify, drafts, what ends, waivers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guifan.checks.rules import RULES
from guifan.corpus.graph import Corpus
from guifan.corpus.owners import owned, owner
from guifan.findings import Rule
from guifan.language.catalogues import Translator
from guifan.language.kinds.regulation import Creditor, Floor, Regulation, Verification
from guifan.language.model import Item
from guifan.language.waivers import Waiver
from guifan.manual.book import Book, Page
from guifan.manual.kept import keepers
from guifan.manual.reference import rule_path

_UNVERIFIED = (Verification.MEM, Verification.V2)
"""How far a figure was checked that nobody has compared with the text of the law; least first."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A unit and what it answers for.

    Args:
        page: what it owns, one by one.
        items: how many items it owns.
        days: the days by which some of them have to be looked at again, and how many.
    """

    page: Page
    items: int
    days: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the law that nobody has compared with its source yet.

    Args:
        regulation: which law.
        floor: its figure.
        ours: what of ours rests on it.
    """

    regulation: Regulation
    floor: Floor
    ours: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """An item that holds up to a day."""

    item: Item
    owner: Item | None
    last: date


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``owners``, the earliest review first; ``figures``, the least verified first.

    ``drafts`` with their owners; ``endings``, the earliest first; ``waivers``, each with its rule
    and the page of it, None where there is no such rule.
    """
    corpus, waivers = book.corpus, page.subject
    assert isinstance(waivers, tuple)
    return {
        "owners": sorted(_owners(book), key=lambda one: one.days[0][0]),
        "figures": [one for far in _UNVERIFIED for one in _figures(corpus, far)],
        "drafts": [
            (corpus.entries[one.id].item, owner(corpus, one.owner))
            for one in corpus.listed
            if one.is_draft
        ],
        "endings": sorted(_endings(corpus), key=lambda one: one.last),
        "waivers": [_waived(book, one) for one in sorted(waivers, key=lambda one: one.until)],
    }


def _owners(book: Book) -> Iterator[Owner]:
    for name, items in owned(book.corpus).items():
        days = Counter(one.review_by for one in items)
        yield Owner(book.pages[f"owners/{name}"], len(items), tuple(days.items()))


def _figures(corpus: Corpus, far: Verification) -> Iterator[Figure]:
    """The figures that were checked this far; what does not bind us is not waited for."""
    for regulation in corpus.of(Regulation):
        for floor in regulation.floors:
            if floor.verification is far and floor.owed_to is not Creditor.OTHER:
                yield Figure(regulation, floor, keepers(corpus, regulation, floor))


def _endings(corpus: Corpus) -> Iterator[Ending]:
    for one in corpus.listed:
        if one.last is not None:
            yield Ending(corpus.entries[one.id].item, owner(corpus, one.owner), one.last)


def _waived(book: Book, waiver: Waiver) -> tuple[Waiver, Rule | None, Page | None]:
    return waiver, RULES.get(waiver.code), book.pages.get(rule_path(waiver.code))
