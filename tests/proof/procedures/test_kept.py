"""Clocks over the steps of procedures, against every way through them walked by test code."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guifan.checks.examples import run_example
from guifan.findings import Example, Wording
from guifan.language.kinds.procedure import Branch, Lane, Procedure, Step
from guifan.proof.procedures.paths import Run
from guifan.proof.procedures.stretches import Stretch, between
from guifan.temporal.advances import passing
from guifan.temporal.moments import Moment

START = Moment(date(2026, 3, 2), 0).point
STOP = Moment(date(2026, 3, 9), 0).point
FREE = passing(0, START, STOP)


@st.composite
def made(draw: st.DrawFn) -> tuple[Procedure, dict[str, int]]:
    """A procedure of up to seven steps whose ways lead onward, with events x and y."""
    names = [f"s{at}" for at in range(draw(st.integers(2, 7)))]
    steps = []
    for at, name in enumerate(names):
        later = names[at + 1 :]
        more: dict[str, Any] = {"ends": draw(st.sampled_from([None, "x", "y"]))}
        match draw(st.sampled_from(["branches", "then", "next"])) if later else "next":
            case "branches":
                some = st.lists(st.sampled_from(later), min_size=1, max_size=3, unique=True)
                more["branches"] = tuple(Branch(when=to, to=to) for to in draw(some))
            case "then":
                more["then"] = draw(st.sampled_from(later))
        more |= {"title": name, "do": name, "lane": Lane.BACKSTAGE}
        steps.append(Step.model_construct(id=name, **more))
    starts = draw(st.sampled_from([None, "x"]))
    handling = Procedure.model_construct(id="handling", steps=tuple(steps), starts=starts)
    return handling, {name: draw(st.integers(0, 60)) for name in names}


def walked(handling: Procedure, lengths: dict[str, int]) -> set[int]:
    """What the clock from x to y shows when it stops, on every way from every step."""
    steps = {step.id: step for step in handling.steps}
    order = list(steps)
    shown: set[int] = set()

    def walk(name: str, clock: int | None) -> None:
        step = steps[name]
        clock = None if clock is None else clock + lengths[name]
        if step.ends == "x":
            clock = 0
        if step.ends == "y":
            shown.update(() if clock is None else (clock,))
            clock = None
        onward = [one.to for one in step.branches if one.to] or [
            step.then or "".join(order[order.index(name) + 1 :][:1])
        ]
        for target in filter(None, onward):
            walk(target, clock)

    for name in order:
        walk(name, None)
    if handling.starts == "x":
        walk(order[0], 0)
    return shown


def minutes(handling: Procedure, lengths: dict[str, int], stretch: Stretch) -> int | None:
    """What the clock of one stretch shows at worst."""
    advances = {name: passing(length * 60, START, STOP) for name, length in lengths.items()}
    run = Run(handling, advances, FREE, stretch.stops)
    found = run.latest_after if stretch.after else run.latest_end
    ends = found(stretch.first, stretch.last)
    return None if ends is None else (ends(START) - START) // 60


@given(made())
def test_the_clock_between_two_events_shows_at_worst_what_some_way_walks(
    case: tuple[Procedure, dict[str, int]],
) -> None:
    handling, lengths = case
    stretches = between(handling, "x", "y")
    ends = [minutes(handling, lengths, one) for one in stretches]
    found = {end for end in ends if end is not None}
    shown = walked(handling, lengths)
    assert found <= shown
    assert max(found, default=None) == max(shown, default=None)


LIMIT = """\
--- standards/limit.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: {within}
from: complaint-received
to: complaint-answered
calendar: office
"""
STEPS = """\
--- standards/handling.yaml
kind: procedure
id: handling
title: 投诉处理
about: 客户提出投诉
promise: complaint-answer
steps:
"""


def arguments(within: str, *times: str, law: str = "") -> dict[str, object]:
    """What the one finding of T03 on steps of these times under a promise names."""
    steps = "".join(
        f"  - {{id: s{at}, title: 第{at}步, do: 办, lane: backstage, by: hotline-agent, {time}}}\n"
        for at, time in enumerate(times)
    )
    report = run_example(Example(law + LIMIT.format(within=within) + STEPS + steps))
    (one,) = (found for found in report.findings if found.code == "T03")
    return dict(one.arguments)


def wider(zh: str, en: str) -> Wording:
    """What helps, where the limit may be so wide."""
    return Wording(f"请缩短这些步骤，或者把它放宽到 {zh}", f"Shorten them, or allow {en}")


def test_the_nearest_value_that_holds_is_found_below_one_unit_too() -> None:
    one = arguments("0.5 小时", "within: 20 分钟", "within: 20 分钟")
    assert one["remedy"] == wider("1 小时", "1 hour")


def test_only_steps_that_overrun_together_are_named() -> None:
    one = arguments("30 分钟", "within: 25 分钟", "within: 1 分钟", "within: 20 分钟")
    assert str(one["steps"]) == "第0步（25 分钟）、第2步（20 分钟）"
    assert one["over"] == Wording("16 分钟", "16 minutes")
    assert one["remedy"] == wider("46 分钟", "46 minutes")


def test_hours_before_days_cost_a_day_where_they_roll_over_closing_time() -> None:
    # The design's own example: 2 working hours and 3 working days do not fit 3 working days.
    one = arguments("3 个工作日", "within: 2 工作小时", "within: 3 个工作日")
    assert one["remedy"] == wider("4 个工作日", "4 working days")


FLOOR = """\
--- standards/law.yaml
kind: regulation
id: rules
title: 办法
short: 办法
issuer: 部
about: 答复
editions: [{id: first, title: 公布, effective: 2016-07-30}]
articles: [{id: one, number: 第一条, edition: first, says: 答复, verification: V1}]
floors:
  - {id: it, title: 答复, article: one, measure: maximum, value: 31 分钟, verification: V1,
     from: complaint-received, to: complaint-answered}
"""


def test_no_wider_limit_is_proposed_than_the_law_allows() -> None:
    one = arguments("30 分钟", "within: 25 分钟", "within: 20 分钟", law=FLOOR)
    remedy = one["remedy"]
    assert isinstance(remedy, Wording)
    assert "放宽到守得住" in remedy.zh
    assert "15 分钟" in remedy.zh
    assert "45" not in remedy.zh
