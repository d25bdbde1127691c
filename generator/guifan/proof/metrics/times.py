"""By which limits metrics count, as far as their variables say it, and which name them."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.findings import Place
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric
from guifan.language.texts import mentions


@dataclass(frozen=True, slots=True)
class Counting:
    """A metric whose variables name times.

    Args:
        metric: which.
        cited: where its variables name each time, by limit.
        measured: the times that say it is by this metric that they are measured.
    """

    metric: Metric
    cited: dict[str, Place]
    measured: tuple[Limit, ...]

    @property
    def is_of_others(self) -> bool:
        """Whether it names none of the times that it is said to measure."""
        return bool(self.measured) and not any(one.id in self.cited for one in self.measured)


def counting(corpus: Corpus) -> Iterator[Counting]:
    """Every metric of which a variable names a time between two events."""
    measured: dict[str, list[Limit]] = {}
    for limit in corpus.of(Limit):
        if limit.metric and limit.within is not None:
            measured.setdefault(limit.metric, []).append(limit)
    for metric in corpus.of(Metric):
        cited: dict[str, Place] = {}
        for name, place in _named(metric):
            named = corpus.one(Limit, name)
            if named is not None and named.within is not None:
                cited.setdefault(named.id, place)
        if cited:
            yield Counting(metric, cited, tuple(measured.get(metric.id, ())))


def _named(metric: Metric) -> Iterator[tuple[str, Place]]:
    for at, variable in enumerate(metric.variables):
        if variable.within:
            yield variable.within, Place(metric.id, ("variables", at, "within"))
        path = ("variables", at, "means")
        for one in mentions(variable.means or ""):
            yield one.address.partition(".")[0], Place(metric.id, path, (one.start, one.end))


def counted_elsewhere(corpus: Corpus) -> dict[str, Counting]:
    """Times that name one metric and are counted by another alone, with the one that counts them.

    Where that one names none of the times that it measures itself, it is the one at fault.
    """
    known = list(counting(corpus))
    counted = {(one.metric.id, name) for one in known for name in one.cited}
    found: dict[str, Counting] = {}
    for one in known:
        for name in one.cited if not one.is_of_others else ():
            limit = corpus.one(Limit, name)
            other = corpus.one(Metric, limit.metric) if limit else None
            if other is None or other is one.metric or (other.id, name) in counted:
                continue
            found.setdefault(name, one)
    return found
