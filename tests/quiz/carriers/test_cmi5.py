"""cmi5, launched in Chromium and played by real clicks.

What it says is held against the xAPI specification by xapi-validation, kept and given back by a
real record store (Ralph), and compared with what another content (@xapi/cmi5) says in its place.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from carried import holds, of_form, written
from launching import UNIT, Lms, normal, serve
from lxml import etree
from playing import answer, wrongs

from guifan.quiz.item import MARKED, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from guifan.quiz.carriers import Course

HERE = Path(__file__).parent
COURSE = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
KINDS = {
    Form.SINGLE: "choice",
    Form.MULTIPLE: "choice",
    Form.TRUE_FALSE: "true-false",
    Form.NUMERIC: "numeric",
    Form.FILL_IN: "fill-in",
    Form.ORDERING: "sequencing",
    Form.MATCHING: "matching",
}


@pytest.fixture
def few(course: Course) -> Course:
    """Of each type two questions, an upsetting one among them."""
    items = [item for form in Form if form in MARKED for item in of_form(course, form)[-2:]]
    return replace(course, items=tuple(items))


@pytest.fixture
def launch(tmp_path: Path, new_page: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Launch a course's package from an LMS."""
    servers = []

    def launched(course: Course, lms: Lms) -> Page:
        package = tmp_path / "package"
        with zipfile.ZipFile(written("cmi5", course, tmp_path)) as archive:
            archive.extractall(package)
        servers.append(serve(lms, package))
        page = new_page()
        page.set_default_timeout(10_000)
        page.goto(lms.address("index.html"))
        return page

    yield launched
    for server in servers:
        server.shutdown()
        server.server_close()


def verbs(lms: Lms) -> list[str]:
    return [one["verb"]["id"].rpartition("/")[2] for one in lms.statements]


def ended(page: Page, lms: Lms) -> None:
    page.locator(".score").wait_for()
    for _ in range(100):
        if verbs(lms)[-1] == "terminated":
            return
        page.wait_for_timeout(50)
    pytest.fail(f"not terminated: {verbs(lms)}")


def test_the_structure_names_the_unit(course: Course, tmp_path: Path) -> None:
    with zipfile.ZipFile(written("cmi5", course, tmp_path)) as archive:
        root = etree.fromstring(archive.read("cmi5.xml"))
        assert root.findtext(f"{COURSE}au/{COURSE}url") in archive.namelist()
    assert [one.tag for one in root] == [f"{COURSE}course", f"{COURSE}au"]
    unit = root[1]
    assert (unit.get("moveOn"), unit.get("masteryScore")) == ("Passed", "0.8")
    assert [str(one.tag).removeprefix(COURSE) for one in unit] == ["title", "description", "url"]


def test_the_key_scores_full(
    few: Course, launch: Callable[..., Page], node: Path, node_modules: Path, tmp_path: Path
) -> None:
    lms = normal()
    page = launch(few, lms)
    for item in few.items:
        answer(page, item)
    ended(page, lms)
    answered = ["answered"] * len(few.items)
    assert verbs(lms) == ["initialized", *answered, "completed", "passed", "terminated"]
    assert (lms.refused, lms.tokens) == ([], 1)
    said = [one for one in lms.statements if one["verb"]["id"].endswith("/answered")]
    for one, item in zip(said, few.items, strict=True):
        definition = one["object"]["definition"]
        assert one["object"]["id"] == f"urn:guifan:item:{item.id}"
        assert definition["interactionType"] == KINDS[item.model.form]
        assert one["result"]["success"] is True
        assert [one["result"]["response"].strip()] == definition["correctResponsesPattern"]
        if item.model.form is Form.TRUE_FALSE:
            assert one["result"]["response"] == str(holds(item)).lower()
    passed = lms.statements[-2]
    assert passed["result"]["score"] == {"scaled": 1, "raw": 100, "min": 0, "max": 100}
    assert {one["object"]["id"] for one in lms.statements if one not in said} == {UNIT}
    assert faults(lms.statements, node, node_modules, tmp_path) == [[]] * len(lms.statements)
    broken = [{key: value for key, value in passed.items() if key != "actor"}]
    assert faults(broken, node, node_modules, tmp_path) != [[]]


def faults(
    statements: list[dict[str, Any]], node: Path, node_modules: Path, folder: Path
) -> list[list[str]]:
    file = folder / "statements.json"
    file.write_text(json.dumps(statements), encoding="utf-8")
    command = [node, HERE / "check_xapi.mjs", node_modules, file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[list[str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("rank", [0, 1, 2])
def test_each_wrong_choice_scores_nothing(
    rank: int, few: Course, launch: Callable[..., Page]
) -> None:
    items = tuple(item for item in few.items if wrongs(item) > rank)
    lms = normal()
    page = launch(replace(few, items=items), lms)
    for item in items:
        answer(page, item, wrong=rank)
    ended(page, lms)
    said = [one for one in lms.statements if one["verb"]["id"].endswith("/answered")]
    assert [one["result"]["success"] for one in said] == [False] * len(items)
    failed = lms.statements[-2]
    assert failed["verb"]["id"].endswith("/failed")
    assert failed["result"]["score"]["scaled"] == 0


def test_whoever_comes_again_goes_on_and_completes_once(
    few: Course, launch: Callable[..., Page]
) -> None:
    first, second, third = few.items[:3]
    lms = normal()
    page = launch(replace(few, items=(first, second, third)), lms)
    answer(page, first)
    answer(page, second, wrong=0)
    page.locator(f"form[data-item='{third.id}']").wait_for()
    page.goto(lms.address("index.html"))
    answer(page, third, wrong=0)
    ended(page, lms)
    page.goto(lms.address("index.html"))
    for item in (first, second, third):
        answer(page, item)
    ended(page, lms)
    said = verbs(lms)
    assert (said.count("completed"), said.count("failed"), said.count("passed")) == (1, 1, 1)
    assert said.count("initialized") == said.count("terminated") == 3


def test_a_preview_leaves_no_grade(few: Course, launch: Callable[..., Page]) -> None:
    lms = normal()
    lms.launch["launchMode"] = "Browse"
    page = launch(replace(few, items=few.items[:1]), lms)
    answer(page, few.items[0])
    ended(page, lms)
    assert verbs(lms) == ["initialized", "terminated"]


def test_it_says_the_same_as_another_content(
    few: Course,
    launch: Callable[..., Page],
    node_modules: Path,
    tmp_path: Path,
    new_page: Callable[..., Page],
) -> None:
    ours = normal()
    page = launch(replace(few, items=few.items[:1]), ours)
    answer(page, few.items[0])
    ended(page, ours)
    theirs = normal()
    shutil.copy(HERE / "other_cmi5.html", tmp_path)
    shutil.copytree(node_modules / "@xapi/cmi5/dist", tmp_path / "other")
    server = serve(theirs, tmp_path)
    try:
        other = new_page()
        other.goto(theirs.address("other_cmi5.html"))
        other.evaluate("""async () => {
          const Cmi5 = window.Cmi5.default ?? window.Cmi5, unit = Cmi5.instance ?? new Cmi5();
          await unit.initialize();
          await unit.complete();
          await unit.pass({ scaled: 1, raw: 100, min: 0, max: 100 });
          await unit.terminate();
        }""")
    finally:
        server.shutdown()
        server.server_close()
    mine = {one["verb"]["id"]: shape(one) for one in ours.statements}
    assert len(theirs.statements) == 4
    for one in theirs.statements:
        assert mine[one["verb"]["id"]] == shape(one), one["verb"]["id"]


def shape(statement: dict[str, Any]) -> dict[str, Any]:
    """What cmi5 prescribes of a statement, without times and durations."""
    context = statement["context"]
    activities = {
        kind: sorted(one["id"] for one in (some if isinstance(some, list) else [some]))
        for kind, some in context["contextActivities"].items()
    }
    result = dict(statement.get("result", {}))
    is_timed = "duration" in result
    result.pop("duration", None)
    return {
        "object": statement["object"]["id"],
        "actor": statement["actor"],
        "registration": context["registration"],
        "activities": activities,
        "extensions": context.get("extensions", {}),
        "result": result,
        "timed": is_timed,
    }


@pytest.fixture
def record_store(python_of: Callable[[str], Path], tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """A Ralph that keeps statements in files; call it with a method and statements."""
    python = str(python_of("ralph"))
    (tmp_path / "lrs").mkdir()
    environment = {
        **os.environ,
        "RALPH_APP_DIR": str(tmp_path),
        "RALPH_AUTH_FILE": str(tmp_path / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
    }
    user = ["-u", "t", "-p", "t", "-s", "all", "-M", "mailto:t@example.org", "-N", "t", "-w"]
    subprocess.run([python, "-m", "ralph", "auth", *user], env=environment, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    store = [
        "--fs-default-directory-path",
        str(tmp_path / "lrs"),
        "--fs-default-lrs-file",
        "a.jsonl",
    ]
    server = ["runserver", "-b", "fs", *store, "-h", "127.0.0.1", "-p", port]
    with (tmp_path / "log").open("w") as log:
        running = subprocess.Popen(
            [python, "-m", "ralph", *server], env=environment, stdout=log, stderr=log
        )
    try:
        root = f"http://127.0.0.1:{port}"
        awaited(f"{root}/__lbheartbeat__")
        yield lambda method, data=None: asked(root, method, data)
    finally:
        running.terminate()
        running.wait(20)


def awaited(address: str) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail("the record store does not answer")


def asked(root: str, method: str, data: object) -> tuple[int, Any]:
    headers = {
        "Authorization": f"Basic {b64encode(b't:t').decode()}",
        "X-Experience-API-Version": "1.0.3",
        "Content-Type": "application/json",
    }
    body = None if data is None else json.dumps(data).encode()
    request = urllib.request.Request(f"{root}/xAPI/statements", body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answered:
            return answered.status, json.loads(answered.read() or "null")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_a_record_store_keeps_what_it_is_told(
    few: Course, launch: Callable[..., Page], record_store: Callable[..., Any]
) -> None:
    lms = normal()
    page = launch(few, lms)
    for item in few.items:
        answer(page, item)
    ended(page, lms)
    status, told = record_store("POST", lms.statements)
    assert status == 200, told
    broken = {key: value for key, value in lms.statements[0].items() if key != "actor"}
    assert record_store("POST", [broken])[0] >= 400
    status, kept = record_store("GET")
    assert status == 200
    found = {one["id"]: one for one in kept["statements"]}
    assert set(found) == {one["id"] for one in lms.statements}
    for one in lms.statements:
        same = found[one["id"]]
        assert (same["verb"], same["object"]) == (one["verb"], one["object"])
        assert same.get("result") == one.get("result")
