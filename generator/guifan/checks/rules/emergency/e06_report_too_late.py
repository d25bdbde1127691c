"""E06: a report that comes after the clock of its own instrument, or that nobody can make."""

from collections.abc import Iterator
from dataclasses import replace

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.regulation import Verification
from guifan.language.kinds.role import Role
from guifan.language.nodes import Path
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.reports import Clock, Reported, reported
from guifan.proof.people.awaited import unattended
from guifan.proof.people.cover import ALWAYS, Cover
from guifan.proof.told import how_much, in_week, weekly, when


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Hold every report of a playbook against the instrument that asks for it."""
    cover = Cover(corpus)
    asked = unattended(cover)
    started: dict[str, Match] = {}
    for one in reported(corpus):
        match = next(_against_the_law(one, clocks), None) or _unmade(cover, asked, one)
        if match is not None and match.key == "other-start":
            first = started.setdefault(one.playbook.id, match)
            if first is not match:
                more = (*first.related, *match.related)
                started[one.playbook.id] = replace(first, related=more)
            continue
        yield match
        for at in one.slower_drafts() if match is None else ():
            yield _slower(one, at)
    yield from started.values()


def _against_the_law(one: Reported, clocks: Clocks | None) -> Iterator[Match]:
    """Its instrument, the event its clock starts from, and its time; the first that is wrong."""
    clock, instruments = one.clock, one.instruments
    if one.report.floor and clock is None:
        if one.corpus.resolve(one.report.floor):
            yield _match(one, "no-clock", "floor", {})
        return
    if clock is None:
        unkept = one.unkept()
        if unkept:
            yield _match(one, "unnamed", "within", _law(unkept), _floor(unkept), _warns(unkept))
        return
    if instruments and clock.regulation not in instruments:
        names = listed(Wording(zh=f"《{one.short}》", en=one.short) for one in instruments)
        own = {"own": names}
        places = (_at(one, "what"), *_floor(clock))
        yield _match(one, "other-instrument", "floor", {**_law(clock), **own}, places)
        return
    if clock.floor.from_ and one.playbook.from_ and clock.floor.from_ != one.playbook.from_:
        events = {"own": _event(one, one.playbook.from_), "event": _event(one, clock.floor.from_)}
        facts = {**_facts(one), **_law(clock), **events}
        places = (_at(one, "floor"), *_floor(clock))
        yield Match(Place(one.playbook.id, ("from",)), "other-start", facts, places)
        return
    late = one.late(clocks) if clocks else None
    if late and clocks:
        facts = {"start": when(late.start), "end": when(late.end), "due": when(late.other)}
        warns = _warns(clock) or clocks.horizon.is_provisional(late.start.day)
        yield _match(one, "late", "within", {**_law(clock), **facts}, _floor(clock), warns)


def _unmade(cover: Cover, asked: frozenset[str], one: Reported) -> Match | None:
    """A report by a post that nobody reaches at some hour; that of an action is C05's to tell."""
    gap = ALWAYS - cover.reached(one.report.by)
    if not cover.rotas or not gap or one.report.by in asked:
        return None
    post = cover.corpus.one(Role, one.report.by)
    facts = {
        "post": post.title if post else one.report.by,
        "gap": weekly(gap),
        "when": in_week(gap.first),
    }
    return _match(one, "unmade", "by", facts)


def _slower(one: Reported, at: int) -> Match:
    action = one.playbook.first_hour[at]
    assert action.at is not None
    facts = {**_facts(one), "action": action.do, "at": how_much(action.at)}
    path: Path = ("first_hour", at, "at")
    return Match(Place(one.playbook.id, path), "draft", facts, (_at(one, "within"),))


def _match(
    one: Reported,
    key: str,
    field: str,
    facts: dict[str, object],
    related: tuple[Place, ...] = (),
    warns: bool = False,
) -> Match:
    return Match(_at(one, field), key, {**_facts(one), **facts}, related, warns=warns)


def _at(one: Reported, field: str) -> Place:
    return Place(one.playbook.id, ("reports", one.at, field))


def _facts(one: Reported) -> dict[str, object]:
    return {
        "title": one.playbook.title,
        "to": one.report.to,
        "within": how_much(one.report.within),
    }


def _law(clock: Clock) -> dict[str, object]:
    return {
        "law": clock.regulation.short,
        "floor": clock.floor.title,
        "value": how_much(clock.value),
    }


def _floor(clock: Clock) -> tuple[Place, ...]:
    at = clock.regulation.floors.index(clock.floor)
    return (Place(clock.regulation.id, ("floors", at, "value")),)


def _warns(clock: Clock) -> bool:
    return clock.floor.verification is Verification.MEM


def _event(one: Reported, name: str) -> str:
    item = one.corpus.get(name)
    return item.title if item else name


_LAW = """\
--- standards/regulation.yaml
kind: regulation
id: outage-rules
title: 网络运行监督办法
short: 网络运行监督办法
issuer: 主管部门
about: 通信中断多久报告
editions:
  - {id: first, title: 公布, effective: 2010-01-01}
articles:
  - {id: article-8, number: 第八条, edition: first, says: 四小时内报告, verification: V1}
floors:
  - id: oral-4h
    title: 口头报告
    article: article-8
    measure: maximum
    value: 4 小时
    from: emergency-found
    starts: instant
    verification: V1
--- standards/found.yaml
kind: event
id: emergency-found
title: 突发事件发现
happens: 第一个人看到现象的时刻
evidence: 值班日志首行
--- standards/taxonomies.yaml
kind: taxonomy
items:
  - id: event-class
    title: 突发事件分类
    members:
      - {id: accident, title: 事故灾难}
  - id: event-grade
    title: 突发事件分级
    members:
      - {id: major, title: 重大}
  - id: response-level
    title: 响应级别
    members:
      - {id: level-2, title: 二级响应}
  - id: reportable-event
    title: 报告事项
    members:
      - {id: outage, title: 通信中断, handled_by: [outage-rules]}
--- standards/outage.yaml
kind: playbook
id: outage
title: 通信中断
event_class: accident
about: 一片地区的客户同时打不通电话
from: emergency-found
contacts:
  - {id: leader, role: hotline-agent, backup: shift-leader, wait: 5 分钟, tells: 报地区和户数}
signs: [{id: dark, sees: 全市断网, grade: major}]
responses:
  - grade: major
    level: level-2
    declared_by: shift-leader
    commander: shift-leader
    gathers: 在指挥席集合
deputies: [hotline-agent]
first_hour:
  - {id: declare, do: 宣布响应, accountable: shift-leader}
comfort: [先说已经在修]
"""

_REST = """\
    by: shift-leader
    floor: outage-rules.oral-4h
messages: []
stand_down: [全部恢复]
reopen: 再次中断
after_action: 【after-action-due】内复盘
last_review: 2026-01-01
drilled: 2026-05-01
"""

_REPORTS = """\
reports:
  - id: authority
    what: outage
    to: 电信主管部门
    when: 达到重大
"""

RULE = Rule(
    code="E06",
    name="report-too-late",
    severity=Severity.ERROR,
    finds=Wording(
        zh="预案里的法定报告比它自己那部法规要求的晚，引错了法规，或者有的时刻没有人报。",
        en=(
            "A statutory report in a playbook that comes later than its own law allows, cites the "
            "wrong law, or at some hours has nobody to make it."
        ),
    ),
    why=Wording(
        zh=(
            "网络攻击、通信中断、资料泄露各有各的报告时钟，从发现那一刻就开始走，不等查实。"
            "迟报、漏报要追责，报错了对象等于没有报。"
        ),
        en=(
            "Cyber attacks, outages and data leaks each have their own reporting clock, which "
            "starts at discovery and does not wait for confirmation. Late or missing reports are "
            "penalised, and a report to the wrong authority counts as none."
        ),
    ),
    messages={
        "late": Wording(
            zh=(
                "“{title}”要在发现后 {within}内报{to}，《{law}》的“{floor}”只给 {value}：{start} "
                "发现的，{end} 才报，法定最迟是 {due}。请缩短到 {value}以内。"
            ),
            en=(
                "“{title}” reports to {to} within {within} of discovery, but “{floor}” of {law} "
                "allows only {value}: what is discovered on {start} is reported on {end}, but is "
                "due on {due}. Shorten it to {value} or less."
            ),
        ),
        "unnamed": Wording(
            zh=(
                "“{title}”报{to}的时限是 {within}，没有写依据哪条法定底线，"
                "而《{law}》的“{floor}”只给 {value}。请写明底线，并守住它。"
            ),
            en=(
                "“{title}” reports to {to} within {within} and cites no legal floor, but “{floor}” "
                "of {law} allows only {value}. Name the floor, and keep to it."
            ),
        ),
        "other-instrument": Wording(
            zh=(
                "“{title}”报{to}（{within}）引的是《{law}》的“{floor}”（{value}），而这种事要按"
                "{own}报告：各种事的时钟不同。请引它自己的法规。"
            ),
            en=(
                "“{title}” reports to {to} ({within}) under “{floor}” ({value}) of {law}, but this "
                "kind of event is reported under {own}: each kind has its own clock. Cite the law "
                "that covers it."
            ),
        ),
        "other-start": Wording(
            zh=(
                "“{title}”报{to}（{within}）从“{own}”起算，《{law}》的“{floor}”（{value}）"
                "从“{event}”起算。报告的时钟从发现起走，不等确认。请统一起点。"
            ),
            en=(
                "“{title}” reports to {to} ({within}) counting from “{own}”, but “{floor}” "
                "({value}) of {law} counts from “{event}”. The clock of a report starts at "
                "discovery and does not wait for confirmation. Let both start together."
            ),
        ),
        "no-clock": Wording(
            zh=(
                "“{title}”报{to}（{within}）引的底线不是最长时间，不能用来限定报告。请换成报告时"
                "限的底线。"
            ),
            en=(
                "“{title}” reports to {to} ({within}) under a floor that is not a maximum time, so "
                "it cannot limit a report. Name the floor that says by when to report."
            ),
        ),
        "unmade": Wording(
            zh=(
                "“{title}”要{post}在发现后 {within}内报{to}，可是有时这个岗位和它的替补都不在岗、"
                "也不听班：例如{when}。请给它排听班，或者改由全天在岗的岗位报。没有人的时间："
                "{gap}。"
            ),
            en=(
                "“{title}” has {post} report to {to} within {within} of discovery, but at times "
                "neither that post nor a deputy is at work or on call: on {when}, for example. Put "
                "it on call, or give the report to a post that is always there. Nobody is there: "
                "{gap}."
            ),
        ),
        "draft": Wording(
            zh=(
                "“{title}”要在发现后 {within}内报{to}，同一个岗位给监管部门发消息的“{action}”却到"
                " {at}才做。请把它提前。"
            ),
            en=(
                "“{title}” reports to {to} within {within} of discovery, but the action by which "
                "the same post writes to the authority, “{action}”, comes only at {at}. Bring it "
                "forward."
            ),
        ),
    },
    bad=Example(f"{_LAW}{_REPORTS}    within: 6 小时\n            ^^^^\n{_REST}"),
    mended=Example(f"{_LAW}{_REPORTS}    within: 2 小时\n{_REST}"),
    check=check,
)
