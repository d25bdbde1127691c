"""The report as workflow commands of GitHub Actions, which become notes beside a change.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from guifan.checks.reports.outcome import Outcome
from guifan.checks.rules import RULES
from guifan.checks.wording import message
from guifan.findings import Finding, Severity


def render(outcome: Outcome) -> str:
    """One command a line, an error or a warning."""
    return "\n".join(_command(one, outcome) for one in outcome.report.findings)


def _command(finding: Finding, outcome: Outcome) -> str:
    at = finding.position
    facts = {
        "file": outcome.folder + at.file,
        "line": at.line,
        "endLine": at.end_line,
        "col": at.column,
        "endColumn": at.end_column,
        "title": f"{finding.code} {RULES[finding.code].name}",
    }
    level = "error" if finding.severity is Severity.ERROR else "warning"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in facts.items())
    return f"::{level} {properties}::{_data(message(finding, outcome.language))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
