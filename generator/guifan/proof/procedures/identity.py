"""Whether a customer is known before he is told: on every way, on every channel.

Strengths are ordered; what is checked more strongly is checked for less too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from guifan.corpus.graph import Corpus
from guifan.language.kinds.channel import Channel, Strength
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.procedure import Procedure, Step
from guifan.language.nodes import Path
from guifan.proof.procedures.paths import ways

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
    for channel in corpus.some(Channel, procedure.stands_on(step)):
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
        for step in procedure.steps:
            if step.identifies is not None:
                channels = corpus.some(Channel, procedure.stands_on(step))
                best = max(channels, key=lambda one: _ORDER[one.identity], default=None)
                fits = best is None or suffices(best.identity, step.identifies)
                yield procedure, step, None if fits else best


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether a norm for emergencies or a playbook keeps the everyday check of who asks.

    Args:
        item: the norm or the playbook.
        path: what in it drops the check, or leaves it unsaid.
        dropped: the everyday norm that asks for the check; None where it is kept.
        playbooks: further ones that are without a check for the same cause.
    """

    item: Norm | Playbook
    path: Path = ()
    dropped: Norm | None = None
    playbooks: tuple[Playbook, ...] = ()


def kept(corpus: Corpus) -> Iterator[Kept]:
    """Every norm for emergencies and every playbook; what one norm drops is dropped there alone."""
    norms = corpus.of(Norm)
    everyday = [one for one in norms if _asks(one) and one.surge is None]
    asked = {one.id: one for one in everyday}
    weakest = min(everyday, key=lambda one: _ORDER[one.identity or Strength.NONE], default=None)
    if weakest is None:
        return
    keeping = {one.id for one in norms if _keeps(corpus, one, asked, weakest)}
    bare: list[Playbook] = []
    for playbook in corpus.of(Playbook):
        if keeping.isdisjoint(_surge(corpus, playbook)):
            bare += [playbook] if _surge(corpus, playbook) else []
        else:
            yield Kept(playbook)
    for cause in (*_replacing(corpus, norms, asked), *_weaker(corpus, bare, weakest)):
        under = tuple(one for one in bare if cause.dropped and cause.item.id in _surge(corpus, one))
        bare = [one for one in bare if one not in under]
        if under or cause.path[0] == "surge":
            yield replace(cause, playbooks=under)
    if bare and keeping.isdisjoint(name for one in corpus.of(Playbook) for name in one.surge):
        first, *others = bare
        yield Kept(first, ("surge",), weakest, tuple(others))
    else:
        yield from (Kept(one, ("surge",), weakest) for one in bare)


def _surge(corpus: Corpus, playbook: Playbook) -> frozenset[str]:
    """The norms of a playbook that are there."""
    return frozenset(one.id for one in corpus.some(Norm, playbook.surge))


def _replacing(corpus: Corpus, norms: tuple[Norm, ...], asked: dict[str, Norm]) -> Iterator[Kept]:
    """Norms for emergencies in the place of one that asks for a check."""
    for norm in norms:
        for at, name in enumerate(norm.surge.replaces if norm.surge else ()):
            before = corpus.one(Norm, name)
            if before is not None and before.id in asked:
                keeps = suffices(norm.identity, before.identity)
                yield Kept(norm, ("surge", "replaces", at), None if keeps else before)


def _weaker(corpus: Corpus, bare: list[Playbook], weakest: Norm) -> Iterator[Kept]:
    """Norms of playbooks without a check that ask, in so many words, for less than any day."""
    names = dict.fromkeys(name for one in bare for name in one.surge)
    for norm in corpus.some(Norm, tuple(names)):
        if norm.identity is not None:
            yield Kept(norm, ("identity",), weakest)


def _asks(norm: Norm) -> bool:
    return not suffices(Strength.NONE, norm.identity)


def _keeps(corpus: Corpus, norm: Norm, asked: dict[str, Norm], weakest: Norm) -> bool:
    """Whether a norm for emergencies asks for a check itself, or lets one stand."""
    upheld = corpus.some(Norm, norm.surge.upholds) if norm.surge else ()
    if any(one.id in asked for one in upheld):
        return True
    return norm.identity is not None and suffices(norm.identity, weakest.identity)
