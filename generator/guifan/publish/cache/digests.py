"""Digests of plain values: alike for what is alike, in every process and wherever it was read."""

import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

from guifan.corpus.graph import Corpus
from guifan.findings import Rule
from guifan.language.model import Item, Part
from guifan.manual.book import Book, Page
from guifan.manual.history import Period
from guifan.quiz.said import Said

SIZE = 12
"""Bytes of a digest: enough that no two answers ever share one by chance."""


_ONCE = Item, Period


class NoDigestError(Exception):
    """A value is more than a value: a function made on the spot, or a whole corpus."""


class Digests:
    """Digests of values, in which an item counts as its own digest, worked out once.

    So does a period of the history: whatever changed in it stands beside all that did. Both are
    told by their identity: as long as this lives, what is given to it must too.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Item | Period, str]] = {}

    def once(self, value: Item | Period) -> str:
        """The digest of an item or a period."""
        known = self._known.get(id(value))
        if known is None:
            parts = _told(value) if isinstance(value, Item) else _fields(value)
            known = value, _digest(parts, _plain)
            self._known[id(value)] = known
        return known[1]

    def of(self, value: object) -> str:
        """The digest of a value.

        Raises:
            NoDigestError: it has none.
        """
        return self.once(value) if isinstance(value, _ONCE) else _digest(value, self._reduced)

    def _reduced(self, value: Any) -> Any:
        return (str, (self.once(value),)) if isinstance(value, _ONCE) else _plain(value)


def _plain(value: Any) -> Any:
    """How a value that is not built in is written: what it is and what it holds."""
    if isinstance(value, Part):
        return tuple, _told(value)
    if isinstance(value, Rule):  # part of the program, which the key tells
        return str, (value.code,)
    if isinstance(value, Said):  # in a set, no two processes have the same order
        return tuple, ((value.text, *sorted(value.rests)),)
    if isinstance(value, Page):
        return tuple, ((value.path, value.title, value.template, value.subject),)
    if isinstance(value, MappingProxyType):
        return dict, (tuple(value.items()),)
    if isinstance(value, Corpus | Book):
        raise NoDigestError(type(value).__name__)
    return NotImplemented


def _told(part: Part) -> tuple[object, ...]:
    """What a part is, all that it holds, and what of it was written."""
    return type(part).__qualname__, part.__dict__, sorted(part.model_fields_set)


def _fields(period: Period) -> tuple[object, ...]:
    return tuple(getattr(period, one.name) for one in fields(period))


def _digest(value: object, reduced: Callable[[Any], Any]) -> str:
    written = io.BytesIO()
    # Pickle only writes here: nothing is ever read back.
    pickler = _Pickler(written, reduced)
    try:
        pickler.dump(value)
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError) as error:
        raise NoDigestError(str(error)) from error
    return blake2b(written.getbuffer(), digest_size=SIZE).hexdigest()


class _Pickler(pickle.Pickler):
    """Writes a value by what it says: without a memo, two equal values are written alike."""

    def __init__(self, file: io.BytesIO, reduced: Callable[[Any], Any]) -> None:
        super().__init__(file, protocol=5)
        self.fast = True
        self._reduced = reduced

    def reducer_override(self, value: Any) -> Any:
        """What ``_reduced`` says of a value."""
        return self._reduced(value)
