"""Two programs are never taken for one: a library tells them apart, or a line of code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import guifan

PACKAGE = Path(guifan.__file__).parent


def told(folder: Path, before: str = "") -> str:
    """The digest of the program in a folder, asked of itself, after some code."""
    code = f"{before}\nfrom guifan.publish.program import program; print(program())"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return run.stdout.strip()


def test_a_file_of_the_package_and_a_library_tell_programs_apart(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "guifan", ignore=shutil.ignore_patterns("__pycache__"))
    ours = told(tmp_path)
    assert told(tmp_path) == ours
    other = "import importlib.metadata as m; m.version = lambda _: '0'"
    assert told(tmp_path, other) != ours
    path = tmp_path / "guifan" / "idle.py"
    path.write_text("", "utf-8")
    added = told(tmp_path)
    path.write_text("# one line more\n", "utf-8")
    assert len({ours, added, told(tmp_path)}) == 3
    path.unlink()
    assert told(tmp_path) == ours
