"""A named list's page: a picture of how its entries stand to each other, where they say so."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from guifan.language.catalogues import Translator
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.manual.book import Book, Page
from guifan.manual.diagrams import hierarchy, stations


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``drawing``: the entries as a cycle, as what lies between two sides, or under each other."""
    taxonomy = page.subject
    assert isinstance(taxonomy, Taxonomy)
    return {"drawing": _drawn(taxonomy, _)}


def _drawn(taxonomy: Taxonomy, _: Translator) -> Markup | None:
    members = taxonomy.members
    if taxonomy.cycle and len(members) > 1:
        return _cycle(taxonomy, _)
    if any(len(one.between) == _SIDES for one in members):
        return _gaps(taxonomy, _)
    if any(one.under for one in members):
        return _tree(taxonomy, _)
    return None


_SIDES = 2


def _cycle(taxonomy: Taxonomy, _: Translator) -> Markup:
    """Each entry leads to the next, the last to the first."""
    members = taxonomy.members
    last = len(members) - 1
    ways = [stations.Way(at, at + 1) for at in range(last)]
    return stations.draw_stations(
        taxonomy.title,
        [stations.Station(one.title, _place(one)) for one in members],
        [*ways, stations.Way(last, 0, _("再来一轮"))],
        _ways(_),
    )


def _gaps(taxonomy: Taxonomy, _: Translator) -> Markup:
    """The sides as stations, in the order in which they are first named; the entries between."""
    told = [one for one in taxonomy.members if len(one.between) == _SIDES]
    sides = list(dict.fromkeys(side for one in told for side in one.between))
    ways = [
        stations.Way(
            sides.index(one.between[0]), sides.index(one.between[1]), one.title, _place(one)
        )
        for one in told
    ]
    return stations.draw_stations(
        taxonomy.title, [stations.Station(one) for one in sides], ways, _ways(_)
    )


def _tree(taxonomy: Taxonomy, _: Translator) -> Markup:
    """The list's own name, and the entries under those that they belong to."""
    return hierarchy.draw_hierarchy(
        taxonomy.title,
        hierarchy.Entry(taxonomy.title, under=_under(taxonomy.members, None, frozenset())),
        hierarchy.Words(root=_("{name}。"), under=_("{name}包括：{names}。"), between=_("、")),
    )


def _under(
    members: Sequence[TaxonomyMember], above: str | None, seen: frozenset[str]
) -> tuple[hierarchy.Entry, ...]:
    """The entries under one; a circle ends where it closes."""
    return tuple(
        hierarchy.Entry(one.title, href=_place(one), under=_under(members, one.id, seen | {one.id}))
        for one in members
        if one.under == above and one.id not in seen
    )


def _place(member: TaxonomyMember) -> str:
    return f"#{member.id}"


def _ways(_: Translator) -> stations.Words:
    return stations.Words(
        way=_("从「{start}」到「{end}」：{name}。"), plain=_("从「{start}」到「{end}」。")
    )
