"""The standards as they stood at a revision of the repository, read without checking it out."""

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from guifan.language.source import CannotRead, Source, decode
from guifan.publish.files import SUFFIXES

STANDARDS = "standards"

_NO_GIT = "这台机器上没有 git，认不出版本库里的版本"
_UNKNOWN = "不是版号、文件夹，也不是版本库里的版本"
_EMPTY = "那个版本里没有 standards 文件夹"


def sources_at(root: Path, name: str) -> tuple[Source, ...]:
    """The files of ``standards/`` at a revision, in the order of their names.

    Args:
        root: the manual's folder, which may lie anywhere in its repository.
        name: of a commit, as git knows it.

    Raises:
        CannotRead: there is no git, no such revision, or there were no standards.
    """
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    if commit is None:
        raise CannotRead(name, _UNKNOWN)
    packed = _git(root, "archive", "--format=tar", commit.decode().strip(), "--", STANDARDS)
    if packed is None:
        raise CannotRead(name, _EMPTY)
    return tuple(_sources(packed))


def _git(root: Path, *words: str) -> bytes | None:
    """What git says; None where it refuses.

    Raises:
        CannotRead: there is no git.
    """
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        run = subprocess.run(
            ["git", "-C", str(root), *words], capture_output=True, env=quiet, check=False
        )
    except FileNotFoundError:
        raise CannotRead("git", _NO_GIT) from None
    return run.stdout if run.returncode == 0 else None


def _sources(packed: bytes) -> Iterator[Source]:
    """The readable standards of an archive; hidden files and links are left out."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        members = {PurePosixPath(one.name): one for one in archive.getmembers() if one.isfile()}
        for path in sorted(members, key=lambda path: path.parts):
            is_hidden = any(part.startswith(".") for part in path.parts)
            if path.suffix.lower() not in SUFFIXES or is_hidden:
                continue
            stream = archive.extractfile(members[path])
            source, _ = decode(str(path), stream.read() if stream else b"")
            if source is not None:
                yield source
