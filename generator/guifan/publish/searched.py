"""Where the index of a site's search lies, and how it is read back.

``index.js`` names the edition of the index; the files of an edition lie in a folder of its name,
the engine that reads them among them, so that what a browser kept of an older edition never mixes
with a newer one.
"""

import re
from pathlib import Path

from guifan.search.store import Store, part_of

FOLDER = "assets/guifan/search/index"
"""Where the index lies, from the site's root."""

NAMED = 'window.guifan.searchEdition="{}";\n'
"""What names the edition."""


def opened(site: Path) -> Store:
    """The index of a built site.

    Raises:
        FileNotFoundError: the site has none.
        OSError: a file cannot be read.
        ValueError: a file is not as it was written.
    """
    named = (site / FOLDER / "index.js").read_text("utf-8")
    found = re.fullmatch(NAMED.replace("{}", "([0-9a-f]+)"), named)
    if found is None:
        raise ValueError(f"{FOLDER}/index.js")
    folder = site / FOLDER / found[1]
    return Store(lambda name: part_of((folder / f"{name}.js").read_text("utf-8")))
