"""The stylesheet of the pictures: the contrast of its colours, and nothing left over in it."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[3].joinpath("site_templates/assets/diagrams.css").read_text("utf-8")
SOURCES = Path(__file__).parents[3].joinpath("generator/guifan/manual/diagrams")
TINTS = ("teal", "indigo", "slate", "brown", "red", "amber")


def _palette(selector: str) -> dict[str, str]:
    block = CSS.split(selector, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--gf-([a-z-]+): (#[0-9a-f]{3,6});", block))


LIGHT = _palette("\n.gf-diagram {")
DARK = _palette('[data-md-color-scheme="slate"] .gf-diagram {')


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_a_contrast_of_at_least_four_and_a_half(palette: dict[str, str]) -> None:
    grounds = ["surface", "ground", "hidden", *(f"{tint}-soft" for tint in TINTS)]
    pairs = [("ink", ground) for ground in grounds]
    pairs += [("soft", g) for g in ("surface", "ground", "hidden", "indigo-soft", "teal-soft")]
    pairs += [("on", tint) for tint in ("teal", "indigo", "slate", "brown", "red")]
    pairs += [(tint, f"{tint}-soft") for tint in ("teal", "indigo", "red", "amber")]
    pairs += [(lane, "hidden") for lane in ("slate", "brown", "indigo")]
    weak = [(a, b) for a, b in pairs if _contrast(palette[a], palette[b]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_have_a_contrast_of_at_least_three(palette: dict[str, str]) -> None:
    pairs = [("soft", "hidden"), ("edge", "surface"), ("edge", "ground"), ("teal", "surface")]
    assert [(a, b) for a, b in pairs if _contrast(palette[a], palette[b]) < 3] == []


def test_the_dark_palette_names_every_colour_of_the_light_one() -> None:
    assert set(DARK) == set(LIGHT) - {"page"}


def test_every_class_that_is_painted_is_drawn() -> None:
    drawn = "\n".join(path.read_text("utf-8") for path in SOURCES.glob("*.py"))
    painted = set(re.findall(r"\.(gf-[a-z0-9-]+)", CSS)) - {"gf-figure"}
    stems = {re.sub(r"-(?:\d|customer|frontstage|backstage|support)$", "", one) for one in painted}
    # A class may be built from its last word: look for what comes before.
    assert [stem for stem in sorted(stems) if stem.rsplit("-", 1)[0] not in drawn] == []
