"""The key of an edition's pages: all that every page rests on, whatever it shows."""

import platform
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

import guifan
from guifan.manual.render import Settings
from guifan.publish.templates import folders

_PACKAGE = Path(guifan.__file__).parent


def key(root: Path, settings: Settings) -> str:
    """The digest of the program, the libraries that it stands on, the templates and the settings.

    The day of the build is not part of it: what a page has of it, it asks the calendars.
    """
    told = blake2b(digest_size=16)
    parts = [platform.python_version(), repr(replace(settings, day=date.min)), *_libraries()]
    told.update("\0".join(parts).encode())
    program = (path for path in _PACKAGE.rglob("*") if path.suffix in (".py", ".po", ".json"))
    for folder, files in (
        (_PACKAGE, program),
        *((one, one.rglob("*.html")) for one in folders(root)),
    ):
        for path in sorted(files):
            told.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
            told.update(blake2b(path.read_bytes()).digest())
    return told.hexdigest()


def _libraries() -> list[str]:
    """The installed libraries that the package asks for, with their versions."""
    found = []
    try:
        asked = requires("guifan") or []
    except PackageNotFoundError:  # run from a source tree
        asked = []
    for told in asked:
        name = match(r"[\w.-]+", told)
        try:
            found.append(f"{name[0]} {version(name[0])}" if name else told)
        except PackageNotFoundError:  # of an extra that is not installed
            found.append(told)
    return found
