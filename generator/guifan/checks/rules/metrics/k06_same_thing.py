"""K06: two metrics of one name, or one metric under two names."""

from collections.abc import Iterator, Mapping

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.formulas import NotAFormulaError, parse_formula, worded
from guifan.language.kinds.metric import Metric
from guifan.language.written import half_width
from guifan.proof.metrics.counted import root
from guifan.proof.metrics.measures import canonical


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare every metric's names and formula with those before it.

    Names that are the same to the letter are left to R08.
    """
    named: dict[str, tuple[Metric, str]] = {}
    computed: dict[object, Metric] = {}
    for metric in corpus.of(Metric):
        faults = [*_names(metric, named), *_formulas(corpus, metric, computed)]
        yield from faults
        if not faults:
            yield None


def _names(metric: Metric, named: dict[str, tuple[Metric, str]]) -> Iterator[Match]:
    for field, at, word in _words(metric):
        key = "".join(half_width(word).casefold().split())
        other, said = named.setdefault(key, (metric, word))
        if other.id != metric.id and half_width(said).casefold() != half_width(word).casefold():
            facts = {
                "word": word,
                "title": metric.title,
                "other": other.title,
                "formula": _in_words(metric),
                "other_formula": _in_words(other),
            }
            path = (field,) if at is None else (field, at)
            yield Match(Place(metric.id, path), "name", facts, (Place(other.id, ("formula",)),))


def _words(metric: Metric) -> Iterator[tuple[str, int | None, str]]:
    yield "title", None, metric.title
    for at, word in enumerate(metric.also):
        yield "also", at, word


def _formulas(corpus: Corpus, metric: Metric, computed: dict[object, Metric]) -> Iterator[Match]:
    try:
        tree = parse_formula(metric.formula)
    except NotAFormulaError:
        return
    other = computed.setdefault(canonical(tree, _roots(corpus, metric)), metric)
    if other.id != metric.id:
        facts = {"title": metric.title, "other": other.title, "formula": _in_words(metric)}
        yield Match(
            Place(metric.id, ("formula",)), "formula", facts, (Place(other.id, ("formula",)),)
        )


def _roots(corpus: Corpus, metric: Metric) -> Mapping[str, object]:
    """Where what each variable counts is defined."""
    return {one.id: root(corpus, metric, one) for one in metric.variables}


def _in_words(metric: Metric) -> str:
    """The formula with the variables' titles."""
    titles = {one.id: one.title for one in metric.variables}
    return worded(metric.formula, titles)


_SECOND = """\
--- standards/second.yaml
kind: metric
id: answered-share
title: 通话占比
means: 打进来的，有多少通上话
family: reliability
formula: got / all × 100%
{carets}variables:
  - {{id: got, title: 接通量, unit: 通, same_as: answer-rate.answered}}
  - {{id: all, title: {title}, unit: 通, {all}}}
unit: '%'
empty: not-counted
direction: up
target: 95%
window: 自然月
every: 1 日
review_every: 1 个月
acted: metric-measures
reported_by: shift-leader
"""

RULE = Rule(
    code="K06",
    name="same-thing",
    severity=Severity.ERROR,
    finds=Wording(
        zh="两个指标名称相同（只差空格）而公式不同，或者公式和口径完全相同而名称不同。",
        en=(
            "Two metrics whose names differ only in spaces but whose formulas differ, or two names "
            "for one formula over the same counts."
        ),
    ),
    why=Wording(
        zh="同一个名字算出两个数，开会时各报各的；同一个数有两个名字，就会有两个目标值。",
        en=(
            "If one name gives two numbers, each department brings its own to the meeting; if one "
            "number has two names, it ends up with two targets."
        ),
    ),
    messages={
        "name": Wording(
            zh=(
                "“{word}”既是“{title}”（{formula}）的名称，又是“{other}”（{other_formula}）的名称，"
                "只差空格。请给一个换名称，或者合成一个指标。"
            ),
            en=(
                "“{word}” is the name of “{title}” ({formula}) and, apart from spaces, of "
                "“{other}” ({other_formula}). Rename one of them, or merge the two metrics."
            ),
        ),
        "formula": Wording(
            zh=(
                "“{title}”和“{other}”的公式、口径完全相同（{formula}）。请只留一个，把另一个的名称"
                "写进它的“又称”（also）。"
            ),
            en=(
                "“{title}” and “{other}” have the same formula over the same counts ({formula}). "
                "Keep one, and list the other's name under its “also”."
            ),
        ),
    },
    bad=Example(
        example(
            more=_SECOND.format(
                carets="         ^^^^^^^^^^^^^^^^\n",
                title="请求量",
                all="same_as: answer-rate.offered",
            ),
            metrics=", answered-share",
        )
    ),
    mended=Example(
        example(
            more=_SECOND.format(carets="", title="来电量", all="source: call-platform"),
            metrics=", answered-share",
        )
    ),
    check=check,
)
