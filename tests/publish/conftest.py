"""A small manual to build, and programs to start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent


class Program(Protocol):
    """A command line to start, as ``guifan`` or ``mkdocs`` would be."""

    def __call__(self, *words: str, cwd: Path, **environment: str) -> subprocess.Popen[str]: ...


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A manual of nine items, some public, some not, without a mkdocs.yml of its own."""
    return Path(shutil.copytree(HERE / "shop", tmp_path / "shop"))


@pytest.fixture
def own_shop(shop: Path, manual_root: Path) -> Path:
    """The same with a mkdocs.yml of its own."""
    shutil.copy(manual_root / "mkdocs.yml", shop)
    return shop


@pytest.fixture
def start(manual_root: Path) -> Program:
    """Start a module of Python in a process of its own that sees this source tree."""

    def started(*words: str, cwd: Path, **environment: str) -> subprocess.Popen[str]:
        seen = {"PYTHONPATH": str(manual_root / "generator"), "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=cwd,
            env={**os.environ, **seen, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    return started


@pytest.fixture
def ended(start: Program) -> Callable[..., tuple[int, str, str]]:
    """Run such a process to its end: its exit code, and what it said on both streams."""

    def run(*words: str, cwd: Path, **environment: Any) -> tuple[int, str, str]:
        process = start(*words, cwd=cwd, **environment)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    return run
