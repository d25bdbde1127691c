"""A playbook's page: whom to call, how grave it is, the first hour, what to say to whom."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from guifan.corpus.graph import Corpus
from guifan.corpus.references import value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.form import Form
from guifan.language.kinds.message import Addressee, Message
from guifan.language.kinds.playbook import Action, Alert, Playbook, Response, Sign
from guifan.language.kinds.programme import Programme
from guifan.language.kinds.taxonomy import TaxonomyMember
from guifan.manual.book import Book, Page
from guifan.proof.calendar.intervals import ends
from guifan.proof.emergencies import CLASSES, COLOURS, GRADES, LEVELS, STAGES
from guifan.temporal.duration import Dimension, Duration

DIRECTORY = "contact-tree"
"""The form that holds the telephone numbers."""

_WAITS = (0, 5, 15, 30)
"""Minutes between two entries of a timeline from which on it is drawn longer."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A row of the table of triggers.

    Args:
        member: the grade.
        rank: 1 for the highest.
        starts: from which value on, for each thing that is measured; empty where it says nothing.
        signs: what makes the event one of this grade at least.
        response: how it is answered.
        ended_by: the post that declares it over; empty where nothing says how it is answered.
    """

    member: TaxonomyMember
    rank: int
    starts: tuple[str, ...]
    signs: tuple[Sign, ...]
    response: Response | None
    ended_by: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What is done by one time.

    Args:
        at: the minute as commanders say it, ``T+5``, or the time in words.
        says: the time in words.
        wait: how long after the entry before, in steps from 0 (at once) to 4.
        actions: each with the one post that answers for it.
    """

    at: str
    says: str
    wait: int
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A row of the grid of templates: those of one stage, by addressee."""

    title: str
    cells: tuple[tuple[Message, ...], ...]


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``grades`` from high to low; ``hour`` and ``later`` by minutes; ``stages`` by ``addressees``.

    ``event_class`` and ``levels`` by name; ``alerts`` from the gravest; ``templates`` in the order
    of the grid; ``drill_due``: until when the next drill is due, where a programme says how often;
    ``updated``: whether some grade says how often; ``directory``: the form with the numbers.
    """
    playbook = page.subject
    assert isinstance(playbook, Playbook)
    corpus = book.corpus
    messages = corpus.some(Message, playbook.messages)
    addressees = tuple(one for one in Addressee if any(said.to is one for said in messages))
    stages = tuple(_stages(corpus, messages, addressees, _))
    return {
        "event_class": corpus.members(CLASSES).get(playbook.event_class),
        "levels": corpus.members(LEVELS),
        "grades": tuple(graded(corpus, playbook, _)),
        "updated": any(one.updates for one in playbook.responses),
        "directory": corpus.one(Form, DIRECTORY),
        "alerts": _by_colour(corpus, playbook.warnings),
        "colours": corpus.members(COLOURS),
        "hour": tuple(_hour(playbook.first_hour, _)),
        "later": tuple(_later(playbook.later, _)),
        "addressees": addressees,
        "stages": stages,
        "templates": tuple(said for row in stages for cell in row.cells for said in cell),
        "drill_due": _drill_due(corpus, playbook),
    }


def graded(corpus: Corpus, playbook: Playbook, _: Translator) -> Iterator[Grade]:
    """The grades that the playbook says something of."""
    for rank, member in enumerate(corpus.members(GRADES).values(), start=1):
        starts = tuple(
            next(
                (
                    value_text(one.reaches, _.locale)
                    for one in trigger.thresholds
                    if one.grade == member.id
                ),
                "",
            )
            for trigger in playbook.triggers
        )
        signs = tuple(sign for sign in playbook.signs if sign.grade == member.id)
        response = next((one for one in playbook.responses if one.grade == member.id), None)
        if any(starts) or signs or response:
            ended_by = (response.ended_by or response.commander) if response else ""
            yield Grade(member, rank, starts, signs, response, ended_by)


def _by_colour(corpus: Corpus, alerts: tuple[Alert, ...]) -> tuple[Alert, ...]:
    order = list(corpus.members(COLOURS))
    return tuple(
        sorted(alerts, key=lambda one: order.index(one.colour) if one.colour in order else 0)
    )


def _hour(actions: Iterable[Action], _: Translator) -> Iterator[Moment]:
    """The first hour by its minutes; what has none is done at once."""
    ordered = sorted(actions, key=lambda action: _order(action.at))
    before = 0
    for at, together in groupby(ordered, key=lambda action: action.at):
        minute = _minute(at)
        wait = sum(minute - before > step for step in _WAITS)
        before = minute
        yield Moment(_clock(at, _), value_text(at, _.locale) or _("立即"), wait, tuple(together))


def _later(actions: Iterable[Action], _: Translator) -> Iterator[Moment]:
    """What follows, in the order written; what has no time of its own waits for what it names."""
    for at, together in groupby(actions, key=lambda action: action.at):
        says = value_text(at, _.locale) or _("接着")
        yield Moment(says, says, 0, tuple(together))


def _order(at: Duration | None) -> tuple[int, int]:
    """By clock, then by length: what counts in days comes after what counts in minutes."""
    dimensions = list(Dimension)
    return (dimensions.index(at.dimension), int(at.magnitude)) if at else (-1, 0)


def _minute(at: Duration | None) -> int:
    return int(at.magnitude // 60) if at and at.dimension is Dimension.SECONDS else 0


def _clock(at: Duration | None, _: Translator) -> str:
    """``T+30`` where it is whole minutes, else the time in words."""
    if at and (at.dimension is not Dimension.SECONDS or at.magnitude % 60):
        return value_text(at, _.locale)
    return f"T+{_minute(at)}"


def _stages(
    corpus: Corpus,
    messages: tuple[Message, ...],
    addressees: tuple[Addressee, ...],
    _: Translator,
) -> Iterator[Stage]:
    """The stages in their order, each with its templates; last those of no stage."""
    titles = {name: one.title for name, one in corpus.members(STAGES).items()}
    for name, title in (*titles.items(), ("", _("随时"))):
        fitting = [one for one in messages if (one.stage if one.stage in titles else "") == name]
        cells = tuple(tuple(one for one in fitting if one.to is to) for to in addressees)
        if fitting:
            yield Stage(title, cells)


def _drill_due(corpus: Corpus, playbook: Playbook) -> date | None:
    """The last day for the next drill: so long after the last one as its programme says."""
    programme = corpus.one(Programme, playbook.drill)
    every = programme.every if programme else None
    return ends(playbook.drilled, every) if playbook.drilled and every else None
