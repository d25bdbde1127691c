"""Where clocks run in a procedure, read off the events that its steps fire."""

from __future__ import annotations

from typing import Any

from guifan.language.kinds.procedure import Lane, Procedure, Step
from guifan.proof.procedures.stretches import Stretch, between, promised


def procedure(*events: str, **more: Any) -> Procedure:
    """Steps a, b, c …, each ending with an event, or with none where it is empty."""
    steps = tuple(
        Step.model_construct(id=name, title=name, do=name, lane=Lane.BACKSTAGE, ends=event or None)
        for name, event in zip("abcdefgh", events, strict=False)
    )
    given = {"starts": None, "promise_from": None, "promise_to": None, **more}
    return Procedure.model_construct(id="handling", steps=steps, **given)


def found(one: Procedure, start: str, end: str) -> list[Stretch]:
    return list(between(one, start, end))


def test_a_promise_runs_over_all_steps_unless_it_says_from_where_to_where() -> None:
    assert promised(procedure("", "", "")) == Stretch("a", "c")
    assert promised(procedure("", "", "", promise_from="b", promise_to="b")) == Stretch("b", "b")


def test_a_promise_whose_steps_are_not_there_or_backwards_runs_nowhere() -> None:
    assert promised(procedure("", "", promise_from="nowhere")) is None
    assert promised(procedure("", "", promise_from="b", promise_to="a")) is None
    assert promised(procedure()) is None


def test_what_starts_a_procedure_has_happened_when_its_first_step_begins() -> None:
    one = procedure("", "answered", "", starts="received")
    assert found(one, "received", "answered") == [Stretch("a", "b")]


def test_what_a_step_ends_with_happens_when_it_is_done() -> None:
    one = procedure("sent", "", "taken")
    assert found(one, "sent", "taken") == [Stretch("a", "c", after=True)]
    assert [step.id for step in found(one, "sent", "taken")[0].steps(one)] == ["b", "c"]


def test_what_happens_only_later_starts_no_clock() -> None:
    assert found(procedure("taken", "sent"), "sent", "taken") == []
    assert found(procedure("sent", "sent"), "sent", "sent") == []
    assert found(procedure("", ""), "sent", "taken") == []


def test_the_last_time_it_happened_to_the_first_time_it_ended() -> None:
    one = procedure("sent", "taken", "sent", "taken", starts="sent")
    assert found(one, "sent", "taken") == [
        Stretch("a", "b", stops=frozenset("acd")),
        Stretch("a", "b", after=True, stops=frozenset("cd")),
        Stretch("a", "d", stops=frozenset("abc")),
        Stretch("a", "d", after=True, stops=frozenset("bc")),
        Stretch("c", "d", after=True, stops=frozenset("ab")),
    ]
