"""Views of the corpus: by chapter, by role, by channel, by moment of a call."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from guifan.corpus.graph import Corpus
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.course import Course
from guifan.language.kinds.escalation import Escalation, Rung
from guifan.language.kinds.exam import Exam
from guifan.language.kinds.form import Form
from guifan.language.kinds.inspection import Inspection
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.matrix import Axis, Matrix
from guifan.language.kinds.message import Message
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.playbook import Action, Contact, Playbook, Report, Response
from guifan.language.kinds.procedure import Procedure, Step
from guifan.language.kinds.programme import Activity, Programme
from guifan.language.kinds.role import Role
from guifan.language.kinds.rota import Rota
from guifan.language.model import Item

Kind = TypeVar("Kind", bound=Item)


def placed(corpus: Corpus, chapter: str, section: str = "") -> tuple[Item, ...]:
    """The items of a section, or those of a chapter that stand in none of its sections."""
    return corpus.placed(f"{chapter}.{section}" if section else chapter)


def _unique(items: Iterable[Kind]) -> tuple[Kind, ...]:
    return tuple({item.id: item for item in items}.values())


@dataclass(frozen=True, slots=True)
class Part:
    """What a role does in a procedure: the steps it carries out or answers for."""

    procedure: Procedure
    does: tuple[Step, ...]
    answers_for: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """What a role does in an emergency.

    Args:
        playbook: of which emergency.
        called: the contacts in which it is called first.
        backs_up: those in which it is called when another does not answer.
        declares: the responses that it declares.
        commands: those that it commands.
        succeeds: as which deputy it takes over the command, from 1; 0 for never.
        first_hour: the actions of the first hour that it answers for.
        later: those that follow.
        reports: the reports that it files.
        ends: whether it declares the end.
    """

    playbook: Playbook
    called: tuple[Contact, ...]
    backs_up: tuple[Contact, ...]
    declares: tuple[Response, ...]
    commands: tuple[Response, ...]
    succeeds: int
    first_hour: tuple[Action, ...]
    later: tuple[Action, ...]
    reports: tuple[Report, ...]
    ends: bool

    @property
    def concerns(self) -> bool:
        """Whether the role has anything to do in it."""
        calls = (self.called, self.backs_up, self.declares, self.commands, self.succeeds)
        return any((*calls, self.first_hour, self.later, self.reports, self.ends))


@dataclass(frozen=True, slots=True)
class Work:
    """What a role does in a programme: whether it leads it, and its own activities."""

    programme: Programme
    leads: bool
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What a matrix says in a column, or a row, that is a role: across what, and which words."""

    matrix: Matrix
    own: Axis
    says: tuple[tuple[Axis, str], ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """Everything that binds a role, and nothing else.

    Of its limits it ``keeps`` those that it answers for or that its own steps have; the others that
    stand with a norm that binds it, it is ``told`` of.
    """

    role: Role
    norms: tuple[Norm, ...]
    parts: tuple[Part, ...]
    keeps: tuple[Limit, ...]
    told: tuple[Limit, ...]
    rungs: tuple[tuple[Escalation, Rung], ...]
    messages: tuple[Message, ...]
    forms: tuple[Form, ...]
    rotas: tuple[Rota, ...]
    channels: tuple[Channel, ...]
    playbooks: tuple[Call, ...]
    inspections: tuple[Inspection, ...]
    programmes: tuple[Work, ...]
    weights: tuple[Weights, ...]
    courses: tuple[Course, ...]
    exams: tuple[Exam, ...]


def by_role(corpus: Corpus, role: Role) -> RoleView:
    """What binds ``role``: its norms, steps, limits, scripts, forms; its part in emergencies."""

    def near(model: type[Kind]) -> tuple[Kind, ...]:
        return corpus.mentions(model, role.id)

    norms = tuple(norm for norm in near(Norm) if role.id in norm.binds.roles)
    parts = tuple(part for one in near(Procedure) if (part := _part(one, role)))
    own = {step.limit for part in parts for step in part.does if step.limit}
    named = {name for norm in norms for name in norm.limits}
    some = [*corpus.some(Limit, (*own, *named)), *near(Limit)]
    limits = in_order(corpus, _in_files(corpus, some))
    keeps = tuple(one for one in limits if one.id in own or one.answers_to == role.id)
    told = named - {one.id for one in keeps}
    messages = [name for norm in norms for name in norm.messages]
    messages += [name for part in parts for step in part.does for name in step.say]
    forms = [one for one in near(Form) if role.id in one.filled_by]
    return RoleView(
        role,
        norms,
        parts,
        keeps,
        tuple(one for one in limits if one.id in told),
        tuple(
            (ladder, rung)
            for ladder in near(Escalation)
            for rung in ladder.rungs
            if rung.to == role.id
        ),
        _unique(corpus.some(Message, tuple(messages))),
        tuple(forms),
        tuple(rota for rota in near(Rota) if any(one.role == role.id for one in rota.shifts)),
        tuple(one for one in near(Channel) if role.id in one.staffed_by),
        tuple(call for one in near(Playbook) if (call := _call(one, role)).concerns),
        tuple(one for one in near(Inspection) if role.id in one.roles),
        tuple(work for one in near(Programme) if (work := _work(one, role))),
        tuple(told for one in near(Matrix) for told in _weights(one, role)),
        tuple(one for one in near(Course) if role.id in one.roles),
        tuple(one for one in near(Exam) if role.id in one.roles),
    )


def _in_files(corpus: Corpus, items: Iterable[Kind]) -> list[Kind]:
    """Items, each once, in the order of the files."""
    order = {one.id: at for at, one in enumerate(corpus.listed)}
    return sorted(_unique(items), key=lambda one: order[one.id])


def _call(playbook: Playbook, role: Role) -> Call:
    deputies = playbook.deputies
    return Call(
        playbook,
        called=tuple(one for one in playbook.contacts if one.role == role.id),
        backs_up=tuple(one for one in playbook.contacts if one.backup == role.id),
        declares=tuple(one for one in playbook.responses if one.declared_by == role.id),
        commands=tuple(one for one in playbook.responses if one.commander == role.id),
        succeeds=deputies.index(role.id) + 1 if role.id in deputies else 0,
        first_hour=tuple(one for one in playbook.first_hour if one.accountable == role.id),
        later=tuple(one for one in playbook.later if one.accountable == role.id),
        reports=tuple(one for one in playbook.reports if one.by == role.id),
        ends=any((one.ended_by or one.commander) == role.id for one in playbook.responses),
    )


def _part(procedure: Procedure, role: Role) -> Part | None:
    does = tuple(step for step in procedure.steps if step.by == role.id)
    answers = tuple(step for step in procedure.steps if step.accountable == role.id)
    return Part(procedure, does, answers) if does or answers else None


def _work(programme: Programme, role: Role) -> Work | None:
    leads = programme.lead == role.id
    own = tuple(one for one in programme.activities if one.by == role.id)
    return Work(programme, leads, own) if leads or own else None


def _weights(matrix: Matrix, role: Role) -> Iterator[Weights]:
    """Each column, then each row, that is this role, with what its cells stand across."""
    rows = {one.id: one for one in matrix.rows}
    columns = {one.id: one for one in matrix.columns}
    known = [cell for cell in matrix.cells if cell.row in rows and cell.column in columns]
    for own in (one for one in matrix.columns if one.role == role.id):
        told = tuple((rows[cell.row], cell.says) for cell in known if cell.column == own.id)
        yield Weights(matrix, own, told)
    for own in (one for one in matrix.rows if one.role == role.id):
        told = tuple((columns[cell.column], cell.says) for cell in known if cell.row == own.id)
        yield Weights(matrix, own, told)


@dataclass(frozen=True, slots=True)
class ChannelView:
    """What holds on a channel: first what is written for it, then what holds on every channel."""

    channel: Channel
    norms: tuple[Norm, ...]
    everywhere: tuple[Norm, ...]
    limits: tuple[Limit, ...]
    procedures: tuple[Procedure, ...]
    messages: tuple[Message, ...]


def by_channel(corpus: Corpus, channel: Channel) -> ChannelView:
    """What holds on ``channel``."""
    norms = tuple(
        one for one in corpus.mentions(Norm, channel.id) if channel.id in one.binds.channels
    )
    staff = set(channel.staffed_by)
    staffs = (norm for name in channel.staffed_by for norm in corpus.mentions(Norm, name))
    limits = [name for norm in norms for name in norm.limits]
    limits += [
        limit.id
        for limit in corpus.mentions(Limit, channel.id)
        if limit.applies and channel.id in limit.applies.channels
    ]
    return ChannelView(
        channel,
        norms,
        tuple(
            norm
            for norm in _in_files(corpus, staffs)
            if not norm.binds.channels and staff.intersection(norm.binds.roles)
        ),
        _unique(corpus.some(Limit, tuple(limits))),
        tuple(one for one in corpus.mentions(Procedure, channel.id) if _is_on(one, channel)),
        tuple(one for one in corpus.mentions(Message, channel.id) if channel.id in one.channels),
    )


def _is_on(procedure: Procedure, channel: Channel) -> bool:
    """Whether a procedure, or a step of it, is said to be for a channel."""
    named = (procedure.channels, *(step.channels for step in procedure.steps))
    return any(channel.id in channels for channels in named)


def by_moment(corpus: Corpus, moment: str) -> tuple[tuple[Norm, ...], tuple[Message, ...]]:
    """The norms and scripts for one moment of a call (a member of ``call-moment``)."""
    return (
        tuple(norm for norm in corpus.of(Norm) if moment in norm.binds.moments),
        tuple(one for one in corpus.of(Message) if moment in one.moments),
    )


def in_order(corpus: Corpus, items: Iterable[Kind]) -> list[Kind]:
    """Items by chapter and section; those of one place stay in their order."""
    manual = corpus.manual
    order: dict[str, int] = {}
    for chapter in manual.chapters if manual else ():
        for place in (chapter.id, *(f"{chapter.id}.{one.id}" for one in chapter.sections)):
            order[place] = len(order)
    return sorted(items, key=lambda one: order.get(one.place, len(order)))


def quantities(corpus: Corpus) -> Iterator[Limit]:
    """Every limit, by chapter and section, in the order of the files."""
    yield from in_order(corpus, corpus.of(Limit))
