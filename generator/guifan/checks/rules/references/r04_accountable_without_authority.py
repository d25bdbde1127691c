"""R04: a post that answers for the work of another without standing above it."""

from collections.abc import Iterator

from guifan.checks.rules.references.r05_post_not_on_channel import fronts
from guifan.checks.rules.references.r06_same_hands import apart
from guifan.corpus.graph import Corpus
from guifan.findings import (
    Example,
    Match,
    Phrase,
    Place,
    Rule,
    Sayable,
    Severity,
    Wording,
    always,
    listed,
)
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.role import Role
from guifan.proof.people.superiors import in_line, is_unsound, superiors


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Follow the reporting line from who does a step to who answers for it.

    Where the post that does it is wrong for another reason, R05 and R06 say so; where the line
    itself is, T12.
    """
    for procedure in corpus.each(Procedure):
        wrong = _wrong(corpus, procedure)
        for at, step in enumerate(procedure.steps):
            does, answers = corpus.one(Role, step.by), corpus.one(Role, step.accountable)
            if does is None or answers is None:
                continue
            if at in wrong or in_line(corpus, step) or is_unsound(corpus, does):
                yield None
                continue
            line = tuple(superiors(corpus, does))
            facts = {
                "title": procedure.title,
                "step": step.title,
                "does": does.title,
                "answers": answers.title,
                "line": _chain(line),
            }
            related = (Place(does.id, ("reports_to",), key=True),) if does.reports_to else ()
            place = Place(procedure.id, ("steps", at, "accountable"))
            yield Match(place, "not-in-line", facts, related)


def _wrong(corpus: Corpus, procedure: Procedure) -> set[int]:
    """The steps that are given to a post that serves elsewhere, or that may not do them both."""
    wrong = {front.at for front in fronts(corpus, procedure) if not front.is_there}
    for pair in apart(corpus, procedure):
        one, other = (procedure.steps[at] for at in pair)
        wrong |= set(pair) if one.by == other.by else set()
    return wrong


def _chain(line: tuple[Role, ...]) -> Sayable:
    """The posts above, or that there are none."""
    if not line:
        return Wording(zh="没有上级", en="nobody")
    return Phrase(_ABOVE, {"titles": listed(role.title for role in line)})


_ABOVE = Wording(zh="依次是{titles}", en="{titles}")


RULE = Rule(
    code="R04",
    name="accountable-without-authority",
    severity=Severity.ERROR,
    finds=Wording(
        zh="一步的责任岗既不是经办岗自己，也不在经办岗的上级里，管不到做这一步的人。",
        en=(
            "The accountable post of a step is neither the one that does it nor above it, and so "
            "has no authority over who does it."
        ),
    ),
    why=Wording(
        zh="管不到的人负不了责：出了问题，责任岗调不动人，经办岗另有上级，客户被两头推。",
        en=(
            "Nobody can answer for work they cannot direct: when something goes wrong, the "
            "accountable post cannot move the people, who report to somebody else, and the "
            "customer is passed between the two."
        ),
    ),
    messages={
        "not-in-line": Wording(
            zh=(
                "“{title}”的“{step}”由{does}做，责任岗写的是{answers}，不在{does}的上级里"
                "（{does}的上级：{line}）。请改成经办岗自己或它的上级。"
            ),
            en=(
                "“{step}” of “{title}” is done by {does}, but the accountable post, {answers}, is "
                "not above {does} (above it: {line}). Name the post that does it, or one above it."
            ),
        ),
    },
    bad=Example("""\
--- standards/roles.yaml
kind: role
id: billing-clerk
title: 计费员
unit: service-department
rank: 1
mission: 算对每一笔
duties: [核对话单]
--- standards/handling.yaml
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: check-records
    title: 核对话单
    do: 调出原始话单
    lane: support
    by: billing-clerk
    accountable: shift-leader
                 ^^^^^^^^^^^^
"""),
    mended=Example("""\
--- standards/roles.yaml
kind: role
id: billing-clerk
title: 计费员
unit: service-department
rank: 1
reports_to: shift-leader
mission: 算对每一笔
duties: [核对话单]
"""),
    check=check,
    apart=always,
    absences=frozenset({"not-in-line"}),
)
