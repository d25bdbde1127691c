"""Former addresses: where an item stood under an id it had, a page leads on to where it stands."""

import posixpath
from collections.abc import Callable, Iterator

from guifan.language.catalogues import translator
from guifan.publish.edition import Prepared
from guifan.publish.templates import environment


def redirects(prepared: Prepared, site_url: str) -> Iterator[tuple[str, str]]:
    """A page for every former id, as file and text.

    The links in them name the file itself, so that they lead on without a server too.

    Args:
        prepared: the edition.
        site_url: where the site is published, for the canonical link; may be empty.
    """
    book, renderer = prepared.book, prepared.renderer
    locale = renderer.settings.locale
    template = environment(prepared.folder.root, translator(locale)).get_template(
        "pages/moved.html"
    )
    for was, name in sorted(book.corpus.aliases.items()):
        item = book.corpus.get(name)
        page = book.page_of(item) if item else None
        if page is None:
            continue
        former = posixpath.join(posixpath.dirname(page.path), was)
        start, goal = file_of(former, renderer.address), file_of(page.path, renderer.address)
        canonical = f"{site_url.rstrip('/')}/{renderer.address(page.path)}" if site_url else ""
        to = posixpath.relpath(goal, posixpath.dirname(start))
        yield start, template.render(title=page.title, locale=locale, to=to, canonical=canonical)


def file_of(path: str, address: Callable[[str], str]) -> str:
    """The file that a server gives for a page's address."""
    found = address(path)
    return found if found.endswith(".html") else f"{found}index.html"
