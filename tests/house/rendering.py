"""Pages rendered in a test, without a site around them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from foldered import SHARED_LINES

from guifan.changes.change import Weight
from guifan.changes.strictness import Strictness
from guifan.checks.examples import BASE, written
from guifan.checks.reading import read_standards
from guifan.findings import Example
from guifan.language.catalogues import SOURCE, translator
from guifan.language.model import Audience
from guifan.language.source import Source
from guifan.manual.arrange import arrange
from guifan.manual.history import History, Period, Told
from guifan.manual.render import Renderer, Settings
from guifan.publish.templates import environment

if TYPE_CHECKING:
    from guifan.corpus.graph import Corpus
    from guifan.manual.book import Book
    from guifan.manual.render import Rendered

ROOT = Path(__file__).parents[2]
DAY = date(2026, 6, 1)


def corpus_of(text: str) -> Corpus:
    """A small manual: the files of an example, above what every example stands on."""
    files = [
        *written(Example(text)).files,
        *((f"standards/{at}.yaml", one) for at, one in enumerate(BASE)),
    ]
    sources = []
    for name, body in files:
        kind, _, rest = body.partition("\n")
        whole = f"{kind}\n{SHARED_LINES}{rest}" if "owner:" not in body else body
        sources.append(Source(name, whole))
    read = read_standards(sources)
    assert not [one for one in read.findings if one.code[0] == "S"], read.findings
    return read.corpus


def renderer(
    corpus: Corpus, locale: str = SOURCE, audience: Audience = Audience.INTERNAL
) -> Renderer:
    """A renderer of an edition that holds the whole corpus."""
    words = translator(locale)
    settings = Settings(locale, audience.value, directory_urls=True, day=DAY)
    return Renderer(_book(corpus, locale, audience), environment(ROOT, words), settings, words)


def pages(
    corpus: Corpus, locale: str = SOURCE, audience: Audience = Audience.INTERNAL
) -> dict[str, Rendered]:
    """Every page of an edition, by its path."""
    made = renderer(corpus, locale, audience)
    return {path: made.render(page) for path, page in made.book.pages.items()}


def templates() -> set[str]:
    """The names of all page templates."""
    return {path.stem for path in (ROOT / "site_templates" / "pages").glob("*.html")}


def used(corpus: Corpus) -> set[str]:
    """The templates that the pages of a corpus ask for and that exist."""
    book = _book(corpus, SOURCE, Audience.INTERNAL)
    return {page.template for page in book.pages.values()} & templates()


def _book(corpus: Corpus, locale: str, audience: Audience) -> Book:
    return arrange(corpus, audience, translator(locale), DAY, history=past_of(corpus))


def past_of(corpus: Corpus) -> History:
    """Three editions and what comes, which changed the last role of the corpus."""
    roles = corpus.of_kind("role")[-1:]
    changes = tuple(
        Told(
            id=role.id,
            kind=role.kind,
            title=role.title,
            where="",
            what="2 -> 1",
            judged=Strictness.STRICTER,
            since=DAY,
            weight=Weight.DUTY,
            place=role.place,
            posts=((role.id, role.title),),
        )
        for role in roles
    )
    editions = [Period(number, "", DAY, number == 1, changes) for number in (3, 2, 1)]
    return History((Period(None, "", None, False, changes), *editions), changes)
