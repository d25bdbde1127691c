"""A limit that is too short: what else shows it, beside the steps that do not keep it.

The rungs of the ladder that guards it come when it is over, and what has to happen earlier is due
after it. All of that is one fault.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from guifan.corpus.graph import Corpus
from guifan.findings import Place
from guifan.language.kinds.limit import Limit
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.limits.bounds import Leg, later, legs
from guifan.proof.limits.order import order
from guifan.proof.limits.rungs import Told, told
from guifan.proof.limits.sequence import successive
from guifan.proof.limits.titles import stops_elsewhere
from guifan.proof.places import amount_place
from guifan.proof.procedures.kept import kept
from guifan.temporal.calendars import OutOfHorizonError


def is_overrun(clocks: Clocks, corpus: Corpus, limit: Limit) -> bool:
    """Whether steps that need not wait so long do not keep a limit: then T03 says it."""
    if stops_elsewhere(corpus, limit):
        return False
    for one in kept(clocks, corpus):
        if one.limit.id == limit.id:
            with suppress(OutOfHorizonError):
                if one.span.waiting() is None and one.span.late() is not None:
                    return True
    return False


@dataclass(frozen=True)
class Cramped:
    """Where else it shows that limits are too short; what they have in common is found once.

    Args:
        clocks: the manual's calendars.
        corpus: its items.
    """

    clocks: Clocks
    corpus: Corpus

    def shown(self, limit: Limit) -> tuple[Place, ...]:
        """Times that should be earlier than a limit's own and are not."""
        rungs = (
            Place(one.ladder.id, ("rungs", one.at, "after"))
            for one in self._rungs.get(limit.id, ())
            if one.late(self.clocks) is not None
        )
        earlier = (
            amount_place(one.limit)
            for one in self._earlier.get(limit.id, ())
            if later(self.clocks, one.limit, limit) is not None
        )
        return tuple(dict.fromkeys((*rungs, *earlier)))

    @cached_property
    def _rungs(self) -> Mapping[str, tuple[Told, ...]]:
        """By limit: what is told while it runs."""
        found: dict[str, list[Told]] = {}
        for one in told(self.corpus, self.clocks):
            found.setdefault(one.limit.id, []).append(one)
        return {name: tuple(ones) for name, ones in found.items()}

    @cached_property
    def _earlier(self) -> Mapping[str, tuple[Leg, ...]]:
        """By limit: those that start with it and stop before it."""
        found: dict[str, list[Leg]] = {}
        for first, last in successive(legs(self.corpus), order(self.corpus)):
            found.setdefault(last.limit.id, []).append(first)
        return {name: tuple(ones) for name, ones in found.items()}
