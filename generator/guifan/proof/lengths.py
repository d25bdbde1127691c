"""Times that an item says itself, or leaves to a limit that says them: one way to read either."""

from typing import NamedTuple

from guifan.corpus.graph import Corpus
from guifan.findings import Place
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Step
from guifan.proof.places import amount_place
from guifan.temporal.duration import Duration


class Length(NamedTuple):
    """A time, with the limit that says it; None for one that is written in place."""

    time: Duration
    limit: Limit | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """Where a limit says how long."""
        return (amount_place(self.limit),) if self.limit else ()


def keep(corpus: Corpus, data: DataItem) -> Length | None:
    """How long data are kept; None where the limit is not there, or is none in time."""
    return _length(corpus, data.keep, data.keep_by)


def cap(corpus: Corpus, step: Step) -> Length | None:
    """How long a step waits for the customer at most; None where nothing says so."""
    return _length(corpus, step.cap, step.cap_by)


def _length(corpus: Corpus, own: Duration | None, name: str | None) -> Length | None:
    if own is not None:
        return Length(own)
    limit = corpus.one(Limit, name)
    if limit is None or not isinstance(limit.amount, Duration):
        return None
    return Length(limit.amount, limit)
