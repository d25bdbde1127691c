"""T14: a class of customers that waits longer than the public."""

from collections.abc import Iterator

from guifan.checks.rules.time.worded import two_limits
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Rule, Severity, Wording
from guifan.language.kinds.limit import Limit
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.limits.bounds import later
from guifan.proof.limits.variants import variants
from guifan.proof.places import amount_place
from guifan.proof.scopes import named

CUSTOMERS = "customers"

PUBLIC = "public"
"""The member of ``customer-class`` that is everybody of whom nothing else is said: 公众客户."""


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare what a class is given with what the public is, or everybody."""
    for group in variants(corpus, CUSTOMERS) if clocks else ():
        everybody = [one for one in group if _is_for_everybody(one)]
        for limit in group:
            if limit in everybody or not everybody:
                continue
            assert clocks is not None
            late = ((other, later(clocks, limit, other)) for other in everybody)
            found = next(((other, case) for other, case in late if case), None)
            yield _match(clocks, limit, *found) if found else None


def _is_for_everybody(limit: Limit) -> bool:
    classes = named(limit.applies, CUSTOMERS)
    return not classes or PUBLIC in classes


def _match(clocks: Clocks, limit: Limit, other: Limit, case: Case) -> Match:
    return Match(
        amount_place(limit),
        "slower",
        two_limits(limit, other, case),
        (amount_place(other),),
        warns=clocks.horizon.is_provisional(case.start.day),
    )


RULE = Rule(
    code="T14",
    name="class-slower-than-public",
    severity=Severity.ERROR,
    finds=Wording(
        zh="给某一类客户的时限，比给公众客户的还慢。",
        en="A class of customers is served more slowly than the public.",
    ),
    why=Wording(
        zh=(
            "单独为一类客户写时限，是为了服务得更好。写得比公众客户还慢，"
            "这类客户知道以后，要么按公众客户的时限来催，要么来投诉。"
        ),
        en=(
            "A limit of its own is written for a class to serve it better. Where it is slower than "
            "the public's, these customers will hold us to the public's, or complain."
        ),
    ),
    messages={
        "slower": Wording(
            zh=(
                "“{title}”（{within}）比“{other}”（{least}）慢，而后者连公众客户都适用："
                "{start}起算的，前者 {end} 到期，后者 {due} 到期。请改到不慢于后者。"
            ),
            en=(
                "“{title}” ({within}) is slower than “{other}” ({least}), which even the public is "
                "given: from {start}, the first is due on {end}, the second on {due}. Make it no "
                "slower."
            ),
        ),
    },
    bad=Example("""\
--- standards/classes.yaml
kind: taxonomy
id: customer-class
title: 客户分类
members:
  - {id: public, title: 公众客户}
  - {id: key, title: 大客户}
--- standards/key.yaml
kind: limit
id: answer-key
title: 大客户投诉答复
within: 36 小时
        ^^^^^
from: complaint-received
to: complaint-answered
applies: {customers: [key]}
--- standards/public.yaml
kind: limit
id: answer-public
title: 公众客户投诉答复
within: 24 小时
from: complaint-received
to: complaint-answered
applies: {customers: [public]}
"""),
    mended=Example("""\
--- standards/key.yaml
kind: limit
id: answer-key
title: 大客户投诉答复
within: 12 小时
from: complaint-received
to: complaint-answered
applies: {customers: [key]}
"""),
    check=check,
)
