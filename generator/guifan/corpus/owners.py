"""Who answers for what: items by the unit that owns them."""

from collections.abc import Mapping
from datetime import date

from guifan.corpus.graph import Corpus
from guifan.language.kinds.role import Role
from guifan.language.kinds.unit import Unit
from guifan.language.model import Item, State


def owner(corpus: Corpus, item: Item) -> Role | Unit | None:
    """The unit that owns an item: of a post, its unit; the post itself where it has none."""
    post = corpus.get(item.owner)
    if isinstance(post, Role):
        return corpus.one(Unit, post.unit) or post
    return post if isinstance(post, Unit) else None


def owned(corpus: Corpus) -> Mapping[str, tuple[Item, ...]]:
    """By the id of who owns them, items that have to be looked at again, the earliest first.

    What has been withdrawn, or ends before its review, need not be. Owners come in the order of
    their first items.
    """
    found: dict[str, list[Item]] = {}
    for item in corpus:
        post = owner(corpus, item)
        is_over = item.status is State.RETIRED or (item.expires or date.max) < item.review_by
        if post is not None and not is_over:
            found.setdefault(post.id, []).append(item)
    return {
        name: tuple(sorted(items, key=lambda one: one.review_by)) for name, items in found.items()
    }
