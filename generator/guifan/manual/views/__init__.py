"""What a template shows beside its item: one module a template, found by being here."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from types import MappingProxyType

from guifan.language.catalogues import Translator
from guifan.manual.book import Book, Page

View = Callable[[Book, Page, Translator], Mapping[str, object]]


def _found() -> Mapping[str, View]:
    views: dict[str, View] = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        views[module.name.replace("_", "-")] = loaded.view
    return MappingProxyType(dict(sorted(views.items())))


VIEWS: Mapping[str, View] = _found()
"""By the name of the template: ``view(book, page, _)`` gives the names that it uses."""
