"""Loaded items become a corpus; an id used twice is reported and its second use left out."""

from types import MappingProxyType

from guifan.corpus.graph import Corpus
from guifan.findings import Finding, Place, Related
from guifan.language.document import Entry
from guifan.language.loader import Loaded


def assemble(loaded: Loaded) -> tuple[Corpus, tuple[Finding, ...]]:
    """Link loaded items.

    Returns:
        The corpus, and what keeps ids from being unique (R01, S15).
    """
    entries: dict[str, Entry] = {}
    findings: list[Finding] = []
    for entry in loaded.entries:
        other = entries.setdefault(entry.item.id, entry)
        if other is not entry:
            findings.append(_twice("R01", "duplicate", entry, ("id",), other, entry.item.id))
    aliases: dict[str, str] = {}
    for entry in entries.values():
        for at, former in enumerate(entry.item.was):
            holder = entries.get(former) or entries.get(aliases.get(former, ""))
            if holder is not None:
                findings.append(_twice("S15", "taken", entry, ("was", at), holder, former))
            if former not in entries:
                aliases.setdefault(former, entry.item.id)
    return (
        Corpus(MappingProxyType(entries), MappingProxyType(aliases), loaded.broken),
        tuple(findings),
    )


def _twice(
    code: str, key: str, entry: Entry, path: tuple[str | int, ...], other: Entry, name: str
) -> Finding:
    first = other.position(Place(other.item.id, ("id",)))
    return Finding(
        code,
        key,
        entry.position(Place(entry.item.id, path)),
        {"id": name, "title": other.item.title},
        (Related(first),),
        subject=entry.item.id,
    )
