"""Engines in a real browser, each through the entry that its readers have.

Every engine is a folder to serve, a script that makes ready whatever answers, and a script that
answers: addresses of pages or ids, the best first, whether nothing fits fully, and the
milliseconds from the key to the results.
"""

from __future__ import annotations

import functools
import gzip
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page

PATIENCE = 180_000
"""Milliseconds that an engine may take to be ready."""

REST = 1_000
"""Milliseconds without a further file after which a page has all that it loads by itself."""


@dataclass(frozen=True)
class Engine:
    """A search to ask.

    Args:
        name: for the reader of the results.
        folder: what is served.
        ready: script that resolves once it can be asked.
        ask: script of a query that resolves to ``[found, is near, milliseconds]``.
        index: the folder or file that is the index, beside `folder`.
        page: the page on which it is asked.
    """

    name: str
    folder: Path
    ready: str
    ask: str
    index: str
    page: str = "index.html"


@dataclass
class Asked:
    """An engine in an open page.

    Args:
        page: where it runs.
        engine: which.
        root: where its folder is served.
        files: what was asked for, since it was opened.
    """

    page: Page
    engine: Engine
    root: str
    files: list[str] = field(default_factory=list)

    def ask(self, query: str) -> tuple[list[str], bool, float]:
        """What it finds: addresses below the root or ids, whether near only, and milliseconds."""
        found, near, took = self.page.evaluate(self.engine.ask, query)
        ids = [one.removeprefix(self.root).partition("#")[0] for one in found]
        return list(dict.fromkeys(ids)), near, took

    def rest(self) -> None:
        """Wait until the page loads nothing more by itself."""
        count = -1
        while count != len(self.files):
            count = len(self.files)
            self.page.wait_for_timeout(REST)

    def heap(self) -> float:
        """MB of objects in the page, its workers not counted."""
        client = self.page.context.new_cdp_session(self.page)
        client.send("HeapProfiler.collectGarbage")
        client.send("Performance.enable")
        told = client.send("Performance.getMetrics")["metrics"]
        used: float = next(one["value"] for one in told if one["name"] == "JSHeapUsedSize")
        return used / 1e6

    def slow_down(self, times: int) -> None:
        """As on a processor so many times slower."""
        client = self.page.context.new_cdp_session(self.page)
        client.send("Emulation.setCPUThrottlingRate", {"rate": times})


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as declared above
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on this machine; its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def opened(browser: Browser, engine: Engine, root: str) -> Iterator[Asked]:
    """An engine, ready to be asked, in a page that nobody has visited before."""
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(root + engine.page)
    page.wait_for_load_state("networkidle")
    asked = Asked(page, engine, root)
    context.on("request", lambda request: asked.files.append(request.url))
    page.evaluate(engine.ready)
    yield asked
    context.close()


def packed(folder: Path, files: list[str]) -> int:
    """Bytes of files that were asked for, each compressed as servers do."""
    paths = {folder / unquote(urlsplit(one).path).lstrip("/") for one in files}
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in paths if path.is_file())


OURS_READY = """async () => {
  document.querySelector('[data-guifan-search]').focus();
  while (!window.guifan.searchEngine) await new Promise(done => setTimeout(done, 5));
}"""

OURS = """query => new Promise(done => {
  const field = document.querySelector('[data-guifan-search]');
  const panel = document.querySelector('[data-gf-find-panel]');
  const near = window.guifan.searchBox.words.near, note = panel.querySelector('.gf-find-note');
  const status = document.querySelector('.gf-find [role=status]');
  status.textContent = '';
  const began = performance.now();
  const seen = new MutationObserver(() => {
    if (!status.textContent.trim()) return;
    seen.disconnect();
    const rows = [...panel.querySelectorAll('[data-guifan-result]')].map(row => row.dataset.id);
    done([rows, !note.hidden && note.textContent === near, performance.now() - began]);
  });
  seen.observe(status, { childList: true, characterData: true, subtree: true });
  field.value = query;
  field.dispatchEvent(new Event('input', { bubbles: true }));
})"""

THEME_READY = """async () => {
  document.querySelector('#__search').click();
  document.querySelector('[data-md-component=search-query]').focus();
  const told = () => document.querySelector('.md-search-result__meta').textContent;
  const first = told();
  while (told() === first) await new Promise(done => setTimeout(done, 20));
}"""

THEME = """async query => {
  const field = document.querySelector('[data-md-component=search-query]');
  const told = () => document.querySelector('.md-search-result__meta').textContent.trim();
  const type = text => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
  };
  const changed = async before => {
    const until = performance.now() + 8000;
    while (told() === before && performance.now() < until) {
      await new Promise(go => setTimeout(go, 1));
    }
  };
  const held = told();
  type('');
  if (held !== window.empty && window.empty) await changed(held);
  window.empty = window.empty || told();
  const empty = told(), began = performance.now();
  type(query);
  await changed(empty);
  const took = performance.now() - began;
  const rows = document.querySelectorAll('.md-search-result__item > a, .md-search-result__link');
  return [[...new Set([...rows].map(row => row.href.split('#')[0].split('?')[0]))], false, took];
}"""

PAGEFIND_READY = """async () => {
  window.found = await import('/pagefind/pagefind.js');
  await window.found.init();
}"""

PAGEFIND = """async query => {
  const began = performance.now();
  const answer = await window.found.search(query);
  const rows = await Promise.all(answer.results.slice(0, 10).map(one => one.data()));
  return [rows.map(row => new URL(row.url, location).href), false, performance.now() - began];
}"""

MINISEARCH_READY = """async () => {
  const cut = text => {
    const found = [];
    for (const run of text.toLowerCase().match(/[\\u3400-\\u9fff]+|[a-z0-9.%]+/g) || []) {
      if (!/[\\u3400-\\u9fff]/.test(run) || run.length === 1) found.push(run);
      else for (let at = 0; at + 1 < run.length; at += 1) found.push(run.slice(at, at + 2));
    }
    return found;
  };
  const options = { fields: ['title', 'text'], storeFields: ['url'], tokenize: cut };
  const told = await (await fetch('index.json')).text();
  window.mini = MiniSearch.loadJSON(told, options);
}"""

MINISEARCH = """query => {
  const began = performance.now();
  const rows = window.mini.search(query, { boost: { title: 4 }, prefix: true, fuzzy: 0.2 });
  const found = rows.slice(0, 10).map(row => location.origin + '/' + row.url);
  return [found, false, performance.now() - began];
}"""

MINISEARCH_BUILD = """async () => {
  const told = await (await fetch('pages.json')).json();
  const cut = text => {
    const found = [];
    for (const run of text.toLowerCase().match(/[\\u3400-\\u9fff]+|[a-z0-9.%]+/g) || []) {
      if (!/[\\u3400-\\u9fff]/.test(run) || run.length === 1) found.push(run);
      else for (let at = 0; at + 1 < run.length; at += 1) found.push(run.slice(at, at + 2));
    }
    return found;
  };
  const mini = new MiniSearch({ fields: ['title', 'text'], storeFields: ['url'], tokenize: cut });
  mini.addAll(told);
  return JSON.stringify(mini);
}"""

BARE_READY = """async () => {
  const scripts = window.guifan.searchStore.scripts(location.href.replace(/[^/]*$/, '') + 'index/');
  window.bare = window.guifan.searchEngine(window.guifan.searchStore.store(scripts));
  await window.bare.open();
}"""

BARE = """async query => {
  const began = performance.now();
  const answer = await window.bare.search(query), took = performance.now() - began;
  return [answer.results.slice(0, 10).map(hit => String(hit.document)), !answer.covered, took];
}"""


def pages_of(theme: Path) -> Iterator[Mapping[str, object]]:
    """The pages that a theme's own search knows: their addresses, titles and texts."""
    told = json.loads((theme / "search" / "search_index.json").read_text("utf-8"))["docs"]
    pages: dict[str, dict[str, object]] = {}
    for one in told:
        url, _, anchor = one["location"].partition("#")
        text = f"{one['title']} {one['text']}" if anchor else one["text"]
        page = pages.setdefault(url, {"id": len(pages), "url": url, "title": "", "text": ""})
        page["title"] = page["title"] or one["title"]
        page["text"] = f"{page['text']} {text}"
    yield from pages.values()
