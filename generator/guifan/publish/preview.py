"""Pages as they will be once the site is built anew, made one by one when somebody asks for them.

A build leaves behind what single pages are made with. Where an edit changes no more than what items
say, the pages of the book that it left are shown from the changed corpus at once; the lists and the
data files wait for the next build, and so does a page of anything else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from types import MappingProxyType

from guifan.corpus.editions import edition
from guifan.corpus.facts import Facts, digested, facts_of
from guifan.corpus.graph import Corpus
from guifan.corpus.lazy import lazy
from guifan.corpus.snapshot import Snapshot
from guifan.language.catalogues import translator
from guifan.language.document import Entry
from guifan.language.kinds.manual import Manual
from guifan.language.loader import read_file
from guifan.language.model import Audience
from guifan.language.source import Source
from guifan.manual.book import Book, folder
from guifan.manual.render import Renderer
from guifan.publish.edition import Prepared
from guifan.publish.files import read_source
from guifan.publish.searching import Found
from guifan.publish.templates import environment


@dataclass(frozen=True, slots=True)
class Stage:
    """What a finished build leaves behind.

    Args:
        prepared: what it showed.
        addresses: the files of the pages that show the book alone, with their paths in it.
        shown: the whole text of such a page, by its path, with its content from a renderer.
        found: what the search finds, by the path of its page.
    """

    prepared: Prepared
    addresses: Mapping[str, str]
    shown: Callable[[str, Renderer], str]
    found: Mapping[str, Found]


class Preview:
    """What has been written since a build.

    Args:
        stage: what the build left.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        known = stage.prepared.folder.known  # None where files were at fault, or nothing is kept
        self._snapshot = known.snapshot if known else Snapshot()
        self._facts = {one.file: one for one in self._snapshot.facts}
        self._before = stage.prepared.folder.corpus
        self._digests = {file: one.digest for file, one in self._facts.items()}
        self.turn = 0
        """How often a file was found to be another than before."""
        self._written: dict[str, tuple[Facts, tuple[Entry, ...]]] = {}
        self._unlike: set[str] = set()
        self._renderer: Renderer | None = None
        self._pages: dict[str, bytes] = {}
        self._alone = Lock()  # pages are made with what a build made them with: one at a time

    def take(self, file: str) -> bool:
        """Take note that a file was written; whether pages are others now and can be shown."""
        with self._alone:
            if not self._read(file):
                return False
            self._pages.clear()
            self._renderer = None
            return not self._unlike

    def page(self, address: str) -> bytes | None:
        """The file of a page as it is now; None where the one of the build is to be shown."""
        with self._alone:
            path = self._stage.addresses.get(address)
            if path is None or self._unlike or not self._written:
                return None
            found = self._pages.get(address)
            if found is None:
                self._renderer = self._renderer or self._rendering(self._known())
                text = self._stage.shown(path, self._renderer)
                found = self._pages[address] = text.encode("utf-8", "xmlcharrefreplace")
            return found

    def rendering(self) -> tuple[Renderer, Snapshot] | None:
        """What makes content of the book as it is now, for the caller alone, and what is known.

        None where the book is the one that was built, or another arrangement of it comes.
        """
        with self._alone:
            if self._unlike or not self._written:
                return None
            known = self._known()
            return self._rendering(known), known

    def _read(self, file: str) -> bool:
        """Read a file; whether it is another than it was."""
        try:
            source, _ = read_source(file, self._stage.prepared.folder.root / file)
        except OSError:
            source = None
        digest = digested((source.text,)) if source else ""
        if digest == self._digests.get(file, ""):
            return False
        self._digests[file] = digest
        self.turn += 1
        self._written.pop(file, None)
        self._unlike.discard(file)
        before = self._facts.get(file)
        if digest != (before.digest if before else ""):
            written = _taken(source, digest, before) if source and before else None
            if written:
                self._written[file] = written
            else:
                self._unlike.add(file)
        return True

    def _rendering(self, known: Snapshot) -> Renderer:
        """What makes content of the book as it is now."""
        before = self._stage.prepared.renderer
        words = translator(before.settings.locale)
        return Renderer(
            self._book(known),
            environment(self._stage.prepared.folder.root, words),
            before.settings,
            words,
            before.contacts,
        )

    def _book(self, known: Snapshot) -> Book:
        """The book of the build with what was written since; what it counted stays as it is."""
        prepared = self._stage.prepared
        corpus = edition(self._corpus(known), Audience(prepared.renderer.settings.audience))
        pages = dict(prepared.book.pages)
        for facts, _ in self._written.values():
            for brief in facts.briefs:
                path = f"{folder(facts.kind)}/{brief.id}"
                if path in pages:
                    pages[path] = replace(pages[path], about=corpus.entries[brief.id].item)
        return prepared.book.over(corpus, MappingProxyType(pages))

    def _known(self) -> Snapshot:
        """What is known of the files now."""
        facts = {file: taken[0] for file, taken in self._written.items()}
        every = tuple(facts.get(file, one) for file, one in self._facts.items())
        return self._snapshot.followed(every, self._snapshot.baseline)

    def _corpus(self, known: Snapshot) -> Corpus:
        said = {file: taken[1] for file, taken in self._written.items()}

        def opened(file: str) -> tuple[Entry, ...]:
            if file in said:
                return said[file]
            return tuple(self._before.entries[brief.id] for brief in self._facts[file].briefs)

        return lazy(known, opened)


def _taken(source: Source, digest: str, before: Facts) -> tuple[Facts, tuple[Entry, ...]] | None:
    """What a file says now; None where it is at fault, or another arrangement of pages comes of it.

    Args:
        source: the file.
        digest: of its text.
        before: what was known of it.
    """
    read = read_file(source)
    if read.findings or read.broken or read.nameless:
        return None
    after = facts_of(source, digest, read.entries)
    is_alike = _frame(after) == _frame(before) and after.kind != Manual.kind
    return (after, read.entries) if is_alike else None


def _frame(facts: Facts) -> tuple[object, ...]:
    """What of a file the arrangement of pages rests on."""
    return facts.kind, facts.ids, facts.names, [one.place for one in facts.briefs]
