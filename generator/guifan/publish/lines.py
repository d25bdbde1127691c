"""Texts by their keys, one a line in a file, each behind a checksum; read when asked for.

As with what is sealed, what is cut short or altered is as good as none, and the file is swapped in.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Self

from guifan.publish.sealed import swapped


class Lines(Mapping[str, str]):
    """Texts by their keys.

    Args:
        lines: each behind its checksum; keys and texts are of one line.
    """

    def __init__(self, lines: Mapping[bytes, bytes]) -> None:
        self._lines = dict(lines)

    @classmethod
    def read(cls, path: Path, maker: str) -> Self:
        """Those in a file; none where it is not there or somebody else made it."""
        with suppress(OSError):
            head, *lines = path.read_bytes().split(b"\n")
            if head == maker.encode():
                parts = (line.partition(b" ") for line in lines)
                return cls({key: line for key, _, line in parts})
        return cls({})

    def with_only(self, keys: Iterable[str], new: Mapping[str, str]) -> Self:
        """Those under some keys, and new ones."""
        wanted = {key.encode() for key in keys}
        kept = {key: line for key, line in self._lines.items() if key in wanted}
        texts = ((key.encode(), text.encode()) for key, text in new.items())
        return type(self)(kept | {key: _checked(key, text) for key, text in texts})

    def write(self, path: Path, maker: str) -> None:
        """Keep them in a file, if it can be written."""
        lines = (b"%b %b" % one for one in self._lines.items())
        swapped(path, b"\n".join((maker.encode(), *lines)))

    def __getitem__(self, key: str) -> str:
        data = key.encode()
        line = self._lines[data]
        text = line.partition(b" ")[2]
        if line != _checked(data, text):
            del self._lines[data]
            raise KeyError(key)
        return text.decode()

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.encode() in self._lines

    def __iter__(self) -> Iterator[str]:
        return (key.decode() for key in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _checked(key: bytes, text: bytes) -> bytes:
    """A text behind the checksum of it and its key."""
    return blake2b(key + b" " + text, digest_size=8).hexdigest().encode() + b" " + text
