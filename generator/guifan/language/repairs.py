"""Safe suggestions applied to a file's text."""

from collections.abc import Iterable

from guifan.findings import Finding, Position
from guifan.language.source import Source


def is_safe(finding: Finding) -> bool:
    """Whether the finding says what to write in its place, and only that can be meant."""
    return finding.suggestion is not None and finding.suggestion.safe


def repaired(source: Source, findings: Iterable[Finding]) -> tuple[str, tuple[Finding, ...]]:
    """Write the safe suggestions into a text, the last first, so that places stay true.

    Returns:
        The new text, and the findings whose suggestions it holds: of two that overlap, the first.
    """
    applied: list[Finding] = []
    end = 0
    for finding in sorted(filter(is_safe, findings), key=lambda one: one.position):
        start, stop = _offsets(source, finding.position)
        if start >= end and finding.position.file == source.file:
            applied.append(finding)
            end = max(stop, start + 1)
    text = source.text
    for finding in reversed(applied):
        start, stop = _offsets(source, finding.position)
        text = text[:start] + (finding.suggestion.text if finding.suggestion else "") + text[stop:]
    return text, tuple(applied)


def _offsets(source: Source, at: Position) -> tuple[int, int]:
    """Where in the text a stretch begins and ends."""
    return (
        source.starts[at.line - 1] + at.column - 1,
        source.starts[at.end_line - 1] + at.end_column - 1,
    )
