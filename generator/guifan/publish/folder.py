"""A manual's folder, opened: what every command and plugin starts from."""

from dataclasses import dataclass
from pathlib import Path

from guifan.checks.reading import Standards, read_standards
from guifan.publish.files import read_sources


@dataclass(frozen=True, slots=True)
class Folder(Standards):
    """A manual's folder after reading.

    Args:
        root: the folder that holds ``standards/``.
    """

    root: Path


def open_folder(root: Path) -> Folder:
    """Read a manual.

    Raises:
        CannotRead: the folder is missing, or a file in it cannot be read.
    """
    read = read_standards(*read_sources(root))
    return Folder(read.sources, read.corpus, read.findings, read.waivers, root)
