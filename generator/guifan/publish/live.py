"""A live server that never waits: pages as they are now, or the last good site and its errors.

MkDocs' live server lets readers wait for each build, and stops answering once one has raised. Here
the site before is served until another is whole, a build never raises, and what an edit makes of a
page, and of the search's index, is shown before any build.
"""

import gc
import logging
import os
import posixpath
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from markupsafe import Markup
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from guifan.language.catalogues import Translator
from guifan.publish.edition import RefusedError
from guifan.publish.files import SUFFIXES
from guifan.publish.following import Following, following
from guifan.publish.preview import Preview, Stage
from guifan.publish.revisions import STANDARDS

SHOWN = 5
"""How many errors the strip lists; the terminal and the page of nothing list them all."""

Hear = Callable[[Exception | None], None]
"""Is told of each build: what it failed with, or None."""

_STRIP = Markup(
    '<aside role="alert" data-guifan="strip" style="position:sticky;bottom:0;z-index:9;'
    "max-height:40vh;overflow:auto;padding:.5rem 1rem;background:#b3261e;color:#fff;"
    'font:14px/1.6 system-ui,sans-serif;overflow-wrap:anywhere">'
    "<style media=print>[data-guifan=strip]{{display:none}}</style>"
    "<strong>{title}</strong>{lines}</aside>"
)

_PAGE = Markup(
    "<!doctype html><html><head><meta charset=utf-8>"
    "<meta name=viewport content='width=device-width'><title>{title}</title></head>"
    "<body style='max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "font:16px/1.7 system-ui,sans-serif;overflow-wrap:anywhere'>"
    "<h1>{title}</h1>{lines}<p>{after}</p>{script}</body></html>"
)

_AGAIN = Markup("""<script>
let seen
setInterval(async () => {
  const now = await (await fetch(location.href)).text()
  seen ??= now
  if (now !== seen) location.reload()
}, 1000)
</script>""")
"""Shows what has changed: no script of MkDocs' reaches a page that no build made."""

_WRITTEN = frozenset({"closed", "created", "deleted", "modified", "moved"})
"""What may befall a file that is written; it may also be opened and read."""

log = logging.getLogger("mkdocs.plugins.guifan")


class Live:
    """What a live server builds with and answers with."""

    def __init__(self, server: LiveReloadServer, hear: Hear, _: Translator) -> None:
        """Take the place of the server's builder and of its answers.

        Args:
            server: its root is the folder that its builder writes to, built already or not.
            hear: is told how each build went.
            _: the words of the strip and of the page of nothing.
        """
        self._server = server
        self._build, self._answer = server.builder, server.serve_request
        self._hear, self._words = hear, _
        self._failure: Exception | None = None
        self._is_built = Path(server.root).is_dir() and any(Path(server.root).iterdir())
        self._left: Stage | None = None
        self._preview: Preview | None = None
        self._following: Following | None = None
        self._index: Mapping[str, bytes] = {}
        self._making: threading.Thread | None = None
        self._is_wanted = False
        self._alone = threading.Lock()
        self._edits = 0
        server.builder = self.build
        server.set_app(self.answer)

    @property
    def left(self) -> Stage | None:
        """What the last build left; None before any has."""
        return self._left

    def take(self, stage: Stage) -> None:
        """Take what a build leaves."""
        self._left = stage
        if self._preview is None:
            self._begin(stage)

    def watch(self, root: Path) -> None:
        """Show what is written to the manual in ``root`` before it is built.

        Where the system tells nobody of files, builds show it.
        """
        observer = Observer()
        with suppress(OSError):
            observer.schedule(_Edits(root, self.edited), str(root / STANDARDS), recursive=True)
            observer.start()

    def edited(self, file: str) -> None:
        """Show what was written to a file, where that takes no build."""
        self._edits += 1
        preview = self._preview
        if preview is None:
            return
        try:
            turn = preview.turn
            is_shown = preview.take(file)
        except Exception:  # what is wrong, the build tells
            log.debug("%s waits for the build.", file, exc_info=True)
            self._preview, self._index = None, {}
            return
        if is_shown:
            self._reload()
        if preview.turn != turn:
            self._make_index()

    def build(self) -> None:
        """Build, and never raise what the build raised."""
        making = self._making
        if making is not None:
            making.join()  # it takes an instant, and longer where a build competes with it
        edits = self._edits
        gc.unfreeze()  # what the last build left may go
        with self._server._epoch_cond:
            self._server._wanted_epoch = self._server._visible_epoch  # nobody waits for this build
            self._server._epoch_cond.notify_all()
        try:
            self._build()
        except (MkDocsException, OSError) as error:
            self._failure = error
        except Exception as error:  # a fault in a program, perhaps another plugin's: answer on
            log.exception("The build failed.")
            self._failure = error
        else:
            self._failure, self._is_built = None, True
            if self._left is not None and self._edits == edits:  # else it is out of date already
                self._begin(self._left)
        if self._edits != edits:  # the first time, the server itself does not watch yet
            with self._server._rebuild_cond:
                self._server._want_rebuild = True
                self._server._rebuild_cond.notify_all()
        self._hear(self._failure)
        self._reload()

    def _begin(self, stage: Stage) -> None:
        """Show what is written from now on over what a build left."""
        after = following(stage, Path(self._server.root))
        with self._alone:
            self._preview, self._following, self._index = Preview(stage), after, {}
        gc.freeze()  # to look for circles in all that it left takes longer than to show an edit

    def _make_index(self) -> None:
        """Let the search's index be made of what was written, once for what comes meanwhile."""
        with self._alone:
            self._is_wanted = True
            if self._making is None:
                self._making = threading.Thread(target=self._indexes, daemon=True)
                self._making.start()

    def _indexes(self) -> None:
        """Make the index until it is that of all that was written."""
        while True:
            with self._alone:
                if not self._is_wanted:
                    self._making = None
                    return
                self._is_wanted = False
                preview, after = self._preview, self._following
            if preview is None or after is None:
                continue
            turn = preview.turn
            try:
                index = after.files(preview)
            except Exception:  # what is wrong, the build tells
                log.info("The search waits for the build.", exc_info=True)
                index = None
            with self._alone:
                if preview is self._preview and preview.turn == turn:
                    self._index = index or {}

    def answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request as the server would, with a strip on each page while a build fails."""
        if environ["PATH_INFO"].startswith("/livereload/"):
            return self._answer(environ, start_response)
        if not self._is_built and self._failure:
            page = page_of_nothing(self._failure, self._words).encode()
            start_response("200 OK", _headers("text/html; charset=utf-8", page))
            return [page]
        told: list[tuple[str, list[tuple[str, str]]]] = []

        def hold(status: str, headers: list[tuple[str, str]], _: object = None, /) -> Any:
            told.append((status, headers))

        now = None if self._failure else self._now(environ["PATH_INFO"])
        if now is not None:
            start_response("200 OK", _headers("text/html; charset=utf-8", now))
            return [now]
        index = None if self._failure else self._index.get(environ["PATH_INFO"].lstrip("/"))
        if index is not None:
            start_response("200 OK", _headers("text/javascript; charset=utf-8", index))
            return [index]
        body = self._answer(environ, hold)
        status, headers = told[-1]
        if self._failure and dict(headers).get("Content-Type") == "text/html":
            page = _above_end(b"".join(body), strip_of(self._failure, self._words))
            headers, body = _headers("text/html", page), [page]
        start_response(status, headers)
        return body

    def _now(self, path: str) -> bytes | None:
        """A page with what was written since the build; None where there is nothing of the kind."""
        asked = path.encode("latin-1").decode("utf-8", "ignore")
        within = posixpath.relpath(f"{asked}index.html" if asked.endswith("/") else asked, "/")
        try:
            page = self._preview.page(within) if self._preview else None
        except Exception:  # what is wrong, the build tells
            log.debug("%s waits for the build.", within, exc_info=True)
            return None
        return page and self._server._inject_js_into_html(page, self._server._visible_epoch)

    def _reload(self) -> None:
        """Let browsers load their page again."""
        server = self._server
        with server._epoch_cond:
            now = max(server._visible_epoch + 1, round(time.monotonic() * 1000))
            server._visible_epoch = server._wanted_epoch = now
            server._epoch_cond.notify_all()


class _Edits(FileSystemEventHandler):
    """Tells of standards that were written.

    Args:
        root: the manual's folder.
        tell: is told their names.
    """

    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        self._root, self._tell = root, tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of a file, whatever befell it: whether it is another now, its text says."""
        if event.event_type in _WRITTEN:
            for path in (
                Path(os.fsdecode(one)) for one in (event.src_path, event.dest_path) if one
            ):
                if path.suffix.lower() in SUFFIXES:
                    self._tell(path.relative_to(self._root).as_posix())


def strip_of(failure: Exception, _: Translator) -> str:
    """The strip that stands on each page of the last good site."""
    lines = _lines(failure)
    more = len(lines) - SHOWN
    if more > 0:
        rest = _("另有 {count} 处，请看终端").format(count=more)
        lines = (*lines[:SHOWN], rest)
    title = _("标准有错误，这是改前的样子：")
    if not isinstance(failure, RefusedError):
        title = _("网站没有重新生成，这是改前的样子：")
    return _STRIP.format(title=title, lines=_list(lines))


def page_of_nothing(failure: Exception, _: Translator) -> str:
    """The page that stands for every page before a build has succeeded."""
    refused = isinstance(failure, RefusedError)
    title = _("标准有错误，还没有网站可看") if refused else _("网站没有生成")
    after = _("改好后这里会自动显示手册。")
    return _PAGE.format(title=title, lines=_list(_lines(failure)), after=after, script=_AGAIN)


def _lines(failure: Exception) -> tuple[str, ...]:
    if isinstance(failure, RefusedError):
        return failure.prepared.errors()
    known = isinstance(failure, MkDocsException | OSError)
    return (str(failure) if known else f"{type(failure).__name__}: {failure}",)


def _list(lines: Iterable[str]) -> Markup:
    return Markup("<ul>{}</ul>").format(
        Markup().join(Markup("<li>{}").format(one) for one in lines)
    )


def _headers(kind: str, body: bytes) -> list[tuple[str, str]]:
    return [("Content-Type", kind), ("Content-Length", str(len(body)))]


def _above_end(page: bytes, strip: str) -> bytes:
    """The page with the strip as the last of its body."""
    end = page.rfind(b"</body>")
    end = len(page) if end < 0 else end
    return page[:end] + strip.encode() + page[end:]


def aside(server: LiveReloadServer) -> Callable[[], None]:
    """The server's builder, which writes over the site that it serves, beside that site.

    The site is put aside meanwhile and served from there, and comes back where the build fails.
    """
    build, site = server.builder, Path(server.root)
    before = site.with_name(f"{site.name}.before")

    def built() -> None:
        if site.is_dir():
            site.replace(before)
            server.root = str(before)
        try:
            build()
        except BaseException:
            shutil.rmtree(site, ignore_errors=True)
            if before.is_dir():
                before.replace(site)
            raise
        finally:
            server.root = str(site)
        shutil.rmtree(before, ignore_errors=True)

    return built
