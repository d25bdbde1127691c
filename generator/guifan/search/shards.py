"""The index as small files: the browser loads those that a query needs, from a disk as well.

Every file is a script that hands its part over, ``guifan.search.put(name, part)``, because pages
opened from a disk may load scripts and nothing else.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import sub
from typing import Any

from guifan.search import normalise, points, query
from guifan.search.document import LONGEST_NAME
from guifan.search.index import Index, Numbers

ROWS = 4
"""Documents whose rows share a file."""

SOUNDS = 16
"""Files in which stands how characters are read."""

_TEXTS = 800
"""Characters of texts that share a file, unless one section has more."""

_SHOWN = 1500
"""Characters of a section from which what is shown of it is cut."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""What sizes are written in, one sign each."""

_NAMES, _BODIES = 1400, 2300
"""About how many characters a file of postings has; a connection carries two fifths as many."""


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
    names = _spread(index.names, _NAMES)
    for unit, said in _by_first(index.synonyms).items():
        names[shard(unit, len(names))].setdefault("", {})[unit] = said
    bodies = _spread(index.bodies, _BODIES)
    yield "meta", _told("meta", _meta(index, labels, len(names), len(bodies)))
    for letter, dealt in (("n", names), ("b", bodies)):
        for number, part in enumerate(dealt):
            yield f"{letter}{number}", _told(f"{letter}{number}", part)
    yield from _spoken(index)
    yield "sounds", _told("sounds", " ".join(sorted(index.spoken)))
    for number, told in enumerate(_sounds(index)):
        yield f"s{number}", _told(f"s{number}", told)
    yield "words", _told("words", " ".join(index.vocabulary))
    yield "facets", _told("facets", _facets(index, labels))
    yield from _shown(index, labels, address)


def _shown(
    index: Index, labels: Labels, address: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """What rows show, and the texts from which a stretch is shown below them."""
    rows: list[list[Any]] = []
    files = [list[str]()]
    size = 0
    for one in index.documents:
        places: list[tuple[int, int]] = []
        for section in one.sections:
            text = section.text[:_SHOWN]
            if size and size + len(text) > _TEXTS:
                files.append([])
                size = 0
            places.append((len(files) - 1, len(files[-1])))
            files[-1].append(text)
            size += len(text)
        row = [
            one.id,
            one.title,
            address(one.path),
            one.number,
            _titled(labels.roles, one.roles),
            _titled(labels.channels, one.channels),
            list(one.days),
            [[section.anchor, section.heading] for section in one.sections],
            [
                *(places[0] if places else ()),
                *(number for number, (_, at) in enumerate(places) if number and not at),
            ],
        ]
        rows.append(row)
    for first in range(0, len(rows), ROWS):
        name = f"r{first // ROWS}"
        yield name, _told(name, rows[first : first + ROWS])
    for number, part in enumerate(files):
        yield f"t{number}", _told(f"t{number}", part)


def _spoken(index: Index) -> Iterator[tuple[str, str]]:
    """Syllables, by the two letters that they begin with."""
    found: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for syllable, postings in index.spoken.items():
        found[syllable[:2]][syllable] = _packed(postings)
    for letters, part in sorted(found.items()):
        yield f"p{letters}", _told(f"p{letters}", part)


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


def _spread(postings: Mapping[str, Numbers], fill: int) -> list[dict[str, Any]]:
    """Postings dealt into files of about the same size; a power of two of them."""
    packed = {key: _packed(places) for key, places in postings.items()}
    size = len(_json(packed))
    count = 1
    while size / count > fill:
        count *= 2
    dealt: list[dict[str, Any]] = [{} for _ in range(count)]
    for key, numbers in packed.items():
        dealt[shard(key, count)][key] = numbers
    return dealt


def _packed(places: Numbers) -> list[int]:
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
            (title, _packed(having[held])) for held, title in titles.items() if having[held]
        ]
    return found


def _meta(index: Index, labels: Labels, names: int, bodies: int) -> Mapping[str, object]:
    """What every query needs."""
    documents = index.documents
    kinds = sorted({one.kind for one in documents})
    chapters = sorted({one.chapter for one in documents})
    owned, named = [0] * len(documents), [0] * len(documents)
    for owner in index.owners:
        owned[owner] += 1
    for entry in index.entries:
        named[entry.document] += 1
    return {
        "names": names,
        "bodies": bodies,
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
        "sizes": "".join(_DIGITS[size] for size in index.sizes),
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


def _told(name: str, part: object) -> str:
    return f"guifan.search.put({_json(name)},{_json(part)});\n"


def _json(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))
