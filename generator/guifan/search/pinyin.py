"""How names are read aloud, and how typed letters may be cut into syllables."""

from collections.abc import Iterator, Mapping
from functools import cache

from guifan.language.aloud import alone, syllables
from guifan.search.points import CUTS


def readings(text: str) -> list[list[str]]:
    """The syllables of every Han character of a text: as read there, then as read alone."""
    pairs = zip(syllables(text), map(_alone, text), strict=True)
    return [list(dict.fromkeys(pair)) for pair in pairs]


@cache
def _alone(sign: str) -> str:
    """How a Han character is read by itself."""
    return alone(sign)


def sounds(text: str) -> Mapping[str, str]:
    """How Han characters are read alone: those of a text, and all of GB 2312.

    Somebody who mistypes a word types one of these.
    """
    signs = {*_gb2312(), *(sign for sign in text if "\u3400" <= sign <= "\u9fff")}
    return {sign: _plain(sign) for sign in sorted(signs)}


@cache
def _plain(sign: str) -> str:
    """The syllable of a Han character."""
    return syllables(sign)[0]


@cache
def _gb2312() -> frozenset[str]:
    """The 6,763 characters of GB 2312-80."""
    pairs = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return frozenset(pair.decode("gb2312", "ignore") for pair in pairs) - {""}


def cuts(letters: str, known: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Ways to cut letters into syllables, initials, and at the end the beginning of a syllable.

    Args:
        letters: a to z.
        known: every syllable that some name has.

    Returns:
        At most `CUTS` ways, those with the longest syllables first.
    """
    starts = {one[:length] for one in known for length in range(1, len(one) + 1)}
    found: list[tuple[str, ...]] = []
    _cut(letters, (), known, starts, found)
    yield from sorted(found, key=lambda way: (len(way), way))[:CUTS]


def _cut(
    rest: str,
    way: tuple[str, ...],
    known: frozenset[str],
    starts: set[str],
    found: list[tuple[str, ...]],
) -> None:
    if len(found) > 8 * CUTS:
        return
    if not rest:
        found.append(way)
        return
    for length in range(min(6, len(rest)), 0, -1):
        head = rest[:length]
        last = length == len(rest)
        if head in known or (last and head in starts) or (length == 1 and head in starts):
            _cut(rest[length:], (*way, head), known, starts, found)
