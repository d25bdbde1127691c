"""A manual served while it is written: every change builds anew, and what fails changes nothing.

MkDocs' own live server does the serving and reloading. Each build goes to a folder of its own, and
only a finished one is served, so that standards with errors leave the last good site to read.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from guifan.publish.build import BuildFailedError, Wanted, configured, run
from guifan.publish.content import CONTENT
from guifan.publish.edition import RefusedError
from guifan.publish.templates import CONFIGURATION, folders

HOST = "127.0.0.1"

Tell = Callable[[RefusedError | BuildFailedError | OSError | None], None]
"""Is told of each build: what it failed with, or None."""


def serve(root: Path, port: int, wanted: Wanted, tell: Tell, page_of_nothing: bytes) -> None:
    """Serve the manual in ``root`` until Ctrl-C.

    Args:
        root: the manual's folder.
        port: on this machine.
        wanted: which edition.
        tell: is told how each build went.
        page_of_nothing: what readers see before the first build that succeeds.

    Raises:
        OSError: the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="guifan-") as place:
        server = _Server(root, port, wanted, Path(place), tell)
        server.error_handler = lambda _: page_of_nothing
        server.builder()
        for path in (root / "standards", root / CONTENT, root / CONFIGURATION, *folders(root)):
            if path.exists():
                server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]  # as MkDocs wrote it
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


class _Server(LiveReloadServer):
    def __init__(self, root: Path, port: int, wanted: Wanted, place: Path, tell: Tell) -> None:
        self._number = 0

        def build() -> None:
            self._number += 1
            folder = place / str(self._number)
            try:
                config = configured(root, folder, wanted)
                config.site_url = self.url
                run(config)
            except (RefusedError, BuildFailedError, OSError) as error:
                shutil.rmtree(folder, ignore_errors=True)
                tell(error)
                return
            before, self.root = Path(self.root), str(folder)
            if before.parent == place:
                shutil.rmtree(before, ignore_errors=True)
            tell(None)

        super().__init__(build, HOST, port, str(place / "0"))
