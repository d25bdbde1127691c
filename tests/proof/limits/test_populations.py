"""How many cases several limits keep together, against cases counted one by one."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from guifan.language.kinds.limit import Limit, Population
from guifan.language.quantities import Percent, parse_quantity
from guifan.proof.limits.populations import cost, missed, rank, room
from guifan.temporal.duration import Duration, Unit

HOUR, DAY = Duration(1, Unit.HOUR), Duration(1, Unit.DAY)


def every(within: Duration = HOUR) -> Limit:
    return Limit.model_construct(id="every", within=within, population=Population.EVERY)


def share(percent: str | None) -> Limit:
    of = parse_quantity(percent) if percent else None
    assert of is None or isinstance(of, Percent)
    return Limit.model_construct(id="share", within=HOUR, population=Population.SHARE, share=of)


def mean(within: Duration = HOUR) -> Limit:
    return Limit.model_construct(id="mean", within=within, population=Population.MEAN)


def test_every_case_leaves_no_room_and_a_share_leaves_the_rest() -> None:
    assert room(every()) == 0
    assert room(share("85%")) == Fraction(15, 100)
    assert missed(share("99.5%")) == Fraction(1, 200)


def test_a_share_that_is_missing_or_beyond_all_says_no_more_than_it_can() -> None:
    assert missed(share(None)) is None
    assert missed(share("120%")) == 0


def test_two_of_ninety_percent_keep_eighty_and_not_eighty_one() -> None:
    together = sum((cost(share("80%"), share("90%")) or 0 for _ in range(2)), Fraction(0))
    asked, more = room(share("80%")), room(share("81%"))
    assert asked is not None
    assert more is not None
    assert more < together <= asked


def test_a_mean_is_composed_of_means_alone() -> None:
    """What no case may exceed is far above the mean: longer parts prove nothing against it."""
    assert cost(mean(), mean()) == 0
    assert cost(mean(), every()) is None
    assert cost(mean(), share("99%")) is None
    assert cost(every(), mean()) is None


def test_means_of_days_do_not_add() -> None:
    assert room(mean(DAY)) is None
    assert cost(mean(), mean(DAY)) is None
    assert cost(mean(), mean(Duration(1, Unit.WORKING_HOUR))) is None


def test_the_mean_comes_first_then_the_smaller_share_then_all() -> None:
    ranks = [rank(one) for one in (mean(), share("80%"), share("95%"), every())]
    assert ranks == sorted(ranks, key=lambda one: -2 if one is None else one)
    assert len(set(ranks)) == len(ranks)
    assert rank(share(None)) is None


@given(st.lists(st.sets(st.integers(0, 19)), min_size=1, max_size=4))
def test_no_cases_are_missed_beyond_the_union_bound(late: list[set[int]]) -> None:
    """Twenty cases; of each limit, those that it misses: its share is that of the others."""
    links = [share(f"{5 * (20 - len(one))}%") for one in late]
    lost = sum((missed(one) or 0 for one in links), Fraction(0))
    assert Fraction(len(set().union(*late)), 20) <= lost
