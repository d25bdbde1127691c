"""What the manual covers: what is taken in where, every dimension of service, and what is open.

What has a page of its own is counted here and linked: posts, the network, emergencies, the law.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.corpus.views import in_order
from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel, Intake
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.regulation import Creditor
from guifan.language.kinds.role import Role
from guifan.language.kinds.service import Exclusion, Route, Service
from guifan.language.kinds.taxonomy import TaxonomyMember
from guifan.manual.arrange import (
    COVERED_QUESTIONS,
    COVERED_ROLES,
    EMERGENCIES,
    NETWORK,
    REQUIREMENTS,
)
from guifan.manual.book import Book, Page
from guifan.manual.views import requirements
from guifan.proof.dimensions import CELLS, DIMENSIONS, cells
from guifan.proof.emergencies import CLASSES, GRADES, responses
from guifan.proof.intake import REQUESTS, answered
from guifan.proof.offered import offered, unsaid
from guifan.proof.people.network import FUNCTIONS
from guifan.proof.people.network import cells as levels
from guifan.quiz.coverage import coverage


@dataclass(frozen=True, slots=True)
class Count:
    """How many cells of a map are filled, empty with a reason, and empty without one."""

    filled: int
    excused: int
    gaps: int


@dataclass(frozen=True, slots=True)
class Map:
    """A map of coverage.

    Args:
        title: what it sets against what.
        page: where it stands; None for a section of the page itself.
        anchor: the section.
        count: of its cells.
    """

    title: str
    page: Page | None
    anchor: str
    count: Count


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken in on a channel, and by when it is answered; None where nothing says."""

    intake: Intake
    limit: Limit | None


@dataclass(frozen=True, slots=True)
class Row:
    """What a channel takes in.

    Args:
        channel: the channel.
        cells: one for each request, None where it is not taken in.
    """

    channel: Channel
    cells: tuple[Taken | None, ...]

    @property
    def by(self) -> str | None:
        """The post that takes in everything; None where there are several."""
        posts = {one.intake.by for one in self.cells if one}
        return posts.pop() if len(posts) == 1 else None

    @property
    def is_partial(self) -> bool:
        """Whether something is not taken in."""
        return None in self.cells

    @property
    def is_excused(self) -> bool:
        """Whether it says what it does not do, or where else to go."""
        return bool(self.channel.cannot or self.channel.otherwise)


@dataclass(frozen=True, slots=True)
class Offer:
    """Where a business is done.

    Args:
        service: the business.
        done: how, channel by channel.
        excluded: where it is not, and why.
        otherwise: channels that say nothing of it and send people to another.
        unsaid: channels of which nobody can tell.
    """

    service: Service
    done: tuple[Route, ...]
    excluded: tuple[Exclusion, ...]
    otherwise: tuple[Channel, ...]
    unsaid: tuple[Channel, ...]


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``maps``, each with its count; ``requests`` over ``rows`` of channels; ``offers``.

    ``heads`` over ``dimensions``: pairs of a dimension and its cells.
    """
    corpus = book.corpus
    requests = tuple(corpus.members(REQUESTS).values())
    rows = tuple(_row(corpus, one, requests) for one in corpus.of(Channel)) if requests else ()
    offers = tuple(_offer(corpus, one) for one in in_order(corpus, offered(corpus)))
    dimensions = [(one, cells(corpus, one)) for one in corpus.members(DIMENSIONS).values()]
    counts = (
        (_("事项与渠道"), None, "requests", _of_rows(rows)),
        (_("业务与渠道"), None, "services", _of_offers(corpus, offers)),
        (_("服务维度与条款"), None, "dimensions", _of_dimensions(corpus)),
        (_("岗位与条款"), COVERED_ROLES, "", _of_roles(corpus)),
        (_("条款与题目"), COVERED_QUESTIONS, "", _of_questions(book)),
        (_("职能与层级"), NETWORK, "", _of_network(corpus)),
        (_("突发事件类别与分级"), EMERGENCIES, "", _of_emergencies(corpus)),
        (_("法定要求与我们的规定"), REQUIREMENTS, "", _of_law(book, _)),
    )
    return {
        "maps": [
            Map(title, book.pages[path] if path else None, anchor, count)
            for title, path, anchor, count in counts
            if (not path or path in book.pages) and count != Count(0, 0, 0)
        ],
        "requests": requests,
        "rows": rows,
        "offers": offers,
        "heads": [f"{_(aspect.label)} · {_(result.label)}" for aspect, result in CELLS],
        "dimensions": dimensions,
    }


def _row(corpus: Corpus, channel: Channel, requests: tuple[TaxonomyMember, ...]) -> Row:
    first = {one.what: one for one in reversed(channel.intake)}
    return Row(
        channel,
        tuple(
            Taken(first[one.id], answered(corpus, channel, first[one.id], one))
            if one.id in first
            else None
            for one in requests
        ),
    )


def _offer(corpus: Corpus, service: Service) -> Offer:
    silent = [one for one in corpus.of(Channel) if unsaid(corpus, service, one)]
    return Offer(
        service,
        service.routes,
        service.excluded,
        tuple(one for one in silent if one.otherwise),
        tuple(one for one in silent if not one.otherwise),
    )


def _of_rows(rows: tuple[Row, ...]) -> Count:
    filled = sum(one is not None and one.limit is not None for row in rows for one in row.cells)
    excused = sum(one is None for row in rows if row.is_excused for one in row.cells)
    return Count(filled, excused, sum(len(row.cells) for row in rows) - filled - excused)


def _of_offers(corpus: Corpus, offers: tuple[Offer, ...]) -> Count:
    """A channel on which it is done for some customers counts as one on which it is done."""
    channels = {one.id for one in corpus.of(Channel)}
    gaps = sum(len(one.unsaid) for one in offers)
    filled = sum(
        len({route.channel for route in one.done} & channels - {silent.id for silent in one.unsaid})
        for one in offers
    )
    return Count(filled, len(offers) * len(channels) - filled - gaps, gaps)


def _of_dimensions(corpus: Corpus) -> Count:
    return _counted(
        (bool(cell.norms), bool(cell.why))
        for one in corpus.members(DIMENSIONS).values()
        for cell in cells(corpus, one)
    )


def _of_roles(corpus: Corpus) -> Count:
    bound = {role for norm in corpus.of(Norm) for role in norm.binds.roles}
    return _counted((one.id in bound, False) for one in corpus.of(Role))


def _of_questions(book: Book) -> Count:
    """A clause without questions has a reason, or it is for nobody to know."""
    rows = coverage(book.questions.asked) if book.questions else ()
    return _counted((bool(one.items), bool(one.reasons)) for one in rows)


def _of_network(corpus: Corpus) -> Count:
    return _counted(
        (bool(cell.carried), False)
        for one in corpus.members(FUNCTIONS).values()
        for cell in levels(corpus, one)
    )


def _of_emergencies(corpus: Corpus) -> Count:
    answered_by = {
        (playbook.event_class, response.grade)
        for playbook in corpus.of(Playbook)
        for _, response in responses(playbook, corpus)
    }
    return _counted(
        ((one.id, grade) in answered_by, any(it.grade == grade for it in one.excludes))
        for one in corpus.members(CLASSES).values()
        for grade in corpus.members(GRADES)
    )


def _of_law(book: Book, _: Translator) -> Count:
    """What does not bind us needs nothing of ours."""
    return _counted(
        (bool(one.ours), one.floor.owed_to is Creditor.OTHER) for one in requirements.asked(book, _)
    )


def _counted(told: Iterator[tuple[bool, bool]]) -> Count:
    """Count cells, each told by whether it is filled and whether a reason is given."""
    pairs = list(told)
    filled = sum(is_filled for is_filled, _ in pairs)
    excused = sum(is_excused and not is_filled for is_filled, is_excused in pairs)
    return Count(filled, excused, len(pairs) - filled - excused)
