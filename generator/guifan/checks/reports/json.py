"""The report for programs: a stable object, see the command's contract."""

import json
from dataclasses import asdict

from guifan.checks.reports.outcome import Outcome
from guifan.checks.rules import RULES
from guifan.checks.wording import beside, message
from guifan.findings import Finding


def render(outcome: Outcome) -> str:
    """The findings and a summary as JSON."""
    report = outcome.report
    summary = {
        "errors": report.errors,
        "warnings": report.warnings,
        "waived": len(report.waived),
        "items": report.items,
        "examined": dict(report.examined),
    }
    findings = [_finding(one, outcome.language) for one in report.findings]
    return json.dumps({"findings": findings, "summary": summary}, ensure_ascii=False, indent=2)


def _finding(finding: Finding, language: str) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": RULES[finding.code].name,
        "severity": finding.severity.value,
        "message": message(finding, language),
        **asdict(finding.position),
        "related": [
            {"message": beside(finding, one, language), **asdict(one.position)}
            for one in finding.related
        ],
        "suggestion": finding.suggestion.text if finding.suggestion else None,
        "fingerprint": finding.fingerprint,
    }
