"""L07: an edition that was released without passing the stages before."""

from collections.abc import Iterator
from itertools import pairwise

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.manual import Manual, Round
from guifan.proof.told import a_day

_ORDER = tuple(Round)


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at the stages that the manual says its edition has passed."""
    manual = corpus.manual
    if manual is None or not (manual.passed or manual.approved_by):
        return
    at = {one.stage: number for number, one in reversed(list(enumerate(manual.passed)))}
    yield from _in_order(manual)
    yield _approved(corpus, manual, at)
    yield from _complete(manual, at)
    if Round.RELEASE in at:
        yield _in_time(manual, at[Round.RELEASE])


def _in_order(manual: Manual) -> Iterator[Match | None]:
    """Each stage no sooner than those before it."""
    known = sorted(enumerate(manual.passed), key=lambda pair: _ORDER.index(pair[1].stage))
    for (_, before), (number, after) in pairwise(known):
        facts: dict[str, object] = {
            "stage": _in_words(after.stage),
            "other": _in_words(before.stage),
        }
        facts |= {"day": a_day(after.done), "before": a_day(before.done)}
        related = (Place(manual.id, ("passed", manual.passed.index(before), "done")),)
        place = Place(manual.id, ("passed", number, "done"))
        wrong = after.done < before.done
        yield Match(place, "too-soon", facts, related) if wrong else None


def _approved(corpus: Corpus, manual: Manual, at: dict[Round, int]) -> Match | None:
    """By the body that the manual names."""
    body = corpus.get(manual.approved_by) if manual.approved_by else None
    if body is None:
        return None
    facts: dict[str, object] = {"body": body.title}
    named = Place(manual.id, ("approved_by",))
    if Round.APPROVAL not in at:
        follows = _next(at, Round.APPROVAL)
        if follows is None:
            return Match(named, "not-approved", facts)
        return Match(
            Place(manual.id, ("passed", follows, "stage")), "not-approved", facts, (named,)
        )
    number = at[Round.APPROVAL]
    by = corpus.get(manual.passed[number].by)
    if by is None or by.id == body.id:
        return None
    facts["by"] = by.title
    return Match(Place(manual.id, ("passed", number, "by")), "another-body", facts, (named,))


def _complete(manual: Manual, at: dict[Round, int]) -> Iterator[Match | None]:
    """From release on, no stage before those that were passed is left out.

    Nothing is said before that: an edition in preparation may begin with any stage.
    """
    last = max((_ORDER.index(stage) for stage in at), default=0)
    for stage in _ORDER[:last] if last >= _ORDER.index(Round.RELEASE) else ():
        if stage is Round.APPROVAL and manual.approved_by:
            continue
        follows = _next(at, stage)
        if stage in at or follows is None:
            yield None
            continue
        after = manual.passed[follows]
        facts = {"stage": _in_words(stage), "after": _in_words(after.stage)}
        yield Match(Place(manual.id, ("passed", follows, "stage")), "skipped", facts)


def _next(at: dict[Round, int], stage: Round) -> int | None:
    """Where the first stage is written that was passed after one, in the order of the stages."""
    return next((at[one] for one in _ORDER[_ORDER.index(stage) + 1 :] if one in at), None)


def _in_time(manual: Manual, number: int) -> Match | None:
    """Nothing holds before it is released."""
    release = manual.passed[number]
    facts = {"day": a_day(release.done), "effective": a_day(manual.effective)}
    place = Place(manual.id, ("passed", number, "done"))
    late = Match(place, "released-late", facts, (Place(manual.id, ("effective",)),))
    return late if release.done > manual.effective else None


_ENGLISH = {
    Round.NEEDS: "what customers require",
    Round.EXISTING: "review of existing standards",
    Round.BENCHMARK: "benchmarking",
    Round.DRAFTING: "drafting",
    Round.APPROVAL: "approval by management",
    Round.RELEASE: "release",
    Round.APPLICATION: "application",
    Round.SUPERVISION: "supervision",
    Round.REVIEW: "review",
}


def _in_words(stage: Round) -> Wording:
    return Wording(zh=stage.label, en=_ENGLISH[stage])


RULE = Rule(
    code="L07",
    name="stage-skipped",
    severity=Severity.WARNING,
    finds=Wording(
        zh="这一版手册跳过了制定过程中的某个阶段，次序颠倒，或者不是由写明的机构批准。",
        en=(
            "An edition that skipped a stage on its way to release, took the stages out of order, "
            "or was approved by a different body from the one named."
        ),
    ),
    why=Wording(
        zh=(
            "没有评审就发布，一线照着做才发现做不到；没有批准就发布，对客户的承诺没有人认。九个"
            "阶段的次序，是为了让错处在发布以前被看见。"
        ),
        en=(
            "A manual released without review turns out to be impossible when staff try to follow "
            "it; one released without approval makes promises that nobody stands behind. The order "
            "of the nine stages lets mistakes show before release."
        ),
    ),
    messages={
        "too-soon": Wording(
            zh="“{stage}”写的是 {day}，早于它前面的“{other}”（{before}）。请核对日期。",
            en=(
                "“{stage}” is dated {day}, earlier than the stage before it, “{other}” ({before}). "
                "Check the dates."
            ),
        ),
        "not-approved": Wording(
            zh="本手册须经{body}批准，制定过程里没有“管理层批准”。请先报批，再写上由谁、哪一天批准。",
            en=(
                "This manual must be approved by {body}, but no approval is listed among its "
                "stages. Have it approved, then write by whom and on which day."
            ),
        ),
        "another-body": Wording(
            zh=(
                "本手册须经{body}批准，写的却是由{by}批准。请由{body}批准，或者改正“批准机构”（"
                "approved_by）。"
            ),
            en=(
                "This manual must be approved by {body}, but the approval was given by {by}. Have "
                "{body} approve it, or correct “approved_by”."
            ),
        ),
        "skipped": Wording(
            zh="“{after}”已经做了，它前面的“{stage}”却没有做。请补做并写上日期。",
            en=(
                "The stage “{after}” has been passed, but “{stage}”, which comes before it, has "
                "not. Carry it out, and write the date."
            ),
        ),
        "released-late": Wording(
            zh="{day}才发布，却从 {effective}起生效。请把生效日期推到发布以后。",
            en=(
                "Released only on {day}, but in effect from {effective}. Move the effective date "
                "to the release or later."
            ),
        ),
    },
    bad=Example("""\
kind: manual
id: manual
title: 客户服务规范
language: 1
operator: 云川通信
edition: 2026 年第 1 版
arranged_through: 2026
chapters: [{id: general, number: 1, title: 总则, about: 宗旨}]
calendars: [{id: office, title: 行政班, hours: 周一至周五 08:30–17:30}]
approved_by: service-council
passed:
  - {stage: needs, by: standards-office, done: 2025-08-01}
  - {stage: existing, by: standards-office, done: 2025-09-01}
  - {stage: benchmark, by: standards-office, done: 2025-09-20}
  - {stage: drafting, by: standards-office, done: 2025-11-10}
  - {stage: approval, by: service-department, done: 2025-12-12}
                          ^^^^^^^^^^^^^^^^^^
  - {stage: release, by: service-department, done: 2025-12-20}
"""),
    mended=Example("""\
kind: manual
id: manual
title: 客户服务规范
language: 1
operator: 云川通信
edition: 2026 年第 1 版
arranged_through: 2026
chapters: [{id: general, number: 1, title: 总则, about: 宗旨}]
calendars: [{id: office, title: 行政班, hours: 周一至周五 08:30–17:30}]
approved_by: service-council
passed:
  - {stage: needs, by: standards-office, done: 2025-08-01}
  - {stage: existing, by: standards-office, done: 2025-09-01}
  - {stage: benchmark, by: standards-office, done: 2025-09-20}
  - {stage: drafting, by: standards-office, done: 2025-11-10}
  - {stage: approval, by: service-council, done: 2025-12-12}
  - {stage: release, by: service-department, done: 2025-12-20}
"""),
    check=check,
)
