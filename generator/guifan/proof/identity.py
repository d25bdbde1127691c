"""Whether a customer is known before he is told: on every way, on every channel.

Strengths are ordered; what is checked more strongly is checked for less too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from guifan.corpus.graph import Corpus
from guifan.language.kinds.channel import Channel, Strength
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.procedure import Procedure, Step
from guifan.proof.paths import ways

_ORDER = {strength: at for at, strength in enumerate(Strength)}


def suffices(has: Strength | None, wants: Strength | None) -> bool:
    """Whether a check of one strength is enough for another; none at all is the weakest."""
    return _ORDER[has or Strength.NONE] >= _ORDER[wants or Strength.NONE]


class Fault(Enum):
    """Why a customer is told before he is known."""

    NEVER = "never"
    WEAKER = "weaker"
    AROUND = "around"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A step that tells or changes data of an account.

    Args:
        procedure: where it stands.
        step: the step.
        wants: how strongly the customer must have been identified.
        fault: what is wrong; None where nothing is.
        way: where there is one, the steps that lead to it past every check that is enough.
        other: the check that is too weak or passed by; None where there is none.
        channel: where it cannot be checked so strongly.
    """

    procedure: Procedure
    step: Step
    wants: Strength
    fault: Fault | None = None
    way: tuple[Step, ...] = ()
    other: Step | None = None
    channel: Channel | None = None


def disclosures(corpus: Corpus) -> Iterator[Disclosure]:
    """Every step that says how strongly the customer must be known, judged."""
    for procedure in corpus.of(Procedure):
        for step in procedure.steps:
            if step.discloses is not None and step.discloses is not Strength.NONE:
                yield _judged(corpus, procedure, step, step.discloses)


def _judged(corpus: Corpus, procedure: Procedure, step: Step, wants: Strength) -> Disclosure:
    way = None if suffices(procedure.identified, wants) else _way_past(procedure, step, wants)
    if way is not None:
        checks = [one for one in procedure.steps if one.identifies not in (None, Strength.NONE)]
        strong = next((one for one in checks if suffices(one.identifies, wants)), None)
        weak = next(iter(checks), None)
        fault = Fault.AROUND if strong else Fault.WEAKER if weak else Fault.NEVER
        return Disclosure(procedure, step, wants, fault, way, strong or weak)
    for channel in corpus.some(Channel, procedure.channels):
        if not suffices(channel.identity, wants):
            return Disclosure(procedure, step, wants, Fault.CHANNEL, channel=channel)
    return Disclosure(procedure, step, wants)


def _way_past(procedure: Procedure, aim: Step, wants: Strength) -> tuple[Step, ...] | None:
    """The shortest way from the beginning to a step on which no step checks strongly enough."""
    steps = {step.id: step for step in procedure.steps}
    onward: dict[str, list[str]] = {}
    for way in ways(procedure):
        onward.setdefault(way.source, []).append(way.target)
    ahead: list[tuple[Step, ...]] = [(procedure.steps[0],)]
    seen = {procedure.steps[0].id}
    for trail in ahead:
        last = trail[-1]
        if suffices(last.identifies, wants):
            continue
        if last.id == aim.id:
            return trail
        for name in onward.get(last.id, ()):
            if name in steps and name not in seen:
                seen.add(name)
                ahead.append((*trail, steps[name]))
    return None


def checks(corpus: Corpus) -> Iterator[tuple[Procedure, Step, Channel | None]]:
    """Every step that identifies, with the strongest channel where even that is too weak."""
    for procedure in corpus.of(Procedure):
        channels = corpus.some(Channel, procedure.channels)
        best = max(channels, key=lambda one: _ORDER[one.identity], default=None)
        for step in procedure.steps:
            if step.identifies is not None:
                fits = best is None or suffices(best.identity, step.identifies)
                yield procedure, step, None if fits else best


def kept(corpus: Corpus) -> Iterator[tuple[Norm | Playbook, Norm | None]]:
    """Every norm for emergencies and every playbook, with the everyday check that it drops."""
    norms = corpus.of(Norm)
    everyday = [one for one in norms if _asks(one) and one.surge is None]
    asked = {one.id: one for one in everyday}
    for norm in norms:
        for name in norm.surge.replaces if norm.surge else ():
            before = corpus.one(Norm, name)
            if before is not None and before.id in asked:
                yield norm, None if suffices(norm.identity, before.identity) else before
    weakest = min(everyday, key=lambda one: _ORDER[one.identity or Strength.NONE], default=None)
    if weakest is None:
        return
    for playbook in corpus.of(Playbook):
        surge = corpus.some(Norm, playbook.surge)
        if surge:
            keeps = any(_keeps(corpus, one, asked, weakest) for one in surge)
            yield playbook, None if keeps else weakest


def _asks(norm: Norm) -> bool:
    return not suffices(Strength.NONE, norm.identity)


def _keeps(corpus: Corpus, norm: Norm, asked: dict[str, Norm], weakest: Norm) -> bool:
    """Whether a norm for emergencies asks for a check itself, or lets one stand."""
    upheld = corpus.some(Norm, norm.surge.upholds) if norm.surge else ()
    if any(one.id in asked for one in upheld):
        return True
    return norm.identity is not None and suffices(norm.identity, weakest.identity)
