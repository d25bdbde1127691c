"""SVG as escaped markup: elements, text, links, and the frame that every picture shares.

Colours are never written here: shapes carry classes and ``assets/diagrams.css`` paints them, so
that a page works under a strict content security policy, in the dark and on paper.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from guifan.manual.diagrams.text import LEADING

Point = tuple[float, float]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIM = 2
"""Px around a picture, so that lines at its edge are whole."""
_SAFE_SCHEMES = frozenset({"", "http", "https"})


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """X of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Y of the lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is on a picture: the shapes, and the links that lie over them."""

    shapes: tuple[Markup, ...]
    links: tuple[Markup, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture says to someone who does not see it.

    Args:
        prefix: begins every id in the picture; unique on its page.
        kind: the picture's class, after ``gf-``.
        title: its name.
        sentences: what it shows, one sentence each.
    """

    prefix: str
    kind: str
    title: str
    sentences: Sequence[str]


def element(tag: str, *content: str, **attributes: str | float) -> Markup:
    """One element; plain strings are escaped, in content and in attributes.

    Underscores in attribute names become hyphens, a trailing one is dropped (``class_``).
    Numbers are rounded to a tenth of a px.
    """
    pairs = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_shown(value))}"'
        for name, value in attributes.items()
    )
    inner = "".join(part if isinstance(part, Markup) else escape(_xml(part)) for part in content)
    return Markup(f"<{tag}{pairs}>{inner}</{tag}>")


def rectangle(box: Box, class_: str, radius: float = 0) -> Markup:
    """A rectangle, its corners rounded by ``radius``."""
    size = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    return element("rect", class_=class_, **size, **({"rx": radius} if radius else {}))


def line(start: Point, end: Point, class_: str) -> Markup:
    """A straight line."""
    return element("line", class_=class_, x1=start[0], y1=start[1], x2=end[0], y2=end[1])


def write(at: Point, text: str, size: float, class_: str, anchor: str = "start") -> Markup:
    """One line of text on its baseline; ``anchor`` is start, middle or end."""
    return element(
        "text", text, class_=class_, x=at[0], y=at[1], font_size=size, text_anchor=anchor
    )


def write_lines(
    at: Point, lines: Iterable[str], size: float, class_: str, anchor: str = "start"
) -> Markup:
    """Several lines of text, the first on the baseline ``at``."""
    x, y = at
    return Markup("").join(
        write((x, y + LEADING * row), text, size, class_, anchor) for row, text in enumerate(lines)
    )


def elbows(points: Sequence[Point], class_: str, radius: float = 6) -> Markup:
    """A line through points at right angles, its corners rounded."""
    path = [f"M{_pair(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(radius, _gap(before, corner) / 2, _gap(corner, after) / 2)
        path.append(f"L{_pair(_toward(corner, before, room))}")
        path.append(f"Q{_pair(corner)} {_pair(_toward(corner, after, room))}")
    path.append(f"L{_pair(points[-1])}")
    return element("path", class_=class_, d="".join(path))


def arrowhead(tip: Point, class_: str) -> Markup:
    """A small triangle that points right, its tip at ``tip``."""
    x, y = tip
    corners = f"{_pair((x, y))} {_pair((x - 8, y - 4))} {_pair((x - 8, y + 4))}"
    return element("polygon", class_=class_, points=corners)


def link(href: str, name: str, box: Box) -> Markup:
    """A link that lies over a box, with ``name`` as its words; nothing where there is no address.

    Links stand beside the picture, not in it: an element with the role ``img`` hides what it
    holds from screen readers. An address with a scheme that could run code gives nothing.
    """
    if not href or urlsplit(href).scheme.lower() not in _SAFE_SCHEMES:
        return Markup("")
    target = rectangle(box, "gf-hit", radius=4)
    return element(
        "a", element("title", name), target, class_="gf-link", href=href, aria_label=name
    )


def picture(caption: Caption, drawing: Drawing) -> Markup:
    """The whole SVG: the image with its name and description, then the links over it."""
    title, description = f"{caption.prefix}-title", f"{caption.prefix}-desc"
    image = element(
        "g",
        element("title", caption.title, id=title),
        element("desc", "\n".join(caption.sentences), id=description),
        *drawing.shapes,
        role="img",
        aria_labelledby=title,
        aria_describedby=description,
    )
    width, height = drawing.width + 2 * _RIM, drawing.height + 2 * _RIM
    box = " ".join(map(_shown, (-_RIM, -_RIM, width, height)))
    return element(
        "svg",
        image,
        *drawing.links,
        xmlns="http://www.w3.org/2000/svg",
        class_=f"gf-diagram gf-{caption.kind}",
        id=caption.prefix,
        width=width,
        height=height,
        viewBox=box,
    )


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)


def _shown(value: str | float) -> str:
    if isinstance(value, str):
        return _xml(value)
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def _pair(point: Point) -> str:
    return f"{_shown(point[0])},{_shown(point[1])}"


def _gap(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(start: Point, end: Point, distance: float) -> Point:
    """The point ``distance`` away from ``start`` toward ``end``, along an axis."""
    gap = _gap(start, end)
    share = distance / gap if gap else 0.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
