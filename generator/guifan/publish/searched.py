"""Where the index of a site's search lies, and how it is read back.

``index.js`` names the edition of the index; the files of an edition lie in a folder of its name,
the engine that reads them among them, so that what a browser kept of an older edition never mixes
with a newer one.
"""

import re
from pathlib import Path
from typing import Any

from guifan.search.store import Store, part_of

FOLDER = "assets/guifan/search/index"
"""Where the index lies, from the site's root."""

NAMED = 'window.guifan.searchEdition="{}";\n'
"""What names the edition."""


class NotWholeError(Exception):
    """A file of the index is missing, or is not as it was written; its text says which."""


def opened(site: Path) -> Store:
    """The index of a built site; what is asked of it may raise `NotWholeError` as well.

    Raises:
        FileNotFoundError: the site has none.
        NotWholeError: as above.
    """
    named = site / FOLDER / "index.js"
    found = re.fullmatch(NAMED.replace("{}", "([0-9a-f]+)"), named.read_text("utf-8"))
    if found is None:
        raise NotWholeError(named.as_posix())
    folder = site / FOLDER / found[1]

    def load(name: str) -> Any:
        path = folder / f"{name}.js"
        try:
            return part_of(path.read_text("utf-8"))
        except (OSError, ValueError):
            raise NotWholeError(path.as_posix()) from None

    return Store(load)
