"""Who stands above whom: the line in which posts report."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.language.kinds.procedure import Step
from guifan.language.kinds.role import Role


def superiors(corpus: Corpus, role: Role) -> Iterator[Role]:
    """The posts above a post, the nearest first; a circle is gone through once."""
    seen = {role.id}
    above = corpus.one(Role, role.reports_to)
    while above is not None and above.id not in seen:
        yield above
        seen.add(above.id)
        above = corpus.one(Role, above.reports_to)


def is_unsound(corpus: Corpus, role: Role) -> bool:
    """Whether somebody in the line above a post reports to no higher rank: then rule T12 says it.

    So it is in every circle.
    """
    line = (role, *superiors(corpus, role))
    above = (corpus.one(Role, one.reports_to) for one in line)
    return any(up is not None and up.rank <= one.rank for one, up in zip(line, above, strict=True))


def in_line(corpus: Corpus, step: Step) -> bool:
    """Whether who answers for a step does it, or stands above; unknown posts are no fault here."""
    does, answers = corpus.one(Role, step.by), corpus.one(Role, step.accountable)
    return does is None or answers is None or answers in (does, *superiors(corpus, does))
