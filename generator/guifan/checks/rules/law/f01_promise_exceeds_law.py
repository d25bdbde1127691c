"""F01: a limit that, at worst, ends after the time that the law allows."""

from collections.abc import Iterator

from guifan.checks.rules.law import against
from guifan.corpus.graph import Corpus
from guifan.findings import (
    Example,
    Match,
    Phrase,
    Place,
    Rule,
    Severity,
    Suggestion,
    Wording,
    always,
)
from guifan.language.kinds.limit import Limit
from guifan.language.nodes import Path
from guifan.language.quantities import say
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.law.floors import Bounded, Matter
from guifan.proof.places import counted_by
from guifan.proof.told import day_of, when
from guifan.temporal.duration import Dimension

_BY_DAYS = (Dimension.DAYS, Dimension.MONTHS, Dimension.WORKING_DAYS)


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Let every limit that a floor binds run as long as it may, from every start.

    One that does not hold for enough cases to keep the floor at all is F04's.
    """
    if clocks is not None:
        yield from against.leading(
            [
                (one, _judge(one, clocks))
                for one in each
                if one.holds_for_enough and not against.is_apart(one, clocks)
            ]
            for each in against.named(corpus, clocks, Matter.TIME)
        )


def _judge(one: Bounded, clocks: Clocks) -> Match | None:
    if one.is_opposed:
        return against.opposed(one)
    comparison = one.compared(clocks)
    if comparison.keeps is None:
        return against.incomparable(one)
    if comparison.keeps:
        return None
    if comparison.case is None:
        return against.looser(one)
    return _match(one, comparison.case, clocks)


def _match(one: Bounded, case: Case, clocks: Clocks) -> Match:
    assert one.limit is not None
    longer = tuple(_longer(one.limit))
    by_days = one.limit.within is not None and one.limit.within.dimension in _BY_DAYS
    facts = {
        **against.facts(one),
        "start": (day_of if by_days else when)(case.start),
        "end": when(case.end),
        "due": against.law_ends(clocks, one.calendar, case.other),
        "days": _days(case) if by_days else Wording(zh="", en=""),
    }
    fits = one.fitting(clocks)
    return Match(
        against.place(one),
        "extended" if longer else "exceeds",
        facts,
        (
            *(Place(one.limit.id, path) for path in longer),
            *counted_by(one.limit),
            against.floor_of(one),
        ),
        Suggestion(say(fits)) if fits else None,
        warns=one.warns or clocks.horizon.is_provisional(case.start.day),
    )


_DAYS = Wording(zh="（历时 {days} 日）", en=" ({days} {days:day|days})")


def _days(case: Case) -> Phrase:
    """How many calendar days it takes; said of what is counted in days."""
    return Phrase(_DAYS, {"days": case.days})


def _longer(limit: Limit) -> Iterator[Path]:
    """What makes a limit longer than it says."""
    if limit.extension is not None:
        yield from (("extension", name) for name in ("add", "times"))
    yield from (("pauses", at, "cap") for at in range(len(limit.pauses)))


RULE = Rule(
    code="F01",
    name="promise-exceeds-law",
    severity=Severity.ERROR,
    finds=Wording(
        zh="时限在最不利的情形下，会超过它所依据的法定底线。",
        en="At worst a limit ends after the time that the law allows for it.",
    ),
    why=Wording(
        zh=(
            "法定期限按自然日数，我们的承诺按工作日数；平时绰绰有余，遇到长假就会违法。"
            "逐日推算，连延期和暂停都按用足计算，长假也守得住的才算守住。"
        ),
        en=(
            "The law counts calendar days and a promise counts working days: there is room to spare"
            " until a long holiday. Every start is tried, with every extension and pause used up."
        ),
    ),
    messages={
        "exceeds": Wording(
            zh=(
                "“{title}”（{value}）会超过《{law}》的 {floor}：{start}起算的，最迟 {end} 到期"
                "{days}，而法定最迟是 {due}。请把时限缩短。"
            ),
            en=(
                "“{title}” ({value}) can take longer than {floor} under {law}: what starts on "
                "{start} is due on {end}{days}, but the law allows until {due}. Shorten the limit."
            ),
        ),
        "extended": Wording(
            zh=(
                "“{title}”（{value}）用足延期和暂停，会超过《{law}》的 {floor}：{start}起算的，"
                "最迟 {end} 到期{days}，而法定最迟是 {due}。请缩短时限、延期或暂停。"
            ),
            en=(
                "“{title}” ({value}), extended and paused as far as may be, can take longer than "
                "{floor} under {law}: what starts on {start} is due on {end}{days}, but the law "
                "allows until {due}. Shorten the limit, its extension or its pauses."
            ),
        ),
        "looser": Wording(
            zh="“{title}”是 {value}，比《{law}》宽：法规要求{bound} {floor}。请改到不宽于它。",
            en="“{title}” is {value}; {law} asks for {bound} {floor}. Make it no looser.",
        ),
        "incomparable": against.INCOMPARABLE,
        "opposed": against.OPPOSED,
    },
    bad=Example("""\
--- standards/regulation.yaml
kind: regulation
id: appeal-rules
title: 申诉处理办法
short: 申诉办法
issuer: 主管部门
about: 怎样答复用户的投诉
editions:
  - {id: first, title: 公布, effective: 2016-07-30}
articles:
  - {id: article-8, number: 第八条, edition: first, says: 十五日内答复, verification: V1}
floors:
  - id: answer-15d
    title: 答复投诉
    article: article-8
    measure: maximum
    value: 15 日
    verification: V1
    from: complaint-received
    to: complaint-answered
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 6 个工作日
        ^^^^^^
from: complaint-received
to: complaint-answered
calendar: office
audience: public
floor: appeal-rules.answer-15d
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 4 个工作日
from: complaint-received
to: complaint-answered
calendar: office
audience: public
floor: appeal-rules.answer-15d
"""),
    check=check,
    apart=always,
)
