"""Who stands above whom: the line in which posts report."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.language.kinds.role import Role


def superiors(corpus: Corpus, role: Role) -> Iterator[Role]:
    """The posts above a post, the nearest first; a circle is gone through once."""
    seen = {role.id}
    above = corpus.one(Role, role.reports_to)
    while above is not None and above.id not in seen:
        yield above
        seen.add(above.id)
        above = corpus.one(Role, above.reports_to)
