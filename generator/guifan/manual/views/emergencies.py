"""The index of emergencies: playbooks by what one sees, and by class and grade."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from guifan.corpus.graph import Corpus
from guifan.corpus.references import value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.manual.book import Book, Page
from guifan.manual.fields import brief
from guifan.manual.views.playbook import CLASSES, COLOURS, GRADES, LEVELS, reached

_END = "。"
_OPENS = re.compile("，都?(?:启动|打开|用)本预案。$")
"""What a sentence ends with that says what the whole page is for: which playbook to open."""


@dataclass(frozen=True, slots=True)
class Cell:
    """An event of one class and grade.

    Args:
        rank: of the response, 1 for the highest; 0 where the playbook does not say it.
        level: the response.
        starts: from which value on of what is measured first; empty where it says nothing.
        seen: whether there is a sign that makes the event one of this grade.
    """

    rank: int
    level: TaxonomyMember | None
    starts: str
    seen: bool


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
    cells: tuple[Cell | None, ...]
    colours: tuple[TaxonomyMember, ...]


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``seen``: by class, playbooks with one sentence each; ``classes`` with rows under ``grades``.

    ``unreached`` and ``warned``: whether some cell is empty, some row has warnings.
    ``scales``: the three taxonomies that are three things.
    """
    corpus = book.corpus
    grades = tuple(corpus.members(GRADES).values())
    classes = corpus.members(CLASSES)
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
    corpus: Corpus, playbook: Playbook, grades: tuple[TaxonomyMember, ...], _: Translator
) -> Row:
    responses = {one.grade: one.level for one in playbook.responses}
    levels = list(corpus.members(LEVELS).values())
    can_reach = reached(playbook)
    warned = {alert.colour for alert in playbook.warnings}
    measured = playbook.triggers[0] if playbook.triggers else None
    starts = {
        one.grade: value_text(one.reaches, _.locale)
        for one in (measured.thresholds if measured else ())
    }
    seen = {sign.grade for sign in playbook.signs}

    def cell(grade: str) -> Cell:
        level = responses.get(grade, "")
        rank, found = next(
            ((at, one) for at, one in enumerate(levels, start=1) if one.id == level), (0, None)
        )
        return Cell(rank, found, starts.get(grade, ""), grade in seen)

    return Row(
        playbook,
        measured.observes if measured else "",
        tuple(cell(grade.id) if grade.id in can_reach else None for grade in grades),
        tuple(one for name, one in corpus.members(COLOURS).items() if name in warned),
    )


def _sentence(text: str) -> str:
    """The first sentence, without its last words where they only say to open this playbook."""
    first, end, _rest = text.partition(_END)
    return _OPENS.sub(_END, first + end)
