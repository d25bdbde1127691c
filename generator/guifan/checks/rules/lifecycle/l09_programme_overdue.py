"""L09: periodic work that has not been done for longer than its own interval."""

from collections.abc import Iterator
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.programme import Programme, Sort
from guifan.proof.calendar.intervals import ends
from guifan.proof.told import a_day, how_often


def check(corpus: Corpus, day: date) -> Iterator[Match | None]:
    """Count from the last time of every programme that says it; of drills E08 tells."""
    for programme in corpus.of(Programme):
        if programme.last is not None and programme.sort is not Sort.DRILL:
            yield _judged(programme, programme.last, day)


def _judged(programme: Programme, last: date, day: date) -> Match | None:
    if last > day:
        facts = {"title": programme.title, "last": a_day(last), "day": a_day(day)}
        return Match(Place(programme.id, ("last",)), "to-come", facts)
    due = ends(last, programme.every) if programme.every is not None else None
    if programme.every is None or due is None or due >= day:
        return None
    facts = {
        "title": programme.title,
        "every": how_often(programme.every),
        "last": a_day(last),
        "due": a_day(due),
    }
    related = (Place(programme.id, ("every",)),)
    return Match(Place(programme.id, ("last",)), "overdue", facts, related)


_VISIT = """\
kind: programme
id: outlet-visit
title: 网点巡访
sort: visit
aim: 看看网点有什么难处
every: 6 个月
lead: service-department
activities:
  - {{id: go, do: 逐店走访, by: shift-leader, due: 每年 4 月, result: 巡访记录}}
last: {last}
"""

RULE = Rule(
    code="L09",
    name="programme-overdue",
    severity=Severity.WARNING,
    finds=Wording(
        zh="调查、检查、巡访、培训这些定期的工作，上一次离现在已经超过它自己的周期，或者日期还没有到。",
        en=(
            "A survey, audit, visit, training or other periodic work whose last time is further "
            "back than its own interval, or on a day that is yet to come."
        ),
    ),
    why=Wording(
        zh="写着半年一次、其实两年没有做，手册就成了摆设；客户和检查的人都会问上一次是哪一天。",
        en=(
            "If the manual says every six months and nothing has been done for two years, it is "
            "mere decoration; customers and inspectors alike ask when it was last done."
        ),
    ),
    messages={
        "overdue": Wording(
            zh=(
                "“{title}”每 {every}一次，上次是 {last}，最迟应在 {due}再做。请安排；已经做了的，"
                "写上“最近一次”（last）的日期；不再做的，改周期或者停用。"
            ),
            en=(
                "“{title}” is due every {every}; it was last done on {last}, so the next was due "
                "by {due}. Arrange it; if it has been done, write the day under “last”; if it is "
                "no longer done, change its interval or retire it."
            ),
        ),
        "to-come": Wording(
            zh="“{title}”最近一次写的是 {last}，到 {day}还没有到。请写实际做过的那一天。",
            en=(
                "The last time of “{title}” is dated {last}, which had not yet come on {day}. "
                "Write the day on which it was really done."
            ),
        ),
    },
    bad=Example(_VISIT.format(last="2025-10-31\n      ^^^^^^^^^^")),
    mended=Example(_VISIT.format(last="2026-03-31")),
    check=check,
)
