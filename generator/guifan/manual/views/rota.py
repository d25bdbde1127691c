"""A rota's page."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.rota import Rota
from guifan.manual.book import Book, Page
from guifan.manual.weeks import draw_hours


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``week``: the shifts on a week."""
    rota = page.subject
    assert isinstance(rota, Rota)
    return {"week": draw_hours(rota.title, [(one.title, one.hours) for one in rota.shifts], _)}
