"""A site that a test's browser visits."""

from collections.abc import Mapping
from dataclasses import dataclass
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
