"""The collection that an Anki deck package holds, as a database in memory.

Source: schema 11, which every Anki since 2.1 imports
(https://github.com/ankidroid/Anki-Android/wiki/Database-Structure). All ids are constants or come
from what they name, so that a later import finds what an earlier one brought.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

_MADE = 1_600_000_000
"""When the note type and the collection are said to have been made, in seconds."""

NOTE_TYPE = _MADE * 1000

_SCHEMA = """
CREATE TABLE col (
    id integer primary key, crt integer not null, mod integer not null, scm integer not null,
    ver integer not null, dty integer not null, usn integer not null, ls integer not null,
    conf text not null, models text not null, decks text not null, dconf text not null,
    tags text not null
);
CREATE TABLE notes (
    id integer primary key, guid text not null, mid integer not null, mod integer not null,
    usn integer not null, tags text not null, flds text not null, sfld integer not null,
    csum integer not null, flags integer not null, data text not null
);
CREATE TABLE cards (
    id integer primary key, nid integer not null, did integer not null, ord integer not null,
    mod integer not null, usn integer not null, type integer not null, queue integer not null,
    due integer not null, ivl integer not null, factor integer not null, reps integer not null,
    lapses integer not null, left integer not null, odue integer not null, odid integer not null,
    flags integer not null, data text not null
);
CREATE TABLE revlog (
    id integer primary key, cid integer not null, usn integer not null, ease integer not null,
    ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
    type integer not null
);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
"""


@dataclass(frozen=True, slots=True)
class Note:
    """A question on a card.

    Args:
        name: what it is found by again.
        fields: their contents, as HTML, in the order of the note type.
        tags: its tags.
        modified: in seconds; a later one replaces what was imported before.
    """

    name: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    modified: int


@dataclass(frozen=True, slots=True)
class NoteType:
    """How cards look.

    Args:
        name: as Anki lists it.
        fields: names of the fields; notes are sorted by the first.
        front: template of the question.
        back: template of the answer.
        css: their style.
    """

    name: str
    fields: tuple[str, ...]
    front: str
    back: str
    css: str


def collection(deck: str, kind: NoteType, notes: Iterable[Note]) -> bytes:
    """The database: one deck of notes, each with one new card."""
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(_SCHEMA)
        decks = {"1": _deck(1, "Default"), str(_number(deck)): _deck(_number(deck), deck)}
        held = (_CONFIGURATION, {str(NOTE_TYPE): _model(kind, deck)}, decks, _PACE)
        row = (1, _MADE, NOTE_TYPE, NOTE_TYPE, 11, 0, 0, 0, *map(_written, held), "{}")
        database.execute(f"INSERT INTO col VALUES ({_places(row)})", row)
        for at, note in enumerate(notes, start=1):
            _add(database, deck, note, at)
        database.commit()
        return database.serialize()
    finally:
        database.close()


def _add(database: sqlite3.Connection, deck: str, note: Note, at: int) -> None:
    number = _number(note.name)
    tags = f" {' '.join(note.tags)} "
    checksum = int(hashlib.sha1(note.fields[0].encode()).hexdigest()[:8], 16)  # as Anki does
    fields = "\x1f".join(note.fields)
    guid = hashlib.sha256(note.name.encode()).hexdigest()[:16]
    row = (number, guid, NOTE_TYPE, note.modified, -1, tags, fields, note.fields[0], checksum)
    database.execute(f"INSERT INTO notes VALUES ({_places(row)}, 0, '')", row)
    card = (number, number, _number(deck), 0, note.modified, -1, 0, 0, at)
    database.execute(f"INSERT INTO cards VALUES ({_places(card)}, 0,0,0,0,0,0,0,0,'')", card)


def _places(row: tuple[object, ...]) -> str:
    return ", ".join("?" * len(row))


def _number(name: str) -> int:
    """An id that only depends on a name, among those that Anki makes of milliseconds."""
    return NOTE_TYPE + int(hashlib.sha256(name.encode()).hexdigest()[:10], 16) % 10**11


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _model(kind: NoteType, deck: str) -> dict[str, object]:
    fields = [
        {"name": name, "ord": at, "font": "Arial", "media": [], "rtl": False, "size": 20}
        | {"sticky": False}
        for at, name in enumerate(kind.fields)
    ]
    template = {"name": kind.name, "ord": 0, "qfmt": kind.front, "afmt": kind.back}
    template |= {"bafmt": "", "bqfmt": "", "did": None}
    return {
        "id": NOTE_TYPE,
        "name": kind.name,
        "type": 0,
        "mod": _MADE,
        "usn": -1,
        "sortf": 0,
        "did": _number(deck),
        "flds": fields,
        "tmpls": [template],
        "css": kind.css,
        "latexPre": "",
        "latexPost": "",
        "req": [[0, "any", [1]]],
        "tags": [],
        "vers": [],
    }


def _deck(number: int, name: str) -> dict[str, object]:
    return {
        "id": number,
        "name": name,
        "desc": "",
        "conf": 1,
        "dyn": 0,
        "collapsed": False,
        "extendNew": 10,
        "extendRev": 50,
        "mod": _MADE,
        "usn": -1,
        "lrnToday": [0, 0],
        "newToday": [0, 0],
        "revToday": [0, 0],
        "timeToday": [0, 0],
    }


_CONFIGURATION = {
    "activeDecks": [1],
    "curDeck": 1,
    "curModel": str(NOTE_TYPE),
    "nextPos": 1,
    "sortType": "noteFld",
}

_PACE = {
    "1": {
        "id": 1,
        "name": "Default",
        "mod": 0,
        "usn": 0,
        "autoplay": True,
        "replayq": True,
        "timer": 0,
        "maxTaken": 60,
        "new": {
            "bury": True,
            "delays": [1, 10],
            "initialFactor": 2500,
            "ints": [1, 4, 7],
            "order": 1,
            "perDay": 20,
        },
        "rev": {"bury": True, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 100},
        "lapse": {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0},
    }
}
"""Anki's own settings for a deck; whoever imports keeps theirs."""
