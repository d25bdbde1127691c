"""Stand-ins: what a template sees in a page's place, printing marks where pages differ."""

from typing import Any

from guifan.publish.shells.holes import Heading, Holes, Own, SurpriseError

MISSING = object()


class Refused:
    """A value that differs from page to page and that no shell can give: any use is a surprise."""

    def __init__(self, name: str) -> None:
        self._name = name

    def _refuse(self, *_: object) -> Any:
        raise SurpriseError(self._name)

    __str__ = __iter__ = __len__ = __bool__ = __contains__ = __getitem__ = __html__ = _refuse

    def __getattr__(self, name: str) -> Any:
        raise SurpriseError(f"{self._name}.{name}")


class _Content(str):
    """The content's mark; a template may ask it for a title, and for nothing else."""

    has_title: bool

    def __contains__(self, part: object) -> bool:
        if part != "<h1":
            raise SurpriseError(f"content has {part}?")
        return self.has_title


class _Title:
    """The page's own heading in its table of contents."""

    typeset = None
    level = 1

    def __init__(self, holes: Holes, children: list[Any]) -> None:
        self.title = holes.mark(Own("heading"))
        self.url = holes.mark(Own("skip"))
        self.children = children


class _Listed:
    """One of the two headings that stand for all; a template may ask where the first one is."""

    level = 2

    def __init__(self, holes: Holes, number: int) -> None:
        self.number = number
        if number == 0:
            self.url = holes.mark(Own("skip"))

    def __getattr__(self, name: str) -> Any:
        raise SurpriseError(f"heading.{name}")


class Near:
    """The page before or after; a template may name and link it."""

    def __init__(self, holes: Holes, which: str) -> None:
        self.url = holes.mark(Own(f"{which}_url"))
        self.title = holes.mark(Own(f"{which}_title"))
        self._which = which

    def __getattr__(self, name: str) -> Any:
        raise SurpriseError(f"{self._which}.{name}")


class Leaf:
    """A page in the navigation that is not the one shown, with marks for what differs."""

    children = None
    active = False
    is_index = False
    meta: dict[str, Any] = {}  # noqa: RUF012  # read by templates only

    def __init__(self, url: str, title: str) -> None:
        self.url, self.title = url, title


class PageStandIn:
    """Stands for every page of a group.

    Args:
        holes: where its marks come from.
        page: one of the group.
        has_title: whether the content of each brings its own title.
        ancestors: what stands for the sections around the page.
    """

    children = None
    active = True
    is_homepage = False
    is_page = True
    is_section = False
    is_link = False
    edit_url = None

    def __init__(self, holes: Holes, page: Any, has_title: bool, ancestors: list[Any]) -> None:
        self._page = page
        self.ancestors = ancestors
        self.is_index = page.is_index
        self.meta = page.meta
        self.title = holes.mark(Own("title"))
        self.url = holes.mark(Own("url"))
        self.canonical_url = holes.mark(Own("canonical")) if page.canonical_url else None
        self.previous_page = Near(holes, "previous") if page.previous_page else None
        self.next_page = Near(holes, "next") if page.next_page else None
        self.content = _Content(holes.mark(Own("content")))
        self.content.has_title = has_title
        self.toc = _headings(holes, page)

    def __getattr__(self, name: str) -> Any:
        if getattr(self._page, name, MISSING) is MISSING:
            raise AttributeError(name)
        raise SurpriseError(f"page.{name}")


def _headings(holes: Holes, page: Any) -> list[Any]:
    """Two headings for those that are listed, if there are any, under the title's if it has one."""
    listed = [_Listed(holes, number) for number in (0, 1)] if headings(page) else []
    return [_Title(holes, listed)] if has_heading(page) else listed


def has_heading(page: Any) -> bool:
    """Whether the page's table of contents begins with its title."""
    first = next(iter(page.toc), None)
    return first is not None and first.level == 1


def headings(page: Any) -> list[Any]:
    """The headings that are listed: those below the title's, or all where it has none.

    Raises:
        SurpriseError: there are several titles.
    """
    top = list(page.toc)
    if all(one.level > 1 for one in top):
        return top
    if len(top) > 1:
        raise SurpriseError("headings beside the title")
    listed: list[Any] = top[0].children
    return listed


def mark_of(holes: Holes, heading: Any) -> str:
    """What a heading of a stand-in prints.

    Raises:
        SurpriseError: it is none of the two that stand for all.
    """
    if not isinstance(heading, _Listed):
        raise SurpriseError("a heading of another kind")
    return holes.mark(Heading(heading.number))
