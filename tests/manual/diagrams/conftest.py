"""What the tests of pictures share: an SVG read back from its text as plain shapes."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

SVG = "{http://www.w3.org/2000/svg}"
Rect = tuple[float, float, float, float]


@dataclass
class Picture:
    root: ET.Element
    shapes: list[tuple[ET.Element, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shapes = list(self._walk(self.root, 0.0))

    def _walk(self, node: ET.Element, down: float) -> Iterator[tuple[ET.Element, float]]:
        moved = re.fullmatch(r"translate\(0,([\d.]+)\)", node.get("transform", ""))
        down += float(moved.group(1)) if moved else 0.0
        yield node, down
        for child in node:
            yield from self._walk(child, down)

    def having(self, name: str) -> list[tuple[ET.Element, float]]:
        return [(e, down) for e, down in self.shapes if name in e.get("class", "").split()]

    def boxes(self, name: str) -> list[Rect]:
        """Left, top, right, bottom of every rectangle of a class."""
        return [_rect(element, down) for element, down in self.having(name)]

    def lines(self, name: str) -> list[list[tuple[float, float]]]:
        """The corners of every path of a class, its rounding undone."""
        return [_corners(element.get("d", ""), down) for element, down in self.having(name)]

    @property
    def texts(self) -> list[str]:
        return [e.text or "" for e, _ in self.shapes if e.tag == f"{SVG}text"]

    @property
    def links(self) -> dict[str, str]:
        return {
            e.get("href", ""): e.get("aria-label", "") for e, _ in self.shapes if e.tag == f"{SVG}a"
        }

    @property
    def sentences(self) -> list[str]:
        return next(e.text or "" for e, _ in self.shapes if e.tag == f"{SVG}desc").split("\n")

    @property
    def tags(self) -> set[str]:
        return {element.tag.removeprefix(SVG) for element, _ in self.shapes}


def _rect(element: ET.Element, down: float) -> Rect:
    x, y, width, height = (float(element.get(key, "0")) for key in ("x", "y", "width", "height"))
    return x, y + down, x + width, y + down + height


def _corners(path: str, down: float) -> list[tuple[float, float]]:
    """A rounded corner is «L near, Q corner after»: keep the corner alone."""
    points: list[tuple[float, float]] = []
    for command, numbers in re.findall(r"([MLQ])([^MLQ]*)", path):
        x, y = map(float, numbers.split()[0].split(","))
        if command == "Q":
            points[-1] = (x, y)
        else:
            points.append((x, y))
    return [(x, y + down) for x, y in points]


@pytest.fixture
def read() -> Callable[[str], Picture]:
    return lambda svg: Picture(ET.fromstring(svg))
