"""Find the Chromium that the browser tests drive, or install one with the system's packages.

Run as a program it is the browser step of `make test`: it leaves with status 0 when a Chromium
works. The tests themselves only look; they never install.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, BrowserContext, Page, Request

SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# No sandbox, so that root in a container can start it; nothing that asks the network by itself;
# and no name resolves but this machine's, so that a page cannot lean on a third party unnoticed.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)

LOCAL = ("file:", "data:", "blob:", "about:", "http://127.0.0.1:", "http://localhost:")

ADVICE = """\
The browser tests need a Chromium and there is none that starts. Any one of these helps:
  - install your system's package (Debian: apt-get install chromium fonts-noto-cjk);
  - let Playwright fetch its own: .venv/bin/playwright install chromium;
  - name one: GUIFAN_CHROMIUM=/path/to/chromium make test
"""

FONT_ADVICE = """\
No Chinese font is installed: pages will show boxes for characters and tests of layout may differ.
Debian: apt-get install fonts-noto-cjk
"""


class BrowserMissingError(Exception):
    """No Chromium starts; the message says what to do."""


def find() -> Path | None:
    """Return the Chromium to drive, or None when none starts.

    `GUIFAN_CHROMIUM`, when set, is the only one tried: whoever names a browser means that one.
    """
    if named := os.environ.get("GUIFAN_CHROMIUM"):
        return Path(named) if starts(Path(named)) else None
    return next((path for path in _candidates() if starts(path)), None)


def starts(path: Path) -> bool:
    """Say whether the program there is a browser that can tell its version.

    Some systems install a `chromium-browser` that only prints where to get the real one.
    """
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0 and b"Chrom" in asked.stdout


def _candidates() -> Iterator[Path]:
    for name in SYSTEM_NAMES:
        if found := shutil.which(name):
            yield Path(found)
    yield from _playwright_own()


def _playwright_own() -> Iterator[Path]:
    # Imported where it is used: slow to load, and most runs need no browser.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


@contextlib.contextmanager
def launched() -> Iterator[Browser]:
    """Start the browser that `find` finds, and close it at the end.

    Raises:
        BrowserMissingError: there is none that starts.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - as above

    executable = find()
    if executable is None:
        raise BrowserMissingError(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


@contextlib.contextmanager
def visits(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give a function that opens pages, each a visitor with storage and cookies of its own.

    Its arguments are those of Playwright's `new_context`; the visitor reads Chinese in Beijing
    unless they say otherwise.

    Raises:
        AssertionError: at the end, when a page threw an uncaught error or asked for anything
            outside this machine.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def note_request(request: Request) -> None:
        if not request.url.startswith(LOCAL):
            faults.append(f"asked for {request.url}")

    def open_page(**options: Any) -> Page:
        context = browser.new_context(
            **{"locale": "zh-CN", "timezone_id": "Asia/Shanghai", **options}
        )
        contexts.append(context)
        context.on("request", note_request)
        context.on("weberror", lambda error: faults.append(f"threw {error.error}"))
        return context.new_page()

    try:
        yield open_page
    finally:
        for context in contexts:
            context.close()
    if faults:
        raise AssertionError("\n".join(["a page", *faults]))


def has_chinese_font() -> bool:
    """Say whether fontconfig knows a font for Chinese; True where there is no fontconfig to ask."""
    if not shutil.which("fc-list"):
        return True
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


def install(packages: Sequence[str]) -> None:
    """Install Debian packages when this user may do so without being asked for a password."""
    if not shutil.which("apt-get"):
        return
    as_root = _as_root()
    if as_root is None:
        return
    print("Installing for the browser tests:", *packages, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        command = [*as_root, "apt-get", *step]
        if subprocess.run(command, env=environment, check=False).returncode != 0:
            return


def _as_root() -> list[str] | None:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if not shutil.which("sudo") or subprocess.run([*sudo, "true"], check=False).returncode != 0:
        return None
    return sudo


def main() -> int:
    """Make sure of a browser and a Chinese font; return 0 when a browser starts, else 1."""
    browser = find()
    missing = [] if browser else ["chromium"]
    missing += [] if has_chinese_font() else ["fonts-noto-cjk"]
    if missing and "GUIFAN_CHROMIUM" not in os.environ:
        install(missing)
        browser = find()
    if not has_chinese_font():
        print(FONT_ADVICE, file=sys.stderr)
    if browser is None:
        print(ADVICE, file=sys.stderr)
        return 1
    print(f"Browser: {browser}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
