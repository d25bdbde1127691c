"""The index as small files: the browser loads those that a query needs, from a disk as well.

Every file is a script that hands its part over, ``guifan.search.put(name, part)``, because pages
opened from a disk may load scripts and nothing else.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import sub
from typing import Any

from guifan.search import normalise, points, query
from guifan.search.document import LONGEST_NAME, Document
from guifan.search.index import Index, Numbers

ROWS = 4
"""Documents whose rows share a file."""

SOUNDS = 16
"""Files in which stands how characters are read."""

_TEXTS = 800
"""Characters of texts that share a file, unless one section has more."""

_SHOWN = 1500
"""Characters of a section from which what is shown of it is cut."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""What sizes are written in, one sign each."""

NAMES, BODIES, SPOKEN = "n", "b", "p"
"""The letters of the files in which stands where units, pairs of units and syllables are."""

COUNTED = {NAMES: "names", BODIES: "bodies"}
"""Under what ``meta`` says how many of them there are."""

_AHEAD = {"r": 64, NAMES: 64, "s": SOUNDS, SPOKEN: 0, BODIES: 32}
"""How many files of a letter are loaded at once while nobody types: no key waits for them then.

What every query needs comes first; of syllables, those with the same first letter."""

_LISTS = ("sounds", "words")
"""What is loaded with how characters are read."""

_MOST_AHEAD = 6_000_000
"""Characters of postings of pairs from which on these are not loaded before they are needed."""

_FILL = {NAMES: 1400, BODIES: 2300}
"""About how many characters such a file has; a connection carries two fifths as many."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What readers call what rows of results name: titles by id."""

    kinds: Mapping[str, str]
    chapters: Mapping[str, str]
    roles: Mapping[str, str]
    channels: Mapping[str, str]


def shards(
    index: Index, labels: Labels, address: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """The files of an index: their names without suffix, and what they hold.

    Args:
        index: what to write.
        labels: of kinds, chapters, roles and channels.
        address: a page's address from the site's root, by its path.
    """
    meta = _meta(index, labels)
    ahead: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, text in _files(index, labels, address, meta):
        yield name, text
        if together := together_with(name, meta["chars"]):
            ahead[together].append((name, text))
    meta["ahead"] = sorted(ahead, key=lambda one: (list(_AHEAD).index(one[1]), len(one), one))
    yield "meta", told("meta", meta)
    for name in meta["ahead"]:
        parts = (
            f"{json_of(one)}:{text[len(_told(one)) : -len(_END)]}" for one, text in ahead[name]
        )
        yield name, f"{_told(name)}{{{','.join(parts)}}}{_END}"


def _files(
    index: Index, labels: Labels, address: Callable[[str], str], meta: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    """Those that a query may need by themselves; what every query needs goes to meta."""
    dealt = {letter: _spread(postings, letter, meta) for letter, postings in _dealt(index)}
    for unit, said in _by_first(index.synonyms).items():
        names = dealt[NAMES]
        names[shard(unit, len(names))].setdefault("", {})[unit] = said
    for letter, parts in dealt.items():
        for number, part in enumerate(parts):
            yield f"{letter}{number}", told(f"{letter}{number}", part)
    yield from _spoken(index)
    yield "sounds", told("sounds", " ".join(sorted(index.spoken)))
    for number, signs in enumerate(_sounds(index)):
        yield f"s{number}", told(f"s{number}", signs)
    yield "words", told("words", " ".join(index.vocabulary))
    yield "facets", told("facets", _facets(index, labels))
    yield from _shown(index, labels, address)


def _dealt(index: Index) -> Iterator[tuple[str, Mapping[str, Numbers]]]:
    """The postings that are dealt into files, by the letter with which those are named."""
    yield NAMES, index.names
    yield BODIES, index.bodies


def _shown(
    index: Index, labels: Labels, address: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """What rows show, and the texts from which a stretch is shown below them."""
    file = 0
    for first in range(0, len(index.documents), ROWS):
        some = index.documents[first : first + ROWS]
        shown = [(_row(one, labels, address), texts(one)) for one in some]
        rows, files = rows_and_texts(shown, file)
        name = f"r{first // ROWS}"
        yield name, told(name, rows)
        for number, part in enumerate(files, file):
            yield f"t{number}", told(f"t{number}", part)
        file += len(files)


def _row(one: Document, labels: Labels, address: Callable[[str], str]) -> list[Any]:
    """What the row of a document shows."""
    return [
        one.id,
        one.title,
        address(one.path),
        one.number,
        _titled(labels.roles, one.roles),
        _titled(labels.channels, one.channels),
        list(one.days),
        [[section.anchor, section.heading] for section in one.sections],
    ]


def texts(one: Document) -> list[str]:
    """Of each section of a document what is shown of it."""
    return [section.text[:_SHOWN] for section in one.sections]


def rows_and_texts(
    shown: Iterable[tuple[list[Any], Sequence[str]]], file: int
) -> tuple[list[list[Any]], list[list[str]]]:
    """The rows that share a file, and the files of the texts of their documents.

    Args:
        shown: of each document what its row shows, and its texts.
        file: the number of the first file of texts.
    """
    rows: list[list[Any]] = []
    files: list[list[str]] = []
    size = 0
    for row, said in shown:
        places: list[tuple[int, int]] = []
        for text in said:
            if not files or (size and size + len(text) > _TEXTS):
                files.append([])
                size = 0
            places.append((file + len(files) - 1, len(files[-1])))
            files[-1].append(text)
            size += len(text)
        begun = (number for number, (_, at) in enumerate(places) if number and not at)
        rows.append([*row, [*(places[0] if places else ()), *begun]])
    return rows, files


def _spoken(index: Index) -> Iterator[tuple[str, str]]:
    """Syllables, by the two letters that they begin with."""
    found: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for syllable, postings in index.spoken.items():
        found[syllable[:2]][syllable] = packed(postings)
    for letters, part in sorted(found.items()):
        yield f"{SPOKEN}{letters}", told(f"{SPOKEN}{letters}", part)


def shard(key: str, count: int) -> int:
    """In which of so many files a unit or a pair of units stands."""
    first, last = ord(key[0]), ord(key[-1])
    return (first * 31 + last * 17 + first // 7) % count


def _by_first(synonyms: Mapping[str, Sequence[str]]) -> Mapping[str, dict[str, list[str]]]:
    """Synonyms by their first unit."""
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for said, meant in synonyms.items():
        found[normalise.units(said)[0]][said] = list(meant)
    return found


def _spread(
    postings: Mapping[str, Numbers], letter: str, meta: dict[str, Any]
) -> list[dict[str, Any]]:
    """Postings dealt into files of about the same size; how many, and how much, goes to meta."""
    every = {key: packed(places) for key, places in postings.items()}
    size = len(json_of(every))
    count = files_for(letter, size)
    meta[COUNTED[letter]] = count
    meta["chars"][letter] = size
    dealt: list[dict[str, Any]] = [{} for _ in range(count)]
    for key, numbers in every.items():
        dealt[shard(key, count)][key] = numbers
    return dealt


def files_for(letter: str, size: int) -> int:
    """In how many files so many characters of postings are dealt: a power of two."""
    count = 1
    while size / count > _FILL[letter]:
        count *= 2
    return count


def packed(places: Numbers) -> list[int]:
    """Rising numbers as their differences."""
    return list(map(sub, places, chain((0,), places)))


def _titled(labels: Mapping[str, str], ids: Sequence[str]) -> list[str]:
    return [labels.get(one, one) for one in ids]


def _facets(index: Index, labels: Labels) -> Mapping[str, object]:
    """The posts and channels that rows can be narrowed down to: title, and documents' numbers."""
    found: dict[str, list[tuple[str, list[int]]]] = {}
    for name, titles in (("roles", labels.roles), ("channels", labels.channels)):
        having: defaultdict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(index.documents):
            for held in getattr(one, name):
                having[held].append(number)
        found[name] = [
            (title, packed(having[held])) for held, title in titles.items() if having[held]
        ]
    return found


def _meta(index: Index, labels: Labels) -> dict[str, Any]:
    """What every query needs; the postings add to it in how many files they are."""
    documents = index.documents
    kinds = sorted({one.kind for one in documents})
    chapters = sorted({one.chapter for one in documents})
    owned, named = [0] * len(documents), [0] * len(documents)
    for owner in index.owners:
        owned[owner] += 1
    for entry in index.entries:
        named[entry.document] += 1
    return {
        "chars": {},
        "rows": ROWS,
        "sounds": SOUNDS,
        "width": LONGEST_NAME,
        "kinds": kinds,
        "chapters": chapters,
        "kind_titles": _titled(labels.kinds, kinds),
        "chapter_titles": _titled(labels.chapters, chapters),
        "kind": [kinds.index(one.kind) for one in documents],
        "chapter": [chapters.index(one.chapter) for one in documents],
        "weight": [one.weight for one in documents],
        "numbered": [int(bool(one.number)) for one in documents],
        "sections": owned,
        "sizes": "".join(DIGITS[size] for size in index.sizes),
        "entries": named,
        "lengths": [entry.length for entry in index.entries],
        "fold": "".join(f"{old}{new}" for old, new in sorted(index.fold.items())),
        "rules": normalise.sources(),
        "query": query.sources(),
        "points": points.sources(),
    }


def _sounds(index: Index) -> Iterator[str]:
    """Syllables, each followed by the characters that are read so alone, dealt into files."""
    dealt: list[defaultdict[str, list[str]]] = [defaultdict(list) for _ in range(SOUNDS)]
    for sign, syllable in sorted(index.sounds.items()):
        dealt[ord(sign) % SOUNDS][syllable].append(sign)
    for part in dealt:
        yield " ".join(f"{syllable}{''.join(signs)}" for syllable, signs in sorted(part.items()))


def together_with(name: str, chars: Mapping[str, int]) -> str:
    """The file that holds a file with its neighbours; empty where none does.

    Args:
        name: of the file by itself.
        chars: how much stands in the postings of a letter.
    """
    letter, number = name[0], name[1:]
    if letter == BODIES and chars[letter] > _MOST_AHEAD:
        return ""
    if letter == SPOKEN:
        return f"a{name[:2]}"
    if name in _LISTS:
        return "as0"
    if letter in _AHEAD and number.isdecimal():
        return f"a{letter}{int(number) // _AHEAD[letter]}"
    return ""


def told(name: str, part: object) -> str:
    """A file of the index."""
    return f"{_told(name)}{json_of(part)}{_END}"


def _told(name: str) -> str:
    """How a file of the index begins."""
    return f"guifan.search.put({json_of(name)},"


_END = ");\n"
"""How a file of the index ends."""


def json_of(part: object) -> str:
    """A part as a script holds it."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))
