"""Where in the text something stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A stretch of one file.

    Lines and columns are 1-based and columns count code points, as editors show them. The end is
    exclusive: the column after the last character. ``file`` is relative to the manual's folder,
    with forward slashes on every system.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
