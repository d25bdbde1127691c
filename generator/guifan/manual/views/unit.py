"""A unit's page: where it stands in the network, and its posts."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.kinds.role import Role
from guifan.language.kinds.unit import Unit
from guifan.language.model import Item
from guifan.manual.arrange import READING
from guifan.manual.book import Book, Page
from guifan.manual.diagrams import hierarchy


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``above`` from the top down, ``below``, ``posts``, and ``network``: their picture.

    ``referring``: what says something of it, its own posts and neighbours apart.
    """
    unit = page.subject
    assert isinstance(unit, Unit)
    corpus = book.corpus
    above = tuple(reversed(tuple(above_of(corpus, unit))))
    below = tuple(one for one in corpus.of(Unit) if one.parent == unit.id and one is not unit)
    return {
        "above": above,
        "below": below,
        "posts": tuple(role for role in corpus.of(Role) if role.unit == unit.id),
        "referring": _referring(corpus, unit),
        "network": _drawn(above, unit, below, _) if above or below else None,
    }


def _referring(corpus: Corpus, unit: Unit) -> tuple[Item, ...]:
    """What names the unit in a text or as a doer, in reading order.

    That it owns, wrote or approved an item stands at the end of that item's page.
    """
    told = [
        link.source
        for link in corpus.incoming.get(unit.id, ())
        if link.path[0] not in ("owner", "author", "approver", "parent", "unit", "rows")
    ]
    found = corpus.some(Item, tuple(dict.fromkeys(told)))
    return tuple(sorted(found, key=lambda one: READING.index(one.kind)))


def above_of(corpus: Corpus, unit: Unit) -> Iterator[Unit]:
    """The units over this one, the nearest first; a circle, which the checks report, ends it."""
    seen = {unit.id}
    parent = corpus.one(Unit, unit.parent)
    while parent and parent.id not in seen:
        yield parent
        seen.add(parent.id)
        parent = corpus.one(Unit, parent.parent)


def _drawn(above: tuple[Unit, ...], unit: Unit, below: tuple[Unit, ...], _: Translator) -> Markup:
    """The line from the top down to this unit, and what stands directly under it."""
    tree = box(unit, _, tuple(box(one, _) for one in below))
    for one in reversed(above):
        tree = box(one, _, (tree,))
    return hierarchy.draw_hierarchy(unit.title, tree, words(_))


def words(_: Translator) -> hierarchy.Words:
    """How a picture of units is told to whom it is read out."""
    return hierarchy.Words(
        root=_("最上级是{name}。"), under=_("{name}下设：{names}。"), between=_("、")
    )


def box(unit: Unit, _: Translator, under: tuple[hierarchy.Entry, ...] = ()) -> hierarchy.Entry:
    """A unit in a picture, with what stands under it."""
    return hierarchy.Entry(unit.title, _(unit.level.label), under=under)
