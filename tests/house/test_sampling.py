import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sampling
from hypothesis import given
from hypothesis import strategies as st

NAMES = [f"case-{number}" for number in range(100)]


def test_a_sample_keeps_its_size_and_order() -> None:
    chosen = sampling.sample(NAMES, 7)
    assert len(chosen) == 7
    assert chosen == [name for name in NAMES if name in chosen]


def test_a_short_list_is_taken_whole() -> None:
    assert sampling.sample(NAMES[:3], 7) == NAMES[:3]


@given(st.permutations(NAMES))
def test_the_choice_does_not_hang_on_the_order(shuffled: list[str]) -> None:
    assert set(sampling.sample(shuffled, 7)) == set(sampling.sample(NAMES, 7))


@given(st.sets(st.sampled_from(NAMES), min_size=20))
def test_what_is_chosen_among_many_is_chosen_among_fewer(present: set[str]) -> None:
    among_all = set(sampling.sample(NAMES, 7))
    among_present = set(sampling.sample(sorted(present), 7))
    assert among_all & present <= among_present


def test_each_group_keeps_its_own_limit() -> None:
    cases = [("a", f"a[{n}]", 2) for n in range(9)] + [("b", f"b[{n}]", 5) for n in range(9)]
    left_out = sampling.unsampled(cases)
    kept = {case for _, case, _ in cases} - left_out
    assert sorted(case[0] for case in kept) == ["a"] * 2 + ["b"] * 5


@pytest.mark.parametrize(
    ("proving", "closing"), [("", "3 passed, 7 deselected"), ("1", "10 passed")]
)
def test_a_run_takes_a_part_or_all(
    tmp_path: Path, manual_root: Path, proving: str, closing: str
) -> None:
    """Eight sampled cases of which two run, one test to prove alone, one ordinary."""
    shutil.copy(manual_root / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_it.py").write_text(
        "import pytest\n"
        "@pytest.mark.sampled(2)\n"
        "@pytest.mark.parametrize('n', range(8))\n"
        "def test_sampled(n): pass\n"
        "@pytest.mark.prove\n"
        "def test_long(): pass\n"
        "def test_ordinary(): pass\n",
        encoding="utf-8",
    )
    environment = {
        **os.environ,
        "GUIFAN_PROVE": proving,
        "PYTHONPATH": os.pathsep.join(str(manual_root / at) for at in ("generator", "tests/house")),
    }
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "--strict-markers", "-p", "no:cacheprovider", "."],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert closing in run.stdout.splitlines()[-1], run.stdout + run.stderr
