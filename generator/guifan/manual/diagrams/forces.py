"""A force field: what drives a change and what holds it back, each as strong as its bar is long."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guifan.manual.diagrams.svg import (
    Box,
    Caption,
    Drawing,
    line,
    picture,
    rectangle,
    write,
    write_lines,
)
from guifan.manual.diagrams.text import BODY, LEADING, SMALL, wrap


@dataclass(frozen=True, slots=True)
class Force:
    """A force: what it is, and how strong, in the same points as all the others."""

    name: str
    strength: int


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        driving: over the forces that drive.
        restraining: over the forces that hold back.
        force: a force's sentence: {side}, {name}, {strength}.
        balance: the last sentence: {driving}, {restraining}, the sums of the strengths.
    """

    driving: str
    restraining: str
    force: str
    balance: str


_SIDE = 250
_MIDDLE = 8
_BAR = 14
_GAP = 16
_HEAD = 26
_LINES = 3


def draw_forces(
    title: str,
    driving: Sequence[Force],
    restraining: Sequence[Force],
    words: Words,
    prefix: str = "forces",
) -> Markup:
    """Draw two sides against a middle line as inline SVG; ``prefix`` begins every id in it."""
    strongest = max((one.strength for one in (*driving, *restraining)), default=1)
    left, low = _draw_side(driving, strongest, 0.0, right=False)
    right, high = _draw_side(restraining, strongest, _SIDE + _MIDDLE, right=True)
    height = max(low, high)
    middle = _SIDE + _MIDDLE / 2
    shapes = (
        line((middle, 0), (middle, height), "gf-axis"),
        write((_SIDE - 6, BODY), words.driving, BODY, "gf-strong", "end"),
        write((_SIDE + _MIDDLE + 6, BODY), words.restraining, BODY, "gf-strong"),
        *left,
        *right,
    )
    told = [
        words.force.format(side=side, name=one.name, strength=one.strength)
        for side, forces in ((words.driving, driving), (words.restraining, restraining))
        for one in forces
    ]
    sums = {
        "driving": sum(one.strength for one in driving),
        "restraining": sum(one.strength for one in restraining),
    }
    caption = Caption(prefix, "forces", title, [*told, words.balance.format(**sums)])
    return picture(caption, Drawing(shapes, (), 2 * _SIDE + _MIDDLE, height))


def _draw_side(
    forces: Sequence[Force], strongest: int, x: float, *, right: bool
) -> tuple[list[Markup], float]:
    """The forces of one side from the top down, and where they end."""
    shapes, y = [], float(_HEAD)
    for one in forces:
        length = _SIDE * one.strength / strongest
        near = x if right else x + _SIDE - length
        lines = wrap(one.name, SMALL, _SIDE - 12, _LINES)
        at = (x + 6, y + SMALL) if right else (x + _SIDE - 6, y + SMALL)
        shapes.append(write_lines(at, lines, SMALL, "gf-soft", "start" if right else "end"))
        y += max(1, len(lines)) * LEADING
        kind = "gf-bar-5" if right else "gf-bar-0"
        shapes.append(rectangle(Box(near, y, length, _BAR), kind, radius=2))
        number_at = near + length - 6 if right else near + 6
        anchor = "end" if right else "start"
        shapes.append(
            write((number_at, y + _BAR - 3), str(one.strength), SMALL, "gf-strong", anchor)
        )
        y += _BAR + _GAP
    return shapes, y
