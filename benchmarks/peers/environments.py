"""Where the tools live that are measured beside ours: each in an environment of its own.

The versions are pinned, so that a result says what it was measured on. Nothing of them is among
the packages of the project.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PINS: Mapping[str, tuple[str, ...]] = {
    "sphinx-needs": ("sphinx-needs==9.1.0", "sphinx==9.0.4"),
    "strictdoc": ("strictdoc==0.30.4",),
    "doorstop": ("doorstop==3.2",),
    "check-jsonschema": ("check-jsonschema==0.39.0", "jsonschema==4.26.0", "pyyaml==6.0.3"),
}
"""What is installed for each tool; the first names the environment."""

HOME = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "guifan" / "peers"
"""Where the environments are, where the command line says nothing else."""


def executables(tool: str, home: Path = HOME) -> Path:
    """The folder of a tool's executables; its environment is made where there is none.

    Raises:
        CalledProcessError: pip cannot install it.
    """
    pins = PINS[tool]
    folder = home / pins[0].replace("==", "-")
    ready = folder / ".ready"
    if not ready.exists() or ready.read_text("utf-8") != " ".join(pins):
        print(f"installing {' '.join(pins)} in {folder}", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, "--disable-pip-version-check", *pins], check=True)
        ready.write_text(" ".join(pins), "utf-8")
    return folder / "bin"


def versions(tool: str) -> str:
    """The tool as the results name it."""
    return ", ".join(pin.replace("==", " ") for pin in PINS[tool])
