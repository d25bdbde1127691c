"""C10: fail points that no metric watches, that no step names, or whose remedies are empty."""

from collections.abc import Iterator

from guifan.checks.rules.metrics.framed import example
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.procedure import FailPoint, Procedure
from guifan.language.written import half_width, is_stub

_SAID = ("prevention", "detection", "recovery")
"""What is said of a fail point: before it happens, when it happens, afterwards."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every fail point. That it says everything, the model sees already."""
    for procedure in corpus.each(Procedure):
        named = {name for step in procedure.steps for name in step.fails}
        for at, point in enumerate(procedure.fail_points):
            facts = {"title": procedure.title, "point": point.title}
            place = Place(procedure.id, ("fail_points", at, "title"))
            yield None if point.metric else Match(place, "unwatched", facts)
            yield None if point.id in named else Match(place, "unnamed", facts)
            yield from _said(procedure, at, point)


def _said(procedure: Procedure, at: int, point: FailPoint) -> Iterator[Match | None]:
    """Prevention, detection and recovery that are word for word the same, or say nothing."""
    before: dict[str, str] = {}
    for name in _SAID:
        written = str(getattr(point, name))
        if is_stub(written):
            facts = {
                "title": procedure.title,
                "point": point.title,
                "label": Wording(zh=point.label(name), en=name),
                "said": written,
            }
            yield Match(Place(procedure.id, ("fail_points", at, name)), "stub", facts)
            continue
        text = half_width(written).strip(" .。")
        other = before.setdefault(text, name)
        if other == name:
            yield None
            continue
        facts = {
            "title": procedure.title,
            "point": point.title,
            "one": Wording(zh=point.label(other), en=other),
            "two": Wording(zh=point.label(name), en=name),
        }
        related = (Place(procedure.id, ("fail_points", at, other)),)
        yield Match(Place(procedure.id, ("fail_points", at, name)), "copied", facts, related)


_STEPS = """\
--- standards/hotline.yaml
kind: procedure
id: call-answering
title: 接听来电
about: 客户打进来
steps:
  - id: answer
    title: 接起来电
    do: 接起来电，报工号问好
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
    fails: [no-answer]
fail_points:
  - id: no-answer
    title: 没有人接
{more}    prevention: 按预测排够人
    detection: 排队超过三通时屏幕变红
    recovery: 给没有接通的客户回电
    owner: shift-leader
"""

RULE = Rule(
    code="C10",
    name="fail-point-unguarded",
    severity=Severity.WARNING,
    finds=Wording(
        zh=(
            "失误点没有指标盯着，没有写在哪一步，或者预防、发现、补救写的是同一句话、"
            "其中一项等于没有写。"
        ),
        en=(
            "A fail point that no metric watches or no step names, or whose prevention, detection "
            "and recovery are the same words or say nothing."
        ),
    ),
    why=Wording(
        zh="没有指标的失误点，出了多少次没有人知道；不写在步骤上，做到那一步的人看不见。",
        en=(
            "If no metric watches a fail point, nobody knows how often it happens; if no step "
            "names it, the person doing that step does not see it."
        ),
    ),
    messages={
        "unwatched": Wording(
            zh="“{title}”的失误点“{point}”没有写用哪个指标盯住它。请在“指标”（metric）里写上。",
            en="No metric watches the fail point “{point}” of “{title}”. Name one under “metric”.",
        ),
        "unnamed": Wording(
            zh=(
                "“{title}”的失误点“{point}”没有写在任何一步里。请写进容易出错的那一步的“失误点”（"
                "fails）。"
            ),
            en=(
                "No step of “{title}” names the fail point “{point}”. Add it to “fails” of the "
                "step where it happens."
            ),
        ),
        "stub": Wording(
            zh="“{title}”的失误点“{point}”，{label}只写了“{said}”，等于没有写。请写明靠什么。",
            en=(
                "For the fail point “{point}” of “{title}”, the {label} is just “{said}”, which "
                "says nothing. Say how it is done."
            ),
        ),
        "copied": Wording(
            zh=(
                "“{title}”的失误点“{point}”，{two}和{one}写的是同一句话。请分别写清不出错、及时"
                "发现、出错后挽回各靠什么。"
            ),
            en=(
                "For the fail point “{point}” of “{title}”, the {two} is word for word the same as "
                "the {one}. Say separately what prevents the mistake, what detects it and what "
                "puts it right."
            ),
        ),
    },
    bad=Example(_STEPS.format(more="           ^^^^\n")),
    mended=Example(_STEPS.format(more="    metric: answer-rate\n") + example()),
    check=check,
    apart=always,
)
