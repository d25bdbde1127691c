"""The prose of a manual: the Markdown files of ``content/``, read once."""

import os
import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from guifan.checks.prose import audience_of
from guifan.findings import Finding
from guifan.language.model import Audience
from guifan.language.source import CannotRead, Source, decode

CONTENT = "content"
"""The folder of prose."""


def read_content(root: Path) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """Read every Markdown file under ``content/``, in the order of their names.

    Returns:
        The pages, and a finding for each file that is no clean text (S02, S12). A manual without
        the folder has none.

    Raises:
        CannotRead: the system refuses a file.
    """
    pages: list[Source] = []
    findings: list[Finding] = []
    try:
        for path in _files(root / CONTENT):
            page, faults = decode(path.relative_to(root).as_posix(), path.read_bytes())
            findings += faults
            if page is not None:
                pages.append(page)
    except OSError as error:
        raise CannotRead(str(error.filename or CONTENT), error.strerror or str(error)) from error
    return tuple(pages), tuple(findings)


def _files(base: Path) -> Iterator[Path]:
    """The Markdown files below a folder; hidden ones are left alone, as MkDocs leaves them."""
    for folder, below, names in os.walk(base):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(".md") and not name.startswith("."):
                yield Path(folder, name)


def hidden(pages: tuple[Source, ...], audience: Audience) -> Callable[[str], bool]:
    """Which files of ``content/``, by their path in it, an edition leaves out.

    The customers' edition holds the pages whose front matter says ``audience: public`` and, of
    pictures and other files, those that such a page names.
    """
    if audience is Audience.INTERNAL:
        return lambda _: False
    shown = {page.file: page for page in pages if audience_of(page) is Audience.PUBLIC}

    def is_hidden(path: str) -> bool:
        if path.endswith(".md"):
            return f"{CONTENT}/{path}" not in shown
        name = quote(posixpath.basename(path))
        return not any(name in page.text or unquote(name) in page.text for page in shown.values())

    return is_hidden
