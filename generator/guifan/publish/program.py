"""The program that makes things, as one digest: what another one made before is not taken for ours.

It is told by what its files hold and by the libraries that it stands on, with their versions.
"""

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

import guifan

_PACKAGE = Path(guifan.__file__).parent

_WITHIN = ("markdown", "pydantic-core", "pymdown-extensions")
"""Libraries that others bring and that we stand on all the same."""


@cache
def program() -> str:
    """The digest of Python, the package and the libraries."""
    told = blake2b(digest_size=16)
    told.update("\0".join((sys.version, *_libraries())).encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in (".py", ".po", ".json"):
            told.update(f"\0{path.relative_to(_PACKAGE).as_posix()}\0".encode())
            told.update(blake2b(path.read_bytes()).digest())
    return told.hexdigest()


def _libraries() -> Iterator[str]:
    """The installed libraries with their versions."""
    try:
        asked = requires("guifan") or []
    except PackageNotFoundError:  # run from a source tree
        asked = []
    # Nothing that is kept from run to run rests on what an extra brings.
    needed = (match(r"[\w.-]+", one) for one in asked if "extra ==" not in one)
    for name in (*(found[0] for found in needed if found), *_WITHIN):
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # of another system
            yield name
