"""T22: a limit that, at its longest, leaves less than a day to what the law allows."""

from collections.abc import Iterator

from guifan.checks.rules.law import against
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.regulation import Measure
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.law.floors import Bounded, Matter
from guifan.proof.told import day_of, when
from guifan.temporal.calendars import OutOfHorizonError
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import DAY

_BY_DAYS = (Dimension.DAYS, Dimension.MONTHS, Dimension.WORKING_DAYS)


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Look at every limit whose floor is counted in days or longer; one that breaks it is F01's."""
    if clocks is not None:
        yield from against.leading(
            [
                (one, _match(clocks, one, case) if (case := _narrow(one, clocks)) else None)
                for one in each
                if _is_by_days(one)
            ]
            for each in against.named(corpus, clocks, Matter.TIME)
        )


def _is_by_days(one: Bounded) -> bool:
    value = one.floor.value
    if one.floor.measure is not Measure.MAXIMUM or not isinstance(value, Duration):
        return False
    return one.is_latest and one.holds_for_enough and value.dimension in _BY_DAYS


def _narrow(one: Bounded, clocks: Clocks) -> Case | None:
    """The case that leaves the least, under a day; none where another one breaks the law."""
    try:
        case = one.narrow(clocks, DAY)
        return None if case is None or one.overdue(clocks) else case
    except OutOfHorizonError:
        return None


def _match(clocks: Clocks, one: Bounded, case: Case) -> Match:
    facts = {
        **against.facts(one),
        "start": day_of(case.start),
        "end": when(case.end),
        "due": against.law_ends(clocks, one.calendar, case.other),
        "days": case.days,
    }
    by = _extended(one)
    return Match(against.place(one), "narrow", facts, (*by, against.floor_of(one)))


def _extended(one: Bounded) -> tuple[Place, ...]:
    """Where it stands by how much and how often a limit may be extended."""
    if one.limit is None or one.limit.extension is None:
        return ()
    return tuple(Place(one.limit.id, ("extension", name)) for name in ("add", "times"))


RULE = Rule(
    code="T22",
    name="no-slack-to-law",
    severity=Severity.WARNING,
    finds=Wording(
        zh="时限用足延期和暂停以后，离法定底线不到一天。",
        en="With its extensions and pauses used up a limit leaves less than a day to the law.",
    ),
    why=Wording(
        zh=(
            "今年刚好守得住的，明年假期一改就守不住；系统停半天、经办人请一天假，也守不住。"
            "至少留一天，给谁都没有料到的事。"
        ),
        en=(
            "What just fits this year breaks when the holidays fall otherwise, when a system is "
            "down for half a day or somebody is ill. Leave a day for what nobody foresees."
        ),
    ),
    messages={
        "narrow": Wording(
            zh=(
                "“{title}”（{value}）离《{law}》的期限（{floor}）不到一天：{start}起算的，最迟"
                " {end} 到期（历时 {days} 日），法定最迟是 {due}。请再留出一天。"
            ),
            en=(
                "“{title}” ({value}) leaves less than a day to {floor} under {law}: what starts on "
                "{start} is due on {end} at the latest ({days} {days:day|days}), and the law "
                "allows until {due}. Leave another day."
            ),
        ),
    },
    bad=Example("""\
--- standards/regulation.yaml
kind: regulation
id: service-rules
title: 服务管理办法
short: 服务办法
issuer: 主管部门
about: 企业怎样服务客户
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
    from: complaint-received
    to: complaint-answered
    verification: V1
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 5 个工作日
        ^^^^^^
from: complaint-received
to: complaint-answered
calendar: office
audience: public
floor: service-rules.answer-15d
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
floor: service-rules.answer-15d
"""),
    check=check,
    apart=always,
)
