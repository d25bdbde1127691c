"""The same faults in tools that keep requirements: Sphinx-Needs, StrictDoc, Doorstop.

An item becomes a need, a requirement or an item of theirs with its id, its title and a link for
every reference, in a field or in a text: the smallest form that each has. Values, times, posts and
law are text to all three, so that only faults of references and ids can be said in them at all.
To save time a fault is tried in the file where it stands, with an empty item for everything that
the clean file refers to; a tool finds it when it says more than it said of the clean file.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planting import Item, Manual, within
from reporting import share
from running import Outcome

from guifan.language.nodes import Scalar, SequenceNode
from guifan.language.source import Source

EXPRESSIBLE = (
    "field-to-nowhere",
    "list-to-nowhere",
    "text-to-nowhere",
    "member-to-nowhere",
    "id-twice",
    "template-that-nobody-uses",
    "metric-that-nobody-uses",
)
"""Operators whose faults can be said in ids and links."""

_CITED = re.compile(r"【([a-z][a-z0-9-]*)")
_EACH = 1
"""Faults of one operator: each costs each tool a run, and some a quarter of a minute."""

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Need:
    """An item as the tools know it: ids with two hyphens for the members of a list."""

    id: str
    title: str
    links: tuple[str, ...]


class Translation:
    """How items become needs: which fields are links is read off the clean manual."""

    def __init__(self, manual: Manual) -> None:
        self.known = set(manual.by_id)
        members = {
            item.id: {
                scalar.text for part in item.parts("members") for scalar in _values(part, "id")
            }
            for item in manual.of("taxonomy")
        }
        # A field of a kind is a link when every value that it has is an item's id.
        values: dict[tuple[str, str], set[str]] = defaultdict(set)
        for item in manual.items:
            for key, value in _fields(item):
                values[item.kind, key].add(value)
        self.links = {key for key, some in values.items() if key[1] != "id" and some <= self.known}
        self.lists = {
            key: name
            for key, some in values.items()
            for name, ids in members.items()
            if key not in self.links and key[1] != "id" and some <= ids
        }

    def need(self, item: Item) -> Need:
        """An item with its links, in the order written."""
        links: dict[str, None] = {}
        for key, value in _fields(item):
            field = item.kind, key
            if field in self.links:
                links[value] = None
            elif field in self.lists:
                links[f"{self.lists[field]}--{value}"] = None
            for name in _CITED.findall(value):
                links[name] = None
        links.pop(item.id, None)
        return Need(item.id, " ".join(item.text("title").split()), tuple(links))

    def needs(self, source: Source) -> list[Need]:
        """The items of a file."""
        return [self.need(item) for item in Manual((source,)).items]


def _values(mapping: object, key: str) -> Iterator[Scalar]:
    value = mapping.get(key) if hasattr(mapping, "get") else None
    for one in value.values if isinstance(value, SequenceNode) else (value,):
        if isinstance(one, Scalar):
            yield one


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    """Every text of an item with the key at which it stands."""
    for mapping in within(item.node):
        for key, _ in mapping.entries:
            for one in _values(mapping, key.text):
                yield key.text, one.text


class Tool:
    """A tool: how needs are written for it, and how it is asked.

    Args:
        command: its executable.
    """

    name = ""
    executable = ""

    def __init__(self, command: Path) -> None:
        self.command = command

    def write(self, folder: Path, needs: Sequence[Need]) -> None:
        """Write needs into an empty folder."""
        raise NotImplementedError

    def arguments(self, folder: Path) -> list[str]:
        """What to call it with."""
        raise NotImplementedError

    def complaints(self, needs: Sequence[Need]) -> list[str]:
        """The lines in which it warns of something or refuses it, without numbers and folders."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            self.write(folder, needs)
            command = [str(self.command), *self.arguments(folder)]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            lines = (done.stdout + done.stderr).replace(name, "").splitlines()
        said = [
            line for line in lines if re.search("(?i)warn|error|unknown|does not|not unique", line)
        ]
        return sorted({_NUMBER.sub("#", line) for line in said})


class SphinxNeeds(Tool):
    """Sphinx with the extension sphinx-needs, every link a ``links`` of a requirement."""

    name = "Sphinx-Needs"
    executable = "sphinx-build"

    def write(self, folder: Path, needs: Sequence[Need]) -> None:
        """One page of requirements."""
        text = "Manual\n======\n"
        for need in needs:
            text += f"\n.. req:: {need.title or need.id}\n   :id: {need.id}\n"
            text += f"   :links: {', '.join(need.links)}\n" if need.links else ""
        (folder / "index.rst").write_text(text, "utf-8")
        config = 'extensions = ["sphinx_needs"]\nneeds_id_regex = "^[a-z0-9-]+"\n'
        (folder / "conf.py").write_text(config, "utf-8")

    def arguments(self, folder: Path) -> list[str]:
        """Everything is read and linked, nothing is written."""
        return ["-q", "-E", "-b", "needs", str(folder), str(folder / "out")]


class StrictDoc(Tool):
    """StrictDoc, every link a ``[LINK: …]`` in the statement, since parents may not go round."""

    name = "StrictDoc"
    executable = "strictdoc"

    def write(self, folder: Path, needs: Sequence[Need]) -> None:
        """One document of requirements."""
        text = "[DOCUMENT]\nTITLE: Manual\n"
        for need in needs:
            links = "\n".join(f"[LINK: {link}]" for link in need.links)
            text += f"\n[REQUIREMENT]\nUID: {need.id}\nTITLE: {need.title or need.id}\n"
            text += f"STATEMENT: >>>\n{links or '-'}\n<<<\n"
        (folder / "manual.sdoc").write_text(text, "utf-8")

    def arguments(self, folder: Path) -> list[str]:
        """Links are followed only on the way to pages."""
        return ["export", str(folder), "--output-dir", str(folder / "out")]


class Doorstop(Tool):
    """Doorstop, every link a link within one document."""

    name = "Doorstop"
    executable = "doorstop"

    def write(self, folder: Path, needs: Sequence[Need]) -> None:
        """One file an item, in a repository, as it asks for one."""
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
        settings = "settings:\n  digits: 3\n  itemformat: yaml\n  prefix: M\n  sep: '-'\n"
        (folder / ".doorstop.yml").write_text(settings, "utf-8")
        for at, need in enumerate(needs, 1):
            name = need.id.replace("-", "_")
            text = (
                f"active: true\nderived: false\nheader: ''\nlevel: 1.{at}.1\nlinks:{_list(need)}\n"
            )
            text += (
                f"normative: true\nref: ''\nreviewed: null\ntext: |\n  {need.title or need.id}\n"
            )
            (folder / f"M-{name}.yml").write_text(text, "utf-8")

    def arguments(self, folder: Path) -> list[str]:
        """Its own check, without the one for what nobody has reviewed."""
        del folder
        return ["-W", "-R", "-F"]


def _list(need: Need) -> str:
    return "".join(f"\n- M-{link.replace('-', '_')}: null" for link in need.links) or " []"


TOOLS: tuple[type[Tool], ...] = (SphinxNeeds, StrictDoc, Doorstop)


def compared(manual: Manual, outcomes: Sequence[Outcome], folder: Path) -> str:
    """What each tool finds of the faults that can be said in it, in Markdown.

    Args:
        manual: the clean manual.
        outcomes: the faults, as guifan judged them.
        folder: where the tools' executables are; one that is not there is left out.
    """
    tools = [one(folder / one.executable) for one in TOOLS if (folder / one.executable).exists()]
    translation = Translation(manual)
    said = [one for one in outcomes if one.mutant.operator in EXPRESSIBLE]
    by_operator: dict[str, list[Outcome]] = defaultdict(list)
    for one in said:
        by_operator[one.mutant.operator].append(one)
    some = [one for of_one in by_operator.values() for one in of_one[:_EACH]]
    found: dict[str, dict[str, int]] = {tool.name: defaultdict(int) for tool in tools}
    whole: dict[str, int] = defaultdict(int)
    for one in some:
        whole[one.mutant.operator] += 1
        clean = translation.needs(manual.sources[one.mutant.file])
        after = translation.needs(Source(one.mutant.file, one.mutant.data.decode()))
        # Beside the file stand what it refers to and, where it takes an id, whose that is.
        around = {link for need in clean for link in need.links}
        around |= {need.id for need in after} & translation.known
        others = [Need(name, name, ()) for name in sorted(around - {need.id for need in clean})]
        for tool in tools:
            complaints = set(tool.complaints([*after, *others]))
            if complaints and complaints - set(tool.complaints([*clean, *others])):
                found[tool.name][one.mutant.operator] += 1
    names = " | ".join(tool.name for tool in tools)
    lines = [
        f"{', '.join(tool.name for tool in tools)} know ids and links: "
        f"{share(len(said), len(outcomes))} of the faults can be said in them at all. "
        "Found, of one fault of each operator:",
        "",
        f"| fault | faults | guifan | {names} |",
        "|---|---:|---:|" + "---:|" * len(tools),
    ]
    for name, count in whole.items():
        ours = sum(one.is_seen for one in some if one.mutant.operator == name)
        theirs = " | ".join(str(found[tool.name][name]) for tool in tools)
        lines.append(f"| {name} | {count} | {ours} | {theirs} |")
    return "\n".join(lines) + "\n"
