"""How long what has to be read out takes, at the least: about four characters a second.

Slots are left out, as nobody knows how long what fills them is; so are directions in brackets.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count

from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.message import Message
from guifan.language.kinds.procedure import Lane, Procedure, Step
from guifan.proof.procedures.paths import ways
from guifan.temporal.duration import Dimension

A_SECOND = 4
"""Characters that are read out clearly in a second."""

_END = ""
"""Where a procedure is over: the id of no step."""

_NOT_READ = re.compile(r"【[^】]*】|（[^（）]*）|\([^()]*\)")


def characters(corpus: Corpus, message: Message) -> int:
    """How many letters and digits of a message are read out, its references filled in."""
    text = _NOT_READ.sub("", plain_text(corpus, message.says or ""))
    return len(re.findall(r"\w", text))


def obligatory(corpus: Corpus, step: Step, channel: Channel | None = None) -> tuple[Message, ...]:
    """What a step reads out whole; with ``channel``, what it reads out there."""
    return tuple(
        one
        for one in corpus.some(Message, step.say)
        if one.verbatim and (channel is None or not one.channels or channel.id in one.channels)
    )


def reading(corpus: Corpus, messages: tuple[Message, ...]) -> Fraction:
    """The seconds in which messages can be read out."""
    return Fraction(sum(characters(corpus, one) for one in messages), A_SECOND)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact at its shortest.

    Args:
        seconds: how long it takes, by what is read out and waited.
        messages: what is read out.
    """

    seconds: Fraction = Fraction(0)
    messages: tuple[Message, ...] = ()


def shortest_contact(corpus: Corpus, procedure: Procedure, channel: Channel) -> Contact:
    """What a contact takes at the least.

    A contact goes on as long as the steps are the customer's or the front stage's, on the channel;
    of several ways on, the quickest counts.
    """
    steps = {step.id: step for step in procedure.steps}
    onward: dict[str, list[str]] = {name: [] for name in steps}
    for way in ways(procedure):
        onward[way.source].append(way.target)
    order = count()
    reached = [(Fraction(0), next(order), step.id, Contact()) for step in procedure.steps[:1]]
    passed: set[str] = set()
    while reached:
        _, _, name, contact = heappop(reached)
        step = steps.get(name)
        if step is None or not _is_here(procedure, step, channel):
            return contact
        if name in passed:
            continue
        passed.add(name)
        said = obligatory(corpus, step, channel)
        spent = contact.seconds + reading(corpus, said) + _waited(step)
        after = Contact(spent, (*contact.messages, *said))
        ends = not onward[name] or any(one.to is None for one in step.branches)
        for target in (*onward[name], *([_END] if ends else [])):
            heappush(reached, (spent, next(order), target, after))
    return Contact()


def _is_here(procedure: Procedure, step: Step, channel: Channel) -> bool:
    """Whether a step belongs to a contact on a channel."""
    channels = procedure.stands_on(step)
    is_there = not channels or channel.id in channels
    return is_there and step.lane in (Lane.CUSTOMER, Lane.FRONTSTAGE)


def _waited(step: Step) -> Fraction:
    if step.wait is None or step.wait.dimension is not Dimension.SECONDS:
        return Fraction(0)
    return step.wait.magnitude


def procedures_on(corpus: Corpus, channel: Channel) -> Iterator[Procedure]:
    """The procedures that customers begin on a channel."""
    for one in corpus.of(Procedure):
        channels = one.stands_on(one.steps[0]) if one.steps else one.channels
        if not channels or channel.id in channels:
            yield one
