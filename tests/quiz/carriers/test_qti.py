"""QTI 3.0 played by qti-components in Chromium; 2.1 lifted to 3.0 by qti-convert, then the same."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carried import in_order, number, pairs, true, written
from lxml import etree

from guifan.quiz.item import MARKED, Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from guifan.quiz.carriers import Course
    from guifan.quiz.item import Item

STAGE = Path(__file__).parent / "qti.html"
ITEM = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"


@pytest.fixture(params=["qti-3.0", "qti-2.1"])
def package(
    request: pytest.FixtureRequest,
    course: Course,
    tmp_path: Path,
    python_of: Callable[[str], Path],
) -> Path:
    """The folder of a package, of version 3.0 in the end."""
    file = written(request.param, course, tmp_path)
    if request.param == "qti-2.1":
        lifted = tmp_path / "lifted.zip"
        words = ["-m", "qti_convert.cli", "upgrade", str(file), str(lifted)]
        command = [str(python_of("qti")), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        file = lifted
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "package")
    return tmp_path / "package"


def test_the_key_scores_full_and_every_other_choice_nothing(
    package: Path,
    course: Course,
    node_modules: Path,
    served: Callable[[dict[str, Path]], str],
    new_page: Callable[..., Page],
) -> None:
    shutil.copy(STAGE, package)
    cdn = node_modules / "@citolab/qti-components/cdn"
    root = served({"package": package, "cdn": cdn})
    page = new_page()
    page.goto(f"{root}/package/qti.html")
    page.wait_for_function("!!customElements.get('item-container')")
    by_name = {path.stem: path for path in package.rglob("items/*.xml")}
    items = [item for item in course.items if item.model.form in MARKED]
    assert set(by_name) == {item.id for item in items}
    for item in items:
        path = by_name[item.id]
        right, wrong = answers(etree.parse(path).getroot(), item)
        address = f"/package/{path.relative_to(package).as_posix()}"
        found = page.evaluate(
            "([address, answers]) => scores(address, answers)", [address, [right, *wrong]]
        )
        assert [one["score"] for one in found] == [1, *[0] * len(wrong)], item.id
        if item.model.form in {Form.SINGLE, Form.TRUE_FALSE}:
            assert [one["feedback"] for one in found] == [right, *wrong], item.id


def answers(root: etree._Element, item: Item) -> tuple[object, list[object]]:
    """The right answer as the consumer takes it, found by the texts, and wrong ones."""
    match item.model.form:
        case Form.NUMERIC:
            return f"{number(item):g}", [f"{number(item) + 1:g}", ""]
        case Form.FILL_IN:
            (word,) = true(item)
            return word, [f"{word}们", ""]
        case Form.MATCHING:
            left, right = (names(one) for one in root.iter(f"{ITEM}qti-simple-match-set"))
            key = [f"{left[one]} {right[other]}" for one, other in pairs(item).items()]
            crossed = [
                f"{a.split()[0]} {b.split()[1]}"
                for a, b in zip(key, key[1:] + key[:1], strict=True)
            ]
            return key, [crossed, key[:-1]]
    letters = names(root)
    match item.model.form:
        case Form.ORDERING:
            ordered = [letters[text] for text in in_order(item)]
            others = (list(one) for one in permutations(ordered) if list(one) != ordered)
            return ordered, [next(others), list(reversed(ordered))]
        case Form.MULTIPLE:
            chosen = [letters[text] for text in letters if text in true(item)]
            more = [letter for letter in letters.values() if letter not in chosen]
            return chosen, [chosen[:-1], chosen + more[:1], more[:1]]
    (only,) = (letters[text] for text in true(item))
    return only, [letter for letter in letters.values() if letter != only]


def names(root: etree._Element) -> dict[str, str]:
    """The identifiers of choices by their texts."""
    found = {}
    for tag in ("qti-simple-choice", "qti-simple-associable-choice"):
        for choice in root.iter(f"{ITEM}{tag}"):
            found["".join(map(str, choice.itertext()))] = choice.get("identifier", "")
    return found


def test_the_manifest_names_every_file(package: Path, course: Course) -> None:
    root = etree.parse(package / "imsmanifest.xml").getroot()
    files = {node.get("href") for node in root.iter("{*}file")}
    inside = {path.relative_to(package).as_posix() for path in package.rglob("*.xml")}
    assert files == inside - {"imsmanifest.xml"}
    test = etree.parse(next(package.rglob("test.xml"))).getroot()
    listed = [node.get("identifier") for node in test.iter(f"{ITEM}qti-assessment-item-ref")]
    assert listed == [item.id for item in course.items if item.model.form in MARKED]
