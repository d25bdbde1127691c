"""What carriers read off a question beside its stem and its answers."""

import re

from guifan.quiz.carriers._carrier import Course
from guifan.quiz.item import FILLED, Form, Item

_NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")

ORDINARY = frozenset({Form.SINGLE, Form.MULTIPLE, Form.TRUE_FALSE})
"""The types that every program knows."""


def is_true(item: Item) -> bool:
    """Whether the statement of a true-or-false question holds."""
    return any(option.right and option.claim.value is True for option in item.options)


def amount(item: Item, at: int = 0) -> str:
    """The number that answers a numeric question, bare: the stem names the unit.

    Args:
        item: the question.
        at: which of its options; those behind the first are known mistakes.

    Raises:
        ValueError: the answer begins with no number.
    """
    found = _NUMBER.match(item.options[at].text.text)
    if found is None:
        raise ValueError(item.id)
    return found[0].replace(",", "")


def written(item: Item, at: int = 0) -> str:
    """What is written for an option where the answer is filled in: a bare number, or words."""
    return amount(item, at) if item.model.form is Form.NUMERIC else item.options[at].text.text


def explanation(course: Course, item: Item) -> str:
    """What decides the answer, and in which clause."""
    _ = course.words
    because = dict.fromkeys(
        verdict.because.text
        for option, verdict in zip(item.options, item.verdicts, strict=True)
        if option.right
    )
    source = _("（条款 {clause} 第 {version} 版）")
    clause = source.format(clause=item.clause.address, version=item.clause.version)
    return "\n".join(because) + clause


def points(item: Item) -> tuple[str, ...]:
    """What earns marks in an answer in one's own words."""
    return tuple(one.text.text for one in item.options)


def reasons(item: Item) -> dict[int, str]:
    """What to tell whoever chose a wrong answer, by its place, where it says more than the key."""
    known = {verdict.because.text for verdict in item.verdicts if verdict.truth}
    return {
        at: option.why.text
        for at, option in enumerate(item.options)
        if not option.right and option.why.text not in known
    }


def unsaid(item: Item) -> bool:
    """Whether a known mistake is lost where only the right number or word is carried."""
    return item.model.form in FILLED and len(item.options) > 1


def tags(item: Item) -> tuple[str, ...]:
    """Words by which a question is found again."""
    return (
        f"clause:{item.clause.address}",
        f"version:{item.clause.version}",
        f"chapter:{item.clause.chapter}",
        f"level:{item.model.level.value}",
        f"model:{item.model.name}",
        f"hash:{item.hash}",
    )
