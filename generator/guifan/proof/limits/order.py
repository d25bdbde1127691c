"""Which event comes before which, as the procedures and the limits of a corpus have it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guifan.corpus.graph import Corpus
from guifan.language.kinds.event import Event
from guifan.language.kinds.procedure import Procedure, Repeat
from guifan.proof.limits.bounds import legs
from guifan.proof.procedures.paths import ways


@dataclass(frozen=True)
class Order:
    """The order of events: strict and transitive, and silent about events that go in a circle.

    Args:
        following: by event, those that come after it somewhere.
    """

    following: Mapping[str, frozenset[str]]
    _reached: dict[str, frozenset[str]] = field(default_factory=dict)

    def before(self, one: str, other: str) -> bool:
        """Whether the one comes before the other and never after it."""
        return other in self.after(one) and one not in self.after(other)

    def after(self, event: str) -> frozenset[str]:
        """All that comes after an event somewhere, by however many others."""
        if event not in self._reached:
            found: set[str] = set()
            ahead = [event]
            while ahead:
                news = self.following.get(ahead.pop(), frozenset()) - found
                found |= news
                ahead += news
            self._reached[event] = frozenset(found)
        return self._reached[event]


def order(corpus: Corpus) -> Order:
    """The order of a corpus's events: from start to stop of limits and procedures, step by step."""
    following: dict[str, set[str]] = {}
    for one in legs(corpus):
        following.setdefault(one.start, set()).add(one.stop)
    for procedure in corpus.of(Procedure):
        for earlier, later in _stepped(corpus, procedure):
            following.setdefault(earlier, set()).add(later)
    return Order({event: frozenset(after) for event, after in following.items()})


def _stepped(corpus: Corpus, procedure: Procedure) -> Iterator[tuple[str, str]]:
    """The events of steps, each with those of every step that it leads to without going back.

    The event that starts the procedure comes before them all.
    """
    at = {step.id: place for place, step in enumerate(procedure.steps)}
    targets: dict[int, set[int]] = {}
    for way in ways(procedure):
        source, target = at[way.source], at.get(way.target, -1)
        if source < target and not isinstance(way.why, Repeat):
            targets.setdefault(source, set()).add(target)
    ahead: dict[int, frozenset[str]] = {}
    for place in reversed(range(len(procedure.steps))):
        follow = targets.get(place, set())
        ahead[place] = frozenset().union(
            *(ahead[one] | _ended(corpus, procedure, one) for one in follow)
        )
        for event in _ended(corpus, procedure, place):
            yield from ((event, later) for later in ahead[place] if later != event)
            if procedure.starts and event != procedure.starts:
                yield procedure.starts, event


def _ended(corpus: Corpus, procedure: Procedure, place: int) -> frozenset[str]:
    """The event that happens when a step is done, if there is one."""
    event = corpus.one(Event, procedure.steps[place].ends)
    return frozenset() if event is None else frozenset({event.id})
