"""The sites that are built: this manual's editions and copies, and the same pages as Markdown."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from corpora import Manual, write

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

FEATURES = ("navigation.tabs", "navigation.indexes", "navigation.prune", "navigation.path")
"""What our pages show of the navigation; the theme is asked for the same on the exported pages."""

PROGRAMS = Path(sys.executable).parent


OURS, PLAIN, PEER = "guifan", "guifan --plain", "mkdocs"
TOOLS = (OURS, PLAIN, PEER, "properdocs", "hugo")


@dataclass(frozen=True)
class Edition:
    """What is built.

    Args:
        name: for the reader of the results.
        audience: for whom.
        copies: how many of the manual stand beside each other.
        tools: with which it is built.
    """

    name: str
    audience: str
    copies: int
    tools: tuple[str, ...] = TOOLS


EDITIONS = (
    Edition("the customers' edition", "public", 1),
    Edition("the manual", "internal", 1),
    Edition("four copies of it", "internal", 4, (OURS, "hugo")),
)


def guifan(*words: str) -> list[str]:
    """A command of ours."""
    return [str(PROGRAMS / "guifan"), *words]


def laid_out(manual: Manual, edition: Edition, folder: Path) -> Path:
    """A manual of so many copies, with this one's prose and configuration; one has its past too."""
    write(folder, manual.copies(edition.copies))
    if edition.copies == 1:
        shutil.copytree(ROOT / "editions", folder / "editions")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def exported(source: Path, edition: Edition, day: str, folder: Path) -> None:
    """The same pages as Markdown, with the theme's navigation as ours."""
    words = ("export", "markdown", str(source), "--out", str(folder))
    options = ("--audience", edition.audience, "--date", day)
    subprocess.run(guifan(*words, *options), check=True, stdout=sys.stderr)
    path = folder / "mkdocs.yml"
    features = "".join(f"  - {one}\n" for one in FEATURES)
    told = path.read_text("utf-8").replace(
        "  font: false\n", f"  font: false\n  features:\n{features}"
    )
    path.write_text(told, "utf-8")


def for_hugo(markdown: Path, folder: Path) -> None:
    """The exported pages as Hugo wants them: a folder's own page has a name of its own."""
    shutil.copytree(HERE / "hugo", folder)
    for path in markdown.glob("docs/**/*.md"):
        name = path.relative_to(markdown / "docs")
        to = folder / "content" / (name.with_name("_index.md") if name.stem == "index" else name)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, to)


def size(folder: Path) -> float:
    """MB of a site's files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
