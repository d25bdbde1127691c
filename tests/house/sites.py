"""Built sites, compared byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def contents(site: Path) -> dict[str, bytes]:
    """A site's files by their addresses."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def differing(one: Path, other: Path) -> list[str]:
    """The addresses at which two sites hold different bytes, or only one holds any."""
    return unlike(contents(one), contents(other))


def unlike(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The same of two sites' files."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))
