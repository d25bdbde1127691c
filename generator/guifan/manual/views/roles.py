"""The index of roles."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator
from guifan.language.kinds.role import Role
from guifan.manual.book import Book, Page


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``groups``: those who meet customers, then the others, by rank."""
    roles = sorted(book.corpus.of(Role), key=lambda role: role.rank)
    front = [role for role in roles if role.frontline]
    others = [role for role in roles if not role.frontline]
    groups = [(_("直接面客"), front), (_("支持与管理"), others)]
    return {"groups": [(title, items) for title, items in groups if items]}
