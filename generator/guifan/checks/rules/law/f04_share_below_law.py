"""F04: a limit for a share of the cases that is less than the share which the law asks for."""

from collections.abc import Iterator, Mapping

from guifan.checks.rules.law import against
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.limit import Population
from guifan.language.quantities import Percent
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.floors import Bounded, Matter
from guifan.proof.told import how_much


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare shares and times together: both have to be at least as good as the law's.

    A limit for every case keeps any share; a share or a mean never keeps a floor for every case.
    """
    if clocks is not None:
        yield from against.leading(
            [
                (one, _judge(one, clocks) if one.holds_for_enough else _too_few(one))
                for one in each
                if one.matter is Matter.SHARE or not one.holds_for_enough
                if not against.is_apart(one, clocks)
            ]
            for each in against.named(corpus, clocks, Matter.TIME, Matter.SHARE)
        )


def _judge(one: Bounded, clocks: Clocks) -> Match | None:
    if one.is_opposed:
        return against.opposed(one)
    if one.share_is_lower:
        return _match(one, "share")
    comparison = one.compared(clocks)
    if comparison.keeps is None:
        return against.incomparable(one)
    return None if comparison.keeps else _match(one, "within")


def _match(one: Bounded, field: str) -> Match:
    related = (against.place(one),) if field == "share" else ()
    return Match(
        Place(one.item.id, (field,) if field == "share" else one.path),
        "looser" if one.floor.share is not None else "longer",
        _facts(one),
        (*related, against.floor_of(one)),
        warns=one.warns,
    )


def _too_few(one: Bounded) -> Match:
    place = Place(one.item.id, ("population",))
    return Match(place, "too-few", _facts(one), (against.floor_of(one),), warns=one.warns)


def _facts(one: Bounded) -> Mapping[str, object]:
    limit = one.limit
    said = limit.population if limit else Population.EVERY
    own = limit.share if limit and said is Population.SHARE else None
    return {
        **against.facts(one),
        "own": _of(own),
        "asked": _of(one.floor.share),
        "population": Wording(zh=said.label, en=_POPULATIONS[said]),
        "measure": Wording(
            zh=one.floor.measure.label, en=one.floor.measure.value.replace("-", " ")
        ),
    }


def _of(share: Percent | None) -> Wording:
    """Of which cases a time holds."""
    if share is None:
        return Wording(zh="每一件", en="every case")
    amount = how_much(share)
    return Wording(zh=f"{amount.zh} 的", en=f"{amount.en} of the cases")


_POPULATIONS: Mapping[Population, str] = {
    Population.EVERY: "every case",
    Population.SHARE: "a share of the cases",
    Population.MEAN: "the mean",
}


RULE = Rule(
    code="F04",
    name="share-below-law",
    severity=Severity.ERROR,
    finds=Wording(
        zh="按比例或按平均达成的时限，守不住它所依据的法定底线。",
        en="A limit for a share of the cases, or for their mean, does not keep its legal floor.",
    ),
    why=Wording(
        zh=(
            "法规说“每一件”的，八成五做到就等于有一成五违法；法规说“85% 在 15 秒内”的，"
            "比例和时间都不能差。只看一个数，看不出来。"
        ),
        en=(
            "Where the law speaks of every case, 85 per cent leave 15 per cent unlawful; where it "
            "asks for 85 per cent within 15 seconds, neither number may be worse. One number alone "
            "does not show it."
        ),
    ),
    messages={
        "looser": Wording(
            zh=(
                "“{title}”（{own}在 {value}内）比《{law}》宽。法规要求：{asked}在 {floor}内。"
                "请改到比例不更低、时间不更长。"
            ),
            en=(
                "“{title}” promises {value} for {own}; {law} asks for {floor} for {asked}. "
                "Make the share no lower and the time no longer."
            ),
        ),
        "longer": Wording(
            zh=(
                "“{title}”（{own}在 {value}内）比《{law}》宽：法规要求在 {floor}内，按比例计，"
                "比例没有写明。请改到时间不更长。"
            ),
            en=(
                "“{title}” promises {value} for {own}; {law} asks for {floor}, for a share of the "
                "cases that it leaves unsaid. Make the time no longer."
            ),
        ),
        "too-few": Wording(
            zh=(
                "“{title}”（{value}）按{population}达成，守不住《{law}》的{measure} {floor}。"
                "请改成对每一件都做到，或改指对的底线。"
            ),
            en=(
                "“{title}” ({value}) holds for {population} only, which does not keep the "
                "{measure} of {floor} under {law}. Promise it for every case, or name the right "
                "floor."
            ),
        ),
        "incomparable": against.INCOMPARABLE,
        "opposed": against.OPPOSED,
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
  - {id: article-8, number: 第八条, edition: first, says: 八成五在十五秒内应答, verification: V1}
floors:
  - id: the-floor
    title: 服务中心应答
    article: article-8
    measure: share-within
    bound: at-most
    value: 15 秒
    verification: V1
    share: 85%
--- standards/limits.yaml
kind: limit
id: answering
title: 人工应答
within: 15 秒
from: complaint-received
to: complaint-answered
population: share
share: 80%
       ^^^
audience: public
floor: service-rules.the-floor
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: answering
title: 人工应答
within: 12 秒
from: complaint-received
to: complaint-answered
population: share
share: 90%
audience: public
floor: service-rules.the-floor
"""),
    check=check,
    apart=always,
)
