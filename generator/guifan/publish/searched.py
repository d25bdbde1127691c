"""Where the index of a site's search lies, and how it is read back.

``index.js`` names the edition of the index; the files of an edition lie in a folder of its name,
the engine that reads them among them, so that what a browser kept of an older edition never mixes
with a newer one.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guifan.search.store import Store, part_of

FOLDER = "assets/guifan/search/index"
"""Where the index lies, from the site's root."""

NAMED = 'window.guifan.searchEdition="{}";\n'
"""What names the edition."""


class NotWholeError(Exception):
    """A file of the index is missing, or is not as it was written; its text says which."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The index of a site that stands.

    Args:
        site: its folder.
        edition: of the index.
    """

    site: Path
    edition: str

    def address(self, name: str) -> str:
        """Where a file of it is, from the site's root."""
        return f"{FOLDER}/{self.edition}/{name}.js"

    def text(self, name: str) -> str:
        """A file of it.

        Raises:
            NotWholeError: it is missing.
        """
        path = self.site / self.address(name)
        try:
            return path.read_text("utf-8")
        except (OSError, ValueError):
            raise NotWholeError(path.as_posix()) from None

    def part(self, name: str) -> Any:
        """What a file of it holds.

        Raises:
            NotWholeError: it is missing, or is not as it was written.
        """
        try:
            return part_of(self.text(name))
        except ValueError:
            raise NotWholeError((self.site / self.address(name)).as_posix()) from None


def standing(site: Path) -> Standing:
    """The index of a built site.

    Raises:
        FileNotFoundError: the site has none.
        NotWholeError: a file is not as it was written.
    """
    named = site / FOLDER / "index.js"
    found = re.fullmatch(NAMED.replace("{}", "([0-9a-f]+)"), named.read_text("utf-8"))
    if found is None:
        raise NotWholeError(named.as_posix())
    return Standing(site, found[1])


def opened(site: Path) -> Store:
    """The index of a built site; what is asked of it may raise `NotWholeError` as well.

    Raises:
        FileNotFoundError: the site has none.
        NotWholeError: as above.
    """
    return Store(standing(site).part)
