"""One process at a time: a lock that the system lets go of when its holder dies."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, wait: bool) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int, wait: bool) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Wait until no other process holds the lock of ``file``, and hold it.

    Raises:
        OSError: the file cannot be written.
    """
    with file.open("a") as stream:
        _take(stream.fileno(), wait=True)
        yield


def is_held(file: Path) -> bool:
    """Whether somebody holds the lock of ``file``."""
    try:
        with file.open("r+") as stream:
            _take(stream.fileno(), wait=False)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
