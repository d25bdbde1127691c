"""What can be seen of an answer without understanding it: its shape."""

import re
from collections.abc import Mapping
from math import log
from types import MappingProxyType
from typing import NamedTuple

from guifan.quiz.values import pairs


class Shape(NamedTuple):
    """The shape of an answer.

    Args:
        echo: the share of its pairs of characters that stand in the question too.
        courtesy: how often it is polite.
        length: how long it is, twice as long being as far off as half as long.
        negatives: how often it says what is not, or not yet.
    """

    echo: float
    courtesy: float
    length: float
    negatives: float


SPREAD: Mapping[str, float] = MappingProxyType(
    {"echo": 0.11, "courtesy": 0.8, "length": 0.35, "negatives": 0.7}
)
"""About how much each varies among the answers of a question (standard deviation)."""

_NEGATIVES = re.compile("不|没有|未|免")
_COURTESY = re.compile("请|您|致歉|道歉|帮|谢")


def shaped(text: str, stem: str) -> Shape:
    """The shape of an answer to a question."""
    found = pairs(text)
    echo = len(found & pairs(stem)) / len(found) if found else 0.0
    return Shape(
        echo,
        float(len(_COURTESY.findall(text))),
        log(1 + len(text)),
        float(len(_NEGATIVES.findall(text))),
    )
