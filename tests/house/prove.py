"""Run every test unsampled and, when all pass, record it in `benchmarks/PROVED.md`.

The record carries no time of its own: its date is the proven commit's, so that proving the same
commit twice writes the same bytes.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import chromium
import pytest

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "benchmarks" / "PROVED.md"
TOOLS = ("hypothesis", "mkdocs", "mkdocs-material", "properdocs", "pydantic", "pytest", "PyYAML")


@dataclass(frozen=True)
class Proof:
    """What was proved, and with what.

    Attributes:
        commit: abbreviated hash of the commit.
        date: the commit's date, YYYY-MM-DD.
        changed: files that differed from the commit, sorted.
        passed: number of tests, all of which passed.
        told: what some of them recorded of what they did, by its name.
        versions: name and version of each tool, in the order to print.
    """

    commit: str
    date: str
    changed: tuple[str, ...]
    passed: int
    told: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]

    def markdown(self) -> str:
        """Return the record as a page."""
        changed = ", ".join(f"`{path}`" for path in self.changed) or "none"
        lines = [
            "# Proved",
            "",
            "Written by `make prove` when every test passed unsampled.",
            "",
            "| | |",
            "|---|---|",
            f"| Commit | {self.commit} ({self.date}) |",
            f"| Files that differ from it | {changed} |",
            f"| Tests passed | {self.passed:,} |",
            *(f"| {name} | {value} |" for name, value in (*self.told, *self.versions)),
        ]
        return "\n".join(lines) + "\n"


class Tally:
    """A pytest plugin that counts the tests which passed and gathers what they recorded."""

    def __init__(self) -> None:
        self.passed = 0
        self.told: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a passed test once, at its call."""
        if report.when == "call" and report.passed:
            self.passed += 1
            self.told |= {name: str(value) for name, value in report.user_properties}


def prove(arguments: list[str]) -> int:
    """Run the tests and record their success; return pytest's status."""
    os.environ["GUIFAN_PROVE"] = "1"
    tally = Tally()
    status = int(pytest.main([str(ROOT / "tests"), *arguments], plugins=[tally]))
    if status == 0:
        RECORD.parent.mkdir(exist_ok=True)
        RECORD.write_text(_proof(tally).markdown(), encoding="utf-8", newline="\n")
    return status


def _proof(tally: Tally) -> Proof:
    commit, date = _git("log", "-1", "--date=short", "--format=%h %cd").split()
    own = RECORD.relative_to(ROOT).as_posix()
    changed = {line[3:] for line in _git("status", "--porcelain").splitlines()} - {own}
    told = tuple(sorted(tally.told.items()))
    return Proof(commit, date, tuple(sorted(changed)), tally.passed, told, _versions())


def _versions() -> tuple[tuple[str, str], ...]:
    browser = subprocess.run(
        [chromium.find() or "chromium", "--version"], capture_output=True, text=True, check=True
    )
    tools = ((name, metadata.version(name)) for name in TOOLS)
    return (
        ("Python", platform.python_version()),
        ("Browser", browser.stdout.strip()),
        *tools,
    )


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(prove(sys.argv[1:]))
