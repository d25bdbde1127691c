"""The forms in which questions leave for other programs, one module each, found by being here."""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.discovery import modules
from guifan.quiz.carriers._carrier import MARK, Carried, Carrier, Course, Loss, Source
from guifan.quiz.carriers._losses import LOSSES
from guifan.quiz.carriers._tables import cell
from guifan.quiz.carriers._told import is_true

CARRIERS: Mapping[str, Carrier] = MappingProxyType(
    {
        carrier.name: carrier
        for _, module in modules(__name__, __path__)
        if isinstance(carrier := getattr(module, "CARRIER", None), Carrier)
    }
)
"""Every carrier by its name."""

__all__ = [
    "CARRIERS",
    "LOSSES",
    "MARK",
    "Carried",
    "Carrier",
    "Course",
    "Loss",
    "Source",
    "cell",
    "is_true",
]
