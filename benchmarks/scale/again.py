"""What checking again costs in a process that has checked before: its CPU seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guifan.checks.memory import Memory
from guifan.publish.folder import open_folder


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
    memory, _ = _checked(folder, day, Memory())
    memory, warm = _checked(folder, day, memory)
    edit()
    _, edited = _checked(folder, day, memory)
    return Again(warm, edited)


def _checked(folder: Path, day: date, memory: Memory) -> tuple[Memory, float]:
    began = time.process_time()
    report = open_folder(folder, memory).check(day)
    took = time.process_time() - began
    if report.findings or report.memory is None:
        raise RuntimeError(f"{folder} is not in order: {report.findings[:3]}")
    return report.memory, took
