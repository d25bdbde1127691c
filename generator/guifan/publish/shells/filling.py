"""Pages joined from shells; whatever is not quite as expected is rendered whole."""

import logging
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, Template
from mkdocs import utils

from guifan.publish.shells.holes import (
    Address,
    Child,
    Crumb,
    Entry,
    Headings,
    Hole,
    Holes,
    Own,
    Parts,
    SurpriseError,
    Tab,
    is_marked,
)
from guifan.publish.shells.navigation import Pieces, is_plain
from guifan.publish.shells.rendering import MAIN, Rendering
from guifan.publish.shells.standing import Standing
from guifan.publish.shells.standins import PageStandIn, Refused, has_heading, headings

_SAME = ("config", "pages", "nav")
"""What is one and the same thing in the context of every page."""

_ALIKE = "mkdocs_version"
"""What is alike in the context of every page."""

_NOWHERE = "build_date_utc"
"""What the theme prints nowhere."""

_PROPERDOCS = "properdocs_version"
"""What a context of ProperDocs holds besides."""

_DIFFERENT = ("base_url", "extra_css", "extra_javascript")
"""What differs with the page's depth; only the first may be used."""

_CONTEXT = frozenset({*_SAME, _ALIKE, _NOWHERE, *_DIFFERENT, "page"})

_TITLE_TAG = "<h1"

log = logging.getLogger("mkdocs.plugins.guifan.shells")


@dataclass(slots=True)
class Count:
    """How many pages were filled, how many rendered whole, and how many stand as they stood."""

    filled: int = 0
    whole: int = 0
    standing: int = 0

    @property
    def pages(self) -> int:
        """All of them."""
        return self.filled + self.whole + self.standing


@dataclass(frozen=True, slots=True)
class _Kind:
    """What pages have in common that are filled from one shell."""

    ancestors: int
    is_index: bool
    has_previous: bool
    has_next: bool
    has_canonical: bool
    has_title: bool
    has_heading: bool
    has_headings: bool
    hidden: tuple[str, ...]
    attributes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Shell:
    """The frame of a kind of page.

    Args:
        page: what stood for the pages.
        parts: the frame, cut at its holes.
        ancestors: what stood for the sections around the pages, the nearest first.
    """

    page: PageStandIn
    parts: Parts
    ancestors: Mapping[int, int]


class _Listed:
    """An opened section as the pages of a folder link to it, filled in bit by bit.

    ``texts`` are its pieces, ``places`` where each child stands among them, ``open`` the places of
    those still to be filled in, ``linking`` the children that link to a path.
    """

    def __init__(self, parts: Parts) -> None:
        self.texts = list(parts)
        self.places: dict[int | None, int] = {
            part.number: place for place, part in enumerate(parts) if isinstance(part, Child)
        }
        self.open = {place for place, part in enumerate(parts) if not isinstance(part, str)}
        self.linking: dict[str, list[int]] = {}

    def close(self, place: int, text: str, paths: Set[str]) -> None:
        """Keep the text of a child that links to these paths."""
        child = self.texts[place]
        assert isinstance(child, Child)
        self.texts[place] = text
        self.open.discard(place)
        for path in paths:
            self.linking.setdefault(path, []).append(child.number)


class _Ancestor:
    """Stands for a section around the page."""


class Shells:
    """The shells of one build.

    Args:
        environment: the theme's.
        is_ours: whether a page is one that may be filled.
        standing: the pages of the site before, where they may stand again.
    """

    def __init__(
        self,
        environment: Environment,
        is_ours: Callable[[Any], bool],
        standing: Standing | None = None,
    ) -> None:
        self.count = Count()
        self._standing = standing
        self._environment = environment
        self._is_ours = is_ours
        self._holes = Holes()
        self._shells: dict[_Kind, _Shell | None] = {}
        self._rendering: Rendering | None = None
        self._pieces: Pieces | None = None
        self._first_context: dict[str, Any] = {}
        self._headings: dict[Any, str] = {}
        self._addresses: dict[tuple[str, str], str] = {}
        self._linked: dict[int, tuple[frozenset[str], Parts]] = {}
        self._resolved: dict[tuple[int, str], Parts] = {}
        self._listed: dict[tuple[int, str], _Listed] = {}

    def render(self, context: dict[str, Any], whole: Callable[[], str]) -> str:
        """A page's text; none at all where its file stands already.

        Args:
            context: what MkDocs and the plugins give its template.
            whole: renders it from the theme's template.
        """
        text = self._filled(context, whole)
        if text is None:
            self.count.whole += 1
            return whole()
        return text

    def settle(self) -> None:
        """From now on every page is made, whatever the site before held."""
        self._standing = None

    def _filled(self, context: dict[str, Any], whole: Callable[[], str]) -> str | None:
        """The page joined from its kind's shell; the first of its kind is compared, whole."""
        page = context["page"]
        try:
            kind = self._kind(page, context)
            if self._stands(kind, page, context):
                self.count.standing += 1
                return ""
            if kind not in self._shells:
                return self._first(kind, page, context, whole)
            shell = self._shells[kind]
            if shell is None:
                return None
            text = self._fill(shell, page, context["nav"])
        except SurpriseError as surprise:
            log.info("%s is rendered whole: %s", page.file.src_uri, surprise)
            return None
        self.count.filled += 1
        return text

    def _kind(self, page: Any, context: dict[str, Any]) -> _Kind:
        """The kind of a page.

        Raises:
            SurpriseError: it is of none.
        """
        if not self._is_ours(page) or page.is_homepage or page.edit_url:
            raise SurpriseError("a page that is not the book's, or a theme that is not known")
        if context.keys() - {_PROPERDOCS} != _CONTEXT or not self._is_same(context):
            raise SurpriseError("a context that somebody changed")
        if not page.meta.keys() <= {"hide"}:
            raise SurpriseError("front matter")
        return _Kind(
            len(page.ancestors),
            page.is_index,
            page.previous_page is not None,
            page.next_page is not None,
            page.canonical_url is not None,
            _TITLE_TAG in page.content,
            has_heading(page),
            bool(headings(page)),
            tuple(page.meta.get("hide", ())),
            tuple(sorted(vars(page))),
        )

    def _stands(self, kind: _Kind, page: Any, context: dict[str, Any]) -> bool:
        """Whether the page's file is that of the site before."""
        if self._standing is None:
            return False
        near = [(one.title, one.url) for one in (page.previous_page, page.next_page) if one]
        own = (
            *(page.url, page.title, page.canonical_url, page.content, near),
            *(list(map(_same, page.toc)), kind),
        )
        address = page.file.dest_uri
        return self._standing.take(address, context["config"], context["nav"], own)

    def _is_same(self, context: dict[str, Any]) -> bool:
        """Whether a context holds what the first one held; that one is kept."""
        if not self._first_context:
            self._first_context = context
        first = self._first_context
        return context[_ALIKE] == first[_ALIKE] and all(
            context[name] is first[name] for name in _SAME
        )

    def _first(
        self, kind: _Kind, page: Any, context: dict[str, Any], whole: Callable[[], str]
    ) -> str:
        """The first page of a kind, rendered whole; its shell is kept if it gives the same."""
        text = whole()
        self.count.whole += 1
        self._shells[kind] = None
        try:
            shell = self._made(kind, page, context)
            if self._fill(shell, page, context["nav"]) == text:
                self._shells[kind] = shell
            else:
                log.info("%s and its like are rendered whole: they differ", page.file.src_uri)
        except Exception as error:  # whatever it is, the template's own text holds
            log.info("%s and its like are rendered whole: %r", page.file.src_uri, error)
        return text

    def _made(self, kind: _Kind, page: Any, context: dict[str, Any]) -> _Shell:
        rendering = self._ready(context)
        ancestors = [_Ancestor() for _ in range(kind.ancestors)]
        stand_in = PageStandIn(self._holes, page, kind.has_title, ancestors)
        text = rendering.frame(stand_in, context["nav"])
        numbers = {id(one): number for number, one in enumerate(ancestors)}
        return _Shell(stand_in, self._holes.cut(text), numbers)

    def _ready(self, context: dict[str, Any]) -> Rendering:
        """What renders the pieces; made with the first page, when all plugins have had their say.

        Raises:
            SurpriseError: a title holds what looks like a mark.
        """
        if self._rendering is None:
            config, nav = context["config"], context["nav"]
            if any(is_marked(str(page.title)) for page in nav.pages):
                raise SurpriseError("a title that looks like a mark")
            given = {name: value for name, value in context.items() if name not in _DIFFERENT}
            given["base_url"] = self._holes.mark(Own("base"))
            given |= {name: Refused(name) for name in _DIFFERENT[1:]}
            self._rendering = Rendering(self._environment, self._holes, given)
            features = config.theme.get("features") or ()
            self._pieces = Pieces(self._rendering, self._holes, "navigation.indexes" in features)
            for file in context["pages"]:
                self._holes.stands_below(file.url)
        return self._rendering

    def _fill(self, shell: _Shell, page: Any, nav: Any) -> str:
        """The text of a page, of its shell and its own."""
        at = _where(page.url, self._holes.folders)
        return "".join(
            part if isinstance(part, str) else self._said(part, shell, page, at)
            for part in self._here(shell.parts, page, at)
        )

    def _said(self, hole: Hole, shell: _Shell, page: Any, at: str) -> str:
        """What belongs in a hole."""
        match hole:
            case Own(name):
                return _OWN[name](page)
            case Headings(between):
                return between.join(map(self._heading, headings(page)))
            case Entry():
                return self._entry(hole, None, shell, page, at)
            case Tab(item):
                return self._text(self._asked.tab(item, shell.page), shell, page, at)
            case Crumb(item):
                number = shell.ancestors.get(id(item))
                section = item if number is None else page.ancestors[number]
                return self._text(self._asked.crumb(section, shell.page), shell, page, at)
        raise SurpriseError(f"nothing for {hole}")

    @property
    def _asked(self) -> Pieces:
        if self._pieces is None:
            raise SurpriseError("no pieces")
        return self._pieces

    def _entry(self, entry: Entry, parent: Any, shell: _Shell, page: Any, at: str) -> str:
        """An item of the navigation around the page."""
        item = entry.item
        if item is page:
            parts = self._asked.shown(_shape(page), entry.level, shell.page)
        elif item.active and item.children:
            return self._opened(entry, shell, page, at)
        else:
            parts = self._asked.closed(entry, parent, shell.page)
        return self._text(parts, shell, page, at)

    def _opened(self, entry: Entry, shell: _Shell, page: Any, at: str) -> str:
        """The section around the page shown; its other children are the same for the next page."""
        parts = self._asked.opened(entry, page, shell.page)
        listed = self._listed.get((id(parts), at))
        if listed is None:
            listed = self._listed[id(parts), at] = _Listed(self._here(parts, page, at))
        texts = listed.texts.copy()
        active = next((n for n, one in enumerate(entry.item.children) if one.active), None)
        for place in tuple(listed.open):
            hole = texts[place]
            if isinstance(hole, Child) and hole.number != active:
                text = texts[place] = self._child(hole.number, entry, shell, page, at)
                paths = self._paths(hole.number, entry, shell)
                if page.url not in paths:
                    listed.close(place, text, paths)
            elif not isinstance(hole, str | Child):
                texts[place] = self._said(hole, shell, page, at)
        for number in (active, *listed.linking.get(page.url, ())):
            if number in listed.places:
                texts[listed.places[number]] = self._child(number, entry, shell, page, at)
        return "".join(map(str, texts))

    def _child(self, number: int, entry: Entry, shell: _Shell, page: Any, at: str) -> str:
        return self._entry(_child_of(entry, number), entry.item, shell, page, at)

    def _paths(self, number: int, entry: Entry, shell: _Shell) -> Set[str]:
        """What a child that does not hold the page shown links to."""
        parts = self._asked.closed(_child_of(entry, number), entry.item, shell.page)
        return self._linked[id(parts)][0]

    def _text(self, parts: Parts, shell: _Shell, page: Any, at: str) -> str:
        here = self._here(parts, page, at)
        if len(here) == 1 and isinstance(here[0], str):
            return here[0]
        return "".join(
            part if isinstance(part, str) else self._said(part, shell, page, at) for part in here
        )

    def _here(self, parts: Parts, page: Any, at: str) -> Parts:
        """Parts with their addresses as the page links to them.

        They are kept for its whole folder; only to itself does a page link in another way.
        """
        linked = self._linked.get(id(parts))
        if linked is None:
            paths = frozenset(part.path for part in parts if isinstance(part, Address))
            linked = self._linked[id(parts)] = (paths, parts)  # kept: ids are of living things
        if page.url in linked[0]:
            at = _alone(page.url)
        found = self._resolved.get((id(parts), at))
        if found is None:
            found = self._resolved[id(parts), at] = _joined(
                self._address(part.path, page, at) if isinstance(part, Address) else part
                for part in parts
            )
        return found

    def _address(self, path: str, page: Any, at: str) -> str:
        found = self._addresses.get((path, at))
        if found is None:
            found = self._addresses[path, at] = utils.normalize_url(path, page, _base(page))
        return found

    def _heading(self, heading: Any) -> str:
        """A heading of the table of contents; many pages have the same."""
        key = _same(heading)
        found = self._headings.get(key)
        if found is None:
            if self._rendering is None:
                raise SurpriseError("no rendering")
            found = self._headings[key] = self._rendering.heading(heading)
        return found


def shelled(environment: Environment, shells: Shells) -> None:
    """Let the pages of a theme's environment come from shells."""

    class Shelled(Template):
        """A template that asks the shells first, if it is a page's."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """The page's text."""
            context = dict(*args, **kwargs)
            if self.name != MAIN or context.get("page") is None:
                return super().render(context)
            whole = super().render
            return shells.render(context, lambda: whole(context))

    environment.template_class = Shelled
    if environment.cache is not None:
        environment.cache.clear()


def _joined(parts: Iterable[str | Hole]) -> Parts:
    """Neighbouring texts as one."""
    made: list[str | Hole] = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(made[-1], str):
            made[-1] += part
        else:
            made.append(part)
    return made


def _where(url: str, folders: Set[str]) -> str:
    """What decides how a page links: its folder, or itself where other pages stand below it."""
    own, _, name = url.rpartition("/")
    if name:  # norms/page.html
        return f"{own}/"
    return _alone(url) if own in folders else f"{own.rpartition('/')[0]}/"


def _alone(url: str) -> str:
    """What decides how a page links that links as no other does."""
    return f"={url}"


def _base(page: Any) -> str:
    return utils.get_relative_url(".", page.url)


def _child_of(entry: Entry, number: int) -> Entry:
    item = entry.item.children[number]
    return Entry(item, f"{entry.path}_{number + 1}", entry.level + 1)


def _shape(page: Any) -> tuple[bool, bool]:
    return has_heading(page), bool(headings(page))


def _same(heading: Any) -> Any:
    """What a heading's text depends on."""
    return heading.title, heading.id, heading.level, tuple(map(_same, heading.children))


def _title(title: Any) -> str:
    if not is_plain(title):
        raise SurpriseError(f"a title that filters may change: {title}")
    return str(title)


_OWN: Mapping[str, Callable[[Any], str]] = {
    "title": lambda page: _title(page.title),
    "heading": lambda page: _title(page.toc.items[0].title),
    "skip": lambda page: str(page.toc.items[0].url),
    "url": lambda page: utils.normalize_url(page.url, page, _base(page)),
    "base": _base,
    "canonical": lambda page: str(page.canonical_url),
    "content": lambda page: str(page.content),
    "previous_url": lambda page: utils.normalize_url(page.previous_page.url, page, _base(page)),
    "previous_title": lambda page: _title(page.previous_page.title),
    "next_url": lambda page: utils.normalize_url(page.next_page.url, page, _base(page)),
    "next_title": lambda page: _title(page.next_page.title),
}
"""What a page says for itself."""
