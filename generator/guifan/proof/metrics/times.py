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


def counting(corpus: Corpus, metric: Metric) -> Counting | None:
    """A metric with the times that it counts; None where no variable names one between events."""
    cited: dict[str, Place] = {}
    for name, place in _named(metric):
        named = corpus.one(Limit, name)
        if named is not None and named.within is not None:
            cited.setdefault(named.id, place)
    if not cited:
        return None
    measured = (one for one in corpus.referring(Limit, metric.id) if one.metric == metric.id)
    return Counting(metric, cited, tuple(one for one in measured if one.within is not None))


def _named(metric: Metric) -> Iterator[tuple[str, Place]]:
    for at, variable in enumerate(metric.variables):
        if variable.within:
            yield variable.within, Place(metric.id, ("variables", at, "within"))
        path = ("variables", at, "means")
        for one in mentions(variable.means or ""):
            yield one.address.partition(".")[0], Place(metric.id, path, (one.start, one.end))


def counted_elsewhere(corpus: Corpus, limit: Limit) -> Counting | None:
    """The metric that counts a time which names another one; None where it counts itself.

    Where one names none of the times that it measures itself, it is the one at fault.
    """
    other = corpus.one(Metric, limit.metric)
    if other is None:
        return None
    known = (counting(corpus, one) for one in corpus.referring(Metric, limit.id))
    found = [one for one in known if one is not None and limit.id in one.cited]
    if any(one.metric is other for one in found):
        return None
    return next((one for one in found if not one.is_of_others), None)
