"""An edition: everything that a manual said on a day, in one JSON text that is read back exactly.

Every item stands whole on a line of its own, by kind and id, so that the same standards give the
same bytes wherever their files lie, and a difference of two editions shows items.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from guifan.corpus.graph import Corpus
from guifan.language.document import Document, Entry, Revision
from guifan.language.items import LANGUAGE
from guifan.language.kinds import KINDS
from guifan.language.model import Item
from guifan.language.nodes import MappingNode, Mark
from guifan.language.source import CannotRead, Source

_BROKEN = "不是一版标准的存档，或者不完整、改坏了"
_NEWER = "写它的语言版本比本程序的新，请先升级 guifan"


@dataclass(frozen=True, slots=True)
class Edition:
    """A released edition.

    Args:
        number: its number, from 1.
        title: what the manual called it.
        day: on which it was released.
        corpus: all its items; their places are that of the edition's file.
    """

    number: int
    title: str
    day: date
    corpus: Corpus


def dump(edition: Edition) -> str:
    """The text of an edition."""
    head = {
        "edition": edition.number,
        "title": edition.title,
        "date": edition.day.isoformat(),
        "language": LANGUAGE,
    }
    lines = [f"{_json(name)}: {_json(value)}," for name, value in head.items()]
    entries = sorted(edition.corpus.entries.values(), key=lambda one: (one.item.kind, one.item.id))
    items = ",\n".join(_json(_entry(entry)) for entry in entries)
    return "\n".join(("{", *lines, f'"items": [\n{items}\n]', "}", ""))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _entry(entry: Entry) -> dict[str, object]:
    future = [{"note": one.note, "item": _fields(one.item)} for one in entry.revisions]
    record = {"kind": entry.item.kind, **_fields(entry.item)}
    return record | ({"next": future} if future else {})


def _fields(item: Item) -> dict[str, object]:
    """What an item says, its defaults too: a later program may have others."""
    fields = item.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {name: value for name, value in fields.items() if value != []}


def read(source: Source) -> Edition:
    """Read the text of an edition.

    Raises:
        CannotRead: it is none, not whole, or written in a newer version of the language.
    """
    try:
        record = json.loads(source.text)
        language = record["language"]
        if isinstance(language, int) and language > LANGUAGE:
            raise CannotRead(source.file, _NEWER)
        entries = _entries(record["items"], source)
        number, title, day = record["edition"], record["title"], record["date"]
        if not (language == LANGUAGE and type(number) is int and isinstance(title, str)):
            raise CannotRead(source.file, _BROKEN)
        return Edition(number, title, date.fromisoformat(day), _linked(entries))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise CannotRead(source.file, _BROKEN) from None


def _entries(records: list[dict[str, Any]], source: Source) -> Mapping[str, Entry]:
    """The items by id.

    Raises:
        ValueError: a record is no item, or two have one id.
    """
    document = Document(source, MappingNode([], Mark(0, 0, 0, 0)))
    entries = [_read_entry(record, document) for record in records]
    found = {entry.item.id: entry for entry in entries}
    if len(found) < len(entries):
        raise ValueError("an id stands twice")
    return MappingProxyType(found)


def _read_entry(record: dict[str, Any], document: Document) -> Entry:
    model = KINDS[record["kind"]]
    fields = {name: value for name, value in record.items() if name not in ("kind", "next")}
    future = [(one["note"], model.model_validate(one["item"])) for one in record.get("next", [])]
    revisions = tuple(Revision(item.effective, str(note), item) for note, item in future)
    return Entry(model.model_validate(fields), revisions, document, document.root)


def _linked(entries: Mapping[str, Entry]) -> Corpus:
    aliases: dict[str, str] = {}
    for entry in entries.values():
        for former in entry.item.was:
            if former not in entries:
                aliases.setdefault(former, entry.item.id)
    return Corpus(entries, MappingProxyType(aliases))
