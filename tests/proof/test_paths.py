"""When a procedure ends at worst, against every one of its runs walked step by step."""

from __future__ import annotations

from datetime import date
from functools import cache
from math import inf
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guifan.language.kinds.procedure import Branch, Join, Lane, Parallel, Procedure, Repeat, Step
from guifan.language.quantities import parse_quantity
from guifan.proof.paths import Run
from guifan.temporal.advances import Advance, passing
from guifan.temporal.moments import Moment

START = Moment(date(2026, 3, 2), 0).point
STOP = Moment(date(2026, 3, 9), 0).point
FREE = passing(0, START, STOP)


def step(name: str, **more: Any) -> Step:
    return Step.model_construct(id=name, title=name, do=name, lane=Lane.BACKSTAGE, **more)


def procedure(*steps: Step) -> Procedure:
    return Procedure.model_construct(id="handling", steps=steps)


def repeat(to: str, times: int) -> Repeat:
    return Repeat(to=to, when="不接受", max=parse_quantity(f"{times} 次"))


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
