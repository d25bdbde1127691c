"""Pages as they are shown and found, rendered only where what they rest on has changed."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from guifan.corpus import noted
from guifan.corpus.noted import Asked, Notes
from guifan.corpus.snapshot import Snapshot
from guifan.language.catalogues import Translator
from guifan.language.contacts import Contacts
from guifan.manual.book import Book, Page
from guifan.manual.render import Heading, Rendered, Renderer, Settings
from guifan.publish.cache.answers import Answers, Doors, of_book
from guifan.publish.cache.digests import Digests, NoDigestError
from guifan.publish.cache.known import of_known
from guifan.publish.cache.store import Kept, Store, digest_of
from guifan.publish.cache.text import text_of
from guifan.publish.cache.weighing import WeighedBook
from guifan.publish.references import expand
from guifan.publish.searching import Found, found
from guifan.publish.workers import MOST, Workers, may_fork
from guifan.search.document import Document, Terms
from guifan.search.sections import Section

View = Mapping[str, object]

_PAGE = "page "
"""Before the path of a page, what it is kept under."""

_MANY = frozenset({"all", "kind", "placed", "history", "links", "navigation"})
"""Questions that many an edit answers differently, though few of those who ask see a difference."""


_TRIED, _FEW = 16, 160
"""So many pages have to be rendered, and so many are left, before several processes share them."""

Run = tuple[list["Shown"], list[tuple[str, Kept]]]
"""Some pages that a process rendered, and what it would keep."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of the book.

    Args:
        rendered: what readers see.
        found: what the search finds; None where it leaves the page out.
    """

    rendered: Rendered
    found: Found | None


@dataclass(frozen=True, slots=True)
class Prose:
    """A page that is written as prose.

    Args:
        html: the prose alone, without what follows of the book.
        found: what the search finds of the whole; None where it leaves the page out.
    """

    html: str
    found: Found | None


@dataclass(frozen=True, slots=True)
class Turned:
    """A page as it is now.

    Args:
        shown: the page.
        digest: of all of it, as it is kept.
        kept: as it was kept before, where that is another.
    """

    shown: Shown
    digest: str
    kept: str | None = None

    def before(self, digest: str) -> Shown | None:
        """The page as it was before, if that is the one of this digest."""
        return _read(self.kept) if self.kept and digest_of(self.kept) == digest else None


class Pages:
    """The pages of an edition.

    Args:
        book: the edition.
        environment: the templates, for this alone.
        settings: how the pages are shown.
        _: the translator of page furniture.
        contacts: the telephone numbers of posts, where readers may see them.
        digests: of the edition's values.
        store: where the pages are kept; None where they are not.
        known: what is known of the files, where the edition shows all that stands in them.
    """

    def __init__(
        self,
        book: Book,
        environment: Environment,
        settings: Settings,
        _: Translator,
        contacts: Contacts,
        digests: Digests,
        store: Store | None,
        known: Snapshot | None = None,
    ) -> None:
        self._book, self._digests, self._store = book, digests, store
        self._notes = Notes()
        own = {
            "view": self._view,
            "worst": self._worst,
            "prose": self._prose,
        }
        doors = of_book(book, contacts) | Doors({}, own)
        if known is not None:
            doors |= of_known(book, known)
        self._answers = Answers(doors, digests, store)
        self._weighing = WeighedBook(book, self._notes, self._answers)
        self._views: dict[str, View] = {}
        self._renderer = _Noting(
            self._weighing,
            environment,
            settings,
            _,
            noted.Doors(contacts, self._notes, "contact"),
        )
        self._renderer.noted = self._noted
        self.rendered = 0
        self._seen: set[str] = set()
        self._waiting: tuple[Page, ...] = ()
        self._workers: Workers[Run] | None = None
        self._tasks: dict[str, int] = {}
        self._taken: dict[str, Shown] = {}

        self.digests: dict[str, str] = {}
        """Of the pages shown and kept, by path."""

    def ahead(self, pages: Sequence[Page], jobs: int) -> None:
        """Let so many processes render these pages, once most of those shown had to be."""
        self._waiting, self._jobs = tuple(pages) if jobs > 1 and may_fork() else (), jobs

    def show(self, page: Page, opened: bool = False) -> Shown:
        """A page; ``opened`` where prose of its own stands before it."""
        if not opened and page.path in self._tasks:
            return self._done(page.path)
        return self.turned(page, opened).shown

    def turned(self, page: Page, opened: bool = False) -> Turned:
        """The same, with what was kept of it before."""
        name = _name(page, opened)
        kept = self._answers.kept(name)
        self._seen.add(name)
        if kept is not None:
            self._views.clear()
            self.digests[page.path] = digest = digest_of(kept)
            return Turned(_read(kept), digest)
        before = self._answers.before(name)
        shown = self._anew(page, opened)
        self.rendered += 1
        if self._waiting and self.rendered >= max(_TRIED, len(self._seen) / 2):
            self._share()
        return Turned(shown, self.digests.get(page.path, ""), before)

    def stands(self, page: Page, opened: bool = False) -> str | None:
        """The digest of a page that was kept and is the same now; None where it has to be made."""
        name = _name(page, opened)
        digest = self._answers.stands(name)
        if digest is not None:
            self._seen.add(name)
            self._views.clear()
            self.digests[page.path] = digest
        return digest

    def _anew(self, page: Page, opened: bool = False) -> Shown:
        """A page, rendered and kept."""
        with self._notes.taken() as asked:
            self._notes.add("page", page.path)
            rendered = self._renderer.render(page, opened)
            shown = Shown(rendered, found(self._renderer, page, rendered.html))
        self._views.clear()
        if self._store is not None:
            text = _written(shown)
            self._answers.keep(_name(page, opened), asked, text)
            self.digests[page.path] = digest_of(text)
        return shown

    def expanded(self, markdown: str, path: str) -> str:
        """A page of prose with its references filled in; what these rest on is kept."""
        with self._notes.taken() as asked:
            text = expand(markdown, self._renderer, path)
        self._answers.keep(f"prose {path}", asked, json.dumps((digest_of(text), markdown)))
        self._answers.forget(("prose", path))
        return text

    def keep_prose(self, path: str, prose: Prose) -> None:
        """Keep a page of prose, once it is written with its references."""
        told = text_of((prose.html, prose.found))
        self._answers.keep(f"written {path}", {("prose", path): None}, told)

    def prose(self, path: str) -> Prose | None:
        """A page of prose as it was written; None where it says other things now."""
        kept = self._answers.kept(f"written {path}")
        if kept is None:
            return None
        html, found = json.loads(kept)
        return Prose(html, _found(*found) if found else None)

    def _prose(self, path: str) -> str:
        """A page of prose with its references filled in, as a digest.

        Its own text is that of before: who asks for it knows that no prose has changed.

        Raises:
            NoDigestError: it was not kept.
        """
        name = f"prose {path}"
        kept = self._answers.kept(name)
        if kept is not None:
            return str(json.loads(kept)[0])
        before = self._answers.before(name)
        if before is None:
            raise NoDigestError(path)
        return digest_of(self.expanded(source_of(before), path))

    def found_below(self, opening: str, page: Page, rendered: Rendered) -> Found | None:
        """What the search finds of a page that begins with prose."""
        return found(self._renderer, page, opening + rendered.html)

    def _share(self) -> None:
        """Begin to render what is left by several processes, if that is much."""
        waiting, self._waiting = self._waiting, ()
        names = {page.path: _name(page) for page in waiting}
        left = [
            page
            for page in waiting
            if (name := names[page.path]) not in self._seen and self._answers.kept(name) is None
        ]
        self._views.clear()
        if len(left) < _FEW:
            return
        if self._book.questions is not None:
            _ = self._book.questions.asked  # once, and not by each
        self._renderer.compile(left)
        size = -(-len(left) // MOST)
        runs = [left[at : at + size] for at in range(0, len(left), size)]
        self._tasks = {page.path: number for number, run in enumerate(runs) for page in run}

        def render(number: int) -> Run:
            shown = [self._anew(page) for page in runs[number]]
            return shown, self._store.held() if self._store else []

        def prepare() -> None:
            if self._store is not None:
                self._store.hold()

        self._workers = Workers(len(runs), render, prepare, self._jobs - 1)
        self._runs = runs

    def _done(self, path: str) -> Shown:
        """A page that several processes share, with those of its run."""
        assert self._workers is not None
        if path not in self._taken:
            number = self._tasks[path]
            shown, held = self._workers.take(number)
            for name, kept in held:
                assert self._store is not None
                self._store.put(name, kept)
                if name.startswith(_PAGE):
                    self.digests[name.removeprefix(_PAGE)] = digest_of(kept.body)
            self._taken.update(zip((page.path for page in self._runs[number]), shown, strict=True))
            self.rendered += len(shown)
        del self._tasks[path]
        return self._taken.pop(path)

    def made(self, name: str, make: Callable[[Book], str]) -> str:
        """A text that is made of the book, or was before and would be the same."""
        kept = self._answers.kept(name)
        if kept is not None:
            return kept
        with self._notes.taken() as asked:
            text = make(self._weighing)
        self._answers.keep(name, asked, text)
        return text

    def finish(self) -> None:
        """Write what is pending, and throw out what is not of this edition any more."""
        self.stop()
        if self._store is not None:
            self._store.sweep()
            self._store.close()

    def stop(self) -> None:
        """Let go of the other processes, whatever they are at."""
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.close()
            self._tasks, self._taken = {}, {}

    def _noted(self, page: Page, view: Callable[[Page], View]) -> View:
        """What a template is given, noted as one question where it was picked out of many things.

        A page that lists some of all norms is then made anew when its own list is another, and not
        whenever any norm is.
        """
        made = self._views.get(page.path)
        if made is None:
            with self._notes.taken() as asked:
                made = view(page)
            if not self._is_kept(page, made, asked):
                self._notes.again(asked)
                return made
        self._notes.add("view", page.path)
        return made

    def _is_kept(self, page: Page, made: View, asked: Asked) -> bool:
        """Keep the digest of what a template is given, where that is of use and it has one."""
        if self._store is None or not any(question[0] in _MANY for question in asked):
            return False
        try:
            digest = self._digests.of(made)
        except NoDigestError:
            return False
        self._answers.keep(f"view {page.path}", asked, digest)
        return True

    def _view(self, path: str) -> str:
        """The digest of what a page's template would be given now.

        Raises:
            NoDigestError: it has none.
        """
        kept = self._answers.kept(f"view {path}")
        if kept is not None:
            return kept
        page = self._book.pages.get(path)
        if page is None:
            raise NoDigestError(path)
        with self._notes.taken() as asked:
            made = self._renderer.plainly(page)
        digest = self._digests.of(made)
        self._answers.keep(f"view {path}", asked, digest)
        self._views[path] = made
        return digest

    def _worst(self, name: str) -> str:
        """What a limit comes to at worst, as text."""
        with self._notes.taken():
            return self._weighing.told(name)


class _Noting(Renderer):
    """A renderer that lets somebody note what its templates are given."""

    noted: Callable[[Page, Callable[[Page], View]], View]

    def view(self, page: Page) -> View:
        """What the template of a page is given, noted."""
        return self.noted(page, self.plainly)

    def plainly(self, page: Page) -> View:
        """The same, and nobody is told."""
        return super().view(page)


def _name(page: Page, opened: bool = False) -> str:
    """Under which a page is kept."""
    return f"{_PAGE}{'opened ' if opened else ''}{page.path}"


def _written(shown: Shown) -> str:
    """A page as text."""
    rendered = shown.rendered
    told = {
        "html": rendered.html,
        "headings": [(one.level, one.anchor, one.title) for one in rendered.headings],
        "anchors": sorted(rendered.anchors),
        "links": rendered.links,
        "found": shown.found,
    }
    return text_of(told)


def _read(text: str) -> Shown:
    """A page as it was before it was text."""
    told = json.loads(text)
    rendered = Rendered(
        told["html"],
        tuple(Heading(*one) for one in told["headings"]),
        frozenset(told["anchors"]),
        tuple((path, anchor) for path, anchor in told["links"]),
    )
    return Shown(rendered, _found(*told["found"]) if told["found"] else None)


def opening_of(text: str) -> str:
    """The HTML of a page of prose, of what was kept as it was written."""
    return str(json.loads(text)[0])


def source_of(text: str) -> str:
    """The Markdown of a page of prose, of what was kept with its references filled in."""
    return str(json.loads(text)[1])


def _found(document: dict[str, Any], terms: dict[str, Any]) -> Found:
    """What the search finds, as it was before it was plain."""
    sections = tuple(Section(**one) for one in document.pop("sections"))
    return Document(**_frozen(document), sections=sections), Terms(**_frozen(terms))


def _frozen(told: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(one) if isinstance(one, list) else one for name, one in told.items()}
