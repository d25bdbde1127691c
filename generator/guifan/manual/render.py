"""Pages become HTML: the templates with everything they may call."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, TemplateNotFound
from markupsafe import Markup, escape

from guifan.corpus.addresses import Target
from guifan.corpus.references import Printed, plain_text, printed, prints, value_text
from guifan.findings import Place
from guifan.language.catalogues import Translator
from guifan.language.contacts import NO_CONTACTS, Contacts
from guifan.language.model import Audience, Choice, Item, Part
from guifan.manual.book import Book, Page
from guifan.manual.deadlines import countable
from guifan.manual.fields import brief, shown
from guifan.manual.prose import line, prose, words
from guifan.manual.views import VIEWS
from guifan.proof.lengths import keep

FALLBACK = "item"
"""The template of an item whose kind has none of its own."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents."""

    level: int
    anchor: str
    title: str


@dataclass(slots=True)
class _Shown:
    """A page under way, with what it has put down: its headings and where it links to."""

    page: Page
    headings: list[Heading] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's content.

    Args:
        html: the content, without the theme around it.
        headings: for the table of contents.
        anchors: every anchor that the page offers.
        links: the pages and anchors that it links to.
    """

    html: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How an edition is shown.

    Args:
        locale: of furniture and quantities.
        audience: ``internal`` or ``public``.
        directory_urls: whether a page's address ends in a slash (a server) or in ``.html``.
        day: the day of the build.
        edit_url: address of the web editor, with ``{file}`` and ``{line}``; empty for none.
        report_url: where problems are reported, with ``{id}``, ``{version}`` and ``{title}``.
        site_url: where the site is published, with a slash at its end; empty where nobody said.
    """

    locale: str
    audience: str
    directory_urls: bool
    day: date
    edit_url: str = ""
    report_url: str = ""
    site_url: str = ""

    @property
    def language(self) -> str:
        """Of findings and changes, which are told in ``zh`` and in ``en``."""
        return "zh" if self.locale.startswith("zh") else "en"


class Renderer:
    """Renders the pages of a book with an environment of templates, one page after the other.

    What templates call knows the page under way without being told, so that the macros which all
    pages share are made once, and not for every page anew.

    Args:
        book: the pages.
        environment: the templates.
        settings: how they are shown.
        _: the translator of page furniture.
        contacts: the telephone numbers of posts, where readers may see them.
    """

    def __init__(
        self,
        book: Book,
        environment: Environment,
        settings: Settings,
        _: Translator,
        contacts: Contacts = NO_CONTACTS,
    ) -> None:
        self.book = book
        self.settings = settings
        self.contacts = contacts
        self._translate = _
        self._shown: _Shown
        self._environment = environment.overlay()
        self._environment.filters |= {
            "prose": self._prose,
            "words": self._words,
            "line": self._line,
            "line_flat": self._line_flat,
            "say": self._say,
            "label": lambda part, name: _(type(part).label(name)),
        }
        self._environment.globals |= {
            "_": _,
            "ngettext": _.ngettext,
            "book": book,
            "corpus": book.corpus,
            "settings": settings,
            "contacts": contacts,
            "href": self._href,
            "link": self._link,
            "heading": self._heading,
            "anchor": self._anchor,
            "calendar": self._calendar,
            "edit": self._edit,
            "report": self._report,
            "shown": shown,
            "brief": brief,
            "keep": partial(keep, book.corpus),
            "countable": partial(countable, book),
        }

    def render(self, page: Page, opened: bool = False) -> Rendered:
        """The content of a page; ``opened`` where prose of its own stands before it."""
        given = {
            **self.view(page),
            "page": page,
            "item": page.item,
            "subject": page.subject,
            "opened": opened,
        }
        shown = self._shown = _Shown(page)
        html = self._template(page).render(given)
        return Rendered(
            html,
            tuple(shown.headings),
            frozenset([*shown.anchors, *(one.anchor for one in shown.headings)]),
            tuple(dict.fromkeys(shown.links)),
        )

    def compile(self, pages: Iterable[Page]) -> None:
        """Read the templates of these pages, before they are rendered."""
        for page in {page.template: page for page in pages}.values():
            self._template(page)

    def view(self, page: Page) -> Mapping[str, object]:
        """What the template of a page is given beside the page and its item."""
        view = VIEWS.get(page.template)
        return view(self.book, page, self._translate) if view else {}

    def _template(self, page: Page) -> Any:
        try:
            return self._environment.get_template(f"pages/{page.template}.html")
        except TemplateNotFound:
            if page.item is None:
                raise
            return self._environment.get_template(f"pages/{FALLBACK}.html")

    def url(self, here: Page, path: str, anchor: str = "") -> str:
        """The relative address of a page from another one."""
        start, goal = self.address(here.path), self.address(path)
        folder = start if start.endswith("/") else posixpath.dirname(start)
        relative = _relative(goal, folder)
        if relative == "./" and anchor and here.path == path:
            relative = ""
        return f"{relative}#{anchor}" if anchor else relative

    def source(self, here: Page, path: str, anchor: str = "") -> str:
        """The relative address of a page from another one, as Markdown sources link."""
        relative = posixpath.relpath(f"{path}.md", posixpath.dirname(here.path) or ".")
        return f"{relative}#{anchor}" if anchor else relative

    def address(self, path: str) -> str:
        """The address of a page from the site's root."""
        folder, name = posixpath.split(path)
        if not self.settings.directory_urls:
            return f"{path}.html"
        if name == "index":
            return f"{folder}/" if folder else ""
        return f"{path}/"

    def _prose(self, text: str | None) -> Markup:
        return prose(text or "", self._cut, self._linked)

    def _words(self, text: str | None) -> Markup:
        return words(text or "", self._cut, self._linked)

    def _line(self, text: str | None) -> Markup:
        return line(text or "", self._cut, self._linked)

    def _line_flat(self, text: str | None) -> str:
        """One line as plain text, for where no link may stand."""
        return plain_text(self.book.corpus, text or "", self.settings.locale)

    def _cut(self, text: str) -> Any:
        return printed(self.book.corpus, text, self.settings.locale)

    def _say(self, value: object) -> str:
        """A value in words; what the language itself names is translated."""
        match value:
            case Choice():
                return self._translate(value.label)
            case bool():
                return self._translate("是") if value else self._translate("否")
            case tuple() if value and isinstance(value[0], Choice):
                return self._translate("、").join(self._say(one) for one in value)
        return value_text(value, self.settings.locale)

    def _linked(self, segment: Printed) -> Markup:
        return self._anchor_tag(segment.target, segment.text)

    def _href(self, to: Target | Item | Page | str) -> str:
        """The address of an item, a target, a page or what an address names; empty for none."""
        found = self._where(to)
        if found is None:
            return ""
        self._shown.links.append(found)
        return self.url(self._shown.page, *found)

    def _where(self, to: Target | Item | Page | str) -> tuple[str, str] | None:
        match to:
            case Page():
                return to.path, ""
            case str():
                target = self.book.corpus.resolve(to)
                return self.book.address(target) if target else None
            case Item():
                return self.book.address(Target(to))
        return self.book.address(to)

    def _link(self, to: Target | Item | Page | str | None, text: str = "") -> Markup:
        """A link to an item, a target or what an address names; plain where there is no page.

        Nothing, and no link, where the edition does not hold what was named.
        """
        match to:
            case None:
                return escape(text)
            case Page():
                shown = escape(text or to.title)
                return Markup(f'<a href="{escape(self._href(to))}">{shown}</a>')
            case str():
                target = self.book.corpus.resolve(to)
                if target is None:
                    return escape(text or to)
            case Item():
                target = Target(to)
            case _:
                target = to
        return self._anchor_tag(target, text or prints(target, self.settings.locale))

    def _anchor_tag(self, target: Target, text: str) -> Markup:
        href = self._href(target)
        if not href:
            return escape(text)
        return _reference(target.item.kind, href, text)

    def _calendar(self, name: str | None) -> str:
        """A calendar's name with its hours."""
        manual = self.book.corpus.manual
        for one in manual.calendars if manual else ():
            if one.id == name:
                return f"{one.title}（{self._say(one.hours)}）"
        return ""

    def _edit(self, item: Item) -> str:
        """Where the item is edited: the repository's web editor, at its line; not for customers."""
        if not self.settings.edit_url or self.settings.audience == Audience.PUBLIC.value:
            return ""
        at = self.book.corpus.entries[item.id].position(Place(item.id, ("id",)))
        return self.settings.edit_url.format(file=quote(at.file), line=at.line)

    def _report(self, item: Item) -> str:
        """Where a problem with the item is reported, with its id and version filled in."""
        if not self.settings.report_url:
            return ""
        return self.settings.report_url.format(
            id=quote(item.id), version=item.version, title=quote(item.title)
        )

    def _heading(self, title: str, anchor: str = "", level: int = 2) -> Markup:
        """A heading for the table of contents; its anchor is its text where none is given."""
        anchor = anchor or "-".join(title.split())
        self._shown.headings.append(Heading(level, anchor, title))
        at, hint = escape(anchor), escape(self._translate("本节链接"))
        link = f'<a class="headerlink" href="#{at}" title="{hint}">¶</a>'
        return Markup(f'<h{level} id="{at}">{escape(title)}{link}</h{level}>')

    def _anchor(self, part: Part | str) -> Markup:
        """The ``id`` attribute of a part of the item."""
        name = part if isinstance(part, str) else str(getattr(part, "id", ""))
        self._shown.anchors.append(name)
        return Markup(f'id="{escape(name)}"')


@lru_cache(maxsize=1 << 15)
def _relative(goal: str, folder: str) -> str:
    """An address as a folder links to it; most pages of a folder link to the same ones."""
    there, here = ([one for one in path.split("/") if one] for path in (goal, folder))
    alike = len(posixpath.commonprefix((there, here)))
    relative = "/".join([".."] * (len(here) - alike) + there[alike:]) or "."
    return f"{relative}/" if goal.endswith("/") or not goal else relative


@lru_cache(maxsize=1 << 14, typed=True)  # a text that is escaped already is another one
def _reference(kind: str, href: str, text: str) -> Markup:
    """A link as pages show it; the posts and words of a folder are named over and over."""
    opening = f'<a class="gf-ref gf-ref-{escape(kind)}" href="{escape(href)}">'
    return Markup(f"{opening}{escape(text)}</a>")
