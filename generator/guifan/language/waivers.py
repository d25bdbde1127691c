"""Waivers: comments that let one finding stand for a stated time and reason.

``# guifan: allow T03 until=2027-03-31 reason=…`` behind a value or above its line, and
``<!-- guifan: allow W01 until=… reason=… -->`` in Markdown. Whether a waiver is used or has run
out is the engine's to say; here only its form is judged (X03).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from guifan.findings import Finding, Position
from guifan.language.comments import comments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guifan.language.source import Source

_ADDRESS = "guifan:"
_YAML = re.compile(r"#+\s*guifan:(?P<rest>.*)")
_MARKDOWN = re.compile(r"<!--\s*guifan:(?P<rest>.*?)-->")
_FENCE = re.compile(r"\s{0,3}(?P<fence>`{3,}|~{3,})")
_CODE = re.compile(r"[A-Z][0-9]{2}")
_UNTIL = re.compile(r"\buntil=(\S*)")
_REASON = re.compile(r"\breason=(.*)")


@dataclass(frozen=True, slots=True)
class Waiver:
    """One finding that is let stand.

    Args:
        code: the waived rule's code.
        until: the last day it holds.
        reason: why, for readers.
        position: the comment.
        line: the 1-based line whose findings it covers.
    """

    code: str
    until: date
    reason: str
    position: Position
    line: int


@dataclass(frozen=True, slots=True)
class _Note:
    """A comment addressed to guifan: its 0-based place, what follows the address, its line."""

    line: int
    column: int
    written: str
    rest: str
    covers: int


def scan(source: Source) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """The waivers among a YAML file's comments, and X03 for each malformed one.

    A comment behind a value covers its line; one on a line of its own covers the next line that
    is neither blank nor a comment.
    """
    if _ADDRESS not in source.text:
        return (), ()
    return _judged(source, _yaml_notes(source))


def scan_markdown(source: Source) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """The waivers among a Markdown file's HTML comments outside code, and X03 as ``scan`` does."""
    if _ADDRESS not in source.text:
        return (), ()
    return _judged(source, _markdown_notes(source))


def _yaml_notes(source: Source) -> Iterable[_Note]:
    for comment in comments(source):
        found = _YAML.match(comment.text)
        if found:
            covers = _covered(source, comment.line, comment.column, _is_yaml_content)
            written = comment.text.rstrip()
            yield _Note(comment.line, comment.column, written, found["rest"], covers)


def _markdown_notes(source: Source) -> Iterable[_Note]:
    fence = ""
    for number, line in enumerate(source.lines):
        mark = _FENCE.match(line)
        if mark and (not fence or mark["fence"].startswith(fence)):
            fence = "" if fence else mark["fence"]
        if fence:
            continue
        for found in _MARKDOWN.finditer(line):
            if line[: found.start()].count("`") % 2:
                continue
            covers = _covered(source, number, found.start(), _is_markdown_content)
            yield _Note(number, found.start(), found.group(), found["rest"], covers)


def _covered(source: Source, line: int, column: int, is_content: Callable[[str], bool]) -> int:
    """The 0-based line that a note covers; its own where nothing follows it."""
    lines = source.lines
    if is_content(lines[line][:column]):
        return line
    return next((at for at in range(line + 1, len(lines)) if is_content(lines[at])), line)


def _is_yaml_content(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


def _is_markdown_content(text: str) -> bool:
    return bool(_MARKDOWN.sub("", text).strip())


def _judged(
    source: Source, notes: Iterable[_Note]
) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    waivers: list[Waiver] = []
    findings: list[Finding] = []
    for note in notes:
        position = source.stretch(note.line, note.column, len(note.written))
        waiver = _read(note, position)
        if isinstance(waiver, Finding):
            findings.append(waiver)
        else:
            waivers.append(waiver)
    return tuple(waivers), tuple(findings)


def _read(note: _Note, position: Position) -> Waiver | Finding:
    """The waiver a note writes, or what it lacks."""

    def malformed(key: str, **arguments: object) -> Finding:
        return Finding("X03", key, position, arguments)

    verb, _, rest = note.rest.strip().partition(" ")
    if verb != "allow":
        return malformed("no-allow", found=verb)
    reason = _REASON.search(rest)
    head = rest[: reason.start()] if reason else rest
    until = _UNTIL.search(head)
    code = (head[: until.start()] if until else head).strip()
    if not _CODE.fullmatch(code):
        return malformed("no-code", found=code)
    if until is None:
        return malformed("no-date", code=code)
    day = _day(until[1])
    if day is None:
        return malformed("bad-date", code=code, found=until[1])
    if reason is None or not reason[1].strip():
        return malformed("no-reason", code=code)
    return Waiver(code, day, reason[1].strip(), position, note.covers + 1)


def _day(text: str) -> date | None:
    """An ISO date with hyphens; ``date.fromisoformat`` alone would take other forms too."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
