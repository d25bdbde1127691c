"""The live servers: an edit is seen, an error leaves the last good site to read."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from guifan.commands.serve import COMMAND

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGE = "limits/refund/"
DATA = "api/v1/limits.json"
PATIENCE = 60


@pytest.fixture
def port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def served(start: Callable[..., Any]) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start a server that ends with the test."""
    running: list[subprocess.Popen[str]] = []

    def serving(*words: str, cwd: Path) -> subprocess.Popen[str]:
        running.append(start(*words, cwd=cwd, GUIFAN_DATE="2026-06-01"))
        return running[-1]

    yield serving
    for process in running:
        process.kill()
        process.communicate()


def page(port: int, path: str = PAGE) -> str:
    """What the server says, or nothing where it does not answer."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.read().decode())
    except OSError:
        return ""


def until(port: int, text: str, path: str = PAGE, *, without: str = "\0") -> None:
    deadline = time.monotonic() + PATIENCE
    while text not in (shown := page(port, path)) or without in shown:
        assert time.monotonic() < deadline, f"{text!r} never came"
        time.sleep(0.1)


def rewrite(root: Path, old: str, new: str) -> None:
    path = root / "standards/limits.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("program", ["guifan", "mkdocs"])
def test_an_edit_is_seen_and_an_error_keeps_the_last_good_site(
    program: str, own_shop: Path, port: int, served: Callable[..., subprocess.Popen[str]]
) -> None:
    option = {"guifan": ["--port", str(port)], "mkdocs": ["-a", f"127.0.0.1:{port}"]}[program]
    process = served(program, "serve", *option, cwd=own_shop)
    until(port, "3 日")
    rewrite(own_shop, "within: 3 日", "within: 4 日")
    until(port, "4 日")
    until(port, "4 日", DATA)  # it is built as well
    rewrite(own_shop, "within: 4 日", "within: 四日半")
    until(port, "standards/limits.yaml:15:13 S08")
    assert "4 日" in page(port)
    assert "标准有错误，这是改前的样子" in page(port, "")
    assert process.poll() is None
    rewrite(own_shop, "within: 四日半", "within: 5 日")
    until(port, "5 日", without="改前的样子")
    process.terminate()
    out, err = process.communicate(timeout=30)
    assert "standards/limits.yaml:" in out + err
    assert "四日半" in out + err
    assert "Traceback" not in out + err


@pytest.mark.parametrize("program", ["guifan", "mkdocs"])
def test_a_build_that_fails_midway_leaves_the_last_good_site(
    program: str, own_shop: Path, port: int, served: Callable[..., subprocess.Popen[str]]
) -> None:
    option = {"guifan": ["--port", str(port)], "mkdocs": ["-a", f"127.0.0.1:{port}"]}[program]
    template = own_shop / "site_templates/pages/limit.html"
    template.parent.mkdir(parents=True)
    template.write_text("<p>甲乙丙</p>", "utf-8")
    process = served(program, "serve", *option, cwd=own_shop)
    until(port, "甲乙丙")
    template.write_text("一\n{{ 1 + page.title }}\n", "utf-8")
    until(port, "site_templates/pages/limit.html:2: TypeError: ")
    assert "甲乙丙" in page(port)
    template.write_text("<p>丁戊己</p>", "utf-8")
    until(port, "丁戊己")
    (own_shop / "content/guides/welcome.md").write_text("[没有](nowhere.md)\n", "utf-8")
    until(port, "网站没有重新生成，这是改前的样子")
    assert "丁戊己" in page(port)
    process.terminate()
    out, err = process.communicate(timeout=30)
    assert "site_templates/pages/limit.html:2: TypeError: " in out + err
    assert "Traceback" not in out + err


def test_serving_begins_with_errors_and_waits(
    shop: Path, port: int, served: Callable[..., subprocess.Popen[str]]
) -> None:
    rewrite(shop, "within: 3 日", "within: 三日半")
    process = served("guifan", "serve", "--port", str(port), cwd=shop)
    until(port, "标准有错误，还没有网站可看")
    assert "standards/limits.yaml:15:13 S08" in page(port, "")
    rewrite(shop, "within: 三日半", "within: 6 日")
    until(port, "6 日")
    assert "还没有网站可看" not in page(port, "")
    assert "没有这一页" in page(port, "nowhere/")
    process.terminate()
    out, err = process.communicate(timeout=30)
    assert "上一次正确的网站" not in out + err
    assert "Traceback" not in out + err


def test_mkdocs_with_errors_at_its_start_says_so_and_ends(
    own_shop: Path, port: int, ended: Callable[..., tuple[int, str, str]]
) -> None:
    rewrite(own_shop, "within: 3 日", "within: 三日半")
    code, out, err = ended("mkdocs", "serve", "-a", f"127.0.0.1:{port}", cwd=own_shop)
    assert code == 1
    assert "standards/limits.yaml:15:13" in out + err
    assert "Traceback" not in out + err


def test_mkdocs_builds_without_the_talk_of_libraries(
    own_shop: Path, ended: Callable[..., tuple[int, str, str]]
) -> None:
    code, out, err = ended("mkdocs", "build", cwd=own_shop, GUIFAN_DATE="2026-06-01")
    assert code == 0
    assert "prefix dict" not in out + err


@pytest.mark.parametrize("written", ["80000", "0", "-1", "八千", "9" * 5000])
def test_what_is_no_port_is_told_in_one_line(
    written: str, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shop)
    asked = CliRunner().invoke(COMMAND, ["--port", written])
    assert asked.exit_code == 2
    assert "--port 要写 1 到 65535 的整数" in asked.stderr
    assert "Traceback" not in asked.stderr


def test_a_port_that_is_taken_is_told_in_one_line(
    shop: Path, ended: Callable[..., tuple[int, str, str]]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, _, err = ended("guifan", "serve", "--port", str(port), cwd=shop)
    assert code == 2
    assert f"端口 {port}" in err
    assert "Traceback" not in err
