"""The editions of a manual on disk: ``editions/<n>.json``, written once and never again."""

import re
from collections.abc import Callable, Iterator, Mapping
from errno import EEXIST
from functools import cache, cached_property, lru_cache
from os import strerror
from pathlib import Path
from typing import TypeVar

from guifan.changes.editions import Edition, dump, read
from guifan.checks.reading import Baseline
from guifan.corpus.facts import digested
from guifan.corpus.graph import Corpus
from guifan.language.source import CannotRead, Source

FOLDER = "editions"
"""The folder of editions, in the manual's own."""

_NAME = re.compile(r"([1-9][0-9]{0,5})\.json")
_ABSENT = "没有这一版"
_OUTSIDE = "不在本手册的 editions 文件夹里"
_MISNAMED = "文件名和里面的版号不一样"
_NOT_TEXT = "不是 UTF-8 文本"


def numbers(root: Path) -> tuple[int, ...]:
    """The numbers of the editions that were released, ascending.

    Raises:
        CannotRead: the folder leads out of the manual's, or cannot be read.
    """
    try:
        names = [path.name for path in _home(root).iterdir()] if (root / FOLDER).exists() else []
    except OSError as error:
        raise CannotRead(FOLDER, error.strerror or str(error)) from error
    found = (_NAME.fullmatch(name) for name in names)
    return tuple(sorted(int(match[1]) for match in found if match))


def latest(root: Path) -> Edition | None:
    """The last edition; None where none was released.

    Raises:
        CannotRead: it cannot be read.
    """
    found = numbers(root)
    return read_edition(root, found[-1]) if found else None


def baseline(root: Path, known: str = "") -> Baseline | None:
    """The last edition, as standards are held against it; None where none was released.

    Args:
        root: the manual's folder.
        known: the digest of an edition that was read before and is in order: it is not read again
            until one of its items is asked for.

    Raises:
        CannotRead: it cannot be read.
    """
    found = numbers(root)
    if not found:
        return None
    path = root / FOLDER / f"{found[-1]}.json"
    source = _source(root, path)
    digest = digested((source.text,))
    opened = cache(lambda: _edition(source, path).corpus)
    if digest != known:
        return Baseline(opened(), digest)
    aliases, entries = _Later(lambda: opened().aliases), _Later(lambda: opened().entries)
    return Baseline(Corpus(entries, aliases), digest)


Value = TypeVar("Value")


class _Later(Mapping[str, Value]):
    """A mapping that is made when something is asked of it."""

    def __init__(self, make: Callable[[], Mapping[str, Value]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, Value]:
        return self._make()

    def __getitem__(self, name: str) -> Value:
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def read_edition(root: Path, number: int) -> Edition:
    """An edition by its number.

    Raises:
        CannotRead: there is none, or it cannot be read.
    """
    return read_edition_file(root, root / FOLDER / f"{number}.json")


def read_edition_file(root: Path, path: Path) -> Edition:
    """An edition by its file, which must lie in the manual's folder of editions.

    Raises:
        CannotRead: it lies elsewhere, is missing, or is no edition.
    """
    return _edition(_source(root, path), path)


def digest_of(root: Path, number: int) -> str:
    """The digest of an edition's file.

    Raises:
        CannotRead: there is none, or it cannot be read.
    """
    return digested((_source(root, root / FOLDER / f"{number}.json").text,))


def _source(root: Path, path: Path) -> Source:
    """The text of an edition."""
    name = f"{FOLDER}/{path.name}"
    try:
        real = path.resolve()
        if _NAME.fullmatch(path.name) is None or real.parent != _home(root):
            raise CannotRead(str(path), _OUTSIDE)
        return Source(name, real.read_bytes().decode())
    except FileNotFoundError:
        raise CannotRead(name, _ABSENT) from None
    except UnicodeDecodeError:
        raise CannotRead(name, _NOT_TEXT) from None
    except (OSError, RuntimeError) as error:  # a link to itself is a RuntimeError
        raise CannotRead(name, getattr(error, "strerror", None) or str(error)) from error


@lru_cache(maxsize=1)
def _edition(source: Source, path: Path) -> Edition:
    """What a text says; the last one read is kept: checks and the history both ask for it."""
    edition = read(source)
    if edition.number != int(path.stem):
        raise CannotRead(source.file, _MISNAMED)
    return edition


def write_edition(root: Path, edition: Edition) -> str:
    """Write a new edition, whole or not at all.

    Returns:
        The file's name in the manual's folder.

    Raises:
        CannotRead: the folder leads out of the manual's.
        OSError: it cannot be written, or stands there already.
    """
    (root / FOLDER).mkdir(exist_ok=True)
    path = _home(root) / f"{edition.number}.json"
    new = path.with_name(f".{path.name}.new")
    if path.exists():
        raise FileExistsError(EEXIST, strerror(EEXIST), str(path))
    new.write_bytes(dump(edition).encode())
    new.replace(path)
    return f"{FOLDER}/{path.name}"


def _home(root: Path) -> Path:
    """The real folder of editions.

    Raises:
        CannotRead: a link leads out of the manual's folder.
    """
    home = (root / FOLDER).resolve()
    if home.parent != root.resolve():
        raise CannotRead(FOLDER, _OUTSIDE)
    return home
