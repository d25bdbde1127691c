"""What a variable counts, and the metric that says so: its own, or one that it repeats."""

from typing import NamedTuple

from guifan.corpus.graph import Corpus
from guifan.language.kinds.metric import Metric, Variable


class Counted(NamedTuple):
    """A variable of a metric."""

    metric: Metric
    at: int

    @property
    def variable(self) -> Variable:
        """The variable itself."""
        return self.metric.variables[self.at]


def named(corpus: Corpus, address: str | None) -> Counted | None:
    """The variable with an address; None where there is no such."""
    name, _, part = (address or "").partition(".")
    metric = corpus.one(Metric, name)
    if metric is None:
        return None
    found = (at for at, one in enumerate(metric.variables) if one.id == part)
    at = next(found, None)
    return None if at is None else Counted(metric, at)


def root(corpus: Corpus, metric: Metric, variable: Variable) -> tuple[str, str]:
    """The ids of the metric and the variable where it is said what is counted.

    A circle of variables that are each the same as the next ends where it began.
    """
    seen: list[tuple[str, str]] = []
    here = metric.id, variable.id
    address = variable.same_as
    while here not in seen:
        seen.append(here)
        found = named(corpus, address)
        if found is None:
            return here
        here, address = (found.metric.id, found.variable.id), found.variable.same_as
    return min(seen)
