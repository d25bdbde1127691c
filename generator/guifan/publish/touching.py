"""The site before with other words in its pages: what an edit of values comes to.

Where a build would arrange the same pages under the same titles, of the same prose, configuration
and program, it would frame each page as it is framed already. Then no page is framed anew: in those
whose content is another, the old content gives way to the new one, and the data files are written.
Whatever is not quite so takes a whole build.
"""

import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from guifan.manual.book import Branch, Page
from guifan.manual.render import Rendered
from guifan.publish.cache.pages import Shown, Turned
from guifan.publish.edition import Prepared
from guifan.publish.moved import file_of
from guifan.publish.practising import FOLDER as PRACTICE
from guifan.publish.record import Made, Record, Seen, digest_of
from guifan.publish.reindexing import rewritten
from guifan.publish.searched import FOLDER as INDEX
from guifan.publish.searched import NotWholeError, standing
from guifan.publish.searching import Found, in_order, is_found
from guifan.publish.written import of_book, of_index, of_practice
from guifan.search.patching import OtherwiseMadeError
from guifan.search.patching import Turned as Other

TEXT = "text"
"""What is recorded of a file that is no page and comes from no folder."""

PROSE = "prose "
"""What is recorded of a page of prose, before its path and the digest of what follows the prose."""


log = logging.getLogger("mkdocs.plugins.guifan")

_NAMED_BY_CONTENT = (f"{INDEX}/", f"{PRACTICE}/")
"""Folders of files whose names come of what they hold."""


class WholeBuildError(Exception):
    """An edit takes a whole build; its text says why."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A site that was made of the one before.

    Args:
        made: what its files are made of, as far as known.
        pages: how many pages have other contents.
        found: what the search finds of these and of prose, by the path of its page.
    """

    made: Mapping[str, Made]
    pages: int
    found: Mapping[str, Found]


def shape(prepared: Prepared) -> str:
    """The digest of what the frames of all pages rest on, beside configuration and program."""
    book = prepared.book
    pages = [
        (one.path, one.title, one.template, one.id, str(book.since.get(one.id, "")))
        for one in book.pages.values()
    ]
    manual = book.corpus.manual
    said = manual.model_dump_json() if manual else ""
    told = (pages, list(map(_branch, book.navigation)), dict(book.corpus.aliases), said)
    return blake2b(repr(told).encode(), digest_size=16).hexdigest()


def _branch(branch: Branch) -> object:
    path = branch.page.path if branch.page else ""
    return branch.title, path, list(map(_branch, branch.children))


def is_taken(prepared: Prepared, before: Record) -> bool:
    """Whether the pages of the site before are framed as those of an edition would be."""
    return prepared.key != "" and before.origin.shape == shape(prepared)


def touched(prepared: Prepared, before: Record, site_url: str, scratch: Path) -> Touched:
    """Make a site of the one before, in a folder that is not there yet.

    Args:
        prepared: the edition, framed as the site before.
        before: what is recorded of that site, which is whole.
        site_url: where it is published; may be empty.
        scratch: the folder.

    Raises:
        WholeBuildError: what is recorded does not do.
        OSError: the disk is full or a folder cannot be written.
    """
    work = _Work(prepared, before)
    for path, address in _prose(before):
        work.prose(path, address)
    for page in prepared.book.pages.values():
        work.page(page)
    work.look_up()
    pages = len(work.files)
    for address, text in of_book(prepared, site_url):
        work.text(address, text)
    work.index()
    for address, text in of_practice(prepared, prepared.folder.root):
        work.text(address, text)
    _write(before, scratch, work)
    return Touched(work.made, pages, work.found)


class _Work:
    """A site under way.

    Args:
        prepared: the edition.
        before: what is recorded of the site before.
    """

    def __init__(self, prepared: Prepared, before: Record) -> None:
        self._prepared, self._before = prepared, before
        self.made: dict[str, Made] = {}
        self.found: dict[str, Found] = {}
        self.files: dict[str, bytes] = {}
        self.moved: dict[str, str] = {}
        """Files of the site before under other addresses: the new ones with the old."""
        self._other: dict[str, Found | None] = {}
        """What was found of the pages whose contents are others."""
        self._links: set[tuple[str, str]] = set()

    def prose(self, path: str, address: str) -> None:
        """A page of prose, which must stand as it stood; what follows it may be other."""
        prose = self._prepared.pages.prose(path)
        if prose is None:
            raise WholeBuildError(f"{path} says other things")
        found, page = prose.found, self._prepared.book.pages.get(path)
        seen = self._before.files[address]
        self.made[address] = _made(seen)
        if page is not None:
            turned = self._prepared.pages.turned(page, opened=True)
            old = self._turn(address, turned, seen.shown.rpartition(" ")[2])
            if old is not None:
                self.made[address] = Made(shown=f"{PROSE}{path} {turned.digest}")
            if found is not None:
                below = self._prepared.pages.found_below
                found = below(prose.html, page, turned.shown.rendered)
                if old is not None:
                    self._other[path] = below(prose.html, page, old.rendered)
        if found is not None:
            self.found[path] = found

    def page(self, page: Page) -> None:
        """A page of the book, which may have another content."""
        address = file_of(page.path, self._prepared.renderer.address)
        if address in self.made:  # it begins with prose
            return
        seen = self._before.files.get(address)
        if seen is None:
            raise WholeBuildError(f"{page.path} was not there")
        self.made[address] = _made(seen)
        if self._prepared.pages.stands(page) == seen.shown:
            return
        turned = self._prepared.pages.turned(page)
        if turned.shown.found is not None:
            self.found[page.path] = turned.shown.found
        old = self._turn(address, turned, seen.shown)
        if old is not None:
            self.made[address] = Made(shown=turned.digest)
            self._other[page.path] = old.found

    def _turn(self, address: str, turned: Turned, shown: str) -> Shown | None:
        """Put the content of a page in the place of what was shown; None where it is the same."""
        if turned.digest == shown:
            return None
        old = turned.before(shown)
        if old is None:
            raise WholeBuildError(f"{address} is made anew")
        now = turned.shown.rendered
        if now.html != old.rendered.html:
            standing = (self._before.folder / address).read_bytes()
            self.files[address] = _spliced(standing, old.rendered, now)
            self._links |= set(now.links) - set(old.rendered.links)
        return old

    def look_up(self) -> None:
        """See that what pages link to now, and did not before, is there."""
        for path, anchor in self._links:
            page = self._prepared.book.pages.get(path)
            is_own = page is not None and self._is_own(page)
            if not page or (anchor and not (is_own and anchor in self._anchors(page))):
                raise WholeBuildError(f"{path}#{anchor} is linked to, and nobody knows it")

    def _is_own(self, page: Page) -> bool:
        """Whether no prose stands before a page."""
        seen = self._before.files.get(file_of(page.path, self._prepared.renderer.address))
        return seen is not None and not seen.shown.startswith(PROSE)

    def _anchors(self, page: Page) -> frozenset[str]:
        return self._prepared.pages.turned(page).shown.rendered.anchors

    def text(self, address: str, text: str) -> None:
        """A file that is no page and comes from no folder."""
        self.files[address] = text.encode()
        self.made[address] = Made(shown=TEXT)

    def index(self) -> None:
        """The search's index: that of before with other files in it, or one made of all pages."""
        root = self._prepared.folder.root
        try:
            before = standing(self._before.folder)
            now = rewritten(before, self._turned())
        except (OtherwiseMadeError, NotWholeError) as error:
            log.info("The index is made anew: %s", error)
            for address, text in of_index(self._prepared, self._every(), root):
                self.text(address, text)
            return
        self.text(*now.named)
        folder, ending = before.address("").rsplit("/", 1)
        for address in self._before.files:
            if address.startswith(f"{folder}/"):
                name = address[len(folder) + 1 : -len(ending)]
                if name not in now.texts:
                    self.moved[now.address(name)] = address
                    self.made[now.address(name)] = Made(shown=TEXT)
        for name, text in now.texts.items():
            self.text(now.address(name), text)

    def _every(self) -> dict[str, Found]:
        """What the search finds of all pages."""
        own = (one for one in self._prepared.book.pages.values() if self._is_own(one))
        all_found = ((one.path, self._prepared.pages.turned(one).shown.found) for one in own)
        return self.found | {path: found for path, found in all_found if found is not None}

    def _turned(self) -> list[Other]:
        """The documents that say other things."""
        book = self._prepared.book
        own = (one for one in book.pages.values() if is_found(one) and self._is_own(one))
        paths = self.found.keys() | {one.path for one in own}
        numbers = {path: at for at, path in enumerate(in_order(book, paths))}
        turned: list[Other] = []
        for path, old in self._other.items():
            new = self.found.get(path)
            if (old is None) != (new is None):
                raise OtherwiseMadeError(f"{path} is found, or is so no more")
            if old is not None and new is not None and old != new:
                turned.append(Other(numbers[path], old, new))
        return turned

    def gone(self) -> set[str]:
        """The files that are no more: only those whose names come of what they hold."""
        before = self._before.files
        stays = self.files.keys() | self.moved.keys()
        gone = {name for name, seen in before.items() if seen.shown == TEXT} - stays
        come = stays - before.keys()
        if not all(name.startswith(_NAMED_BY_CONTENT) for name in gone | come):
            raise WholeBuildError("files come or go")
        return gone


def _prose(before: Record) -> Iterator[tuple[str, str]]:
    """The pages of prose: their paths, and the addresses of their files."""
    for address, seen in before.files.items():
        if seen.shown.startswith(PROSE):
            yield seen.shown.removeprefix(PROSE).rpartition(" ")[0], address


def _made(seen: Seen) -> Made:
    return Made(seen.made, seen.shown)


def _spliced(data: bytes, old: Rendered, now: Rendered) -> bytes:
    """A page's file with its new content in the place of the old one.

    Raises:
        WholeBuildError: its frame is not the same, or nobody knows where the old content stands.
    """
    framed = {(one.headings, one.anchors, "<h1" in one.html) for one in (old, now)}
    if len(framed) > 1:
        raise WholeBuildError("other headings")
    content = _encoded(old.html)
    if not content or data.count(content) != 1:
        raise WholeBuildError("its content is shown in another way")
    return data.replace(content, _encoded(now.html))


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", "xmlcharrefreplace")  # as MkDocs writes it


def _write(before: Record, scratch: Path, work: _Work) -> None:
    """Write the files that are others, and link the rest to the site before."""
    folders: set[str] = set()
    gone, files = work.gone(), work.files
    again = files.keys() | gone
    held = {seen.digest: name for name, seen in before.files.items() if name in again}
    stays = {name: name for name in before.files if name not in again}
    was, now = f"{before.folder}/", f"{scratch}/"  # thousands of them: Path would take its time
    for address, twin in (stays | work.moved | dict.fromkeys(files, "")).items():
        folder = address.rpartition("/")[0]
        if folder not in folders:
            os.makedirs(now + folder, exist_ok=True)  # noqa: PTH103
            folders.add(folder)
        data = files.get(address)
        known = twin if data is None else held.get(digest_of(data))
        if known is not None:
            os.link(was + known, now + address)
        elif data is not None:
            (scratch / address).write_bytes(data)
