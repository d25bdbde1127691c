"""Texts laid aside in a nameless file, for a build that holds more pages than memory should."""

import tempfile
from threading import Lock

_FORM = "utf-8", "surrogatepass"
"""Whatever a text holds comes back."""

Place = tuple[int, int]
"""Where a text begins, and how many bytes it has."""


class Aside:
    """The file; it is gone when nobody holds it any more, or with the process."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # lives as long as this
        self._end = 0
        self._alone = Lock()  # a live server asks from several threads

    def put(self, text: str) -> Place:
        """Lay a text aside.

        Raises:
            OSError: the disk is full.
        """
        data = text.encode(*_FORM)
        with self._alone:
            self._file.seek(self._end)
            left = memoryview(data)
            while left:
                left = left[self._file.write(left) :]
            place = self._end, len(data)
            self._end += len(data)
        return place

    def get(self, place: Place) -> str:
        """The text at a place."""
        begin, length = place
        with self._alone:
            self._file.seek(begin)
            return self._file.read(length).decode(*_FORM)
