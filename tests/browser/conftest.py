"""The site of this repository's manual, built once and served on this machine."""

from __future__ import annotations

import functools
import threading
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from guifan.checks.engine import Report
from guifan.mkdocs_plugin import GuifanPlugin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Site:
    """A served site.

    Args:
        folder: its files.
        root: its address, with a slash at the end.
        samples: for every template the address of the page that shows most with it.
    """

    folder: Path
    root: str
    samples: Mapping[str, str]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as declared above
        pass


@pytest.fixture(scope="session")
def site(manual_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    samples = _built(manual_root, folder)
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/"
        yield Site(folder, root, {name: root + address for name, address in samples.items()})
        server.shutdown()


def _built(manual: Path, folder: Path) -> dict[str, str]:
    """Build the site; what the check says of the standards is not the matter of these tests."""
    config = load_config(str(manual / "mkdocs.yml"), site_dir=str(folder), strict=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setattr(Report, "errors", 0)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    plugin = config.plugins["guifan"]
    assert isinstance(plugin, GuifanPlugin)
    prepared = plugin.prepared
    samples: dict[str, str] = {}
    largest: dict[str, int] = {}
    for page in prepared.book.pages.values():
        address = prepared.renderer.address(page.path)
        size = (folder / address / "index.html").stat().st_size
        if size > largest.get(page.template, 0):
            samples[page.template], largest[page.template] = address, size
    return samples
