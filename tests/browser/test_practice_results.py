"""What was practised, as files for others: a table, and statements that a record store takes in."""

from __future__ import annotations

import base64
import contextlib
import csv
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import node_tools
import pytest
import python_tools
from practising import (
    Asked,
    given,
    keep,
    open_record,
    practise,
)
from rendering import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from browsing import Site
    from playwright.sync_api import Page

TOOLS = ROOT / ".guifan/test-tools"


def exported(page: Page, text: str) -> str:
    with page.expect_download() as found:
        page.get_by_role("button", name=text).click()
    return Path(found.value.path()).read_text("utf-8")


def of_every_kind(page: Page, site: Site, questions: dict[str, Asked]) -> list[dict[str, Any]]:
    """Let a browser have kept an answer of each kind."""
    kinds: dict[str, Asked] = {}
    for one in questions.values():
        kinds.setdefault(one.told["type"], one)
    answers = [given(one, at) for at, one in enumerate(kinds.values())]
    keep(page, site, {}, me={"role": "", "name": "=SUM(A1)", "id": "test"})
    page.evaluate(
        "text => localStorage.setItem('guifan / practice answers', text)",
        json.dumps({"format": 1, "answers": answers}),
    )
    practise(page, site)
    open_record(page)
    return answers


def test_results_are_a_table(site: Site, page: Page, questions: dict[str, Asked]) -> None:
    answers = of_every_kind(page, site, questions)
    text = exported(page, "成绩表")
    assert text.startswith("\ufeff")
    head, *rows = csv.reader(text[1:].splitlines())
    assert head[:4] == ["时间", "姓名或工号", "岗位", "题目编号"]
    assert [row[3] for row in rows] == [one["item"] for one in answers]
    assert {row[9] for row in rows} == {"对"}
    assert {row[1] for row in rows} == {"'=SUM(A1)"}


def test_results_are_statements_of_xapi(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    """They keep to the specification by its validator, and name what was asked and answered."""
    answers = of_every_kind(page, site, questions)
    statements = json.loads(exported(page, "xAPI"))
    assert [one["id"] for one in statements] == [one["id"] for one in answers]
    forms = {one["object"]["definition"]["interactionType"] for one in statements}
    assert {"choice", "numeric", "matching", "sequencing"} <= forms
    for statement, given_ in zip(statements, answers, strict=True):
        assert given_["item"] in unquote(statement["object"]["id"])
        definition, response = statement["object"]["definition"], statement["result"]["response"]
        (pattern,) = definition["correctResponsesPattern"]
        assert response == pattern.split("[:]")[0]
        ids = {one["id"] for one in definition.get("choices", ())}
        assert not ids or set(response.split("[,]")) <= ids
    faults = validated(statements)
    assert faults == [[] for _ in statements]
    broken = [{**statements[0], "actor": {}}]
    assert validated(broken) != [[]]


def validated(statements: list[Any]) -> list[list[Any]]:
    """What the specification's validator says of each statement."""
    script = """
      const rules = require(process.argv[1]);
      const text = require("fs").readFileSync(0, "utf-8");
      const found = JSON.parse(text).map(one => rules.default(one).map(fault => String(fault)));
      console.log(JSON.stringify(found));
    """
    done = subprocess.run(
        [node_tools.NODE, "-e", script, str(tool("@learninglocker/xapi-validation"))],
        input=json.dumps(statements),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found: list[list[Any]] = json.loads(done.stdout)
    return found


def tool(name: str) -> Path:
    """The folder of a pinned npm package."""
    try:
        return node_tools.install(TOOLS) / "node_modules" / name
    except node_tools.InstallationError as error:
        pytest.skip(f"{name} could not be installed: {error}")


def test_a_record_store_takes_them_in(
    site: Site, page: Page, questions: dict[str, Asked], tmp_path: Path
) -> None:
    """Sent twice, each is held once; what is no statement is refused."""
    answers = of_every_kind(page, site, questions)
    statements = json.loads(exported(page, "xAPI"))
    with store(tmp_path) as send:
        assert send("POST", "statements", statements)[0] == 200
        assert send("POST", "statements", [{**statements[0], "actor": {}}])[0] in {400, 422}
        assert send("POST", "statements", statements)[0] in {200, 204, 409}
        status, held = send("GET", "statements?limit=100")
    assert status == 200
    told = {one["id"]: one for one in held["statements"]}
    assert len(held["statements"]) == len(answers)
    assert set(told) == {one["id"] for one in answers}
    for one in statements:
        assert told[one["id"]]["result"] == one["result"]


@contextlib.contextmanager
def store(folder: Path) -> Iterator[Callable[..., tuple[int, Any]]]:
    """A learning record store on this machine, and a way to speak to it."""
    try:
        python = python_tools.install(TOOLS, "ralph")
    except python_tools.InstallationError as error:
        pytest.skip(f"the record store could not be installed: {error}")
    (folder / "kept").mkdir()
    environment = {
        **os.environ,
        "RALPH_APP_DIR": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "kept"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "kept.jsonl",
    }
    program = [str(python), "-m", "ralph"]
    person = ["-M", "mailto:t@example.org", "-N", "t"]
    subprocess.run(
        [*program, "auth", "-u", "t", "-p", "t", "-s", "all", *person, "-w"],
        env=environment,
        check=True,
        capture_output=True,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [*program, "runserver", "-b", "fs", "-h", "127.0.0.1", "-p", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def send(method: str, path: str, body: Any = None) -> tuple[int, Any]:
        asked = urllib.request.Request(
            f"http://127.0.0.1:{port}/xAPI/{path}",
            method=method,
            data=json.dumps(body).encode() if body is not None else None,
            headers={
                "Authorization": "Basic " + base64.b64encode(b"t:t").decode(),
                "X-Experience-API-Version": "1.0.3",
                "Content-Type": "application/json",
            },
        )
        try:
            with urllib.request.urlopen(asked, timeout=30) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, None

    try:
        _wait(port, server)
        yield send
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    """Until the store hears; it has to load first."""
    for _ in range(240):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert server.poll() is None, "the store has ended"
        time.sleep(0.25)
    raise AssertionError("the store does not hear")
