"""Names by how they are read aloud: typed as pinyin, or with a character that sounds alike."""

from collections.abc import Iterator, Sequence

from guifan.search.names import FILL, FROM_START, OTHER_NAME, by_entry, in_order, merged, start
from guifan.search.normalise import is_han
from guifan.search.pinyin import cuts
from guifan.search.store import Store

_SPOKEN, _FULL_SYLLABLE = 420, 24
_WORD = 4
"""How many times less letters count as sounds where they are a word, such as SLA."""

_MISHEARD, _AS_WRITTEN, _MISSING, _GAP = 380, 20, 80, 20
_FEWEST, _MANY = 3, 6
"""Units of a query in which one may be wrong, and in which two may."""


def spoken(store: Store, letters: str) -> Iterator[tuple[int, int]]:
    """Documents, and points, whose names are read as typed: in full, by initials, or mixed.

    Args:
        store: the index.
        letters: a to z, two at least.
    """
    known = store.syllables
    share = _WORD if letters in store.vocabulary else 1
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
                points = _SPOKEN + _FULL_SYLLABLE * full + FILL * len(way) // store.length(entry)
                points += (0 if first else FROM_START) - _lessened(store, entry)
                yield store.named(entry), points // share


def misheard(store: Store, asked: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Documents, and points, whose names have nearly all units in order, or such as sound alike.

    Args:
        store: the index.
        asked: the units of the query.
    """
    if len(asked) < _FEWEST or not all(map(is_han, asked)):
        return
    exact = [store.names(unit) for unit in asked]
    alike = [store.spoken(store.sounds.get(unit, "")) for unit in asked]
    written = by_entry(exact)
    most = 1 if len(asked) < _MANY else 2
    for entry, spots in by_entry([merged(pair) for pair in zip(exact, alike, strict=True)]).items():
        kept = [places for places in spots if places]
        missing = len(asked) - len(kept)
        begins, gaps = in_order(kept)
        if missing > most or begins < 0 or gaps > missing + 1:
            continue
        points = _MISHEARD - _MISSING * missing - _GAP * gaps
        points += _AS_WRITTEN * sum(map(bool, written.get(entry, ())))
        points += FILL * len(kept) // store.length(entry) - _lessened(store, entry)
        yield store.named(entry), points


def _lessened(store: Store, entry: int) -> int:
    """What a name counts less for being another one than the title."""
    return 0 if store.is_title(entry) else OTHER_NAME
