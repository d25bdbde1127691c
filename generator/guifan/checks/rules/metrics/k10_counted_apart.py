"""K10: one thing that is counted in two ways: another window, another unit, another source."""

from collections import Counter
from collections.abc import Iterator, Sequence

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.matrix import Matrix, Sort
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.language.model import Item
from guifan.language.written import half_width
from guifan.proof.metrics.counted import Counted, named
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Hold every variable to the one it repeats, and to others of the same name.

    Then what counts or handles a class to the window of the class, and tables of weights to the
    metrics that they weigh.
    """
    every = [Counted(one, at) for one in corpus.of(Metric) for at in range(len(one.variables))]
    for one in every:
        yield from _repeated(corpus, one)
    yield from _namesakes(every)
    counting: dict[object, list[Counted]] = {}
    for one in every:
        found = corpus.resolve(str(one.variable.counts))
        if found is not None and isinstance(found.part, TaxonomyMember):
            counting.setdefault((found.item.id, found.part.id), []).append(one)
    for taxonomy in corpus.of(Taxonomy):
        for at, member in enumerate(taxonomy.members):
            if corpus.one(Limit, member.within):
                own = counting.get((taxonomy.id, member.id), [])
                yield from _by_class(corpus, Place(taxonomy.id, ("members", at)), member, own)
            elif member.within is None:
                own = counting.get((taxonomy.id, member.id), [])
                yield from _open(corpus, Place(taxonomy.id, ("members", at)), member, own)
    for matrix in corpus.of(Matrix):
        if matrix.sort is Sort.WEIGHTS:
            yield from _weighed(corpus, matrix)


def _repeated(corpus: Corpus, counted: Counted) -> Iterator[Match | None]:
    other = named(corpus, counted.variable.same_as)
    if other is not None:
        faults = list(_apart(corpus, counted, other))
        yield from faults
        if not faults:
            yield None


def _namesakes(every: Sequence[Counted]) -> Iterator[Match]:
    """Variables of one id, name, unit and source that are explained in different words.

    They may still be two things that were given one name: it only warns. What others repeat is
    where it is said what is counted, otherwise the first.
    """
    repeated = Counter(one.variable.same_as for one in every)
    alike: dict[tuple[str | None, ...], list[Counted]] = {}
    for one in every:
        variable = one.variable
        if variable.same_as is None and variable.source is not None:
            same = (variable.id, half_width(variable.title), variable.unit, variable.source)
            alike.setdefault(same, []).append(one)
    for group in alike.values():
        root, *others = sorted(group, key=lambda one: -repeated[_address(one)])
        for one in others:
            if one.variable.means == root.variable.means:
                continue
            facts = {
                "title": one.metric.title,
                "variable": one.variable.title,
                "other": root.metric.title,
                "address": _address(root),
            }
            places = (_means(one), _means(root))
            yield Match(places[0], "namesake", facts, places[1:], warns=True)


def _address(one: Counted) -> str:
    return f"{one.metric.id}.{one.variable.id}"


def _means(one: Counted) -> Place:
    """Where it is said what is counted."""
    field = "means" if one.variable.means else "title"
    return Place(one.metric.id, ("variables", one.at, field))


def _apart(corpus: Corpus, one: Counted, other: Counted) -> Iterator[Match]:
    """Where a variable says something else than the one it is said to be the same as."""
    facts: dict[str, object] = {
        "title": one.metric.title,
        "variable": one.variable.title,
        "other": other.metric.title,
        "counted": other.variable.title,
    }
    path = ("variables", one.at)
    if one[:2] == other[:2] or other.variable.same_as:
        place = Place(other.metric.id, ("variables", other.at, "same_as"))
        related = (place,) if other.variable.same_as and one[:2] != other[:2] else ()
        key = "itself" if one[:2] == other[:2] else "further"
        yield Match(Place(one.metric.id, (*path, "same_as")), key, facts, related)
        return
    for field in ("unit", "source", "within", "counts"):
        own, theirs = getattr(one.variable, field), getattr(other.variable, field)
        if own is not None and theirs is not None and own != theirs:
            told = {
                **facts,
                "label": _LABELS[field],
                "own": _told(corpus, own),
                "theirs": _told(corpus, theirs),
            }
            related = (Place(other.metric.id, ("variables", other.at, field)),)
            place = Place(one.metric.id, (*path, field))
            yield Match(place, "apart", told, related, Suggestion(theirs))


def _by_class(
    corpus: Corpus, place: Place, member: TaxonomyMember, counting: Sequence[Counted]
) -> Iterator[Match | None]:
    """What counts a class, and what handles it, goes by the stretch of the class.

    Where several do not and none does, it is the class that is told of.
    """
    found = [_window(corpus, place, member, one) for one in counting]
    procedures = corpus.some(Procedure, member.handled_by)
    found += [_handled(corpus, place, member, one) for one in procedures if one.limits]
    faults = [one for one in found if one is not None]
    if len(faults) < 2 or len(faults) < len(found):  # noqa: PLR2004  # several
        yield from found
        return
    facts = {"class": member.title, "theirs": _told(corpus, str(member.within))}
    related = tuple(one.place for one in faults)
    yield Match(_within(place), "class", {**facts, "count": len(faults)}, related)


def _open(
    corpus: Corpus, place: Place, member: TaxonomyMember, counting: Sequence[Counted]
) -> Iterator[Match]:
    """A class that is counted over a stretch, and does not say itself over which it goes."""
    windowed = [one for one in counting if corpus.one(Limit, one.variable.within)]
    if windowed:
        first = windowed[0]
        facts = {
            "class": member.title,
            "title": first.metric.title,
            "variable": first.variable.title,
            "own": _told(corpus, str(first.variable.within)),
        }
        related = tuple(Place(one.metric.id, ("variables", one.at, "within")) for one in windowed)
        yield Match(Place(place.item, (*place.path, "id")), "open", facts, related)


def _within(place: Place) -> Place:
    return Place(place.item, (*place.path, "within"))


def _window(corpus: Corpus, place: Place, member: TaxonomyMember, one: Counted) -> Match | None:
    """A variable that counts a class of cases over another stretch than the class has."""
    own, theirs = one.variable.within, str(member.within)
    if own == theirs:
        return None
    field = "within" if own else "counts"
    facts = {
        "title": one.metric.title,
        "variable": one.variable.title,
        "class": member.title,
        "own": _told(corpus, own) if own else Wording(zh="没有写", en="nothing"),
        "theirs": _told(corpus, theirs),
    }
    here = Place(one.metric.id, ("variables", one.at, field))
    suggestion = Suggestion(theirs) if own else None
    return Match(here, "window", facts, (_within(place),), suggestion)


def _handled(
    corpus: Corpus, place: Place, member: TaxonomyMember, procedure: Procedure
) -> Match | None:
    """A procedure by which a class is handled, which goes by the same stretch."""
    if member.within in procedure.limits:
        return None
    facts = {
        "title": procedure.title,
        "class": member.title,
        "theirs": _told(corpus, str(member.within)),
    }
    return Match(Place(procedure.id, ("limits",)), "procedure", facts, (_within(place),))


def _weighed(corpus: Corpus, matrix: Matrix) -> Iterator[Match | None]:
    """The rows of a table of weights: each is a metric, and goes by its name."""
    for at, row in enumerate(matrix.rows):
        facts = {"title": matrix.title, "row": row.title}
        metric = corpus.one(Metric, row.metric)
        if row.metric is None:
            yield Match(Place(matrix.id, ("rows", at, "title")), "no-metric", facts)
        elif metric is not None and row.title not in (metric.title, *metric.also):
            facts["metric"] = metric.title
            related = (Place(metric.id, ("title",)),)
            suggestion = Suggestion(metric.title)
            place = Place(matrix.id, ("rows", at, "title"))
            yield Match(place, "other-name", facts, related, suggestion)
        else:
            yield None


def _told(corpus: Corpus, name: str) -> Wording:
    """What an id names: a limit with how long, any other item by its title, a word as it is."""
    limit = corpus.one(Limit, name)
    if limit is not None:
        amount = how_much(limit.amount)
        return Wording(zh=f"{limit.title}（{amount.zh}）", en=f"{limit.title} ({amount.en})")
    found = corpus.resolve(name)
    titled = (found.part or found.item) if found else None
    title = titled.title if isinstance(titled, Item | TaxonomyMember) else name
    return Wording(zh=title, en=title)


_LABELS = {
    "unit": Wording(zh="单位", en="unit"),
    "source": Wording(zh="来源", en="source"),
    "within": Wording(zh="时间窗", en="window"),
    "counts": Wording(zh="所计类别", en="class"),
}

_REPEATS = """\
--- standards/repeats.yaml
kind: metric
id: repeat-rate
title: 重复投诉率
means: 又来投诉的比例
family: reliability
formula: repeats / complaints × 100%
variables:
  - id: repeats
    title: 重复投诉
    unit: 件
    source: call-platform
    counts: complaint-class.repeat
    within: {window}
{carets}  - {{id: complaints, title: 投诉, unit: 件, source: call-platform}}
unit: '%'
empty: not-counted
direction: down
target: 3%
window: 自然月
every: 1 日
review_every: 1 个月
acted: metric-measures
reported_by: shift-leader
--- standards/windows.yaml
kind: limit
items:
  - {{id: repeat-window, title: 重复投诉观察期, value: 30 日}}
  - {{id: week-window, title: 一周观察期, value: 7 日}}
--- standards/classes.yaml
kind: taxonomy
id: complaint-class
title: 投诉分类
members:
  - {{id: repeat, title: 重复, within: repeat-window}}
"""

RULE = Rule(
    code="K10",
    name="counted-apart",
    severity=Severity.ERROR,
    finds=Wording(
        zh="同一样东西在两处按不同的时间窗、单位或来源计数，或者按时间窗计的类别自己没有写时间窗。",
        en=(
            "The same thing counted in two places over different windows, in different units or "
            "from different sources; or a class counted over a window that it does not name."
        ),
    ),
    why=Wording(
        zh="流程里按 30 日认定重复投诉，指标里按 7 日数，报表说没有重复，客户已经来了三回。",
        en=(
            "If the procedure calls it a repeat within 30 days and the metric counts only 7, the "
            "report shows no repeats while customers come for the third time."
        ),
    ),
    messages={
        "apart": Wording(
            zh=(
                "“{title}”的“{variable}”写明与“{other}”的“{counted}”同一口径，{label}却是{own}，"
                "那边是{theirs}。请改成一样。"
            ),
            en=(
                "“{variable}” of “{title}” is said to be counted like “{counted}” of “{other}”, "
                "but its {label} is {own} here and {theirs} there. Make them the same."
            ),
        ),
        "itself": Wording(
            zh="“{title}”的“{variable}”写成与自己（“{other}”的“{counted}”）同一口径。请在这里写明怎样计数。",
            en=(
                "“{variable}” of “{title}” is said to be counted like itself (“{counted}” of "
                "“{other}”). Say here how it is counted."
            ),
        ),
        "further": Wording(
            zh=(
                "“{title}”的“{variable}”写明与“{other}”的“{counted}”同一口径，而那里又指到另一处。"
                "请直接写最后写明口径的那一处。"
            ),
            en=(
                "“{variable}” of “{title}” is said to be counted like “{counted}” of “{other}”, "
                "which itself points elsewhere. Name the place that actually says how it is "
                "counted."
            ),
        ),
        "window": Wording(
            zh=(
                "“{title}”的“{variable}”数的是“{class}”，“{class}”按{theirs}认定，这里的时间窗"
                "却是{own}。请改成一样。"
            ),
            en=(
                "“{variable}” of “{title}” counts “{class}”, which is defined over {theirs}, but "
                "its own window is {own}. Make them the same."
            ),
        ),
        "open": Wording(
            zh=(
                "“{title}”的“{variable}”按{own}数“{class}”，“{class}”自己却没有写按多久认定。请在这"
                "里的“时间窗”（within）里写上，指标和办理才有同一个依据。"
            ),
            en=(
                "“{variable}” of “{title}” counts “{class}” over {own}, but the class itself does "
                "not say over how long it is one. Name the limit under “within” here, so that "
                "metrics and handling go by the same."
            ),
        ),
        "class": Wording(
            zh=(
                "“{class}”按{theirs}认定，而计它、办它的 {count} 处没有一处照这一条。请核对是不是"
                "这里写错了。"
            ),
            en=(
                "“{class}” is defined over {theirs}, but none of the {count} places that count or "
                "handle it goes by that. Check whether it is wrong here."
            ),
        ),
        "namesake": Wording(
            zh=(
                "“{title}”的“{variable}”与“{other}”里的同名变量编号、单位、来源都相同，口径却各写各"
                "的。是同一个数的，请写“口径同”（same_as）{address}；不是的，请换一个名称。"
            ),
            en=(
                "“{variable}” of “{title}” has the same id, name, unit and source as the variable "
                "of that name in “{other}”, but each is defined by itself. If it is the same "
                "number, write {address} under “same_as”; if not, give it another name."
            ),
        ),
        "no-metric": Wording(
            zh=(
                "“{title}”的“{row}”没有写算的是哪个指标。请在这一行的“指标”（metric）里写上，口径和"
                "目标值以指标为准。"
            ),
            en=(
                "“{title}” does not say which metric “{row}” stands for. Name it in that row under "
                "“metric”: the metric sets what is counted and what the target is."
            ),
        ),
        "other-name": Wording(
            zh="“{title}”的“{row}”算的是“{metric}”。请用指标的名称，免得当成另一个数。",
            en=(
                "“{row}” in “{title}” is the metric “{metric}”. Use the metric's own name, or "
                "people will take it for a different number."
            ),
        ),
        "procedure": Wording(
            zh=(
                "“{class}”按{theirs}认定，而办理它的流程“{title}”没有写这一条。请补进它的“时限与限"
                "额”（limits）。"
            ),
            en=(
                "“{class}” is defined over {theirs}, but the procedure that handles it, “{title}”, "
                "does not name that limit. Add it to its “limits”."
            ),
        ),
    },
    bad=Example(
        example(
            more=_REPEATS.format(window="week-window", carets="            ^^^^^^^^^^^\n"),
            metrics=", repeat-rate",
        )
    ),
    mended=Example(
        example(more=_REPEATS.format(window="repeat-window", carets=""), metrics=", repeat-rate")
    ),
    check=check,
)
