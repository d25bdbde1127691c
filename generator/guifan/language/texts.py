"""References 【id】 and slots 【?名】 inside a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from guifan.language.model import ADDRESS

_BRACKET = re.compile(r"\\【|【(?P<body>[^【】\n]*)(?P<close>】?)")
_ADDRESS = re.compile(rf"\s*(?P<address>{ADDRESS})\s*")
_BEGUN = re.compile(rf"\s*(?:{ADDRESS}|[?？]\w*)")
_SLOT = re.compile(r"【\s*[?？]\s*(?P<name>[^【】\n]*?)\s*】")
_OPEN = re.compile(r"【[^【】\n]*(?:[【\n]|$)")
_BEGINS = re.compile(r"\s*[a-z?？]")


@dataclass(frozen=True, slots=True)
class Plain:
    """Text that stands for itself."""

    text: str


class Mention(NamedTuple):
    """A reference to ``address``, with the span of the address in the text."""

    address: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Blank:
    """A slot that a person fills."""

    name: str


@dataclass(frozen=True, slots=True)
class Unclosed:
    """An opening bracket of a reference or slot that is never closed."""

    start: int
    end: int


Segment = Plain | Mention | Blank | Unclosed


def segments(text: str) -> Iterator[Segment]:
    r"""Cut a text at its references and slots.

    Bracketed text that looks neither like an id nor like a slot is ordinary; ``\【`` is a bracket.
    """
    begin = 0
    pending = ""
    for match in _BRACKET.finditer(text):
        found: Segment | None = None
        body = match["body"]
        if body is None:
            pending += text[begin : match.start()] + "【"
            begin = match.end()
            continue
        if not match["close"]:
            if _BEGINS.match(body):
                begun = _BEGUN.match(body)
                length = len(begun.group().rstrip()) if begun else len(body)
                found = Unclosed(match.start(), match.start("body") + length)
        elif address := _ADDRESS.fullmatch(body):
            offset = match.start("body")
            found = Mention(
                address["address"],
                offset + address.start("address"),
                offset + address.end("address"),
            )
        elif body.lstrip()[:1] in ("?", "？") and body.strip()[1:].strip():
            found = Blank(body.strip()[1:].strip())
        if found is not None:
            if pending or match.start() > begin:
                yield Plain(pending + text[begin : match.start()])
            pending = ""
            begin = found.end if isinstance(found, Unclosed) else match.end()
            yield found
    if pending or begin < len(text):
        yield Plain(pending + text[begin:])


def unclosed(text: str) -> Iterator[Unclosed]:
    """The references and slots of a text that are begun and never closed."""
    if _OPEN.search(text):
        yield from (one for one in segments(text) if isinstance(one, Unclosed))


@dataclass(frozen=True, slots=True)
class Aside:
    """Bracketed text that is neither a reference nor a slot, with its span inside the brackets."""

    text: str
    start: int
    end: int


def asides(text: str) -> Iterator[Aside]:
    """The bracketed texts that are ordinary, as 【注意】 is."""
    for match in _BRACKET.finditer(text) if "【" in text else ():
        body = (match["body"] or "").strip()
        if match["close"] and body and body[0] not in "?？" and not _ADDRESS.fullmatch(body):
            start = text.index(body, match.start("body"))
            yield Aside(body, start, start + len(body))


def mentions(text: str) -> Iterator[Mention]:
    """The references of a text."""
    if "【" in text:
        yield from (one for one in segments(text) if isinstance(one, Mention))


def slots(text: str) -> Iterator[tuple[str, int, int]]:
    """Every slot of a text: its name, and the span of the whole slot."""
    for match in _SLOT.finditer(text) if "【" in text else ():
        yield match["name"], match.start(), match.end()
