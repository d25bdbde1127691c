"""Statements of the practice page, of the cmi5 player and of strangers."""

from __future__ import annotations

from typing import Any

import pytest

from guifan.quiz.results.statements import response, withdrawn

KNOWN = {"due-date.one.holiday"}
PRACTICE = "https://manual.example/practice/"


def statement(**changes: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": "s1",
        "timestamp": "2026-06-01T08:00:00Z",
        "actor": {"account": {"homePage": "https://manual.example/", "name": "u7"}},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
        "object": {"id": f"{PRACTICE}items/due-date.one.holiday"},
        "result": {"success": False, "response": "B"},
        "context": {
            "extensions": {
                f"{PRACTICE}hash": "abc123",
                f"{PRACTICE}version": 2,
                f"{PRACTICE}role": "clerk",
            }
        },
    }
    return told | changes


def test_what_the_practice_page_says() -> None:
    one = response(4, statement(), KNOWN)
    assert one is not None
    assert one == (
        4,
        "u7",
        "due-date.one.holiday",
        "B",
        False,
        "2026-06-01T08:00:00Z",
        "abc123",
        2,
        "clerk",
        "s1",
    )


@pytest.mark.parametrize(
    ("iri", "item"),
    [
        ("urn:guifan:item:due-date.one.holiday", "due-date.one.holiday"),
        ("https://lms.example/x/due-date.one.holiday/", "due-date.one.holiday"),
        (f"{PRACTICE}items/gone", "gone"),
        ("https://lms.example/other", "https://lms.example/other"),
    ],
)
def test_the_question_is_known_by_its_address(iri: str, item: str) -> None:
    one = response(1, statement(object={"id": iri}), KNOWN)
    assert one is not None
    assert one.item == item


@pytest.mark.parametrize(
    ("actor", "learner"),
    [
        ({"mbox": "mailto:a@b.example"}, "a@b.example"),
        ({"mbox_sha1sum": "ff"}, "ff"),
        ({}, ""),
        (None, ""),
    ],
)
def test_the_learner_is_known_by_whatever_there_is(actor: Any, learner: str) -> None:
    one = response(1, statement(actor=actor), KNOWN)
    assert one is not None
    assert one.learner == learner


def test_a_score_tells_where_no_success_does() -> None:
    for scaled, right in ((1, True), (0.5, False), (None, None)):
        one = response(1, statement(result={"score": {"scaled": scaled}}), KNOWN)
        assert one is not None
        assert one.right is right


@pytest.mark.parametrize("told", [[], 3, None, {}, {"verb": 1}, {"verb": {"id": "…/initialized"}}])
def test_what_is_no_answer_is_passed_over(told: Any) -> None:
    assert response(1, told, KNOWN) is None


def test_a_statement_voids_another_as_xapi_says() -> None:
    verb = {"id": "http://adlnet.gov/expapi/verbs/voided"}
    about = {"objectType": "StatementRef", "id": "s1"}
    assert withdrawn({"verb": verb, "object": about}) == "s1"
    assert withdrawn({"verb": {"id": "https://lms.example/voided"}, "object": about}) == ""
    assert withdrawn({"verb": verb, "object": {"objectType": "Activity", "id": "s1"}}) == ""
    assert withdrawn(statement()) == ""
