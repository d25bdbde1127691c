"""Built sites, compared byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def contents(site: Path) -> dict[str, bytes]:
    """A site's files by their addresses."""
    return {address: (site / address).read_bytes() for address in _addresses(site)}


def differing(one: Path, other: Path) -> list[str]:
    """The addresses at which two sites hold different bytes, or only one holds any."""
    ours, theirs = set(_addresses(one)), set(_addresses(other))
    changed = (
        address
        for address in ours & theirs
        if (one / address).read_bytes() != (other / address).read_bytes()
    )
    return sorted({*(ours ^ theirs), *changed})


def unlike(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The same of what two sites held."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def _addresses(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix()
