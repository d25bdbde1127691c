"""W08: more to be read out than there is time for, or more written than there is room for."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.channel import Channel, Medium
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.message import Message
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.procedure import Procedure
from guifan.language.quantities import Count
from guifan.language.texts import Plain, segments
from guifan.proof.procedures.readings import obligatory, procedures_on, reading, shortest_contact
from guifan.proof.told import how_much
from guifan.temporal.duration import Dimension, Duration

_TIMED = (Dimension.SECONDS, Dimension.WORKING_SECONDS)


@dataclass(frozen=True, slots=True)
class _Usual:
    """A channel on which customers are spoken to, and how long that should take.

    Args:
        channel: which.
        metric: its handling time.
        target: of that.
    """

    channel: Channel
    metric: Metric
    target: Duration

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the target stands, and that it is the channel's."""
        return Place(self.metric.id, ("target",)), Place(self.channel.id, ("handling",))

    @property
    def facts(self) -> dict[str, object]:
        """What findings say of it."""
        target = how_much(self.target)
        return {"channel": self.channel.title, "metric": self.metric.title, "target": target}


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Hold what is read out to the time of its step, and contacts to the usual handling time.

    A message that is too long by itself is told of there, and in no step that has it read out.
    """
    usual = tuple(_spoken(corpus))
    alone: set[str] = set()
    for message in corpus.of(Message):
        if message.most and message.says:
            yield _written(message, message.most, message.says)
        for match in _alone(corpus, message, usual):
            alone |= {message.id} if match else set()
            yield match
    late: set[str] = set()
    for procedure in corpus.of(Procedure):
        for at in range(len(procedure.steps)):
            for match in _step(corpus, procedure, at, alone):
                late |= {procedure.id} if match else set()
                yield match
    for one in usual:
        for procedure in procedures_on(corpus, one.channel):
            if procedure.id not in late:
                yield _contact(corpus, procedure, one, alone)


def _spoken(corpus: Corpus) -> Iterator[_Usual]:
    for channel in corpus.of(Channel):
        metric = corpus.one(Metric, channel.handling)
        target = metric.target if metric else None
        if metric is None or channel.medium is not Medium.VOICE:
            continue
        if isinstance(target, Duration) and target.dimension in _TIMED:
            yield _Usual(channel, metric, target)


def _written(message: Message, most: Count, says: str) -> Match | None:
    """What is sent fits its own greatest length, however short the slots are filled in."""
    length = sum(len(one.text) for one in segments(says) if isinstance(one, Plain))
    if length <= most.magnitude:
        return None
    facts = {"title": message.title, "length": length, "most": how_much(most)}
    return Match(Place(message.id, ("says",)), "longer", facts, (Place(message.id, ("most",)),))


def _alone(corpus: Corpus, message: Message, usual: tuple[_Usual, ...]) -> Iterator[Match | None]:
    """What is read out whole takes no longer than a whole contact should, on its own channels."""
    if not message.verbatim:
        return
    seconds = reading(corpus, (message,))
    for one in usual:
        if one.channel.id not in message.channels:
            continue
        if seconds <= one.target.magnitude:
            yield None
            continue
        facts = {"title": message.title, "seconds": ceil(seconds), **one.facts}
        place, verbatim = (Place(message.id, (key,)) for key in ("says", "verbatim"))
        yield Match(place, "alone", facts, (verbatim, *one.places))
        return


def _step(corpus: Corpus, procedure: Procedure, at: int, alone: set[str]) -> Iterator[Match | None]:
    step = procedure.steps[at]
    messages = obligatory(corpus, step)
    limit = corpus.one(Limit, step.limit)
    within = limit.within if limit else step.within
    if not messages or within is None or within.dimension not in _TIMED:
        return
    # Messages for different channels are not read out to one customer.
    here = procedure.stands_on(step)
    named = {name for one in messages for name in one.channels if not here or name in here}
    heard = [
        tuple(one for one in messages if not one.channels or name in one.channels)
        for name in sorted(named or {""})
    ]
    longest = max(heard, key=lambda some: reading(corpus, some))
    seconds = reading(corpus, longest)
    if seconds <= within.magnitude:
        yield None
        return
    facts = {
        "title": procedure.title,
        "step": step.title,
        "messages": listed(f"“{one.title}”" for one in longest),
        "seconds": ceil(seconds),
        "within": how_much(within),
    }
    if not alone.isdisjoint(one.id for one in longest):
        return
    field = "limit" if limit else "within"
    place = Place(procedure.id, ("steps", at, field))
    yield Match(place, "step", facts, _read_out(longest))


def _read_out(messages: tuple[Message, ...]) -> tuple[Place, ...]:
    """Where it stands what is read out, and that it is."""
    places = (Place(one.id, (key,)) for one in messages for key in ("says", "verbatim"))
    return tuple(dict.fromkeys(places))


def _contact(corpus: Corpus, procedure: Procedure, one: _Usual, alone: set[str]) -> Match | None:
    contact = shortest_contact(corpus, procedure, one.channel)
    if contact.seconds <= one.target.magnitude:
        return None
    if not alone.isdisjoint(message.id for message in contact.messages):
        return None
    facts = {"title": procedure.title, "seconds": ceil(contact.seconds), **one.facts}
    related = (*one.places, *_read_out(contact.messages))
    return Match(Place(procedure.id, ("steps",), key=True), "contact", facts, related)


RULE = Rule(
    code="W08",
    name="too-much-to-read",
    severity=Severity.WARNING,
    finds=Wording(
        zh=(
            "全文必念的话术按一秒四个字念，念完已经超过这一步的用时，或者超过渠道的平均"
            "处理时长目标；短信等超过它自己的字数上限。"
        ),
        en=(
            "Words that must be read out in full, at four characters a second, take longer than "
            "the step allows or than the channel's target for average handling time; or a text "
            "message is longer than it says it may be."
        ),
    ),
    why=Wording(
        zh=(
            "念不完，员工只好跳着念、念得飞快，客户没有听清就“同意”了；"
            "要么念全了，处理时长不达标。两条总有一条做不到。"
        ),
        en=(
            "If there is no time to finish, staff skip or rush, and the customer “agrees” without "
            "having understood; if they do read it all, they miss the handling time. One of the "
            "two cannot be kept."
        ),
    ),
    messages={
        "longer": Wording(
            zh=(
                "“{title}”最多 {most}，不算要填的空，写好的已经有 {length} 字，发出去会被截断或者"
                "拆成几条。请删短，或者改“字数上限”（most）。"
            ),
            en=(
                "“{title}” may have {most}, but its fixed words alone come to {length}, not "
                "counting the slots: it would be cut off or sent in pieces. Shorten it, or change "
                "“most”."
            ),
        ),
        "alone": Wording(
            zh=(
                "“{title}”必须念完，至少要念 {seconds} 秒，光这一段就超过了{channel}“{metric}”的目"
                "标值 {target}。请精简话术，或者改目标值。"
            ),
            en=(
                "“{title}” has to be read out in full, which takes at least {seconds} seconds: "
                "more by itself than the target of “{metric}” on {channel}, {target}. Shorten the "
                "text, or change the target."
            ),
        ),
        "step": Wording(
            zh=(
                "“{title}”的“{step}”最多用 {within}，而必须念完的{messages}至少要念 {seconds} 秒。"
                "请精简话术，或者放宽这一步。"
            ),
            en=(
                "“{step}” of “{title}” may take {within}, but reading out {messages} in full takes "
                "at least {seconds} {seconds:second|seconds}. Shorten the text, or allow more time "
                "for the step."
            ),
        ),
        "contact": Wording(
            zh=(
                "按“{title}”，在{channel}哪怕走最短的一路，要念的和要等的也有 {seconds} 秒，超过"
                "“{metric}”的目标值 {target}。请精简话术，或者改目标值。"
            ),
            en=(
                "Under “{title}”, even the shortest contact on {channel} takes {seconds} "
                "{seconds:second|seconds} of reading out and waiting, more than the target of "
                "“{metric}”, {target}. Shorten the text, or change the target."
            ),
        ),
    },
    bad=Example("""\
--- standards/message.yaml
kind: message
id: terms-read-out
title: 资费告知
form: script
to: customer
situation: 客户要开通收费业务
says: 这项业务每月收费，先用后付，合约期内提前退订要付违约金，您可以随时查询
verbatim: 是
--- standards/procedure.yaml
kind: procedure
id: subscribe
title: 开通业务
about: 客户要求开通
steps:
  - id: tell
    title: 告知
    do: 念完资费，问客户同意不同意
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    within: 5 秒
            ^^^
    say: [terms-read-out]
"""),
    mended=Example("""\
--- standards/procedure.yaml
kind: procedure
id: subscribe
title: 开通业务
about: 客户要求开通
steps:
  - id: tell
    title: 告知
    do: 念完资费，问客户同意不同意
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    within: 30 秒
    say: [terms-read-out]
"""),
    check=check,
)
