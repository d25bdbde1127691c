"""One rule over a corpus: its matches become findings at their places."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guifan.corpus.graph import Corpus
from guifan.findings import Finding, Match, Place, Position, Related, Rule, Severity


@dataclass(slots=True)
class Ran:
    """What came of running a rule.

    Args:
        findings: what it found.
        places: of each of them, the leading one and those that belong to it.
        looked: at how many places it looked.
    """

    findings: list[Finding] = field(default_factory=list)
    places: list[tuple[Place, ...]] = field(default_factory=list)
    looked: int = 0


def run(rule: Rule, corpus: Corpus, values: Mapping[str, Any]) -> Ran:
    """Run a rule.

    A rule that fails is a finding of its own: the others still run.
    """
    ran = Ran()
    try:
        for match in rule.run(values):
            ran.looked += 1
            if match is not None and not (corpus.is_partial and match.key in rule.absences):
                ran.findings.append(_finding(rule, match, corpus))
                ran.places.append((match.place, *match.related))
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        facts = {"rule": rule.code, "name": rule.name, "error": f"{type(error).__name__}: {error}"}
        facts["where"] = f"{last.name}:{last.lineno}"
        # It is reported even where X04 is not among the rules: what was not done is not clean.
        ran.findings.append(Finding("X04", "crashed", Position("standards"), facts))
        ran.places.append(())
    return ran


def _finding(rule: Rule, match: Match, corpus: Corpus) -> Finding:
    return Finding(
        rule.code,
        match.key,
        _position(corpus, match.place),
        match.arguments,
        tuple(Related(_position(corpus, place)) for place in match.related),
        match.suggestion,
        match.place.item,
        Severity.WARNING if match.warns else rule.severity,
    )


def _position(corpus: Corpus, place: Place) -> Position:
    return corpus.entries[place.item].position(place)
