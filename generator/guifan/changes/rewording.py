"""What was changed in a text: clause by clause for a reader, character by character for a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_CLAUSE = re.compile(r"[^，。；：！？、,;!?\n]+|[，。；：！？、,;!?\n]+")
_WORD = re.compile(r"【[^】]*】|[A-Za-z0-9.%]+|\s+|.", re.DOTALL)
_EDGES = "，。；：！？、,;!? \n"


@dataclass(frozen=True, slots=True)
class Rewording:
    """A stretch of a text that reads otherwise now; one side is empty where nothing stood."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of both texts: ``=`` in both, ``-`` only in the old one, ``+`` only in the new."""

    sign: str
    text: str


def rewordings(old: str, new: str) -> tuple[Rewording, ...]:
    """The clauses that differ, in order, without the punctuation at their ends."""
    before, after = _pieces(_CLAUSE, old), _pieces(_CLAUSE, new)
    found = (
        Rewording("".join(before[low:high]).strip(_EDGES), "".join(after[first:last]).strip(_EDGES))
        for tag, low, high, first, last in _matcher(before, after).get_opcodes()
        if tag != "equal"
    )
    told = tuple(one for one in found if one.old != one.new)
    return told or (Rewording(old.strip(), new.strip()),)


def edits(old: str, new: str) -> Iterator[Edit]:
    """The whole of both texts in stretches; a reference and a number are never cut."""
    before, after = _pieces(_WORD, old), _pieces(_WORD, new)
    for tag, low, high, first, last in _matcher(before, after).get_opcodes():
        gone, come = "".join(before[low:high]), "".join(after[first:last])
        if tag == "equal":
            yield Edit("=", gone)
            continue
        if gone:
            yield Edit("-", gone)
        if come:
            yield Edit("+", come)


def _pieces(pattern: re.Pattern[str], text: str) -> list[str]:
    return [piece for piece in pattern.findall(text) if piece]


def _matcher(before: Sequence[str], after: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, before, after, autojunk=False)
