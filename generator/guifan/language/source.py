"""The text of a file: decoded strictly, refused with a place.

A text that no editor could see whole (another encoding,
control or invisible characters) is a finding here, so that the parser sees only clean text.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from guifan.findings import Finding, Position, Suggestion

LARGEST = 1024 * 1024
"""Bytes a file may have: far above what a person writes, far below what slows a check."""


_BREAK = re.compile(r"\r\n|\r|\n")
# What YAML 1.1 refuses, and the line breaks that YAML knows but editors do not show as lines.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
# Nothing is seen, but a name with one is another name; bidirectional marks show text reordered.
_INVISIBLE = "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_BAD_CHARACTER = re.compile(f"[{_CONTROL}{_INVISIBLE}]")
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_HAN = re.compile("[\u4e00-\u9fff]")


class CannotRead(Exception):  # noqa: N818 - it names what happened, as the command prints it
    """A file or folder that cannot be read at all: the command prints one line and exits with 2.

    Args:
        path: the file, folder or library, as the reader knows it.
        reason: why, in one phrase.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True)
class Source:
    """One file's text.

    Args:
        file: path relative to the manual's folder, with forward slashes.
        text: as decoded, without the byte order mark; line breaks as they were written.
    """

    file: str
    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the text each line begins."""
        return (0, *(found.end() for found in _BREAK.finditer(self.text)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their breaks; what editors number from 1 is numbered from 0 here."""
        return tuple(_BREAK.split(self.text))

    @cached_property
    def bad_character(self) -> Finding | None:
        """The first character that must not stand in a text, as S02."""
        found = _BAD_CHARACTER.search(self.text)
        if found is None:
            return None
        before = _BREAK.split(self.text[: found.start()])
        invisible = _IS_INVISIBLE.match(found.group()) is not None
        return Finding(
            "S02",
            "invisible" if invisible else "control",
            self.stretch(len(before) - 1, len(before[-1])),
            {"character": f"U+{ord(found.group()):04X}"},
            suggestion=Suggestion("", safe=True) if invisible else None,
        )

    def stretch(self, line: int, column: int, length: int = 1) -> Position:
        """``length`` characters from a 0-based line and column on, or what the line has of them."""
        end = min(column + length, len(self.lines[line]))
        return Position(self.file, line + 1, column + 1, line + 1, max(end, column) + 1)


def decode(file: str, data: bytes) -> tuple[Source | None, tuple[Finding, ...]]:
    """Turn a file's bytes into its text.

    Returns:
        The source, or None and the finding that says why there is none (S02, S12).
    """
    if len(data) > LARGEST:
        return None, (too_big(file, len(data)),)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, (Finding("S02", "utf-16", Position(file)),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_bad_byte(file, data, error),)
    source = Source(file, text)
    bad = source.bad_character
    return (None, (bad,)) if bad else (source, ())


def too_big(file: str, size: int) -> Finding:
    """S12 for a file of ``size`` bytes."""
    arguments = {"size": -(-size // 1024), "limit": LARGEST // 1024}
    return Finding("S12", "too-big", Position(file), arguments)


def _bad_byte(file: str, data: bytes, error: UnicodeDecodeError) -> Finding:
    """S02 at the first byte that is not UTF-8, or at the first character of what is GBK."""
    if b"\0" in data:
        return Finding("S02", "utf-16", Position(file))
    byte = f"0x{error.object[error.start]:02X}"
    in_gbk = _before_gbk(data)
    good = error.object[: error.start].decode() if in_gbk is None else in_gbk
    key = "not-utf-8" if in_gbk is None else "gbk"
    before = _BREAK.split(good)
    line, column = len(before), len(before[-1]) + 1
    return Finding("S02", key, Position(file, line, column, line, column + 1), {"byte": byte})


def _before_gbk(data: bytes) -> str | None:
    """The plain letters before the first other character of a GBK text; None if it is no such."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return re.split(r"[^\x00-\x7f]", text, maxsplit=1)[0] if _HAN.search(text) else None
