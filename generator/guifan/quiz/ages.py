"""The corpus as it is on a day, as it was in an earlier edition, and as it will be."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from guifan.corpus.graph import Corpus


def as_of(corpus: Corpus, day: date) -> Corpus:
    """The corpus in which whatever was announced for a day up to this one has come to pass."""
    changed = {}
    for name, entry in corpus.entries.items():
        begun = [one for one in entry.revisions if one.effective <= day]
        if begun:
            ahead = entry.revisions[len(begun) :]
            changed[name] = replace(entry, item=begun[-1].item, revisions=ahead)
    if not changed:
        return corpus
    return replace(corpus, entries=MappingProxyType({**corpus.entries, **changed}))


def announced(corpus: Corpus) -> tuple[Corpus, date] | None:
    """The corpus when all that is announced will have come, and that day; None if nothing is."""
    days = [one.effective for entry in corpus.entries.values() for one in entry.revisions]
    return (as_of(corpus, max(days)), max(days)) if days else None
