"""E04: a first hour in which nothing is done, or in which people are told nothing in time."""

from collections.abc import Iterator
from dataclasses import replace

from guifan.checks.rules.emergency.sample import (
    FIRST_HOUR,
    LISTED,
    MESSAGES,
    PLAYBOOK,
    TELLING,
    TEMPLATES,
)
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.limit import Bound, Limit
from guifan.language.kinds.message import Addressee, Message
from guifan.language.kinds.playbook import Playbook
from guifan.language.nodes import Path
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import overdue
from guifan.proof.emergencies import (
    ENGLISH,
    FIRST,
    HOUR,
    Sent,
    actions,
    in_first_hour,
    seconds,
    sent,
)
from guifan.proof.limits.bounds import carried, lasting
from guifan.proof.told import how_much
from guifan.temporal.duration import Duration
from guifan.temporal.measure import comparable

_TOLD = (Addressee.CUSTOMER, Addressee.FRONTLINE)
"""Who is told within the first hour, whatever happens."""


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Look at the actions of every playbook by the clock, then at who is told first and when."""
    late: dict[str, list[Match]] = {}
    for playbook in corpus.of(Playbook):
        if not playbook.first_hour:
            place = Place(playbook.id, ("first_hour",), key=True)
            yield Match(place, "empty", {"title": playbook.title})
            continue
        for path, action in actions(playbook):
            yield _misplaced(playbook, path, action.at, action.do)
        untold: list[Match] = []
        for audience in _TOLD:
            for match in _told(corpus, clocks, playbook, audience):
                if match is not None and match.key == "late":
                    late.setdefault(match.related[0].item, []).append(match)
                elif match is not None and match.key == "untold":
                    untold.append(match)
                else:
                    yield match
        if untold:
            yield _untold(untold)
    for matches in late.values():
        yield _leading(matches)


def _untold(found: list[Match]) -> Match:
    """Nobody is told, or one audience is not: one finding of a playbook."""
    audiences = (one.arguments["audience"] for one in found)
    facts = {
        **found[0].arguments,
        "audience": listed(one for one in audiences if isinstance(one, Wording)),
        "message": listed(f"“{one.arguments['message']}”" for one in found),
    }
    related = tuple(place for one in found for place in one.related)
    return replace(found[0], arguments=facts, related=related)


def _leading(late: list[Match]) -> Match:
    """What several playbooks are late for is wrong with their common limit, and told there."""
    if len(late) == 1:
        return late[0]
    facts = {**late[0].arguments, "playbooks": len(late)}
    places = tuple(one.place for one in late)
    return Match(late[0].related[0], "many-late", facts, places)


def _misplaced(playbook: Playbook, path: Path, at: Duration | None, do: str) -> Match | None:
    """An action of the first hour comes within it, and a later one after it."""
    if at is None or in_first_hour(at) == (path[0] == "first_hour"):
        return None
    facts = {"title": playbook.title, "action": do, "at": how_much(at)}
    key = "after-hour" if path[0] == "first_hour" else "within-hour"
    return Match(Place(playbook.id, (*path, "at")), key, facts)


def _told(
    corpus: Corpus, clocks: Clocks | None, playbook: Playbook, audience: Addressee
) -> Iterator[Match | None]:
    """Who has a first message in the playbook is sent it in time."""
    listed = [
        (at, message)
        for at, name in enumerate(playbook.messages)
        if (message := corpus.one(Message, name)) and _is_first(message, audience)
    ]
    going = [one for one in sent(corpus, playbook) if _is_first(one.message, audience)]
    if not listed and not going:
        return
    facts: dict[str, object] = {
        "title": playbook.title,
        "audience": Wording(zh=audience.label, en=ENGLISH[audience]),
    }
    if not going and any(corpus.one(Message, name) is None for name in _named(playbook)):
        return  # R01 says that there is no such message; it may have been this one
    if not going:
        place = Place(playbook.id, ("first_hour",), key=True)
        at, message = listed[0]
        related = (Place(playbook.id, ("messages", at)),)
        yield Match(place, "untold", {**facts, "message": message.title}, related)
        return
    earliest = min(going, key=lambda one: _by_clock(one.action.at))
    if earliest.path[0] == "first_hour" and not in_first_hour(earliest.action.at):
        return  # it is told already that this is no action of the first hour
    facts |= {"message": earliest.message.title}
    if earliest.path[0] == "later" and not in_first_hour(earliest.action.at):
        place = Place(playbook.id, (*earliest.path, "message"))
        yield Match(place, "told-late", facts)
        return
    yield _after_limit(corpus, clocks, playbook, earliest, facts)


def _named(playbook: Playbook) -> Iterator[str]:
    """The messages that its actions name."""
    return (action.message for _, action in actions(playbook) if action.message)


def _is_first(message: Message, audience: Addressee) -> bool:
    return message.to is audience and message.stage == FIRST


def _by_clock(at: Duration | None) -> int:
    after = seconds(at)
    return 24 * HOUR * 365 if after is None else after


def _after_limit(
    corpus: Corpus,
    clocks: Clocks | None,
    playbook: Playbook,
    one: Sent,
    facts: dict[str, object],
) -> Match | None:
    """When it goes out after the limit by which the message has to be sent."""
    limit, at = corpus.one(Limit, one.message.due), one.action.at
    if limit is None or limit.within is None or limit.bound is not Bound.AT_MOST or at is None:
        return None
    if playbook.from_ is None or limit.from_ != playbook.from_:
        return None
    if not _exceeds(clocks, at, limit):
        return None
    facts = {**facts, "at": how_much(at), "limit": limit.title, "within": how_much(limit.within)}
    related = (Place(limit.id, ("within",)), Place(one.message.id, ("due",)))
    return Match(Place(playbook.id, (*one.path, "at")), "late", facts, related)


def _exceeds(clocks: Clocks | None, at: Duration, limit: Limit) -> bool:
    """Whether, from some start, the one ends after the other."""
    assert limit.within is not None
    if comparable(at, limit.within):
        return at > limit.within
    if clocks is None:
        return False
    mine, its = carried(clocks, at, None), lasting(clocks, limit)
    return mine is not None and its is not None and bool(overdue(mine, its, clocks.horizon))


_LIMIT = """\
--- standards/told.yaml
kind: event
items:
  - id: outage-found
    title: 发现断网
    happens: 第一个人报告断网的时刻
    evidence: 应急日志「发现时间」
  - id: customers-told
    title: 告知客户
    happens: 公告发出的时刻
    evidence: 公告的发布时间
--- standards/limit.yaml
kind: limit
id: first-notice
title: 首次告知
within: 30 分钟
from: outage-found
to: customers-told
"""


def _example(at: str) -> Example:
    text = PLAYBOOK.replace(
        "about: 一片地区的客户断网", "about: 一片地区的客户断网\nfrom: outage-found"
    )
    text = text.replace(FIRST_HOUR, FIRST_HOUR + TELLING.replace("at: 30 分钟", f"at: {at}", 1))
    customers = "to: customer\n    stage: first\n"
    templates = TEMPLATES.replace(customers, f"{customers}    due: first-notice\n")
    return Example(_LIMIT + templates + text.replace(MESSAGES, LISTED))


RULE = Rule(
    code="E04",
    name="told-too-late",
    severity=Severity.ERROR,
    finds=Wording(
        zh="第一小时没有动作，动作排到了一小时以后，或者客户、一线在时限以内没有得到告知。",
        en=(
            "A first hour with no actions, actions placed after that hour, or customers or staff "
            "told later than the limit allows."
        ),
    ),
    why=Wording(
        zh="头一个小时客户从别处先听说，一线没有话可答，后面再怎么补都是在解释为什么说得晚。",
        en=(
            "If customers hear it elsewhere first and staff have nothing to tell them, everything "
            "said afterwards only explains why it came so late."
        ),
    ),
    messages={
        "empty": Wording(
            zh="“{title}”的第一小时一个动作也没有。请写明立即做什么、谁负责。",
            en=(
                "The first hour of “{title}” has no action at all. Say what to do at once, and who "
                "is responsible."
            ),
        ),
        "after-hour": Wording(
            zh=(
                "“{title}”的“{action}”写在第一小时里，却到 {at}才做。请提前，或者移到“一小时以后”"
                "（later）。"
            ),
            en=(
                "“{action}” of “{title}” is listed in the first hour but only due at {at}. Bring "
                "it forward, or move it to “later”."
            ),
        ),
        "within-hour": Wording(
            zh=(
                "“{title}”的“{action}”最迟 {at}做，却写在一小时以后。请移到“第一小时”（"
                "first_hour）。"
            ),
            en=(
                "“{action}” of “{title}” is due at {at} but listed after the first hour. Move it "
                "to “first_hour”."
            ),
        ),
        "untold": Wording(
            zh=(
                "“{title}”备了给{audience}的{message}，第一小时却没有一个动作把它发出去。"
                "请加一个动作，写明几分钟、谁发。"
            ),
            en=(
                "“{title}” has {message} ready for {audience}, but no action in the first hour "
                "sends {message:it|them}. Add one, with its minute and who sends it."
            ),
        ),
        "told-late": Wording(
            zh="“{title}”到一小时以后才把“{message}”发给{audience}。请把它排进第一小时。",
            en=(
                "“{title}” sends “{message}” to {audience} only after the first hour. Move that "
                "into the first hour."
            ),
        ),
        "many-late": Wording(
            zh=(
                "“{limit}”只给 {within}，有 {playbooks} 处预案晚于它：例如“{title}”到 {at}"
                "才把“{message}”发给{audience}。请放长时限，或者把各份预案的动作提前。"
            ),
            en=(
                "“{limit}” allows only {within}, but {playbooks} {playbooks:playbook is|playbooks "
                "are} later: “{title}”, for example, sends “{message}” to {audience} at {at}. "
                "Allow more time, or bring the actions forward."
            ),
        ),
        "late": Wording(
            zh=(
                "“{title}”到 {at}才把“{message}”发给{audience}，“{limit}”只给 {within}。"
                "请把动作提前到时限以内。"
            ),
            en=(
                "“{title}” sends “{message}” to {audience} at {at}, but “{limit}” allows only "
                "{within}. Bring the action forward to within the limit."
            ),
        ),
    },
    bad=_example("45 分钟\n        ^^^^^"),
    mended=_example("30 分钟"),
    check=check,
)
