"""A command that reads a manual and ends: what it makes is not worth searching for cycles."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """Collect no cycles meanwhile.

    What is read lives until the command ends. To search it for cycles, again and again as it
    grows, takes a third of a check and finds next to nothing. When the process ends, it is not
    searched at all.
    """
    was = gc.isenabled()
    gc.disable()
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        _aged()
        if was:
            gc.enable()


@contextmanager
def seldom() -> Iterator[None]:
    """Collect cycles seldom meanwhile: for what makes much that is soon thrown away.

    When the process ends, all that is left goes with it, unsearched.
    """
    was = gc.get_threshold()
    gc.set_threshold(_SOME, *was[1:])
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        _aged()
        gc.set_threshold(*was)


def _aged() -> None:
    """Let all there is count as old, so that it is not searched at once."""
    gc.freeze()
    gc.unfreeze()


_SOME = 500_000
"""How many new objects are worth a search."""
