"""F01: a limit that, at worst, ends after the time that the law allows."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.nodes import Path
from guifan.proof.clocks import Clocks
from guifan.proof.compared import Case
from guifan.proof.floors import Bounded, bounded
from guifan.proof.told import day_of, how_much, when


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Let every limit with a legal floor run as long as it may, from every start."""
    for one in bounded(corpus):
        if clocks is None or not one.is_latest:
            continue
        late = one.overdue(clocks)
        yield _match(one, late, clocks) if late else None


def _match(one: Bounded, case: Case, clocks: Clocks) -> Match:
    limit, floor = one.limit, one.floor
    assert limit.within is not None
    facts = {
        "title": limit.title,
        "within": how_much(limit.within),
        "law": one.regulation.short,
        "floor": how_much(floor.value),
        "start": day_of(case.start),
        "end": when(case.end),
        "due": when(case.other),
        "days": case.days,
    }
    longer: list[Path] = [("extension", "add")] if limit.extension else []
    longer += [("pauses", at, "cap") for at in range(len(limit.pauses))]
    places = [Place(limit.id, path) for path in longer]
    places.append(Place(one.regulation.id, ("floors", one.regulation.floors.index(floor), "value")))
    return Match(
        Place(limit.id, ("within",)),
        "extended" if longer else "exceeds",
        facts,
        tuple(places),
        warns=one.warns or clocks.horizon.is_provisional(case.start.day),
    )


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
                "“{title}”（{within}）会超过《{law}》的 {floor}：{start}起算的，最迟 {end} 到期"
                "（历时 {days} 日），而法定最迟是 {due}。请把时限缩短。"
            ),
            en=(
                "“{title}” ({within}) can take longer than {floor} under {law}: what starts "
                "{start} is due {end} ({days} days), but the law allows until {due}. Shorten the "
                "limit."
            ),
        ),
        "extended": Wording(
            zh=(
                "“{title}”（{within}）用足延期和暂停，会超过《{law}》的 {floor}：{start}起算的，"
                "最迟 {end} 到期（历时 {days} 日），而法定最迟是 {due}。请缩短时限、延期或暂停。"
            ),
            en=(
                "“{title}” ({within}), extended and paused as far as may be, can take longer than "
                "{floor} under {law}: what starts {start} is due {end} ({days} days), but the law "
                "allows until {due}. Shorten the limit, its extension or its pauses."
            ),
        ),
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
floor: appeal-rules.answer-15d
"""),
    good=Example("""\
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
within: 5 个工作日
from: complaint-received
to: complaint-answered
calendar: office
floor: appeal-rules.answer-15d
"""),
    check=check,
)
