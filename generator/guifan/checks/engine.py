"""Run the rules over a corpus: matches become findings at their places, waivers are applied."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from guifan.checks.ahead import found_ahead, token
from guifan.checks.digest import digest
from guifan.checks.memory import Memory, Recall
from guifan.checks.rules import RULES
from guifan.checks.running import run
from guifan.corpus.graph import Corpus
from guifan.corpus.snapshot import Snapshot
from guifan.findings import Finding, Related, Rule, Severity, Suggestion
from guifan.language.document import Entry
from guifan.language.faults import nearest
from guifan.language.waivers import Waiver
from guifan.proof.calendar.clocks import clocks_of


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Args:
        findings: those that make others first, then in the order of files and places.
        waived: findings that a waiver in force sets aside.
        examined: how many places each rule looked at, by code.
        items: how many items the corpus holds.
        memory: what is to be remembered of this check; None where nothing was known before.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...] = ()
    examined: Mapping[str, int] = field(default_factory=dict)
    items: int = 0
    memory: Memory | None = None

    @property
    def errors(self) -> int:
        """How many findings fail the build."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings only warn."""
        return len(self.findings) - self.errors


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a check.

    Args:
        snapshot: of the files as they are, all of them read without a fault.
        memory: of the check before.
        opened: the items of the files that were opened so far, by file.
    """

    snapshot: Snapshot
    memory: Memory
    opened: dict[str, tuple[Entry, ...]]


def check(
    corpus: Corpus,
    *,
    day: date,
    baseline: Corpus | None = None,
    loading: Iterable[Finding] = (),
    waivers: Iterable[Waiver] = (),
    rules: Mapping[str, Rule] = RULES,
    known: Known | None = None,
) -> Report:
    """Run ``rules`` over a corpus.

    Args:
        corpus: the linked items.
        day: the day on which the manual is judged.
        baseline: the last edition that was released; None where there is none.
        loading: what the loader found; reported together with the rules' findings.
        waivers: the waivers written in the sources.
        rules: by code; the loader's findings of other rules are left out too.
        known: what is known of the files and remembered of them; None to judge everything anew.
    """
    findings: list[Finding] = [
        replace(one, severity=rules[one.code].severity) for one in loading if one.code in rules
    ]
    examined: dict[str, int] = {}
    values = {
        "corpus": corpus,
        "day": day,
        "baseline": baseline,
        "clocks": clocks_of(corpus, day),
    }
    recall = Recall(known.memory, known.snapshot, corpus, values) if known else None
    for rule in rules.values():
        looked = recall.looked(rule) if recall else None
        if looked is None:
            ran = run(rule, corpus, values)
            findings += ran.findings
            looked = ran.looked
        examined[rule.code] = looked
    memory = recall.after if recall else None
    mark = token(memory, rules, values) if memory else ""
    if not (known and mark == known.memory.ahead):
        ahead = list(found_ahead(values, rules.values(), findings, memory))
        findings += ahead
        mark = "" if ahead else mark
    asked = tuple(waivers)
    findings += _of_no_rule(asked, rules)
    kept, waived, unused = _waive(findings, asked, day)
    if not corpus.is_partial:  # else its finding may be one of those left unsaid
        kept += _needless(unused, rules)
    memory = replace(memory, ahead=mark) if memory else None
    return Report(digest(kept), digest(waived), MappingProxyType(examined), len(corpus), memory)


def _waive(
    findings: list[Finding], waivers: tuple[Waiver, ...], day: date
) -> tuple[list[Finding], list[Finding], list[Waiver]]:
    """Divide findings into those that stand and those waived; an expired waiver only softens.

    Returns:
        The two, and the waivers that were of no use.
    """
    kept: list[Finding] = []
    waived: list[Finding] = []
    used: set[Waiver] = set()
    for finding in findings:
        waiver = next((one for one in waivers if _covers(one, finding)), None)
        if waiver is None:
            kept.append(finding)
            continue
        used.add(waiver)
        if day <= waiver.until:
            waived.append(finding)
            continue
        note = Related(waiver.position, "expired-waiver", {"until": waiver.until})
        kept.append(replace(finding, severity=Severity.WARNING, related=(*finding.related, note)))
    return kept, waived, [waiver for waiver in waivers if waiver not in used]


def _covers(waiver: Waiver, finding: Finding) -> bool:
    return (
        waiver.code == finding.code
        and waiver.position.file == finding.position.file
        and waiver.line == finding.position.line
    )


def _of_no_rule(waivers: tuple[Waiver, ...], rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Waivers of a code that no rule has, chosen to run or not: they would wait for ever."""
    for waiver in waivers if "X03" in rules else ():
        if waiver.code not in RULES:
            near = nearest(waiver.code, RULES)
            yield Finding(
                "X03",
                "near-code" if near else "unknown-code",
                waiver.position,
                {"code": waiver.code} | ({"near": near, "name": RULES[near].name} if near else {}),
                suggestion=Suggestion(near) if near else None,
                severity=rules["X03"].severity,
            )


def _needless(unused: list[Waiver], rules: Mapping[str, Rule]) -> Iterator[Finding]:
    for waiver in unused:
        if waiver.code in rules and "X01" in rules:
            yield Finding(
                "X01",
                "unused",
                waiver.position,
                {"code": waiver.code},
                severity=rules["X01"].severity,
            )
