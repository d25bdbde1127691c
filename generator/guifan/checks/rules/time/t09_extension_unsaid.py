"""T09: an extension of which nobody knows how far it goes, or that its own post grants itself."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.limit import Extension, Limit
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.role import Role
from guifan.language.labels import field_named
from guifan.proof.people.superiors import superiors
from guifan.proof.told import how_much


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every extension, and at who does the step that stops its clock."""
    for limit in corpus.of(Limit):
        if limit.extension is not None:
            yield _unsaid(limit, limit.extension) or _granted_by_itself(
                corpus, limit, limit.extension
            )


def _unsaid(limit: Limit, extension: Extension) -> Match | None:
    """What an extension leaves open."""
    if extension.unsaid:
        fields = listed(field_named(Extension, name) for name in extension.unsaid)
        facts = {"title": limit.title, "fields": fields}
        empty = tuple(
            Place(limit.id, ("extension", name))
            for name in extension.unsaid
            if getattr(extension, name) is not None
        )
        return Match(Place(limit.id, ("extension",), key=True), "unsaid", facts, empty)
    times = extension.times
    if times is not None and (times.magnitude < 1 or times.magnitude.denominator != 1):
        place = Place(limit.id, ("extension", "times"))
        return Match(place, "times", {"title": limit.title, "times": how_much(times)})
    return None


def _granted_by_itself(corpus: Corpus, limit: Limit, extension: Extension) -> Match | None:
    """The post that grants it in its own cases, or in those of somebody above it, if one does.

    A post's own cases are those of procedures that name the limit and in which the post does the
    step that stops its clock. The granter's own are granted by ``granted_own_by``, and no others.
    """
    granter = corpus.one(Role, extension.granted_by)
    if granter is None:
        return None
    other = corpus.one(Role, extension.granted_own_by)
    stopping = list(_stopping(corpus, limit))
    own = tuple(place for place, post in stopping if post is granter)
    if own and (other is granter or not extension.granted_own_by):
        name = "granted_own_by" if extension.granted_own_by else "granted_by"
        facts = {"title": limit.title, "role": granter.title}
        return Match(Place(limit.id, ("extension", name)), "itself", facts, own)
    judged = [("granted_by", granter, place, post) for place, post in stopping]
    if other is not None and own:
        judged += [("granted_own_by", other, place, granter) for place in own]
    for name, grants, place, post in judged:
        if grants is not post and not _is_above(corpus, grants, post):
            facts = {"title": limit.title, "role": grants.title, "post": post.title}
            return Match(Place(limit.id, ("extension", name)), "below", facts, (place,))
    return None


def _is_above(corpus: Corpus, one: Role, other: Role) -> bool:
    """Whether a post is in another's line, or of higher rank."""
    return one.rank > other.rank or one in superiors(corpus, other)


def _stopping(corpus: Corpus, limit: Limit) -> Iterator[tuple[Place, Role]]:
    """Where the clock of a limit stops, and the post that does the step."""
    for procedure in corpus.of(Procedure):
        named = (procedure.promise, *procedure.limits, *(one.limit for one in procedure.steps))
        if any(corpus.one(Limit, name) is limit for name in named):
            for at, step in enumerate(procedure.steps):
                post = corpus.one(Role, step.by)
                if step.ends == limit.to and post is not None:
                    yield Place(procedure.id, ("steps", at, "by")), post


RULE = Rule(
    code="T09",
    name="extension-unsaid",
    severity=Severity.ERROR,
    finds=Wording(
        zh="延期没有写清延长多久、几次、凭什么理由、由谁批准、何时告知客户，或者由办理人批准自己延期。",
        en=(
            "An extension does not say how long, how often, why, by whom it is granted or when the "
            "customer is told; or whoever handles the case grants it."
        ),
    ),
    why=Wording(
        zh="“特殊情况可以延长”等于没有时限：延多久、延几次由办理人自己说了算，客户等不到头。",
        en=(
            "“May be extended in special cases” is no limit at all: whoever is late decides how "
            "late, and for the customer there is no end to it."
        ),
    ),
    messages={
        "unsaid": Wording(
            zh="“{title}”可以延期，却没有写：{fields}。请补上，或者删去延期。",
            en=(
                "“{title}” may be extended, but {fields:this is|these are} not said: {fields}. Add "
                "{fields:it|them}, or allow none."
            ),
        ),
        "times": Wording(
            zh="“{title}”的延期次数是“{times}”。请写不小于一的整数；不能延期的，删去延期。",
            en=(
                "“{title}” may be extended “{times}”. Write a whole number, one or more; if it may "
                "not be extended, delete the extension."
            ),
        ),
        "below": Wording(
            zh=(
                "“{title}”的延期由“{role}”批准，而有的件由“{post}”答复：“{role}”不是它的上级，职级也"
                "不比它高。请改由“{post}”的上级批准。"
            ),
            en=(
                "“{title}” is extended by “{role}”, but in some cases “{post}” stops its clock, "
                "which neither reports to that post nor ranks below it. Let a post above “{post}” "
                "grant it."
            ),
        ),
        "itself": Wording(
            zh=(
                "“{title}”的延期由“{role}”批准，而有的件正是这个岗位答复的，等于自己批准自己延期。"
                "请换一个批准岗，或者写 granted_own_by（自办件批准岗）。"
            ),
            en=(
                "“{title}” is extended by “{role}”, the very post that stops its clock in some "
                "cases: it would extend its own deadline. Name another post, or write "
                "“granted_own_by” for those cases."
            ),
        ),
    },
    bad=Example("""\
--- standards/reasons.yaml
kind: taxonomy
id: extension-reason
title: 延期理由
members:
  - {id: site-visit, title: 需上门查验}
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
extension:
^^^^^^^^^
  reasons: [site-visit]
"""),
    mended=Example("""\
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
extension:
  add: 1 个工作日
  times: 1 次
  reasons: [site-visit]
  granted_by: shift-leader
  notice: before-deadline
"""),
    check=check,
)
