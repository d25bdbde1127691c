"""Who answers for what: items by the unit that owns them."""

from collections.abc import Mapping

from guifan.corpus.graph import Corpus
from guifan.corpus.listed import Listed
from guifan.language.kinds.role import Role
from guifan.language.kinds.unit import Unit


def owner(corpus: Corpus, name: str) -> Role | Unit | None:
    """The unit that an item belongs to whose owner this is: of a post, its unit, if it has one."""
    post = corpus.get(name)
    if isinstance(post, Role):
        return corpus.one(Unit, post.unit) or post
    return post if isinstance(post, Unit) else None


def owned(corpus: Corpus) -> Mapping[str, tuple[Listed, ...]]:
    """By the id of who owns them, items that have to be looked at again, the earliest first.

    What has been withdrawn, or ends before its review, need not be. Owners come in the order of
    their first items.
    """
    found: dict[str, list[Listed]] = {}
    for one in corpus.listed:
        post = owner(corpus, one.owner) if one.is_kept else None
        if post is not None:
            found.setdefault(post.id, []).append(one)
    return {
        name: tuple(sorted(items, key=lambda one: one.review_by)) for name, items in found.items()
    }
