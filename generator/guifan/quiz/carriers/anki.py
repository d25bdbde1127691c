"""Anki: a deck package that updates what an earlier one brought and keeps how it was learnt."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from html import escape

from guifan import __version__
from guifan.quiz.carriers._cards import Note, NoteType, collection
from guifan.quiz.carriers._carrier import MARK, Carrier, Course
from guifan.quiz.carriers._told import explanation, points, reasons, tags
from guifan.quiz.item import Form, Item
from guifan.quiz.record import LETTERS, right_column

_CSS = """\
.card { font: 20px/1.6 system-ui, sans-serif; text-align: left; max-width: 34em; margin: auto; }
.card ol { list-style: upper-alpha; }
.gf-key { font-weight: bold; }
.gf-why { font-size: .85em; }
"""
_KIND = NoteType(
    f"{MARK} 规范",
    ("题号", "题干", "选项", "答案", "解析", "条款"),
    "{{题干}}{{选项}}",
    '{{FrontSide}}<hr id=answer><p class="gf-key">{{答案}}</p>'
    '<div class="gf-why">{{解析}}</div><p class="gf-why">{{条款}}</p>',
    _CSS,
)


def _pack(course: Course) -> Mapping[str, bytes]:
    notes = [_note(course, item) for item in course.items]
    return {"collection.anki2": collection(course.title, _KIND, notes), "media": b"{}"}


def _note(course: Course, item: Item) -> Note:
    """A question's note."""
    clause = f"{item.clause.address} · {item.clause.version}"
    fields = (
        escape(item.id),
        _paragraph(item.stem.text),
        _options(item),
        _key(item),
        _explained(course, item),
        escape(clause),
    )
    named = tuple(tag.replace(":", "::", 1) for tag in tags(item))
    return Note(item.id, fields, named, _modified(course, item))


def _modified(course: Course, item: Item) -> int:
    """When a note became what it is, in seconds: Anki replaces one by a newer one alone.

    That is the day on which the last of what it rests on came into force; within that day every
    new version, and every new version of ours, which may ask in other words, makes it newer.
    """
    found = [course.sources[name] for name in item.rests if name in course.sources]
    latest = max((source.effective for source in found), default=course.day)
    major, minor, patch = map(int, re.findall(r"[0-9]+", __version__)[:3])
    ours = (major * 100 + minor) * 100 + patch
    steps = sum(source.version for source in found) + ours
    return int(datetime.combine(latest, time(), UTC).timestamp()) + steps


def _options(item: Item) -> str:
    match item.model.form:
        case Form.SINGLE | Form.MULTIPLE | Form.ORDERING:
            return f"<ol>{''.join(_entry(option.text.text) for option in item.options)}</ol>"
        case Form.MATCHING:
            left = "".join(_entry(option.of.text if option.of else "") for option in item.options)
            right = "".join(_entry(option.text.text) for option in right_column(item))
            return f'<ol style="list-style: decimal">{left}</ol><ol>{right}</ol>'
    return ""


def _key(item: Item) -> str:
    match item.model.form:
        case Form.NUMERIC | Form.FILL_IN | Form.TRUE_FALSE:
            return _html(item.options[item.key[0]].text.text)
        case Form.MATCHING:
            column = right_column(item)
            pairs = enumerate(item.options, start=1)
            return " ".join(f"{at}–{LETTERS[column.index(option)]}" for at, option in pairs)
        case Form.ORDERING:
            return " → ".join(LETTERS[at] for at in item.key)
        case Form.SHORT_ANSWER | Form.CASE_ANALYSIS:
            return "<br>".join(map(_html, points(item)))
    return "<br>".join(f"{LETTERS[at]}. {_html(item.options[at].text.text)}" for at in item.key)


def _explained(course: Course, item: Item) -> str:
    lettered = item.model.form in {Form.SINGLE, Form.MULTIPLE}
    why = "".join(
        _paragraph(f"{LETTERS[at]}. {text}" if lettered else text)
        for at, text in reasons(item).items()
    )
    return _paragraph(explanation(course, item)) + why


def _entry(text: str) -> str:
    return f"<li>{_html(text)}</li>"


def _paragraph(text: str) -> str:
    return f"<p>{_html(text)}</p>"


def _html(text: str) -> str:
    """A text in which Anki finds neither markup nor one of its fields."""
    safe = escape(text, quote=False).replace("{{", "{&#8288;{")
    return safe.replace("\n", "<br>").replace("\x1f", " ")


def _loses(_: Course, __: Item) -> Iterator[str]:
    yield "not-answered"


CARRIER = Carrier("anki", ".apkg", frozenset(Form), _pack, loses=_loses)
