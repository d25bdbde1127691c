"""A command that reads a manual, judges it and ends: nothing it makes is worth collecting."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """Collect no cycles meanwhile.

    What is read lives until the command ends. To search it for cycles, again and again as it
    grows, takes a third of a check and finds next to nothing.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
