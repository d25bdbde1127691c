"""The MkDocs plugin: MkDocs' events wired to the library, and nothing else."""

import logging
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.commands.build import get_context
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext
from pymdownx.slugs import slugify

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import translator
from guifan.language.model import Audience
from guifan.language.source import CannotRead
from guifan.manual.book import Branch, Page
from guifan.manual.render import Heading, Rendered, Renderer, Settings
from guifan.publish.aside import Aside, Place
from guifan.publish.build import BuildFailedError
from guifan.publish.cache.pages import Pages, Prose
from guifan.publish.contacts import FILE as CONTACTS
from guifan.publish.content import hidden
from guifan.publish.day import day_of
from guifan.publish.edition import Prepared, RefusedError, prepare
from guifan.publish.editions import FOLDER as EDITIONS
from guifan.publish.feeds import feeds
from guifan.publish.folder import open_folder
from guifan.publish.idle import is_idle
from guifan.publish.live import Live, aside
from guifan.publish.moved import file_of
from guifan.publish.practising import is_loaded_by_its_page, is_wanted
from guifan.publish.preview import Stage
from guifan.publish.record import Made, Record
from guifan.publish.remembered import Remembered
from guifan.publish.searchbox import BOX, lookups
from guifan.publish.searching import ENGINE, Found, found, prose
from guifan.publish.shells.filling import Count, Shells, shelled
from guifan.publish.shells.rendering import MAIN
from guifan.publish.shells.standing import Standing
from guifan.publish.shells.theme import is_known
from guifan.publish.templates import assets, fault, folders
from guifan.publish.touching import PROSE, TEXT
from guifan.publish.workers import several
from guifan.publish.written import ALMANAC, BUILT, of_book, of_pages

GUIDES = "guides/"
"""The folder of ``content/`` that holds the guides."""

_HIDDEN = {
    "home": ["navigation", "toc"],
    "numbers": ["toc"],
    "coverage": ["toc"],
    "coverage-roles": ["toc"],
    "coverage-questions": ["toc"],
    "procedure": ["toc"],
    "practice": ["navigation", "toc"],
    "playbook": ["toc"],  # it leads to its parts by itself, on a phone too
}
"""What gives way, by template: the first page leads by itself, wide things need the width."""

log = logging.getLogger("mkdocs.plugins.guifan")


class GuifanConfig(Config):
    """The plugin's options in mkdocs.yml.

    Where ``audience`` and ``date`` are not written, GUIFAN_AUDIENCE and GUIFAN_DATE say them.
    """

    root = option.Type(str, default=".")
    audience = option.Optional(option.Choice(tuple(one.value for one in Audience)))
    locale = option.Type(str, default="zh-Hans")
    date = option.Optional(option.Type((str, date)))
    edit_url = option.Type(str, default="")
    report_url = option.Type(str, default="")
    cache = option.Type(bool, default=True)
    plain = option.Type(bool, default=False)
    draft = option.Type(bool, default=False)
    jobs = option.Type(int, default=0)


@dataclass(frozen=True, slots=True)
class Edition:
    """What all pages of the book have in common.

    Args:
        pages: as they are shown and found.
        texts: where their HTML is.
        last: the last day on which something of the manual began to hold.
        since: the day on which each item did, by its id.
    """

    pages: Pages
    texts: Aside
    last: str
    since: Mapping[str, date]


class StandardPage(MkDocsPage):
    """A page of the book: MkDocs asks it to render, and it asks our renderer."""

    found: Found | None
    """What the search finds of it, once it is rendered."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig, edition: Edition) -> None:
        """Make the page of ``file`` show ``page``."""
        self._page = page
        self._edition = edition
        self._content: Place | None = None
        super().__init__(_shown(page.title), file, config)
        since = edition.since.get(page.id)
        self.update_date = since.isoformat() if since else edition.last

    @property
    def content(self) -> str | None:
        """Its HTML: MkDocs has every page's before it writes the first, so it is laid aside."""
        return None if self._content is None else self._edition.texts.get(self._content)

    @content.setter
    def content(self, html: str | None) -> None:
        if html is None:
            self._content = None
        elif html != self.content:
            self._content = self._edition.texts.put(html)

    @property
    def path(self) -> str:
        """Its address in the book."""
        return self._page.path

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown behind this page."""
        self.markdown = ""
        self.meta = {
            "hide": _HIDDEN.get(self._page.template, []),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the page's HTML, table of contents and links."""
        shown = self._edition.pages.show(self._page)
        rendered, self.found = shown.rendered, shown.found
        self.take(rendered)
        self.present_anchor_ids = set(rendered.anchors)
        self.links_to_anchors = _anchors(rendered, files)

    def take(self, rendered: Rendered) -> None:
        """Show this content."""
        self.content = rendered.html
        self.toc = get_toc(_tokens(rendered.headings))


def _last_change(renderer: Renderer) -> str:
    """For the sitemap: the day from which all holds that the manual says.

    A page of one item tells its own; a clock would change every page of an unchanged manual.
    """
    return max(renderer.book.since.values(), default=renderer.settings.day).isoformat()


def _shown(title: str) -> str:
    """A title as the theme prints it, which escapes nothing."""
    return str(escape(title))


def _tokens(headings: Iterable[Heading]) -> list[Any]:
    """The table of contents as Python-Markdown's toc extension gives it."""
    roots: list[dict[str, Any]] = []
    path: list[dict[str, Any]] = []
    for one in headings:
        token = {"level": one.level, "id": one.anchor, "name": _shown(one.title), "children": []}
        while path and path[-1]["level"] >= one.level:
            path.pop()
        (path[-1]["children"] if path else roots).append(token)
        path.append(token)
    return roots


def _anchors(rendered: Rendered, files: Files) -> dict[File, dict[str, str]]:
    found: dict[File, dict[str, str]] = {}
    for path, anchor in rendered.links:
        file = files.src_uris.get(f"{path}.md")
        if file is None:
            log.warning("There is no page %r to link to.", path)
        elif anchor:
            found.setdefault(file, {})[anchor] = f"{path}#{anchor}"
    return found


class GuifanPlugin(BasePlugin[GuifanConfig]):
    """Makes a manual's standards part of a MkDocs site."""

    prepared: Prepared
    root: Path = Path()
    found: dict[str, Found]
    """What the search finds, by the path of its page."""
    texts: list[str]
    """The addresses of the files that are no pages and come from no folder."""
    last: str
    """The last day on which something of the manual began to hold."""
    count: Count
    """How many pages were filled from shells."""
    earlier: Prepared | None = None
    """What the build before prepared, in this process."""
    before: Record | None = None
    """What is recorded of the site before, for a build beside it."""
    standing: Standing | None = None
    """Its pages, where they may stand again."""
    finished: Callable[[Stage], None] | None = None
    """Is given what each build leaves, by a live server."""
    made: Mapping[str, Made]
    """What the files of the site that was built are made of, as far as known."""
    opened: Prepared | None = None
    """The edition, where a build beside the site has made it ready."""
    prose: dict[str, str]
    """The pages of prose: their paths by their files' addresses."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """MkDocs keeps a plugin that has this from one build of a live server to the next."""

    def on_shutdown(self) -> None:
        """What was given for one build is not for another."""
        self.before = self.finished = self.opened = None
        self._stop()

    def _stop(self) -> None:
        """End what other processes still do for this build."""
        if hasattr(self, "prepared"):
            self.prepared.pages.stop()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the standards; set navigation, theme folders and assets."""
        self.prepared, self.opened = self.opened or self.open(config), None
        root, manual = self.root, self.prepared.book.corpus.manual
        _spare(Path(config.site_dir))
        self.standing, self.prose = None, {}
        if manual and _home(config) != root:  # a manual without a mkdocs.yml of its own
            config.site_name = _shown(manual.title)
        own = (
            1 if config.theme.custom_dir else 0
        )  # only the manual's own overrides come before ours
        config.theme.dirs[own:own] = [
            str(path / "theme") for path in folders(root) if (path / "theme").is_dir()
        ]
        config.extra_javascript += [BUILT, ALMANAC]
        for address, _ in assets(root):
            if address.endswith(".css"):
                config.extra_css.append(f"assets/guifan/{address}")
            elif _is_for_every_page(address):
                config.extra_javascript.append(f"assets/guifan/{address}")
        config.mdx_configs.setdefault("toc", {})["slugify"] = slugify(case="lower")
        config.nav = [_entry(branch) for branch in self.prepared.book.navigation]
        return config

    def _of_before(self, root: Path) -> Prepared | None:
        """What this process made of the same manual last, if that check is remembered."""
        one = self.earlier
        is_known = one is not None and one.folder.root == root and one.report.memory is not None
        return one if is_known else None

    def open(self, config: MkDocsConfig) -> Prepared:
        """Read and check the standards, and make the edition ready.

        Raises:
            Abort: it cannot be read, or holds errors.
        """
        self.root = root = (_home(config) / self.config.root).resolve()
        try:
            cached = self.config.cache and not self.config.plain
            remembered, before = Remembered(root), self._of_before(root) if cached else None
            if before is not None:
                memory = before.report.memory
            else:
                memory = remembered.read() if cached else None
            folder = open_folder(root, memory, before.folder if before else None)
            settings = self._settings(config, folder.corpus)
            prepared = prepare(folder, settings, cached=cached, draft=self.config.draft)
            self.earlier = prepared
            news = prepared.report.memory
            if cached and news not in (None, memory) and folder.known:
                remembered.write(news, folder.known.opened)
        except (CannotRead, ValueError) as error:
            raise Abort(str(error)) from None
        return prepared

    def _settings(self, config: MkDocsConfig, corpus: Corpus) -> Settings:
        return Settings(
            locale=self.config.locale,
            audience=Audience(
                self.config.audience or os.environ.get("GUIFAN_AUDIENCE") or Audience.INTERNAL
            ),
            directory_urls=config.use_directory_urls,
            day=day_of(corpus, str(self.config.date or os.environ.get("GUIFAN_DATE") or "")),
            edit_url=self.config.edit_url,
            report_url=self.config.report_url,
            site_url=config.site_url or "",
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the book's pages, the assets, the API, the feeds, the redirects; drop the idle."""
        renderer = self.prepared.renderer
        self.found, self.texts, self.last = {}, [], _last_change(renderer)
        for file in self._unneeded(files, config):
            files.remove(file)
        since = self.prepared.book.since
        edition, own = Edition(self.prepared.pages, Aside(), self.last, since), list[Page]()
        for page in self.prepared.book.pages.values():
            uri = f"{page.path}.md"
            if uri in files.src_uris:
                continue
            file = File.generated(config, uri, content="", inclusion=InclusionLevel.INCLUDED)
            files.append(file)
            StandardPage(page, file, config, edition)
            own.append(page)
        self.prepared.pages.ahead(own, self.config.jobs or several())
        for address, path in assets(self.root):
            uri = f"assets/guifan/{address}"
            if address not in (BOX, *ENGINE) and is_wanted(address, renderer.settings.audience):
                files.append(File.generated(config, uri, abs_src_path=str(path)))
        for address, text in of_book(self.prepared, config.site_url or ""):
            files.append(File.generated(config, address, content=text))
            self.texts.append(address)
        pages = sorted(one.src_uri for one in files.documentation_pages())
        guides = [uri for uri in pages if uri.startswith(GUIDES)]
        if guides and isinstance(config.nav, list):
            _add_guides(config.nav, guides, translator(self.config.locale)("指南"))
        return files

    def _unneeded(self, files: Files, config: MkDocsConfig) -> list[File]:
        """Prose that is not for this edition's readers, and what no page ever asks for."""
        is_hidden = hidden(
            self.prepared.folder.pages, Audience(self.prepared.renderer.settings.audience)
        )
        return [
            file
            for file in files
            if (
                is_hidden(file.src_uri)
                if file.src_dir == config.docs_dir
                else is_idle(file, config)
            )
        ]

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """What our parts of the theme use; then the search's index and practice.

        All pages have been rendered by now, and no file has been written yet.
        """
        self.prepared.pages.finish()
        words, renderer = translator(self.config.locale), self.prepared.renderer
        for address, text in of_pages(self.prepared, self.found, self.root):
            files.append(File.generated(config, address, content=text))
            self.texts.append(address)
        given = {
            "lookups": lookups(renderer),
            "manual": self.prepared.book.corpus.manual,
            "feeds": [address for address, _ in feeds(self.prepared)],
        }
        env.globals |= {"_": words, **given}
        fills = is_known(config) and not self.config.plain
        if fills and self._is_alone(config) and self.before is not None and self.prepared.key:
            folder = Path(config.site_dir)
            self.standing = Standing(self.before, folder, self.prepared.key, given)
        self.shells = Shells(
            env, lambda page: fills and isinstance(page, StandardPage), self.standing
        )
        self.count = self.shells.count
        shelled(env, self.shells)
        self.env = env
        return env

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill in references in prose; a chapter's opening is followed by what it holds."""
        if isinstance(page, StandardPage):
            return markdown
        page.update_date = self.last
        if page.file.src_uri.startswith(GUIDES):  # for editors and operators, not for service staff
            page.meta.setdefault("search", {"exclude": True})
        here = page.file.src_uri.removesuffix(".md")
        return self.prepared.pages.expanded(markdown, here)

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """A page of the book whose opening is Markdown: the opening first, then the book's part.

        Whatever its content comes from, the search keeps it.
        """
        path, opening = page.file.src_uri.removesuffix(".md"), html
        renderer, own = self.prepared.renderer, self.prepared.book.pages.get(path)
        if own is not None and not isinstance(page, StandardPage):
            rendered = self.prepared.pages.show(own, opened=True).rendered
            page.present_anchor_ids = (page.present_anchor_ids or set()) | rendered.anchors
            page.toc = get_toc(_continued(_old(page), _tokens(rendered.headings)))
            html += rendered.html
        shown = own or prose(path, Markup(page.title or path).unescape())
        if not _is_left_out(page):
            if isinstance(page, StandardPage) and html == page.content:
                own_found = page.found
            else:  # prose, or another plugin has changed it
                own_found = found(renderer, shown, html)
            if own_found is not None:
                self.found[path] = own_found
        if not isinstance(page, StandardPage):
            self.prepared.pages.keep_prose(path, Prose(opening, self.found.get(path)))
            self.prose[page.file.dest_uri] = path
        return html

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Remember what pages are shown with, for one that is shown again."""
        self.context = context
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Leave to a live server what single pages are made with."""
        self.shells.settle()
        self.made = self._made()
        if self.finished is not None and self._is_alone(config):
            self.finished(_stage(self.prepared, self.env, self.context, self.found))

    def _made(self) -> Mapping[str, Made]:
        """What the files of the site are made of, by their addresses."""
        if self.standing is None:
            return {}
        address, digests = self.prepared.renderer.address, self.prepared.pages.digests
        shown = {file_of(path, address): digest for path, digest in digests.items()}
        shown |= dict.fromkeys(self.texts, TEXT)
        shown |= {
            file: f"{PROSE}{path} {digests.get(path, '')}" for file, path in self.prose.items()
        }
        of = self.standing.made
        return {one: Made(of.get(one, ""), shown.get(one, "")) for one in of.keys() | shown}

    def _is_alone(self, config: MkDocsConfig) -> bool:
        """Whether no other plugin is there, which might do anything to a page."""
        return list(config.plugins.values()) == [self]

    def on_build_error(self, *, error: Exception) -> None:
        """Tell a fault of a template in one line, behind its file and line."""
        self._stop()
        found = fault(error, self.root)
        if found is not None:
            raise BuildFailedError(found) from error

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Rebuild when a standard or a template changes; errors leave the last good site served."""
        server.builder = aside(server)
        live = Live(server, _tell, translator(self.config.locale))
        live.watch(self.root)
        self.finished = live.take
        self.on_post_build(config=config)  # of the build that was before
        own = (self.root / name for name in ("standards", CONTACTS, EDITIONS))
        for path in (*own, *folders(self.root)):
            if path.exists():
                server.watch(str(path))
        return server


def _stage(
    prepared: Prepared,
    environment: Environment,
    context: TemplateContext,
    finds: Mapping[str, Found],
) -> Stage:
    """What a build leaves behind.

    Args:
        prepared: what it showed.
        environment: the theme's.
        context: of any of its pages.
        finds: what the search finds.
    """
    config, nav, files = context["config"], context["nav"], context["pages"]
    pages = {one.page.path: one.page for one in files if isinstance(one.page, StandardPage)}

    def shown(path: str, renderer: Renderer) -> str:
        page = pages[path]
        page.take(renderer.render(renderer.book.pages[path]))
        page.active = True
        try:
            template = environment.get_template(MAIN)
            return template.render(get_context(nav, files, config, page))
        finally:
            page.active = False

    addresses = {page.file.dest_uri: path for path, page in pages.items()}
    return Stage(prepared, addresses, shown, finds)


def _is_for_every_page(address: str) -> bool:
    """Whether an asset is a script that every page runs."""
    is_script = address.endswith(".js") and address not in ENGINE
    return is_script and not is_loaded_by_its_page(address)


def _is_left_out(page: MkDocsPage) -> bool:
    """Whether a page says of itself that the search shall not find it."""
    told = page.meta.get("search")
    return isinstance(told, dict) and bool(told.get("exclude"))


def _tell(error: Exception | None) -> None:
    """Say in the terminal why a build of a live server failed."""
    if isinstance(error, RefusedError):
        error.show()
    elif error is not None:
        log.error("%s", error)


def _home(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    path = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return path.resolve()


def _add_guides(nav: list[Any], guides: list[str], title: str) -> None:
    """Put the guides of ``content/`` before the reference, under the heading they share."""
    for entry in nav:
        if title in entry:
            entry[title][:0] = guides
            return
    nav.append({title: guides})


def _old(page: MkDocsPage) -> list[Any]:
    def token(item: Any) -> dict[str, Any]:
        children = [token(child) for child in item.children]
        return {"level": item.level, "id": item.id, "name": item.title, "children": children}

    return [token(item) for item in page.toc]


def _continued(opening: list[Any], rest: list[Any]) -> list[Any]:
    """The book's headings under the title that the opening gives its page."""
    if not opening or opening[-1]["level"] != 1:
        return [*opening, *rest]
    return [*opening[:-1], opening[-1] | {"children": [*opening[-1]["children"], *rest]}]


def _entry(branch: Branch) -> Any:
    """A branch as MkDocs' ``nav`` writes it."""
    path = f"{branch.page.path}.md" if branch.page else ""
    title = _shown(branch.title)
    if not branch.children:
        return {title: path}
    first = [path] if path else []
    return {title: [*first, *(_entry(child) for child in branch.children)]}


def _spare(site: Path) -> None:
    """Never write through the ``site`` link of an atomic build: take the link away first."""
    if site.is_symlink():
        site.unlink()
