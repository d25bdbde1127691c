"""What can be found: the book's pages as documents, with what a row of results shows."""

from collections.abc import Iterator, Mapping, Sequence

from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text, value_text
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.language.kinds.term import Term
from guifan.language.model import Item
from guifan.manual.book import Book, Page
from guifan.publish.weights import weight
from guifan.search.index import Document
from guifan.search.sections import Section, sections

_POINTS = 30
"""Points of a weight of one."""


def document(book: Book, page: Page, html: str) -> Document | None:
    """A page as a document; None for what the search leaves out."""
    weighs = weight(page)
    if not weighs:
        return None
    item = page.item
    cut = sections(html)
    return Document(
        item.id if item else page.path,
        item.kind if item else page.template,
        page.title,
        page.path,
        _chapter(page, item),
        _number(item),
        tuple(_bound(item, "roles")),
        tuple(_bound(item, "channels")),
        item.review_by.isoformat() if item else "",
        round(_POINTS * weighs),
        tuple(_names(book.corpus, item)),
        _below_title(cut),
    )


def _below_title(cut: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, the title's own stretch first and without the title, which is a name."""
    return tuple(
        Section("", "", one.text) if at == 0 or one.anchor == cut[0].anchor else one
        for at, one in enumerate(cut)
        if one.text or at
    )


def _chapter(page: Page, item: Item | None) -> str:
    return item.place.partition(".")[0] if item else ""


def _number(item: Item | None) -> str:
    """What a reader came for."""
    match item:
        case Limit():
            return value_text(item.within or item.value)
        case Metric():
            return value_text(item.target)
        case Channel():
            return value_text(item.hours) if item.hours else ""
    return ""


def _bound(item: Item | None, what: str) -> Iterator[str]:
    """The posts or channels that an item says it is for."""
    for holder in (getattr(item, "binds", None), getattr(item, "applies", None)):
        yield from getattr(holder, what, None) or ()


def _names(corpus: Corpus, item: Item | None) -> Iterator[str]:
    """What else an item is called; the members of a named list are found by its page."""
    if item is None:
        return
    for name in getattr(item, "also", ()):
        yield plain_text(corpus, name)
    if isinstance(item, Taxonomy):
        for member in item.members:
            yield plain_text(corpus, member.title)
    english = getattr(item, "english", None)
    if english:
        yield english


def synonyms(corpus: Corpus) -> Mapping[str, Sequence[str]]:
    """What the glossary calls a thing, to what people call it."""
    return {term.title: [plain_text(corpus, one) for one in term.also] for term in corpus.of(Term)}
