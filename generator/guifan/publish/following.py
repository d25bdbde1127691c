"""The search's index as it will be once the site is built anew, from what the build before left.

What an edit may concern is told by the questions that each page was made with: where one is
answered otherwise now, the page is made and cut anew, and then the index of all. Where pages are
arranged otherwise or prose says something else, it takes a build.
"""

import gc
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from guifan.corpus import noted
from guifan.corpus.noted import Notes, Question
from guifan.corpus.snapshot import Snapshot
from guifan.language.catalogues import translator
from guifan.language.model import Audience
from guifan.manual.arrange import arrange
from guifan.manual.book import Book, Page
from guifan.manual.noted import NotedBook
from guifan.manual.render import Renderer
from guifan.publish.cache.answers import Doors, of_book
from guifan.publish.cache.known import of_known
from guifan.publish.cache.pages import opening_of, source_of
from guifan.publish.cache.store import Store
from guifan.publish.preview import Preview, Stage
from guifan.publish.references import expand
from guifan.publish.reindexing import Over, rewritten
from guifan.publish.searched import NotWholeError, standing
from guifan.publish.searching import PROSE, Found, found, in_order, ordered, written
from guifan.publish.templates import environment
from guifan.publish.touching import shape
from guifan.search.patching import OtherwiseMadeError, Turned

_UNSEEN = frozenset({"asked", "past", "news", "history"})
"""Questions about what the search leaves out: how much is practised, what changed and when."""

_KEPT = frozenset({"view", "worst", "prose"})
"""Questions whose answers rest on other questions, kept under the same two words."""

Rests = Mapping[str, tuple[Question, ...]]
"""The questions on which something rests that was kept, by its name."""

log = logging.getLogger("mkdocs.plugins.guifan")


class Following:
    """The index of a site, and what it rests on.

    Args:
        stage: what the build of the site left; its pages must have been kept.
        known: what was known of the files.
        site: the site's folder.
    """

    def __init__(self, stage: Stage, known: Snapshot, site: Path) -> None:
        self._stage, self._site = stage, site
        self._openings: dict[str, str] = {}
        self._prose: dict[str, str] = {}
        prepared = stage.prepared
        self._built = self._last = _doors(prepared.renderer, known)
        self._made: dict[str, Found] = {}
        self._rest: dict[str, tuple[Question, ...]] = {}
        self._shape = shape(prepared)
        store = Store(prepared.folder.root, prepared.key)
        try:
            self._keep_prose(store)
            self._rests = dict(self._resting(store))
        finally:
            store.close()

    def files(self, preview: Preview) -> Mapping[str, bytes] | None:
        """The files of the index by their addresses; None for those of the next build."""
        now = preview.rendering()
        if now is None:
            return None
        renderer, known = now
        prepared = self._stage.prepared
        settings, words = renderer.settings, translator(renderer.settings.locale)
        book = arrange(
            renderer.book.corpus,
            Audience(settings.audience),
            words,
            settings.day,
            prepared.folder.waivers,
            prepared.book.history,
        )
        if shape(replace(prepared, book=book)) != self._shape:
            log.info("The search waits for a build: pages are arranged otherwise.")
            return None
        doors = _doors(renderer, known)
        edit = _Edit(self._built, doors, self._rests)
        for path, markdown in self._prose.items():
            if edit.concerns(f"prose {path}"):
                then = expand(markdown, prepared.renderer, path)
                if expand(markdown, renderer, path) != then:
                    log.info("The search waits for a build: %s says something else.", path)
                    return None
        concerned = [one for one in self._read(renderer.book) if edit.concerns(self._name(one))]
        others = self._others(renderer, concerned, _Edit(self._last, doors, self._rest))
        self._last = doors
        found = self._stage.found
        paths = in_order(renderer.book, found)
        numbers = {path: number for number, path in enumerate(paths)}
        turned = [
            Turned(numbers[path], found[path], now)
            for path, now in others.items()
            if now != found[path]
        ]
        try:
            before = standing(self._site)
            return Over(before, rewritten(before, turned))
        except (FileNotFoundError, NotWholeError, OtherwiseMadeError) as error:
            log.info("The index is made anew: %s", error)
        documents = ordered(renderer.book, {**found, **others})
        with _uncollected():
            told = written(renderer, documents, prepared.folder.root, words)
            return {address: text.encode() for address, text in told}

    def _read(self, book: Book) -> Iterator[Page]:
        """The pages whose own words are looked through."""
        for page in book.pages.values():
            if page.path in self._stage.found and (page.id or page.template in PROSE):
                yield page

    def _name(self, page: Page) -> str:
        """Under which a page is kept."""
        return f"page {'opened ' if page.path in self._openings else ''}{page.path}"

    def _others(
        self, renderer: Renderer, pages: Iterable[Page], since: "_Edit"
    ) -> dict[str, Found]:
        """Pages as they are now, by their paths.

        Args:
            renderer: makes them.
            pages: those that may be others than at the build.
            since: what is otherwise since they were made last; those that it does not concern stay.
        """
        notes = Notes()
        words = translator(renderer.settings.locale)
        noting = Renderer(
            NotedBook(renderer.book, notes),
            environment(self._stage.prepared.folder.root, words),
            renderer.settings,
            words,
            noted.Doors(renderer.contacts, notes, "contact"),
        )
        made, rest = {}, {}
        for page in pages:
            path = page.path
            if path in self._made and not since.concerns(path):
                made[path], rest[path] = self._made[path], self._rest[path]
                continue
            with notes.taken() as asked:
                notes.add("page", path)
                made[path] = self._anew(noting, page)
            rest[path] = tuple(asked)
        self._made, self._rest = made, rest
        return made

    def _anew(self, renderer: Renderer, page: Page) -> Found:
        """A page, made and cut anew."""
        opening = self._openings.get(page.path)
        html = renderer.render(page, opening is not None).html
        made = found(renderer, page, f"{opening or ''}{html}")
        if made is None:
            raise ValueError(page.path)  # it was found before, by a template that is the same
        return made

    def _keep_prose(self, store: Store) -> None:
        """The prose that the search looks through, and that before pages of the book."""
        pages = self._stage.prepared.book.pages
        for path in self._stage.found:
            if path in pages and pages[path].id:
                continue
            html, source = store.get(f"written {path}"), store.get(f"prose {path}")
            if html is None or source is None:
                continue
            self._prose[path] = source_of(source.body)
            if path in pages:
                self._openings[path] = opening_of(html.body)

    def _resting(self, store: Store) -> Iterator[tuple[str, tuple[Question, ...]]]:
        """What all that rests on, and what that rests on in its turn."""
        same: dict[Question, Question] = {}
        seen: set[str] = set()
        waiting = [f"prose {path}" for path in self._prose]
        waiting += map(self._name, self._read(self._stage.prepared.book))
        while waiting:
            name = waiting.pop()
            kept = None if name in seen else store.get(name)
            seen.add(name)
            if kept is not None:
                asked = tuple(same.setdefault(one, one) for one in kept.asked)
                waiting.extend(" ".join(one) for one in asked if one[0] in _KEPT)
                yield name, asked


def following(stage: Stage, site: Path) -> Following | None:
    """What follows a build of a site; None where files were at fault, or nothing is kept."""
    known = stage.prepared.folder.known
    return Following(stage, known.snapshot, site) if known and stage.prepared.key else None


class _Edit:
    """What is otherwise since a build.

    Args:
        before: what the manual answered then.
        now: what it answers now.
        rests: what was kept rests on.
    """

    def __init__(self, before: Doors, now: Doors, rests: Rests) -> None:
        self._before, self._now, self._rests = before, now, rests
        self._known: dict[Question, bool] = {}

    def concerns(self, name: str) -> bool:
        """Whether what was kept under a name may be another now; what was not kept always may."""
        return name not in self._rests or any(map(self._is_other, self._rests[name]))

    def _is_other(self, question: Question) -> bool:
        """Whether a question is answered otherwise."""
        known = self._known.get(question)
        if known is None:
            known = self._known[question] = self._found(question)
        return known

    def _found(self, question: Question) -> bool:
        name, *of = question
        if name in _UNSEEN:
            return False
        if name in _KEPT:
            return self.concerns(" ".join(question))
        if of:
            return self._before.single[name](*of) != self._now.single[name](*of)
        return self._before.whole[name]() != self._now.whole[name]()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no circles while a million small values without any are made."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _doors(renderer: Renderer, known: Snapshot) -> Doors:
    """What can be asked; of an item that is not of the edition as well."""
    return of_book(renderer.book, renderer.contacts) | of_known(renderer.book, known)
