"""T17: of one thing, the mean or a smaller share is allowed longer than a larger one."""

from collections.abc import Hashable, Iterator
from fractions import Fraction
from itertools import pairwise

from guifan.checks.rules.time.worded import two_limits
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Rule, Severity, Wording
from guifan.language.kinds.limit import Limit, Population
from guifan.language.quantities import say
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.limits.bounds import later, legs
from guifan.proof.limits.populations import rank
from guifan.proof.places import amount_place
from guifan.proof.scopes import cases


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare limits of the same events and cases that hold for unlike parts of them."""
    if clocks is None:
        return
    groups: dict[Hashable, list[tuple[Fraction, Limit]]] = {}
    for one in legs(corpus):
        place = rank(one.limit)
        if place is not None:
            same = one.start, one.stop, cases(one.limit.applies)
            groups.setdefault(same, []).append((place, one.limit))
    for group in groups.values():
        for fewer, more in _pairs(sorted(group, key=lambda one: one[0])):
            case = later(clocks, fewer, more)
            yield _match(clocks, fewer, more, case) if case else None


def _pairs(ranked: list[tuple[Fraction, Limit]]) -> Iterator[tuple[Limit, Limit]]:
    """Each with the next larger part of the cases; every mean with the smallest and with all."""
    means = [limit for _, limit in ranked if limit.population is Population.MEAN]
    others = [one for one in ranked if one[1].population is not Population.MEAN]
    whole = [limit for _, limit in others if limit.population is Population.EVERY]
    for mean in means:
        smallest = [limit for _, limit in others[:1] if limit not in whole]
        yield from ((mean, other) for other in (*smallest, *whole[:1]))
    for (place, fewer), (above, more) in pairwise(others):
        if place < above:
            yield fewer, more


def _match(clocks: Clocks, fewer: Limit, more: Limit, case: Case) -> Match:
    facts = {
        **two_limits(fewer, more, case),
        "part": _part(fewer),
        "larger": _part(more),
    }
    # A few very long cases may lift the mean over what most cases keep.
    is_odd_only = fewer.population is Population.MEAN and more.population is Population.SHARE
    return Match(
        amount_place(fewer),
        "odd" if is_odd_only else "longer",
        facts,
        (amount_place(more),),
        warns=is_odd_only or clocks.horizon.is_provisional(case.start.day),
    )


def _part(limit: Limit) -> Wording:
    """For which part of the cases a limit holds."""
    if limit.population is Population.SHARE and limit.share is not None:
        return Wording(zh=say(limit.share, "zh-Hans"), en=say(limit.share, "en"))
    is_mean = limit.population is Population.MEAN
    return Wording(zh=limit.population.label, en="the mean" if is_mean else "every case")


RULE = Rule(
    code="T17",
    name="populations-reversed",
    severity=Severity.ERROR,
    finds=Wording(
        zh="同一件事，平均或者较小比例的时限，反而比较大比例或每一件的长。",
        en="Of one thing, the mean or a smaller share may take longer than a larger share or all.",
    ),
    why=Wording(
        zh=(
            "每一件都在 15 秒内，平均就不可能到 20 秒：长的那条永远用不上，两条总有一条写错了。"
            "九成在 30 秒内，八成就更应当在 30 秒内。"
        ),
        en=(
            "If every call is answered within 15 seconds, the mean cannot be 20: the longer limit "
            "says nothing, so one of the two is wrong. If 90% take 30 seconds at most, so do 80%."
        ),
    ),
    messages={
        "longer": Wording(
            zh=(
                "“{title}”（{part}，{within}）比“{other}”（{larger}，{least}）长，说了等于没说："
                "{start}起算的，前者 {end} 到期，后者 {due} 到期。请看哪个数写错了。"
            ),
            en=(
                "“{title}” ({part}, {within}) allows longer than “{other}” ({larger}, {least}) and "
                "so says nothing: from {start}, the first is due on {end}, the second on {due}. "
                "See which is wrong."
            ),
        ),
        "odd": Wording(
            zh=(
                "“{title}”（{part}，{within}）比“{other}”（{larger}，{least}）还长：{start}起算的，"
                "前者 {end} 到期，后者 {due} 到期。少数很慢的会把平均拉高；"
                "如果不是这个意思，请看哪个数写错了。"
            ),
            en=(
                "“{title}” ({part}, {within}) allows longer than “{other}” ({larger}, {least}): "
                "from {start}, the first is due on {end}, the second on {due}. A few very slow "
                "cases may lift a mean; if that is not meant, see which is wrong."
            ),
        ),
    },
    bad=Example("""\
--- standards/mean.yaml
kind: limit
id: answer-mean
title: 平均答复时间
within: 20 小时
        ^^^^^
from: complaint-received
to: complaint-answered
population: mean
--- standards/every.yaml
kind: limit
id: answer-longest
title: 最长答复时间
within: 15 小时
from: complaint-received
to: complaint-answered
"""),
    mended=Example("""\
--- standards/mean.yaml
kind: limit
id: answer-mean
title: 平均答复时间
within: 10 小时
from: complaint-received
to: complaint-answered
population: mean
"""),
    check=check,
)
