"""Builds that are killed, each at a step drawn evenly over the steps of one of its phases.

A step is a call of a function or the return from one, in Python or C: a profile function counts
them and kills its own process. Every fourth build is killed from outside, by the clock, wherever
it may be then, in the middle of a write of the database too.
"""

from __future__ import annotations

import itertools
import os
import random
import re
import shutil
import signal
import sqlite3
import sys
import time
import traceback
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import mkdocs.commands.build as mkdocs_build
from compared import contents, unlike
from mkdocs.structure.files import Files

from guifan.language.model import Audience
from guifan.publish import build, edition, inputs, record, searching, swap
from guifan.publish.build import Wanted, build_site
from guifan.publish.cache.pages import Pages
from guifan.publish.cache.store import FILE, Store
from guifan.publish.lock import is_held
from guifan.publish.remembered import FILE as REMEMBERED
from guifan.publish.remembered import ITEMS, Remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import CodeType, FrameType

    Profile = Callable[[FrameType, str, object], None]

PHASES: dict[str, tuple[Any, ...]] = {
    "making room": (swap.workplace.__wrapped__,),  # type: ignore[attr-defined]
    "configuring": (build.configured,),
    "noting what is read": (inputs.inputs,),
    "preparing": (edition.prepare,),
    "remembering": (Remembered.write,),
    "rendering": (Pages.show,),
    "keeping": (Store.put, Store.sweep),
    "indexing": (searching.written,),
    "writing": (mkdocs_build._build_page,),
    "copying": (Files.copy_static_files,),
    "linking": (swap._share,),
    "swapping": (swap.swap,),
    "showing": (swap._show,),
    "recording": (record.keep,),
    "pruning": (swap._prune,),
}
"""What a build does, and the functions that do it: the innermost names the phase of a step."""

BETWEEN = "between these"
CLOCK = "anything, by the clock"

COLD, WARM, TWO = "from nothing", "after an edit", "beside another build"
HOW = (COLD, WARM, TWO)

ALTERED: tuple[tuple[tuple[str, str, str], ...], ...] = (
    (),
    (("limits", "within: 3 日", "within: 5 日"), ("terms", "title: 暗访", "title: 神秘顾客")),
    (
        ("limits", "title: 退款时限", "title: 退款期限"),
        ("manual", "title: 退换\n", "title: 退货\n"),
    ),
    (("terms", "id: secret-visit\n", "id: quiet-visit\n    was: [secret-visit]\n"),),
)
"""How the small manual is written each time: in which file, in the place of what, and what."""

READ = "limits/refund/index.html"
"""A page that readers ask for all the while."""

SITES = {
    "site": Wanted(Audience.INTERNAL, "2026-06-01"),
    "customers": Wanted(Audience.PUBLIC, "2026-06-01"),
}
"""What is built of the manual, side by side."""

IS_SITE = re.compile(r"[0-9a-f]{16}(-\d+)?")
"""The names of folders that hold a site."""

PATIENCE = 30
"""Seconds after which nothing of a killed build is there any more."""

AT_MOST = 3
"""How many builds are begun for one that is killed: some end before their step comes."""

Contents = dict[str, bytes]


@dataclass(frozen=True)
class Killed:
    """A build that was killed.

    Args:
        how: what was built.
        phase: what it was doing.
        left: whose site it left: that of "before" or that of "after".
        faults: what was wrong then, while it ran, or after the next build.
    """

    how: str
    phase: str
    left: str
    faults: tuple[str, ...]


def drill(root: Path, least: int, seed: int) -> list[Killed]:
    """Kill so many builds of a small manual, of every kind and in every phase in turn.

    This process has to have one thread: it forks.

    Raises:
        RuntimeError: too many builds ended before their step came.
    """
    ground = _Ground(root, random.Random(seed))
    killed: list[Killed] = []
    phases, hows = itertools.cycle(PHASES), itertools.cycle(HOW)
    for number in range(AT_MOST * least):
        by_clock = number % 4 == 3
        one = ground.kill(next(hows), CLOCK if by_clock else next(phases))
        killed += [one] if one else []
        if len(killed) == least:
            return killed
    raise RuntimeError(f"only {len(killed)} builds were killed")


class _Ground:
    """A small manual, all that it may say, and its sites."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self._root, self._chance = root, chance
        plain = {path: path.read_text("utf-8") for path in (root / "standards").iterdir()}
        self._texts = [_written(plain, root, altered) for altered in ALTERED]
        self._at = 0
        self._right: dict[tuple[int, str], Contents] = {}
        for name in SITES:
            self._build(name)
        self._steps = {how: self._counted(how) for how in (COLD, WARM)}
        self._lasts = self._timed()

    def _wanted(self, name: str) -> Contents:
        """The site that a clean build makes of what the manual says now."""
        known = self._right.get((self._at, name))
        if known is None:
            clean = f"../clean/{self._at}/{name}"
            known = contents(build_site(self._root, clean, SITES[name], reuse=False).folder)
            self._right[self._at, name] = known
        return known

    def _counted(self, how: str) -> Counter[str]:
        """The steps of a whole build by their phases."""
        self._alter(how, self._at + 1)
        steps: Counter[str] = Counter()
        sys.setprofile(counting(steps))
        try:
            self._build()
        finally:
            sys.setprofile(None)
        return steps

    def _timed(self) -> float:
        """How long a build takes, in seconds."""
        self._alter(WARM, self._at + 1)
        began = time.monotonic()
        self._build()
        return time.monotonic() - began

    def _build(self, name: str = "site") -> None:
        build_site(self._root, name, SITES[name])

    def _alter(self, how: str, to: int) -> None:
        """Write the manual otherwise; a build from nothing finds the site of before alone."""
        self._at = to % len(ALTERED)
        _write(self._texts[self._at])
        if how == COLD:
            shutil.rmtree(self._root / ".guifan/cache", ignore_errors=True)
            for remembered in (REMEMBERED, ITEMS):
                (self._root / remembered).unlink(missing_ok=True)

    def kill(self, how: str, phase: str) -> Killed | None:
        """Begin a build and kill it; None where it ended first."""
        before = self._wanted("site")
        self._alter(how, self._at + self._chance.randrange(1, len(ALTERED)))
        after = self._wanted("site")
        other = self._chance.choice(list(SITES))
        told: list[str] = []
        beside = _begun(self._root, other) if how == TWO else 0
        if phase == CLOCK:
            victim = _begun(self._root, "site")
            moment = time.monotonic() + self._chance.uniform(0, self._lasts)
        else:
            known = self._steps[COLD if how == COLD else WARM][phase]
            victim = _begun(
                self._root, "site", counting(Counter(), phase, self._chance.randint(1, known))
            )
            moment = float("inf")
        status = self._awaited(victim, moment, (before[READ], after[READ]), told)
        if beside and os.waitpid(beside, 0)[1]:
            told.append("the build beside it failed")
        left = contents(self._root / "site")
        told += [] if left in (before, after) else ["a site that is neither", *unlike(left, before)]
        told += self._harmed()
        self._build()
        told += unlike(contents(self._root / "site"), after)
        if beside:
            told += unlike(contents(self._root / other), self._wanted(other))
        told += self._remaining()
        if status not in (0, signal.SIGKILL):
            told.append(f"it ended by itself: {status}")
        elif status == 0 and not told:
            return None
        return Killed(how, phase, "before" if left == before else "after", tuple(told))

    def _awaited(self, pid: int, moment: float, pages: tuple[bytes, ...], told: list[str]) -> int:
        """Read a page of the site until a process ends or the moment to kill it comes."""
        while True:
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                return status
            try:
                if (self._root / "site" / READ).read_bytes() not in pages:
                    told.append("a reader got another page")
            except OSError as error:
                told.append(f"a reader got none: {error}")
            if time.monotonic() >= moment:
                os.kill(pid, signal.SIGKILL)
                return os.waitpid(pid, 0)[1]
            time.sleep(0.002)

    def _harmed(self) -> Iterator[str]:
        """What the killed build changed that is not its own, or holds still."""
        for path, text in self._texts[self._at].items():
            if path.read_text("utf-8") != text:
                yield f"{path.name} was changed"
        for path in (self._root / ".guifan/sites").glob("*lock"):
            until = time.monotonic() + PATIENCE
            while is_held(path) and time.monotonic() < until:  # by a worker that is just ending
                time.sleep(0.01)
            if is_held(path):
                yield f"{path.name} is held"
        cache = self._root / FILE
        if cache.exists():
            with closing(sqlite3.connect(cache, timeout=0, isolation_level=None)) as file:
                if file.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                    yield "the cache is broken"
                file.execute("BEGIN IMMEDIATE")

    def _remaining(self) -> Iterator[str]:
        """What is left lying about after the next build."""
        expected = {".lock", "standards", "content", "mkdocs.yml", ".guifan", *SITES}
        for folder in (self._root, self._root / ".guifan/sites"):
            for path in folder.iterdir():
                if path.name not in expected and not IS_SITE.fullmatch(path.name):
                    yield f"{path.name} remains"


def counting(counted: Counter[str], phase: str = "", step: int = 0) -> Profile:
    """Count this process's steps by phase, and kill it at one of them where one is given."""
    doors: dict[CodeType, str] = {
        door.__code__: name for name, doors in PHASES.items() for door in doors
    }
    inside = [BETWEEN]
    here, until = 0, 0

    def seen(frame: FrameType, event: str, _: object) -> None:
        nonlocal here, until
        here += 1
        if here == until:
            os.kill(os.getpid(), signal.SIGKILL)
        if event == "call" and frame.f_code in doors:
            counted[inside[-1]] = here
            inside.append(doors[frame.f_code])
        elif event == "return" and frame.f_code in doors:
            counted[inside.pop()] = here
        else:
            return
        here = counted[inside[-1]]
        until = step if inside[-1] == phase else 0

    return seen


def _begun(root: Path, name: str, steps: Profile | None = None) -> int:
    """Build a site in a process of its own; its number."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        sys.setprofile(steps)
        build_site(root, name, SITES[name])
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _written(
    texts: dict[Path, str], root: Path, altered: tuple[tuple[str, str, str], ...]
) -> dict[Path, str]:
    """The files of the standards with something written otherwise."""
    new = dict(texts)
    for name, old, put in altered:
        path = root / "standards" / f"{name}.yaml"
        assert old in new[path]
        new[path] = new[path].replace(old, put)
    return new


def _write(texts: dict[Path, str]) -> None:
    for path, text in texts.items():
        if path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
