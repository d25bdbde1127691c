"""C05: hours that are promised, and moments at which somebody has to act, with nobody there."""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from guifan.checks.rules.references.r05_post_not_on_channel import fronts
from guifan.corpus.graph import Corpus
from guifan.findings import (
    Example,
    Listed,
    Match,
    Phrase,
    Place,
    Rule,
    Sayable,
    Severity,
    Wording,
    listed,
)
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.role import Role
from guifan.language.kinds.rota import Rota
from guifan.language.quantities import Duration
from guifan.proof.people.awaited import (
    MINUTE,
    Awaited,
    Staffed,
    in_emergencies,
    in_procedures,
    staffed,
)
from guifan.proof.people.cover import ALWAYS, NEVER, Cover, Handover, Times, handovers, times
from guifan.proof.told import how_much, in_week, weekly
from guifan.temporal.duration import Dimension

SHOWN = 4
"""So many of the posts that are there are named."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Lay the rotas over what channels promise and over what playbooks and procedures ask."""
    cover = Cover(corpus)
    unserved: dict[str, Times] = {}
    yield from _kept_elsewhere(corpus)
    gaps: dict[tuple[tuple[str, ...], tuple[Rota, ...]], list[Staffed]] = {}
    for one in staffed(cover):
        if not one.gap:
            yield None
            continue
        for post in one.posts:
            unserved[post] = unserved.get(post, NEVER) | one.missing(post)
        gaps.setdefault((_missing(one), one.rotas), []).append(one)
    for channels in gaps.values():
        yield _unserved(cover, channels)
    for rota in cover.rotas:
        yield from _handed_over(corpus, rota)
    yield from _unattended(cover, unserved)


def _kept_elsewhere(corpus: Corpus) -> Iterator[Match | None]:
    """Channels that name a rota which says of itself that it keeps others.

    That leaves a gap only where nothing else keeps them; but one of the two is wrong anyhow.
    """
    for channel in corpus.of(Channel):
        rota = corpus.one(Rota, channel.rota)
        if rota is None or not corpus.some(Channel, rota.channels):
            continue
        if channel.id in rota.channels:
            yield None
            continue
        kept = listed(f"“{one.title}”" for one in corpus.some(Channel, rota.channels))
        facts = {"title": channel.title, "rota": rota.title, "kept": kept}
        related = (Place(rota.id, ("channels",)),)
        yield Match(Place(channel.id, ("rota",)), "keeps-others", facts, related)


def _missing(one: Staffed) -> tuple[str, ...]:
    """The posts that are not there while a channel is open."""
    return one.posts if one.together else tuple(post for post in one.posts if one.missing(post))


def _unserved(cover: Cover, channels: list[Staffed]) -> Match:
    """Channels that one rota leaves without the same posts.

    One may promise too much; where several do, it is the rota that falls short, and it is told at
    the shift with which the gap ends.
    """
    first, missing = channels[0], _missing(channels[0])
    gap = reduce(or_, (one.gap for one in channels))
    facts = {
        "title": listed(f"“{one.channel.title}”" for one in channels),
        "posts": _named(cover.corpus.some(Role, missing)),
        "gap": weekly(gap),
        "when": in_week(gap.first),
        "others": _others(cover, gap),
    }
    hours = [Place(one.channel.id, ("hours",)) for one in channels]
    shifts = [
        (Place(rota.id, ("shifts", at, "hours")), times(shift.hours))
        for rota in first.rotas
        for at, shift in enumerate(rota.shifts)
        if shift.role in missing
    ]
    ends = {end for _, end in gap.spans}
    shifts.sort(key=lambda pair: ends.isdisjoint(start for start, _ in pair[1].spans))
    places = [place for place, _ in shifts]
    place, *related = [*hours, *places] if len(hours) == 1 else [*places, *hours]
    return Match(place, "unserved", facts, tuple(related))


def _handed_over(corpus: Corpus, rota: Rota) -> Iterator[Match | None]:
    """Where a rota hands over with less time in common than it says itself; each pair once."""
    if rota.overlap.dimension is not Dimension.SECONDS:
        return
    served = [one for one in corpus.of(Channel) if one.rota == rota.id or one.id in rota.channels]
    during = reduce(or_, (times(one.hours) for one in served)) if served else ALWAYS
    told: set[tuple[str, str]] = set()
    for one in handovers(rota, during):
        pair = one.before.id, one.after.id
        if one.overlap * MINUTE >= rota.overlap.magnitude:
            yield None
        elif pair not in told:
            told.add(pair)
            yield _short(rota, one)


def _short(rota: Rota, one: Handover) -> Match:
    facts = {
        "title": rota.title,
        "before": one.before.title,
        "after": one.after.title,
        "when": in_week(one.minute),
        "overlap": one.overlap,
        "asked": how_much(rota.overlap),
    }
    shifts = [shift.id for shift in rota.shifts]
    place, other = (
        Place(rota.id, ("shifts", shifts.index(shift.id), "hours"))
        for shift in (one.after, one.before)
    )
    return Match(place, "hurried", facts, (other, Place(rota.id, ("overlap",))))


def _unattended(cover: Cover, unserved: dict[str, Times]) -> Iterator[Match | None]:
    """Where nobody acts: the first place of each post, with the others that wait for it."""
    faults: dict[tuple[str, ...], list[tuple[Awaited, Times]]] = {}
    # Of a post that serves on other channels R05 says so.
    elsewhere = {
        (procedure.id, ("steps", front.at, "by"))
        for procedure in cover.corpus.of(Procedure)
        for front in fronts(cover.corpus, procedure)
        if not front.is_there
    }
    for one in (*in_emergencies(cover), *in_procedures(cover)):
        gap = one.gap(cover)
        said = (unserved.get(post, NEVER) for post in cover.standing_in(*one.posts))
        if not gap or (one.item, one.path) in elsewhere:
            yield None
        elif gap - reduce(or_, said, NEVER):
            faults.setdefault(one.posts, []).append((one, gap))
    for posts, found in faults.items():
        first, gap = found[0]
        facts = {
            "title": cover.corpus.entries[first.item].item.title,
            "does": first.title.rstrip("。"),
            "post": cover.corpus.some(Role, posts)[0].title,
            "absent": _absent(cover, posts),
            "within": _within(first.within),
            "gap": weekly(gap),
            "when": in_week(gap.first),
            "others": _others(cover, gap),
        }
        places = [Place(one.item, one.path) for one, _ in found]
        places += _shifts(cover, posts)
        yield Match(places[0], "unattended", facts, tuple(places[1:]))


def _shifts(cover: Cover, posts: tuple[str, ...]) -> Iterator[Place]:
    for rota in cover.rotas:
        for at, shift in enumerate(rota.shifts):
            if shift.role in cover.standing_in(*posts):
                yield Place(rota.id, ("shifts", at, "hours"))


_AT_ONCE = Wording(zh="立即", en="at once")
_WITHIN = Wording(zh="在 {within}内", en="within {within}")


def _within(within: Duration | None) -> Sayable:
    return _AT_ONCE if within is None else Phrase(_WITHIN, {"within": how_much(within)})


_NOBODY = Wording(zh="没有任何岗位在岗", en="nobody at all")
_THERE = Wording(zh="在岗的是{named}", en="{named}")
_AMONG_THEM = Wording(
    zh="在岗的是{named}等 {count} 个岗位",
    en="{named} among the {count} {count:post|posts} that are there",
)


def _others(cover: Cover, gap: Times) -> Sayable:
    """Who is at work instead when a gap begins."""
    posts = cover.present(gap.first)
    if not posts:
        return _NOBODY
    facts = {"named": _named(posts[:SHOWN]), "count": len(posts)}
    return Phrase(_THERE if len(posts) <= SHOWN else _AMONG_THEM, facts)


_NO_DEPUTY = Wording(
    zh="{post}不在岗、也不听班，又没有替补",
    en="{post} is neither at work nor on call, and has no deputy",
)
_NOR_DEPUTIES = Wording(
    zh="{post}和替补（{deputies}）都不在岗、也不听班",
    en="neither {post} nor a deputy ({deputies}) is at work or on call",
)


def _absent(cover: Cover, posts: tuple[str, ...]) -> Phrase:
    """Who is missed: a post with everybody who may stand in for it."""
    post, *deputies = cover.corpus.some(Role, cover.standing_in(*posts))
    facts = {"post": post.title, "deputies": _named(tuple(deputies))}
    return Phrase(_NOR_DEPUTIES if deputies else _NO_DEPUTY, facts)


def _named(posts: tuple[Role, ...]) -> Listed:
    return listed(post.title for post in posts)


RULE = Rule(
    code="C05",
    name="nobody-there",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "承诺有人的时间、必须马上有人动手的时刻，排班表上没有人；渠道写的排班表保障的是别的渠道；"
            "或者交接班重叠的时间不够。"
        ),
        en=(
            "Hours for which service is promised, or moments at which somebody must act at once, "
            "with nobody on the rota; a channel whose rota keeps other channels; or too short an "
            "overlap between two shifts."
        ),
    ),
    why=Wording(
        zh=(
            "半夜三点打来的客户、节假日出的事故，不会等到上班。把每周 168 小时逐分钟对过排班表，"
            "法定节假日和调休的日子也对，没有人的时段在它发生以前就看得见。"
        ),
        en=(
            "A call at three in the morning or an outage on a public holiday does not wait for "
            "office hours. All 168 hours of the week are compared with the rotas minute by minute, "
            "holidays and make-up workdays included, so that a gap shows before anybody falls into "
            "it."
        ),
    ),
    messages={
        "unserved": Wording(
            zh=(
                "{title}承诺的服务时间里，{gap} 没有{posts}在岗：例如{when} 来的客户，排班表上"
                "{others}。请补上班次，或者把服务时间改短。"
            ),
            en=(
                "{title} {title:promises|promise} service at hours when nobody is at work as "
                "{posts}: {gap}. A customer who comes on {when}, for example, finds {others}. Add "
                "shifts, or shorten the hours."
            ),
        ),
        "keeps-others": Wording(
            zh=(
                "“{title}”写明由排班表“{rota}”保障，而“{rota}”保障的是{kept}，没有这个渠道。请换成保"
                "障这个渠道的排班表，或者在“{rota}”的“保障渠道”（channels）里补上它。"
            ),
            en=(
                "“{title}” says that the rota “{rota}” keeps it, but “{rota}” keeps {kept} and not "
                "this channel. Name the rota that does, or add the channel to the “channels” of "
                "“{rota}”."
            ),
        ),
        "hurried": Wording(
            zh=(
                "“{title}”写明交接重叠 {asked}，而{when} “{before}”下班时，"
                "“{after}”才到岗 {overlap} 分钟。请把“{after}”提前，或者让“{before}”晚走。"
            ),
            en=(
                "“{title}” requires a handover overlap of {asked}, but when “{before}” ends on "
                "{when}, “{after}” has been there for only {overlap} {overlap:minute|minutes}. "
                "Start “{after}” earlier, or end “{before}” later."
            ),
        ),
        "unattended": Wording(
            zh=(
                "“{title}”要{post}{within}“{does}”，可是有时{absent}：例如{when}，排班表上"
                "{others}。请给它排班或者听班，或者改由在岗的岗位做。没有人的时间：{gap}。"
            ),
            en=(
                "“{title}” has {post} do this {within}: “{does}”. But at times {absent}: on "
                "{when}, for example, those at work are: {others}. Roster the post or put it on "
                "call, or give the task to a post that is there. Nobody is there: {gap}."
            ),
        ),
    },
    bad=Example("""\
--- standards/hotline.yaml
kind: channel
id: hotline
title: 客服热线
medium: voice
reach: 拨打 10100
identity: password
hours: 每天 00:00–24:00
       ^^^^^^^^^^^^^^
intake:
  - {id: complaint, what: complaint, by: hotline-agent}
staffed_by: [hotline-agent]
rota: hotline-rota
--- standards/rota.yaml
kind: rota
id: hotline-rota
title: 热线排班
regime: comprehensive
period: 1 个月
shift_length: shift-length
rest_between: shift-rest
weekly_mean: weekly-hours
consecutive: consecutive-shifts
shifts:
  - id: early
    title: 早班
    hours: 每天 07:45–16:00
    role: hotline-agent
    headcount: 4 人
    rest: 45 分钟
  - id: late
    title: 晚班
    hours: 每天 15:45–24:00
    role: hotline-agent
    headcount: 4 人
    rest: 45 分钟
staff: 14 人
overlap: 15 分钟
channels: [hotline]
--- standards/limits.yaml
kind: limit
items:
  - {id: shift-length, title: 一班最长, value: 10 小时}
  - {id: shift-rest, title: 两班间隔, value: 12 小时, bound: at-least}
  - {id: weekly-hours, title: 周平均工时, value: 40 小时/周}
  - {id: consecutive-shifts, title: 连续上班, value: 6 班}
"""),
    mended=Example("""\
--- standards/hotline.yaml
kind: channel
id: hotline
title: 客服热线
medium: voice
reach: 拨打 10100
identity: password
hours: 每天 08:00–24:00
intake:
  - {id: complaint, what: complaint, by: hotline-agent}
staffed_by: [hotline-agent]
rota: hotline-rota
"""),
    check=check,
    absences=frozenset({"unserved", "unattended"}),
)
