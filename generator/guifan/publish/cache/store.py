"""Where rendered pages are kept: one SQLite file that may be deleted at any time.

SQLite takes care of kills and of two builds at once; each row carries a checksum besides. Whatever
goes wrong with the file, there is then no cache, and the site is built all the same.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from guifan.corpus.noted import Question
from guifan.publish.cache.digests import SIZE

FILE = ".guifan/cache/pages.sqlite"
"""From the manual's folder."""

EDITIONS = 4
"""How many keys are kept: those of the editions built last."""

_BATCH = 256
"""How many rows one transaction writes: what a kill may lose, and no more."""

_WAIT = 10.0
"""Seconds for which another build may hold the file."""

_FORM = 2
"""Of the tables."""

_TABLES = f"""
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS edition (key TEXT PRIMARY KEY, used INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS kept (
  key TEXT, name TEXT, asked TEXT, answers TEXT, digest TEXT, body TEXT, checksum TEXT,
  PRIMARY KEY (key, name)
) WITHOUT ROWID;
PRAGMA user_version = {_FORM};
"""

_LAST = "SELECT key FROM edition ORDER BY used DESC LIMIT ?"

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was kept.

    Args:
        asked: what it rests on.
        answers: what these questions were answered then, as one digest.
        body: the answer.
    """

    asked: tuple[Question, ...]
    answers: str
    body: str


@dataclass(frozen=True, slots=True)
class Head:
    """An answer that was kept, told by its digest.

    Args:
        asked: what it rests on.
        answers: what these questions were answered then, as one digest.
        digest: of the answer.
    """

    asked: tuple[Question, ...]
    answers: str
    digest: str


class Store:
    """The rows of one edition.

    Args:
        root: the manual's folder.
        key: of all that every page of the edition rests on.
    """

    def __init__(self, root: Path, key: str) -> None:
        self._key = key
        self._touched: set[str] = set()
        self._written = 0
        self._held: list[tuple[str, Kept]] | None = None
        self._left: sqlite3.Connection | None = None
        self._file = _opened(root / FILE)

    def get(self, name: str) -> Kept | None:
        """What was kept under a name; None where there is nothing, or nothing whole."""
        row = self._row(name, "body")
        if row is None or digest_of(row[4]) != row[2]:
            return None
        return Kept(_asked(row[0]), row[1], row[4])

    def head(self, name: str) -> Head | None:
        """The same without the answer itself, of which the digest is told."""
        row = self._row(name, "NULL")
        return Head(_asked(row[0]), row[1], row[2]) if row else None

    def _row(self, name: str, body: str) -> tuple[str, ...] | None:
        """What stands in the row of a name, where that is whole."""
        self._touched.add(name)

        def read(file: sqlite3.Connection) -> tuple[str, ...] | None:
            row: tuple[str, ...] | None = file.execute(
                f"SELECT asked, answers, digest, checksum, {body} FROM kept"
                " WHERE key = ? AND name = ?",
                (self._key, name),
            ).fetchone()
            is_whole = row is not None and row[3] == _checksum(self._key, name, *row[:3])
            return row if is_whole else None

        return self._tried(read)

    def put(self, name: str, kept: Kept) -> None:
        """Keep an answer under a name, in the place of what was kept there."""
        self._touched.add(name)
        if self._held is not None:
            self._held.append((name, kept))
            return
        asked = json.dumps(kept.asked, ensure_ascii=False, separators=(",", ":"))
        row = asked, kept.answers, digest_of(kept.body)

        def write(file: sqlite3.Connection) -> None:
            if not file.in_transaction:
                file.execute("BEGIN IMMEDIATE")
            if not self._written:
                self._register(file)
            file.execute(
                "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?, ?)",
                (self._key, name, *row, kept.body, _checksum(self._key, name, *row)),
            )
            self._written += 1
            if self._written % _BATCH == 0:
                file.commit()

        self._tried(write)

    def hold(self) -> None:
        """In a process that was forked: leave the file to the other, and only hold what is put."""
        self._left, self._file = self._file, None  # not closed: it is not ours
        self._held = []

    def held(self) -> list[tuple[str, Kept]]:
        """What was put since this was asked last, where it is held."""
        held, self._held = self._held, self._held and []
        return held or []

    def sweep(self) -> None:
        """Write what is pending; throw out what nobody asked for since opening, and old editions.

        No other build waits for this one after that.
        """

        def clean(file: sqlite3.Connection) -> None:
            if not file.in_transaction:
                file.execute("BEGIN IMMEDIATE")
            self._register(file)
            names = file.execute("SELECT name FROM kept WHERE key = ?", (self._key,)).fetchall()
            idle = [(self._key, name) for (name,) in names if name not in self._touched]
            file.executemany("DELETE FROM kept WHERE key = ? AND name = ?", idle)
            file.execute(f"DELETE FROM edition WHERE key NOT IN ({_LAST})", (EDITIONS,))
            file.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM edition)")
            file.commit()
            file.execute("PRAGMA incremental_vacuum").fetchall()

        self._tried(clean)

    def close(self) -> None:
        """Let go of the file; what is pending is lost."""
        file, self._file = self._file, None
        if file is not None:
            with suppress(sqlite3.Error):
                file.close()

    def _register(self, file: sqlite3.Connection) -> None:
        """Count this edition as the one built last."""
        (last,) = file.execute("SELECT coalesce(max(used), 0) FROM edition").fetchone()
        file.execute("INSERT OR REPLACE INTO edition VALUES (?, ?)", (self._key, last + 1))

    def _tried(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """What comes of work on the file; once that fails, there is no cache any more."""
        if self._file is None:
            return None
        try:
            return work(self._file)
        except (sqlite3.Error, ValueError):
            self.close()
            return None


def _opened(path: Path) -> sqlite3.Connection | None:
    """The file, made anew where it is none of ours; None where it cannot be had."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        except (OSError, sqlite3.Error):
            return None
        try:
            (form,) = file.execute("PRAGMA user_version").fetchone()
            if form in (0, _FORM):
                file.executescript(_TABLES)
                return file
        except sqlite3.OperationalError:  # another build holds it, or the disk is full
            file.close()
            return None
        except sqlite3.Error:
            pass
        file.close()
        try:
            for ending in ("", "-wal", "-shm"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
        except OSError:
            return None
    return None


def digest_of(text: str) -> str:
    """The digest of what is kept."""
    return blake2b(text.encode(), digest_size=SIZE).hexdigest()


def _asked(told: str) -> tuple[Question, ...]:
    return tuple(map(tuple, json.loads(told)))


def _checksum(*texts: str) -> str:
    return blake2b("\0".join(texts).encode(), digest_size=SIZE).hexdigest()
