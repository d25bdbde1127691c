"""The pytest plugin, in another organisation's repository."""

from pathlib import Path

import foldered
import pytest

from guifan.checks.rules import RULES

pytest_plugins = ["pytester"]

TERM = "kind: term\nid: complaint\ntitle: 投诉\nmeans: 由【{role}】和【hotline-agent】跟进\n"


@pytest.fixture
def repository(pytester: pytest.Pytester) -> Path:
    pytester.makepyfile(test_standards="from guifan.pytest_plugin import test_consistent")
    book = foldered.manual(pytester.path / "book")
    (book / "standards" / "terms.yaml").write_text(
        TERM.format(role="shift-leader") + foldered.SHARED_LINES, "utf-8"
    )
    return pytester.path


def test_one_test_a_rule_named_by_its_code(pytester: pytest.Pytester, repository: Path) -> None:
    run = pytester.runpytest_subprocess("--guifan", "book", "--guifan-date", "2026-06-01", "-v")
    run.assert_outcomes(passed=len(RULES), warnings=1)
    run.stdout.fnmatch_lines(["*test_consistent?S03-duplicate-key?*PASSED*"])


def test_an_error_fails_its_rule_with_the_findings_own_text(
    pytester: pytest.Pytester, repository: Path
) -> None:
    terms = repository / "book" / "standards" / "terms.yaml"
    terms.write_text(TERM.format(role="shift-laeder") + foldered.SHARED_LINES, "utf-8")
    pytester.makeini("[pytest]\nguifan_root = book\nguifan_date = 2026-06-01\n")
    run = pytester.runpytest_subprocess("-q")
    run.assert_outcomes(passed=len(RULES) - 1, failed=1, warnings=1)
    run.stdout.fnmatch_lines(["standards/terms.yaml:4:10 *R01*shift-laeder*", "*shift-leader*"])


def test_warnings_fail_when_asked(pytester: pytest.Pytester, repository: Path) -> None:
    run = pytester.runpytest_subprocess(
        "--guifan", "book", "-W", "error::guifan.pytest_plugin.StandardsWarning", "-q"
    )
    run.assert_outcomes(passed=len(RULES) - 1, failed=1)


def test_a_missing_manual_is_said_in_a_line(pytester: pytest.Pytester, repository: Path) -> None:
    run = pytester.runpytest_subprocess("--guifan", "nowhere", "-q", "-k", "S01")
    run.assert_outcomes(errors=1)
    run.stdout.fnmatch_lines(["*standards: *"])
    run.stdout.no_fnmatch_line("*Traceback*")
