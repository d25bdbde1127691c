"""K12: metrics that each support the next, round in a circle."""

from collections.abc import Iterator

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.metric import Metric


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Climb from every metric to what it supports; each circle is told of once."""
    told: set[str] = set()
    for metric in corpus.of(Metric):
        if metric.supports is None:
            continue
        circle = _circle(corpus, metric)
        if not circle or circle[0].id in told:
            yield None
            continue
        told |= {one.id for one in circle}
        facts = {"titles": listed(f"“{one.title}”" for one in circle), "count": len(circle)}
        first, *others = (Place(one.id, ("supports",)) for one in circle)
        yield Match(first, "alone" if len(circle) == 1 else "circle", facts, tuple(others))


def _circle(corpus: Corpus, metric: Metric) -> tuple[Metric, ...]:
    """The metrics of the circle that this one stands in; none where it stands in none."""
    climbed = [metric]
    while above := corpus.one(Metric, climbed[-1].supports):
        if above is metric:
            return tuple(climbed)
        if above in climbed:
            return ()
        climbed.append(above)
    return ()


RULE = Rule(
    code="K12",
    name="holds-itself-up",
    severity=Severity.ERROR,
    finds=Wording(
        zh="指标一个支撑一个，连成了一圈，或者指标支撑它自己。",
        en="Metrics that support one another in a circle, or one that supports itself.",
    ),
    why=Wording(
        zh=(
            "指标树要有顶：班组的数好了，上面的数才好，最上面是客户感受得到的结果。连成圈，"
            "就看不出先抓哪一个。"
        ),
        en=(
            "A tree of metrics has a top: what a team does well makes the one above it better, up "
            "to what customers feel. In a circle nobody can tell where to begin."
        ),
    ),
    messages={
        "circle": Wording(
            zh=(
                "{titles}这 {count} 个指标的“支撑”（supports）连成了一圈。请找出最上层的那一个，"
                "删去它的“支撑”，或者改指更上层的指标。"
            ),
            en=(
                "These {count} metrics support one another in a circle: {titles}. Find the topmost "
                "of them and delete its “supports”, or let it name a metric above it."
            ),
        ),
        "alone": Wording(
            zh="{titles}的“支撑”（supports）写的是它自己。请改成更上层的指标，或者删去。",
            en=(
                "{titles} names itself under “supports”. Name a metric above it, or delete the "
                "line."
            ),
        ),
    },
    bad=Example(
        example(
            (
                "target: 95%\n",
                "target: 95%\nsupports: answer-rate\n          ^^^^^^^^^^^\n",
            )
        )
    ),
    mended=Example(example()),
    check=check,
)
