"""C08: decisions with a case that has no way, or two, or a single one; dead ends; lost steps."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.procedure import Procedure, Step
from guifan.language.written import half_width
from guifan.proof.procedures.decisions import sorted_by, unreached

_OPEN = ("alone", "hole", "members", "nothing")
"""What is said of a decision that lacks a way."""


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every decision of every procedure, then for steps that no way leads to."""
    for procedure in corpus.of(Procedure):
        is_open = False
        for at, step in enumerate(procedure.steps):
            for found in _decision(corpus, procedure, at, step):
                is_open |= found is not None and found.key in _OPEN
                yield found
        # Where a decision lacks a way, a step that is not reached is where it should have led.
        for step in () if is_open else unreached(procedure):
            at = procedure.steps.index(step)
            facts = {"title": procedure.title, "step": step.title}
            yield Match(Place(procedure.id, ("steps", at, "id")), "unreached", facts)


def _decision(corpus: Corpus, procedure: Procedure, at: int, step: Step) -> Iterator[Match | None]:
    if step.branches:
        yield _hole(corpus, procedure, at, step)
        yield from _branches(procedure, at, step)


def _hole(corpus: Corpus, procedure: Procedure, at: int, step: Step) -> Match | None:
    """A decision where some case has no way. One with a next step of its own goes on there.

    One way that takes what is left over, and goes on, decides nothing: what it was left over from
    is missing. One that ends there says with what result.
    """
    first, *others = step.branches
    if first.otherwise and first.to and not (others or step.then or step.parallel):
        alone = {"title": procedure.title, "step": step.title, "case": first.when}
        where = Place(procedure.id, ("steps", at, "branches", 0, "when"))
        return Match(where, "alone", alone)
    if step.then or step.parallel or any(one.otherwise for one in step.branches):
        return None
    facts: dict[str, object] = {"title": procedure.title, "step": step.title}
    place = Place(procedure.id, ("steps", at, "title"))
    by = sorted_by(corpus, step)
    if by is None:
        ways = Place(procedure.id, ("steps", at, "branches"), key=True)
        return Match(place, "hole", facts | {"count": len(step.branches)}, (ways,))
    if not by.missing:
        return None
    facts["class"] = by.taxonomy.title
    facts["missing"] = listed(one.title for one in by.missing)
    members = by.taxonomy.members
    there = tuple(Place(by.taxonomy.id, ("members", members.index(one))) for one in by.missing)
    return Match(place, "members", facts, there)


def _branches(procedure: Procedure, at: int, step: Step) -> Iterator[Match | None]:
    """Branches of the same case, of the same rest of cases, to nowhere, or to two things."""
    before: dict[str, int] = {}
    rest: int | None = None
    for number, branch in enumerate(step.branches):
        path = ("steps", at, "branches", number)
        facts = {"title": procedure.title, "step": step.title, "case": branch.when}
        other = before.setdefault("".join(half_width(branch.when).split()).casefold(), number)
        if other != number:
            related = (Place(procedure.id, ("steps", at, "branches", other, "when")),)
            yield Match(Place(procedure.id, (*path, "when")), "same", facts, related)
        if branch.otherwise and rest is not None:
            related = (Place(procedure.id, ("steps", at, "branches", rest, "otherwise")),)
            yield Match(Place(procedure.id, (*path, "otherwise")), "two-rests", facts, related)
        if branch.otherwise:
            rest = number
        if branch.to and branch.ends_with:
            related = (Place(procedure.id, (*path, "to")),)
            yield Match(Place(procedure.id, (*path, "ends_with")), "both", facts, related)
        elif branch.to or branch.ends_with:
            yield None
        else:
            yield Match(Place(procedure.id, (*path, "when")), "nothing", facts)


RULE = Rule(
    code="C08",
    name="case-without-way",
    severity=Severity.ERROR,
    finds=Wording(
        zh="流程的分支没有把情形分全、分清，只剩一支，或者有一支没有去处，有一步走不到。",
        en=(
            "A decision whose branches miss a case, overlap or are down to one, a branch that "
            "leads nowhere, or a step that no path reaches."
        ),
    ),
    why=Wording(
        zh=(
            "分支只写“有效”“无效”，遇到拿不准的，员工只能猜：猜错的那一件，就是下一个投诉。"
            "每处分支都写明一支兜底，谁遇到什么都有路走。"
        ),
        en=(
            "If a decision only knows “valid” and “invalid”, staff have to guess when they are not "
            "sure, and the wrong guess is the next complaint. With one branch for everything else, "
            "there is always a way on."
        ),
    ),
    messages={
        "hole": Wording(
            zh=(
                "“{title}”的“{step}”分 {count} 支，没有写别的情形走哪一支。请给兜底的一支写上 "
                "otherwise: 是；没有合适的，请补一支。"
            ),
            en=(
                "“{step}” of “{title}” has {count} {count:branch|branches}, but none for all other "
                "cases. Write otherwise: yes on the one that takes them, or add a branch."
            ),
        ),
        "alone": Wording(
            zh=(
                "“{title}”的“{step}”只剩“{case}”一支，没有写别的情形走哪里。请补上另一支；不用"
                "分支的，直接写下一步。"
            ),
            en=(
                "“{step}” of “{title}” has only the branch “{case}” and nothing for other cases. "
                "Add another branch; if there is nothing to decide, name the next step directly."
            ),
        ),
        "members": Wording(
            zh=(
                "“{title}”的“{step}”按“{class}”分支，少了{missing}。请补上这一支，或者给兜底的"
                "一支写上 otherwise: 是。"
            ),
            en=(
                "“{step}” of “{title}” branches by “{class}” but leaves out {missing}. Add a "
                "branch for {missing:it|each}, or write otherwise: yes on the one that takes all "
                "other cases."
            ),
        ),
        "same": Wording(
            zh="“{title}”的“{step}”有两支写的是同一种情形：“{case}”。请合成一支，或者写明差别。",
            en=(
                "Two branches of “{step}” of “{title}” are for the same case, “{case}”. Merge "
                "them, or say how they differ."
            ),
        ),
        "two-rests": Wording(
            zh=(
                "“{title}”的“{step}”有两支都写了 otherwise: 是，“{case}”是后一支。其他情形只能走"
                "一支，请去掉一处。"
            ),
            en=(
                "Two branches of “{step}” of “{title}” have otherwise: yes; “{case}” is the "
                "second. Only one branch can take all other cases: remove it from one."
            ),
        ),
        "both": Wording(
            zh=("“{title}”的“{step}”里“{case}”一支既转到另一步，又写流程在此结束。请只留一样。"),
            en=(
                "In “{step}” of “{title}”, the branch “{case}” both goes on to a step and ends the "
                "procedure. Keep one of the two."
            ),
        ),
        "nothing": Wording(
            zh=(
                "“{title}”的“{step}”里“{case}”一支没有去处。请写转到哪一步（to），或者流程在此"
                "结束的结果（ends_with）。"
            ),
            en=(
                "In “{step}” of “{title}”, the branch “{case}” leads nowhere. Say which step comes "
                "next (“to”), or with what result the procedure ends (“ends_with”)."
            ),
        ),
        "unreached": Wording(
            zh="“{title}”的“{step}”没有一条路走得到。请写明从哪一步转来；不再需要的，请删去。",
            en=(
                "No path leads to “{step}” of “{title}”. Say which step goes there, or delete it "
                "if it is no longer needed."
            ),
        ),
    },
    bad=Example("""\
kind: procedure
id: complaint-judgement
title: 投诉判定
about: 客户提出投诉
steps:
  - id: judge
    title: 判定责任
           ^^^^
    do: 对照记录判定有没有责任
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    branches:
      - when: 有效
        to: answer
      - when: 无效
        ends_with: 告诉客户依据和客户可以怎么办
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
"""),
    mended=Example("""\
kind: procedure
id: complaint-judgement
title: 投诉判定
about: 客户提出投诉
steps:
  - id: judge
    title: 判定责任
    do: 对照记录判定有没有责任
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
    branches:
      - when: 有效，或者拿不准
        to: answer
        otherwise: 是
      - when: 无效
        ends_with: 告诉客户依据和客户可以怎么办
  - id: answer
    title: 答复客户
    do: 把结果告诉客户
    lane: frontstage
    by: hotline-agent
    accountable: shift-leader
"""),
    check=check,
    absences=frozenset({"hole"}),
)
