"""A manual's folder, opened: what every command and plugin starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guifan.checks.memory import Memory
from guifan.checks.prose import judge
from guifan.checks.reading import Standards, read_standards
from guifan.language.contacts import Contacts
from guifan.language.source import Source
from guifan.language.waivers import scan_markdown
from guifan.publish.contacts import read_contacts
from guifan.publish.content import read_content
from guifan.publish.editions import baseline
from guifan.publish.files import NONE_READ, Stamp, read_again


@dataclass(frozen=True, slots=True)
class Folder(Standards):
    """A manual's folder after reading; its sources are those of standards, prose and numbers.

    Args:
        root: the folder that holds ``standards/``.
        pages: the prose of ``content/``.
        contacts: the telephone numbers of posts, for staff alone.
        stamps: by what the files of ``standards/`` are known again.
    """

    root: Path
    pages: tuple[Source, ...]
    contacts: Contacts
    stamps: Mapping[str, Stamp] = field(default_factory=lambda: NONE_READ, kw_only=True)


def open_folder(root: Path, memory: Memory | None = None, before: Folder | None = None) -> Folder:
    """Read a manual, and the last edition of it that was released.

    Args:
        root: the folder that holds ``standards/``.
        memory: what is remembered of the check before; None to read and judge everything anew.
        before: the same manual when this process opened it last: what is as it was then is not
            read again.

    Raises:
        CannotRead: the folder is missing, or a file in it cannot be read.
    """
    stamps, undecoded = read_again(root, before.stamps if before else NONE_READ)
    sources = (one.source for one in stamps.values())
    known = memory.snapshot.baseline if memory else ""
    read = read_standards(sources, undecoded, baseline(root, known), memory, before)
    pages, unread = read_content(root)
    overlay = read_contacts(root, read.corpus)
    scanned = [scan_markdown(page) for page in pages]
    malformed = (fault for _, faults in scanned for fault in faults)
    return Folder(
        (*read.sources, *pages, *overlay.sources),
        read.corpus,
        (*read.findings, *unread, *judge(pages, read.corpus), *malformed, *overlay.findings),
        (*read.waivers, *(waiver for waivers, _ in scanned for waiver in waivers)),
        read.baseline,
        root,
        pages,
        overlay.contacts,
        known=read.known,
        stamps=stamps,
    )
