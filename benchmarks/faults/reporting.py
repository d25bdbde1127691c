"""What a run found, as tables and as lists of what to look into."""

from __future__ import annotations

import os
import platform
from collections import defaultdict
from collections.abc import Iterator, Sequence

from elsewhere import ELSEWHERE
from planting import Operator
from running import DAY, Outcome, Seen

HEADING = "## Planted faults"
THIRD = (
    "The third set (editors_faults.py) was thought of from an editor's day and run before any rule "
    "was mended for it: 30 of 72 faults were found then, 10 of 24 operators in every place. One "
    "operator turned out to spoil nothing and went to harmless.py; what is counted below is what "
    "the rules find since."
)
"""How much of a set that nobody had tuned on was found."""

UNEXPLAINED = "not explained yet"
_LONGEST = 100
_MOST = 6


def share(some: int, whole: int) -> str:
    """So many of so many, and in percent."""
    return f"{some}/{whole} ({some / whole:.1%})" if whole else "–"


def told(
    operators: Sequence[Operator],
    outcomes: Sequence[Outcome],
    alarms: Sequence[Seen],
    spared: Sequence[Outcome],
    took: float,
    commit: str,
) -> str:
    """The tables, in Markdown.

    Args:
        operators: what was planted.
        outcomes: what was found of it.
        alarms: what was found in the clean manual.
        spared: what was found of edits that spoil nothing.
        took: seconds by the clock.
        commit: what was measured.
    """
    held = {one.name for one in operators if one.held_out}
    third = {one.name for one in operators if one.module == "editors_faults"}
    groups = {
        "all": list(outcomes),
        "operators in the open": [one for one in outcomes if one.mutant.operator not in held],
        "operators held out": [one for one in outcomes if one.mutant.operator in held],
        "of these, the third set": [one for one in outcomes if one.mutant.operator in third],
    }
    cpu = [one.seconds for one in outcomes]
    lines = [
        f"{len(outcomes)} faults of {len(operators)} operators, one at a time, in the flagship "
        f"manual of {commit}, judged on {DAY}. "
        f"Python {platform.python_version()}, {os.cpu_count()} cores; "
        f"{sum(cpu) / max(1, len(cpu)):.2f} CPU seconds for each, {max(cpu, default=0):.2f} at "
        f"most, {took:.0f} s in all. False alarms on the clean manual: {len(alarms)}; "
        f"on {len(spared)} edits that spoil nothing: {sum(bool(one.seen) for one in spared)}.",
        "",
        "Found: under the expected code, or another that is right as well. Leads: the first "
        "finding stands at a planted line. Cited: some finding names the planted place. Alone: one "
        "finding, no more. Stray: findings that do not name the planted place.",
        "",
        THIRD,
        "",
        "| | found | by any code | leads | cited | alone | stray findings |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [_row(name, some) for name, some in groups.items() if some]
    by_code: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_code[one.mutant.codes[0]].append(one)
    lines += ["", "| rule | found | by any code | leads | cited | alone | stray findings |"]
    lines += ["|---|---|---|---|---|---|---|"]
    lines += [_row(code, by_code[code]) for code in sorted(by_code)]
    lines += ["", *_reasons(outcomes)]
    return "\n".join(lines) + "\n"


def _reasons(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Which faults were missed, and why the leading finding of others stands elsewhere."""
    missed = dict.fromkeys(one.mutant.operator for one in outcomes if not one.is_found)
    yield f"Not found: {', '.join(missed) or 'none'}."
    yield ""
    yield "The leading finding stands elsewhere, and why:"
    yield ""
    apart: dict[str, list[str]] = defaultdict(list)
    for one in outcomes:
        if one.is_found and not one.leads:
            reason = ELSEWHERE.get(one.mutant.operator, UNEXPLAINED)
            apart[reason].append(one.mutant.operator)
    for reason, names in sorted(apart.items()):
        yield f"- {reason}: {', '.join(dict.fromkeys(names))}"


def _row(name: str, some: Sequence[Outcome]) -> str:
    whole = len(some)
    cells = (
        share(sum(one.is_found for one in some), whole),
        share(sum(one.is_seen for one in some), whole),
        share(sum(one.leads for one in some), whole),
        share(sum(one.is_cited for one in some), whole),
        share(sum(len(one.seen) == 1 for one in some), whole),
        str(sum(len(one.strays) for one in some)),
    )
    return f"| {name} | {' | '.join(cells)} |"


def failures(outcomes: Sequence[Outcome], spared: Sequence[Outcome]) -> str:
    """Every fault that was missed or misplaced, with what was changed and what was said."""
    lists = {
        "Found where nothing is wrong": [one for one in spared if one.seen],
        "Not found at all": [one for one in outcomes if not one.is_seen],
        "Found under another code only": [
            one for one in outcomes if one.is_seen and not one.is_found
        ],
        "Found, the leading finding elsewhere": [
            one for one in outcomes if one.is_found and not one.leads
        ],
        "Found, with findings that do not name the planted place": [
            one for one in outcomes if one.is_found and one.strays
        ],
    }
    return "\n".join(
        f"\n### {name}: {len(some)}\n" + "\n".join(_told_one(one) for one in some)
        for name, some in lists.items()
        if some
    )


def _told_one(one: Outcome) -> str:
    mutant = one.mutant
    first = mutant.lines[0][0]
    said = ", ".join(f"{seen.code} {seen.key} {seen.file}:{seen.line}" for seen in one.seen[:_MOST])
    more = f" and {len(one.seen) - _MOST} more" if len(one.seen) > _MOST else ""
    return (
        f"- {mutant.operator} ({'/'.join(mutant.codes)}) {mutant.file}:{first}\n"
        f"  - {_short(mutant.before)}\n  + {_short(mutant.after)}\n  = {said or 'nothing'}{more}"
    )


def _short(text: str) -> str:
    flat = " ⏎ ".join(text.splitlines())
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST] + "…"
