"""Limits in a row: against every chain listed one by one, and over the National Day holiday."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.corpus.graph import Corpus
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Bound, Limit, Population, Scope
from guifan.language.quantities import Percent, parse_quantity
from guifan.proof.calendar.clocks import Clocks, clocks_of
from guifan.proof.limits.bounds import Leg, legs
from guifan.proof.limits.chains import Chained, Chains
from guifan.proof.limits.order import order
from guifan.publish.folder import open_folder
from guifan.temporal.duration import Duration, Unit
from guifan.temporal.moments import Moment

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "abcdef"
MONDAY = Moment(date(2026, 3, 2), 9 * 3600).point


@pytest.fixture(scope="module")
def clocks(manual_root: Path) -> Clocks:
    found = clocks_of(open_folder(manual_root).corpus, date(2026, 6, 1))
    assert found is not None
    return found


def limit(start: str, stop: str, within: Duration, **more: Any) -> Limit:
    told: dict[str, Any] = {"bound": Bound.AT_MOST, "population": Population.EVERY, "applies": None}
    told |= {"calendar": "office", "share": None, "title": f"{start}{stop}"}
    name = more.pop("name", f"{start}-{stop}")
    return Limit.model_construct(id=name, within=within, from_=start, to=stop, **(told | more))


def minutes(start: str, stop: str, many: int, **more: Any) -> Limit:
    return limit(start, stop, Duration(many, Unit.MINUTE), **more)


def share(percent: str) -> dict[str, Any]:
    of = parse_quantity(percent)
    assert isinstance(of, Percent)
    return {"population": Population.SHARE, "share": of}


def chains(clocks: Clocks, *limits: Limit) -> list[Chained]:
    """The chains under the first of some limits."""
    entries: dict[str, Any] = {one.id: SimpleNamespace(item=one) for one in limits}
    for name in NAMES:
        entries[name] = SimpleNamespace(item=Event.model_construct(id=name, title=name))
    corpus = Corpus(entries)
    found = legs(corpus)
    return list(Chains(clocks, found, order(corpus)).under(found[0]))


def took(one: Chained, start: int = MONDAY) -> int:
    """How many minutes the latest of the chains takes on a Monday."""
    assert one.latest_end is not None
    return (one.latest_end(start) - start) // 60


def names(links: tuple[Leg, ...]) -> list[str]:
    return [one.limit.id for one in links]


def test_links_add_up_and_the_longest_chain_counts(clocks: Clocks) -> None:
    links = [minutes("a", "b", 10), minutes("b", "f", 5), minutes("a", "c", 3)]
    links += [minutes("c", "d", 4), minutes("d", "f", 9)]
    (one,) = chains(clocks, minutes("a", "f", 60), *links)
    assert took(one) == 16
    assert names(one.worst(MONDAY)) == ["a-c", "c-d", "d-f"]


def test_a_limit_from_end_to_end_is_no_chain(clocks: Clocks) -> None:
    assert chains(clocks, minutes("a", "f", 60), minutes("a", "f", 90, name="other")) == []


def test_what_goes_in_a_circle_is_left_out(clocks: Clocks) -> None:
    links = [minutes("a", "b", 10), minutes("b", "f", 5)]
    circle = [minutes("b", "c", 30), minutes("c", "b", 30)]
    (one,) = chains(clocks, minutes("a", "f", 60), *links, *circle)
    assert took(one) == 15


def test_what_leads_past_the_stop_is_left_out(clocks: Clocks) -> None:
    links = [minutes("a", "b", 10), minutes("b", "f", 5), minutes("f", "c", 90)]
    (one,) = chains(clocks, minutes("a", "f", 60), *links)
    assert took(one) == 15


def test_two_days_and_three_are_five_over_the_national_day(clocks: Clocks) -> None:
    days = {("a", "f"): 5, ("a", "b"): 2, ("b", "f"): 3}
    limits = (limit(*pair, Duration(many, Unit.WORKING_DAY)) for pair, many in days.items())
    (one,) = chains(clocks, *limits)
    assert one.latest_end is not None
    received = Moment(date(2026, 9, 23), 9 * 3600).point
    assert Moment.at(one.latest_end(received)).day == date(2026, 10, 8)
    assert one.latest_end(received) == one.whole(received)


def test_each_link_runs_by_its_own_calendar(clocks: Clocks) -> None:
    links = [
        limit("a", "b", Duration(1, Unit.DAY), calendar="duty"),
        limit("b", "f", Duration(1, Unit.WORKING_DAY)),
    ]
    (one,) = chains(clocks, limit("a", "f", Duration(1, Unit.WORKING_DAY)), *links)
    assert one.latest_end is not None
    # The last Wednesday before the holiday of 1 to 7 October: a day later it is open nowhere.
    ended = Moment.at(one.latest_end(Moment(date(2026, 9, 30), 9 * 3600).point))
    assert ended.day == date(2026, 10, 8)


def test_a_link_for_fewer_cases_takes_the_general_ones_place(clocks: Clocks) -> None:
    some = Scope(complaints=("escalated",))
    links = [minutes("a", "b", 50), minutes("b", "f", 5)]
    quick = minutes("a", "b", 1, applies=some, name="quick")
    general, special = chains(clocks, minutes("a", "f", 60), *links, quick)
    assert (took(general), took(special)) == (55, 6)


def test_links_of_cases_outside_the_limits_are_none(clocks: Clocks) -> None:
    asked = minutes("a", "f", 60, applies=Scope(channels=("hotline",)))
    other = Scope(channels=("shop",))
    assert chains(clocks, asked, minutes("a", "b", 50, applies=other), minutes("b", "f", 5)) == []


def test_shares_compose_as_far_as_the_union_bound(clocks: Clocks) -> None:
    links = [minutes("a", "b", 10, **share("95%")), minutes("b", "f", 5, **share("95%"))]
    (one,) = chains(clocks, minutes("a", "f", 60, **share("90%")), *links)
    assert took(one) == 15
    assert chains(clocks, minutes("a", "f", 60, **share("91%")), *links) == []
    assert chains(clocks, minutes("a", "f", 60), *links) == []


def test_of_links_for_a_share_and_for_all_the_shorter_proves_it(clocks: Clocks) -> None:
    links = [minutes("a", "b", 90, name="all"), minutes("a", "b", 10, **share("95%"))]
    (one,) = chains(clocks, minutes("a", "f", 60, **share("90%")), *links, minutes("b", "f", 5))
    assert took(one) == 15


def test_means_of_elapsed_time_add(clocks: Clocks) -> None:
    mean = {"population": Population.MEAN}
    links = [minutes("a", "b", 10, **mean), minutes("b", "f", 5, **mean)]
    (one,) = chains(clocks, minutes("a", "f", 60, **mean), *links)
    assert took(one) == 15
    longest = [minutes("a", "b", 50), minutes("b", "f", 40)]
    assert chains(clocks, minutes("a", "f", 60, **mean), *longest) == []
    days = limit("a", "f", Duration(1, Unit.DAY), **mean)
    assert chains(clocks, days, *links) == []


def test_a_calendar_that_is_not_there_makes_no_chain(clocks: Clocks) -> None:
    lost = limit("a", "b", Duration(1, Unit.WORKING_DAY), calendar="unknown")
    assert chains(clocks, minutes("a", "f", 60), lost, minutes("b", "f", 5)) == []


@given(
    edges=st.dictionaries(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)),
        st.integers(1, 60),
        max_size=12,
    )
)
def test_the_latest_end_is_that_of_the_longest_chain(
    clocks: Clocks, edges: dict[tuple[str, str], int]
) -> None:
    lengths = {pair: many for pair, many in edges.items() if pair[0] != pair[1]}
    lengths.pop(("a", "f"), None)
    links = [minutes(*pair, many) for pair, many in lengths.items()]
    found = chains(clocks, minutes("a", "f", 600), *links)
    expected = longest_chain(lengths)
    assert [took(one) for one in found] == ([] if expected is None else [expected])
    for one in found:
        worst = names(one.worst(MONDAY))
        assert sum(lengths[name[0], name[-1]] for name in worst) == expected
        assert all(before[-1] == after[0] for before, after in pairwise(worst))


def longest_chain(lengths: dict[tuple[str, str], int]) -> int | None:
    """The longest of all chains from a to f, listed; a link from which one comes back is none."""
    edges = {*lengths, ("a", "f")}

    def reaches(one: str, other: str, passed: frozenset[str] = frozenset()) -> bool:
        onward = {last for first, last in edges if first == one} - passed
        return other in onward or any(reaches(name, other, passed | onward) for name in onward)

    straight = {pair: many for pair, many in lengths.items() if not reaches(pair[1], pair[0])}

    def beyond(event: str) -> list[int]:
        if event == "f":
            return [0]
        return [
            many + rest
            for (first, last), many in straight.items()
            if first == event
            for rest in beyond(last)
        ]

    # Where a and f themselves lie in a circle, neither comes first.
    return max(beyond("a"), default=None) if not reaches("f", "a") else None


def test_a_share_of_a_chain_is_never_rounded(clocks: Clocks) -> None:
    thirds = [minutes("a", "b", 1, **share("99.9%")), minutes("b", "c", 1, **share("99.9%"))]
    thirds += [minutes("c", "f", 1, **share("99.9%"))]
    (one,) = chains(clocks, minutes("a", "f", 60, **share("99.7%")), *thirds)
    assert one.room == Fraction(3, 1000)
    assert took(one) == 3
