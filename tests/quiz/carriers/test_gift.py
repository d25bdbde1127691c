"""GIFT, as gift-pegjs understands it: the key earns all the marks, each wrong choice none."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from carried import carried, false, holds, number, pairs, true, written

from guifan.quiz.item import Form

if TYPE_CHECKING:
    from guifan.quiz.carriers import Course
    from guifan.quiz.item import Item

MASKED = re.compile(r"&&([0-9]{3});")
"""How the parser keeps escaped marks apart; in the right sides of pairs it leaves them so."""

PLAYER = Path(__file__).parent / "play_gift.mjs"


@pytest.fixture(scope="module")
def understood(
    course: Course, node: Path, node_modules: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    file = written("gift", course, tmp_path_factory.mktemp("gift"))
    command = [node, PLAYER, node_modules, file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_every_question_arrives_under_its_category(
    course: Course, understood: list[dict[str, Any]]
) -> None:
    head, *questions = understood
    assert head == {"type": "Category", "title": f"$course$/top/{course.title.replace('/', '//')}"}
    kept = [item for item in course.items if item.model.form is not Form.ORDERING]
    assert [one["id"] for one in questions] == [item.id for item in kept]
    for one, item in zip(questions, kept, strict=True):
        assert one["stem"]["text"] == shown(item.stem.text)
        assert f"clause:{item.clause.address}" in one["tags"]
        assert f"hash:{item.hash}" in one["tags"]
        assert item.clause.address in one["globalFeedback"]["text"]


def test_the_key_scores_full_and_each_wrong_choice_nothing(
    course: Course, understood: list[dict[str, Any]]
) -> None:
    by_id = {one["id"]: one for one in understood[1:]}
    for item in course.items:
        if item.model.form is not Form.ORDERING:
            score(by_id[item.id], item)


def score(one: dict[str, Any], item: Item) -> None:
    match item.model.form:
        case Form.SINGLE:
            marks = {choice["text"]["text"]: full(choice) for choice in one["choices"]}
            assert marks == {
                shown(option.text.text): 100 if option.text.text in true(item) else 0
                for option in item.options
            }
        case Form.MULTIPLE:
            marks = {choice["text"]["text"]: choice["weight"] for choice in one["choices"]}
            right = sum(marks[shown(text)] for text in true(item))
            assert right == pytest.approx(100, abs=0.01)
            assert all(right + marks[shown(text)] <= 0.01 for text in false(item))
        case Form.TRUE_FALSE:
            assert one["isTrue"] is holds(item)
        case Form.NUMERIC:
            assert one["choices"] == {"type": "range", "number": number(item), "range": 0}
        case Form.FILL_IN:
            assert {choice["text"]["text"] for choice in one["choices"]} == true(item)
        case Form.MATCHING:
            found = {
                pair["subquestion"]["text"]: MASKED.sub(unmasked, pair["subanswer"])
                for pair in one["matchPairs"]
            }
            assert found == {shown(left): shown(right) for left, right in pairs(item).items()}
        case Form.SHORT_ANSWER | Form.CASE_ANALYSIS:
            assert one["type"] == "Essay"


def unmasked(mask: re.Match[str]) -> str:
    return chr(int(mask[1]))


def full(choice: dict[str, Any]) -> int:
    """A choice's weight: the parser leaves that of a plain right answer open."""
    weight = choice["weight"]
    return (100 if choice["isCorrect"] else 0) if weight is None else weight


def shown(text: str) -> str:
    """GIFT cannot hold the arrow that parts the sides of a pair."""
    return text.replace("->", "→").strip()


def test_ordering_is_reported(course: Course) -> None:
    lost = [loss.item for loss in carried("gift", course).losses if loss.whole]
    assert lost == [item.id for item in course.items if item.model.form is Form.ORDERING]
