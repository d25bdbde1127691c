"""The key of an edition's pages: all that every page rests on, whatever it shows."""

from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from guifan.manual.render import Settings
from guifan.publish.program import program
from guifan.publish.templates import folders


def key(root: Path, settings: Settings) -> str:
    """The digest of the program, the templates and the settings.

    The day of the build is not part of it: what a page has of it, it asks the calendars.
    """
    told = blake2b(digest_size=16)
    told.update(f"{program()}\0{replace(settings, day=date.min)!r}".encode())
    for folder in folders(root):
        for path in sorted(folder.rglob("*.html")):
            told.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
            told.update(blake2b(path.read_bytes()).digest())
    return told.hexdigest()
