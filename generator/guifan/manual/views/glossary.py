"""The glossary by pinyin."""

from collections.abc import Mapping
from itertools import groupby

from guifan.language.aloud import toned
from guifan.language.catalogues import Translator
from guifan.language.kinds.term import Term
from guifan.manual.book import Book, Page


def reading(title: str) -> str:
    """How a title sorts: its pinyin with tone numbers, Latin letters as they are."""
    return " ".join(toned(title)).lower()


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``letters``: each initial letter with its terms."""
    terms = sorted(book.corpus.of(Term), key=lambda term: (reading(term.title), term.title))
    initials = groupby(terms, key=lambda term: reading(term.title)[:1].upper())
    return {"letters": [(letter, tuple(group)) for letter, group in initials]}
