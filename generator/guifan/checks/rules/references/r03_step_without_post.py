"""R03: a step that nobody does, or that nobody answers for."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.kinds.procedure import Lane, Procedure, Step

_MISSING = (("by", "nobody-does"), ("accountable", "nobody-answers"))
"""A field of a step, and what is said where it is empty; that there is one each the model sees."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at the posts of every step that is not the customer's own."""
    for procedure in corpus.each(Procedure):
        for at, step in enumerate(procedure.steps):
            if step.lane is not Lane.CUSTOMER:
                yield from _posts(procedure, at, step)


def _posts(procedure: Procedure, at: int, step: Step) -> Iterator[Match | None]:
    for name, key in _MISSING:
        facts = {"title": procedure.title, "step": step.title}
        place = Place(procedure.id, ("steps", at, "title"))
        yield None if getattr(step, name) else Match(place, key, facts)


RULE = Rule(
    code="R03",
    name="step-without-post",
    severity=Severity.ERROR,
    finds=Wording(
        zh="流程的一步没有写谁来做，或者没有写谁对做好负责。",
        en="A procedure step that does not say who does it, or who is accountable for it.",
    ),
    why=Wording(
        zh=(
            "没有写经办岗的一步，每个人都以为是别人做；没有写责任岗的一步，做坏了没有人改。"
            "每一步恰好一个责任岗，客户自己做的除外。"
        ),
        en=(
            "If a step names nobody to do it, everyone leaves it to somebody else; if nobody is "
            "accountable, nobody puts it right. Every step has exactly one accountable post, "
            "except those the customer does."
        ),
    ),
    messages={
        "nobody-does": Wording(
            zh=(
                "“{title}”的“{step}”没有写由哪个岗位做。请写上“经办岗”（by）；客户自己做的，泳道"
                "写 customer。"
            ),
            en=(
                "“{step}” of “{title}” does not say which post does it. Name the post under “by”; "
                "if the customer does it, set its lane to customer."
            ),
        ),
        "nobody-answers": Wording(
            zh=(
                "“{title}”的“{step}”没有写由谁对做好负责。请写上“责任岗”（accountable），只写一个"
                "岗位。"
            ),
            en=(
                "“{step}” of “{title}” does not say who is accountable for it. Name one post under "
                "“accountable”."
            ),
        ),
    },
    bad=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: record
    title: 受理登记
           ^^^^
    do: 记下客户的诉求
    lane: frontstage
    by: hotline-agent
"""),
    mended=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: record
    title: 受理登记
    do: 记下客户的诉求
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
"""),
    check=check,
    apart=always,
)
