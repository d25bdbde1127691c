"""The browser and Node that other tests stand on."""

from __future__ import annotations

import os
import subprocess
import sys
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


STUB = "#!/bin/sh\necho 'get the real one elsewhere' >&2\nexit 1\n"
BROWSER = "#!/bin/sh\necho 'Chromium 1.0'\n"
INSTALLER = """\
#!/bin/sh
case "$*" in
  "install -y --no-install-recommends chromium"*)
    printf '#!/bin/sh\\necho Chromium 1.0\\n' > {bin}/chromium
    /bin/chmod +x {bin}/chromium;;
esac
"""


@pytest.mark.parametrize(
    ("programs", "status", "says"),
    [
        ({"google-chrome": BROWSER}, 0, "Browser: {bin}/google-chrome"),
        ({"chromium-browser": STUB, "google-chrome": BROWSER}, 0, "Browser: {bin}/google-chrome"),
        ({"apt-get": INSTALLER, "sudo": '#!/bin/sh\nshift\n"$@"'}, 0, "Browser: {bin}/chromium"),
        ({"apt-get": STUB, "sudo": STUB}, 1, "apt-get install chromium fonts-noto-cjk"),
        ({"chromium-browser": STUB}, 1, "GUIFAN_CHROMIUM=/path/to/chromium make test"),
    ],
    ids=["system's", "stub passed over", "installed", "installation refused", "nothing"],
)
def test_the_browser_step_finds_installs_or_says_what_to_do(
    tmp_path: Path, programs: dict[str, str], status: int, says: str
) -> None:
    for name, text in programs.items():
        (tmp_path / name).write_text(text.replace("{bin}", str(tmp_path)), encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    step = _browser_step(PATH=str(tmp_path), PLAYWRIGHT_BROWSERS_PATH=str(tmp_path / "none"))
    assert step.returncode == status, step.stderr
    assert says.replace("{bin}", str(tmp_path)) in step.stdout + step.stderr


def test_the_browser_that_is_named_is_the_only_one_tried(tmp_path: Path) -> None:
    step = _browser_step(GUIFAN_CHROMIUM=str(tmp_path / "nothing"))
    assert step.returncode == 1
    assert "Any one of these helps" in step.stderr


def _browser_step(**changes: str) -> subprocess.CompletedProcess[str]:
    environment = {name: text for name, text in os.environ.items() if name != "GUIFAN_CHROMIUM"}
    return subprocess.run(
        [sys.executable, browsers.__file__],
        env={**environment, **changes},
        capture_output=True,
        text=True,
        check=False,
    )


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
