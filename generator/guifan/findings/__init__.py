"""What everything reports in: positions in the text, findings, and rules with their words."""

from guifan.findings.finding import Finding, Related, Severity, Suggestion
from guifan.findings.position import Position
from guifan.findings.rule import FILE, Example, Match, Place, Rule, always
from guifan.findings.wording import Listed, Phrase, Sayable, Wording, listed

__all__ = [
    "FILE",
    "Example",
    "Finding",
    "Listed",
    "Match",
    "Phrase",
    "Place",
    "Position",
    "Related",
    "Rule",
    "Sayable",
    "Severity",
    "Suggestion",
    "Wording",
    "always",
    "listed",
]
