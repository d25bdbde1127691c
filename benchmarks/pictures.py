"""Draw how costs grow, from the figures on record: ``python benchmarks/pictures.py``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from pathlib import Path

from record import RESULTS

GUIDES = Path(__file__).parents[1] / "content" / "guides"
"""Where the guide stands that shows them."""

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 150, 44, 52
"""Room around the curves, for the words."""

NEAR = 16
"""How far names at the ends of curves stand apart, at least."""

COLOURS = ("#00695c", "#1565c0", "#6a1b9a", "#b23c17", "#6d4c41", "#455a64")

BUILDS = {
    "guifan": "guifan",
    "mkdocs": "mkdocs + Material",
    "hugo": "hugo，最小的主题",
}
CHECKS = {
    "cold": "头一次检查",
    "one value changed": "改一处再检查",
    "nothing changed": "没有改再检查",
}
"""What rows of the record are called in the pictures."""

Curve = Sequence[tuple[float, float]]
"""Sizes, rising, each with its CPU seconds."""


@dataclass(frozen=True)
class Picture:
    """A picture.

    Args:
        title: what it shows.
        size: what is counted along it.
        curves: by their names.
    """

    title: str
    size: str
    curves: Mapping[str, Curve]


def built(results: str) -> Picture:
    """What building costs, from the record."""
    curves: dict[str, list[tuple[float, float]]] = {name: [] for name in BUILDS.values()}
    for pages, rows in re.findall(r"(?m), ([\d,]+) pages:\n\n((?:\|.*\n)+)", results):
        for tool, cost in re.findall(r"(?m)^\| ([^|]+) \| ([\d.]+) \(", rows):
            if tool in BUILDS:
                curves[BUILDS[tool]].append((_number(pages), float(cost)))
    return Picture("从头生成网站的 CPU 秒", "页", curves)


def checked(results: str) -> Picture:
    """What checking costs, from the record."""
    section = results.partition("## Checking, as a manual grows\n")[2].partition("\n## ")[0]
    rows = {
        name: re.findall(r"\| ([^|]+) (?=\|)", rest)
        for name, rest in re.findall(r"(?m)^\| ([^|]+) (\|.*)$", section)
    }
    sizes = [_number(one) for one in rows["items"] if re.fullmatch(r"[\d,]+", one)]
    return Picture(
        "检查的 CPU 秒",
        "条",
        {
            shown: [
                (size, float(cost.split()[0]))
                for size, cost in zip(sizes, rows[name], strict=False)
            ]
            for name, shown in CHECKS.items()
        },
    )


def _number(written: str) -> float:
    return float(written.replace(",", ""))


def drawn(picture: Picture) -> str:
    """A picture as SVG, both axes logarithmic: a straight line of 45° is cost that follows size."""
    curves = {name: sorted(curve) for name, curve in picture.curves.items() if curve}
    points = [point for curve in curves.values() for point in curve]
    across = _Axis.over((size for size, _ in points), LEFT, WIDTH - RIGHT)
    up = _Axis.over((cost for _, cost in points), HEIGHT - BOTTOM, TOP)
    title = f"{picture.title}，随{picture.size}数"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'font-family="system-ui,sans-serif" font-size="13">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#fff"/>',
            f'<text x="{LEFT}" y="24" font-size="15" fill="#222">{escape(title)}</text>',
            *_lines(across, up, picture.size),
            *_curves(curves, across, up),
            "</svg>\n",
        ]
    )


@dataclass(frozen=True)
class _Axis:
    """A logarithmic axis.

    Args:
        low: the logarithm at its beginning.
        high: and at its end.
        start: where it begins in the picture.
        end: where it ends.
    """

    low: float
    high: float
    start: int
    end: int

    @classmethod
    def over(cls, values: Iterable[float], start: int, end: int) -> _Axis:
        """An axis with room for some values, from a half of a power of ten to another."""
        every = [log10(value) for value in values]
        return cls(floor(2 * min(every)) / 2, ceil(2 * max(every)) / 2, start, end)

    def at(self, value: float) -> float:
        """Where a value stands in the picture."""
        share = (log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    def marks(self) -> Iterator[float]:
        """The values that are written beside it: one, two, five of each power of ten."""
        for power in range(floor(self.low), ceil(self.high) + 1):
            for first in (1, 2, 5):
                value = first * 10.0**power
                if self.low <= log10(value) <= self.high:
                    yield value


def _lines(across: _Axis, up: _Axis, size: str) -> Iterator[str]:
    for value in across.marks():
        at = across.at(value)
        yield f'<path d="M{at} {TOP}V{HEIGHT - BOTTOM}" stroke="#e0e0e0"/>'
        yield _words(at, HEIGHT - BOTTOM + 20, f"{value:,.0f} {size}", "middle")
    for value in up.marks():
        at = up.at(value)
        yield f'<path d="M{LEFT} {at}H{WIDTH - RIGHT}" stroke="#e0e0e0"/>'
        yield _words(LEFT - 8, at + 4, f"{value:g} 秒", "end")


def _curves(curves: Mapping[str, Curve], across: _Axis, up: _Axis) -> Iterator[str]:
    colours = dict(zip(curves, COLOURS, strict=False))
    names: list[str] = []
    free = 0.0
    for name, curve in sorted(curves.items(), key=lambda one: -one[1][-1][1]):
        places = [(across.at(size), up.at(cost)) for size, cost in curve]
        colour = colours[name]
        line = " ".join(f"{x},{y}" for x, y in places)
        yield f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>' for x, y in places)
        x, y = places[-1]
        free = max(free, y + 4)
        names.append(_words(x + 8, free, name, "start", colour))
        free += NEAR
    halo = 'stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
    yield f"<g {halo}>{''.join(names)}</g>"


def _words(x: float, y: float, text: str, anchor: str, colour: str = "#555") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'


def pictures() -> Iterator[tuple[Path, str]]:
    """Each picture's file and text."""
    results = RESULTS.read_text("utf-8")
    yield GUIDES / "growth-build.svg", drawn(built(results))
    yield GUIDES / "growth-check.svg", drawn(checked(results))


def draw() -> None:
    """Draw them all."""
    for path, text in pictures():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    draw()
