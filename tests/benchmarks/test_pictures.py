"""The pictures in the guide show the figures on record."""

from __future__ import annotations

from xml.etree import ElementTree

import pictures
import pytest

RESULTS = """\
## Checking, as a manual grows

| items | 100 | 1,000 | exponent |
|---|---:|---:|---:|
| cold | 1.00 (1.5) | 10.00 (20.1) | 1.00 |
| nothing changed | 0.10 (0.1) | 0.20 (0.3) | 0.30 |
| one value changed | 0.50 (0.5) | 0.60 (0.7) | 0.08 |
| one value changed, in the same process | 0.05 | 0.16 | |

## Building a whole site

The manual, 1,000 pages:

| tool | CPU s (by the clock) | MiB at most |
|---|---:|---:|
| guifan | 5.00 (5.0) | 301 |
| guifan --plain | 7.00 (9.3) | 297 |
| mkdocs | 6.00 (7.5) | 136 |

Two of it, 2,000 pages:

| tool | CPU s (by the clock) | MiB at most |
|---|---:|---:|
| guifan | 10.00 (9.0) | 401 |
"""


def test_they_are_drawn_from_the_record_as_it_is() -> None:
    for path, text in pictures.pictures():
        assert path.read_text("utf-8") == text, "python benchmarks/pictures.py draws them anew"


def test_curves_are_the_rows_of_tables() -> None:
    built = {name: curve for name, curve in pictures.built(RESULTS).curves.items() if curve}
    assert list(built.values()) == [[(1000, 5.0), (2000, 10.0)], [(1000, 6.0)]]
    assert [list(curve) for curve in pictures.checked(RESULTS).curves.values()] == [
        [(100, 1.0), (1000, 10.0)],
        [(100, 0.5), (1000, 0.6)],
        [(100, 0.1), (1000, 0.2)],
    ]


@pytest.mark.parametrize("read", [pictures.built, pictures.checked])
def test_a_point_stands_where_its_figures_are(read: object) -> None:
    assert callable(read)
    drawing = ElementTree.fromstring(pictures.drawn(read(RESULTS)))
    circles = [one for one in drawing.iter() if one.tag.endswith("circle")]
    lines = [one for one in drawing.iter() if one.tag.endswith("polyline")]
    assert len(circles) == sum(len(one.attrib["points"].split()) for one in lines)
    for one in circles:
        assert pictures.LEFT <= float(one.attrib["cx"]) <= pictures.WIDTH - pictures.RIGHT
        assert pictures.TOP <= float(one.attrib["cy"]) <= pictures.HEIGHT - pictures.BOTTOM


def test_twice_the_size_stands_as_far_along_at_each_end() -> None:
    text = pictures.drawn(pictures.Picture("秒", "页", {"一": [(100, 1), (200, 2), (400, 4)]}))
    across = [float(one.split('"')[1]) for one in text.split("<circle cx=")[1:]]
    assert across[1] - across[0] == pytest.approx(across[2] - across[1], abs=0.2)
