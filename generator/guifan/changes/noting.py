"""What a change still lacks to be released: a higher version, why it was made, and who signs it."""

from collections.abc import Iterator
from dataclasses import dataclass

from guifan.changes.posts import concerned
from guifan.corpus.figures import Difference, Figured, differences
from guifan.corpus.graph import Corpus
from guifan.corpus.renames import former
from guifan.corpus.versions import unraised
from guifan.findings import listed
from guifan.language.model import Item

LOCALE = "zh-Hans"
"""In which manuals are written, and their notes."""

_MOST = 3
"""How many figures a note names."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What an item lacks that is not what it was in the last edition.

    Args:
        item: the item as it is.
        version: the number to raise its version to; None where it is high enough.
        what: the figures that changed, in words, where no note says why; else empty.
        posts: ids of those whom the change of a figure concerns, where nobody is named to sign it.
    """

    item: Item
    version: int | None = None
    what: str = ""
    posts: tuple[str, ...] = ()


def lacking(corpus: Corpus, baseline: Corpus) -> Iterator[Lacking]:
    """What changed items lack, in the order of the corpus.

    Args:
        corpus: the manual as it is.
        baseline: the last edition.
    """
    behind = {one.item.id: one.before.version + 1 for one in unraised(corpus, baseline)}
    for item in corpus:
        before = former(item, baseline)
        figures = differences(before, item) if before else ()
        is_noted = bool(before and item.changed and item.changed != before.changed)
        found = Lacking(
            item,
            behind.get(item.id),
            _told(figures) if figures and not is_noted else "",
            (concerned(corpus, item) or (item.owner,)) if figures and not item.signed_by else (),
        )
        if found != Lacking(item):
            yield found


def _told(figures: tuple[Difference, ...]) -> str:
    told = listed(_one(was, now) for was, now in figures[:_MOST]).say(LOCALE)
    return told + (f"等 {len(figures)} 处数值" if len(figures) > _MOST else "")


def _one(was: Figured | None, now: Figured | None) -> str:
    if was and now:
        old = was.say(LOCALE)
        gap = " " if old[-1].isascii() else ""
        return f"{now.label}由 {old}{gap}改为 {now.say(LOCALE)}"
    if now:
        return f"{now.label}新定为 {now.say(LOCALE)}"
    return f"不再规定{was.label}（原为 {was.say(LOCALE)}）" if was else ""
