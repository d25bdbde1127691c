"""By what right answers are told unread, more often than chance would have it."""

from collections.abc import Callable, Iterator, Sequence
from math import sqrt

from guifan.quiz.item import Form, Item

_FEWEST = 60
"""From how many questions of a model on a share says anything about it."""

_DEVIATIONS, _MORE = 3, 0.05
"""How far a share may be off: standard deviations of the binomial distribution, and a margin."""


def told_by(
    items: Sequence[Item], measure: Callable[[Item, str], float]
) -> Iterator[tuple[Item, ...]]:
    """The questions of a model whose keys too often stand at one place by some measure.

    The places are counted from the answer with the most; where several have as much, each has
    an equal share of their places. Answers with an order of their own are told by nothing else.

    Args:
        items: the questions.
        measure: how much of something an answer has, in a question.
    """
    groups: dict[tuple[str, int], list[Item]] = {}
    for item in items:
        if item.model.form is Form.SINGLE and not item.sorted:
            groups.setdefault((item.model.name, len(item.options)), []).append(item)
    for (_model, number), some in groups.items():
        if len(some) < _FEWEST:
            continue
        places = [(one, _places(one, measure)) for one in some]
        chance = 1 / number
        most = chance + _MORE + _DEVIATIONS * sqrt(chance * (1 - chance) / len(some))
        for at in range(number):
            share = sum(at in held and 1 / len(held) for _one, held in places) / len(some)
            if share > most:
                yield tuple(one for one, held in places if at in held)


def _places(item: Item, measure: Callable[[Item, str], float]) -> range:
    """The places that the key may have among the answers, from the one with the most."""
    found = [measure(item, one.text.text) for one in item.options]
    key = found[item.key[0]]
    before = sum(one > key for one in found)
    return range(before, before + found.count(key))
