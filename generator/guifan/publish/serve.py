"""A manual served while it is written: a change is shown at once, and what fails changes nothing.

MkDocs' own live server does the serving and reloading, ``live`` what that leaves undone.
"""

import socket
import tempfile
from dataclasses import replace
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from guifan.language.catalogues import Translator
from guifan.publish.build import Wanted, build_site
from guifan.publish.contacts import FILE as CONTACTS
from guifan.publish.content import CONTENT
from guifan.publish.live import Hear, Live
from guifan.publish.templates import CONFIGURATION, folders

HOST = "127.0.0.1"

_LOOK = 0.2
"""Seconds after which it is looked again whether a file has changed."""


def serve(root: Path, port: int, wanted: Wanted, hear: Hear, _: Translator) -> None:
    """Serve the manual in ``root`` until Ctrl-C.

    Args:
        root: the manual's folder.
        port: on this machine.
        wanted: which edition.
        hear: is told how each build went.
        _: the words of what is shown where a build fails.

    Raises:
        OSError: the port is taken.
    """
    socket.create_server((HOST, port)).close()  # a port that is taken is told before the build
    with tempfile.TemporaryDirectory(prefix="guifan-") as place:
        site = Path(place) / "site"

        def build() -> None:
            edition = replace(wanted, url=server.url)
            build_site(root, str(site), edition, finished=live.take, stage=live.left)

        def missing(code: int) -> bytes | None:
            page = site / f"{code}.html"
            return page.read_bytes() if page.is_file() else None

        server = LiveReloadServer(build, HOST, port, str(site), polling_interval=_LOOK)
        server.error_handler = missing
        live = Live(server, hear, _)
        live.watch(root)
        live.build()
        for path in (
            root / "standards",
            root / CONTENT,
            root / CONTACTS,
            root / CONFIGURATION,
            *folders(root),
        ):
            if path.exists():
                server.watch(str(path))
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
