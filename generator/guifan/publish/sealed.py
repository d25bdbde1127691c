"""What one run keeps for the next: one file of JSON behind the digest of the rest.

JSON runs no code, whoever wrote it. What is cut short or altered is as good as none. A file is
written beside itself and swapped, so that runs at the same time and kills do no harm, and it may be
deleted at any time.
"""

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any


def unseal(path: Path) -> Any:
    """What a file holds.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not whole, or holds no JSON.
        RecursionError: it is nested too deep.
    """
    digest, _, text = path.read_bytes().partition(b"\n")
    if digest != _digest(text):
        raise ValueError(path)
    return json.loads(text)


def seal(path: Path, value: object) -> None:
    """Keep a value; where nothing can be written, nothing is kept."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    swapped(path, _digest(text) + b"\n" + text)


def swapped(path: Path, data: bytes) -> None:
    """Swap a file in that holds this; where nothing can be written, all stays as it is."""
    new = path.with_name(f".{path.name}.{token_hex(8)}")
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        try:
            new.write_bytes(data)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _digest(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()
