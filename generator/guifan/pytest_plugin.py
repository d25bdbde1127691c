"""One test a rule for any organisation's standards, in one line of a test module.

``from guifan.pytest_plugin import test_consistent`` in ``tests/test_standards.py`` gives
``test_consistent[S03-duplicate-key]`` and its like: errors fail with the findings' own text,
warnings warn (``-W error::guifan.pytest_plugin.StandardsWarning`` makes them fail). The manual is
in the directory of pytest's configuration, or where ``guifan_root`` in it or ``--guifan DIR``
says; ``guifan_date`` or ``--guifan-date`` names the day on which it is judged.
"""

import warnings
from pathlib import Path

import pytest

from guifan.checks.engine import Report
from guifan.checks.reports import FORMATS, Outcome
from guifan.checks.rules import RULES
from guifan.language.source import CannotRead
from guifan.publish.day import ZONE, today
from guifan.publish.folder import Folder, open_folder

_CHECKED = pytest.StashKey[tuple[Folder, Report]]()


class StandardsWarning(UserWarning):
    """The standards give a rule something to warn of."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options and settings that say where the manual is, and on which day it is judged."""
    group = parser.getgroup("guifan", "service standards")
    group.addoption("--guifan", metavar="DIR", help="the folder that holds standards/")
    group.addoption("--guifan-date", metavar="DAY", help="judge the standards as of YYYY-MM-DD")
    parser.addini("guifan_root", "the folder that holds standards/", default=".")
    parser.addini("guifan_date", "judge the standards as of YYYY-MM-DD; otherwise as of today")


@pytest.fixture
def guifan_checked(pytestconfig: pytest.Config) -> tuple[Folder, Report]:
    """The manual and its report, read once a run."""
    if _CHECKED not in pytestconfig.stash:
        pytestconfig.stash[_CHECKED] = _checked(pytestconfig)
    return pytestconfig.stash[_CHECKED]


def _checked(config: pytest.Config) -> tuple[Folder, Report]:
    written = config.getoption("--guifan") or config.getini("guifan_root")
    day = config.getoption("--guifan-date") or config.getini("guifan_date")
    try:
        folder = open_folder(config.rootpath / Path(written))
        zone = folder.corpus.manual.zone if folder.corpus.manual else ZONE
        return folder, folder.check(today(day, zone))
    except (CannotRead, ValueError) as error:
        pytest.fail(str(error), pytrace=False)


@pytest.mark.parametrize(
    "code", [pytest.param(code, id=f"{code}-{rule.name}") for code, rule in RULES.items()]
)
def test_consistent(code: str, guifan_checked: tuple[Folder, Report]) -> None:
    """The standards give this rule nothing to find."""
    folder, report = guifan_checked
    found = tuple(one for one in report.findings if one.code == code)
    if not found:
        return
    sources = {source.file: source for source in folder.sources}
    outcome = Outcome(Report(found, items=report.items), sources)
    if outcome.report.errors:
        pytest.fail(FORMATS["text"](outcome), pytrace=False)
    warnings.warn(StandardsWarning(FORMATS["text"](outcome)), stacklevel=1)
