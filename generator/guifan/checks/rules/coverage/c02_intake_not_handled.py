"""C02: what a channel takes in without a post there, a way to handle it, or a time limit."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Listed, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.channel import Channel, Intake
from guifan.language.kinds.role import Role
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.proof.intake import REQUESTS, SOURCES, Handling, applies, binds, handling, limits

COMPLAINT = "complaint"
"""The member of the requests that nobody who serves customers may turn away."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at what comes in on every channel, then at what is passed on to us from outside."""
    taken = {intake.what for channel in corpus.of(Channel) for intake in channel.intake}
    for name in (REQUESTS, SOURCES):
        taxonomy = corpus.one(Taxonomy, name)
        for at, member in enumerate(taxonomy.members if taxonomy else ()):
            if taxonomy and (name == SOURCES or member.id in taken):
                yield _member(corpus, taxonomy, at, member)
    yield from _taken_in(corpus)
    members = corpus.members(REQUESTS)
    for channel in corpus.of(Channel) if COMPLAINT in members else ():
        is_known = all(intake.what in members for intake in channel.intake)
        if channel.staffed_by and channel.intake and is_known:
            yield _refused(channel, members[COMPLAINT])


def _refused(channel: Channel, complaint: TaxonomyMember) -> Match | None:
    """Complaints are taken in wherever people take things in, or it says where else they go."""
    said = (complaint.title, f"{REQUESTS}.{COMPLAINT}")
    is_said = any(word in line for line in channel.cannot for word in said)
    if is_said or any(intake.what == COMPLAINT for intake in channel.intake):
        return None
    facts = {"channel": channel.title, "what": complaint.title}
    taken = tuple(Place(channel.id, ("intake", at, "what")) for at in range(len(channel.intake)))
    return Match(Place(channel.id, ("intake",), key=True), "refused", facts, taken)


def _member(corpus: Corpus, taxonomy: Taxonomy, at: int, member: TaxonomyMember) -> Match | None:
    """A member that nothing handles, or nothing that has a time limit."""
    ways = handling(corpus, member)
    place = Place(taxonomy.id, ("members", at, "title"))
    facts: dict[str, object] = {"class": taxonomy.title, "what": member.title}
    if not ways:
        is_unknown = any(corpus.get(name) is None for name in member.handled_by)
        return None if is_unknown else Match(place, "unhandled", facts)
    if _has_limit(corpus, ways):
        return None
    facts["ways"] = _titles(ways)
    related = tuple(Place(one.id, ("id",)) for one in ways)
    return Match(Place(taxonomy.id, ("members", at, "handled_by")), "open", facts, related)


def _has_limit(corpus: Corpus, ways: tuple[Handling, ...]) -> bool:
    return any(True for one in ways for _ in limits(corpus, one))


def _taken_in(corpus: Corpus) -> Iterator[Match | None]:
    """What is wrong with what comes in, the same fault of several channels once."""
    members = corpus.members(REQUESTS)
    faults: dict[tuple[str, ...], list[Match]] = {}
    for channel in corpus.of(Channel):
        missed = dict(_missed(corpus, channel))
        yield from missed.values()
        for at, intake in enumerate(channel.intake):
            member = members.get(intake.what)
            if intake.by in missed:
                continue
            found = _post(corpus, channel, at, intake)
            if found is None and member is not None:
                found = _on_channel(corpus, channel, at, intake, member)
            if found is None or found.key == "post":
                yield found
            else:
                same = (found.key, intake.what, str(found.arguments["ways"]))
                faults.setdefault(same, []).append(found)
    for first, *others in faults.values():
        facts = {name: _all(name, (first, *others)) for name in ("channel", "post")}
        related = (*first.related, *(one.place for one in others))
        yield replace(first, arguments={**first.arguments, **facts}, related=related)


def _all(name: str, found: Iterable[Match]) -> Listed:
    """What several findings say in one place of the sentence, each once."""
    return listed(dict.fromkeys(str(one.arguments[name]) for one in found))


def _missed(corpus: Corpus, channel: Channel) -> Iterator[tuple[str, Match]]:
    """The posts that take in several things and are not among those who serve there.

    It is their own list that lacks them: each is told of once, there.
    """
    for name, count in Counter(intake.by for intake in channel.intake).items():
        found = [
            one
            for at, intake in enumerate(channel.intake)
            if intake.by == name and (one := _post(corpus, channel, at, intake))
        ]
        if len(found) > 1:
            facts = {**found[0].arguments, "count": count}
            place = Place(channel.id, ("staffed_by",))
            yield name, Match(place, "posts", facts, tuple(one.place for one in found))


def _post(corpus: Corpus, channel: Channel, at: int, intake: Intake) -> Match | None:
    """A post that takes something in and is not among those who serve there."""
    post = corpus.one(Role, intake.by)
    if post is None or not channel.staffed_by or intake.by in channel.staffed_by:
        return None
    facts = {"channel": channel.title, "post": post.title}
    related = (Place(channel.id, ("staffed_by",)),)
    return Match(Place(channel.id, ("intake", at, "by")), "post", facts, related)


def _on_channel(
    corpus: Corpus, channel: Channel, at: int, intake: Intake, member: TaxonomyMember
) -> Match | None:
    """Something taken in that nothing handles there, or nothing that has a time limit there."""
    ways = handling(corpus, member)
    here = tuple(one for one in ways if applies(one, channel, intake))
    if not _has_limit(corpus, ways):
        return None
    if any(binds(limit, channel) for one in here for limit in limits(corpus, one)):
        return None
    post = corpus.one(Role, intake.by)
    facts = {
        "channel": channel.title,
        "what": member.title,
        "post": post.title if post else intake.by,
        "ways": _titles(here or ways),
    }
    related = tuple(Place(one.id, ("id",)) for one in here or ways)
    key = "no-limit" if here else "nothing-here"
    return Match(Place(channel.id, ("intake", at, "what")), key, facts, related)


def _titles(ways: tuple[Handling, ...]) -> Listed:
    return listed(f"“{one.title}”" for one in ways)


_CHANNEL = """\
--- standards/channels.yaml
kind: channel
id: shop
title: 营业厅
medium: in-person
reach: 到店
hours: 每天 09:00–18:00
intake:
  - id: complaint
    what: complaint
{carets}    by: hotline-agent
identity: document
staffed_by: [hotline-agent]
--- standards/requests.yaml
kind: taxonomy
id: request-type
title: 来访事项
members:
  - {{id: complaint, title: 投诉, handled_by: [complaint-handling]}}
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
promise: complaint-answer
channels: [{channels}]
steps:
  - id: answer
    title: 答复客户
    do: 查清以后把结果告诉客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
--- standards/hotline.yaml
kind: channel
id: hotline
title: 客服热线
medium: voice
reach: 拨打 10100
hours: 每天 09:00–18:00
intake:
  - {{id: complaint, what: complaint, by: hotline-agent}}
identity: password
staffed_by: [hotline-agent]
backup: shop
"""

RULE = Rule(
    code="C02",
    name="intake-not-handled",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "渠道写明受理一类事项，却没有那里的岗位来接、没有条目说怎样办，或者没有时限；或者有人"
            "服务，却不受理投诉。"
        ),
        en=(
            "A channel that takes in a matter without a post there to receive it, anything that "
            "says how it is handled, or a time limit; or a staffed channel that takes in no "
            "complaints."
        ),
    ),
    why=Wording(
        zh=(
            "收了客户的事，就要有人接、有办法办、有日子答复；缺一样，这件事就停在受理的那个人手里。"
        ),
        en=(
            "Once something has been taken in from a customer, somebody has to receive it, "
            "somebody has to know how to handle it, and there has to be a date for the answer. If "
            "one is missing, the matter stops with whoever wrote it down."
        ),
    ),
    messages={
        "unhandled": Wording(
            zh=(
                "“{class}”的“{what}”要受理，却没有写按哪个流程或条款办。请在“办理依据”（handled_by"
                "）里写上。"
            ),
            en=(
                "“{what}” of “{class}” is taken in, but no procedure or norm says how to handle "
                "it. Name one under “handled_by”."
            ),
        ),
        "open": Wording(
            zh="“{class}”的“{what}”按{ways}办，而那里没有一条时限。请写明多久答复。",
            en=(
                "“{what}” of “{class}” is handled by {ways}, which {ways:sets|set} no time limit. "
                "Say by when the customer is answered."
            ),
        ),
        "refused": Wording(
            zh=(
                "{channel}有人服务，却不受理{what}：客户在哪里提出，都要受理。请在“受理事项”（"
                "intake）里补上；确实受理不了的，在“不能办什么”（cannot）里写明去哪里提出。"
            ),
            en=(
                "{channel} is staffed but does not take in “{what}”, which must be accepted "
                "wherever a customer raises it. Add it to “intake”; if that is impossible, say "
                "under “cannot” where to go."
            ),
        ),
        "posts": Wording(
            zh=(
                "{channel}有 {count} 项由{post}受理，而服务岗位里没有它。请把它加进服务岗位，或者改"
                "各项的受理岗。"
            ),
            en=(
                "{post} is to take in {count} matters on {channel} but is not among the posts that "
                "serve there. Add it to them, or name another post for each."
            ),
        ),
        "post": Wording(
            zh=(
                "{channel}的受理岗是{post}，而它不在{channel}的服务岗位里。请改受理岗，或者把它加"
                "进服务岗位。"
            ),
            en=(
                "{post} is to take matters in on {channel} but is not among the posts that serve "
                "there. Name another post, or add this one."
            ),
        ),
        "nothing-here": Wording(
            zh=(
                "{channel}由{post}受理“{what}”，而{ways}不适用于这个渠道或不约束这个岗位。请把渠道"
                "、岗位补进去，或者写明在这里按哪一条办。"
            ),
            en=(
                "{post} {post:takes|take} in “{what}” on {channel}, but {ways} {ways:does|do} not "
                "apply there or {ways:does|do} not bind {post:that post|those posts}. Add what is "
                "missing to {ways:it|them}, or say what applies here instead."
            ),
        ),
        "no-limit": Wording(
            zh=(
                "{channel}由{post}受理“{what}”，按{ways}办，而在这个渠道没有一条时限管它。请写明多"
                "久答复。"
            ),
            en=(
                "{post} {post:takes|take} in “{what}” on {channel} and {post:handles|handle} it by "
                "{ways}, but no time limit applies there. Say by when the customer is answered."
            ),
        ),
    },
    bad=Example(_CHANNEL.format(carets="          ^^^^^^^^^\n", channels="hotline")),
    mended=Example(_CHANNEL.format(carets="", channels="hotline, shop")),
    check=check,
    absences=frozenset({"unhandled", "open", "nothing-here", "no-limit"}),
)
