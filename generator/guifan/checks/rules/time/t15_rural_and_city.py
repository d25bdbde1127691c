"""T15: a rural limit that is shorter than the city's, or longer and nobody says why."""

from collections.abc import Iterator

from guifan.checks.rules.time.worded import two_limits
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Rule, Severity, Wording
from guifan.language.kinds.limit import Limit
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.limits.bounds import lasting, later
from guifan.proof.limits.variants import variants
from guifan.proof.places import amount_place
from guifan.proof.scopes import named
from guifan.proof.told import when

AREA = "area"
CITY, RURAL = "city", "rural"
"""The members of ``area``: 城镇 and 农村."""


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare every rural limit with the city's of the same."""
    if clocks is None:
        return
    for group in variants(corpus, AREA):
        for rural in _of(group, RURAL):
            for city in _of(group, CITY):
                if lasting(clocks, rural) is not None and lasting(clocks, city) is not None:
                    yield _compared(clocks, rural, city)


def _of(group: tuple[Limit, ...], area: str) -> Iterator[Limit]:
    return (one for one in group if area in named(one.applies, AREA))


def _compared(clocks: Clocks, rural: Limit, city: Limit) -> Match | None:
    places = (amount_place(city),)
    shorter = later(clocks, city, rural)
    if shorter is not None:
        facts = {
            **two_limits(rural, city, shorter),
            "end": when(shorter.other),
            "due": when(shorter.end),
        }
        return Match(amount_place(rural), "shorter", facts, places)
    longer = later(clocks, rural, city)
    if longer is not None and rural.explains is None:
        return Match(amount_place(rural), "unexplained", two_limits(rural, city, longer), places)
    return None


RULE = Rule(
    code="T15",
    name="rural-and-city",
    severity=Severity.WARNING,
    finds=Wording(
        zh="农村的时限比城镇短，或者比城镇长而没有说明理由。",
        en="A rural limit is shorter than the city's, or longer without saying why.",
    ),
    why=Wording(
        zh=(
            "农村路远点散，时限可以长一些，但要让客户知道为什么。反而比城镇短的，"
            "多半是写反了；只写长不写理由的，客户会当作歧视。"
        ),
        en=(
            "Places in the country are far and scattered: more time may be needed, and customers "
            "should know why. A shorter rural limit has mostly been swapped with the city's; a "
            "longer one without a reason looks like neglect."
        ),
    ),
    messages={
        "shorter": Wording(
            zh=(
                "农村的“{title}”（{within}）比城镇的“{other}”（{least}）短：{start}起算的，"
                "农村 {end} 到期，城镇 {due} 到期。请看两个数是不是写反了。"
            ),
            en=(
                "“{title}” for rural areas ({within}) is shorter than “{other}” for cities "
                "({least}): from {start}, the rural one is due on {end}, the city's on {due}. See "
                "whether the two were swapped."
            ),
        ),
        "unexplained": Wording(
            zh=(
                "农村的“{title}”（{within}）比城镇的“{other}”（{least}）长：{start}起算的，"
                "农村 {end} 到期，城镇 {due} 到期。请在“说明”里写明为什么要更长。"
            ),
            en=(
                "“{title}” for rural areas ({within}) is longer than “{other}” for cities "
                "({least}): from {start}, the rural one is due on {end}, the city's on {due}. Say "
                "in “explains” why it must be."
            ),
        ),
    },
    bad=Example("""\
--- standards/areas.yaml
kind: taxonomy
id: area
title: 地域
members:
  - {id: city, title: 城镇}
  - {id: rural, title: 农村}
--- standards/rural.yaml
kind: limit
id: answer-rural
title: 农村投诉答复
within: 24 小时
        ^^^^^
from: complaint-received
to: complaint-answered
applies: {area: rural}
--- standards/city.yaml
kind: limit
id: answer-city
title: 城镇投诉答复
within: 48 小时
from: complaint-received
to: complaint-answered
applies: {area: city}
"""),
    mended=Example("""\
--- standards/rural.yaml
kind: limit
id: answer-rural
title: 农村投诉答复
within: 48 小时
from: complaint-received
to: complaint-answered
applies: {area: rural}
explains: 农村站点少，上门核实要多走半天路。
--- standards/city.yaml
kind: limit
id: answer-city
title: 城镇投诉答复
within: 24 小时
from: complaint-received
to: complaint-answered
applies: {area: city}
"""),
    check=check,
)
