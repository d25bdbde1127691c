"""What is known of a file without opening it: its items by name, and what they refer to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b

from guifan.corpus.graph import heads, never, words, written
from guifan.corpus.listed import Listed, listed
from guifan.findings import Place
from guifan.language.document import Entry
from guifan.language.source import Source

_BYTES = 12
"""Length of a digest: two texts that differ have one in common once in 2 ** 96."""


@dataclass(frozen=True, slots=True)
class Brief:
    """An item.

    Args:
        id: its own.
        was: its former ids.
        digest: of its text and of all that stands in its file outside of items.
        near: ids, as written, of the items that it refers to.
        words: what it is called, as ``graph.words`` has it.
        place: where in the manual it stands.
        never: the phrases that it forbids.
        days: on which it will change.
        listed: what contents and calendars list of it.
        at: line and column of its id in its file; it is no other item for standing elsewhere in it.
    """

    id: str
    was: tuple[str, ...]
    digest: str
    near: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    place: str
    never: tuple[str, ...]
    days: tuple[date, ...]
    listed: Listed
    at: tuple[int, int] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """A file that was read without a fault.

    Args:
        file: its name.
        digest: of its text.
        kind: of its items.
        briefs: they, in their order.
        ids: digest of ids, today's and former ones.
        names: digest of what the items are called.
        never: digest of the phrases that they forbid.
    """

    file: str
    digest: str
    kind: str
    briefs: tuple[Brief, ...]
    ids: str
    names: str
    never: str


def facts_of(source: Source, digest: str, entries: Sequence[Entry]) -> Facts:
    """What is to be known of a file.

    Args:
        source: the file.
        digest: of its text.
        entries: its items.
    """
    texts = tuple(_texts(source, entries))
    briefs = tuple(
        Brief(
            entry.item.id,
            entry.item.was,
            text,
            tuple(dict.fromkeys(_referring(entry))),
            tuple(words(entry.item)),
            entry.item.place,
            never(entry.item),
            tuple(one.effective for one in entry.revisions),
            listed(entry.item),
            _at(entry),
        )
        for entry, text in zip(entries, texts, strict=True)
    )
    kind = entries[0].item.kind if entries else ""
    ids = (name for one in briefs for name in (one.id, *one.was, ""))
    return Facts(source.file, digest, kind, briefs, digested(ids), _names(briefs), _phrases(briefs))


def _names(briefs: Iterable[Brief]) -> str:
    return digested(name for one in briefs for called in one.words for name in called)


def _phrases(briefs: Iterable[Brief]) -> str:
    return digested(said for one in briefs if one.never for said in (one.id, *one.never))


def with_all(facts: Facts, changed: Mapping[str, Entry]) -> Facts:
    """What is known of a file some of whose items say something else than it does, by their ids."""

    def other(brief: Brief, entry: Entry) -> Brief:
        said = digested((brief.digest, entry.item.model_dump_json(by_alias=True)))
        return replace(
            brief,
            digest=said,
            words=tuple(words(entry.item)),
            place=entry.item.place,
            never=never(entry.item),
            days=(),
            listed=listed(entry.item),
        )

    briefs = tuple(
        other(one, changed[one.id]) if one.id in changed else one for one in facts.briefs
    )
    digest = digested((facts.digest, *(one.digest for one in briefs)))
    return replace(
        facts, digest=digest, briefs=briefs, names=_names(briefs), never=_phrases(briefs)
    )


def digested(parts: Iterable[str]) -> str:
    """The digest of some texts in their order."""
    return blake2b("\x1f".join(parts).encode(), digest_size=_BYTES).hexdigest()


def _referring(entry: Entry) -> Iterator[str]:
    """The ids, as written, of the items that an item refers to."""
    for _, spot, _ in written(entry):
        yield from heads(spot)


def _at(entry: Entry) -> tuple[int, int]:
    position = entry.position(Place(entry.item.id, ("id",)))
    return position.line, position.column


def _texts(source: Source, entries: Sequence[Entry]) -> Iterator[str]:
    """The digest of each item's text with what stands outside of all items."""
    lines = source.lines
    if len(entries) == 1 and entries[0].node is entries[0].document.root:
        yield digested(lines)
        return
    outside: list[str] = []
    done = 0
    for entry in entries:
        outside += lines[done : entry.node.mark.line]
        done = entry.node.mark.end_line + 1
    outside += lines[done:]
    around = digested(outside)
    for entry in entries:
        mark = entry.node.mark
        yield digested((around, *lines[mark.line : mark.end_line + 1]))
