"""What checking again costs in a process that has checked before: its CPU seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guifan.checks.memory import Memory
from guifan.publish.folder import Folder, open_folder


@dataclass(frozen=True)
class Again:
    """CPU seconds of a check, reading included.

    Args:
        warm: with nothing changed.
        edited: with one value changed.
    """

    warm: float
    edited: float


def again(folder: Path, day: date, edit: Callable[[], None]) -> Again:
    """Check a manual, check it again, change it and check it once more.

    Raises:
        RuntimeError: something is found wrong in it.
    """
    first = _checked(folder, day, None)
    second = _checked(folder, day, first)
    edit()
    return Again(second.cpu, _checked(folder, day, second).cpu)


@dataclass(frozen=True)
class _Checked:
    """A manual that was checked.

    Args:
        folder: it.
        memory: what is to be remembered.
        cpu: seconds that it took.
    """

    folder: Folder
    memory: Memory
    cpu: float


def _checked(root: Path, day: date, before: _Checked | None) -> _Checked:
    began = time.process_time()
    known = (before.memory, before.folder) if before else (Memory(), None)
    folder = open_folder(root, *known)
    report = folder.check(day)
    took = time.process_time() - began
    if report.findings or report.memory is None:
        raise RuntimeError(f"{root} is not in order: {report.findings[:3]}")
    return _Checked(folder, report.memory, took)
