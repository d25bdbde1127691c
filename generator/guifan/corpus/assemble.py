"""Loaded items become a corpus; an id used twice is reported and its second use left out."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from guifan.corpus.graph import Corpus
from guifan.findings import Finding, Place, Related, listed
from guifan.language.document import Entry
from guifan.language.faults import nearest
from guifan.language.loader import Loaded
from guifan.language.model import ID, Reference, Text
from guifan.language.nodes import Path

_MOST_IDS = 8
"""How many lost ids a message names."""


def assemble(loaded: Loaded, unread: Iterable[Finding] = ()) -> tuple[Corpus, tuple[Finding, ...]]:
    """Link loaded items.

    Args:
        loaded: the items.
        unread: what was found in files that could not be read at all.

    Returns:
        The corpus, and what keeps ids from being unique or from being there (R01, S15).
    """
    entries: dict[str, Entry] = {}
    twice: list[Finding] = []
    for entry in loaded.entries:
        other = entries.setdefault(entry.item.id, entry)
        if other is not entry:
            twice.append(_twice("R01", "duplicate", entry, ("id",), other, ("id",), entry.item.id))
    aliases, taken = _aliases(entries)
    # One of two items with one id has lost its own; which of them, nobody can tell.
    broken = loaded.broken | {finding.subject for finding in twice}
    corpus = Corpus(MappingProxyType(entries), MappingProxyType(aliases), broken)
    is_unread = any(True for _ in unread)
    found, emptied = _lost(corpus, loaded, len(twice), is_unread)
    broken |= found
    is_partial = bool(broken or loaded.nameless or is_unread)
    whole = replace(corpus, broken=broken, is_partial=is_partial)
    return whole, (*twice, *taken, *emptied)


def _aliases(entries: Mapping[str, Entry]) -> tuple[dict[str, str], list[Finding]]:
    aliases: dict[str, str] = {}
    findings: list[Finding] = []
    for entry in entries.values():
        for at, former in enumerate(entry.item.was):
            holder = entries.get(former) or entries.get(aliases.get(former, ""))
            if holder is not None:
                own = former in entries
                held: Path = ("id",) if own else ("was", holder.item.was.index(former))
                findings.append(_twice("S15", "taken", entry, ("was", at), holder, held, former))
            if former not in entries:
                aliases.setdefault(former, entry.item.id)
    return aliases, findings


def _lost(
    corpus: Corpus, loaded: Loaded, clashes: int, is_unread: bool
) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """Ids that are referred to and probably stood where nothing could be read.

    Returns:
        The ids; and for a file that is empty, where they may have stood, what is to be said of it.
    """
    empty = [finding for finding in loaded.findings if finding.code == "S20"]
    nameless = loaded.nameless + clashes
    if not (empty or nameless or is_unread):
        return frozenset(), ()
    unknown = _unknown(corpus)
    if is_unread or len(unknown) <= nameless:
        return frozenset(unknown), ()
    if not empty or all(nearest(name, corpus.entries) for name in unknown):
        return frozenset(), ()
    some = sorted(unknown)[:_MOST_IDS]
    ids = listed([*some, "…"] if len(some) < len(unknown) else some)
    facts = {"ids": ids, "count": unknown.total()}
    return frozenset(unknown), tuple(
        Finding("R01", "emptied", one.position, facts) for one in empty
    )


def _unknown(corpus: Corpus) -> Counter[str]:
    """The ids that no item has, with how often items refer to them."""
    heads = (
        link.address.partition(".")[0]
        for link in corpus.links
        if link.target is None and isinstance(link.spot.marker, Text | Reference)
    )
    return Counter(
        head
        for head in heads
        if re.fullmatch(ID, head) and head not in corpus.broken and not corpus.get(head)
    )


def _twice(
    code: str, key: str, entry: Entry, path: Path, other: Entry, held: Path, name: str
) -> Finding:
    first = other.position(Place(other.item.id, held))
    return Finding(
        code,
        key,
        entry.position(Place(entry.item.id, path)),
        {"id": name, "title": other.item.title},
        (Related(first),),
        subject=entry.item.id,
    )
