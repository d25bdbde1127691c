"""Limits in a row, each starting where the one before it stops, against one limit for it all.

Every link takes as long as it may, by its own calendar. Deadlines are monotone functions of their
start, so that the latest end of any chain is found event by event: no chain is listed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from graphlib import TopologicalSorter
from typing import NamedTuple

from guifan.language.kinds.limit import Scope
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.limits.bounds import Leg, binding, lasting
from guifan.proof.limits.order import Order
from guifan.proof.limits.populations import cost, rank, room
from guifan.proof.scopes import alike, common
from guifan.temporal.advances import Advance
from guifan.temporal.calendars import OutOfHorizonError


class Link(NamedTuple):
    """A limit in a chain.

    Args:
        leg: between which events it stands.
        lasts: how far it carries every start.
        costs: the share of the cases that it misses.
    """

    leg: Leg
    lasts: Advance
    costs: Fraction


class Reached(NamedTuple):
    """How far chains have come.

    Args:
        event: to which.
        missed: the share of the cases that their links miss together.
    """

    event: str
    missed: Fraction


@dataclass(frozen=True)
class Chained:
    """A limit with the chains of limits that lead from its start to its stop.

    Args:
        asked: the limit for it all.
        whole: how far it carries every start.
        room: the share of the cases that the links may miss together.
        links: by the event at which they start; no chain of them comes round to where it was.
    """

    asked: Leg
    whole: Advance
    room: Fraction
    links: Mapping[str, tuple[Link, ...]]

    @cached_property
    def latest_end(self) -> Advance | None:
        """When any of the chains ends at worst; None where none leads there.

        Nor where one is longer than the calendars: its end could not be told.
        """
        try:
            return self._composed()
        except OutOfHorizonError:
            return None

    def _composed(self) -> Advance | None:
        ends = {Reached(self.asked.start, Fraction(0)): self.whole.repeated(0)}
        for before, link, after in self._onward():
            if before in ends:
                end = ends[before].then(link.lasts)
                ends[after] = end.or_later(ends[after]) if after in ends else end
        latest = None
        for reached, end in ends.items():
            if reached.event == self.asked.stop:
                latest = end if latest is None else latest.or_later(end)
        return latest

    def worst(self, start: int) -> tuple[Leg, ...]:
        """The links of the chain that ends latest from a start."""
        ends: dict[Reached, tuple[int, tuple[Leg, ...]]]
        ends = {Reached(self.asked.start, Fraction(0)): (start, ())}
        for before, link, after in self._onward():
            # What never comes to the stop may run out of the calendars.
            if before in ends and ends[before][0] <= link.lasts.stop:
                point, links = ends[before]
                end = link.lasts(point)
                if after not in ends or ends[after][0] < end:
                    ends[after] = end, (*links, link.leg)
        at_stop = (ends[one] for one in ends if one.event == self.asked.stop)
        return max(at_stop, key=lambda one: one[0])[1]

    def _onward(self) -> Iterator[tuple[Reached, Link, Reached]]:
        """Every link from every share missed so far, those before a link before it."""
        sorter: TopologicalSorter[str] = TopologicalSorter()
        for event, links in self.links.items():
            for link in links:
                sorter.add(link.leg.stop, event)
        missed: dict[str, set[Fraction]] = {self.asked.start: {Fraction(0)}}
        for event in sorter.static_order():
            for link in self.links.get(event, ()):
                for share in sorted(missed.get(event, ())):
                    if share + link.costs <= self.room:
                        missed.setdefault(link.leg.stop, set()).add(share + link.costs)
                        yield (
                            Reached(event, share),
                            link,
                            Reached(link.leg.stop, share + link.costs),
                        )


@dataclass(frozen=True)
class Chains:
    """The limits of a corpus, to be put in rows.

    Args:
        clocks: the manual's calendars.
        limits: all those between two events.
        order: of the events; what goes in a circle is in no chain.
    """

    clocks: Clocks
    limits: tuple[Leg, ...]
    order: Order

    def under(self, asked: Leg) -> Iterator[Chained]:
        """The chains for all cases of a limit, then those for some of them only."""
        whole, share = lasting(self.clocks, asked.limit), room(asked.limit)
        if whole is None or share is None:
            return
        between = [one for one in self._ahead(asked) if self._lies_within(one, asked)]
        if not between:
            return
        twins = [one for one in self._starting[asked.start] if _twins(one, asked)]
        for scope in _scopes(asked, between):
            if asked in binding(twins, scope):
                links: dict[str, list[Link]] = {}
                for link in self._links(asked, between, scope):
                    links.setdefault(link.leg.start, []).append(link)
                found = Chained(
                    asked, whole, share, {name: tuple(ones) for name, ones in links.items()}
                )
                if found.latest_end is not None:
                    yield found

    @cached_property
    def _starting(self) -> Mapping[str, tuple[Leg, ...]]:
        """The limits by the event at which they start."""
        found: dict[str, list[Leg]] = {}
        for one in self.limits:
            found.setdefault(one.start, []).append(one)
        return {name: tuple(ones) for name, ones in found.items()}

    def _ahead(self, asked: Leg) -> Iterator[Leg]:
        """The limits that start with another or after it, in the order of the corpus."""
        events = {asked.start, *self.order.after(asked.start)}
        ones = (one for event in events for one in self._starting.get(event, ()))
        return iter(sorted(ones, key=lambda one: self._places[one.limit.id]))

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {one.limit.id: place for place, one in enumerate(self.limits)}

    def _lies_within(self, one: Leg, asked: Leg) -> bool:
        """Whether it may be a link: neither of its events lies outside the limit's two."""
        return (
            (one.start, one.stop) != (asked.start, asked.stop)
            and self.order.before(one.start, one.stop)
            and (one.start == asked.start or self.order.before(asked.start, one.start))
            and (one.stop == asked.stop or self.order.before(one.stop, asked.stop))
        )

    def _links(self, asked: Leg, between: list[Leg], scope: Scope | None) -> Iterator[Link]:
        """The limits that bind the cases of a scope and say something of what is asked.

        Of several between the same events the one for the fewest cases: the others are no quicker,
        so that where it is late they are.
        """
        usable: dict[tuple[str, str], list[tuple[Fraction, Link]]] = {}
        for one in between:
            costs, place = cost(asked.limit, one.limit), rank(one.limit)
            lasts = lasting(self.clocks, one.limit)
            if costs is None or place is None or lasts is None:
                continue
            if one in binding((other for other in between if _twins(other, one)), scope):
                ones = usable.setdefault((one.start, one.stop), [])
                ones.append((place, Link(one, lasts, costs)))
        for ones in usable.values():
            lowest = min(place for place, _ in ones)
            yield from (link for place, link in ones if place == lowest)


def _twins(one: Leg, other: Leg) -> bool:
    """Whether two limits stand between the same events, for the same population."""
    same_events = (one.start, one.stop) == (other.start, other.stop)
    return same_events and (one.limit.population, one.limit.share) == (
        other.limit.population,
        other.limit.share,
    )


def _scopes(asked: Leg, between: list[Leg]) -> Iterator[Scope | None]:
    """The scope of a limit, then each that other limits name for some of its cases.

    Two may name some of its cases each, and only together those that both are for.
    """
    told = [asked.limit.applies]
    for one in between:
        for known in tuple(told):
            both = common(known, one.limit.applies)
            if both is not None and not any(alike(both.scope, other) for other in told):
                told.append(both.scope)
    yield from told
