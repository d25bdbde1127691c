"""What building the manual again costs, after nothing or one value has changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from compared import differing
from measuring import Cost, cost
from sites import guifan


@dataclass(frozen=True)
class Edit:
    """One value written otherwise.

    Args:
        name: for the reader of the results.
        file: where it stands.
        old: how it is written.
        new: how it is written then.
        duty: the item of which staff have to be told, as after every other value of its own.
    """

    name: str
    file: str
    old: str
    new: str
    duty: str = ""

    def make(self, root: Path) -> None:
        """Write it so.

        Raises:
            ValueError: it does not stand there.
        """
        path = root / self.file
        text = path.read_text("utf-8")
        if self.old not in text:
            raise ValueError(f"{self.file}: {self.old}")
        path.write_text(text.replace(self.old, self.new, 1), "utf-8")
        if self.duty:
            told = guifan("bump", self.duty, "--why", "少等一天", "--dir", str(root))
            subprocess.run(told, check=True, capture_output=True)


EDITS = (
    Edit(
        "a limit's value changed",
        "standards/quality/monitoring/limits.yaml",
        "within: 3 个工作日",
        "within: 2 个工作日",
        "figures-out",
    ),
    Edit(
        "a norm's phrase changed",
        "standards/quality/monitoring/norms.yaml",
        "instead: 周末加两个班",
        "instead: 周末加三个班",
    ),
)


def again(source: Path, site: Path, options: tuple[str, ...]) -> Iterator[tuple[str, Cost]]:
    """Build a manual from nothing, again, and after each edit.

    Raises:
        RuntimeError: a site is another than one that is built from nothing.
    """
    command = guifan("build", str(source), "--out", str(site), *options)
    yield "from nothing", cost(command, source)
    yield "nothing changed", cost(command, source)
    for edit in EDITS:
        edit.make(source)
        yield edit.name, cost(command, source)
    clean = site.with_name("clean") / "site"
    clean.parent.mkdir()
    cost(guifan("build", str(source), "--out", str(clean), "--clean", *options), source)
    if others := differing(site.resolve(), clean.resolve()):
        raise RuntimeError(f"built again, it is another site: {others[:3]}")
    print(f"{site} is the one built from nothing, byte for byte", file=sys.stderr, flush=True)
