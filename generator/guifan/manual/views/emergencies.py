"""The index of emergencies: playbooks by what one sees, and by class and grade."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.manual.book import Book, Page
from guifan.manual.fields import brief
from guifan.manual.views.playbook import Grade, graded
from guifan.proof.emergencies import CLASSES, COLOURS, GRADES, LEVELS

_END = "。"
_OPENS = re.compile("，都?(?:启动|打开|用)本预案。$")
"""What a sentence ends with that says what the whole page is for: which playbook to open."""


@dataclass(frozen=True, slots=True)
class Row:
    """A playbook among those of its class.

    Args:
        playbook: the playbook.
        measures: what is measured first; empty where nothing is.
        cells: one for each grade, None where an event cannot reach it.
        colours: the warnings that it prepares for, from the gravest.
    """

    playbook: Playbook
    measures: str
    cells: tuple[Grade | None, ...]
    colours: tuple[TaxonomyMember, ...]


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``seen``: by class, playbooks with one sentence each; ``classes`` with rows under ``grades``.

    ``unreached`` and ``warned``: whether some cell is empty, some row has warnings.
    ``levels``: the responses by id, and their ``ranks``, 1 for the highest;
    ``scales``: the three taxonomies that are three things.
    """
    corpus = book.corpus
    grades = tuple(corpus.members(GRADES).values())
    classes = corpus.members(CLASSES)
    levels = corpus.members(LEVELS)
    rows = [_row(corpus, one, grades, _) for one in _by_class(corpus)]
    return {
        "seen": [
            (classes.get(name), [(row.playbook, _sentence(brief(row.playbook))) for row in group])
            for name, group in groupby(rows, key=lambda row: row.playbook.event_class)
        ],
        "grades": grades,
        "classes": [
            (one, [row for row in rows if row.playbook.event_class == one.id])
            for one in classes.values()
        ],
        "unreached": any(cell is None for row in rows for cell in row.cells),
        "warned": any(row.colours for row in rows),
        "levels": levels,
        "ranks": {name: rank for rank, name in enumerate(levels, start=1)},
        "scales": corpus.some(Taxonomy, (GRADES, COLOURS, LEVELS)),
    }


def _by_class(corpus: Corpus) -> list[Playbook]:
    """Playbooks by the class of their events; those of one class in the order of the files."""
    order = list(corpus.members(CLASSES))
    return sorted(
        corpus.of(Playbook),
        key=lambda one: order.index(one.event_class) if one.event_class in order else len(order),
    )


def _row(
    corpus: Corpus, playbook: Playbook, grades: Iterable[TaxonomyMember], _: Translator
) -> Row:
    told = {one.member.id: one for one in graded(corpus, playbook, _)}
    warned = {alert.colour for alert in playbook.warnings}
    return Row(
        playbook,
        playbook.triggers[0].observes if playbook.triggers else "",
        tuple(told.get(grade.id) for grade in grades),
        tuple(one for name, one in corpus.members(COLOURS).items() if name in warned),
    )


def _sentence(text: str) -> str:
    """The first sentence, without its last words where they only say to open this playbook."""
    first, end, _rest = text.partition(_END)
    return _OPENS.sub(_END, first + end)
