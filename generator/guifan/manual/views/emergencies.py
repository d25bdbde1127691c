"""The index of emergencies: playbooks by what one sees, and by class and grade."""

from collections.abc import Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.taxonomy import Taxonomy, TaxonomyMember
from guifan.manual.book import Book, Page
from guifan.manual.fields import brief
from guifan.manual.views.playbook import CLASSES, COLOURS, GRADES, LEVELS, members, reached

_END = "。"


@dataclass(frozen=True, slots=True)
class Row:
    """A playbook among those of its class.

    Args:
        playbook: the playbook.
        cells: for each grade its rank and the response, None where an event cannot reach it; the
            response is None where the playbook does not say it.
        colours: the warnings that it prepares for, from the gravest.
    """

    playbook: Playbook
    cells: tuple[tuple[int, TaxonomyMember | None] | None, ...]
    colours: tuple[TaxonomyMember, ...]


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``seen``: playbooks with one sentence each; ``classes`` with their rows under ``grades``.

    ``scales``: the three taxonomies that are three things.
    """
    corpus = book.corpus
    grades = tuple(members(corpus, GRADES).values())
    playbooks = _by_class(corpus)
    rows = [_row(corpus, playbook, grades) for playbook in playbooks]
    return {
        "seen": [(one, _sentence(brief(one))) for one in playbooks],
        "grades": grades,
        "classes": [
            (one, [row for row in rows if row.playbook.event_class == one.id])
            for one in members(corpus, CLASSES).values()
        ],
        "scales": corpus.some(Taxonomy, (GRADES, COLOURS, LEVELS)),
    }


def _by_class(corpus: Corpus) -> list[Playbook]:
    """Playbooks by the class of their events; those of one class in the order of the files."""
    order = list(members(corpus, CLASSES))
    return sorted(
        corpus.of(Playbook),
        key=lambda one: order.index(one.event_class) if one.event_class in order else len(order),
    )


def _row(corpus: Corpus, playbook: Playbook, grades: tuple[TaxonomyMember, ...]) -> Row:
    responses = {one.grade: one.level for one in playbook.responses}
    levels = list(members(corpus, LEVELS).values())
    can_reach = reached(playbook)
    warned = {alert.colour for alert in playbook.warnings}
    return Row(
        playbook,
        tuple(
            _cell(levels, responses.get(grade.id)) if grade.id in can_reach else None
            for grade in grades
        ),
        tuple(one for name, one in members(corpus, COLOURS).items() if name in warned),
    )


def _cell(levels: list[TaxonomyMember], level: str | None) -> tuple[int, TaxonomyMember | None]:
    ranked = enumerate(levels, start=1)
    return next(((rank, one) for rank, one in ranked if one.id == level), (0, None))


def _sentence(text: str) -> str:
    """The first sentence."""
    first, end, _rest = text.partition(_END)
    return first + end
