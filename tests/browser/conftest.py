"""The site of this repository's manual, built once and served on this machine."""

from __future__ import annotations

import contextlib
import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from browsing import Site
from mkdocs.commands.build import build
from mkdocs.config import load_config
from practising import Asked, questions_of
from rendering import ROOT

from guifan.checks.engine import Report
from guifan.mkdocs_plugin import GuifanPlugin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as declared above
        pass


@pytest.fixture(scope="session")
def site(manual_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """This repository's own manual."""
    with served(manual_root, tmp_path_factory.mktemp("site")) as made:
        yield made


@pytest.fixture(scope="session")
def questions(site: Site) -> dict[str, Asked]:
    """What staff are asked about it, by id."""
    return questions_of(site)


@contextlib.contextmanager
def served(manual: Path, folder: Path) -> Iterator[Site]:
    """Build a manual into a folder and serve it."""
    samples = _built(manual, folder)
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/"
        yield Site(folder, root, {name: root + address for name, address in samples.items()})
        server.shutdown()


@pytest.fixture
def serve_manual() -> Callable[[Path, Path], AbstractContextManager[Site]]:
    """Build and serve another manual."""
    return served


def _built(manual: Path, folder: Path) -> dict[str, str]:
    """Build the site; what the check says of the standards is not the matter of these tests."""
    places = {"site_dir": str(folder), "docs_dir": str(manual / "content")}
    config = load_config(str(ROOT / "mkdocs.yml"), strict=False, **places)
    plugin = config.plugins["guifan"]
    assert isinstance(plugin, GuifanPlugin)
    plugin.config["root"] = str(manual)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setattr(Report, "errors", 0)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    prepared = plugin.prepared
    samples: dict[str, str] = {}
    largest: dict[str, int] = {}
    for page in prepared.book.pages.values():
        address = prepared.renderer.address(page.path)
        size = (folder / address / "index.html").stat().st_size
        if size > largest.get(page.template, 0):
            samples[page.template], largest[page.template] = address, size
    return samples
