"""Cells that no table program takes for a formula."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def is_risky(text: str) -> bool:
    """Whether a table program may take a cell for a formula."""
    return text.startswith(_FORMULA)


def cell(text: str) -> str:
    """A text that stays one: what might be a formula stands behind an apostrophe."""
    return f"'{text}" if is_risky(text) else text
