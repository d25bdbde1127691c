"""What the manual answers without opening a file: an item is told by its text."""

from dataclasses import dataclass

from guifan.corpus.snapshot import Snapshot
from guifan.manual.book import Book, Page
from guifan.publish.cache.answers import Doors


def of_known(book: Book, known: Snapshot) -> Doors:
    """What can be asked of an edition that shows all that is known of the manual's files."""
    told = _Told(book, known)
    return Doors(
        {
            "all": told.every,
            "manual": told.manual,
            "links": told.links,
            "every entry": told.every,
            "every incoming": told.links,
            "every outgoing": told.links,
        },
        {
            "item": told.item,
            "known": known.briefs.__contains__,
            "kind": told.kind,
            "placed": told.placed,
            "entry": told.entry,
            "position": told.position,
            "incoming": told.incoming,
            "mentioning": told.mentioning,
            "outgoing": told.outgoing,
            "page": lambda path: told.page(book.pages.get(path)),
            "page of": lambda name: told.page(book.page_with(told.today(name))),
            "past": lambda name: book.past_of(told.today(name)),
        },
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """The answers.

    Args:
        book: the edition.
        known: what is known of its files.
    """

    book: Book
    known: Snapshot

    def today(self, name: str) -> str:
        """An id as it is today."""
        return self.known.holders.get(name, name)

    def item(self, name: str) -> object:
        """The item with this id, today's or a former one."""
        return self.entry(self.today(name))

    def entry(self, name: str) -> object:
        """The item under this id, and what it will be."""
        brief = self.known.briefs.get(name)
        return brief.digest if brief else None

    def manual(self) -> object:
        """The manual itself."""
        manual = self.book.corpus.manual
        return self.entry(manual.id) if manual else None

    def every(self) -> object:
        """All items under their ids, in their order."""
        return [(one.id, one.digest) for one in self.known.briefs.values()]

    def links(self) -> object:
        """All that tells which links there are."""
        return self.every(), self.known.holders

    def kind(self, name: str) -> object:
        """All items of a kind."""
        files = (file for file in self.known.facts if file.kind == name)
        return [(one.id, one.digest) for file in files for one in file.briefs]

    def placed(self, place: str) -> object:
        """The items of a place."""
        return [(name, self.entry(name)) for name in self.known.standing.get(place, ())]

    def position(self, name: str) -> object:
        """Where an item stands."""
        brief = self.known.briefs.get(name)
        return (self.known.files[name].file, brief.at) if brief else None

    def incoming(self, name: str) -> object:
        """All that tells which links lead to an item: it, and what may refer to it."""
        manual = self.book.corpus.manual
        if manual is not None and manual.id == name:  # every item refers to its place
            return self.links()
        return [(one, self.entry(one)) for one in (name, *self.known.mentioning(name))]

    def mentioning(self, question: str) -> object:
        """The items of a kind that may refer to an item."""
        kind, name = question.split(" ")
        found = (one for one in self.known.mentioning(name) if self.known.files[one].kind == kind)
        return [(one, self.entry(one)) for one in found]

    def outgoing(self, name: str) -> object:
        """All that tells to what an item refers: it, its place, and what its ids name."""
        brief = self.known.briefs.get(name)
        near = brief.near if brief else ()
        return self.entry(name), self.manual(), [(one, self.item(one)) for one in near]

    def page(self, page: Page | None) -> object:
        """A page."""
        if page is None or not page.id:
            return page
        return page.path, page.title, page.template, self.entry(page.id)
