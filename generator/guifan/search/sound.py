"""Names by how they are read aloud: typed as pinyin, or with a character that sounds alike."""

import itertools
import re
from collections.abc import Collection, Iterator, Sequence

from guifan.search.index import Postings
from guifan.search.names import by_entry, merged, start
from guifan.search.normalise import is_han, runs, simplify, units
from guifan.search.pinyin import cuts
from guifan.search.points import (
    FILL,
    FROM_START,
    FULL_SYLLABLE,
    OTHER_NAME,
    SELDOM,
    SPOKEN,
    WHOLE,
    WORD,
)
from guifan.search.query import SOFT
from guifan.search.store import Store

_LETTERS = re.compile("[a-z]{2,}")


def spoken(store: Store, letters: str) -> Iterator[tuple[int, int]]:
    """Documents, and points, whose names are read as typed: in full, by initials, or mixed.

    Args:
        store: the index.
        letters: a to z, two at least.
    """
    known = store.syllables
    share = WORD if letters in store.vocabulary else 1
    for way in cuts(letters, known):
        places = [
            store.spoken(piece)
            if piece in known
            else merged(store.spoken(one) for one in known if one.startswith(piece))
            for piece in way
        ]
        full = sum(piece in known for piece in way)
        for entry, spots in by_entry(places).items():
            first = start(spots) if all(spots) else -1
            if first >= 0:
                points = SPOKEN + FULL_SYLLABLE * full + FILL * len(way) // store.length(entry)
                points += (0 if first else FROM_START) - _lessened(store, entry)
                points += WHOLE if len(way) == store.length(entry) else 0
                yield store.named(entry), points // share


def spelled_out(store: Store, typed: str) -> str:
    """A query with letters among other signs, such as «5Gtaocan», as titles write what they say.

    Args:
        store: the index.
        typed: simplified.
    """
    asked = units(typed)
    if _LETTERS.fullmatch(typed.replace(" ", "")):
        return typed
    for unit in asked:
        if not is_han(unit) and not any(word.startswith(unit) for word in store.vocabulary):
            typed = typed.replace(unit, _in_titles(store, unit), 1)
    return typed


def _in_titles(store: Store, unit: str) -> str:
    """A word that the manual has not: what it begins with, and the rest read aloud."""
    for at in range(len(unit) - 2, -1, -1):
        head, rest = unit[:at], unit[at:]
        if _LETTERS.fullmatch(rest) and (not head or head in store.vocabulary):
            for way in cuts(rest, store.syllables):
                if all(piece in store.syllables for piece in way):
                    found = _stretch(store, [store.spoken(piece) for piece in way])
                    if found:
                        return head + found
    return unit


def respelled(store: Store, typed: str) -> str:
    """A query with pairs of characters that stand nowhere as titles write what sounds alike.

    Two characters which are all that is typed may be a slip where they stand seldom, too.

    Args:
        store: the index.
        typed: simplified.
    """
    asked = units(typed)
    for run in runs(typed):
        for one, other in itertools.pairwise(run):
            pair = one + other
            if pair not in typed or not (is_han(one) and is_han(other)):
                continue
            if not _stands(store, one, other, SELDOM if asked == [one, other] else 0):
                typed = typed.replace(pair, _sounding(store, one, other), 1)
    return typed


def _stands(store: Store, one: str, other: str, seldom: int) -> bool:
    """Whether two characters stand side by side in a name, or in more than so many sections."""
    places = set(store.names(other))
    named = any((entry, position + 1) in places for entry, position in store.names(one))
    return named or len(store.bodies(one + other)) > seldom


def _sounding(store: Store, one: str, other: str) -> str:
    """Two characters as titles write what sounds alike, one of them kept where that can be.

    Characters of grammar are no slip for others, unless the one beside them stays.
    """
    sounds = [store.spoken(store.sound(unit)) for unit in (one, other)]
    kept = {*store.names(one), *((entry, at - 1) for entry, at in store.names(other))}
    is_soft = one in SOFT or other in SOFT
    return _stretch(store, sounds, kept, is_soft) or one + other


def _stretch(
    store: Store,
    places: Sequence[Postings],
    kept: Collection[tuple[int, int]] = (),
    only_kept: bool = False,
) -> str:
    """How the shortest title that has these sounds one after the other writes them.

    Args:
        store: the index.
        places: of every sound, where it stands in names.
        kept: what begins there comes first.
        only_kept: whether nothing else is wanted.
    """
    found = [
        ((entry, first) not in kept, store.length(entry), entry, first)
        for entry, spots in by_entry(places).items()
        if all(spots) and store.is_title(entry) and (first := start(spots)) >= 0
    ]
    if not found or (only_kept and min(found)[0]):
        return ""
    _, _, entry, first = min(found)
    title = units(simplify(store.row(store.named(entry)).title, store.fold))
    return "".join(title[first : first + len(places)])


def _lessened(store: Store, entry: int) -> int:
    """What a name counts less for being another one than the title."""
    return 0 if store.is_title(entry) else OTHER_NAME
