"""The service network: who carries each vertical function at each level."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.kinds.unit import Level, Unit
from guifan.manual.book import Book, Page
from guifan.manual.diagrams import hierarchy
from guifan.manual.views.unit import above_of, box, words
from guifan.proof.people.network import FUNCTIONS, NETWORK, cells


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``functions``, each with a cell a level; ``levels``; ``network``: the picture of them.

    ``others``: by level the units that carry none of the functions.
    """
    corpus = book.corpus
    return {
        "levels": NETWORK,
        "functions": tuple(
            (member, tuple(cells(corpus, member))) for member in corpus.members(FUNCTIONS).values()
        ),
        "others": tuple(_others(corpus)),
        "network": _drawn(corpus, page, _),
    }


def _others(corpus: Corpus) -> Iterator[tuple[Level, tuple[Unit, ...]]]:
    """The units outside the table, under the levels that have any, from the top down."""
    for level in Level:
        units = tuple(one for one in corpus.of(Unit) if one.level is level and not one.functions)
        if units:
            yield level, units


def _drawn(corpus: Corpus, page: Page, _: Translator) -> Markup | None:
    """The units of the network that carry a function, each under the next above that does."""
    carrying = {unit.id: unit for unit in corpus.of(Unit) if unit.functions}
    tops = [unit for unit in carrying.values() if not _over(corpus, unit, carrying)]
    if not tops:
        return None
    return hierarchy.draw_hierarchy(page.title, _box(corpus, tops[0], carrying, _), words(_))


def _over(corpus: Corpus, unit: Unit, among: Mapping[str, Unit]) -> str:
    """The nearest unit above that is among these; empty for none, or in a circle."""
    return next((one.id for one in above_of(corpus, unit) if one.id in among), "")


def _box(corpus: Corpus, unit: Unit, among: Mapping[str, Unit], _: Translator) -> hierarchy.Entry:
    under = tuple(
        _box(corpus, one, among, _)
        for one in among.values()
        if _over(corpus, one, among) == unit.id
    )
    return box(unit, _, under)
