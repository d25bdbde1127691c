"""This repository's own standards: nothing to find for any rule, and something to look at."""

import pytest

from guifan.checks.engine import Report
from guifan.checks.rules import RULES
from guifan.publish.folder import Folder
from guifan.pytest_plugin import test_consistent

__all__ = ["test_consistent"]

pytestmark = pytest.mark.filterwarnings("error::guifan.pytest_plugin.StandardsWarning")

CHECKED = [code for code, rule in RULES.items() if rule.check is not None]


@pytest.mark.parametrize("code", CHECKED)
def test_a_rule_examines_something(code: str, guifan_checked: tuple[Folder, Report]) -> None:
    folder, report = guifan_checked
    compares = "baseline" in RULES[code].needs and folder.baseline is None
    assert (report.examined[code] == 0) == compares
