"""Measure how well and how fast the manual's search answers, beside others; see ``--help``."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[2]
for name in ("benchmarks/scale", "tests/house"):
    sys.path.append(str(ROOT / name))

import engines  # noqa: E402 - the paths stand above
from asked import HELD_OUT, LOOKED_AT, PUBLIC, Answer, Query, by_kind, failures, figures, read  # noqa: E402
from chromium import launched  # noqa: E402
from copied import built, written  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402

from guifan.publish.searched import FOLDER, opened  # noqa: E402
from guifan.search.store import Row, Store  # noqa: E402

RESULTS = ROOT / "benchmarks" / "RESULTS.md"
HEADING = "## Search"
HELD_HEADING = "## Search, on queries nobody tuned on"

DAY = "2026-11-20"
"""The day on which the manual is judged, so that results compare."""

EDITIONS = ("internal", "public")

_COLD, _KEYS = 8, 30
"""Visits whose first query is timed, and queries that are typed key by key."""

_SLOW = 4
"""How many times slower the processor is made for a phone."""


@dataclass(frozen=True)
class Measured:
    """What an engine was seen to do.

    Args:
        name: of the engine, with its size where that is not the manual's.
        answers: to all queries.
        first: bytes that the first query loads, compressed: the median.
        index: bytes of the whole index, compressed.
        cold: milliseconds from the first key to results, in pages just opened.
        warm: likewise for each further key.
        slowed: likewise on a processor four times slower.
        heap: MB of objects in the page.
    """

    name: str
    answers: tuple[Answer, ...]
    first: int
    index: int
    cold: Sequence[float]
    warm: Sequence[float]
    slowed: Sequence[float]
    heap: float


def run(command: Sequence[str | Path], folder: Path = ROOT) -> None:
    """Run a program; what it says goes to the log."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [str(one) for one in command], cwd=folder, check=True, stdout=sys.stderr, env=environment
    )


def prepared(work: Path, peers: Path) -> None:
    """Build every edition, and the same pages with the theme's search, Pagefind and MiniSearch."""
    guifan = Path(sys.executable).with_name("guifan")
    for edition in EDITIONS:
        ours, markdown, theme = (
            work / f"{kind}-{edition}" for kind in ("ours", "markdown", "theme")
        )
        options = ("--audience", edition, "--date", DAY)
        if not ours.exists():
            built(ROOT, edition, DAY, work)
        if not theme.exists():
            run([guifan, "export", "markdown", ROOT, "--out", markdown, *options])
            config = markdown / "mkdocs.yml"
            told = config.read_text("utf-8")
            told = told.replace(
                "  font: false\n", "  font: false\n  features: [navigation.prune]\n"
            )
            config.write_text(told, "utf-8")
            run([peers / "bin/mkdocs", "build", "--quiet", "--site-dir", theme], markdown)
            run([peers / "bin/python", "-m", "pagefind", "--site", theme, "--force-language", "zh"])


def mini(browser: Browser, theme: Path, script: Path, folder: Path) -> None:
    """MiniSearch's index of a theme's pages, as a page of its own."""
    folder.mkdir(exist_ok=True)
    shutil.copy(script, folder / "minisearch.js")
    (folder / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><script src=minisearch.js></script>", "utf-8"
    )
    pages = list(engines.pages_of(theme))
    (folder / "pages.json").write_text(json.dumps(pages, ensure_ascii=False), "utf-8")
    with engines.served(folder) as root:
        page = browser.new_page()
        page.goto(root)
        (folder / "index.json").write_text(page.evaluate(engines.MINISEARCH_BUILD), "utf-8")
        page.close()


def chosen(work: Path, edition: str, names: Sequence[str]) -> Iterator[engines.Engine]:
    """The engines for an edition."""
    ours, theme, small = (work / f"{kind}-{edition}" for kind in ("ours", "theme", "mini"))
    every = (
        engines.Engine("guifan", ours, engines.OURS_READY, engines.OURS, FOLDER),
        engines.Engine("the theme with jieba", theme, engines.THEME_READY, engines.THEME, "search"),
        engines.Engine("Pagefind", theme, engines.PAGEFIND_READY, engines.PAGEFIND, "pagefind"),
        engines.Engine(
            "MiniSearch", small, engines.MINISEARCH_READY, engines.MINISEARCH, "index.json"
        ),
    )
    return (one for one in every if one.name in names)


def answered(
    browser: Browser, engine: engines.Engine, queries: Sequence[Query], store: Store
) -> tuple[list[Answer], Sequence[float], float]:
    """What an engine answers, how long each took, and what the page holds after all of them."""
    names = {row.address.strip("/"): row.id for row in _rows(store)}
    found, took = [], []
    with engines.served(engine.folder) as root, engines.opened(browser, engine, root) as asked:
        for query in queries:
            told, near, time_taken = asked.ask(query.text)
            ids = (
                names.get(one.strip("/").removesuffix("index.html").strip("/"), one) for one in told
            )
            found.append(Answer(query, tuple(dict.fromkeys(ids))[:LOOKED_AT], near))
            took.append(time_taken)
        return found, took, asked.heap()


def _rows(store: Store) -> Iterator[Row]:
    return (store.row(at) for at in range(len(store.meta["kind"])))


def keys(
    browser: Browser, engine: engines.Engine, queries: Sequence[Query], slow: int
) -> list[float]:
    """Milliseconds of every key of these queries but the first of all."""
    with engines.served(engine.folder) as root, engines.opened(browser, engine, root) as asked:
        asked.ask(queries[0].text[:1])
        asked.slow_down(slow)
        typed = [one.text[:length] for one in queries for length in range(1, len(one.text) + 1)]
        return [asked.ask(text)[2] for text in typed if text.strip()]


def first_queries(
    browser: Browser, engine: engines.Engine, queries: Sequence[Query]
) -> tuple[list[int], list[float]]:
    """Bytes and milliseconds of the first query of visits."""
    sizes, took = [], []
    with engines.served(engine.folder) as root:
        for query in queries:
            began = time.perf_counter()
            with engines.opened(browser, engine, root) as asked:
                took.append(asked.ask(query.text)[2])
                sizes.append(engines.packed(engine.folder, asked.files))
            print(
                f"{engine.name}: {time.perf_counter() - began:.1f} s", file=sys.stderr, flush=True
            )
    return sizes, took


def measured(browser: Browser, work: Path, name: str, queries: Sequence[Query]) -> Measured:
    """Everything of one engine: right and wrong in both editions, cost in the larger."""
    answers: list[Answer] = []
    heap = 0.0
    for edition in EDITIONS:
        store = opened(work / f"ours-{edition}")
        (engine,) = chosen(work, edition, [name])
        own = [one for one in queries if one.audience == edition]
        found, _, held = answered(browser, engine, own, store)
        answers += found
        heap = max(heap, held)
    (engine,) = chosen(work, EDITIONS[0], [name])
    own = [one for one in queries if one.audience == EDITIONS[0]]
    step = max(1, len(own) // _COLD)
    sizes, cold = first_queries(browser, engine, own[::step][:_COLD])
    few = own[:: max(1, len(own) // _KEYS)][:_KEYS]
    return Measured(
        name,
        tuple(answers),
        round(median(sizes)),
        _packed(engine.folder / engine.index),
        cold,
        keys(browser, engine, few, 1),
        keys(browser, engine, few, _SLOW),
        heap,
    )


def _packed(place: Path) -> int:
    folder = place if place.is_dir() else place.parent
    files = list(place.rglob("*")) if place.is_dir() else [place]
    return engines.packed(folder, [path.relative_to(folder).as_posix() for path in files])


def scaled(
    browser: Browser, work: Path, copies: int, queries: Sequence[Query]
) -> tuple[int, float, Measured]:
    """Ours alone over so many copies of the larger edition's pages; pages and CPU seconds too."""
    folder = work / f"copies-{copies}"
    store, seconds = written(work, EDITIONS[0], ROOT, copies, folder)
    engine = engines.Engine("guifan", folder, engines.BARE_READY, engines.BARE, "index")
    own = [one for one in queries if one.audience == EDITIONS[0]]
    answers = []
    with engines.served(folder) as root, engines.opened(browser, engine, root) as asked:
        for query in own:
            found, near, _ = asked.ask(query.text)
            ids = (store.row(int(one)).id for one in found)
            answers.append(Answer(query, tuple(ids), near))
        heap = asked.heap()
    sizes, cold = first_queries(browser, engine, own[:: len(own) // _COLD][:_COLD])
    few = own[:: max(1, len(own) // _KEYS)][:_KEYS]
    pages = len(store.meta["kind"])
    told = Measured(
        f"guifan, {pages:,} pages",
        tuple(answers),
        round(median(sizes)),
        _packed(folder / "index"),
        cold,
        keys(browser, engine, few, 1),
        keys(browser, engine, few, _SLOW),
        heap,
    )
    return pages, seconds, told


def quality(found: Sequence[Measured]) -> str:
    """How well each answers."""
    rows = [["engine", "first", "five", "MRR", "empty", "near"]]
    for one in found:
        told = figures(one.answers)
        shares = (told.right, told.seen, told.reciprocal, told.empty, told.near)
        rows.append([one.name, *(f"{share:.3f}" for share in shares)])
    return table(rows)


def kinds(found: Sequence[Measured]) -> str:
    """The share of right first results by kind of query."""
    rows = [["kind", "queries", *(one.name for one in found)]]
    for kind, answers in by_kind(found[0].answers).items():
        shares = (figures(by_kind(one.answers)[kind]).right for one in found)
        rows.append([kind, str(len(answers)), *(f"{share:.2f}" for share in shares)])
    return table(rows)


def costs(found: Sequence[Measured]) -> str:
    """What each costs a reader."""
    rows = [
        [
            "engine",
            "first query, KB",
            "index, KB",
            "cold ms",
            "key ms",
            f"key ms, CPU ÷ {_SLOW}",
            "heap MB",
        ]
    ]
    for one in found:
        times = (_spread(each) for each in (one.cold, one.warm, one.slowed))
        rows.append(
            [
                one.name,
                f"{one.first / 1e3:.0f}",
                f"{one.index / 1e3:,.0f}",
                *times,
                f"{one.heap:.0f}",
            ]
        )
    return table(rows)


def _spread(each: Sequence[float]) -> str:
    return f"{median(each):.0f} / {quantiles(each, n=20)[-1]:.0f}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a Markdown table, the first its header."""
    header, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([header, "|---" + "|---:" * (len(rows[0]) - 1) + "|", *body])


def where(browser: Browser) -> str:
    """The machine, the versions, and what the columns mean."""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return (
        f"{system}, {os.getloadavg()[0]:.1f} processes waiting for them as it began, Python "
        f"{platform.python_version()}, Chromium {browser.version}, "
        f"guifan {metadata.version('guifan')}; judged as of {DAY}. «first» is the share of "
        "queries whose first result is expected, or of which it is said that nothing fits where "
        "the manual has no answer; the others are shares of "
        "queries with an answer: an expected result among the first five, the mean of one over its "
        "place (MRR), no result, «nothing fits fully, but this is near». Bytes are compressed as "
        "servers do; milliseconds are the median and the 95th of a hundred, from the key to the "
        "results in the page."
    )


def recorded(heading: str, text: str) -> None:
    """Put results in their section of the record; other sections stay as they are."""
    before, _, rest = RESULTS.read_text("utf-8").partition(f"{heading}\n")
    after = "".join(f"\n## {one}" for one in re.split(r"\n## ", rest)[1:])
    RESULTS.write_text(f"{before.rstrip()}\n\n{heading}\n\n{text}\n{after}", "utf-8")


NAMES = ("guifan", "the theme with jieba", "Pagefind", "MiniSearch")


def main() -> int:
    """Measure, print, record."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks/search",
        description="How well and how fast the search answers, beside others on the same pages.",
        epilog="Example: python benchmarks/search --work /tmp/search --engines guifan",
    )
    parser.add_argument("--work", type=Path, required=True, help="where sites are built and kept")
    parser.add_argument(
        "--peers", type=Path, help="environment of mkdocs-material, jieba, pagefind"
    )
    parser.add_argument("--minisearch", type=Path, help="its file dist/umd/index.js")
    parser.add_argument("--engines", default=",".join(NAMES), help="which, with commas")
    parser.add_argument("--copies", default="1,3", help="how many times the pages, ours alone")
    parser.add_argument("--held-out", action="store_true", help="ask what nobody tuned on")
    parser.add_argument("--record", action="store_true", help="write to the record of results")
    given = parser.parse_args()
    prepared(given.work, given.peers)
    queries = read(HELD_OUT if given.held_out else PUBLIC)
    names = given.engines.split(",")
    with launched() as browser:
        if "MiniSearch" in names:
            for edition in EDITIONS:
                folder = given.work / f"mini-{edition}"
                mini(browser, given.work / f"theme-{edition}", given.minisearch, folder)
        texts = [where(browser)]
        found = []
        for name in names:
            found.append(measured(browser, given.work, name, queries))
            print(quality(found), costs(found), sep="\n\n", file=sys.stderr, flush=True)
        texts += [quality(found), kinds(found), costs(found)]
        if not given.held_out:
            sizes = [
                scaled(browser, given.work, int(one), queries) for one in given.copies.split(",")
            ]
            texts.append(
                "Ours alone, over copies of the pages; CPU seconds of making the index: "
                + ", ".join(f"{pages:,} pages {seconds:.1f}" for pages, seconds, _ in sizes)
            )
            alone = [told for _, _, told in sizes]
            texts += [quality(alone), costs(alone)]
    missed = [f"- {line}" for line in failures(found[0].answers)]
    texts.append(f"Not right, of {len(queries)}:\n\n" + "\n".join(missed))
    print("\n\n".join(texts))
    if given.record:
        recorded(HELD_HEADING if given.held_out else HEADING, "\n\n".join(texts))
    return 0
