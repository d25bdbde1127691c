"""This repository's own standards: nothing to find for any rule, and something to look at."""

import pytest

from guifan.checks.engine import Report
from guifan.checks.rules import RULES
from guifan.publish.folder import Folder
from guifan.pytest_plugin import test_consistent

__all__ = ["test_consistent"]

pytestmark = pytest.mark.filterwarnings("error::guifan.pytest_plugin.StandardsWarning")

CHECKED = [code for code, rule in RULES.items() if rule.check is not None]


@pytest.fixture
def empty(guifan_checked: tuple[Folder, Report]) -> frozenset[str]:
    """The codes of the rules that had nothing to look at, those apart that lack a past.

    A test that fails tells what it was given: that must not be the whole manual.
    """
    folder, report = guifan_checked
    compared = {code for code in CHECKED if "baseline" in RULES[code].needs}
    seen = {code for code in CHECKED if report.examined[code]}
    return frozenset(CHECKED) - seen - (compared if folder.baseline is None else set())


@pytest.mark.parametrize("code", CHECKED)
def test_a_rule_examines_something(code: str, empty: frozenset[str]) -> None:
    assert code not in empty
