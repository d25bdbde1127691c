"""What is true of a question, from its proof alone: what a program that imported it must score."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guifan.publish.packing import packed
from guifan.quiz.carriers import CARRIERS, Carried, Course
from guifan.quiz.item import Form, Item

if TYPE_CHECKING:
    from pathlib import Path


def true(item: Item) -> set[str]:
    """The texts of the options that the corpus makes true."""
    answers = zip(item.options, item.verdicts, strict=True)
    return {option.text.text for option, verdict in answers if verdict.truth}


def false(item: Item) -> set[str]:
    """The texts of those that it makes false."""
    return {option.text.text for option in item.options} - true(item)


def holds(item: Item) -> bool:
    """Whether the statement of a true-or-false question is true."""
    return true(item) == {"对"}


def number(item: Item) -> float:
    """The number of a numeric question."""
    (text,) = true(item)
    return float(re.sub(r"[^0-9.]", "", text))


def in_order(item: Item) -> list[str]:
    """The texts of an ordering in the order that the claims' ranks give."""
    ranked = sorted((str(option.claim.value).zfill(4), option.text.text) for option in item.options)
    return [text for _, text in ranked]


def pairs(item: Item) -> dict[str, str]:
    """The right side of each left side of a matching."""
    return {str(option.of): option.text.text for option in item.options}


def carried(name: str, course: Course) -> Carried:
    """A course as a carrier packs it."""
    return CARRIERS[name].carry(course)


def written(name: str, course: Course, folder: Path) -> Path:
    """The file that a carrier makes of a course."""
    carrier = CARRIERS[name]
    path = folder / f"questions{carrier.suffix}"
    path.write_bytes(packed(carrier, carrier.carry(course).files))
    return path


def of_form(course: Course, *forms: Form) -> list[Item]:
    """The questions of some types."""
    return [item for item in course.items if item.model.form in forms]
