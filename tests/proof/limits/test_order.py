"""Which event comes before which, against every way walked one by one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from guifan.corpus.graph import Corpus
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Branch, Join, Lane, Parallel, Procedure, Repeat, Step
from guifan.language.quantities import parse_quantity
from guifan.proof.limits.order import order
from guifan.temporal.duration import Duration, Unit

if TYPE_CHECKING:
    from guifan.language.model import Item

NAMES = "abcdef"


def corpus(*items: Item) -> Corpus:
    entries: dict[str, Any] = {item.id: SimpleNamespace(item=item) for item in items}
    for name in NAMES:
        entries[name] = SimpleNamespace(item=Event.model_construct(id=name, title=name))
    return Corpus(entries)


def limit(start: str, stop: str) -> Limit:
    hour = Duration(1, Unit.HOUR)
    name = f"{start}-{stop}"
    return Limit.model_construct(id=name, title=name, within=hour, from_=start, to=stop)


def step(name: str, **more: Any) -> Step:
    """A step that ends with the event of its own name."""
    return Step.model_construct(
        id=name, title=name, do=name, lane=Lane.BACKSTAGE, **{"ends": name, **more}
    )


def procedure(*steps: Step) -> Procedure:
    return Procedure.model_construct(id="handling", steps=steps)


def test_what_a_later_step_ends_comes_later() -> None:
    found = order(corpus(procedure(step("a"), step("b", ends=None), step("c"))))
    assert found.before("a", "c")
    assert not found.before("c", "a")
    assert not found.before("a", "a")


def test_branches_and_parallel_steps_are_not_before_one_another() -> None:
    fork = step("a", parallel=Parallel(steps=("b", "c"), join=Join.ALL, then="d"))
    sort = step("d", branches=(Branch(when="甲", to="e"), Branch(when="乙", to="f")))
    found = order(corpus(procedure(fork, step("b"), step("c"), sort, step("e"), step("f"))))
    assert found.before("a", "b")
    assert found.before("b", "d")
    assert found.before("c", "f")
    assert not found.before("b", "c")
    assert not found.before("c", "b")


def test_going_back_turns_nothing_round() -> None:
    again = Repeat(to="a", when="不接受", max=parse_quantity("2 次"))
    found = order(corpus(procedure(step("a"), step("b", repeat=again), step("c", then="a"))))
    assert found.before("a", "b")
    assert found.before("b", "c")


def test_limits_go_on_where_steps_stop() -> None:
    found = order(corpus(procedure(step("a"), step("b")), limit("b", "c"), limit("c", "d")))
    assert found.before("a", "d")


def test_events_that_go_in_a_circle_are_not_ordered() -> None:
    items = (limit("a", "b"), limit("b", "c"), limit("c", "a"), limit("c", "d"))
    found = order(corpus(*items))
    assert not found.before("a", "b")
    assert not found.before("b", "a")
    assert found.before("a", "d")


def test_events_that_are_not_there_are_left_out() -> None:
    nowhere = (limit("a", "unknown"), limit("unknown", "b"))
    steps = procedure(step("c", ends="unknown", then="unknown"), step("d"))
    assert not order(corpus(*nowhere, steps)).before("a", "b")


@given(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=14))
def test_the_order_is_that_of_the_ways_there_and_not_back(ways: set[tuple[str, str]]) -> None:
    found = order(corpus(*(limit(start, stop) for start, stop in ways if start != stop)))
    leads = {pair for pair in ways if pair[0] != pair[1]}
    for _ in NAMES:
        leads |= {(one, last) for one, middle in leads for again, last in leads if again == middle}
    for one in NAMES:
        for other in NAMES:
            there, back = (one, other) in leads, (other, one) in leads
            assert found.before(one, other) == (there and not back)
