"""The manual as plain data: its pages, their addresses, how they are arranged, what is proven."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from guifan.corpus import views
from guifan.corpus.addresses import Target
from guifan.corpus.graph import Corpus
from guifan.corpus.listed import Listed
from guifan.language.document import Entry
from guifan.language.kinds import KINDS
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.manual import Chapter, Manual, Section
from guifan.language.kinds.procedure import Procedure
from guifan.language.model import Item
from guifan.manual.history import NO_HISTORY, History, Period, Told
from guifan.manual.questions import Questions
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.law.floors import bounded_by
from guifan.proof.limits.slack import Worst, worst
from guifan.proof.procedures.kept import kept_in
from guifan.proof.procedures.schedule import Schedule, schedule

HOME = "index"

_FOLDERS = {"taxonomy": "taxonomies", "matrix": "matrices", "term": "glossary"}


def folder(kind: str) -> str:
    """The folder of a kind's pages, which is part of every permanent link."""
    return _FOLDERS.get(kind, f"{kind}s")


@dataclass(frozen=True, slots=True)
class Opened:
    """An item whose file is opened when somebody asks for it.

    Args:
        entries: where it is found.
        id: its id.
    """

    entries: Mapping[str, Entry]
    id: str

    @property
    def item(self) -> Item:
        """The item."""
        return self.entries[self.id].item


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Args:
        path: its permanent address, without suffix: ``limits/complaint-answer``.
        title: as in the navigation and the browser's tab.
        template: which template of ``pages/`` shows it.
        about: what the template shows, or where it is found.
    """

    path: str
    title: str
    template: str
    about: object = None

    @property
    def subject(self) -> object:
        """What the template shows: an item, a chapter, or nothing."""
        return self.about.item if isinstance(self.about, Opened) else self.about

    @property
    def item(self) -> Item | None:
        """The item that the page is about."""
        subject = self.subject
        return subject if isinstance(subject, Item) else None

    @property
    def id(self) -> str:
        """The id of the item that it is about; empty where it is about none."""
        return self.about.id if isinstance(self.about, Opened | Item) else ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A place in the navigation: a page, with or without children, or a heading over children."""

    title: str
    page: Page | None = None
    children: tuple["Branch", ...] = ()


@dataclass(frozen=True)
class Book:
    """All pages of an edition.

    Args:
        corpus: what they show.
        pages: by path.
        navigation: the pages that stand in the navigation.
        clocks: the calendars of the edition, of the most days of rest; None where it has none.
        history: what each edition released so far changed.
        questions: what staff practise; None where the edition is not for them.
    """

    corpus: Corpus
    pages: Mapping[str, Page]
    navigation: tuple[Branch, ...]
    clocks: Clocks | None = None
    history: History = NO_HISTORY
    questions: Questions | None = None
    _by_id: Mapping[str, Page] = field(default_factory=dict)
    _worst: dict[str, Worst | None] = field(default_factory=dict)

    def over(self, corpus: Corpus, pages: Mapping[str, Page]) -> "Book":
        """The same arrangement over what a corpus with the same items, names and places says."""
        by_id = {page.id: page for page in pages.values() if page.id}
        return replace(self, corpus=corpus, pages=pages, _by_id=by_id, _worst={})

    def worst(self, limit: Limit) -> Worst | None:
        """What a limit comes to at worst as the edition tells it; None where it is no time."""
        if limit.id not in self._worst:
            self._worst[limit.id] = self.weighed(limit)
        return self._worst[limit.id]

    def weighed(self, limit: Limit) -> Worst | None:
        """The same, worked out anew."""
        floor = bounded_by(self.corpus, limit)
        return worst(self.clocks, limit, floor) if self.clocks else None

    def schedule(self, procedure: Procedure) -> Schedule | None:
        """A procedure's steps at their latest, against its promise; None where it has none."""
        every = kept_in(self.clocks, self.corpus, procedure) if self.clocks else ()
        span = next((one.span for one in every if one.path == ("promise",)), None)
        return schedule(span) if span else None

    def past(self, item: Item) -> tuple[Period, ...]:
        """What became of an item, and of it alone, in each edition, the newest first."""
        return self.past_of(item.id)

    def past_of(self, name: str) -> tuple[Period, ...]:
        """The same, by the item's id."""
        return tuple(self._past.get(name, ()))

    def news(self, post: str) -> tuple[tuple[Period, Told], ...] | None:
        """What concerns a post in the newest edition and since, each with its bare period.

        The weightiest stand first; None where no edition was released.
        """
        if not self.history.periods:
            return None
        return tuple(
            (period.of(()), told)
            for period in self.history.recent
            for told in period.weightiest
            if told.concerns(post)
        )

    def changed(self, told: Told) -> Item | None:
        """The item that a change is of; None where the edition no longer holds it."""
        item = self.corpus.get(told.id)
        return item if item and item.kind == told.kind else None

    @cached_property
    def _past(self) -> Mapping[str, list[Period]]:
        found: defaultdict[str, list[Period]] = defaultdict(list)
        for period in self.history.periods:
            own: defaultdict[str, list[Told]] = defaultdict(list)
            for told in period.changes:
                item = self.changed(told)
                if item:
                    own[item.id].append(told)
            for name, changes in own.items():
                found[name].append(period.of(changes))
        return found

    @cached_property
    def since(self) -> Mapping[str, date]:
        """The day from which each item holds, by its id."""
        return {one.id: one.since for one in self.corpus.listed}

    def asked(self, sort: str, name: str) -> int:
        """How many questions staff practise about a ``clause``, in a ``chapter``, as a ``role``."""
        return self.questions.count(sort, name) if self.questions else 0

    def page_of(self, item: Item) -> Page | None:
        """The page of an item."""
        return self.page_with(item.id)

    def page_with(self, name: str) -> Page | None:
        """The page of the item with this id."""
        return self._by_id.get(name)

    def address(self, target: Target) -> tuple[str, str] | None:
        """Where a target is shown: a page's path and an anchor on it, which may be empty."""
        if isinstance(target.item, Manual):
            paths = (path for path in _chapter_paths(target) if path in self.pages)
            return next(((path, "") for path in paths), None)
        page = self.page_of(target.item)
        return (page.path, target.anchor) if page else None


def chapter_path(chapter: Chapter, section: Section | None = None) -> str:
    """The address of a chapter or of a section."""
    inner = f"/{section.id}" if section else ""
    return f"chapters/{chapter.id}{inner}/index"


def _chapter_paths(target: Target) -> Iterator[str]:
    """Where a part of the manual may be shown, the nearest first."""
    chapter = next((part for part in target.parts if isinstance(part, Chapter)), None)
    section = next((part for part in target.parts if isinstance(part, Section)), None)
    if chapter and section:
        yield chapter_path(chapter, section)
    yield chapter_path(chapter) if chapter else HOME


def holdings(corpus: Corpus, chapter: Chapter) -> tuple[Listed, ...]:
    """The items of a chapter that have pages, whatever their section."""
    return tuple(
        one
        for one in corpus.listed
        if one.place.partition(".")[0] == chapter.id and one.kind != Manual.kind
    )


def placed(corpus: Corpus, chapter: Chapter, section: Section | None = None) -> tuple[Item, ...]:
    """The items of a section that have pages, or those that stand in none of a chapter's."""
    items = views.placed(corpus, chapter.id, section.id if section else "")
    return tuple(item for item in items if not isinstance(item, Manual))


def item_pages(corpus: Corpus) -> Iterator[Page]:
    """A page for every item but the manual itself."""
    for one in corpus.listed:
        if one.kind != Manual.kind:
            about = Opened(corpus.entries, one.id)
            yield Page(f"{folder(one.kind)}/{one.id}", one.title, one.kind, about)


def bind(
    corpus: Corpus,
    pages: tuple[Page, ...],
    navigation: tuple[Branch, ...],
    clocks: Clocks | None = None,
    history: History = NO_HISTORY,
    questions: Questions | None = None,
) -> Book:
    """Put pages together.

    Raises:
        ValueError: two pages have one address.
    """
    by_path: dict[str, Page] = {}
    for page in pages:
        if by_path.setdefault(page.path, page) is not page:
            raise ValueError(f"two pages at {page.path}")
    by_id = {page.id: page for page in pages if page.id}
    paths, ids = MappingProxyType(by_path), MappingProxyType(by_id)
    return Book(corpus, paths, navigation, clocks, history, questions, ids)


def kinds_in(corpus: Corpus) -> tuple[type[Item], ...]:
    """The kinds that the corpus holds, without the manual, by name."""
    return tuple(model for kind, model in KINDS.items() if kind != Manual.kind and corpus.of(model))
