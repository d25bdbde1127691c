"""W04: a goal of which nobody could tell that it was reached."""

import re
from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.metric import Direction, Metric
from guifan.language.kinds.programme import Goal, Programme, Sort
from guifan.language.labels import Label, field_named
from guifan.language.nodes import Path
from guifan.proof.told import how_much
from guifan.temporal.measure import Measure, comparable

_CHANGES = frozenset({Sort.CAMPAIGN, Sort.IMPROVEMENT})
"""Programmes that are there to change something; the others are there to look or to learn."""

_VAGUE = re.compile(
    "(?:明显|显著|大幅度?|大力|进一步|不断|持续|稳步|逐步|全面|切实|有效|着力|力争|努力|较大幅度)地?"
    "(?:提升|提高|改善|改进|降低|减少|增强|增加|缩短|优化|加强|完善|压缩|压降)"
)


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every programme that shall change something, or says so, and at every goal."""
    for programme in corpus.of(Programme):
        if not programme.goals:
            vague = _VAGUE.search(programme.aim)
            if vague or programme.sort in _CHANGES:
                yield _without(programme, vague)
            continue
        for at, goal in enumerate(programme.goals):
            found = list(_faults(corpus, programme, goal, ("goals", at)))
            yield from found
            if not found:
                yield None


def _without(programme: Programme, vague: re.Match[str] | None) -> Match:
    facts: dict[str, object] = {"title": programme.title}
    if vague is None:
        facts["sort"] = Label(programme.sort.label)
        return Match(Place(programme.id, ("sort",)), "none", facts)
    place = Place(programme.id, ("aim",), vague.span())
    return Match(place, "vague", facts | {"words": vague[0]})


def _faults(corpus: Corpus, programme: Programme, goal: Goal, path: Path) -> Iterator[Match]:
    facts: dict[str, object] = {"title": programme.title}
    if goal.unsaid:
        fields = listed(field_named(Goal, name) for name in goal.unsaid)
        yield Match(Place(programme.id, (*path, "id")), "unsaid", facts | {"fields": fields})
    if goal.due is not None and goal.due < programme.effective:
        place = Place(programme.id, (*path, "due"))
        dates = {"due": goal.due, "effective": programme.effective}
        yield Match(place, "over", facts | dates, (Place(programme.id, ("effective",)),))
    yield from _steps_back(corpus, programme, goal, path)


def _steps_back(corpus: Corpus, programme: Programme, goal: Goal, path: Path) -> Iterator[Match]:
    """A target of another measure than the metric's, or no better than what there is."""
    metric = corpus.one(Metric, goal.metric)
    target, baseline = goal.target, goal.baseline
    if metric is None or not isinstance(target, Measure):
        return
    place = Place(programme.id, (*path, "target"))
    facts = {"title": programme.title, "metric": metric.title, "target": how_much(target)}
    usual = metric.target
    if isinstance(usual, Measure) and not comparable(target, usual):
        facts["usual"] = how_much(usual)
        yield Match(place, "measure", facts, (Place(metric.id, ("target",)),))
    elif isinstance(baseline, Measure) and comparable(target, baseline):
        is_up = metric.direction is Direction.UP
        if target <= baseline if is_up else baseline <= target:
            facts["baseline"] = how_much(baseline)
            facts["direction"] = Wording(
                zh=metric.direction.label, en="higher is better" if is_up else "lower is better"
            )
            yield Match(place, "no-better", facts, (Place(metric.id, ("direction",)),))
    elif isinstance(baseline, Measure):
        facts["usual"] = how_much(target)
        facts["target"] = how_much(baseline)
        where = Place(programme.id, (*path, "baseline"))
        yield Match(where, "measure", facts, (place,))


RULE = Rule(
    code="W04",
    name="goal-not-whole",
    severity=Severity.ERROR,
    finds=Wording(
        zh="专项工作的目标没有写全：改哪个数、现在多少、做到多少、哪一天、谁负责。",
        en=(
            "A programme's goal that does not say which metric, from what value to what value, by "
            "which day, and who is responsible."
        ),
    ),
    why=Wording(
        zh="“明显提升满意度”到期谁也说不清做到没有；没有现在的数，做成了也不知道是谁的功劳。",
        en=(
            "When the time is up, nobody can say whether satisfaction has “clearly improved”; "
            "without the starting value, nobody can say what the work achieved."
        ),
    ),
    messages={
        "vague": Wording(
            zh=(
                "“{title}”写着“{words}”，没有目标值。请写上“目标”（goals）：改哪个指标，现在多少，"
                "做到多少，哪一天，谁负责。"
            ),
            en=(
                "“{title}” says “{words}” but sets no goal. Add “goals”: which metric, from what "
                "value to what value, by which day, and who is responsible."
            ),
        ),
        "none": Wording(
            zh=(
                "“{title}”是{sort}，却没有目标。请写上“目标”（goals）：改哪个指标，现在多少，做到"
                "多少，哪一天，谁负责。"
            ),
            en=(
                "“{title}” ({sort}) has no goal. Add “goals”: which metric, from what value to "
                "what value, by which day, and who is responsible."
            ),
        ),
        "unsaid": Wording(
            zh="“{title}”的这个目标没有写 {fields}。请补上。",
            en="This goal of “{title}” does not say {fields}. Add what is missing.",
        ),
        "over": Wording(
            zh=(
                "“{title}”的目标要在 {due} 做到，那时这一条还没有生效（{effective}）。请改其中一"
                "个日期。"
            ),
            en=(
                "The goal of “{title}” is due on {due}, before the programme takes effect "
                "({effective}). Change one of the dates."
            ),
        ),
        "measure": Wording(
            zh="“{title}”的目标里，“{metric}”写了 {target}，与 {usual} 不是同一种量。请统一单位。",
            en=(
                "In the goal of “{title}”, {target} for “{metric}” is not the same kind of "
                "quantity as {usual}. Use the same unit."
            ),
        ),
        "no-better": Wording(
            zh=(
                "“{title}”要把“{metric}”从 {baseline} 做到 {target}，而这个指标{direction}，"
                "等于没有改进。请改目标值。"
            ),
            en=(
                "“{title}” is to take “{metric}” from {baseline} to {target}, but {direction}, so "
                "that is no improvement. Change the target."
            ),
        ),
    },
    bad=Example("""\
--- standards/programme.yaml
kind: programme
id: satisfaction
title: 满意度提升
sort: improvement
aim: 让客户满意度明显提升
           ^^^^
lead: service-department
activities:
  - {id: ask, do: 问客户, by: service-department, due: 每月 5 日, result: 清单}
"""),
    mended=Example("""\
--- standards/system.yaml
kind: system
id: call-platform
title: 呼叫平台
used_for: [接听来电]
--- standards/metric.yaml
kind: metric
id: answer-rate
title: 接通率
means: 客户要人工以后，通上话的比例
family: reliability
formula: answered / offered × 100%
variables:
  - {id: answered, title: 接通量, unit: 通, source: call-platform}
  - {id: offered, title: 请求量, unit: 通, source: call-platform}
unit: '%'
empty: not-counted
direction: up
target: 95%
window: 自然月
every: 1 日
review_every: 1 个月
reported_by: shift-leader
--- standards/programme.yaml
kind: programme
id: satisfaction
title: 接通提升
sort: improvement
aim: 让客户打得进来
every: 1 个月
goals:
  - id: answered
    metric: answer-rate
    baseline: 91%
    target: 95%
    due: 2026-12-31
    by: shift-leader
lead: service-department
activities:
  - {id: ask, do: 问客户, by: service-department, due: 每月 5 日, result: 清单}
metrics: [answer-rate]
"""),
    check=check,
)
