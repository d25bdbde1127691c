"""Pairs that only join two words: nobody cuts a query into words, so its pairs are weighed."""

from collections.abc import Collection, Iterator
from operator import add

from guifan.search.normalise import runs
from guifan.search.points import JOINED
from guifan.search.store import Store


def pairs(store: Store, text: str, wanted: Collection[str]) -> Iterator[tuple[str, int]]:
    """The pairs of a simplified text, and in hundredths how far each belongs together.

    A pair joins two words where one that it overlaps stands far more often in the manual, as
    «户信» in «客户信息».

    Args:
        store: the index.
        text: simplified.
        wanted: the grams that are looked for; others count as if they stood nowhere.
    """
    for run in runs(text):
        every = list(map(add, run, run[1:]))
        having = [len(store.bodies(pair)) if pair in wanted else 0 for pair in every]
        for at, pair in enumerate(every):
            if pair in wanted:
                beside = max(having[max(0, at - 1) : at + 2])
                yield pair, min(100, JOINED * (1 + having[at]) // (1 + beside))
