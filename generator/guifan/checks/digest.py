"""Findings as a reader wants them: one fault told once, causes before what follows from them."""

from collections.abc import Iterable
from dataclasses import replace

from guifan.findings import Finding

_CAUSES = frozenset({"S01", "S02", "S05", "S10", "S12", "S13", "S14", "S20"})
"""Rules whose findings make others: a file or an item that others refer to was not read."""

_CAUSING = frozenset(
    {
        ("R01", "duplicate"),
        ("R01", "emptied"),
        ("R01", "no-manual"),
        ("S03", "missing-dash"),
        ("S06", "no-kind"),
        ("S07", "file-wants-mapping"),
    }
)
"""Messages of other rules that do."""


def digest(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in order: causes first, then by files and places; of equal ones one stays.

    What stands in the shared head of a file is found once for every item of it: the one finding
    that is kept says of how many.
    """
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_fault(finding), []).append(finding)
    return tuple(sorted(map(_one, groups.values()), key=_rank))


def _fault(finding: Finding) -> object:
    """What makes two findings the same fault: everything but the item they concern."""
    related = tuple((one.position, one.key) for one in finding.related)
    arguments = tuple(sorted((name, str(value)) for name, value in finding.arguments.items()))
    return finding.code, finding.key, finding.position, arguments, related, finding.severity


def _one(same: list[Finding]) -> Finding:
    subjects = {finding.subject for finding in same if finding.subject}
    return replace(same[0], items=len(subjects) or len(same))


def _rank(finding: Finding) -> tuple[object, ...]:
    is_cause = finding.code in _CAUSES or (finding.code, finding.key) in _CAUSING
    return not is_cause, finding.position, finding.code, finding.fingerprint
