"""Who has to be there at which hours: for a channel's customers, an emergency, a procedure's step.

What a channel promises is kept by the posts that take its requests, at work. An emergency may come
at any minute. A step counted in elapsed time may begin whenever the one before it ends, and begins
with the customers of a channel; one counted in working time ends in working hours; one that names
its own channels begins, and as a customer's ends, while these are open. Somebody who is on call, or
who stands in for the post, is enough there. A corpus without rotas says nothing of when anybody is
there, so nothing is asked of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from guifan.language.kinds.channel import Channel, Medium
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.procedure import Lane, Procedure, Step
from guifan.language.kinds.role import Role
from guifan.language.kinds.rota import Rota
from guifan.language.nodes import Path
from guifan.language.quantities import Duration
from guifan.proof.lengths import cap
from guifan.proof.people.cover import ALWAYS, NEVER, Cover, Times, staffing, times
from guifan.proof.procedures.paths import ways
from guifan.temporal.duration import Dimension

MINUTE = 60
"""Seconds."""

_WORKING = (Dimension.WORKING_SECONDS, Dimension.WORKING_DAYS)


@dataclass(frozen=True, slots=True)
class Staffed:
    """A channel with people, and the posts that take requests there.

    Args:
        channel: the channel.
        rotas: those that keep it.
        posts: each of which has to be at work while it is open; with ``together`` one of them.
        together: whether any of them will do, as no post is said to take the requests.
    """

    channel: Channel
    rotas: tuple[Rota, ...]
    posts: tuple[str, ...]
    together: bool

    @property
    def gap(self) -> Times:
        """When it is open and somebody is missing."""
        hours = times(self.channel.hours)
        if self.together:
            return hours - staffing(self.rotas, self.posts)
        return reduce(or_, (self.missing(post) for post in self.posts), NEVER)

    def missing(self, post: str) -> Times:
        """When it is open and a post is not at work."""
        return times(self.channel.hours) - staffing(self.rotas, (post,))


def staffed(cover: Cover) -> Iterator[Staffed]:
    """Every channel that people serve, where there are rotas."""
    if not cover.rotas:
        return
    for channel in cover.corpus.of(Channel):
        taking = _known(cover, dict.fromkeys(one.by for one in channel.intake))
        staff = _known(cover, channel.staffed_by)
        if channel.medium is Medium.SELF_SERVICE or not (taking or staff):
            continue
        serving = tuple(post for post in taking if post in staff)
        rotas = tuple(
            one for one in cover.rotas if one.id == channel.rota or channel.id in one.channels
        )
        posts = serving or staff or taking
        yield Staffed(channel, rotas, posts, together=not serving)


def _known(cover: Cover, posts: Iterable[str]) -> tuple[str, ...]:
    """The posts that there are; of the others R01 says that nobody knows them."""
    return tuple(post for post in posts if cover.corpus.one(Role, post) is not None)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A place that says who acts, and the hours at which that may have to be.

    Args:
        item: the id of the playbook or procedure.
        path: of the post in it.
        title: what is done, as it is written there.
        posts: the post, and whom the place itself names to stand in.
        hours: when it may begin.
        within: how soon it has to be done, in minutes; None for at once.
    """

    item: str
    path: Path
    title: str
    posts: tuple[str, ...]
    hours: Times
    within: Duration | None = None

    def gap(self, cover: Cover) -> Times:
        """The starts from which nobody comes in time."""
        minutes = int(self.within.magnitude) // MINUTE if self.within else 0
        return self.hours - cover.in_time(self.posts, minutes)


def in_emergencies(cover: Cover) -> Iterator[Awaited]:
    """What a playbook asks of a post in the first hour, and whom it calls: at any minute."""
    if not cover.rotas:
        return
    for book in cover.corpus.of(Playbook):
        for at, action in enumerate(book.first_hour):
            who = _known(cover, (action.accountable,))
            if who and (action.at is None or action.at.dimension is Dimension.SECONDS):
                path: Path = ("first_hour", at, "accountable")
                yield Awaited(book.id, path, action.do, who, ALWAYS, action.at)
        for at, one in enumerate(book.contacts):
            path = ("contacts", at, "role")
            if _known(cover, (one.role,)):
                yield Awaited(book.id, path, one.tells, (one.role, one.backup), ALWAYS)


def unattended(cover: Cover) -> frozenset[str]:
    """The posts that an emergency asks for at hours when nobody comes: told once, there."""
    return frozenset(one.posts[0] for one in in_emergencies(cover) if one.gap(cover))


def in_procedures(cover: Cover) -> Iterator[Awaited]:
    """The steps that a post has to do within so many seconds, minutes or hours on the wall."""
    if not cover.rotas:
        return
    for procedure in cover.corpus.of(Procedure):
        begins = _begins(cover, procedure)
        for at, step in enumerate(procedure.steps):
            length, _ = _length(cover, procedure, step)
            elapsed = length is not None and length.dimension is Dimension.SECONDS
            who = _known(cover, (step.by,) if step.by else ())
            if who and elapsed and step.id in begins:
                path = ("steps", at, "by")
                yield Awaited(procedure.id, path, step.title, who, begins[step.id], length)


def _begins(cover: Cover, procedure: Procedure) -> Mapping[str, Times]:
    """When each step may begin: the first with the customers, the others when one before ends."""
    if not procedure.steps:
        return {}
    steps = {step.id: step for step in procedure.steps}
    first = procedure.steps[0]
    found = {first.id: _open(cover, procedure.stands_on(first)) or _open(cover, ())}
    after = {name: _ended(cover, procedure, step) for name, step in steps.items()}
    onward = [way for way in ways(procedure) if way.target in steps]
    changed = True
    while changed:
        changed = False
        for way in onward:
            if way.source not in found:
                continue
            ended = after[way.source]
            comes = found[way.source] if ended is None else ended
            more = found.get(way.target, NEVER) | _received(cover, steps[way.target], comes)
            if more != found.get(way.target):
                found[way.target] = more
                changed = True
    return found


def _open(cover: Cover, channels: tuple[str, ...]) -> Times:
    """The hours of the channels that are named and known; of all where none is named."""
    if not channels:
        return cover.ever_open
    return reduce(or_, map(cover.open, cover.corpus.some(Channel, channels)), NEVER)


def _received(cover: Cover, step: Step, comes: Times) -> Times:
    """When a step may begin that a case comes to at some times.

    One with channels of its own begins while these are open; what comes while they are closed
    waits for the next opening, which may be any of them.
    """
    hours = _open(cover, step.channels)
    if not step.channels or not hours:
        return comes
    openings = Times(tuple((start, start + 1) for start, _ in hours.spans))
    return (comes & hours) | (openings if comes - hours else NEVER)


def _ended(cover: Cover, procedure: Procedure, step: Step) -> Times | None:
    """The hours in which a step ends; None where it ends when it may.

    A step of the customer ends on its own channels, one counted in working time in working hours.
    """
    if step.lane is Lane.CUSTOMER and step.channels:
        return _open(cover, step.channels) or None
    length, calendar = _length(cover, procedure, step)
    if length is None or length.dimension not in _WORKING:
        return None
    hours = cover.counted(calendar)
    return cover.office if hours is None else hours


def _length(cover: Cover, procedure: Procedure, step: Step) -> tuple[Duration | None, str | None]:
    """How long a step may take, and by which calendar."""
    limit = cover.corpus.one(Limit, step.limit)
    if limit is not None and limit.within is not None:
        return limit.within, limit.calendar
    promise = cover.corpus.one(Limit, procedure.promise)
    calendar = promise.calendar if promise else None
    customers = cap(cover.corpus, step)
    if step.within is not None or customers is None:
        return step.within, calendar
    by = customers.limit.calendar if customers.limit else None
    return customers.time, by or calendar
