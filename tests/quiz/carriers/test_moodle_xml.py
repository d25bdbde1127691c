"""Moodle XML, read and marked by the rules of its documentation; not yet tried in Moodle itself.

Source: https://docs.moodle.org/en/Moodle_XML_format and the grades that Moodle's own import allows.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from carried import carried, false, holds, in_order, number, pairs, true
from lxml import etree

from guifan.quiz.item import Form

if TYPE_CHECKING:
    from guifan.quiz.carriers import Course
    from guifan.quiz.item import Item

TYPES = {
    Form.SINGLE: "multichoice",
    Form.MULTIPLE: "multichoice",
    Form.TRUE_FALSE: "truefalse",
    Form.NUMERIC: "numerical",
    Form.FILL_IN: "shortanswer",
    Form.ORDERING: "ordering",
    Form.MATCHING: "matching",
    Form.SHORT_ANSWER: "essay",
    Form.CASE_ANALYSIS: "essay",
}
GRADES = {100.0, 50.0, 33.33333, 25.0, 20.0, 16.66667, 0.0, -100.0}
"""Of the grades that Moodle's import takes, those that questions of ours may have."""


@pytest.fixture(scope="module")
def questions(course: Course) -> list[etree._Element]:
    root = etree.fromstring(carried("moodle-xml", course).files["questions.xml"])
    return list(root.iter("question"))


def test_every_question_arrives_with_its_id_and_tags(
    course: Course, questions: list[etree._Element]
) -> None:
    head, *rest = questions
    category = course.title.replace("/", "//")
    assert head.findtext("category/text") == f"$course$/top/{category}"
    assert [one.findtext("idnumber") for one in rest] == [item.id for item in course.items]
    assert [one.get("type") for one in rest] == [TYPES[item.model.form] for item in course.items]
    for one, item in zip(rest, course.items, strict=True):
        assert shown(one, "questiontext/text") == item.stem.text
        assert f"clause:{item.clause.address}" in [
            tag.text for tag in one.iterfind("tags/tag/text")
        ]


def test_the_key_scores_full_and_each_wrong_choice_nothing(
    course: Course, questions: list[etree._Element]
) -> None:
    for one, item in zip(questions[1:], course.items, strict=True):
        score(one, item)


def score(one: etree._Element, item: Item) -> None:
    answers = one.findall("answer")
    marks = {shown(answer, "text"): float(answer.get("fraction", "")) for answer in answers}
    match item.model.form:
        case Form.SINGLE:
            assert marks == dict.fromkeys(true(item), 100) | dict.fromkeys(false(item), 0)
        case Form.MULTIPLE:
            assert one.findtext("single") == "false"
            right = sum(marks[text] for text in true(item))
            assert right == pytest.approx(100, abs=0.01)
            assert all(right + marks[text] <= 0.01 for text in false(item))
        case Form.TRUE_FALSE:
            assert marks == {"true": 100 * holds(item), "false": 100 * (not holds(item))}
        case Form.NUMERIC:
            assert {float(text): mark for text, mark in marks.items()} == {number(item): 100}
            assert answers[0].findtext("tolerance") == "0"
        case Form.FILL_IN:
            assert marks == dict.fromkeys(true(item), 100)
        case Form.ORDERING:
            assert sorted(marks, key=marks.__getitem__) == in_order(item)
            return
        case Form.MATCHING:
            found = {
                shown(pair, "text"): pair.findtext("answer/text")
                for pair in one.iter("subquestion")
            }
            assert found == pairs(item)
        case Form.SHORT_ANSWER | Form.CASE_ANALYSIS:
            points = [option.text.text for option in item.options]
            assert shown(one, "graderinfo/text").split("\n") == points
    assert set(marks.values()) <= GRADES


def shown(node: etree._Element, path: str) -> str:
    """A text as a browser shows it."""
    text = (node.findtext(path) or "").replace("<br>", "\n")
    return html.unescape(re.sub(r"^<p>(.*)</p>$", r"\1", text, flags=re.DOTALL))


def test_no_text_of_ours_is_markup(course: Course) -> None:
    data = carried("moodle-xml", course).files["questions.xml"].decode()
    assert "&lt;script&gt;" not in data  # what the parser gives back would be an element
    assert "&amp;lt;script&amp;gt;" in data
