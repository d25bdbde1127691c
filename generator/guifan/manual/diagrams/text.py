"""How wide a text is and where it breaks, without a font: enough to set Chinese in a box.

Chinese and full-width characters take one em, all others about 0.55 em. Lines break between
Chinese characters and at spaces, never before closing or after opening punctuation (GB/T 15834).
"""

import re
import unicodedata

BODY = 13
SMALL = 12
LEADING = 18

_LATIN_EM = 0.55
_OPENING = "（《〈「『【〔“‘([{"
_CLOSING = "，。、；：？！…—）》〉」』】〕”’％,.;:?!)]}%·～"
_WIDE = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
_CLUSTER = re.compile(
    rf"\s+|[{re.escape(_OPENING)}]*(?:[^\s{_WIDE}{re.escape(_OPENING + _CLOSING)}]+|[^\s])"
    rf"[{re.escape(_CLOSING)}]*"
)


def em(character: str) -> float:
    """Width of one character in em."""
    if unicodedata.combining(character):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else _LATIN_EM


def measure(text: str, size: float) -> float:
    """Width of a text in px at a font size in px."""
    return sum(em(character) for character in text) * size


def clip(text: str, size: float, room: float) -> str:
    """The text, cut with «…» where it does not fit the room (px)."""
    text = " ".join(text.split())
    if measure(text, size) <= room:
        return text
    while text and measure(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Break a text into at most ``most`` lines no wider than ``room`` (px); the rest is «…»."""
    lines = [""]
    for cluster in _clusters(" ".join(text.split()), size, room):
        if measure((lines[-1] + cluster).rstrip(), size) <= room:
            lines[-1] += cluster
        else:
            lines.append(cluster.lstrip())
    lines = [line.rstrip() for line in lines if line.strip()]
    if len(lines) > most:
        lines[most - 1 :] = [clip(lines[most - 1] + "".join(lines[most:]), size, room)]
    return tuple(lines)


def _clusters(text: str, size: float, room: float) -> list[str]:
    """The smallest stretches a line may not break; one wider than the room is cut anyway."""
    clusters: list[str] = []
    for match in _CLUSTER.finditer(text):
        cluster = match.group()
        clusters += [cluster] if measure(cluster, size) <= room else list(cluster)
    return clusters
