"""Anki, imported by Anki itself: the key on the back, and updates that keep what was learnt."""

from __future__ import annotations

import html
import json
import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from carried import false, in_order, number, pairs, true, written

from guifan.quiz.item import Form
from guifan.quiz.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from guifan.quiz.carriers import Course
    from guifan.quiz.item import Item

PLAYER = Path(__file__).parent / "play_anki.py"


@pytest.fixture(scope="module")
def play(
    python_of: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., list[dict[str, Any]]]:
    """Import courses one after another into a new collection."""

    def played(*courses: Course) -> list[dict[str, Any]]:
        folder = tmp_path_factory.mktemp("anki")
        packages = []
        for at, course in enumerate(courses):
            (folder / str(at)).mkdir()
            packages.append(written("anki", course, folder / str(at)))
        command = [python_of("anki"), PLAYER, folder, *packages]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
        return found

    return played


def test_each_card_asks_and_answers(
    course: Course, play: Callable[..., list[dict[str, Any]]]
) -> None:
    (first,) = play(course)
    assert (first["new"], first["updated"], first["types"]) == (len(course.items), 0, 1)
    assert first["deck"] == [course.title]
    for item in course.items:
        asked, answered = first["questions"][item.id], first["answers"][item.id]
        assert plain(item.stem.text) in plain(asked)
        assert "gf-key" not in re.sub(r"<style>.*</style>", "", asked, flags=re.DOTALL)
        assert "<script>" not in asked + answered
        check(first["notes"][item.id][2], first["notes"][item.id][3], item)


def check(shown: str, key: str, item: Item) -> None:
    """The key names what is true, by its letters where there are any."""
    entries = [plain(one) for one in re.findall(r"<li>(.*?)</li>", shown)]
    letters = dict(zip("ABCDEFGH", entries, strict=False))
    match item.model.form:
        case Form.SINGLE | Form.MULTIPLE:
            named = {plain(one[3:]) for one in key.split("<br>")}
            assert named == set(map(plain, true(item)))
            assert {letters[one[0]] for one in key.split("<br>")} == named
            assert set(entries) - named == set(map(plain, false(item)))
        case Form.TRUE_FALSE | Form.FILL_IN:
            assert {key} == true(item)
        case Form.NUMERIC:
            assert float(re.sub(r"[^0-9.]", "", key)) == number(item)
        case Form.ORDERING:
            assert [letters[one] for one in key.split(" → ")] == [plain(t) for t in in_order(item)]
        case Form.MATCHING:
            half = len(entries) // 2
            right = dict(zip("ABCDEFGH", entries[half:], strict=False))
            chosen = dict(one.split("–") for one in key.split())
            found = {entries[int(at) - 1]: right[letter] for at, letter in chosen.items()}
            assert found == {plain(one): plain(other) for one, other in pairs(item).items()}
        case Form.SHORT_ANSWER | Form.CASE_ANALYSIS:
            points = [plain(option.text.text) for option in item.options]
            assert [plain(one) for one in key.split("<br>")] == points


def plain(text: str) -> str:
    """A text without markup, spaces, and the joiner that keeps braces from being a field."""
    bare = re.sub(r"<br>|</?p>", " ", text)
    return re.sub(r"[\s\u2060]+", "", html.unescape(bare))


def test_a_change_updates_its_card_alone_and_keeps_what_was_learnt(
    course: Course, play: Callable[..., list[dict[str, Any]]]
) -> None:
    changed = next(item for item in course.items if stands_alone(item, course))
    other = replace(changed, stem=Said("改过的题干"))
    items = tuple(other if item is changed else item for item in course.items)
    source = course.sources[changed.clause.item]
    newer = replace(source, version=source.version + 1)
    sources = {**course.sources, changed.clause.item: newer}
    later = replace(course, items=items, sources=sources, day=course.day + timedelta(days=1))
    first, again, third = play(course, course, later)
    assert (again["new"], again["updated"]) == (0, 0)
    assert (third["new"], third["updated"], third["types"]) == (0, 1, 1)
    assert third["notes"][changed.id][1] == "<p>改过的题干</p>"
    unchanged = [item.id for item in course.items if item is not changed]
    assert all(third["notes"][one] == first["notes"][one] for one in unchanged)
    assert third["seen"] == first["seen"]
    assert sum(third["seen"].values()) == 1


def stands_alone(item: Item, course: Course) -> bool:
    """Whether nothing else that is asked rests on what this one is about."""
    return not any(item.clause.item in one.rests for one in course.items if one is not item)
