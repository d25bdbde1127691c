"""K04: a time limit that no metric watches, or a metric that watches nothing that is asked."""

from collections.abc import Iterator

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus, Link
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric
from guifan.language.model import Reference
from guifan.proof.metrics.times import Counting, counted_elsewhere, counting

_ASKS = ("limit", "norm", "procedure", "programme", "playbook", "escalation", "rota")
"""Kinds that say what has to be done, or what is to be reached."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look for the metric of every limit between two events, then for what each metric is for.

    What keeps a metric honest that is for something is for something itself.
    Nothing is said where there is no metric at all: that part of the manual is not written yet.
    Nor of what nothing at all uses, which R02 says.
    """
    if not corpus.places(Metric.kind):
        return
    for item in corpus.each(Limit, Metric):
        yield from _measured(corpus, item) if isinstance(item, Limit) else _measures(corpus, item)


def _measured(corpus: Corpus, limit: Limit) -> Iterator[Match | None]:
    if limit.within is not None:
        facts = {"title": limit.title}
        is_watched = limit.metric is not None
        yield None if is_watched else Match(Place(limit.id, ("within",)), "unwatched", facts)
    elsewhere = counted_elsewhere(corpus, limit)
    if elsewhere is not None:
        yield _elsewhere(corpus, limit, elsewhere)


def _measures(corpus: Corpus, metric: Metric) -> Iterator[Match | None]:
    yield from _used(corpus, metric)
    counted = counting(corpus, metric)
    if counted is not None:
        yield _of_others(corpus, counted) if counted.is_of_others else None


def _of_others(corpus: Corpus, one: Counting) -> Match:
    """It only warns, as what is counted is told in a sentence."""
    first = one.measured[0]
    cited, place = next(iter(one.cited.items()))
    other = corpus.one(Limit, cited)
    facts = {
        "title": one.metric.title,
        "limit": first.title,
        "other": other.title if other else cited,
    }
    related = tuple(Place(limit.id, ("metric",)) for limit in one.measured)
    return Match(place, "counts-another", facts, related, warns=True)


def _elsewhere(corpus: Corpus, limit: Limit, one: Counting) -> Match:
    metric = corpus.one(Metric, limit.metric)
    facts = {
        "title": limit.title,
        "metric": metric.title if metric else "",
        "other": one.metric.title,
    }
    return Match(
        Place(limit.id, ("metric",)), "counted-elsewhere", facts, (one.cited[limit.id],), warns=True
    )


def _used(corpus: Corpus, metric: Metric) -> Iterator[Match | None]:
    """Something asks for a metric, or for one that it is the counter of."""
    if next(corpus.users(metric.id), None) is None:
        return
    if _is_asked_for(corpus, metric) or any(
        metric.id in one.counter and _is_asked_for(corpus, one)
        for one in (metric, *corpus.referring(Metric, metric.id))
    ):
        yield None
        return
    users = corpus.incoming.get(metric.id, ())
    related = tuple(Place(link.source, link.path) for link in users[:3])
    yield Match(Place(metric.id, ("id",)), "for-nothing", {"title": metric.title}, related)


def _is_asked_for(corpus: Corpus, metric: Metric) -> bool:
    return any(_asks(corpus, link) for link in corpus.users(metric.id))


def _asks(corpus: Corpus, link: Link) -> bool:
    """Whether a link names the metric as what something is measured by, and not in passing."""
    source = corpus.get(link.source)
    return source is not None and source.kind in _ASKS and isinstance(link.spot.marker, Reference)


_LIMIT = """\
--- standards/limit.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 72 小时
{carets}from: complaint-received
to: complaint-answered
{metric}"""

RULE = Rule(
    code="K04",
    name="unmeasured",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "一条时限没有写用哪个指标衡量，写的指标数的是另一条时限，或者一个指标不衡量任何条款、时限"
            "、流程或专项工作。"
        ),
        en=(
            "A time limit that no metric measures, or that names a metric which counts by another; "
            "or a metric that measures no norm, limit, procedure or programme."
        ),
    ),
    why=Wording(
        zh="没有人统计的时限，做没做到谁也不知道；不为任何要求而设的指标，只是多报一张表。",
        en=(
            "If nobody counts, nobody knows whether a limit is kept; a metric that serves no "
            "requirement is just one more report to file."
        ),
    ),
    messages={
        "counts-another": Wording(
            zh=(
                "“{title}”是用来衡量“{limit}”的，它的变量数的却是“{other}”。请把变量里引用的时限改"
                "成“{limit}”，或者在“{other}”的“指标”（metric）里写上它。"
            ),
            en=(
                "“{title}” is meant to measure “{limit}”, but its variables count by “{other}”. "
                "Let them cite “{limit}”, or name this metric under “metric” of “{other}”."
            ),
        ),
        "counted-elsewhere": Wording(
            zh=(
                "“{title}”写的指标是“{metric}”，那个指标不数它；数它的是“{other}”。请在“指标”（"
                "metric）里改写“{other}”。"
            ),
            en=(
                "“{title}” names the metric “{metric}”, which does not count it; “{other}” does. "
                "Name that one under “metric”."
            ),
        ),
        "unwatched": Wording(
            zh=(
                "时限“{title}”没有写用哪个指标衡量。请在“指标”（metric）里写上；还没有的，补一个按"
                "时率。"
            ),
            en=(
                "Nothing says which metric measures the limit “{title}”. Name it under “metric”; "
                "if there is none yet, add one for the share done in time."
            ),
        ),
        "for-nothing": Wording(
            zh=(
                "“{title}”不衡量任何条款、时限、流程或专项工作，也不制衡这样的指标。请在它要衡量"
                "的那一条里写上它，或者删去。"
            ),
            en=(
                "“{title}” measures no norm, limit, procedure or programme, and does not balance a "
                "metric that does. Name it in the item it is meant to measure, or delete it."
            ),
        ),
    },
    bad=Example(example(more=_LIMIT.format(carets="        ^^^^^\n", metric=""))),
    mended=Example(
        example(
            ("target: 95%\n", "target: 100%\n"),
            more=_LIMIT.format(carets="", metric="metric: answer-rate\n"),
        )
    ),
    check=check,
    apart=always,
    absences=frozenset({"for-nothing"}),
)
