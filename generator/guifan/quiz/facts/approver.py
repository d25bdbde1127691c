"""Who grants what has no sum: a matter of a post's own, an extension, a pause."""

from collections.abc import Iterator

from guifan.language.kinds.limit import Limit
from guifan.language.kinds.role import Role
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say
from guifan.quiz.sort import Sort


def _facts(ground: Ground) -> Iterator[Fact]:
    yield from _of_posts(ground)
    yield from _of_extensions(ground)


def _of_posts(ground: Ground) -> Iterator[Fact]:
    """Matters of a post; several posts may have one, each in its own place."""
    _ = ground.words
    for role in ground.corpus.of(Role):
        for one in role.authority if ground.in_force(role) else ():
            if one.per_case is None and one.beyond:
                post = ground.title(role.id)
                what = ground.text(role, one.what)
                said = say(_("{what}：由{post}决定。"), what=what, post=post)
                name = f"{role.id}.{one.id}"
                clause = ground.clause(role, one.id)
                roles = ground.posts((role.id, one.beyond))
                yield Fact("approver", name, what.text, role.id, clause, roles, said, post, one)


def _of_extensions(ground: Ground) -> Iterator[Fact]:
    _ = ground.words
    for limit in ground.corpus.of(Limit):
        grant = limit.extension
        if grant is None or grant.granted_by is None or not ground.in_force(limit):
            continue
        title, post = ground.title(limit.id), ground.title(grant.granted_by)
        said = say(_("「{limit}」的延期由{post}批准。"), limit=title, post=post)
        name = f"{limit.id}.extension"
        clause = ground.clause(limit, "extension")
        roles = ground.posts((grant.granted_by, *ground.bound_by(limit)))
        yield Fact("approver", name, name, grant.granted_by, clause, roles, said, post, limit)


SORT = Sort("approver", _facts)
