"""Measure how well and how fast the manual's search answers, beside others; see ``--help``."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[2]
for name in ("benchmarks", "benchmarks/scale", "tests/house"):
    sys.path.append(str(ROOT / name))

import engines  # noqa: E402 - the paths stand above
from asked import LOOKED_AT, SETS, Answer, Query, by_kind, failures, figures, read  # noqa: E402
from chromium import launched  # noqa: E402
from copied import built, written  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402
from record import recorded, table  # noqa: E402

from guifan.publish.searched import FOLDER, opened  # noqa: E402
from guifan.search.store import Row, Store  # noqa: E402

HEADINGS = {
    "queries": "## Search",
    "held_out": "## Search, on the queries that were held out until it was tuned on them",
    "blind": "## Search, on queries written blind, since tuned on",
    "second": "## Search, on queries written while it was tuned",
    "unseen": "## Search, on more queries written blind",
    "fresh": "## Search, on queries written blind once more",
}
"""The section of the record, by the set of queries."""

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


def prepared(work: Path, peers: Path | None) -> None:
    """Build every edition, and for the peers the same pages with the theme and with Pagefind."""
    guifan = Path(sys.executable).with_name("guifan")
    for edition in EDITIONS:
        ours, markdown, theme = (
            work / f"{kind}-{edition}" for kind in ("ours", "markdown", "theme")
        )
        options = ("--audience", edition, "--date", DAY)
        if not ours.exists():
            built(ROOT, edition, DAY, work)
        if peers and not theme.exists():
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
    """Milliseconds of every key of these queries, once the page rested after a first one."""
    with engines.served(engine.folder) as root, engines.opened(browser, engine, root) as asked:
        asked.ask(queries[0].text[:1])
        asked.rest()
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
    browser: Browser, work: Path, pages: int, queries: Sequence[Query]
) -> tuple[float, Measured]:
    """Ours alone over so many pages, made by copying the larger edition's; CPU seconds as well."""
    folder = work / f"pages-{pages}"
    store, seconds = written(work, EDITIONS[0], ROOT, pages, folder)
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
    return seconds, told


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
        "servers do, of what the results need: what rows say and the posts and channels to narrow "
        "down by come once they stand; milliseconds are the median and the 95th of a hundred, from "
        "the key to the results in the page; before the keys of the last three columns a page "
        "answered one query and rested until it loaded nothing more. The theme loads its index "
        "with the page, before the first query."
    )


NAMES = ("guifan", "the theme with jieba", "Pagefind", "MiniSearch")


def main() -> int:
    """Measure, print, record."""
    parser = argparse.ArgumentParser(
        prog="python benchmarks/search",
        description="How well and how fast the search answers, beside others on the same pages.",
        epilog="Example: python benchmarks/search --queries blind --pages '' --record",
    )
    parser.add_argument("--work", type=Path, help="where sites are built and kept for next time")
    parser.add_argument(
        "--peers",
        type=Path,
        help="environment of mkdocs-material, jieba, pagefind, to ask them too",
    )
    parser.add_argument("--minisearch", type=Path, help="its dist/umd/index.js, to ask it as well")
    parser.add_argument("--pages", default="3000,10000", help="sizes at which ours is asked alone")
    parser.add_argument("--queries", choices=SETS, default="queries", help="what is asked")
    parser.add_argument("--record", action="store_true", help="write to the record of results")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(report(given, given.work or Path(folder)))
    return 0


def report(given: argparse.Namespace, work: Path) -> str:
    """Measure, and record where that is wanted."""
    work.mkdir(parents=True, exist_ok=True)
    prepared(work, given.peers)
    queries = read(SETS[given.queries])
    names = [
        NAMES[0],
        *(NAMES[1:3] if given.peers else ()),
        *(NAMES[3:] if given.minisearch else ()),
    ]
    with launched() as browser:
        if "MiniSearch" in names:
            for edition in EDITIONS:
                folder = work / f"mini-{edition}"
                mini(browser, work / f"theme-{edition}", given.minisearch, folder)
        texts = [where(browser)]
        found = []
        for name in names:
            found.append(measured(browser, work, name, queries))
            print(quality(found), costs(found), sep="\n\n", file=sys.stderr, flush=True)
        texts += [quality(found), kinds(found), costs(found)]
        sizes = [int(one) for one in given.pages.split(",") if one]
        if sizes:
            alone = [scaled(browser, work, one, queries) for one in sizes]
            texts.append(
                "Ours alone, over copies of the pages; CPU seconds of making the index: "
                + ", ".join(
                    f"{pages:,} pages {seconds:.1f}"
                    for pages, (seconds, _) in zip(sizes, alone, strict=True)
                )
            )
            told = [one for _, one in alone]
            texts += [quality(told), costs(told)]
    missed = [f"- {line}" for line in failures(found[0].answers)]
    texts.append(f"Not right, of {len(queries)}:\n\n" + "\n".join(missed))
    if given.record:
        recorded(HEADINGS[given.queries], "\n\n".join(texts))
    return "\n\n".join(texts)
