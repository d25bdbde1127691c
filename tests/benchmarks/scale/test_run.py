"""Manuals of any size: a copy is closed and clean, and the rules look at as many more places."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from guifan.publish.folder import open_folder

ROOT = Path(__file__).parents[3]
DAY = date(2026, 11, 22)

WRITE = """
import sys
from datetime import date
from pathlib import Path
sys.path[0] = sys.argv[1]
from corpora import flagship, write
manual = flagship(Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))
write(Path(sys.argv[4]), manual.copies(3))
print(manual.size(3))
"""


@pytest.mark.prove
def test_three_copies_are_clean_and_have_three_times_the_places(tmp_path: Path) -> None:
    scale = str(ROOT / "benchmarks" / "scale")
    command = [sys.executable, "-c", WRITE, scale, str(ROOT), f"{DAY}", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    copies = open_folder(tmp_path)
    report = copies.check(DAY)
    assert len(copies.corpus) == int(done.stdout)
    assert not report.findings
    one = open_folder(ROOT).check(DAY)
    # Words, laws and the organisation itself stand once, and are looked at once.
    assert sum(report.examined.values()) > 2 * sum(one.examined.values())


def test_help_says_what_it_does() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "scale"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "--only" in done.stdout
    assert "Doorstop" in done.stdout
