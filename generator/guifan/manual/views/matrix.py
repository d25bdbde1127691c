"""A matrix's page: a force field is drawn, what matters most and is done worst stands out."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.matrix import Matrix, Sort
from guifan.manual.book import Book, Page
from guifan.manual.diagrams import forces


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``drawing`` of a force field; ``urgency`` of each row and column, by their ids."""
    matrix = page.subject
    assert isinstance(matrix, Matrix)
    return {"drawing": _drawn(book.corpus, matrix, _), "urgency": _urgency(matrix)}


def _urgency(matrix: Matrix) -> Mapping[tuple[str, str], str]:
    """How urgent a cell of importance against performance is.

    Rows begin with what matters most, columns with what is done worst
    (Martilla and James, Importance-Performance Analysis, 1977).
    """
    if matrix.sort is not Sort.IMPORTANCE:
        return {}
    rows, columns = len(matrix.rows) - 1, len(matrix.columns) - 1
    return {
        (row.id, column.id): _urgent(at / max(1, rows), across / max(1, columns))
        for at, row in enumerate(matrix.rows)
        for across, column in enumerate(matrix.columns)
    }


def _urgent(less: float, better: float) -> str:
    """By how little it matters and how well it is done, both from 0 to 1."""
    if less + better <= _HALF:
        return "first"
    if better == 1 and less <= _HALF:
        return "keep"
    return "later" if less == 1 else ""


_HALF = 0.5


def _drawn(corpus: Corpus, matrix: Matrix, _: Translator) -> Markup | None:
    """The forces of the first column against those of the second."""
    if matrix.sort is not Sort.FORCES or len(matrix.columns) != _SIDES:
        return None
    driving, restraining = matrix.columns
    left, right = (tuple(_forces(corpus, matrix, one.id)) for one in (driving, restraining))
    if not (left or right):
        return None
    words = forces.Words(
        driving.title,
        restraining.title,
        force=_("{side}：{name}，力度 {strength}。"),
        balance=_("助力合计 {driving}，阻力合计 {restraining}。"),
    )
    return forces.draw_forces(matrix.title, left, right, words)


def _forces(corpus: Corpus, matrix: Matrix, column: str) -> Iterator[forces.Force]:
    """The forces of a column whose strength is known, in the order of the rows."""
    for row in matrix.rows:
        for cell in matrix.cells:
            if (cell.row, cell.column) == (row.id, column) and cell.strength is not None:
                told = plain_text(corpus, f"{row.title}：{cell.says}")
                yield forces.Force(told, cell.strength)


_SIDES = 2
