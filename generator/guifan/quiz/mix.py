"""A post's pool in a good mix: enough that is applied, little recall, nothing too often."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import ceil

from guifan.quiz.item import Item, Level, digest

FAMILY = 0.12
"""The most that one family of models may have."""

RECALL = 0.30
"""The most that may be pure recall."""

UNAPPLIED = 0.60
"""The most that may be anything but applied to a case."""

CLASSIFIED = 0.15
"""The most that may ask what something is called."""


def mixed(items: Iterable[Item], seed: str, most: int | None = None) -> tuple[Item, ...]:
    """The largest set of questions whose shares are within bounds, in a keyed order.

    Where a post has too few families for the bound, each has an even share. Of a few, such as
    a paper or a sitting, no two ask the same fact.

    Args:
        items: the questions of a post.
        seed: keys which are taken.
        most: how many at most.
    """
    ordered = sorted(items, key=lambda one: digest(seed, one.id))
    if most is not None:
        ordered = list({one.enemies: one for one in reversed(ordered)}.values())[::-1]
    size = min(len(ordered), most or len(ordered))
    while size:
        taken = tuple(_taken(ordered, size))
        if len(taken) == size:
            return taken
        size = max(len(taken), size - max(1, size // 50)) if len(taken) < size - 1 else size - 1
    return ()


def _taken(ordered: list[Item], size: int) -> Iterator[Item]:
    """As many as fit into a set of a size, the first ones first."""
    families = {one.model.family for one in ordered}
    each = max(int(size * FAMILY), ceil(size / len(families)))
    counted: Counter[str] = Counter()
    bounds = {
        "recall": int(size * RECALL),
        "unapplied": int(size * UNAPPLIED),
        "classified": int(size * CLASSIFIED),
    }
    for one in ordered:
        kinds = [one.model.family]
        kinds += ["recall"] if one.model.level is Level.REMEMBER else []
        kinds += ["unapplied"] if one.model.level is not Level.APPLY else []
        kinds += ["classified"] if one.model.classifies else []
        if all(counted[kind] < bounds.get(kind, each) for kind in kinds):
            counted.update(kinds)
            yield one
        if sum(counted[family] for family in families) == size:
            return
