"""What everything reports in: positions in the text, findings, and rules with their words."""

from guifan.findings.finding import Finding, Related, Severity, Suggestion
from guifan.findings.position import Position
from guifan.findings.rule import Example, Match, Place, Rule, Wording

__all__ = [
    "Example",
    "Finding",
    "Match",
    "Place",
    "Position",
    "Related",
    "Rule",
    "Severity",
    "Suggestion",
    "Wording",
]
