"""Small manuals in folders of their own: the base of the rules' examples, and what a test adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guifan.checks.examples import BASE, SHARED, completed

if TYPE_CHECKING:
    from pathlib import Path

SHARED_LINES = "".join(f"{names[0]}: {value}\n" for names, value in SHARED.items())
"""What every item shares, to be put where a test's own lines keep their numbers."""


def manual(folder: Path, *texts: str) -> Path:
    """Write the base and more files; what every item shares they may leave out."""
    for at, text in enumerate((*BASE, *texts)):
        write(folder, str(at), text)
    return folder


def write(folder: Path, name: str, text: str) -> None:
    """Write one more file, without ending in its name."""
    (folder / "standards").mkdir(parents=True, exist_ok=True)
    (folder / "standards" / f"{name}.yaml").write_text(completed(text), encoding="utf-8")
