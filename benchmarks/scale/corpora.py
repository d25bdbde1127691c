"""Manuals of any size: the flagship several times over, each copy with ids of its own.

A copy is closed: an item refers to its neighbours in the copy, under ids and names of their own.
What a manual can have but once stands once: itself, its vocabulary, the law, the posts, the
channels, and whatever the check would find wrong if there were two of it, such as a limit that
runs between two moments of the law. So every rule looks at nearly so many times as many places, and
finds nothing wrong in any of them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guifan.checks.reading import Standards, read_standards
from guifan.corpus.graph import Corpus, written
from guifan.findings import Place, Position
from guifan.language.document import Entry
from guifan.language.model import Reference, Text
from guifan.language.source import Source
from guifan.language.texts import mentions
from guifan.publish.folder import open_folder

_ONCE = frozenset({"manual", "taxonomy", "regulation", "source", "unit", "role", "channel"})
"""Kinds that stand once."""

_TELLING = frozenset({"taxonomy", "regulation"})
_PARTS = frozenset({"members", "floors", "articles"})
"""Where the vocabulary and the law name items in which they are told: events, windows, limits."""

_MOST_ROUNDS = 8
"""What stands once may leave another without its neighbour; it settles after two or three."""

_NAMED = frozenset({"term", "metric"})
"""Kinds of which no two may have one name."""

_NUMERALS = "零一二三四五六七八九"


@dataclass(frozen=True)
class _Cut:
    """A stretch of a file that a copy writes differently.

    Args:
        start, end: offsets into the text.
        kind: ``id`` and ``name`` have something put behind them, ``item`` is left out.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Manual:
    """A flagship that can be written several times over.

    Args:
        corpus: its items.
        once: ids of those that stand once.
        cuts: by file, what a copy writes differently.
        sources: its files.
    """

    corpus: Corpus
    once: frozenset[str]
    cuts: Mapping[str, tuple[_Cut, ...]]
    sources: tuple[Source, ...]

    def copies(self, count: int) -> Iterator[Source]:
        """The files of so many copies; the first keeps its ids and names."""
        for source in self.sources:
            yield source
            cuts = self.cuts[source.file]
            for number in range(2, count + 1) if any(cut.kind == "id" for cut in cuts) else ():
                name = f"standards/copy-{number:02}/{source.file.removeprefix('standards/')}"
                yield Source(name, _copy(source, cuts, number))

    def size(self, count: int) -> int:
        """How many items so many copies have."""
        return len(self.once) + count * (len(self.corpus) - len(self.once))


def flagship(root: Path, day: date) -> Manual:
    """Find out what stands once, until two copies are clean.

    Args:
        root: the folder that holds ``standards/``.
        day: the day on which it is judged.
    """
    corpus = open_folder(root).corpus
    sources = {entry.document.source.file: entry.document.source for entry in _entries(corpus)}
    once = _standing_once(corpus)
    for _round in range(_MOST_ROUNDS):
        manual = Manual(corpus, once, _cuts(corpus, once), tuple(sources.values()))
        more = _at_fault(read_standards(manual.copies(2)), day, once)
        if not more:
            return manual
        once |= more
    raise ValueError(f"two copies are never clean: {sorted(more)}")


def _at_fault(two: Standards, day: date, once: frozenset[str]) -> frozenset[str]:
    """The items that are found wrong in two copies: the culprit, else what it is held against."""
    found: set[str] = set()
    for finding in two.check(day).findings:
        places = (finding.position, *(one.position for one in finding.related))
        names = (_holder(two.corpus, place) for place in places)
        name = next((name for name in names if name not in once), None)
        if name is None:
            raise ValueError(f"{finding.position}: {finding.code} {finding.key}")
        found.add(name)
    return frozenset(found)


def _holder(corpus: Corpus, place: Position) -> str:
    """The id that the item at a place has in the first copy."""
    for entry in _entries(corpus):
        mark = entry.node.mark
        if entry.document.source.file == place.file and mark.line < place.line <= mark.end_line + 1:
            return entry.item.id.removesuffix("-c2")
    raise ValueError(f"{place}: no item is here")


def write(folder: Path, sources: Iterable[Source]) -> None:
    """Write files."""
    for source in sources:
        path = folder / source.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source.text, "utf-8")


def edited(folder: Path, seed: int) -> None:
    """Have one term, drawn by the seed, be reviewed a day sooner: one value, and nothing wrong."""
    lines = [
        (path, at)
        for path in sorted((folder / "standards").rglob("*.yaml"))
        for at, line in enumerate(path.read_text("utf-8").splitlines())
        if line == "review_by: 2026-12-31"
    ]
    path, at = random.Random(seed).choice(lines)
    text = path.read_text("utf-8").splitlines()
    text[at] = "review_by: 2026-12-30"
    path.write_text("\n".join(text) + "\n", "utf-8")


def _entries(corpus: Corpus) -> Iterator[Entry]:
    return iter(corpus.entries.values())


def _standing_once(corpus: Corpus) -> frozenset[str]:
    """Items of kinds that stand once, and what the vocabulary and the law are told in."""
    told = {
        link.target.item.id
        for link in corpus.links
        if link.target and isinstance(link.spot.marker, Reference)
        if corpus.entries[link.source].item.kind in _TELLING and link.path[0] in _PARTS
    }
    return frozenset({item.id for item in corpus if item.kind in _ONCE} | told)


def _cuts(corpus: Corpus, once: frozenset[str]) -> Mapping[str, tuple[_Cut, ...]]:
    """What is written differently in the copy of each file, each stretch once, in their order."""
    found: dict[str, set[_Cut]] = defaultdict(set)
    for entry in _entries(corpus):
        cuts = found[entry.document.source.file]
        if entry.item.id in once:
            cuts.add(_lines(entry))
            continue
        for place, address in _addresses(entry):
            name = address.partition(".")[0]
            if (name in corpus and name not in once) or place.path[0] == "was":
                cuts.add(_stretch(entry, place, name, "id"))
        if entry.item.kind in _NAMED:
            for path, word in _words(entry):
                cuts.add(_stretch(entry, Place(entry.item.id, path), word, "name"))
    return {
        file: tuple(sorted(cuts, key=lambda cut: (cut.start, -cut.end)))
        for file, cuts in found.items()
    }


def _addresses(entry: Entry) -> Iterator[tuple[Place, str]]:
    """Every place of an item at which an id stands, its own first, with what stands there."""
    name = entry.item.id
    yield Place(name, ("id",)), name
    for at, former in enumerate(entry.item.was):
        yield Place(name, ("was", at)), former
    for _, spot, path in written(entry):
        if isinstance(spot.marker, Text):
            for one in mentions(spot.value):
                yield Place(name, path, (one.start, one.end)), one.address
        elif isinstance(spot.marker, Reference):
            yield Place(name, path), spot.value


def _words(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("title",), entry.item.title
    for at, word in enumerate(getattr(entry.item, "also", ())):
        yield ("also", at), word


def _stretch(entry: Entry, place: Place, text: str, kind: str) -> _Cut:
    """Where a text stands, behind what quotes it."""
    position = entry.position(place)
    source = entry.document.source
    start = source.starts[position.line - 1] + position.column - 1
    end = source.starts[position.end_line - 1] + position.end_column - 1
    at = source.text.find(text, start, end)
    if at < 0:
        raise ValueError(f"{position}: {text} does not stand here")
    return _Cut(at, at + len(text), kind)


def _lines(entry: Entry) -> _Cut:
    """The lines of an item of a list."""
    source, mark = entry.document.source, entry.node.mark
    ends = (*source.starts, len(source.text))
    return _Cut(source.starts[mark.line], ends[mark.end_line + 1], "item")


def _copy(source: Source, cuts: tuple[_Cut, ...], number: int) -> str:
    """The text of a file in the copy of this number."""
    behind = {"id": f"-c{number}", "name": f"之{_in_words(number)}"}
    text, done = "", 0
    for cut in cuts:
        if cut.kind == "item":
            text += source.text[done : cut.start]
        else:
            text += source.text[done : cut.end] + behind[cut.kind]
        done = cut.end
    return text + source.text[done:]


def _in_words(number: int) -> str:
    """A number of at most two digits, digit by digit."""
    return "".join(_NUMERALS[int(digit)] for digit in str(number))
