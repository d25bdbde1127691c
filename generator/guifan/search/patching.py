"""An index in which a few documents say other things: only the files that are others are made.

What every query needs is numbered through all documents, and so are sections and names. As long as
each document keeps as many of these, an edit moves no number, and the postings of what it added and
took away are all that changes. Where it is not quite so, the index is made anew.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate
from typing import Any

from guifan.search.document import LONGEST_NAME, Document, Terms
from guifan.search.index import BODY
from guifan.search.normalise import is_han, table
from guifan.search.shards import (
    BODIES,
    COUNTED,
    DIGITS,
    NAMES,
    ROWS,
    SPOKEN,
    files_for,
    json_of,
    packed,
    rows_and_texts,
    shard,
    texts,
    together_with,
    told,
)


class OtherwiseMadeError(Exception):
    """The index takes other numbers, or other tables; its text says why."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A document that says other things.

    Args:
        number: its place among all.
        old: the document as it was, with its terms.
        new: as it is.
    """

    number: int
    old: tuple[Document, Terms]
    new: tuple[Document, Terms]


@dataclass(slots=True)
class _Moved:
    """Where a key stood and stands no more, and where it stands since."""

    gone: set[int] = field(default_factory=set)
    come: set[int] = field(default_factory=set)


def patched(part: Callable[[str], Any], turned: Sequence[Turned]) -> dict[str, str]:
    """The files of an index that become others.

    Args:
        part: what a file of the index holds, by its name; nothing changes it.
        turned: the documents that say other things, each once.

    Raises:
        OtherwiseMadeError: the index has to be made anew.
    """
    return _Patch(part, turned).files()


class _Patch:
    """An index on its way."""

    def __init__(self, part: Callable[[str], Any], turned: Sequence[Turned]) -> None:
        self._part, self._turned = cache(part), turned
        self._moved: dict[str, defaultdict[str, _Moved]] = {
            letter: defaultdict(_Moved) for letter in (NAMES, BODIES, SPOKEN)
        }

    def files(self) -> dict[str, str]:
        """Those that become others."""
        meta = dict(self._part("meta"))
        for name in ("weight", "numbered", "lengths"):
            meta[name] = list(meta[name])
        sizes = list(meta["sizes"])
        meta["chars"] = dict(meta["chars"])
        for one in self._turned:
            self._compare(one)
            document, terms = one.new
            meta["weight"][one.number] = document.weight
            meta["numbered"][one.number] = int(bool(document.number))
            first = self._entries[one.number]
            meta["lengths"][first : first + len(terms.names)] = map(_units, terms.names)
            first = self._sections[one.number]
            sizes[first : first + len(terms.texts)] = map(_size, terms.texts)
        meta["sizes"] = "".join(sizes)
        made = {**self._postings(meta), **self._syllables(), **self._shown()}
        words = self._vocabulary(made)
        made |= {"meta": meta, "words": words}
        others = {name: value for name, value in made.items() if value != self._part(name)}
        others |= self._ahead(others, meta["chars"])
        return {name: told(name, value) for name, value in others.items()}

    def _ahead(self, others: Mapping[str, Any], chars: Mapping[str, int]) -> dict[str, Any]:
        """The files that hold some of these with their neighbours."""
        made: dict[str, Any] = {}
        for name, value in others.items():
            together = together_with(name, chars)
            if together != together_with(name, self._part("meta")["chars"]):
                raise OtherwiseMadeError("other files are read ahead")
            if together:
                made.setdefault(together, dict(self._part(together)))[name] = value
        return made

    @cached_property
    def _entries(self) -> list[int]:
        """The number of each document's first name."""
        return [0, *accumulate(self._part("meta")["entries"])]

    @cached_property
    def _sections(self) -> list[int]:
        """The number of each document's first section."""
        return [0, *accumulate(self._part("meta")["sections"])]

    def _compare(self, one: Turned) -> None:
        """Note what of a document stands elsewhere."""
        (was, old), (now, new) = one.old, one.new
        if _numbered(was, old) != _numbered(now, new):
            raise OtherwiseMadeError(f"{was.id} has other sections, names or posts")
        for letter, places in ((NAMES, self._named), (BODIES, self._written), (SPOKEN, _spoken)):
            first = self._sections if letter == BODIES else self._entries
            moved = self._moved[letter]
            before = set(places(first[one.number], old))
            after = set(places(first[one.number], new))
            for key, place in before - after:
                moved[key].gone.add(place)
            for key, place in after - before:
                moved[key].come.add(place)

    @staticmethod
    def _named(first: int, terms: Terms) -> Iterator[tuple[str, int]]:
        for number, name in enumerate(terms.names, first):
            for at, unit in enumerate(name.split(" ") if name else ()):
                yield unit, number * LONGEST_NAME + at

    @staticmethod
    def _written(first: int, terms: Terms) -> Iterator[tuple[str, int]]:
        pairs = zip(terms.headings, terms.texts, strict=True)
        for number, (heading, text) in enumerate(pairs, first):
            for at, said in ((1, heading), (0, text)):
                for gram in said.split(" ") if said else ():
                    yield gram, number * BODY + at

    def _postings(self, meta: dict[str, Any]) -> Mapping[str, Any]:
        """The files of units and of pairs of units, dealt as they were."""
        made: dict[str, Any] = {}
        for letter, counted in COUNTED.items():
            count = meta[counted]
            for key, moved in self._moved[letter].items():
                name = f"{letter}{shard(key, count)}"
                held = made.setdefault(name, dict(self._part(name)))
                before, after = held.pop(key, []), _placed(held, self._part(name), key, moved)
                if after:
                    held[key] = after
                meta["chars"][letter] += _weight(key, after) - _weight(key, before)
                if not (before and after):
                    self._see(letter, key, is_new=bool(after))
            if files_for(letter, meta["chars"][letter]) != count:
                raise OtherwiseMadeError("postings fill another number of files")
        return {name: _ordered(held) for name, held in made.items()}

    def _see(self, letter: str, key: str, *, is_new: bool) -> None:
        """See that a key which is new, or no more, changes no table.

        What is traditional is folded where its simplified form stands somewhere; what a name has
        is read aloud.
        """
        if letter == NAMES and is_han(key):
            raise OtherwiseMadeError(f"«{key}» is in names, or is so no more")
        for sign in key:
            if sign not in _simple():
                continue
            stands = sign in self._folded if is_new else bool(self._unit(NAMES, sign))
            if not stands:
                raise OtherwiseMadeError(f"«{sign}» may be folded, or may be so no more")

    @cached_property
    def _folded(self) -> frozenset[str]:
        """The characters to which others are folded."""
        return frozenset(self._part("meta")["fold"][1::2])

    def _unit(self, letter: str, key: str) -> list[int]:
        """Where a unit stood."""
        count = self._part("meta")[COUNTED[letter]]
        found: list[int] = self._part(f"{letter}{shard(key, count)}").get(key, [])
        return found

    def _syllables(self) -> Mapping[str, Any]:
        """The files of syllables; each is there as long as any of its syllables is."""
        made: dict[str, Any] = {}
        known = frozenset(self._part("sounds").split())
        for syllable, moved in self._moved[SPOKEN].items():
            if syllable not in known:
                raise OtherwiseMadeError(f"«{syllable}» is heard, and was not")
            name = f"{SPOKEN}{syllable[:2]}"
            held = made.setdefault(name, dict(self._part(name)))
            held[syllable] = _placed(held, self._part(name), syllable, moved)
            if not held[syllable]:
                raise OtherwiseMadeError(f"«{syllable}» is heard no more")
        return made

    def _vocabulary(self, made: Mapping[str, Any]) -> str:
        """Every unit that is no Han character, in names or in sections."""
        meta = self._part("meta")
        words = set(self._part("words").split())
        moved = {*self._moved[NAMES], *self._moved[BODIES]}
        for key in moved:
            if not any(map(is_han, key)):
                names = (f"{one}{shard(key, meta[count])}" for one, count in COUNTED.items())
                stands = any(key in made.get(name, self._part(name)) for name in names)
                (words.add if stands else words.discard)(key)
        return " ".join(sorted(words))

    def _shown(self) -> Mapping[str, Any]:
        """The rows of the documents, and the texts below them."""
        turned = {one.number: one.new[0] for one in self._turned}
        made: dict[str, Any] = {}
        for group in sorted({number // ROWS for number in turned}):
            rows = self._part(f"r{group}")
            shown = [
                (_row(row, document), texts(document))
                if (document := turned.get(group * ROWS + at))
                else (row[:-1], self._texts(row))
                for at, row in enumerate(rows)
            ]
            first, past = _held(rows)
            made[f"r{group}"], files = rows_and_texts(shown, first)
            if len(files) != past - first:
                raise OtherwiseMadeError("texts fill another number of files")
            made |= {f"t{number}": file for number, file in enumerate(files, first)}
        return made

    def _texts(self, row: list[Any]) -> list[str]:
        """The texts below a row that stays."""
        return [self._part(f"t{file}")[at] for file, at in _places(row)]


def _numbered(document: Document, terms: Terms) -> object:
    """What has to stay for no number to move: how many there are of each, and what has tables."""
    return (
        (document.id, document.kind, document.chapter, document.path),
        (document.roles, document.channels),
        (len(terms.names), len(document.sections)),
    )


def _spoken(first: int, terms: Terms) -> Iterator[tuple[str, int]]:
    for number, said in enumerate(terms.sounds, first):
        for at, ways in enumerate(said.split(" ")):
            for one in ways.split("/") if ways else ():
                yield one, number * LONGEST_NAME + at


def _placed(
    held: Mapping[str, Any], before: Mapping[str, list[int]], key: str, moved: _Moved
) -> list[int]:
    """Where a key stands now, as differences."""
    places = set(accumulate(before.get(key, [])))
    return packed(sorted((places - moved.gone) | moved.come))


def _ordered(held: Mapping[str, Any]) -> Mapping[str, Any]:
    """The keys in their order; what else is called so stands last."""
    return {key: held[key] for key in sorted(held, key=lambda key: (not key, key))}


def _weight(key: str, numbers: list[int]) -> int:
    """How many characters a key and its numbers are among others."""
    return len(json_of(key)) + len(json_of(numbers)) + 2 if numbers else 0


def _units(name: str) -> int:
    return name.count(" ") + 1 if name else 0


def _size(text: str) -> str:
    return DIGITS[(text.count(" ") + 1 if text else 0).bit_length()]


@cache
def _simple() -> frozenset[str]:
    """Characters to which others may be folded."""
    return frozenset(table().values())


def _row(row: list[Any], document: Document) -> list[Any]:
    """What the row of a document shows now; its address, posts and channels stay."""
    sections = [[one.anchor, one.heading] for one in document.sections]
    days = list(document.days)
    return [row[0], document.title, row[2], document.number, row[4], row[5], days, sections]


def _places(row: list[Any]) -> Iterator[tuple[int, int]]:
    """The file and the place in it of each text below a row."""
    if not row[-1]:
        return
    file, at, *begun = row[-1]
    for number in range(len(row[-2])):
        if number in begun:
            file, at = file + 1, 0
        yield file, at
        at += 1


def _held(rows: Iterable[list[Any]]) -> tuple[int, int]:
    """The first file of texts of some rows, and the one past their last."""
    files = [file for row in rows for file, _ in _places(row)]
    return (files[0], files[-1] + 1) if files else (0, 0)
