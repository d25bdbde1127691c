"""A role's page: everything that binds the role, and nothing else."""

from collections.abc import Mapping

from guifan.corpus.views import by_role
from guifan.language.catalogues import Translator
from guifan.language.kinds.role import Role
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``duty``: what binds the role; ``reports``: who reports to it."""
    role = page.subject
    assert isinstance(role, Role)
    reports = tuple(one for one in book.corpus.of(Role) if one.reports_to == role.id)
    return {"duty": by_role(book.corpus, role), "reports": reports}
