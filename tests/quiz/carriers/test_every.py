"""What holds of every carrier: the same bytes again, and nothing lost in silence."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carried import carried, written

from guifan.language.catalogues import translator
from guifan.publish.packing import packed, write_packed
from guifan.publish.swap import OccupiedError
from guifan.quiz.carriers import CARRIERS, LOSSES, Course
from guifan.quiz.item import IN_WORDS, Form

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    "anki", "cmi5", "gift", "json", "moodle-xml", "qti-2.1", "qti-3.0", "scorm-1.2", "text", "xlsx"
]  # fmt: skip


def test_these_are_there() -> None:
    assert sorted(CARRIERS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_same_course_is_the_same_bytes(name: str, course: Course) -> None:
    carrier = CARRIERS[name]
    first, again = (packed(carrier, carrier.carry(course).files) for _ in range(2))
    assert first == again


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_carried_or_reported(name: str, course: Course) -> None:
    carrier = CARRIERS[name]
    found = carrier.carry(course)
    left_out = {loss.item for loss in found.losses if loss.whole}
    assert found.items == len(course.items) - len(left_out)
    assert {loss.reason for loss in found.losses} <= set(LOSSES)
    text = b"".join(found.files.values()).decode("utf-8", "ignore")
    if name in {"xlsx", "text"}:
        return  # their own tests count rows and paragraphs
    for item in course.items:
        assert (item.id in text) is (item.id not in left_out), item.id


def test_what_cannot_be_carried_is_said_by_type(course: Course) -> None:
    forms = {item.id: item.model.form for item in course.items}
    left_out = {
        name: {forms[loss.item] for loss in carried(name, course).losses if loss.whole}
        for name in NAMES
    }
    assert left_out.pop("gift") == {Form.ORDERING}
    spelt_out = {Form.NUMERIC, Form.FILL_IN, Form.ORDERING, Form.MATCHING}
    assert left_out.pop("text") == spelt_out | IN_WORDS
    marking = {"qti-2.1", "qti-3.0", "scorm-1.2", "cmi5"}
    expected = {name: set(IN_WORDS) if name in marking else set() for name in left_out}
    assert left_out == expected


@pytest.mark.parametrize("name", NAMES)
def test_an_export_replaces_nothing_but_its_own(name: str, course: Course, tmp_path: Path) -> None:
    carrier, few = CARRIERS[name], replace(course, items=course.items[:3])
    path = tmp_path / f"a{carrier.suffix}"
    write_packed(carrier, carrier.carry(course).files, path)
    write_packed(carrier, carrier.carry(few).files, path)
    assert path.read_bytes() == packed(carrier, carrier.carry(few).files)
    path.write_bytes(b"somebody's own")
    with pytest.raises(OccupiedError):
        write_packed(carrier, carrier.carry(few).files, path)
    assert path.read_bytes() == b"somebody's own"


def test_archives_tell_no_time(course: Course, tmp_path: Path) -> None:
    for name in NAMES:
        if CARRIERS[name].archive:
            with zipfile.ZipFile(written(name, course, tmp_path)) as archive:
                assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
                assert archive.testzip() is None


@pytest.mark.parametrize("name", NAMES)
def test_it_speaks_english_too(name: str, course: Course) -> None:
    english = replace(course, items=course.items[:3], words=translator("en"))
    files = carried(name, english).files
    text = b"".join(files.values()).decode("utf-8", "ignore")
    assert ("(clause " in text) is (name != "json")
    if name in {"json", "qti-2.1", "qti-3.0", "scorm-1.2", "cmi5"}:
        assert "zh-CN" not in text
    if name in {"scorm-1.2", "cmi5"}:
        assert '"submit":"Submit"' in text
        assert '<html lang="en">' in text


def test_json_holds_the_proof_of_each(course: Course) -> None:
    found = carried("json", course)
    assert not found.losses
    data = json.loads(found.files["questions.json"])
    assert [one["id"] for one in data["items"]] == [item.id for item in course.items]
    for one, item in zip(data["items"], course.items, strict=True):
        assert [answer["true"] for answer in one["proof"]] == [v.truth for v in item.verdicts]
        assert (one["clause"], one["version"]) == (item.clause.address, item.clause.version)
