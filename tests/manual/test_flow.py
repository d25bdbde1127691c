"""Where steps go on and when they begin, on a flow small enough to draw by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from guifan.language.kinds.procedure import Procedure
from guifan.manual.flow import latest, promised
from guifan.proof.procedures.paths import Way, ways


def _step(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name, "do": name, "lane": "frontstage", **more}


def _procedure(*steps: dict[str, Any], **more: Any) -> Procedure:
    shared = {
        "id": "p",
        "title": "p",
        "place": "c",
        "owner": "o",
        "author": "a",
        "approver": "b",
        "version": "1",
        "effective": "2026-01-01",
        "review_by": "2026-12-31",
        "origin": "authored",
        "about": "p",
    }
    return Procedure.model_validate({**shared, "steps": list(steps), **more})


FORK = _procedure(
    _step("a", parallel={"steps": ["b", "c"], "join": "all", "then": "d"}),
    _step("b"),
    _step("c"),
    _step("d", branches=[{"when": "好", "to": "f"}, {"when": "不好", "ends_with": "转走"}]),
    _step("e"),
    _step("f", repeat={"to": "a", "when": "没好", "max": "1 次"}),
)


def test_steps_go_on_to_what_follows_branches_joints_and_back() -> None:
    plain = [(way.source, way.target) for way in ways(FORK) if way.why is None]
    told = [(way.source, way.target) for way in ways(FORK) if way.why is not None]
    assert plain == [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("e", "f")]
    assert told == [("d", "f"), ("f", "a")]


def test_the_last_step_goes_nowhere_and_then_overrules_the_order() -> None:
    flow = _procedure(_step("a", then="c"), _step("b"), _step("c"))
    assert list(ways(flow)) == [Way("a", "c"), Way("b", "c")]


def test_what_waits_for_two_begins_after_the_longer() -> None:
    lengths = {name: Fraction(size) for name, size in {"a": 1, "b": 5, "c": 2, "d": 3}.items()}
    assert latest(FORK, lengths) == {"a": 0, "b": 1, "c": 1, "d": 6}


def test_a_step_that_no_way_forward_reaches_has_no_beginning() -> None:
    lengths = {step.id: Fraction(1) for step in FORK.steps}
    assert "e" not in latest(FORK, lengths)


def test_the_promise_runs_from_its_first_step_to_its_last() -> None:
    assert [step.id for step in promised(FORK)] == list("abcdef")
    part = FORK.model_copy(update={"promise_from": "b", "promise_to": "d"})
    assert [step.id for step in promised(part)] == list("bcd")
