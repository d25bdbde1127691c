"""The index as it was written, read back part by part: what `guifan search` ranks by.

The browser reads the same parts (`site_templates/assets/search/store.js`).
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import Any

from guifan.search.index import Postings
from guifan.search.shards import shard

_TOLD = re.compile(r"guifan\.search\.put\(\"[a-z0-9]+\",(.*)\);\s*", re.S)


def part_of(script: str) -> Any:
    """What a file of the index holds.

    Raises:
        ValueError: it is no such file.
    """
    found = _TOLD.fullmatch(script)
    if found is None:
        raise ValueError("not a part of a search index")
    return json.loads(found[1])


@dataclass(frozen=True, slots=True)
class Row:
    """What a row of results shows.

    Args:
        id: of the item, or the page's path.
        title: as it is shown.
        address: from the site's root.
        number: what a reader came for; empty for none.
        roles: titles of the posts that it binds.
        channels: titles of the channels where it holds.
        days: since when it holds, up to when, and by when it is reviewed; empty for none.
        sections: of each its anchor and its heading.
        texts: the file that holds what the first says, and where in it; then the sections with
            which the next files begin; empty where there are none.
    """

    id: str
    title: str
    address: str
    number: str
    roles: list[str]
    channels: list[str]
    days: list[str]
    sections: list[list[str]]
    texts: list[int]


class Store:
    """An index over a way to load its parts.

    Args:
        load: the part of a name; `KeyError` where there is none.
    """

    def __init__(self, load: Callable[[str], Any]) -> None:
        self._load = cache(load)
        self.meta: Mapping[str, Any] = self._load("meta")
        self._first_section: list[int] = [0, *accumulate(self.meta["sections"])]
        self._first_entry: list[int] = [0, *accumulate(self.meta["entries"])]

    @cached_property
    def fold(self) -> Mapping[str, str]:
        """Traditional characters to simplified ones."""
        pairs = self.meta["fold"]
        return dict(zip(pairs[::2], pairs[1::2], strict=True))

    @property
    def sections(self) -> int:
        """How many sections there are."""
        return self._first_section[-1]

    @property
    def entries(self) -> int:
        """How many names there are."""
        return self._first_entry[-1]

    def owner(self, section: int) -> int:
        """The document of a section."""
        return bisect_right(self._first_section, section) - 1

    def within(self, section: int) -> int:
        """Which of its document's sections a section is."""
        return section - self._first_section[self.owner(section)]

    def size(self, section: int) -> int:
        """How much stands in a section: the digits of its number of grams, in binary."""
        return int(self.meta["sizes"][section], 36)

    def named(self, entry: int) -> int:
        """The document of a name."""
        return bisect_right(self._first_entry, entry) - 1

    def length(self, entry: int) -> int:
        """How many units a name has."""
        return int(self.meta["lengths"][entry])

    def is_title(self, entry: int) -> bool:
        """Whether a name is its document's title, which is the first of its names."""
        return self._first_entry[self.named(entry)] == entry

    def title_length(self, document: int) -> int:
        """How many units the title of a document has."""
        return self.length(self._first_entry[document])

    def names(self, unit: str) -> Postings:
        """Where a unit stands in names: (entry, position)."""
        held = self._load(f"n{shard(unit, self.meta['names'])}")
        return _places(held.get(unit, ()), self.meta["width"])

    def bodies(self, gram: str) -> Postings:
        """Where a pair of units stands: (section, 1 in a heading or 0)."""
        held = self._load(f"b{shard(gram, self.meta['bodies'])}")
        return _places(held.get(gram, ()), 2)

    def synonyms(self, unit: str) -> Mapping[str, list[str]]:
        """What people say that begins with a unit, to what the manual calls it."""
        held = self._load(f"n{shard(unit, self.meta['names'])}")
        found: Mapping[str, list[str]] = held.get("", {}).get(unit, {})
        return found

    def spoken(self, syllable: str) -> Postings:
        """Where a syllable stands in names: (entry, position)."""
        if syllable not in self.syllables:
            return ()
        return _places(self._load(f"p{syllable[:2]}")[syllable], self.meta["width"])

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every syllable that some name has."""
        return frozenset(self._load("sounds").split())

    def sound(self, sign: str) -> str:
        """How a Han character is read alone; empty where nobody knows."""
        held = self._load(f"s{ord(sign) % self.meta['sounds']}").split()
        found = (syllable for syllable, signs in map(_sounding, held) if sign in signs)
        return next(found, "")

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every unit that is no Han character, sorted."""
        return tuple(self._load("words").split(" "))

    def row(self, document: int) -> "Row":
        """What a row of results shows."""
        size = self.meta["rows"]
        return Row(*self._load(f"r{document // size}")[document % size])


def _places(steps: tuple[int, ...] | list[int], width: int) -> Postings:
    return tuple(divmod(number, width) for number in accumulate(steps))


def _sounding(told: str) -> tuple[str, str]:
    signs = told.lstrip("abcdefghijklmnopqrstuvwxyzü")
    return told[: len(told) - len(signs)], signs
