"""R06: work and its check in the same hands."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.role import Role
from guifan.proof.people.superiors import in_line


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at steps that are to be done by others, and at posts that may not be held together."""
    for procedure in corpus.of(Procedure):
        yield from _steps(corpus, procedure)
    for role in corpus.of(Role):
        for at, name in enumerate(role.deputies):
            if (deputy := corpus.one(Role, name)) is not None:
                yield _deputy(role, at, deputy)


def _steps(corpus: Corpus, procedure: Procedure) -> Iterator[Match | None]:
    """Of the two steps, the one leads whose post does not stand below who answers for it."""
    for at, other in apart(corpus, procedure):
        step, checked = procedure.steps[at], procedure.steps[other]
        post = corpus.one(Role, step.by)
        if post is None or checked.by != step.by:
            yield None
            continue
        facts = {
            "title": procedure.title,
            "step": step.title,
            "other": checked.title,
            "post": post.title,
        }
        place, related = (Place(procedure.id, ("steps", one, "by")) for one in (at, other))
        if in_line(corpus, step) and not in_line(corpus, checked):
            place, related = related, place
        yield Match(place, "same-post", facts, (related,))


def apart(corpus: Corpus, procedure: Procedure) -> Iterator[tuple[int, int]]:
    """Steps of a procedure whose post is known, each with one whose post may not do it."""
    places = {step.id: at for at, step in enumerate(procedure.steps)}
    for at, step in enumerate(procedure.steps):
        for name in step.apart_from:
            if name in places and corpus.one(Role, step.by) is not None:
                yield at, places[name]


def _deputy(role: Role, at: int, deputy: Role) -> Match | None:
    """A deputy holds the post beside its own."""
    facts = {"post": role.title, "deputy": deputy.title}
    place = Place(role.id, ("deputies", at))
    if deputy.id in role.conflicts:
        return Match(place, "deputy", facts, (Place(role.id, ("conflicts",)),))
    if role.id in deputy.conflicts:
        return Match(place, "deputy", facts, (Place(deputy.id, ("conflicts",)),))
    return None


RULE = Rule(
    code="R06",
    name="same-hands",
    severity=Severity.ERROR,
    finds=Wording(
        zh="办事和检查写给了同一个岗位，或者让不相容的岗位互相替补。",
        en=(
            "Doing and checking given to the same post, or a post deputised by one it must be kept "
            "separate from."
        ),
    ),
    why=Wording(
        zh=(
            "自己查自己、自己批自己，查不出错，客户也不会信；替补时一人兼两岗，和写给同一个岗位一"
            "样。"
        ),
        en=(
            "People who check or approve their own work do not find its mistakes, and customers do "
            "not trust the result. A deputy holds both posts at once, which comes to the same "
            "thing."
        ),
    ),
    messages={
        "same-post": Wording(
            zh=(
                "“{title}”的“{step}”应当回避“{other}”的经办人，两步却都由{post}做。"
                "请把其中一步交给别的岗位。"
            ),
            en=(
                "“{step}” of “{title}” must be done by somebody other than “{other}”, but both are "
                "done by {post}. Give one of them to another post."
            ),
        ),
        "deputy": Wording(
            zh="{post}由{deputy}替补，而这两个岗位写明不能由同一人兼任。请换一个替补。",
            en=(
                "{deputy} is a deputy of {post}, but the two posts may not be held by the same "
                "person. Name another deputy."
            ),
        ),
    },
    bad=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: investigate
    title: 核实调查
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
  - id: judge
    title: 责任认定
    do: 认定是谁的责任
    lane: backstage
    by: hotline-agent
        ^^^^^^^^^^^^^
    accountable: shift-leader
    apart_from: [investigate]
"""),
    mended=Example("""\
kind: procedure
id: complaint-handling
title: 投诉处理
about: 客户提出投诉
steps:
  - id: investigate
    title: 核实调查
    do: 查清事实
    lane: backstage
    by: hotline-agent
    accountable: shift-leader
  - id: judge
    title: 责任认定
    do: 认定是谁的责任
    lane: backstage
    by: shift-leader
    accountable: shift-leader
    apart_from: [investigate]
"""),
    check=check,
)
