"""What one unit answers for, by the day on which it has to be looked at again."""

from collections.abc import Mapping
from itertools import groupby

from guifan.corpus.owners import owned
from guifan.corpus.views import in_order
from guifan.language.catalogues import Translator
from guifan.language.model import Item
from guifan.manual.arrange import READING
from guifan.manual.book import Book, Page
from guifan.manual.grouping import grouped


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``owner``; ``batches``: of each day, how many items and these by kind, in reading order."""
    name = str(page.subject)
    items = owned(book.corpus)[name]
    corpus = book.corpus
    return {
        "owner": corpus.get(name),
        "batches": [
            (day, len(batch), _by_kind(book, [corpus.entries[one.id].item for one in batch], _))
            for day, same in groupby(items, key=lambda one: one.review_by)
            for batch in (list(same),)
        ],
    }


def _by_kind(book: Book, items: list[Item], _: Translator) -> list[tuple[str, list[Item]]]:
    ordered = sorted(in_order(book.corpus, items), key=lambda one: READING.index(one.kind))
    return grouped((_(one.kind_name), one) for one in ordered)
