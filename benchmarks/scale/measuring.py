"""What a command costs: its CPU seconds, its seconds by the clock, its memory.

The system counts the memory of a process from the one that started it: so a small process of its
own, this file run as a program, starts the command and waits for it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_MEBIBYTE = 1024
"""Kibibytes, in which the system counts memory."""

_COMPILED = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, every process compiles the program anew, as no installed one does."""

_SAID = 2_000
"""Characters of what a command said last."""


@dataclass(frozen=True)
class Cost:
    """What one run cost.

    Args:
        cpu: seconds of all cores, for the program and the system.
        wall: seconds by the clock.
        memory: MiB at most.
    """

    cpu: float
    wall: float
    memory: int

    def __str__(self) -> str:
        return f"{self.cpu:.2f} ({self.wall:.1f})"


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command and what it starts, to the end.

    Args:
        command: the program with its arguments.
        folder: where it runs.

    Raises:
        RuntimeError: it failed, with what it said.
    """
    starter = [sys.executable, "-I", "-S", __file__]
    done = subprocess.run(
        [*starter, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stdout + done.stderr)[-_SAID:]
        raise RuntimeError(f"{' '.join(command)[:_SAID]}\n{said}")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def _started(command: Sequence[str]) -> int:
    """Run a command and print what it cost."""
    began = time.perf_counter()
    environment = {name: value for name, value in os.environ.items() if name != _COMPILED}
    process = subprocess.Popen(command, stdout=sys.stderr, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    memory = used.ru_maxrss // _MEBIBYTE
    print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "wall": wall, "memory": memory}))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(_started(sys.argv[1:]))
