"""The same faults in other tools: JSON Schema alone, Sphinx-Needs, StrictDoc, Doorstop.

JSON Schema is the generated schema that editors use, applied to a file's own YAML. The others keep
requirements: each item becomes one of theirs, with its fields, and a link for every reference. What
a tool has no form for cannot be planted in it; so each is counted twice, of the faults that can be
said in it and of all. To save time a fault is tried in the file where it stands, with an empty item
for everything that the clean file refers to; a tool finds it when it says more than it said of the
clean file.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path

from check_jsonschema.parsers.yaml import construct_yaml_implementation, impl2loader
from environments import HOME, versions
from forms import Forms, forms
from jsonschema.validators import validator_for
from planting import Manual, Mutant
from reporting import share
from running import ROOT, Outcome
from subjects import SUBJECTS
from tools import Doorstop, Need, SphinxNeeds, StrictDoc, StrictDocParents, Tool

from guifan.language.source import Source

HEADING = "## Planted faults, in other tools"

SCHEMA = "JSON Schema"
_LINKS = ("field-to-nowhere", "list-to-nowhere", "text-to-nowhere", "member-to-nowhere")
_ORPHANS = (
    "post-that-nobody-uses",
    "template-that-nobody-uses",
    "metric-that-nobody-uses",
    "last-mention-taken-out",
)
_FIELDS = (
    "invented-field",
    "kind-misspelt",
    "kind-of-another-tool",
    "required-field-deleted",
    "required-value-emptied",
    "unknown-choice",
)
_CIRCLES: Mapping[str, tuple[str, ...]] = {
    "circle-of-superiors": ("reports_to",),
    "each-follows-the-other": ("supersedes",),
}
"""Operators that close a circle, with the fields that are links then: all links together do."""

SAYABLE: Mapping[str, frozenset[str]] = {
    SphinxNeeds.name: frozenset((*_LINKS, *_ORPHANS, *_FIELDS, "id-twice", "id-in-capitals")),
    StrictDoc.name: frozenset((*_LINKS, *_FIELDS, *_CIRCLES, "id-twice")),
    Doorstop.name: frozenset((*_LINKS, *_CIRCLES)),
    SCHEMA: frozenset(
        (
            *(*_FIELDS, "letter-dropped-from-key"),
            *(
                "unclosed-list",
                "colon-lost",
                "quote-left-open",
                "key-twice",
                "key-in-both-languages",
            ),
            *("calendar-deleted", "day-that-is-none", "text-where-a-number-belongs"),
            *("list-where-a-text-belongs", "unit-lost", "invented-unit", "words-for-a-quantity"),
            *("working-days-made-bare", "days-made-bare", "id-in-capitals", "item-and-list"),
            *("list-beside-an-item", "newer-language", "language-nought", "nothing-written"),
            *("only-a-comment", "nested-too-deep", "anchor-and-alias", "merge-key", "tag"),
            *("other-encoding", "sixteen-bits", "limit-of-nothing", "steps-without-a-calendar"),
            *("ladder-without-a-calendar", "repeat-without-a-bound", "extension-of-one-word"),
            "extension-for-no-reason",
            *("nobody-accountable", "nobody-does-it", "waiver-of-no-code"),
        )
    ),
}
"""By tool, the operators whose faults can be said in its form: links to nowhere, ids, circles of
links, fields that are missing, unknown or none of a few words; in a schema all that one file's
syntax, types and patterns can break. Times over a calendar, posts, law and words no form holds."""

_NUMBER = re.compile(r"\d+")
_TROUBLE = re.compile("(?i)warn|error|unknown|does not|not unique|invalid|expected|cycl|violation")


class Schema:
    """The generated schema of a file, as ``check-jsonschema`` applies it to YAML."""

    name = f"check-jsonschema {metadata.version('check-jsonschema')}"

    def __init__(self) -> None:
        schema = json.loads((ROOT / ".vscode/standards.schema.json").read_text(encoding="utf-8"))
        self._validator = validator_for(schema)(schema)
        self._load = impl2loader(construct_yaml_implementation())

    def complains(self, data: bytes) -> bool:
        """Whether a file is refused, by the parser or by the schema."""
        try:
            document = self._load(io.BytesIO(data))
        except Exception:  # whatever the parser raises, it has refused the file
            return True
        return not self._validator.is_valid(document)

    def finds(self, mutant: Mutant) -> bool:
        """Whether the fault is found; a link is followed and reads as any file."""
        return mutant.link is None and self.complains(mutant.data)


class Asked:
    """A tool for requirements, and what it says of the manual.

    Args:
        tool: how it is called.
        forms: how items are said in it.
        manual: the clean manual.
    """

    def __init__(self, tool: Tool, forms: Forms, manual: Manual) -> None:
        self.tool, self._forms, self._manual = tool, forms, manual
        self._clean = cache(self._said_of_clean)

    def finds(self, mutant: Mutant) -> bool:
        """Whether it says more of the file with the fault than of the clean one."""
        only = _CIRCLES.get(mutant.operator, ())
        whole = mutant.operator in _ORPHANS
        after = self._forms.needs(Source(mutant.file, mutant.data.decode()), only)
        said = self._said(mutant.file, after, only, whole)
        return bool(said and said - self._clean(mutant.file, only, whole))

    def _said_of_clean(self, file: str, only: tuple[str, ...], whole: bool) -> set[str]:
        return self._said(file, self._needs_of_clean(file, only), only, whole)

    def _needs_of_clean(self, file: str, only: tuple[str, ...]) -> list[Need]:
        """The items of a file of the manual or of our own sound ones; none of a new file."""
        own = Source(file, SUBJECTS[file]) if file in SUBJECTS else None
        source = self._manual.sources.get(file, own)
        return self._forms.needs(source, only) if source else []

    def _said(
        self, file: str, here: Sequence[Need], only: tuple[str, ...], whole: bool
    ) -> set[str]:
        """What it says of a file's items, and of others or of what they refer to."""
        clean = self._needs_of_clean(file, only)
        own = {need.id for need in clean}
        if whole or only:
            others = [
                self._forms.need(item, only) for item in self._manual.items if item.id not in own
            ]
        else:
            around = {link for need in clean for link in need.links}
            around |= {need.id for need in here} & self._manual.by_id.keys()
            others = [Need(name, name, ()) for name in sorted(around - own)]
        members = {link for need in (*clean, *others) for link in need.links if "--" in link}
        taken = {need.id for need in others}
        others += [Need(name, name, ()) for name in sorted(members - taken)]
        return self._complaints([*here, *others], plain=bool(only))

    def _complaints(self, needs: Sequence[Need], *, plain: bool) -> set[str]:
        """The lines in which it warns of something or refuses it, without numbers and folders."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            if plain:
                self.tool.write(folder, needs)
            else:
                self.tool.write(folder, needs, self._forms.fields)
            command = [str(self.tool.command), *self.tool.arguments(folder)]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            lines = (done.stdout + done.stderr).replace(name, "").splitlines()
        return {_NUMBER.sub("#", line) for line in lines if _TROUBLE.search(line)}


def is_sayable(mutant: Mutant) -> bool:
    """Whether some tool has a form for the fault."""
    return any(mutant.operator in names for names in SAYABLE.values())


_Key = tuple[str, str, bytes]


def _key(mutant: Mutant) -> _Key:
    """What tells a fault from all others, in whichever process it is."""
    return mutant.operator, mutant.file, mutant.data


def compared(
    manual: Manual,
    mutants: Sequence[Mutant],
    outcomes: Iterable[Outcome],
    each: int,
    home: Path = HOME,
) -> str:
    """What each tool finds, in Markdown.

    Args:
        manual: the clean manual.
        mutants: the faults, all of them.
        outcomes: how guifan judged them, or those that some tool has a form for.
        each: how many faults of one operator the tools for requirements are given: some take half
            a minute for one.
        home: where the tools' environments are.
    """
    seen = {_key(one.mutant): one.is_seen for one in outcomes}
    found = _found(manual, mutants, each, home)
    lines = _shares(mutants, seen, found)
    alarms = sum(Schema().complains(one.text.encode()) for one in manual.sources.values())
    lines += ["", f"False alarms of the schema on the clean manual: {alarms} files.", ""]
    names = (SphinxNeeds.name, StrictDoc.name, Doorstop.name, SCHEMA)
    lines += [f"| fault | guifan | {' | '.join(names)} |", "|---|---:|" + "---:|" * len(names)]
    by_operator: dict[str, list[Mutant]] = defaultdict(list)
    for one in mutants:
        if is_sayable(one):
            by_operator[one.operator].append(one)
    for operator, some in by_operator.items():
        judged = [seen[_key(one)] for one in some if _key(one) in seen]
        cells = [_counted(judged)]
        for name in names:
            tried = [found[name][_key(one)] for one in some if _key(one) in found[name]]
            cells.append(_counted(tried) if operator in SAYABLE[name] else "–")
        lines.append(f"| {operator} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _counted(judged: Sequence[bool]) -> str:
    return f"{sum(judged)}/{len(judged)}"


def _found(
    manual: Manual, mutants: Sequence[Mutant], each: int, home: Path
) -> dict[str, dict[_Key, bool]]:
    """By tool, which of the faults it was given it found."""
    schema = Schema()
    found = {SCHEMA: {_key(one): schema.finds(one) for one in mutants}}
    said = forms(manual)
    for kind in (SphinxNeeds, StrictDoc, Doorstop):
        asked = Asked(kind(home), said, manual)
        around = Asked(StrictDocParents(home), said, manual) if kind is StrictDoc else asked
        given: dict[str, int] = defaultdict(int)
        found[kind.name] = {}
        for one in mutants:
            if one.operator not in SAYABLE[kind.name] or given[one.operator] == each:
                continue
            given[one.operator] += 1
            tool = around if one.operator in _CIRCLES else asked
            found[kind.name][_key(one)] = tool.finds(one)
            done = "found" if found[kind.name][_key(one)] else "missed"
            print(f"{kind.name}: {one.operator} {done}", file=sys.stderr, flush=True)
    return found


def _shares(
    mutants: Sequence[Mutant], seen: Mapping[_Key, bool], found: Mapping[str, Mapping[_Key, bool]]
) -> list[str]:
    """A table of what each finds of the faults that it has a form for."""
    lines = [
        f"{len(mutants)} faults. A tool is given those that its form can say; some of an operator "
        "where it takes long over each. Of all: its share of every fault, were it to find the "
        "others of an operator as it found those.",
        "",
        "| tool | can be said in it | given | found of these | guifan of these | of all |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, given in found.items():
        sayable = [one for one in mutants if one.operator in SAYABLE[name]]
        tried = [one for one in sayable if _key(one) in given]
        right = [one for one in tried if given[_key(one)]]
        ours = [one for one in tried if seen.get(_key(one))]
        by_operator: dict[str, list[bool]] = defaultdict(list)
        for one in tried:
            by_operator[one.operator].append(given[_key(one)])
        shares = {key: sum(some) / len(some) for key, some in by_operator.items()}
        whole = sum(shares.get(one.operator, 0) for one in sayable)
        if name == SCHEMA:
            whole = sum(given.values())
        cells = (
            f"{name} ({Schema.name if name == SCHEMA else versions(_package(name))})",
            share(len(sayable), len(mutants)),
            f"{len(tried)}",
            share(len(right), len(tried)),
            share(len(ours), len(tried)),
            f"{whole / len(mutants):.1%}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _package(name: str) -> str:
    return next(one.package for one in (SphinxNeeds, StrictDoc, Doorstop) if one.name == name)
