"""The same items in the tools beside ours, each in its own form and by its own check."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from environments import executables, versions
from measuring import Cost, cost
from tools import Doorstop, Need, SphinxNeeds, StrictDocParents, Tool

from guifan.corpus.graph import Corpus, written
from guifan.language.model import Reference, Text

SCHEMA = ".vscode/standards.schema.json"

EDITED = " 已核对。"
"""What an edit adds to the end of a text."""


@dataclass(frozen=True)
class Runs:
    """What a tool cost: at first, again, and after one edit.

    Args:
        name: of the tool, with its versions.
        how: the command, as a reader would type it.
        items: how many items it checked.
    """

    name: str
    how: str
    items: int
    cold: Cost
    warm: Cost
    edited: Cost

    @property
    def memory(self) -> int:
        """MiB at most."""
        return max(self.cold.memory, self.warm.memory, self.edited.memory)


def runs(
    name: str, how: str, items: int, folder: Path, command: Sequence[str], edit: Callable[[], None]
) -> Runs:
    """Run a check three times: on what was just written, again, and after one edit."""
    cold, warm = cost(command, folder), cost(command, folder)
    edit()
    return Runs(name, how, items, cold, warm, cost(command, folder))


def needs(corpus: Corpus, most: int) -> list[Need]:
    """The first items of a manual with their texts, and links to those before them.

    Links back alone are kept, for two of the tools refuse parents that go round.
    """
    kept: dict[str, Need] = {}
    for entry in corpus.entries.values():
        if len(kept) == most:
            break
        texts = [spot.value for _, spot, _ in written(entry) if isinstance(spot.marker, Text)]
        links = (
            link.target.item.id
            for link in corpus.outgoing.get(entry.item.id, ())
            if link.target and isinstance(link.spot.marker, Text | Reference)
        )
        before = tuple(dict.fromkeys(name for name in links if name in kept))
        title = " ".join(entry.item.title.split())
        kept[entry.item.id] = Need(entry.item.id, title, before, " ".join(texts))
    return list(kept.values())


def beside(some: Sequence[Need], folder: Path, home: Path) -> list[Runs]:
    """Sphinx-Needs, StrictDoc and Doorstop on the same items."""
    found = []
    for kind in (SphinxNeeds, StrictDocParents, Doorstop):
        place = folder / kind.name
        place.mkdir()
        found.append(_one(kind(home), some, place))
        shutil.rmtree(place)
    return found


def _one(tool: Tool, some: Sequence[Need], folder: Path) -> Runs:
    tool.write(folder, some)
    arguments = tool.arguments(folder)
    how = (
        " ".join((tool.executable, *arguments)).replace(f"{folder}/", "").replace(str(folder), ".")
    )
    command = [str(tool.command), *arguments]
    path = next(path for path in sorted(folder.rglob("*")) if some[-1].text[:8] in _text(path))
    words = some[-1].text[:8]

    def edit() -> None:
        path.write_text(path.read_text("utf-8").replace(words, f"{words}{EDITED}", 1), "utf-8")

    return runs(versions(tool.package), how, len(some), folder, command, edit)


def _text(path: Path) -> str:
    is_page = path.suffix in (".rst", ".sdoc", ".yml") and path.is_file()
    return path.read_text("utf-8") if is_page else ""


def schema(root: Path, folder: Path, items: int, home: Path, edit: Callable[[], None]) -> Runs:
    """The generated JSON Schema alone, on guifan's own files, at its fastest."""
    program = str(Path(__file__).parent / "validating.py")
    command = [
        str(executables("check-jsonschema", home) / "python"),
        program,
        str(root / SCHEMA),
        str(folder),
    ]
    name = "JSON Schema (jsonschema 4.26.0, PyYAML 6.0.3 with libyaml)"
    return runs(name, "validating.py", items, folder, command, edit)


def schema_by_hand(
    root: Path, folder: Path, items: int, home: Path, edit: Callable[[], None]
) -> Runs:
    """The same by the command that editors of such files use."""
    files = [str(path) for path in sorted((folder / "standards").rglob("*.yaml"))]
    tool = str(executables("check-jsonschema", home) / "check-jsonschema")
    command = [tool, "--schemafile", str(root / SCHEMA), *files]
    name = "JSON Schema (check-jsonschema 0.39.0)"
    return runs(name, "check-jsonschema --schemafile …", items, folder, command, edit)
