"""A state of a manual by its name: an edition, a folder, a revision, or the folder as it is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guifan.checks.reading import read_standards
from guifan.corpus.graph import Corpus
from guifan.publish.editions import read_edition, read_edition_file
from guifan.publish.files import read_sources
from guifan.publish.revisions import STANDARDS, sources_at


@dataclass(frozen=True, slots=True)
class State:
    """What a manual said at some time.

    Args:
        name: as the reader gave it; empty for the folder as it is.
        corpus: all its items.
        number: of the edition, where it is one.
        day: on which that was released.
    """

    name: str
    corpus: Corpus
    number: int | None = None
    day: date | None = None


def state(root: Path, name: str = "") -> State:
    """Read a state of a manual.

    Args:
        root: the manual's folder.
        name: an edition's number or file, another folder, or a revision of the repository;
            nothing for the folder as it is.

    Raises:
        CannotRead: there is no such state, or it cannot be read.
    """
    if not name:
        return State("", read_standards(*read_sources(root)).corpus)
    if name.isascii() and name.isdigit():
        edition = read_edition(root, int(name))
        return State(name, edition.corpus, edition.number, edition.day)
    if name.endswith(".json"):
        path = Path(name) if Path(name).exists() else root / name
        edition = read_edition_file(root, path)
        return State(name, edition.corpus, edition.number, edition.day)
    if (Path(name) / STANDARDS).is_dir():
        return State(name, read_standards(*read_sources(Path(name))).corpus)
    return State(name, read_standards(sources_at(root, name)).corpus)
