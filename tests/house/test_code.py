"""The code keeps its own house rules; each failure is the tool's own text."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PYTHON = [sys.executable, "-m"]
SCRIPTS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        [*PYTHON, "ruff", "check", "--no-cache", "generator", "tests"],
        [*PYTHON, "ruff", "format", "--check", "--diff", "--no-cache", "generator", "tests"],
        [*PYTHON, "mypy"],
        [str(SCRIPTS / "lint-imports"), "--no-cache"],
    ],
    ids=["style", "layout", "types", "floors"],
)
def test_tool_has_no_complaint(manual_root: Path, command: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(manual_root / "generator"), "NO_COLOR": "1"}
    run = subprocess.run(
        command,
        cwd=manual_root,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != 0:
        pytest.fail(f"{run.stdout}\n{run.stderr}", pytrace=False)


# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = (
    "pypi" + r"\.org/simple",
    "files" + r"\.pythonhosted\.",
    "registry" + r"\.npmjs\.",
    "registry" + r"\.yarnpkg\.",
    r"deb\.debian" + r"\.org",
    r"--(extra-)?index" + r"-url",
)
MACHINE_PATHS = (
    r"(?<![\w./])/" + r"(root|work|home/\w+|Users/\w+)/",
    r"\b[A-Z]:\\" + r"Users\\",
)


@pytest.mark.parametrize(
    ("kind", "patterns"), [("registry", REGISTRIES), ("machine path", MACHINE_PATHS)]
)
def test_no_tracked_file_names_a(manual_root: Path, kind: str, patterns: tuple[str, ...]) -> None:
    forbidden = re.compile("|".join(patterns))
    found = [
        f"{path}:{number}: {line.strip()[:120]}"
        for path in _tracked(manual_root)
        for number, line in enumerate(_lines(manual_root / path), start=1)
        if forbidden.search(line)
    ]
    assert not found, f"{kind} in a tracked file:\n" + "\n".join(found)


def _tracked(root: Path) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True
    )
    return [path for path in listed.stdout.split("\0") if path]


def _lines(path: Path) -> list[str]:
    """The lines of a text file; none of a binary one, or of one deleted but not yet committed."""
    try:
        return path.read_text("utf-8").splitlines()
    except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
        return []
