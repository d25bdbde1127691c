"""Questions made by hand and blueprints over them, for the tests of forms and papers."""

from __future__ import annotations

from typing import Any

from guifan.language.kinds.exam import Exam
from guifan.quiz.fact import Claim, Clause, Fact, Verdict
from guifan.quiz.item import IN_WORDS, Form, Item, Level, Model, Option
from guifan.quiz.said import Said


def question(  # noqa: PLR0913  # each is what one test turns on
    number: int,
    *,
    chapter: str = "one",
    level: Level = Level.APPLY,
    form: Form = Form.SINGLE,
    fact: str = "",
    family: str = "",
    seconds: int = 60,
    roles: tuple[str, ...] = ("clerk",),
    answers: int = 4,
) -> Item:
    """A question; the words of two have no pair of characters in common."""
    clause = Clause(f"norm-{fact or number}", 1, "", chapter)
    found = Fact("hand", fact or f"fact-{number}", number, number, clause, roles, _s(), _s(), None)
    model = Model(family or f"model-{number % 11}", family or f"family-{number % 11}", level,
                  form, seconds, lambda _: iter(()))  # fmt: skip
    count = 2 if form is Form.TRUE_FALSE else answers
    rights = {0, 1} if form is Form.MULTIPLE else {0}
    if form in (Form.MATCHING, Form.ORDERING) or form in IN_WORDS:
        rights = set(range(count))
    options = tuple(
        Option(
            _s(f"答{number}之{at}"),
            Claim("hand", found.name, at if form is Form.ORDERING else (number % 2 == at)),
            at in rights if form is not Form.TRUE_FALSE else at == number % 2,
            _s(f"秘{number}因{at}"),
            of=_s(f"左{number}之{at}") if form is Form.MATCHING else None,
        )
        for at in range(count)
    )
    verdicts = tuple(Verdict(one.right, clause, _s(f"秘{number}据")) for one in options)
    stem = _s(f"题干{number}号{chr(0x4E00 + 7 * number)}{chr(0x6000 + 11 * number)}？")
    is_sorted = form is Form.TRUE_FALSE
    return Item(f"hand.{number}", model, found, stem, options, verdicts, frozenset({clause.item}),
                sorted=is_sorted)  # fmt: skip


def _s(text: str = "") -> Said:
    return Said(text)


def exam(**fields: Any) -> Exam:
    """A blueprint of five single choices unless told otherwise."""
    given: dict[str, Any] = {
        "id": "an-exam",
        "title": "考试",
        "place": "one",
        "owner": "clerk",
        "author": "clerk",
        "approver": "chief",
        "version": "1",
        "effective": "2026-01-01",
        "review_by": "2026-12-31",
        "origin": "authored",
        "roles": ["clerk"],
        "sections": [{"type": "single", "count": "5", "points": "2 分"}],
        "cells": [{"chapter": "one", "level": "apply", "count": "5"}],
        "takes": "60 分钟",
        "full_mark": "10 分",
        "pass_mark": "6 分",
    }
    return Exam.model_validate(given | fields)
