"""Measure what a reader's browser loads: ``python benchmarks/weight.py --help``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
for name in ("benchmarks", "benchmarks/search", "tests/house"):
    sys.path.append(str(ROOT / name))

import engines  # noqa: E402 - the paths stand above
from chromium import launched  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402
from record import recorded, table  # noqa: E402

HEADING = "## What a browser loads"
DAY = "2026-11-22"
"""The day on which the manual is judged, so that results compare."""

FIRST_FLOOR, LATER_FLOOR, COPY_FLOOR = 250, 30, 12
"""KB of a first page and of a later one, and MB of a copy to carry away, at most."""

VISIT = (
    "",
    "limits/complaint-answer/",
    "procedures/account-opening/",
    "playbooks/batch-billing-error/",
    "roles/hotline-agent/",
    "numbers/",
    "glossary/",
)
"""The pages that somebody opens one after the other, by their addresses."""

EDITIONS = ("internal", "public")


def visited(browser: Browser, site: Path, pages: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The bytes, compressed as servers do, of what each further page asks for that none had."""
    asked: list[str] = []
    with engines.served(site) as root:
        context = browser.new_context(service_workers="block")
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        known: set[str] = set()
        for address in pages:
            if not (site / address / "index.html").is_file():
                continue
            page.goto(root + address)
            page.wait_for_load_state("networkidle")
            new = [one for one in dict.fromkeys(asked) if one not in known]
            known.update(new)
            files = [f"{one}index.html" if one.endswith("/") else one for one in new]
            yield address or "index.html", engines.packed(site, files)
        context.close()


def carried(edition: str, folder: Path) -> float:
    """MB of the copy that ``guifan export offline`` makes to carry away."""
    path = folder / f"{edition}.tar.xz"
    guifan("export", "offline", str(ROOT), "--out", str(path), "--audience", edition)
    return path.stat().st_size / 1e6


def guifan(*words: str) -> None:
    """Start guifan, as of the day."""
    command = [str(Path(sys.executable).with_name("guifan")), *words, "--date", DAY]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, check=True, stdout=sys.stderr, env=quiet)


def told(edition: str, site: Path, browser: Browser, folder: Path) -> str:
    """What an edition makes browsers load."""
    rows = [["page", "KB more", "floor, KB"]]
    for at, (address, size) in enumerate(visited(browser, site, VISIT)):
        rows.append([f"`{address}`", f"{size / 1e3:.0f}", str(LATER_FLOOR if at else FIRST_FLOOR)])
    each = sorted(engines.packed(site, [one]) / 1e3 for one in pages(site))
    every = (
        f"Of its {len(each):,} pages 50 of 100 have at most {each[len(each) // 2]:.0f} KB, 99 of "
        f"100 {each[len(each) * 99 // 100]:.0f} KB; {sum(one > LATER_FLOOR for one in each)} have "
        f"more than {LATER_FLOOR} KB, whole lists and what a post does, the longest {each[-1]:.0f}."
    )
    size = carried(edition, folder)
    copy = f"The whole as one archive, to carry away: {size:.1f} MB (floor {COPY_FLOOR})."
    return f"The {edition} edition:\n\n{table(rows)}\n\n{every} {copy}"


def pages(site: Path) -> Iterator[str]:
    """The files of a site that are pages."""
    return (one.relative_to(site).as_posix() for one in sorted(site.rglob("index.html")))


def main() -> int:
    """Measure, print, record."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks/weight.py",
        description="What a browser loads of the manual: a first page, then others one by one.",
        epilog="Example: python benchmarks/weight.py --record",
    )
    parser.add_argument("--record", action="store_true", help="write it to benchmarks/RESULTS.md")
    record = parser.parse_args().record
    texts = [
        f"The manual as of {DAY}, in Chromium: the files that a page asks for and none before it "
        "in the same visit did, each compressed as servers do (gzip 6). The search is not opened."
    ]
    with tempfile.TemporaryDirectory() as name, launched() as browser:
        for edition in EDITIONS:
            site = Path(name, edition)
            guifan("build", str(ROOT), "--out", str(site), "--audience", edition)
            texts.append(told(edition, site.resolve(), browser, Path(name)))
    text = "\n\n".join(texts)
    print(text)
    if record:
        recorded(HEADING, text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
