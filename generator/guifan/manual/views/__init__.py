"""What a template shows beside its item: one module a template, found by being here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from guifan.discovery import modules
from guifan.language.catalogues import Translator
from guifan.manual.book import Book, Page

View = Callable[[Book, Page, Translator], Mapping[str, object]]


def _found() -> Mapping[str, View]:
    views: dict[str, View] = {}
    for name, module in modules(__name__, __path__):
        views[name.replace("_", "-")] = module.view
    return MappingProxyType(dict(sorted(views.items())))


VIEWS: Mapping[str, View] = _found()
"""By the name of the template: ``view(book, page, _)`` gives the names that it uses."""
