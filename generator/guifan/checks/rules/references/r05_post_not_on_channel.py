"""R05: a step in front of the customer, done by a post that is on none of the channels."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.procedure import Lane, Procedure
from guifan.language.kinds.role import Role


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at who does the frontstage steps of every procedure that names its channels.

    The first step may be done elsewhere: a visit is asked for by telephone.
    """
    for procedure in corpus.of(Procedure):
        channels = corpus.some(Channel, procedure.channels)
        staff = {post for channel in channels for post in _staff(channel)}
        if len(channels) < len(procedure.channels) or not staff:
            continue
        for at, step in enumerate(procedure.steps[1:], start=1):
            does = corpus.one(Role, step.by)
            if step.lane is not Lane.FRONTSTAGE or does is None:
                continue
            facts = {
                "title": procedure.title,
                "step": step.title,
                "post": does.title,
                "channels": "、".join(channel.title for channel in channels),
            }
            place = Place(procedure.id, ("steps", at, "by"))
            related = tuple(Place(channel.id, ("staffed_by",)) for channel in channels)
            is_there = does.id in staff
            yield None if is_there else Match(place, "absent", facts, related)


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
            "A procedure names its channels, and a step in front of the customer is done by a post "
            "that serves on none of them."
        ),
    ),
    why=Wording(
        zh="写在纸上的人不在客户面前：营业厅里的一步写给了总部的岗位，客户只能再跑一趟。",
        en=(
            "Who is on paper is not in front of the customer: a step in a shop given to a post at "
            "head office sends the customer away."
        ),
    ),
    messages={
        "absent": Wording(
            zh=(
                "“{title}”的“{step}”在前台做，经办岗是{post}，而它不在这些渠道服务：{channels}。"
                "请改成这些渠道的岗位，或者把渠道、泳道写对。"
            ),
            en=(
                "“{step}” of “{title}” is done in front of the customer by {post}, who serves on "
                "none of these channels: {channels}. Name a post that does, or mend the channels "
                "or the lane."
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
    good=Example("""\
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
    by: shift-leader
    accountable: shift-leader
"""),
    check=check,
)
