"""T18: the same time is stated by two limits, alike or not."""

from collections.abc import Hashable, Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Bound, Limit
from guifan.proof.limits.bounds import Leg, legs
from guifan.proof.places import amount_place
from guifan.proof.scopes import cases
from guifan.proof.standing import together
from guifan.proof.told import how_much
from guifan.temporal.duration import Dimension


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for limits of the same events, cases and population as one that holds beside them."""
    known: dict[Hashable, list[Limit]] = {}
    for bound in Bound:
        for one in legs(corpus, bound):
            limit = one.limit
            events = one.start, one.stop, bound
            same = events, cases(limit.applies), limit.population, limit.share
            others = known.setdefault(same, [])
            entry = corpus.entries[limit.id]
            beside = (other for other in others if together(corpus.entries[other.id], entry))
            before = next(beside, None)
            others.append(limit)
            yield _match(corpus, one, before) if before else None


def _match(corpus: Corpus, one: Leg, before: Limit) -> Match:
    limit = one.limit
    start, stop = corpus.get(one.start), corpus.get(one.stop)
    assert isinstance(start, Event)  # both are events that are there
    assert isinstance(stop, Event)
    facts = {
        "title": limit.title,
        "within": how_much(limit.amount),
        "other": before.title,
        "first": how_much(before.amount),
        "start": start.title,
        "stop": stop.title,
        "id": before.id,
    }
    places = [amount_place(before)]
    key = "differs"
    if limit.amount == before.amount:
        key = "twice" if _count_alike(limit, before) else "calendars"
    if key == "calendars":
        places += [Place(ours.id, ("calendar",)) for ours in (limit, before) if ours.calendar]
    # That both are for the same cases may be the slip.
    places += [Place(ours.id, ("applies",)) for ours in (limit, before) if ours.applies]
    return Match(amount_place(limit), key, facts, tuple(places))


def _count_alike(one: Limit, other: Limit) -> bool:
    """Whether equal times are also counted by one calendar; elapsed time needs none."""
    assert one.within is not None
    return one.calendar == other.calendar or one.within.dimension is Dimension.SECONDS


RULE = Rule(
    code="T18",
    name="stated-twice",
    severity=Severity.ERROR,
    finds=Wording(
        zh="同样的起止事件、范围和达成范围，写了两条时限。",
        en="Two limits state the time between the same events, for the same cases.",
    ),
    why=Wording(
        zh=(
            "一个数只写在一处，别处都引用它。写成两条，改的时候总会漏改一条；"
            "两条的数已经不同的，员工和客户各拿一条说话，谁都没有错。"
        ),
        en=(
            "A number is written once and referred to everywhere else. Of two, one is sooner or "
            "later forgotten; where they already differ, staff and customer each quote their own, "
            "and both are right."
        ),
    ),
    messages={
        "differs": Wording(
            zh=(
                "从“{start}”到“{stop}”的时限写了两条，数还不同：“{title}”是 {within}，"
                "“{other}”是 {first}。请只留一条，别处引用【{id}】。"
            ),
            en=(
                "The time from “{start}” to “{stop}” is stated twice and differs: “{title}” is "
                "{within}, “{other}” {first}. Keep one, and refer to 【{id}】 elsewhere."
            ),
        ),
        "calendars": Wording(
            zh=(
                "从“{start}”到“{stop}”的时限写了两条，数相同而日历不同：“{title}”是 {within}，"
                "“{other}”是 {first}。请只留一条，别处引用【{id}】。"
            ),
            en=(
                "The time from “{start}” to “{stop}” is stated twice, the same by two calendars: "
                "“{title}” is {within}, “{other}” {first}. Keep one, and refer to 【{id}】 for it."
            ),
        ),
        "twice": Wording(
            zh=(
                "从“{start}”到“{stop}”的时限写了两条：“{title}”是 {within}，“{other}”也是 {first}。"
                "请只留一条，别处引用【{id}】。"
            ),
            en=(
                "The time from “{start}” to “{stop}” is stated twice: “{title}” is {within}, and "
                "so is “{other}”, {first}. Keep one, and refer to 【{id}】 elsewhere."
            ),
        ),
    },
    bad=Example("""\
kind: limit
items:
  - id: complaint-answer
    title: 投诉答复
    within: 24 小时
    from: complaint-received
    to: complaint-answered
  - id: complaint-reply
    title: 投诉回复
    within: 48 小时
            ^^^^^
    from: complaint-received
    to: complaint-answered
"""),
    mended=Example("""\
kind: limit
id: complaint-answer
title: 投诉答复
within: 24 小时
from: complaint-received
to: complaint-answered
explains: 短信里的回复也按【complaint-answer】。
"""),
    check=check,
)
