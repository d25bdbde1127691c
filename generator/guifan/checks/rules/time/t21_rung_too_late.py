"""T21: a rung of a ladder that comes when the limit is over, or when nobody is there to be told."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording
from guifan.language.kinds.escalation import Escalation
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.role import Role
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.limits.cramped import is_overrun
from guifan.proof.limits.rungs import Told, told
from guifan.proof.people.awaited import unattended
from guifan.proof.people.cover import ALWAYS, Cover
from guifan.proof.places import counted_by
from guifan.proof.told import how_much, in_week, weekly, when


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Let every rung of a ladder that guards a limit come as late as it may, from every start."""
    if clocks is None:
        return
    yield from _apart(corpus)
    cover = Cover(corpus)
    asked = unattended(cover)
    late: dict[str, list[tuple[Told, Case]]] = {}
    for one in told(corpus, clocks):
        case = one.late(clocks)
        if case is None:
            yield _unheard(cover, asked, one)
        else:
            late.setdefault(one.limit.id, []).append((one, case))
    for each in late.values():
        # That it is the limit that is too short, T03 says with the steps that do not keep it.
        told_by_steps = is_overrun(clocks, corpus, each[0][0].limit)
        yield None if told_by_steps else _late(clocks, each)


def _apart(corpus: Corpus) -> Iterator[Match | None]:
    """Ladders that count from another event than the limit that they guard."""
    for ladder in corpus.of(Escalation):
        limit = corpus.one(Limit, ladder.of)
        own = corpus.one(Event, ladder.from_)
        guarded = corpus.one(Event, limit.from_) if limit is not None else None
        if limit is None or own is None or guarded is None:
            continue
        facts = {
            "title": ladder.title,
            "own": own.title,
            "limit": limit.title,
            "start": guarded.title,
        }
        related = (Place(limit.id, ("from",)),)
        suggestion = Suggestion(guarded.id)
        place = Place(ladder.id, ("from",))
        apart = Match(place, "apart", facts, related, suggestion)
        yield None if own is guarded else apart


def _late(clocks: Clocks, each: list[tuple[Told, Case]]) -> Match:
    """A rung at fault, or the limit where several rungs come when it is over."""
    one, case = min(each, key=lambda pair: clocks.horizon.is_provisional(pair[1].start.day))
    facts = {
        **_facts(one),
        "start": when(case.start),
        "end": when(case.end),
        "due": when(case.other),
    }
    warns = clocks.horizon.is_provisional(case.start.day)
    rungs = tuple(_at(other, "after") for other, _ in each)
    if len(each) == 1:
        related = (_guarded(one), *counted_by(one.limit))
        return Match(rungs[0], "late", facts, (*related, _of(one)), warns=warns)
    facts["count"] = len(each)
    related = (*counted_by(one.limit), *rungs, _of(one))
    return Match(_guarded(one), "several", facts, related, warns=warns)


def _unheard(cover: Cover, asked: frozenset[str], one: Told) -> Match | None:
    """Nobody to be told at some hour; of a post that an emergency misses too C05 tells."""
    post = cover.corpus.one(Role, one.rung.to)
    if post is None:  # R01 says that nobody is known by this name
        return None
    hours = ALWAYS if one.round_the_clock else cover.counted(one.calendar)
    gap = hours - cover.reached(one.rung.to) if hours else hours
    if not cover.rotas or not gap or one.rung.to in asked:
        return None
    facts = {
        **_facts(one),
        "post": post.title,
        "gap": weekly(gap),
        "when": in_week(gap.first),
    }
    return Match(_at(one, "to"), "unheard", facts, (_guarded(one),))


def _facts(one: Told) -> dict[str, object]:
    assert one.limit.within is not None
    assert one.rung.after is not None
    return {
        "title": one.ladder.title,
        "rung": one.rung.title,
        "after": how_much(one.rung.after),
        "limit": one.limit.title,
        "within": how_much(one.limit.within),
    }


def _at(one: Told, field: str) -> Place:
    return Place(one.ladder.id, ("rungs", one.at, field))


def _of(one: Told) -> Place:
    """Where the ladder says which limit it guards."""
    return Place(one.ladder.id, ("of",))


def _guarded(one: Told) -> Place:
    return Place(one.limit.id, ("within",))


_LIMIT = """\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
escalation: complaint-ladder
--- standards/ladder.yaml
kind: escalation
id: complaint-ladder
title: 投诉答复升级
about: 到时间没有答复的投诉
of: complaint-answer
from: complaint-received
calendar: office
rungs:
  - id: warn
    title: 预警
    after: 1 个工作日
    to: hotline-agent
    does: 当日联系客户
    by: 工单系统提醒
  - id: supervise
    title: 督办
"""

_REST = """\
    to: shift-leader
    does: 接手
    by: 电话
"""

RULE = Rule(
    code="T21",
    name="rung-too-late",
    severity=Severity.ERROR,
    finds=Wording(
        zh="升级阶梯的一级来得太晚：它守护的时限已经到了，或者要告诉的人那时不在。",
        en=(
            "A rung of a ladder comes too late: the limit that it guards is over, or the post that "
            "it tells is not there."
        ),
    ),
    why=Wording(
        zh=(
            "督办排在时限之后，等于超时以后才有人知道；半夜报给一个下了班的人，等于没有报。"
            "升级只有赶在时限以前、报到在的人手里才有用。"
        ),
        en=(
            "Supervision after the deadline only learns of the delay, and a call at night to "
            "somebody who went home tells nobody. A ladder helps only if it comes before the "
            "limit, and to somebody who is there."
        ),
    ),
    messages={
        "apart": Wording(
            zh=(
                "“{title}”从“{own}”起算，而它守护的“{limit}”从“{start}”起算：两个钟对不上，到了该升级"
                "的时候，时限可能早已到了。请从同一个事件起算。"
            ),
            en=(
                "“{title}” counts from “{own}”, but “{limit}”, which it guards, counts from "
                "“{start}”: by the time that it tells anybody, the limit may be over. Count both "
                "from one event."
            ),
        ),
        "several": Wording(
            zh=(
                "“{limit}”（{within}）太短：守护它的升级有 {count} 级不早于它。例如“{title}”的"
                "“{rung}”（起点后 {after}），{start} 起算的，{end} 才升到这一级，而时限 {due} 就到"
                "了。请核对这条时限，或者把这几级提前。"
            ),
            en=(
                "{count} rungs of “{title}” come too late, “{rung}” ({after}) among them: for what "
                "starts on {start} it comes {end}, but “{limit}” ({within}), which it guards, is "
                "over {due}. Look whether the limit is too short, or let these rungs come earlier."
            ),
        ),
        "late": Wording(
            zh=(
                "“{title}”的“{rung}”（起点后 {after}）不早于它守护的“{limit}”（{within}）："
                "{start} 起算的，{end} 才升到这一级，而时限 {due} 就到了。请把这一级提前。"
            ),
            en=(
                "“{rung}” of “{title}” ({after} after the start) is not before the limit that it "
                "guards, “{limit}” ({within}): as of {start} it comes on {end}, and the limit ends "
                "on {due}. Bring the rung forward."
            ),
        ),
        "unheard": Wording(
            zh=(
                "“{title}”的“{rung}”（起点后 {after}，守护“{limit}”的 {within}）要告诉{post}，"
                "可是 {gap} 这个岗位和它的替补都不在岗、也不听班：例如{when}。"
                "请给它排班或者听班，或者改报在岗的岗位。"
            ),
            en=(
                "“{rung}” of “{title}” ({after} after the start, for “{limit}” of {within}) tells "
                "{post}, but {gap} neither that post nor a deputy is at work or on call: on "
                "{when}, for example. Put it on a rota or on call, or tell a post that is there."
            ),
        ),
    },
    bad=Example(f"{_LIMIT}    after: 3 个工作日\n           ^^^^^^\n{_REST}"),
    mended=Example(f"{_LIMIT}    after: 2 个工作日\n{_REST}"),
    check=check,
)
