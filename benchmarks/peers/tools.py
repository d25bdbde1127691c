"""Sphinx-Needs, StrictDoc and Doorstop: how items are written for each, and how each is asked.

An item becomes a need, a requirement or an item of theirs: its id, its title, its text, and a link
for everything that it refers to.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from environments import executables

_ORPHANS = """
needs_warnings = {
    "orphan": "type in ('message', 'metric', 'role') and not links_back",
}
"""
"""What sphinx-needs is to warn of: posts, templates and metrics that nothing names."""

PAGE = 100
"""Items of a document, where a tool keeps several in one."""


@dataclass(frozen=True)
class Field:
    """A field of a kind of items.

    Args:
        key: its name.
        is_needed: whether no item may be without it.
        words: what it may be, where it is one of a few words.
    """

    key: str
    is_needed: bool
    words: tuple[str, ...]


Kinds = Mapping[str, Sequence[Field]]
"""The kinds of items with their fields."""


@dataclass(frozen=True)
class Need:
    """An item as the tools know it; ids have hyphens, and two for the members of a list.

    Args:
        kind: what sort of item it is; empty where nothing is said of sorts.
        fields: its fields with their values, each on one line.
    """

    id: str
    title: str
    links: tuple[str, ...]
    text: str = ""
    kind: str = ""
    fields: tuple[tuple[str, str], ...] = ()


NO_KINDS: Kinds = {}


class Tool:
    """A tool.

    Args:
        home: where the environments are.
    """

    name = ""
    package = ""
    executable = ""

    def __init__(self, home: Path) -> None:
        self.command = executables(self.package, home) / self.executable

    def write(self, folder: Path, needs: Sequence[Need], kinds: Kinds = NO_KINDS) -> None:
        """Write needs into an empty folder; with kinds, each with its fields."""
        raise NotImplementedError

    def arguments(self, folder: Path) -> list[str]:
        """What to call it with, to have everything in the folder checked."""
        raise NotImplementedError


class SphinxNeeds(Tool):
    """Sphinx with the extension sphinx-needs, every link a ``links`` of a requirement."""

    name = "Sphinx-Needs"
    package = "sphinx-needs"
    executable = "sphinx-build"

    def write(self, folder: Path, needs: Sequence[Need], kinds: Kinds = NO_KINDS) -> None:
        """Pages of requirements, under one table of contents."""
        (folder / "conf.py").write_text(self._settings(kinds), "utf-8")
        index = "Manual\n======\n\n.. toctree::\n\n"
        for number, some in enumerate(_pages(needs)):
            index += f"   page-{number}\n"
            text = f"Page {number}\n==========\n"
            text += "".join(self._directive(need) for need in some)
            (folder / f"page-{number}.rst").write_text(text, "utf-8")
        (folder / "index.rst").write_text(index, "utf-8")

    def _settings(self, kinds: Kinds) -> str:
        """Kinds become types; a field that is needed or one of a few words is held to it."""
        text = 'extensions = ["sphinx_needs"]\nneeds_id_regex = "^[a-z0-9-]+"\n'
        if not kinds:
            return text
        types = [{"directive": kind, "title": kind, "prefix": ""} for kind in (*kinds, "req")]
        names = sorted({field.key for fields in kinds.values() for field in fields})
        schemas = [
            {
                "id": kind,
                "severity": "violation",
                "select": {"properties": {"type": {"const": kind}}},
                "validate": {
                    "local": {
                        "required": [_option(one.key) for one in fields if one.is_needed],
                        "properties": {
                            _option(one.key): {"type": "string", "enum": list(one.words)}
                            for one in fields
                            if one.words
                        },
                    }
                },
            }
            for kind, fields in kinds.items()
        ]
        text += f"needs_types = {types!r}\n"
        text += f"needs_fields = { ({_option(name): {'nullable': True} for name in names})!r}\n"
        return text + f"needs_schema_definitions = { ({'schemas': schemas})!r}\n{_ORPHANS}"

    def _directive(self, need: Need) -> str:
        text = f"\n.. {need.kind or 'req'}:: {_plain(need.title) or need.id}\n   :id: {need.id}\n"
        text += f"   :links: {', '.join(need.links)}\n" if need.links else ""
        text += "".join(f"   :{_option(key)}: {_plain(value)}\n" for key, value in need.fields)
        return text + (f"\n   {_plain(need.text)}\n" if need.text else "")

    def arguments(self, folder: Path) -> list[str]:
        """Everything is read and linked; a list of needs is written, and no pages."""
        return ["-q", "-b", "needs", str(folder), str(folder / "out")]


class StrictDoc(Tool):
    """StrictDoc, every link a ``[LINK: …]`` in the statement, since parents may not go round."""

    name = "StrictDoc"
    package = "strictdoc"
    executable = "strictdoc"

    def write(self, folder: Path, needs: Sequence[Need], kinds: Kinds = NO_KINDS) -> None:
        """Documents of requirements."""
        for number, some in enumerate(_pages(needs)):
            text = f"[DOCUMENT]\nTITLE: Manual {number}\n"
            text += _grammar(kinds) if kinds else ""
            text += "".join(self._requirement(need, kinds) for need in some)
            (folder / f"page-{number}.sdoc").write_text(text, "utf-8")

    def _requirement(self, need: Need, kinds: Kinds) -> str:
        links = "\n".join(f"[LINK: {link}]" for link in need.links)
        statement = "\n\n".join(part for part in (_plain(need.text), links) if part)
        kind = _tag(need.kind) if need.kind else "REQUIREMENT"
        text = f"\n[{kind}]\nUID: {need.id}\nTITLE: {need.title or need.id}\n"
        text += f"STATEMENT: >>>\n{statement or '-'}\n<<<\n"
        order = [field.key for field in kinds.get(need.kind, ())]
        told = sorted(need.fields, key=lambda one: order.index(one[0]) if one[0] in order else 999)
        return text + "".join(f"{_tag(key)}: {_plain(value)}\n" for key, value in told)

    def arguments(self, folder: Path) -> list[str]:
        """Links in texts are followed only on the way to pages."""
        return ["export", str(folder), "--output-dir", str(folder / "out")]


class StrictDocParents(StrictDoc):
    """StrictDoc, every link a parent, which it follows without making pages."""

    def _requirement(self, need: Need, kinds: Kinds) -> str:
        del kinds
        text = f"\n[REQUIREMENT]\nUID: {need.id}\nTITLE: {need.title or need.id}\n"
        text += f"STATEMENT: >>>\n{_plain(need.text) or '-'}\n<<<\n"
        parents = "".join(f"- TYPE: Parent\n  VALUE: {link}\n" for link in need.links)
        return text + (f"RELATIONS:\n{parents}" if parents else "")

    def arguments(self, folder: Path) -> list[str]:
        """Everything is read and linked; one file of data is written, and no pages."""
        out = str(folder / "out")
        return ["export", str(folder), "--formats", "json", "--output-dir", out]


class Doorstop(Tool):
    """Doorstop, every link a link within one document."""

    name = "Doorstop"
    package = "doorstop"
    executable = "doorstop"

    def write(self, folder: Path, needs: Sequence[Need], kinds: Kinds = NO_KINDS) -> None:
        """One file an item, in a repository, as it asks for one."""
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
        settings = "settings:\n  digits: 3\n  itemformat: yaml\n  prefix: M\n  sep: '-'\n"
        (folder / ".doorstop.yml").write_text(settings, "utf-8")
        for at, need in enumerate(needs, 1):
            name = need.id.replace("-", "_")
            links = "".join(f"\n- M-{link.replace('-', '_')}: null" for link in need.links)
            said = _plain(need.text) or need.title or need.id
            text = f"active: true\nderived: false\nheader: ''\nlevel: 1.{at}.1\n"
            text += f"links:{links or ' []'}\nnormative: true\nref: ''\nreviewed: null\n"
            (folder / f"M-{name}.yml").write_text(f"{text}text: |\n  {said}\n", "utf-8")

    def arguments(self, folder: Path) -> list[str]:
        """Its own check, without the one for what nobody has reviewed."""
        del folder
        return ["-W", "-R", "-F"]


def _grammar(kinds: Kinds) -> str:
    """StrictDoc's own way of saying which fields a kind has."""
    text = "\n[GRAMMAR]\nELEMENTS:\n"
    own = (Field("uid", True, ()), Field("title", True, ()), Field("statement", True, ()))
    for kind, fields in (*kinds.items(), ("requirement", ())):
        text += f"- TAG: {_tag(kind)}\n  FIELDS:\n"
        for field in (*own, *fields):
            form = f"SingleChoice({', '.join(field.words)})" if field.words else "String"
            text += f"  - TITLE: {_tag(field.key)}\n    TYPE: {form}\n"
            text += f"    REQUIRED: {field.is_needed}\n"
    return text


def _tag(key: str) -> str:
    return re.sub(r"\W", "_", key).upper()


def _option(key: str) -> str:
    """A field's name, which must be none of those that sphinx-needs has itself."""
    return f"own_{key}"


def _pages(needs: Sequence[Need]) -> Iterator[Sequence[Need]]:
    return (needs[at : at + PAGE] for at in range(0, len(needs), PAGE))


def _plain(text: str) -> str:
    """A text on one line, in which no character marks anything up."""
    return re.sub(r"[\\`*_|<>\[\]]", " ", " ".join(text.split()))
