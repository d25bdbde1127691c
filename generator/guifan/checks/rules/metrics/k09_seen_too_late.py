"""K09: a metric that is looked at more seldom than it is judged, or on which nobody acts."""

from collections.abc import Iterator

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric, Window
from guifan.proof.clocks import Clocks
from guifan.proof.periods import longer
from guifan.proof.told import how_much
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
    for metric in corpus.of(Metric):
        faults = [*_periods(clocks, metric), *_action(corpus, clocks, metric)]
        yield from faults
        if not faults:
            yield None


def _periods(clocks: Clocks, metric: Metric) -> Iterator[Match]:
    """Looked at more seldom than judged, or than there is a new number."""
    every, judged = metric.every, metric.review_every
    facts = {"title": metric.title, "every": how_much(every)}
    here = Place(metric.id, ("every",))
    if judged is None:
        yield Match(Place(metric.id, ("id",)), "never-judged", facts)
    elif longer(clocks, every, judged):
        related = (Place(metric.id, ("review_every",)),)
        yield Match(here, "judged", {**facts, "judged": how_much(judged)}, related)
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
        yield Match(place, "too-late", {**facts, "judged": how_much(judged)}, related)


RULE = Rule(
    code="K09",
    name="seen-too-late",
    severity=Severity.ERROR,
    finds=Wording(
        zh="指标看得比评审或统计窗口还稀，没有写评审周期，或者到了预警值没有处置时限。",
        en=(
            "A metric that is looked at more seldom than it is judged or counted, is never "
            "judged, or has no time to act once it sounds."
        ),
    ),
    why=Wording(
        zh="一个月出一次数，却要每周定措施，三周里都是拿旧数说事；到了预警值没有期限，就没有人动。",
        en=(
            "With a number a month and measures every week, three weeks in four talk of an old "
            "number; a warning without a date moves nobody."
        ),
    ),
    messages={
        "never-judged": Wording(
            zh=(
                "“{title}”每 {every}看一次，却没有写多久评一次、定一次措施。请在 review_every 里"
                "写明。"
            ),
            en=(
                "“{title}” is looked at every {every}, and nothing says how often it is judged. "
                "Say it in ``review_every``."
            ),
        ),
        "judged": Wording(
            zh="“{title}”每 {every}才看一次，却每 {judged}评一次：评的时候没有新的数。",
            en=(
                "“{title}” is looked at every {every} and judged every {judged}: at times there "
                "is no new number to judge."
            ),
        ),
        "window": Wording(
            zh="“{title}”按{window}统计，却每 {every}才看一次：有的窗口没有人看。",
            en=(
                "“{title}” is counted by {window} and looked at every {every}: some of its "
                "numbers are never seen."
            ),
        ),
        "no-action": Wording(
            zh="“{title}”有预警值、红线值，却没有写到了以后多久拿出措施。请在 acted 里写一条限额。",
            en=(
                "“{title}” has a warning or a red line, and nothing says by when something is "
                "done about it. Name a limit in ``acted``."
            ),
        ),
        "no-time": Wording(
            zh="“{title}”的处置时限写“{limit}”（{acted}），而它不是一段时间。",
            en="“{limit}” ({acted}), by which “{title}” is to be acted on, is not a time.",
        ),
        "too-late": Wording(
            zh=(
                "“{title}”到预警值后，“{limit}”给了 {acted}，而每 {judged}就评一次：下次评审还"
                "没有措施。"
            ),
            en=(
                "“{limit}” gives {acted} once “{title}” sounds, which is judged every {judged}: "
                "the next review comes before the measures."
            ),
        ),
    },
    bad=Example(
        example(
            ("every: 1 日\n", "every: 1 个月\n       ^^^^\n"),
            ("review_every: 1 个月\n", "review_every: 7 日\n"),
        )
    ),
    good=Example(example(("review_every: 1 个月\n", "review_every: 7 日\n"))),
    check=check,
)
