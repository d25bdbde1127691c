"""What can be found: pages as documents, with what a row shows, and the files of the index."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text, value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds import KINDS
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.regulation import Regulation
from guifan.language.kinds.role import Role
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.language.kinds.term import Term
from guifan.language.model import Item, State
from guifan.manual.book import Book, Page
from guifan.manual.render import Renderer
from guifan.publish.searched import FOLDER, NAMED
from guifan.publish.templates import assets
from guifan.publish.weights import weight
from guifan.search.document import Document, Terms, terms
from guifan.search.index import index
from guifan.search.sections import Section, sections
from guifan.search.shards import Labels, shards

ENGINE = ("search/normalise.js", "search/store.js", "search/ranking.js", "search/marks.js")
"""The assets that make up the engine, in the order in which they need each other."""

PAGE = "page"
"""The kind of what is no item."""

PROSE = ("chapter", "section", "prose")
"""The templates of pages without an item whose own words are looked through; the others only list
what is found at home, so they are found by name."""

_POINTS = 30
"""Points of a weight of one."""

_NOT_IN_FORCE = 120
"""Points that a draft loses, and what is no longer used."""


def prose(path: str, title: str) -> Page:
    """A page of ``content/`` that is no part of the book."""
    return Page(path, title, "prose")


Found = tuple[Document, Terms]
"""What can be found, and by what."""


def found(renderer: Renderer, page: Page, html: str) -> Found | None:
    """A page as it is found; None for what the search leaves out."""
    own = document(renderer, page, html)
    return (own, terms(own)) if own else None


def is_found(page: Page) -> bool:
    """Whether the search does not leave a page of the book out."""
    return bool(weight(page))


def document(renderer: Renderer, page: Page, html: str) -> Document | None:
    """A page as a document; None for what the search leaves out."""
    if not is_found(page):
        return None
    item, corpus = page.item, renderer.book.corpus
    locale = renderer.settings.locale
    is_read = item is not None or page.template in PROSE
    return Document(
        id=item.id if item else page.path,
        kind=item.kind if item else PAGE,
        title=page.title,
        path=page.path,
        chapter=item.place.partition(".")[0] if item else "",
        number=_number(item, locale),
        roles=tuple(_bound(item, "roles")),
        channels=tuple(_bound(item, "channels")),
        days=_days(corpus, item),
        weight=round(_POINTS * weight(page)) - (0 if _is_in_force(item) else _NOT_IN_FORCE),
        names=tuple(_names(corpus, item, locale)),
        sections=_below_title(sections(html)) if is_read else (Section("", "", ""),),
    )


def _below_title(cut: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, the title's own stretch first and without the title, which is a name."""
    return tuple(
        Section("", "", one.text) if at == 0 or one.anchor == cut[0].anchor else one
        for at, one in enumerate(cut)
        if one.text or at
    )


def _is_in_force(item: Item | None) -> bool:
    return item is None or item.status is State.RELEASED


def _days(corpus: Corpus, item: Item | None) -> tuple[str, str, str]:
    """Since when it holds where not from the beginning, up to when, by when it is reviewed."""
    if item is None:
        return "", "", ""
    is_later = corpus.manual is None or item.effective > corpus.manual.effective
    return (
        str(item.effective) if is_later else "",
        str(item.expires) if item.expires else "",
        str(item.review_by),
    )


def _number(item: Item | None, locale: str) -> str:
    """What a reader came for."""
    match item:
        case Limit():
            return value_text(item.within or item.value, locale)
        case Metric():
            return value_text(item.target, locale)
        case Channel():
            return value_text(item.hours, locale) if item.hours else ""
    return ""


def _bound(item: Item | None, what: str) -> Iterator[str]:
    """The posts or channels that an item says it is for."""
    holders = (getattr(item, "binds", None), getattr(item, "applies", None))
    yield from dict.fromkeys(name for one in holders for name in getattr(one, what, None) or ())


def _names(corpus: Corpus, item: Item | None, locale: str) -> Iterator[str]:
    """What else an item is called: a limit by its number, a named list by its members as well."""
    if item is None:
        return
    for name in getattr(item, "also", ()):
        yield plain_text(corpus, name, locale)
    if isinstance(item, Taxonomy):
        for member in item.members:
            yield plain_text(corpus, member.title, locale)
    if isinstance(item, Regulation):
        yield item.short
    if isinstance(item, Limit):
        yield _number(item, locale)
    english = getattr(item, "english", None)
    if english:
        yield english


def synonyms(corpus: Corpus) -> Mapping[str, Sequence[str]]:
    """What the glossary calls a thing, to what people call it."""
    return {term.title: [plain_text(corpus, one) for one in term.also] for term in corpus.of(Term)}


def labels(corpus: Corpus, _: Translator) -> Labels:
    """What rows of results call kinds, chapters, posts and channels."""
    chapters = corpus.manual.chapters if corpus.manual else ()
    return Labels(
        kinds={name: _(model.kind_name) for name, model in KINDS.items()} | {PAGE: _("页面")},
        chapters={one.id: one.title for one in chapters},
        roles={one.id: one.title for one in corpus.of(Role)},
        channels={one.id: one.title for one in corpus.of(Channel)},
    )


def ordered(book: Book, documents: Mapping[str, Found]) -> list[Found]:
    """Documents by path in the manual's order, then those of other pages by their paths."""
    return [documents[path] for path in in_order(book, documents)]


def in_order(book: Book, paths: Collection[str]) -> list[str]:
    """Paths in the manual's order, then those of other pages."""
    own = [path for path in book.pages if path in paths]
    return [*own, *sorted(path for path in paths if path not in book.pages)]


def written(
    renderer: Renderer, documents: Iterable[Found], root: Path, _: Translator
) -> Iterator[tuple[str, str]]:
    """The files of an index: addresses from the site's root, and what they hold.

    Args:
        renderer: of the edition.
        documents: in the order in which equals are listed.
        root: the manual's folder, whose own assets come first.
        _: the translator of page furniture.
    """
    corpus = renderer.book.corpus
    made = index(tuple(documents), synonyms(corpus))
    parts = [("engine", engine(root)), *shards(made, labels(corpus, _), renderer.address)]
    edition = edition_of(sum(number_of(*one) for one in parts))
    yield f"{FOLDER}/index.js", NAMED.format(edition)
    for name, text in parts:
        yield f"{FOLDER}/{edition}/{name}.js", text


def number_of(name: str, text: str) -> int:
    """A number of a file's own.

    An edition is told by their sum: one may take another's place without a look at the rest.
    """
    return int.from_bytes(hashlib.sha256(f"{name}\0{text}".encode()).digest()[:_SIZE])


def edition_of(told: int) -> str:
    """The name of an edition whose files have numbers of this sum."""
    return f"{told % (1 << 8 * _SIZE):0{2 * _SIZE}x}"


_SIZE = 8
"""Bytes by which an edition is told."""


def engine(root: Path) -> str:
    """What reads the index in a browser, as one script, without its comments and indents."""
    every = dict(assets(root))
    told = "".join(every[name].read_text("utf-8") for name in ENGINE)
    return re.sub(r"(?m)^ +", "", re.sub(r"(?m)^ *//.*\n", "", told))
