"""A seeded part of the benchmark: what it plants is found, and the clean manual is clean."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / "faults"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_planted_faults_are_found(proving: bool) -> None:
    """All of them take as long as everything else together: that is `make faults`."""
    part = ("--all", "--sample", "120") if proving else ("--sample", "10")
    done = run("--each", "1", *part)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "False alarms on the clean manual: 0;" in done.stdout


def test_help_says_what_it_does() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "--all" in done.stdout
    assert "held" in done.stdout
