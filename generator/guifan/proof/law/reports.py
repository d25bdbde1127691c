"""The reports of playbooks against the clocks of the instruments that ask for them.

Each instrument runs a clock of its own, from the discovery of the event: an outage, an attack and a
leak of data that happen together are reported three times. Which instrument a report belongs to is
said by the taxonomy of what is reported: a member names the regulation by which it is handled.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Bound
from guifan.language.kinds.message import Addressee, Message
from guifan.language.kinds.playbook import Playbook, Report
from guifan.language.kinds.regulation import Floor, FloorStart, Regulation
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.language.quantities import Value
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case, overdue
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Dimension, Duration, Unit
from guifan.temporal.measure import comparable
from guifan.temporal.moments import DAY

REPORTABLE = "reportable-event"
"""The taxonomy of what is reported."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A floor that says by when something is reported.

    Args:
        regulation: where it stands.
        floor: the floor.
        value: how long after its start.
    """

    regulation: Regulation
    floor: Floor
    value: Duration


@dataclass(frozen=True)
class Reported:
    """A report of a playbook.

    Args:
        corpus: where the law stands.
        playbook: in which it stands.
        at: its place among the playbook's reports.
        report: the report.
    """

    corpus: Corpus
    playbook: Playbook
    at: int
    report: Report

    @property
    def clock(self) -> Clock | None:
        """The clock that it names; None where it names none, or what is no clock."""
        target = self.corpus.resolve(self.report.floor) if self.report.floor else None
        if target and isinstance(target.part, Floor) and isinstance(target.item, Regulation):
            return _clock(target.item, target.part)
        return None

    @property
    def instruments(self) -> tuple[Regulation, ...]:
        """The regulations that ask for a report of what is reported."""
        kinds = self.corpus.one(Taxonomy, REPORTABLE)
        members = kinds.members if kinds else ()
        names = (one.handled_by for one in members if one.id == self.report.what)
        return self.corpus.some(Regulation, next(names, ()))

    def unkept(self) -> Clock | None:
        """The shortest clock of its instruments that it is not known to keep."""
        start = self.playbook.from_
        clocks = (_clock(one, floor) for one in self.instruments for floor in one.floors)
        longer = [
            one
            for one in clocks
            if one
            and start is not None
            and one.floor.from_ == start
            and not (comparable(self.report.within, one.value) and self.report.within <= one.value)
        ]
        return min(longer, key=lambda one: one.value.magnitude) if longer else None

    def late(self, clocks: Clocks) -> Case | None:
        """When it is made at worst after the clock that it names has run out.

        Neither waits for a day of rest to pass.
        """
        clock = self.clock
        if clock is None:
            return None
        value = clock.value
        if clock.floor.starts is FloorStart.INSTANT and value.dimension is Dimension.DAYS:
            value = Duration(value.amount * DAY, Unit.SECOND)
        if comparable(self.report.within, value) and self.report.within <= value:
            return None
        try:
            own = clocks.advance(self.report.within, None, legal=True)
            law = clocks.advance(value, None, legal=True)
        except OutOfHorizonError:
            return None
        return overdue(own, law, clocks.horizon)

    def slower_drafts(self) -> Iterator[int]:
        """The actions of the first hour by which its post writes to the authority too late."""
        for at, action in enumerate(self.playbook.first_hour):
            message = self.corpus.one(Message, action.message)
            if message is None or message.to is not Addressee.REGULATOR:
                continue
            if action.at is None or action.accountable != self.report.by:
                continue
            if comparable(action.at, self.report.within) and action.at > self.report.within:
                yield at


def reported(corpus: Corpus) -> Iterator[Reported]:
    """Every report of every playbook."""
    for playbook in corpus.of(Playbook):
        for at, report in enumerate(playbook.reports):
            yield Reported(corpus, playbook, at, report)


def _clock(regulation: Regulation, floor: Floor) -> Clock | None:
    value: Value = floor.value
    if isinstance(value, Duration) and floor.bound is Bound.AT_MOST:
        return Clock(regulation, floor, value)
    return None
