"""Which post leads to which: whom it reports to, who decides beyond its limits, who is told next.

Each way leads to a post that ranks higher; so none can lead round in a circle, and from the highest
post none leads on. What does not is put down to as few causes as possible.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from guifan.corpus.graph import Corpus
from guifan.findings import Place
from guifan.language.kinds.escalation import Escalation
from guifan.language.kinds.role import Role

REPORTS = "reports_to"
LADDER = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """From one post to the next.

    Args:
        lower: from whom.
        upper: to whom.
        place: where it is written.
        line: ``REPORTS``, the id of a matter beyond whose limit it leads, or ``LADDER``.
    """

    lower: Role
    upper: Role
    place: Place
    line: str

    @property
    def rises(self) -> bool:
        """Whether it leads to a higher rank."""
        return self.upper.rank > self.lower.rank


@dataclass(frozen=True, slots=True)
class Cause:
    """Why leads do not rise.

    Args:
        leads: those that do not, the one to speak of first.
        circle: the posts through which the lead comes back to where it started.
        role: the post whose rank fits none of several others.
    """

    leads: tuple[Lead, ...]
    circle: tuple[Role, ...] = ()
    role: Role | None = None


def leads(corpus: Corpus) -> tuple[Lead, ...]:
    """Every lead between two posts that are there: of posts first, then of ladders."""
    return (*_posted(corpus), *_laddered(corpus))


def _posted(corpus: Corpus) -> Iterator[Lead]:
    for role in corpus.of(Role):
        boss = corpus.one(Role, role.reports_to)
        if boss is not None:
            yield Lead(role, boss, Place(role.id, ("reports_to",)), REPORTS)
        for at, authority in enumerate(role.authority):
            beyond = corpus.one(Role, authority.beyond)
            if beyond is not None:
                place = Place(role.id, ("authority", at, "beyond"))
                yield Lead(role, beyond, place, f"beyond {authority.id}")


def _laddered(corpus: Corpus) -> Iterator[Lead]:
    for ladder in corpus.of(Escalation):
        known = [(at, corpus.one(Role, rung.to)) for at, rung in enumerate(ladder.rungs)]
        posts = [(at, role) for at, role in known if role is not None]
        for (_, lower), (at, upper) in pairwise(posts):
            yield Lead(lower, upper, Place(ladder.id, ("rungs", at, "to")), LADDER)


def causes(all_leads: tuple[Lead, ...]) -> Iterator[Cause]:
    """The causes of all leads that do not rise: circles, then single ranks, then single leads."""
    left = [lead for lead in all_leads if not lead.rises]
    onward = {(lead.line, lead.lower.id): lead.upper for lead in reversed(all_leads) if lead.line}
    for lead in tuple(left):
        circle = _circle(lead, onward) if lead in left and lead.line else ()
        if circle:
            within = {(one.id, other.id) for one, other in pairwise((*circle, circle[0]))}
            yield Cause(_taken(left, lead, within), circle)
    while role := _common(left):
        mine = {_pair(lead) for lead in left if role.id in _pair(lead)}
        first = next(lead for lead in left if _pair(lead) in mine)
        yield Cause(_taken(left, first, mine), role=role)
    while left:
        first = left[0]
        # Two ladders may each be wrong; what a ladder has from the posts themselves is not.
        alone = first.line == LADDER
        yield Cause((left.pop(0),) if alone else _taken(left, first, {_pair(first)}))


def _pair(lead: Lead) -> tuple[str, str]:
    return lead.lower.id, lead.upper.id


def _taken(left: list[Lead], first: Lead, pairs: set[tuple[str, str]]) -> tuple[Lead, ...]:
    """Take the leads between these posts out of what is left."""
    others = [lead for lead in left if _pair(lead) in pairs and lead is not first]
    left[:] = [lead for lead in left if lead is not first and _pair(lead) not in pairs]
    return (first, *others)


def _circle(lead: Lead, onward: dict[tuple[str, str], Role]) -> tuple[Role, ...]:
    """The posts from where a lead starts back to it, along its own line; empty where it ends."""
    passed = [lead.lower]
    role: Role | None = lead.upper
    while role is not None and role not in passed:
        passed.append(role)
        role = onward.get((lead.line, role.id))
    return tuple(passed) if role is not None and role.id == lead.lower.id else ()


def _common(left: list[Lead]) -> Role | None:
    """The post that stands in most of the pairs that do not rise, if it stands in several.

    Where all of them are of one ladder, it is the ladder's order that is wrong, not a rank.
    """
    pairs = {_pair(lead): lead for lead in left if lead.lower.id != lead.upper.id}
    times = Counter(name for pair in pairs for name in pair)
    for name, many in times.most_common():
        mine = [lead for lead in left if name in _pair(lead)]
        ladders = {lead.place.item for lead in mine if lead.line == LADDER}
        is_one_ladder = len(ladders) == 1 and all(lead.line == LADDER for lead in mine)
        if many > 1 and not is_one_ladder:
            return next(role for one in mine for role in (one.lower, one.upper) if role.id == name)
    return None
