"""Programs in Python that tests run and nobody ships, each in an environment of its own.

Their licences or their requirements keep them out of ours. The pins stand in `tests/house/pypi/`,
one file a program.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PINS = Path(__file__).parent / "pypi"


class InstallationError(Exception):
    """pip could not install the pinned packages; the message carries pip's own words."""


def install(cache: Path, name: str) -> Path:
    """Install `name`'s pins under `cache` unless they are there; return the environment's Python.

    The environment is made aside and renamed, so that tests in several processes may ask at once
    and a killed installation leaves nothing that looks whole. Its scripts name the folder where it
    was made: run its programs as `[python, "-m", module]`.

    Raises:
        InstallationError: pip failed.
    """
    pins = PINS / f"{name}.txt"
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    digest = hashlib.sha256(pins.read_bytes() + version.encode()).hexdigest()[:16]
    place = cache / f"{name}-{digest}"
    if not place.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=cache, prefix="making-"))
        try:
            venv.create(aside, with_pip=True)
            _pip(_python(aside), pins)
            aside.rename(place)
        except OSError:
            if not place.is_dir():  # else another process was first, and its folder is the same
                raise
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return _python(place)


def _python(place: Path) -> Path:
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _pip(python: Path, pins: Path) -> None:
    words = ["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
    done = subprocess.run(
        [python, *words, "--requirement", pins],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise InstallationError(f"pip failed for {pins}:\n{done.stdout}\n{done.stderr}")
