"""What the manual cites from the law, for how long, and when the edition cited is out of force."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TypeVar

from guifan.corpus.graph import Corpus, Link
from guifan.language.document import Entry
from guifan.language.kinds.regulation import (
    Article,
    Edition,
    Floor,
    Regulation,
    Status,
    Verification,
)
from guifan.proof.calendar.clocks import Horizon
from guifan.proof.standing import said

Some = TypeVar("Some", Article, Edition)

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that cites an article, or a floor that stands in one.

    Args:
        link: the place.
        regulation: what is cited.
        article: which article of it.
        edition: the edition by which the article is numbered.
        floor: the floor, where it is one that is cited.
        since: the first day of the horizon on which the item says so.
        until: the last one.
    """

    link: Link
    regulation: Regulation
    article: Article
    edition: Edition
    floor: Floor | None
    since: date
    until: date

    @property
    def warns(self) -> bool:
        """Whether the article or the figure still has to be checked."""
        checked = [self.article.verification] + ([self.floor.verification] if self.floor else [])
        return Verification.MEM in checked


class Fault(Enum):
    """Why an edition is not in force."""

    NOT_YET = "not-yet"
    ENDED = "ended"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Lapse:
    """An edition that is out of force while it is cited.

    Args:
        fault: why.
        day: the first day on which it is cited out of force.
        other: the edition that has taken its place, where one has.
    """

    fault: Fault
    day: date
    other: Edition | None = None


def citations(corpus: Corpus, horizon: Horizon) -> Iterator[Citation]:
    """Every place that cites the law within the horizon, but for what an instrument says itself."""
    for entry in corpus.entries.values():
        for link in corpus.leaving(entry.item.id, Regulation.kind):
            law = _law(link)
            if law is None:
                continue  # as of nearly all links; to ask when one is said costs far more
            since, until = _holds(entry, link, horizon)
            if since <= until:
                yield from _cited(link, law, since, until)


def lapse(one: Citation) -> Lapse | None:
    """The first way in which an issued edition is out of force while it is cited."""
    found = sorted(_lapses(one), key=lambda lapse: lapse.day)
    return found[0] if found else None


def _lapses(one: Citation) -> Iterator[Lapse]:
    begins = one.edition.effective
    if begins is not None and begins > one.since:
        yield Lapse(Fault.NOT_YET, one.since)
    for other in one.regulation.editions:
        if other.status is Status.ISSUED and other.effective is not None:
            later = begins is None or other.effective > begins
            if later and other is not one.edition and other.effective <= one.until:
                yield Lapse(Fault.SUPERSEDED, max(other.effective, one.since), other)
    if one.edition.until is not None and one.edition.until < one.until:
        yield Lapse(Fault.ENDED, max(one.edition.until + _DAY, one.since))


def _holds(entry: Entry, link: Link, horizon: Horizon) -> tuple[date, date]:
    """The days of the horizon on which an item says what a link says."""
    since, until = said(entry, link)
    return max(since, horizon.first), min(until, horizon.last)


def _law(link: Link) -> Regulation | None:
    """The instrument that a link leads to, from outside it."""
    item = link.target.item if link.target else None
    return item if isinstance(item, Regulation) and item.id != link.source else None


def _cited(link: Link, law: Regulation, since: date, until: date) -> Iterator[Citation]:
    parts = link.target.parts if link.target else ()
    named = next((one for one in parts if isinstance(one, Article | Floor)), None)
    if named is None:
        return
    floor = named if isinstance(named, Floor) else None
    article = _by_id(law.articles, floor.article) if floor else named
    assert not isinstance(article, Floor)
    edition = _by_id(law.editions, article.edition) if article else None
    if article is not None and edition is not None:
        yield Citation(link, law, article, edition, floor, since, until)


def _by_id(parts: tuple[Some, ...], name: str) -> Some | None:
    return next((one for one in parts if one.id == name), None)
