"""C04: a dimension of service in which no norm says what to do, how, or with what result."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.norm import Aspect, Norm, Result
from guifan.language.kinds.taxonomy import Absence, Taxonomy, TaxonomyMember
from guifan.language.written import is_stub
from guifan.proof.dimensions import DIMENSIONS, Cell, cells

_ENGLISH = {
    (Aspect.OPERATIONAL, Result.PROCESS): "what is done, on the way",
    (Aspect.OPERATIONAL, Result.OUTCOME): "what is done, by its outcome",
    (Aspect.BEHAVIOURAL, Result.PROCESS): "how it is done, on the way",
    (Aspect.BEHAVIOURAL, Result.OUTCOME): "how it is done, by its outcome",
}
"""The four cells of a dimension in English."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every cell of every dimension, once there are any norms."""
    taxonomy = corpus.one(Taxonomy, DIMENSIONS)
    for at, member in enumerate(taxonomy.members if taxonomy and corpus.of(Norm) else ()):
        assert taxonomy is not None
        found = cells(corpus, member)
        yield from _absences(taxonomy, at, member, found)
        empty = [one for one in found if not one.norms and not one.why]
        yield _empty(taxonomy, at, member, empty) if empty else None


def _empty(taxonomy: Taxonomy, at: int, member: TaxonomyMember, found: list[Cell]) -> Match:
    facts = {"dimension": member.title, "cells": listed(_named(one) for one in found)}
    return Match(Place(taxonomy.id, ("members", at, "title")), "empty", facts)


def _absences(
    taxonomy: Taxonomy, at: int, member: TaxonomyMember, found: tuple[Cell, ...]
) -> Iterator[Match | None]:
    """Reasons for having no norm of a sort that there is."""
    counts = {(one.aspect, one.result): len(one.norms) for one in found}
    for number, one in enumerate(member.absences):
        count = counts[one.aspect, one.result]
        facts = {
            "dimension": member.title,
            "cell": _named(one),
            "count": count,
        }
        place = Place(taxonomy.id, ("members", at, "absences", number, "why"))
        if count:
            yield Match(place, "needless", facts)
        elif is_stub(one.why):
            yield Match(place, "no-reason", {**facts, "said": one.why})
        else:
            yield None


def _named(cell: Cell | Absence) -> Wording:
    zh = f"{cell.aspect.label}·{cell.result.label}"
    return Wording(zh=zh, en=_ENGLISH[cell.aspect, cell.result])


_NORMS = """\
--- standards/norms.yaml
kind: norm
binds: {{roles: [hotline-agent]}}
items:
  - id: answer-in-time
    title: 按时答复
    rule: 客服代表应当按时答复客户
    modal: must
    aspect: operational
    result: process
    dimension: responsiveness
    check: [抽查工单]
  - id: answered-in-time
    title: 答复不拖
    rule: 客服代表应当让客户按时得到答复
    modal: must
    aspect: operational
    result: outcome
    dimension: responsiveness
    check: [抽查工单]
  - id: glad-to-help
    title: 主动帮忙
    rule: 客服代表应当主动问客户还要什么
    modal: must
    aspect: behavioural
    result: process
    dimension: responsiveness
    check: [抽听录音]
--- standards/dimensions.yaml
kind: taxonomy
id: service-dimension
title: 服务维度
members:
  - id: responsiveness
    title: 响应性
{more}"""

RULE = Rule(
    code="C04",
    name="dimension-unserved",
    severity=Severity.WARNING,
    finds=Wording(
        zh="一个服务维度里，运作与行为、过程与成果四格中有一格没有条款，也没有写理由。",
        en=(
            "A service dimension with no norm in one of its four cells (operational or "
            "behavioural, process or outcome) and no reason why."
        ),
    ),
    why=Wording(
        zh="只管做没做、不管做成没有，员工做满步骤，客户还是没有办好；缺的那一格往往就是投诉来的地方。",
        en=(
            "If norms only ask whether a step was done and not what came of it, staff complete "
            "every step and the customer still has not been helped. The empty cell is often where "
            "complaints come from."
        ),
    ),
    messages={
        "empty": Wording(
            zh=(
                "服务维度“{dimension}”没有这样的条款：{cells}。请补写条款；确实不需要的，请在“没"
                "有条款的格”（absences）里写明理由。"
            ),
            en=(
                "The service dimension “{dimension}” has no norm for: {cells}. Write one; if none "
                "is needed, give the reason under “absences”."
            ),
        ),
        "no-reason": Wording(
            zh=(
                "服务维度“{dimension}”没有“{cell}”的条款，理由只写了“{said}”，等于没有写。"
                "请写明为什么不需要，或者补写条款。"
            ),
            en=(
                "The service dimension “{dimension}” has no such norm ({cell}), and the reason "
                "given is just “{said}”. Say why none is needed, or write one."
            ),
        ),
        "needless": Wording(
            zh=("服务维度“{dimension}”写明没有“{cell}”的条款，实际有 {count} 条。请删去这条理由。"),
            en=(
                "The service dimension “{dimension}” gives a reason for having no such norm "
                "({cell}), but there {count:is|are} {count} such {count:norm|norms}. Delete the "
                "reason."
            ),
        ),
    },
    bad=Example(_NORMS.format(more="           ^^^\n")),
    mended=Example(
        _NORMS.format(
            more="""\
    absences:
      - aspect: behavioural
        result: outcome
        why: 愿意不愿意帮忙，看过程就知道
"""
        )
    ),
    check=check,
    absences=frozenset({"empty"}),
)
