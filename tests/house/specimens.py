"""A manual with one item of every kind and every field filled, made from the models themselves.

Tests give the texts: what a page shows beside them is the generator's own.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import yaml

from guifan.checks.reading import read_standards
from guifan.language.anatomy import Shape, shapes
from guifan.language.hours import Hours
from guifan.language.kinds import KINDS
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.data_item import DataItem
from guifan.language.kinds.event import Event
from guifan.language.kinds.exam import Between, Exam
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.manual import Arrangement, Manual
from guifan.language.kinds.message import Speaker
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.procedure import Step
from guifan.language.kinds.situation import Situation
from guifan.language.kinds.taxonomy import Taxonomy
from guifan.language.model import Choice, Item, Member, OfManual, Own, Part, Reference, Text
from guifan.language.quantities import Count, Money, Percent
from guifan.language.source import decode
from guifan.temporal.duration import Duration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guifan.corpus.graph import Corpus

    Write = Callable[[str], str]

PLAIN: dict[type, str] = {
    bool: "是",
    int: "1",
    date: "2026-01-01",
    Hours: "每天 08:00–20:00",
    Duration: "3 个工作日",
    Count: "3 次",
    Money: "50 元",
    Percent: "85%",
}
"""A value of every type that is neither a text nor a reference."""

OF_MANUAL: dict[tuple[type[Part], str], str] = {
    (Arrangement, "year"): "2026",
    (Manual, "arranged_through"): "2026",
    (Manual, "zone"): "Asia/Shanghai",
}
"""What not every number or name can be."""

ENDING = "the-ending-event"
"""The id of the event by which what began with the other one ends."""

ELSEWHERE = "the-channel-elsewhere"
"""The id of the channel to which the other one sends customers on."""

SECOND: dict[tuple[type[Part], str], str] = {
    (Limit, "to"): ENDING,
    (Channel, "otherwise"): ELSEWHERE,
    (Channel, "backup"): ELSEWHERE,
}
"""What refers to a second item of its kind, for the first will not do."""


def name(kind: str) -> str:
    """The id of the item of a kind."""
    return f"the-{kind}"


INSTEAD = frozenset(
    {(Limit, "value"), (Arrangement, "works"), (DataItem, "keep_by"), (Step, "cap_by")}
)
"""Fields that may stand only where another does not, as a day is one of rest or worked."""


def part(parts: str) -> str:
    """The id of the one part in a list of parts."""
    return f"one-{parts.replace('_', '-')}"


def specimens(write: Write) -> Corpus:
    """The corpus; ``write`` makes the text of a field from its key."""
    written = {model.kind: [_item(model, name(model.kind), write)] for model in KINDS.values()}
    written[Event.kind].append(_item(Event, ENDING, write))
    written[Channel.kind].append(_staying(_item(Channel, ELSEWHERE, write)))
    written[Taxonomy.kind] += [_item(Taxonomy, one, write) for one in sorted(_taxonomies())]
    written[Situation.kind] = _situations(*written[Situation.kind])
    written[Norm.kind] = [_slipping(one) for one in written[Norm.kind]]
    written[Exam.kind] = [_adding_up(one) for one in written[Exam.kind]]
    sources = []
    for kind, items in written.items():
        whole = items[0] if kind == Manual.kind else {"items": items}
        text = yaml.safe_dump(
            {"kind": kind, **whole}, allow_unicode=True, sort_keys=False, width=10_000
        )
        source, faults = decode(f"standards/{kind}.yaml", text.encode())
        assert source, faults
        sources.append(source)
    read = read_standards(sources)
    missing = {one["id"] for items in written.values() for one in items} - set(read.corpus.entries)
    assert not missing, (missing, read.findings)
    return read.corpus


def _situations(whole: dict[str, Any]) -> list[dict[str, Any]]:
    """One with a line that is wrong among others, and one with replies: none has both."""
    (wrong,), (reply,) = whole["turns"], whole["replies"]
    right = {key: wrong[key] for key in ("who", "says")}
    never = {key: value for key, value in reply.items() if key != "right"}
    ours = [wrong, *({"id": f"right-{at}", **right} for at in (1, 2))]
    asked = [{"id": "asks", **right, "who": Speaker.CUSTOMER.value}]
    replies = [
        {key: value for key, value in reply.items() if key != "phrase"},
        *({**never, "id": f"wrong-{at}"} for at in (1, 2)),
    ]
    fault = {key: value for key, value in whole.items() if key != "replies"} | {"turns": ours}
    answer = dict(whole)
    answer |= {"id": "the-answer", "was": [], "turns": asked, "replies": replies}
    return [deepcopy(one) for one in (fault, answer)]  # what is shared would become an anchor


def _staying(channel: dict[str, Any]) -> dict[str, Any]:
    """The channel that sends nobody on."""
    return {key: value for key, value in channel.items() if (Channel, key) not in SECOND}


def _slipping(norm: dict[str, Any]) -> dict[str, Any]:
    """The norm with mistakes in the exception that it has."""
    (slip,) = norm["slips"]
    return norm | {"slips": [{**slip, "when": norm["exceptions"][0]}]}


def _adding_up(exam: dict[str, Any]) -> dict[str, Any]:
    """The exam with two questions of three points, one of them shared by all its forms."""
    counted = {
        name: [{**one, "count": "2"} for one in exam[name]] for name in ("sections", "cells")
    }
    marks = {"full_mark": "6 次", "shared": "1", "between": Between.OVERLAPPING.value}
    return exam | counted | marks


def _item(model: type[Item], item_id: str, write: Write) -> dict[str, Any]:
    return {"id": item_id, **_fields(model, write), "was": [f"former-{item_id}"]}


def _fields(model: type[Part], write: Write) -> dict[str, Any]:
    return {
        shape.key: [value] if shape.many else value
        for shape in shapes(model)
        if shape.attribute not in ("id", "was")
        if (model, shape.key) not in INSTEAD
        for value in (_value(model, shape, write),)
    }


def _value(model: type[Part], shape: Shape, write: Write) -> Any:
    if shape.part:
        fields = _fields(shape.part, write)
        return {"id": part(shape.key), **fields} if "id" in shape.part.model_fields else fields
    match shape.marker:
        case Text():
            return write(shape.key)
        case Reference(kinds=kinds, part=parts):
            whole = SECOND.get((model, shape.key)) or name(kinds[0] if kinds else "norm")
            return whole + (f".{part(parts)}" if parts else "")
        case Member():
            return part("members")
        case Own(parts=parts):
            return part(parts)
        case OfManual(parts="places"):
            return f"{part('chapters')}.{part('sections')}"
        case OfManual(parts=parts):
            return part(parts)
    return _plain(model, shape)


def _plain(model: type[Part], shape: Shape) -> str:
    inner = set(_types(model.model_fields[shape.attribute].annotation))
    choice = next((one for one in inner if issubclass(one, Choice)), None)
    if choice:
        return next(iter(choice)).value
    if (model, shape.key) in OF_MANUAL:
        return OF_MANUAL[model, shape.key]
    # What is left names a row or a column of the same item.
    return next((PLAIN[one] for one in PLAIN if one in inner), part(f"{shape.key}s"))


def _types(annotation: Any) -> Iterator[type]:
    """The types in an annotation, however deep."""
    if isinstance(annotation, type):
        yield annotation
    for one in get_args(annotation):
        yield from _types(one)


def _taxonomies() -> set[str]:
    """The taxonomies whose members fields name."""
    return {found for model in KINDS.values() for found in _members(model)}


def _members(model: type[Part]) -> Iterator[str]:
    for shape in shapes(model):
        if isinstance(shape.marker, Member):
            yield shape.marker.taxonomy
        if shape.part:
            yield from _members(shape.part)
