"""R05: a step in front of the customer, done by a post that is on none of the channels."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.channel import Channel, Medium
from guifan.language.kinds.procedure import Lane, Procedure
from guifan.language.kinds.role import Role
from guifan.language.nodes import Path


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at who does the frontstage steps of every procedure that names its channels."""
    for procedure in corpus.of(Procedure):
        looked = fronts(corpus, procedure)
        missing = [front for front in looked if not front.is_there]
        yield from (None for front in looked if front.is_there)
        # Steps without channels of their own are wrong together where the procedure's are wrong.
        shared = [front for front in missing if not procedure.steps[front.at].channels]
        apart = [[front] for front in missing if procedure.steps[front.at].channels]
        for group in (shared, *apart):
            if group:
                yield _match(corpus, procedure, group)


@dataclass(frozen=True, slots=True)
class Front:
    """A frontstage step: which, who does it, and whether that post serves there."""

    at: int
    does: Role
    is_there: bool


def fronts(corpus: Corpus, procedure: Procedure) -> tuple[Front, ...]:
    """The frontstage steps of a procedure whose channels and posts are known.

    The first step, unless it says where it is done, may be done from afar, as a visit is asked for
    by telephone: by any post but one that meets customers in person, and elsewhere only.
    """
    met: set[str] = set()
    afar: set[str] = set()
    for channel in corpus.of(Channel):
        (met if channel.medium is Medium.IN_PERSON else afar).update(_staff(channel))
    found: list[Front] = []
    for at, step in enumerate(procedure.steps):
        does = corpus.one(Role, step.by)
        names = procedure.stands_on(step)
        channels = corpus.some(Channel, names)
        staff = {post for channel in channels for post in _staff(channel)}
        if step.lane is not Lane.FRONTSTAGE or does is None:
            continue
        if len(channels) < len(names) or not staff:
            continue
        from_afar = at == 0 and not step.channels and does.id not in met - afar - staff
        found.append(Front(at, does, does.id in staff or from_afar))
    return tuple(found)


def _match(corpus: Corpus, procedure: Procedure, missing: list[Front]) -> Match:
    """Steps of several that are wrong together: their channels are; a single one: its post is."""
    step = procedure.steps[missing[0].at]
    channels = corpus.some(Channel, procedure.stands_on(step))
    steps = tuple(Place(procedure.id, ("steps", front.at, "by")) for front in missing)
    facts = {
        "title": procedure.title,
        "step": listed(procedure.steps[front.at].title for front in missing),
        "post": listed(dict.fromkeys(front.does.title for front in missing)),
        "channels": listed(channel.title for channel in channels),
    }
    own: Path = ("steps", missing[0].at) if step.channels else ()
    named = Place(procedure.id, (*own, "channels"), key=True)
    staffed = tuple(Place(channel.id, ("staffed_by",)) for channel in channels)
    if len(missing) == 1:
        return Match(steps[0], "absent", facts, (named, *staffed))
    return Match(named, "several", facts, (*steps, *staffed))


def _staff(channel: Channel) -> Iterator[str]:
    """The posts that serve on a channel."""
    yield from channel.staffed_by
    yield from (intake.by for intake in channel.intake)


RULE = Rule(
    code="R05",
    name="post-not-on-channel",
    severity=Severity.ERROR,
    finds=Wording(
        zh="流程写明在哪些渠道办，前台的一步却由不在这些渠道服务的岗位来做。",
        en=(
            "A procedure names its channels, but a frontstage step is done by a post that serves "
            "on none of them."
        ),
    ),
    why=Wording(
        zh="写在纸上的人不在客户面前：营业厅里的一步写给了总部的岗位，客户只能再跑一趟。",
        en=(
            "The person named on paper is not in front of the customer: if a step in a shop is "
            "given to head office, the customer has to make another trip."
        ),
    ),
    messages={
        "several": Wording(
            zh=(
                "“{title}”写的渠道是{channels}，而这些前台步骤的经办岗都不在那里服务：{step}"
                "（{post}）。请把渠道写对，或者改由那里的岗位做。"
            ),
            en=(
                "“{title}” names the channels {channels}, but the posts that do these frontstage "
                "steps serve on none of them: {step} ({post}). Correct the channels, or give the "
                "steps to posts that serve there."
            ),
        ),
        "absent": Wording(
            zh=(
                "“{title}”的“{step}”在前台做，经办岗是{post}，而它不在这些渠道服务：{channels}。"
                "请改成这些渠道的岗位，或者把渠道、泳道写对。"
            ),
            en=(
                "“{step}” of “{title}” is done frontstage by {post}, which serves on none of these "
                "channels: {channels}. Name a post that does, or correct the channels or the lane."
            ),
        ),
    },
    bad=Example("""\
--- standards/shop.yaml
kind: channel
id: shop
title: 营业厅
medium: in-person
reach: 到店
hours: 每天 09:00–18:00
intake:
  - {id: complaint, what: complaint, by: shift-leader}
identity: document
staffed_by: [shift-leader]
--- standards/reception.yaml
kind: procedure
id: shop-reception
title: 到店接待
about: 客户来到营业厅
channels: [shop]
steps:
  - id: ask
    title: 约好到店
    do: 问客户哪天来
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
  - id: greet
    title: 迎候
    do: 问客户来办什么
    lane: frontstage
    by: hotline-agent
        ^^^^^^^^^^^^^
    accountable: shift-leader
"""),
    mended=Example("""\
--- standards/reception.yaml
kind: procedure
id: shop-reception
title: 到店接待
about: 客户来到营业厅
channels: [shop]
steps:
  - id: ask
    title: 约好到店
    do: 问客户哪天来
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
  - id: greet
    title: 迎候
    do: 问客户来办什么
    lane: frontstage
    by: shift-leader
    accountable: shift-leader
"""),
    check=check,
)
