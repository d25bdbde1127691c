"""How long after an edit a live server shows the page, and how long until its search knows it."""

from __future__ import annotations

import random
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from guifan.publish.searched import FOLDER

HOST = "127.0.0.1"
PATIENCE = 300.0
"""Seconds until it is given up."""

_LOOK = 0.002
"""Seconds between two looks at the page."""


@dataclass(frozen=True)
class Shown:
    """What followed an edit.

    Args:
        page: milliseconds by the clock until the page was served with it.
        index: seconds by the clock until the search's index was another.
    """

    page: float
    index: float


def served(command: list[str], root: Path, edits: int, seed: int) -> list[Shown]:
    """Serve a manual and say one word more in so many norms, one after the other.

    Args:
        command: what serves it, without the port.
        root: the manual's folder.
        edits: how many.
        seed: which norms.
    """
    norms = list(_norms(root))
    with _serving(command, root) as address:
        return [
            _shown(address, path, name, f"第{number}遍")
            for number, (path, name) in enumerate(random.Random(seed).sample(norms, edits))
        ]


def _norms(root: Path) -> Iterator[tuple[Path, str]]:
    """Files of norms, each with the first of its norms."""
    for path in sorted((root / "standards").rglob("*.yaml")):
        text = path.read_text("utf-8")
        found = re.search(r"(?m)^  - id: (\S+)$", text)
        if found and re.search(r"(?m)^kind: norm$", text) and "。" in text[found.end() :]:
            yield path, found[1]


def _shown(address: str, path: Path, name: str, word: str) -> Shown:
    index, page = f"{address}{FOLDER}/index.js", f"{address}norms/{name}/"
    before = _read(index)
    text = path.read_text("utf-8")
    at = text.index("。", text.index(f"- id: {name}\n"))
    began = time.perf_counter()
    path.write_text(f"{text[:at]}，{word}{text[at:]}", "utf-8")
    while word not in _read(page):
        _wait(began, _LOOK)
    shown = time.perf_counter() - began
    while _read(index) == before:
        _wait(began, 10 * _LOOK)
    return Shown(1000 * shown, time.perf_counter() - began)


def _wait(began: float, seconds: float) -> None:
    if time.perf_counter() - began > PATIENCE:
        raise TimeoutError("an edit was never shown")
    time.sleep(seconds)


def _read(address: str) -> str:
    """What a server answers; nothing where it does not, or has no such file."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


@contextmanager
def _serving(command: list[str], root: Path) -> Iterator[str]:
    """The address of a server that has built the manual."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        port = found.getsockname()[1]
    address, began = f"http://{HOST}:{port}/", time.perf_counter()
    process = subprocess.Popen([*command, "--port", str(port)], cwd=root, stdout=sys.stderr)
    try:
        while not _read(address):
            if process.poll() is not None:
                raise RuntimeError(f"the server ended: {process.returncode}")
            _wait(began, 0.1)
        yield address
    finally:
        process.kill()
        process.wait()
