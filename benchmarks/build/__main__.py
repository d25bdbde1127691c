"""Measure what building a whole site costs, beside other tools; see ``--help``."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path += [str(ROOT / "benchmarks"), str(ROOT / "benchmarks" / "scale")]

from corpora import Manual, flagship  # noqa: E402 - the path stands above
from measuring import Cost, cost  # noqa: E402
from pictures import draw  # noqa: E402
from rebuilding import again  # noqa: E402
from record import RESULTS, recorded, table  # noqa: E402
from serving import served  # noqa: E402
from sites import (  # noqa: E402
    EDITIONS,
    OURS,
    PEER,
    PLAIN,
    PROGRAMS,
    TOOLS,
    Edition,
    exported,
    for_hugo,
    guifan,
    laid_out,
    size,
)

HEADING = "## Building a whole site, cold"
AGAIN = "## Building a whole site again"
SERVED = "## Serving a site while it is written"

DAY = date(2026, 11, 22)
"""The day on which everything is judged, so that results compare."""

FLOOR = 6.0
"""How many times our CPU seconds mkdocs with Material's pruned navigation has to take."""

SHOWN_FLOOR, INDEX_FLOOR = 100, 1.0
"""Milliseconds after which a live server has to show an edit, and seconds for its search."""

EDITS, SEED = 9, 20260101
"""How many norms are written otherwise while the manual is served, and which."""

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}


@dataclass(frozen=True)
class Run:
    """What one tool took to build one site.

    Args:
        tool: its name.
        cost: of the whole process.
        size: MB of the site.
    """

    tool: str
    cost: Cost
    size: float


def runs(manual: Manual, edition: Edition, folder: Path, tools: Sequence[str]) -> Iterator[Run]:
    """Build one edition with each tool, every time from nothing."""
    source = laid_out(manual, edition, folder / "manual")
    options = ("--audience", edition.audience, "--date", str(DAY), "--clean")
    markdown, pages = folder / "markdown", folder / "hugo"
    exported(source, edition, str(DAY), markdown)
    for_hugo(markdown, pages)
    commands = {
        OURS: guifan("build", str(source), "--out", str(folder / "ours" / "site"), *options),
        PLAIN: guifan(
            *("build", str(source), "--out", str(folder / "plain" / "site"), "--plain"), *options
        ),
        PEER: [str(PROGRAMS / "mkdocs"), "build", "--quiet", "--site-dir", "site"],
        "properdocs": [
            *(str(PROGRAMS / "properdocs"), "build", "--quiet", "--site-dir", "site"),
            *("--config-file", "mkdocs.yml"),
        ],
        "hugo": ["hugo", "--quiet", "--destination", "site"],
    }
    places = {
        OURS: (source, folder / "ours" / "site"),
        PLAIN: (source, folder / "plain" / "site"),
        "hugo": (pages, pages / "site"),
    }
    for tool, command in commands.items():
        if tool not in {*tools} & {*edition.tools} or shutil.which(command[0]) is None:
            continue
        place, site = places.get(tool, (markdown, markdown / "site"))
        site.parent.mkdir(exist_ok=True)
        shutil.rmtree(source / ".guifan", ignore_errors=True)  # what we keep from build to build
        found = Run(tool, cost(command, place), size(site.resolve()))
        print(f"{edition.name}: {tool}: {found.cost} s", file=sys.stderr, flush=True)
        yield found
        shutil.rmtree(site.resolve(), ignore_errors=True)


def compared(edition: Edition, found: Sequence[Run], pages: int) -> str:
    """A table of what each tool took."""
    ours = next(one for one in found if one.tool == OURS)
    rows = [["tool", "CPU s (by the clock)", "MiB at most", "MB of output", "to guifan"]]
    for one in found:
        ratio = f"{one.cost.cpu / ours.cost.cpu:.2f}"
        if one.tool == PEER:
            ratio += f" (floor {FLOOR:.0f})"
        rows.append([one.tool, f"{one.cost}", f"{one.cost.memory:,}", f"{one.size:.0f}", ratio])
    return f"{edition.name[0].upper()}{edition.name[1:]}, {pages:,} pages:\n\n{table(rows)}"


def machine(tools: Sequence[str]) -> str:
    """The machine, and the versions of the tools."""
    names = ("guifan", "mkdocs", "properdocs", "mkdocs-material")
    versions = [f"{name} {metadata.version(name)}" for name in names]
    if shutil.which("hugo") and "hugo" in tools:
        said = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True)
        versions.append(" ".join(said.stdout.split()[:2]))
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return (
        f"{system}, {os.getloadavg()[0]:.1f} processes waiting for them as it began, Python "
        f"{platform.python_version()}; {', '.join(versions)}; judged as of {DAY}."
    )


def where(tools: Sequence[str]) -> str:
    """The machine, the versions, and what was measured."""
    return (
        f"{machine(tools)} CPU seconds of "
        "the whole process, in brackets seconds by the clock; one run each, from nothing. guifan "
        "checks the manual and makes the search and the data files besides; the others build "
        "`guifan export markdown` of the same manual, with Material's own search and pruned "
        "navigation in mkdocs and properdocs; hugo's theme is as small as can be, without search."
    )


def built_again(manual: Manual, folder: Path) -> str:
    """What building the manual again costs, with where that was."""
    edition = EDITIONS[1]
    source, site = laid_out(manual, edition, folder / "manual"), folder / "ours" / "site"
    site.parent.mkdir()
    options = ("--audience", edition.audience, "--date", str(DAY))
    rows = [["the manual", "CPU s (by the clock)", "MiB at most"]]
    place = (
        f"{machine((OURS,))} CPU seconds of a new process each time, in brackets seconds by the "
    )
    place += "clock; the last site was compared with one built from nothing, byte for byte."
    for name, took in again(source, site, options):
        rows.append([name, str(took), f"{took.memory:,}"])
        print(f"{name}: {took} s", file=sys.stderr, flush=True)
    return f"{place}\n\n{table(rows)}"


def written(manual: Manual, folder: Path) -> str:
    """How soon a live server shows what was written, with where that was."""
    edition = EDITIONS[1]
    source = laid_out(manual, edition, folder / "manual")
    command = guifan("serve", str(source), "--audience", edition.audience, "--date", str(DAY))
    every = served(command, source, EDITS, SEED)
    pages, indexes = [one.page for one in every], [one.index for one in every]
    rows = [["by the clock, until", "median", "at most", "floor"]]
    pages_row = [f"{median(pages):.0f} ms", f"{max(pages):.0f} ms", f"{SHOWN_FLOOR} ms"]
    index_row = [f"{median(indexes):.1f} s", f"{max(indexes):.1f} s", f"{INDEX_FLOOR:.0f} s"]
    rows += [["its page is served", *pages_row], ["the search is another", *index_row]]
    place = f"{machine((OURS,))} `guifan serve`, {EDITS} norms written otherwise, one by one."
    return f"{place}\n\n{table(rows)}"


def main() -> int:
    """Measure, print, record."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks/build",
        description=(
            "What building a whole site from nothing costs: the customers' edition of this "
            "manual, the whole of it, and four copies of it beside each other; then the same "
            "pages, exported as Markdown, with mkdocs and Material, with properdocs, and with "
            "hugo where it is installed (Debian: apt-get install hugo)."
        ),
        epilog="Example: python benchmarks/build --editions 2 --tools guifan,mkdocs",
    )
    every = ",".join(map(str, range(1, len(EDITIONS) + 1)))
    parser.add_argument("--editions", default=every, help=f"which of the three: {every}")
    parser.add_argument("--tools", default=",".join(TOOLS), help="which, with commas")
    parser.add_argument(
        "--again", action="store_true", help="only what building the manual again costs"
    )
    parser.add_argument(
        "--serve", action="store_true", help="only how soon `guifan serve` shows an edit"
    )
    parser.add_argument(
        "--record", action="store_true", help=f"write the tables to {RESULTS.relative_to(ROOT)}"
    )
    chosen = parser.parse_args()
    os.environ.update(_QUIET)
    tools = chosen.tools.split(",")
    manual = flagship(ROOT, DAY)
    parts = ((chosen.again, AGAIN, built_again), (chosen.serve, SERVED, written))
    for is_chosen, heading, measure in parts:
        if is_chosen:
            with tempfile.TemporaryDirectory() as name:
                text = measure(manual, Path(name))
            print(text, flush=True)
            if chosen.record:
                recorded(heading, text)
    if chosen.again or chosen.serve:
        return 0
    texts = [where(tools)]
    print(texts[0], flush=True)
    for edition in (EDITIONS[int(number) - 1] for number in chosen.editions.split(",")):
        with tempfile.TemporaryDirectory() as name:
            found = list(runs(manual, edition, Path(name), tools))
            pages = sum(1 for _ in Path(name, "markdown").rglob("*.md"))
        texts.append(compared(edition, found, pages))
        print(f"\n{texts[-1]}", flush=True)
    if chosen.record:
        recorded(HEADING, "\n\n".join(texts))
        draw()
    return 0


if __name__ == "__main__":
    sys.exit(main())
