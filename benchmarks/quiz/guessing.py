"""What the form of questions gives away: the score of one who knows nothing but other questions.

The guesser sees of each answer how long it is, where it stands, which sorts of words it has, what
it shares with the question and with the other answers, and how often the same answer was right
elsewhere. It learns on nine tenths of the questions what right answers look like, and guesses
the last tenth; every question is guessed once. No word of any question means anything to it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from statistics import fmean

from guifan.quiz.item import Form, Item, digest
from guifan.quiz.values import likeness, pairs

FOLDS = 10
"""Into how many parts the questions are divided, each guessed by what the others taught."""

FEWEST = 60
"""From how many questions on a model teaches the guesser by itself; others, all together."""

FLOOR = 0.05
"""How much more than chance may be guessed right."""

WHAT_IS_GUESSED = (
    "Single choice and true or false. The guesser sees of each answer its length, its place, which "
    "sorts of words it has (figures, hedges, courtesies, negatives …), what it shares with the "
    "question and with the other answers, and how often the same answer was right elsewhere; it "
    f"learns on {FOLDS - 1} tenths of the questions and guesses the last. The floor is chance and "
    f"{FLOOR:.0%}, beside what luck explains (two standard deviations)."
)

_OFTEN = 10
"""From how many questions on it is remembered how often an answer was right."""

_EPOCHS, _RATE, _DECAY = 12, 0.05, 1e-3

_WORDS = {
    "figures": re.compile(r"[0-9]+"),
    "hedges": re.compile("应当|同时|并|先|再|可以|一般"),
    "stops": re.compile("[，；、：]"),
    "negatives": re.compile("不|没有|未|免"),
    "courtesies": re.compile("请|您|致歉|道歉|帮|谢"),
    "absolutes": re.compile("总是|一律|都|全部|任何|只|当场|立即|马上"),
    "particulars": re.compile("写明|登记|记录|时刻|逐|本人|书面|核"),
}
"""Sorts of words of which an answer has more or fewer than others."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """How the questions of a model were guessed.

    Args:
        number: how many there are.
        chance: the share that is right by chance.
        right: the share that was right.
    """

    number: int
    chance: float
    right: float

    @property
    def luck(self) -> float:
        """Twice the standard deviation of the share that is right by chance."""
        return 2 * sqrt(self.chance * (1 - self.chance) / self.number)

    @property
    def leaks(self) -> bool:
        """Whether more than the floor, and than luck explains, was guessed."""
        return self.right > self.chance + FLOOR + self.luck


_Clues = Sequence[Mapping[str, float]]
"""What is seen of each answer."""


def guessed(items: Iterable[Item]) -> dict[str, Guessed]:
    """How well the form of questions tells their keys, by model; under ``""`` all together."""
    asked = [one for one in items if one.model.form in (Form.SINGLE, Form.TRUE_FALSE)]
    by_model: dict[str, list[Item]] = defaultdict(list)
    for one in asked:
        by_model[one.model.name].append(one)
    large = {name: some for name, some in by_model.items() if len(some) >= FEWEST}
    small = [one for one in asked if one.model.name not in large]
    found: dict[str, list[float]] = defaultdict(list)
    for group in (*large.values(), small):
        for item, right in _guesses(group):
            found[item.model.name].append(right)
    found[""] = [one for rights in list(found.values()) for one in rights]
    by_model[""] = asked
    return {
        name: Guessed(
            len(rights),
            fmean(1 / len(one.options) for one in by_model[name]),
            fmean(rights),
        )
        for name, rights in found.items()
    }


def _guesses(items: Sequence[Item]) -> Iterator[tuple[Item, float]]:
    """Each question, and how much of a point its guess earns."""
    folds: list[list[Item]] = [[] for _ in range(FOLDS)]
    for item in sorted(items, key=lambda one: digest("fold", one.id)):
        min(folds, key=len).append(item)
    fixed = {item.id: _fixed(item) for item in items}
    for fold in folds:
        others = [one for some in folds if some is not fold for one in some]
        shown, right = _memory(others)
        weights = learned(
            [
                (_with_memory(fixed[one.id], one, shown, right, own=True), one.key[0])
                for one in others
            ]
        )
        for item in fold:
            clues = _with_memory(fixed[item.id], item, shown, right, own=False)
            marks = [_mark(weights, one) for one in clues]
            best = max(marks)
            ties = [at for at, mark in enumerate(marks) if mark == best]
            yield item, (item.key[0] in ties) / len(ties)


def learned(examples: Sequence[tuple[_Clues, int]]) -> dict[str, float]:
    """The weight of each clue: a conditional logit, by gradient descent.

    Args:
        examples: of each question the clues of its answers, and the place of the right one.
    """
    weights: dict[str, float] = defaultdict(float)
    for epoch in range(_EPOCHS):
        rate = _RATE / (1 + epoch / 2)
        for clues, key in examples:
            raised = [exp(min(30.0, _mark(weights, one))) for one in clues]
            total = sum(raised)
            for at, one in enumerate(clues):
                error = (at == key) - raised[at] / total
                for name, value in one.items():
                    weights[name] += rate * (error * value - _DECAY * weights[name])
    return weights


def _mark(weights: Mapping[str, float], clues: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in clues.items())


def _memory(items: Iterable[Item]) -> tuple[Counter[str], Counter[str]]:
    """How often each answer was shown, and was right."""
    shown: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for item in items:
        for option in item.options:
            shown[option.text.text] += 1
            right[option.text.text] += option.right
    return shown, right


def _with_memory(
    clues: _Clues, item: Item, shown: Counter[str], right: Counter[str], *, own: bool
) -> list[dict[str, float]]:
    """The clues, and how often each answer was right in other questions than this one."""
    found = []
    for one, option in zip(clues, item.options, strict=True):
        text = option.text.text
        times = shown[text] - own
        rate = (right[text] - (own and option.right)) / times if times >= _OFTEN else None
        share = 0.0 if rate is None else rate - 1 / len(item.options)
        found.append({**one, "right elsewhere": 3 * share})
    return found


def _fixed(item: Item) -> list[dict[str, float]]:
    """What is seen of each answer in the question itself."""
    texts = [one.text.text for one in item.options]
    stem = pairs(item.stem.text)
    lengths = [len(text) for text in texts]
    order = sorted(set(lengths), reverse=True)
    columns: dict[str, list[float]] = {
        "length": [float(one) / max(1.0, fmean(lengths)) for one in lengths],
        "echo": [4 * len(pairs(one) & stem) / max(1, len(pairs(one))) for one in texts],
        "likeness to the others": [
            4 * fmean(likeness(one, other) for other in texts if other is not one) for one in texts
        ],
        **{
            name: [float(len(pattern.findall(one))) for one in texts]
            for name, pattern in _WORDS.items()
        },
    }
    found: list[dict[str, float]] = []
    for at, text in enumerate(texts):
        clues = {name: column[at] - fmean(column) for name, column in columns.items()}
        clues[f"rank {order.index(lengths[at])}"] = 1.0
        clues["most echo"] = float(columns["echo"][at] == max(columns["echo"]))
        clues["least echo"] = float(columns["echo"][at] == min(columns["echo"]))
        clues["sole echo"] = float(_echoes(text, item.stem.text, texts))
        clues[f"place {at} of {len(texts)}"] = 1.0
        found.append(clues)
    return found


def _echoes(text: str, stem: str, texts: Sequence[str], length: int = 3) -> bool:
    """Whether a stretch of the stem stands in this answer alone."""
    grams = (text[at : at + length] for at in range(len(text) - length + 1))
    return any(gram in stem and sum(gram in one for one in texts) == 1 for gram in grams)
