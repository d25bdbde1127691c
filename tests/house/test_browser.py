"""The browser and Node that other tests stand on."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import chromium as browsers
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LSP_HELLO = (
    '{"jsonrpc":"2.0","id":1,"method":"initialize",'
    '"params":{"processId":null,"rootUri":null,"capabilities":{}}}'
)


def test_a_page_shows_chinese_to_a_reader_in_beijing(page: Page, tmp_path: Path) -> None:
    written = tmp_path / "page.html"
    written.write_text("<meta charset=utf-8><h1>服务规范</h1>", encoding="utf-8")
    page.goto(written.as_uri())
    assert page.get_by_role("heading").inner_text() == "服务规范"
    assert page.evaluate("navigator.language") == "zh-CN"
    assert page.evaluate("new Date(2026, 0, 1).getTimezoneOffset()") == -8 * 60


def test_pages_do_not_share_what_they_keep(new_page: Callable[..., Page], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>", encoding="utf-8")
    kept = []
    for _ in range(2):
        page = new_page(locale="en-GB")
        page.goto((tmp_path / "page.html").as_uri())
        kept.append(page.evaluate("localStorage.getItem('seen')"))
        page.evaluate("localStorage.setItem('seen', 'yes')")
    assert kept == [None, None]


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("fetch('https://example.com/').catch(() => 0)", "asked for https://example.com/"),
        ("setTimeout(() => { throw new Error('broken') })", "threw"),
    ],
)
def test_a_page_that_errs_or_reaches_out_fails_its_test(
    chromium: Browser, tmp_path: Path, script: str, fault: str
) -> None:
    written = tmp_path / "page.html"
    written.write_text(f"<script>{script}</script>", encoding="utf-8")
    with pytest.raises(AssertionError, match=fault):
        _visit(chromium, written.as_uri())


def _visit(browser: Browser, address: str) -> None:
    with browsers.visits(browser) as open_page:
        page = open_page()
        page.goto(address)
        page.wait_for_timeout(200)


def test_a_program_that_is_no_browser_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = tmp_path / "chromium-browser"
    stub.write_text("#!/bin/sh\necho 'install it from elsewhere' >&2\nexit 1\n")
    stub.chmod(0o755)
    monkeypatch.setenv("GUIFAN_CHROMIUM", str(stub))
    assert browsers.find() is None


def test_without_a_browser_the_step_fails_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GUIFAN_CHROMIUM", str(tmp_path / "nothing"))
    assert browsers.main() == 1
    assert "apt-get install chromium" in capsys.readouterr().err


def test_the_yaml_language_server_answers(node: Path, node_tool: Callable[[str], Path]) -> None:
    message = f"Content-Length: {len(LSP_HELLO)}\r\n\r\n{LSP_HELLO}".encode()
    with subprocess.Popen(
        [node, node_tool("yaml-language-server"), "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as server:
        assert server.stdin
        assert server.stdout
        server.stdin.write(message)
        server.stdin.flush()
        length = int(server.stdout.readline().decode().removeprefix("Content-Length: "))
        server.stdout.readline()
        answer = server.stdout.read(length)
        server.kill()
    assert b'"hoverProvider"' in answer


def test_a_tool_that_is_not_pinned_is_refused(node_tool: Callable[[str], Path]) -> None:
    with pytest.raises(KeyError, match="not pinned"):
        node_tool("left-pad")
