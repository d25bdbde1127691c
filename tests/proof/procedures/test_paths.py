"""When a procedure ends, against every one of its runs walked step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import count
from math import inf
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given
from hypothesis import strategies as st
from random_calendars import DURATIONS, calendar_of, years
from random_calendars import walked as counted

from guifan.language.kinds.procedure import Branch, Join, Lane, Parallel, Procedure, Repeat, Step
from guifan.language.quantities import Count, parse_quantity
from guifan.proof.procedures.paths import Run
from guifan.temporal.advances import Advance, advance, passing
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.moments import DAY, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    import clockwork

    from guifan.temporal.calendars import Calendar
    from guifan.temporal.duration import Duration

START = Moment(date(2026, 3, 2), 0).point
STOP = Moment(date(2026, 3, 9), 0).point
FREE = passing(0, START, STOP)
SHORT = date(2026, 4, 30)


def step(name: str, **more: Any) -> Step:
    return Step.model_construct(id=name, title=name, do=name, lane=Lane.BACKSTAGE, **more)


def procedure(*steps: Step) -> Procedure:
    return Procedure.model_construct(id="handling", steps=steps)


def times(text: str) -> Count:
    found = parse_quantity(text)
    assert isinstance(found, Count)
    return found


def repeat(to: str, most: int) -> Repeat:
    return Repeat(to=to, when="不接受", max=times(f"{most} 次"))


def minutes(**lengths: int) -> dict[str, Advance]:
    return {name: passing(length * 60, START, STOP) for name, length in lengths.items()}


def took(run: Run, first: str, last: str) -> int | None:
    """How many minutes from the start, beginning at midnight."""
    ends = run.latest_end(first, last)
    return None if ends is None else (ends(START) - START) // 60


def test_steps_in_order_add_up() -> None:
    run = Run(procedure(step("a"), step("b"), step("c")), minutes(a=10, b=5, c=1), FREE)
    assert took(run, "a", "c") == 16
    assert took(run, "b", "c") == 6


def test_the_longer_branch_counts_and_what_is_skipped_does_not() -> None:
    sort = step("sort", branches=(Branch(when="甲", to="quick"), Branch(when="乙", to="slow")))
    steps = (sort, step("quick", then="answer"), step("slow"), step("answer"))
    run = Run(procedure(*steps), minutes(sort=1, quick=2, slow=30, answer=3), FREE)
    assert took(run, "sort", "answer") == 34


def test_parallel_steps_take_as_long_as_the_longest() -> None:
    fork = step("fork", parallel=Parallel(steps=("left", "right"), join=Join.ALL, then="join"))
    steps = (fork, step("left"), step("right"), step("join"))
    run = Run(procedure(*steps), minutes(fork=1, left=20, right=7, join=2), FREE)
    assert took(run, "fork", "join") == 23


def test_what_is_repeated_counts_once_more_for_every_time() -> None:
    again = step("answer", repeat=repeat("check", 2))
    run = Run(procedure(step("record"), step("check"), again), minutes(check=10, answer=1), FREE)
    assert took(run, "record", "answer") == 33


def test_a_step_that_no_way_reaches_is_said_to_be_none() -> None:
    steps = (step("a", then="c"), step("b"), step("c"))
    assert took(Run(procedure(*steps), {}, FREE), "a", "b") is None


def test_loops_in_loops_are_worked_out_once_each() -> None:
    depth = 40
    steps = [step(f"s{at}") for at in range(depth)]
    steps += [step(f"e{at}", repeat=repeat(f"s{at}", 1)) for at in reversed(range(depth))]
    lengths = {f"s{depth - 1}": passing(0, START, STOP)}
    assert took(Run(procedure(*steps), lengths, FREE), "s0", "e0") == 0


def test_what_leaves_a_loop_halfway_leaves_it_after_the_last_time() -> None:
    check = step("check", branches=(Branch(when="齐", to="answer"), Branch(when="缺", to="ask")))
    ask = step("ask", repeat=repeat("check", 2), then="closed")
    run = Run(
        procedure(check, ask, step("closed", then="end"), step("answer"), step("end")),
        minutes(check=10, ask=5, answer=1),
        FREE,
    )
    # check, ask, check, ask, check, answer
    assert took(run, "check", "answer") == 41


@st.composite
def made(draw: st.DrawFn) -> tuple[Procedure, dict[str, int]]:
    """A procedure of up to seven steps with branches and jumps, whose loops lie in one another."""
    count = draw(st.integers(2, 7))
    names = [f"s{at}" for at in range(count)]
    heads: dict[int, int] = {}
    steps = []
    for at, name in enumerate(names):
        later = names[at + 1 :]
        more: dict[str, Any] = {}
        onward = draw(st.sampled_from(["branches", "then", "next"])) if later else "next"
        if onward == "branches":
            targets = draw(st.lists(st.sampled_from(later), min_size=1, max_size=3, unique=True))
            more["branches"] = tuple(Branch(when=to, to=to) for to in targets)
        elif onward == "then":
            more["then"] = draw(st.sampled_from(later))
        if draw(st.integers(0, 2)) == 0:
            head = draw(st.integers(0, at))
            if all(inner >= head or tail < head for tail, inner in heads.items()):
                heads[at] = head
                more["repeat"] = repeat(names[head], draw(st.integers(1, 3)))
        steps.append(step(name, **more))
    return procedure(*steps), {name: draw(st.integers(0, 60)) for name in names}


def walked(steps: tuple[Step, ...], lengths: dict[str, int]) -> int | None:
    """The longest of all runs to the last step, walked step by step.

    How often a step has gone back starts anew whenever a loop around it goes back.
    """
    index = {one.id: at for at, one in enumerate(steps)}

    @cache
    def longest(at: int, gone: tuple[int, ...]) -> float:
        """The longest way on from a step; ``gone`` says how often each step has gone back."""
        one = steps[at]
        ways = [0.0 if at == len(steps) - 1 else -inf]
        if one.repeat and gone[at] < int(one.repeat.max.magnitude):
            head = index[one.repeat.to]
            anew = [0 if head <= tail < at else times for tail, times in enumerate(gone)]
            anew[at] = gone[at] + 1
            ways.append(longest(head, tuple(anew)))
        if one.branches:
            targets = [index[branch.to] for branch in one.branches if branch.to]
        else:
            targets = [index[one.then] if one.then else at + 1]
        ways += [longest(target, gone) for target in targets if target < len(steps)]
        return lengths[one.id] + max(ways)

    found = longest(0, (0,) * len(steps))
    return None if found == -inf else int(found)


@given(made())
def test_the_worst_end_is_that_of_the_longest_run(case: tuple[Procedure, dict[str, int]]) -> None:
    handling, lengths = case
    run = Run(handling, minutes(**lengths), FREE)
    found = took(run, handling.steps[0].id, handling.steps[-1].id)
    assert found == walked(handling.steps, lengths)


def soonest(run: Run, first: str, last: str) -> int | None:
    ends = run.earliest_end(first, last)
    return None if ends is None else (ends(START) - START) // 60


def test_at_the_soonest_the_shorter_branch_counts_and_nothing_is_repeated() -> None:
    sort = step("sort", branches=(Branch(when="甲", to="quick"), Branch(when="乙", to="slow")))
    answer = step("answer", repeat=repeat("sort", 5))
    steps = (sort, step("quick", then="answer"), step("slow"), answer)
    run = Run(procedure(*steps), minutes(sort=1, quick=2, slow=30, answer=3), FREE)
    assert soonest(run, "sort", "answer") == 6


def test_a_joint_waits_for_the_latest_even_at_the_soonest() -> None:
    fork = step("fork", parallel=Parallel(steps=("left", "right"), join=Join.ALL, then="join"))
    steps = (fork, step("left"), step("right"), step("join"), step("end"))
    run = Run(procedure(*steps), minutes(fork=1, left=20, right=7, join=2, end=1), FREE)
    assert soonest(run, "fork", "join") == 23
    assert soonest(run, "fork", "end") == 24
    # What is within one branch does not wait for the others.
    assert soonest(run, "fork", "right") == 8
    assert soonest(run, "right", "end") == 10


def test_after_a_step_neither_it_nor_going_back_to_it_counts() -> None:
    again = step("answer", repeat=repeat("check", 2))
    run = Run(
        procedure(step("check"), step("plan"), again), minutes(check=10, plan=2, answer=1), FREE
    )
    latest, earliest = run.latest_after("check", "answer"), run.earliest_after("check", "answer")
    assert latest is not None
    assert (latest(START) - START) // 60 == 3
    assert earliest is not None
    assert (earliest(START) - START) // 60 == 3
    assert run.latest_after("answer", "check") is None
    assert run.earliest_after("answer", "check") is None


def test_after_a_fork_its_joint_still_waits_for_all() -> None:
    fork = step("fork", parallel=Parallel(steps=("left", "right"), join=Join.ALL, then="join"))
    run = Run(
        procedure(fork, step("left"), step("right"), step("join")),
        minutes(fork=1, left=20, right=7, join=2),
        FREE,
    )
    earliest = run.earliest_after("fork", "join")
    assert earliest is not None
    assert (earliest(START) - START) // 60 == 22


def test_a_run_is_over_where_it_stops() -> None:
    sort = step("sort", branches=(Branch(when="甲", to="told"), Branch(when="乙", to="slow")))
    steps = (sort, step("told", repeat=repeat("sort", 9)), step("slow", then="end"), step("end"))
    lengths = minutes(sort=1, told=50, slow=5, end=1)
    run = Run(procedure(*steps), lengths, FREE, frozenset({"told"}))
    assert took(run, "sort", "end") == 7
    assert soonest(run, "sort", "end") == 7
    assert took(run, "sort", "told") == 51


def test_a_way_back_that_nothing_bounds_is_not_gone() -> None:
    never = Repeat.model_construct(to="a", when="不接受", max=times("0 次"))
    onward = Repeat.model_construct(to="d", when="不接受", max=times("3 次"))
    nowhere = Repeat.model_construct(to="nowhere", when="不接受", max=times("3 次"))
    back = (Branch(when="甲", to="a"), Branch(when="乙", to="d"))
    steps = (
        step("a", repeat=nowhere),
        step("b", repeat=never),
        step("c", repeat=onward, branches=back),
        step("d"),
    )
    run = Run(procedure(*steps), minutes(a=1, b=1, c=1, d=1), FREE)
    assert took(run, "a", "d") == 4
    assert soonest(run, "a", "d") == 4


@dataclass(frozen=True)
class Plan:
    """Work put together as procedures do: in a row, as one of several, side by side, or again."""

    how: str
    parts: tuple[Plan, ...] = ()
    duration: Duration | None = None
    waits: bool = False
    times: int = 0

    def ends(self, year: clockwork.Year, start: Moment, *, soonest: bool) -> Moment:
        """When it ends at worst, or at the soonest, walked by the simulator's clock."""
        match self.how:
            case "does":
                assert self.duration is not None
                if soonest and not self.waits:
                    return start
                return Moment(*counted(year, start, self.duration))
            case "either":
                pick = min if soonest else max
                return pick(part.ends(year, start, soonest=soonest) for part in self.parts)
            case "both":
                return max(part.ends(year, start, soonest=soonest) for part in self.parts)
        for _ in range(1 if soonest else self.times + 1):
            for part in self.parts:
                start = part.ends(year, start, soonest=soonest)
        return start

    def steps(self, numbers: Iterator[int]) -> list[tuple[Step, Plan]]:
        """The steps of a procedure that says so, each with the plan of its own time."""
        if self.how == "does":
            return [(step(f"s{next(numbers)}"), self)]
        if self.how in ("row", "again"):
            row = [one for part in self.parts for one in part.steps(numbers)]
            if self.how == "row":
                return row
            tail = step(f"s{next(numbers)}", repeat=repeat(row[0][0].id, self.times))
            return [*row, (tail, NOTHING)]
        head, joint = f"s{next(numbers)}", f"s{next(numbers)}"
        ways = [part.steps(numbers) for part in self.parts]
        firsts = tuple(way[0][0].id for way in ways)
        if self.how == "either":
            more: dict[str, Any] = {"branches": tuple(Branch(when=to, to=to) for to in firsts)}
        else:
            more = {"parallel": Parallel(steps=firsts, join=Join.ALL, then=joint)}
        for way in ways:
            # The first step of a parallel branch comes to the joint by itself, unless it says more.
            first, plan = way[0]
            if len(way) > 1 and not (first.then or first.branches or first.parallel):
                way[0] = first.model_copy(update={"then": way[1][0].id}), plan
            if len(way) > 1 or self.how == "either":
                last, plan = way[-1]
                way[-1] = last.model_copy(update={"then": joint}), plan
        inner = [one for way in ways for one in way]
        return [(step(head, **more), NOTHING), *inner, (step(joint), NOTHING)]


NOTHING = Plan("row")
DOES = st.builds(Plan, st.just("does"), duration=DURATIONS, waits=st.booleans())


def larger(plans: st.SearchStrategy[Plan]) -> st.SearchStrategy[Plan]:
    some = st.lists(plans, min_size=1, max_size=3).map(tuple)
    put = st.builds(Plan, st.sampled_from(["row", "either", "both"]), some)
    return put | st.builds(Plan, st.just("again"), some, times=st.integers(1, 3))


PLANS = st.recursive(DOES, larger, max_leaves=6)


def taken(steps: list[tuple[Step, Plan]], calendar: Calendar) -> dict[str, Advance]:
    return {
        one.id: advance(calendar, plan.duration) for one, plan in steps if plan.duration is not None
    }


@given(years(), PLANS, st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_it_ends_where_its_slowest_and_its_quickest_run_walk_to(
    year: clockwork.Year, plan: Plan, shares: list[float]
) -> None:
    calendar = calendar_of(year, SHORT)
    steps = plan.steps(count())
    handling = procedure(*(one for one, _ in steps))
    free = passing(0, Moment(calendar.first, 0).point, Moment(calendar.last, DAY).point)
    first, last = steps[0][0].id, steps[-1][0].id
    try:
        latest = Run(handling, taken(steps, calendar), free).latest_end(first, last)
        waits = [(one, plan if plan.waits else replace(plan, duration=None)) for one, plan in steps]
        earliest = Run(handling, taken(waits, calendar), free).earliest_end(first, last)
    except OutOfHorizonError:
        assume(False)
    assert latest is not None
    assert earliest is not None
    for share in shares:
        for soonest, found in ((False, latest), (True, earliest)):
            point = found.start + int(share * (found.stop - found.start))
            walked_to = plan.ends(year, Moment.at(point), soonest=soonest)
            assert walked_to == Moment.at(found(point))
