"""Where the characters of a value stand in the source."""

from guifan.findings import Position
from guifan.language.nodes import Scalar
from guifan.language.source import Source


def span(source: Source, scalar: Scalar, start: int, end: int) -> Position:
    """The stretch of the source that wrote the characters ``start`` to ``end`` of the text."""
    return scalar.mark.position(source.file)
