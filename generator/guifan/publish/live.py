"""A live server that goes on when a build fails: the last good site, under what is wrong now.

MkDocs' live server stops answering once a build has raised, and leaves half a site behind one that
failed midway. Here a build never raises, and the site it replaces comes back when it fails.
"""

import logging
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from markupsafe import Markup
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from guifan.language.catalogues import Translator
from guifan.publish.edition import RefusedError

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
        self._build, self._answer = server.builder, server.serve_request
        self._site = Path(server.root)
        self._hear, self._words = hear, _
        self._failure: Exception | None = None
        self._is_built = self._site.is_dir() and any(self._site.iterdir())
        server.builder = self.build
        server.set_app(self.answer)

    def build(self) -> None:
        """Build, and never raise what the build raised."""
        try:
            with _kept(self._site):
                self._build()
        except (MkDocsException, OSError) as error:
            self._failure = error
        except Exception as error:  # a fault in a program, perhaps another plugin's: answer on
            log.exception("The build failed.")
            self._failure = error
        else:
            self._failure, self._is_built = None, True
        self._hear(self._failure)

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

        body = self._answer(environ, hold)
        status, headers = told[-1]
        # Only now: the server's own answer waits for a build that is under way.
        if self._failure and dict(headers).get("Content-Type") == "text/html":
            page = _above_end(b"".join(body), strip_of(self._failure, self._words))
            headers, body = _headers("text/html", page), [page]
        start_response(status, headers)
        return body


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


@contextmanager
def _kept(site: Path) -> Iterator[None]:
    """Put a site aside while another is built in its place, and back where that fails."""
    aside = site.with_name(f"{site.name}.before")
    if site.is_dir():
        site.replace(aside)
    try:
        yield
    except BaseException:
        shutil.rmtree(site, ignore_errors=True)
        if aside.is_dir():
            aside.replace(site)
        raise
    shutil.rmtree(aside, ignore_errors=True)
