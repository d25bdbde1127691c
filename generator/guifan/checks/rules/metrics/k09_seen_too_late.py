"""K09: a metric that is looked at more seldom than it is judged, or on which nobody acts."""

from collections.abc import Iterator

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Position, Rule, Severity, Wording, always, listed
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric, Window
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.periods import longer
from guifan.proof.told import how_much, how_often
from guifan.temporal.duration import Duration, Unit

_LENGTHS = {
    Window.DAY: Duration(1, Unit.DAY),
    Window.WEEK: Duration(7, Unit.DAY),
    Window.MONTH: Duration(1, Unit.MONTH),
    Window.QUARTER: Duration(3, Unit.MONTH),
    Window.HALF_YEAR: Duration(6, Unit.MONTH),
    Window.YEAR: Duration(1, Unit.YEAR),
}
_WINDOWS = {
    Window.DAY: "a day",
    Window.WEEK: "a week",
    Window.MONTH: "a month",
    Window.QUARTER: "a quarter",
    Window.HALF_YEAR: "half a year",
    Window.YEAR: "a year",
}


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare how often each metric is looked at, judged and acted on."""
    if clocks is None:
        return
    late: dict[Position, list[Match]] = {}
    for metric in corpus.each(Metric):
        faults = [*_periods(clocks, metric), *_action(corpus, clocks, metric)]
        for one in faults:
            if one.key == "too-late":
                said = corpus.entries[metric.id].position(one.place)
                late.setdefault(said, []).append(one)
            else:
                yield one
        if not faults:
            yield None
    for shared in late.values():
        yield shared[0] if len(shared) == 1 else _shared(shared)


def _shared(late: list[Match]) -> Match:
    """Metrics of one file for which its head names a limit that is too long for them."""
    facts = {
        "titles": listed(f"“{one.arguments['title']}”" for one in late[:_NAMED]),
        "count": len(late),
        "limit": late[0].arguments["limit"],
        "acted": late[0].arguments["acted"],
    }
    judged = (Place(one.place.item, ("review_every",)) for one in late)
    related = tuple(dict.fromkeys((*late[0].related, *judged)))
    return Match(late[0].place, "too-late-for-all", facts, related)


_NAMED = 3
"""How many of several metrics a finding names; it points at all of them."""


def _periods(clocks: Clocks, metric: Metric) -> Iterator[Match]:
    """Looked at more seldom than judged, or than there is a new number."""
    every, judged = metric.every, metric.review_every
    facts = {"title": metric.title, "every": how_often(every)}
    here = Place(metric.id, ("every",))
    if judged is None:
        yield Match(Place(metric.id, ("id",)), "never-judged", facts)
    elif longer(clocks, every, judged):
        related = (Place(metric.id, ("review_every",)),)
        yield Match(here, "judged", {**facts, "judged": how_often(judged)}, related)
    elif longer(clocks, every, _LENGTHS[metric.window]):
        window = Wording(zh=metric.window.label, en=_WINDOWS[metric.window])
        related = (Place(metric.id, ("window",)),)
        yield Match(here, "window", {**facts, "window": window}, related)


def _action(corpus: Corpus, clocks: Clocks, metric: Metric) -> Iterator[Match]:
    """By when something is done once the metric sounds: at all, and before the next review."""
    sounds = "warning" if metric.warning is not None else "red"
    if getattr(metric, sounds) is None:
        return
    if metric.acted is None:
        yield Match(Place(metric.id, (sounds,)), "no-action", {"title": metric.title})
        return
    limit = corpus.one(Limit, metric.acted)
    if limit is None:
        return
    amount, judged = limit.amount, metric.review_every
    facts = {"title": metric.title, "limit": limit.title, "acted": how_much(amount)}
    place = Place(metric.id, ("acted",))
    related = (Place(limit.id, ("value" if limit.within is None else "within",)),)
    if not isinstance(amount, Duration):
        yield Match(place, "no-time", facts, related)
    elif judged is not None and longer(clocks, amount, judged):
        yield Match(place, "too-late", {**facts, "judged": how_often(judged)}, related)


RULE = Rule(
    code="K09",
    name="seen-too-late",
    severity=Severity.ERROR,
    finds=Wording(
        zh="看指标的周期比评审周期或统计窗口还长，没有写评审周期，或者到了预警值没有处置时限。",
        en=(
            "A metric that is checked less often than it is reviewed or counted, that is never "
            "reviewed, or that sets no time to act once it reaches its warning value."
        ),
    ),
    why=Wording(
        zh=(
            "一个月出一次数，却要每周定措施，有三周都是拿旧数说事；到了预警值没有期限，就没有人动。"
        ),
        en=(
            "With one number a month and a review every week, three reviews in four talk about old "
            "data; and a warning with no deadline moves nobody."
        ),
    ),
    messages={
        "never-judged": Wording(
            zh=(
                "“{title}”每 {every}看一次，却没有写多久评一次、定一次措施。请写上“评审周期”（"
                "review_every）。"
            ),
            en=(
                "“{title}” is checked every {every}, but nothing says how often it is reviewed. "
                "Add that under “review_every”."
            ),
        ),
        "judged": Wording(
            zh=(
                "“{title}”每 {every}才看一次，却每 {judged}评一次，评的时候没有新的数。请看得勤一"
                "些，或者把评审周期放长。"
            ),
            en=(
                "“{title}” is checked every {every} but reviewed every {judged}, so some reviews "
                "have no new number. Check it more often, or review it less often."
            ),
        ),
        "window": Wording(
            zh=(
                "“{title}”按{window}统计，却每 {every}才看一次，有的数没有人看。请看得勤一些，或者"
                "改统计窗口。"
            ),
            en=(
                "“{title}” is counted over {window} but checked every {every}, so some of its "
                "numbers are never seen. Check it more often, or count over a longer window."
            ),
        ),
        "no-action": Wording(
            zh=(
                "“{title}”有预警值或整改值，却没有写到了以后多久拿出措施。请在“处置时限”（acted）里"
                "写上一条限额的编号。"
            ),
            en=(
                "“{title}” has a warning value or a red line, but nothing says how soon to act on "
                "it. Name a limit under “acted”."
            ),
        ),
        "no-time": Wording(
            zh=(
                "“{title}”的处置时限写“{limit}”（{acted}），而它不是一段时间。请换成写明多久的一"
                "条。"
            ),
            en=(
                "“{title}” is to be acted on within “{limit}” ({acted}), which is not a length of "
                "time. Name a limit that is."
            ),
        ),
        "too-late-for-all": Wording(
            zh=(
                "这里写的“{limit}”给了 {acted}，而 {count} 个指标（{titles}等）到预警值以后，不等措"
                "施到期就又评了一次。请换一条更短的处置时限，或者把评审周期放长。"
            ),
            en=(
                "“{limit}”, named here, allows {acted}, but {count} metrics (such as {titles}) are "
                "reviewed again before any action is due. Name a shorter limit, or review less "
                "often."
            ),
        ),
        "too-late": Wording(
            zh=(
                "“{title}”到预警值后，“{limit}”给了 {acted}，而每 {judged}就评一次，下次评审时还没"
                "有措施。请缩短处置时限，或者把评审周期放长。"
            ),
            en=(
                "Once “{title}” reaches its warning value, “{limit}” allows {acted}, but the "
                "metric is reviewed every {judged}: the next review comes before any action is "
                "due. Shorten that limit, or review less often."
            ),
        ),
    },
    bad=Example(
        example(
            ("every: 1 日\n", "every: 1 个月\n       ^^^^\n"),
            ("review_every: 1 个月\n", "review_every: 7 日\n"),
        )
    ),
    mended=Example(example(("review_every: 1 个月\n", "review_every: 7 日\n"))),
    check=check,
    apart=always,
)
