"""The navigation around a page, joined from pieces that each are rendered once.

The theme's own macro renders an item in three ways: closed, as a reader elsewhere sees it; as the
page that is shown; and opened, as the section around that page. An opened section is rendered with
stand-ins for the pages in it, so that one rendering serves whichever of them is shown.
"""

import copy
import re
from typing import Any

from guifan.publish.shells.holes import (
    Address,
    Child,
    Entry,
    Holes,
    Parts,
    SurpriseError,
)
from guifan.publish.shells.rendering import Rendering
from guifan.publish.shells.standins import Leaf

_ODD = re.compile(r"[<>&\"']|\s\s|^\s|\s$|[^\S ]")
"""What a filter of a template may change in a title."""


def is_plain(title: object) -> bool:
    """Whether a title is the same whatever a template does to it before printing it."""
    return isinstance(title, str) and bool(title) and not _ODD.search(title)


class Pieces:
    """The pieces of a navigation, each cut at its holes; made when first asked for."""

    def __init__(self, rendering: Rendering, holes: Holes, has_indexes: bool) -> None:
        self._rendering = rendering
        self._holes = holes
        self._has_indexes = has_indexes
        self._closed: dict[tuple[int, str], Parts] = {}
        self._opened: dict[tuple[int, bool], Parts] = {}
        self._shown: dict[tuple[bool, bool, int], Parts] = {}
        self._tabs: dict[tuple[int, bool], Parts] = {}
        self._crumbs: dict[int, Parts] = {}
        self._leaf: tuple[str, str, str, str] | None = None

    def closed(self, entry: Entry, parent: Any, page: Any) -> Parts:
        """An item that does not hold the page shown.

        Args:
            entry: the item, and where it stands.
            parent: the section around it, or None.
            page: a stand-in for the page shown.
        """
        key = id(entry.item), entry.path
        found = self._closed.get(key)
        if found is None:
            found = self._closed[key] = self._made_closed(entry, parent, page)
        return found

    def _made_closed(self, entry: Entry, parent: Any, page: Any) -> Parts:
        item = entry.item
        if item.is_page and is_plain(item.title) and item.meta.keys() <= {"hide"}:
            start, middle, end, _ = self._leaf_pieces(page)
            return [start, Address(item.url), middle, item.title, end]
        around = _opened(parent) if parent else None
        return self._cut(self._rendering.entry(item, page, entry.path, entry.level, around))

    def shown(self, shape: tuple[bool, bool], level: int, page: Any) -> Parts:
        """The page shown itself.

        Args:
            shape: whether its table of contents begins with its title, and lists headings.
            level: how deep it stands.
            page: its stand-in.
        """
        key = (*shape, level)
        found = self._shown.get(key)
        if found is None:
            text = self._rendering.entry(page, page, "", level, None)
            found = self._shown[key] = self._cut(text)
        return found

    def opened(self, entry: Entry, shown: Any, page: Any) -> Parts:
        """The section around the page shown, with a hole for each child that is listed.

        Args:
            entry: the section, and where it stands.
            shown: the page.
            page: its stand-in.
        """
        index = self._index(entry.item)
        key = id(entry.item), shown is index
        found = self._opened.get(key)
        if found is None:
            found = self._opened[key] = self._made_opened(entry, index, shown, page)
        return found

    def _index(self, section: Any) -> Any:
        """The page that the theme shows in the place of the section's title, or None."""
        if not self._has_indexes:
            return None
        return next((one for one in section.children if getattr(one, "is_index", False)), None)

    def _made_opened(self, entry: Entry, index: Any, shown: Any, page: Any) -> Parts:
        marks = {
            at: (f"0at{at:06}u", f"0at{at:06}t")
            for at, child in enumerate(entry.item.children)
            if child is not index
        }
        section = _opened(entry.item)
        section.children = [
            Leaf(*marks[at]) if at in marks else page if shown is index else index
            for at in range(len(entry.item.children))
        ]
        around = _opened(entry.item.parent) if entry.item.parent else None
        text = self._rendering.entry(section, page, entry.path, entry.level, around)
        whole = self._leaf_pieces(page)[3]
        for at, (url, title) in marks.items():
            leaf = whole.replace(_URL, self._holes.address(url)).replace(_TITLE, title)
            if text.count(leaf) != 1:
                raise SurpriseError(f"{entry.item.title}: child {at} is not a plain entry")
            text = text.replace(leaf, self._holes.mark(Child(at)))
        return self._cut(text)

    def _leaf_pieces(self, page: Any) -> tuple[str, str, str, str]:
        """A page that is not shown: before its address, before its title, after, and all of it."""
        if self._leaf is None:
            whole = self._rendering.entry(Leaf(_URL, _TITLE), page, "", 2, None)
            whole = whole.replace(self._holes.address(_URL), _URL)
            start, *rest = whole.split(_URL)
            middle, *ends = "".join(rest).split(_TITLE)
            if len(rest) != 1 or len(ends) != 1:
                raise SurpriseError("an entry names its page twice")
            self._leaf = start, middle, ends[0], whole
        return self._leaf

    def tab(self, item: Any, page: Any) -> Parts:
        """The tab of an item, which is active or not as the item is now."""
        key = id(item), bool(item.active)
        found = self._tabs.get(key)
        if found is None:
            found = self._tabs[key] = self._cut(self._rendering.tab(item, page))
        return found

    def crumb(self, item: Any, page: Any) -> Parts:
        """An item in the path above the title."""
        found = self._crumbs.get(id(item))
        if found is None:
            found = self._crumbs[id(item)] = self._cut(self._rendering.crumb(item, page))
        return found

    def _cut(self, text: str) -> Parts:
        return self._holes.cut(text)


_URL, _TITLE = "0leafurl0", "0leaftitle0"


def _opened(section: Any) -> Any:
    """The section as it is while a page in it is shown; the section itself stays as it is."""
    made = copy.copy(section)
    made.parent = None  # or being active would be passed on to it
    made.active = True
    return made
