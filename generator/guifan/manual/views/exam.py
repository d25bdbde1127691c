"""An exam's page."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.exam import Bloom, Exam
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``rows``: each chapter with how many questions of each of ``levels`` are asked."""
    exam = page.subject
    assert isinstance(exam, Exam)
    counts = {(one.chapter, one.level): one.count for one in exam.cells}
    chapters = dict.fromkeys(one.chapter for one in exam.cells)
    levels = tuple(Bloom)
    rows = [(one, [counts.get((one, level), 0) for level in levels]) for one in chapters]
    return {"rows": rows, "levels": levels}
