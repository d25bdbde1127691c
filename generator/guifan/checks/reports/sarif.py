"""The report as SARIF 2.1.0, for code scanning and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from typing import Any
from urllib.parse import quote

from guifan import __version__
from guifan.checks.reports.outcome import Outcome
from guifan.checks.rules import RULES
from guifan.checks.wording import beside, message
from guifan.findings import Finding, Position, Rule, Severity

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_TAGS = {"zh": "zh-Hans", "en": "en"}


def render(outcome: Outcome) -> str:
    """One run with every rule; a waived finding is a suppressed result."""
    report, language = outcome.report, outcome.language
    results = [_result(one, outcome) for one in report.findings]
    results += [
        {**_result(one, outcome), "suppressions": [{"kind": "inSource"}]} for one in report.waived
    ]
    driver = {
        "name": "guifan",
        "version": __version__,
        "language": _TAGS[language],
        "rules": [_rule(rule, language) for rule in RULES.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    finds, why = rule.finds.say(language), rule.why.say(language)
    shown = [f"{finds}\n\n{why}"]
    if rule.bad.text:
        shown += [f"```yaml\n{example.text}```" for example in (rule.bad, rule.change)]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": finds},
        "fullDescription": {"text": why},
        "help": {"text": f"{finds}\n{why}", "markdown": "\n\n".join(shown)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, outcome: Outcome) -> dict[str, Any]:
    language = outcome.language
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": list(RULES).index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": message(finding, language)},
        "locations": [{"physicalLocation": _place(finding.position, outcome)}],
        "partialFingerprints": {"guifan/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": beside(finding, one, language)},
                "physicalLocation": _place(one.position, outcome),
            }
            for number, one in enumerate(finding.related)
        ]
    if finding.suggestion and finding.suggestion.safe:
        result["fixes"] = [_fix(finding.position, finding.suggestion.text, outcome)]
    return result


def _place(position: Position, outcome: Outcome) -> dict[str, Any]:
    return {"artifactLocation": _file(position, outcome), "region": _region(position)}


def _file(position: Position, outcome: Outcome) -> dict[str, str]:
    return {"uri": quote(outcome.folder + position.file), "uriBaseId": "%SRCROOT%"}


def _region(position: Position) -> dict[str, int]:
    return {
        "startLine": position.line,
        "startColumn": position.column,
        "endLine": position.end_line,
        "endColumn": position.end_column,
    }


def _fix(position: Position, text: str, outcome: Outcome) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(position), "insertedContent": {"text": text}}
    change = {"artifactLocation": _file(position, outcome), "replacements": [replacement]}
    return {"artifactChanges": [change]}
