"""A change: one difference between two manuals that a reader understands, and how it says itself.

Each kind of change is a class of its own in ``kinds``. It declares the fields whose differences it
tells, and says in one method, ``what``, what became of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any, ClassVar

from guifan.changes.deltas import Delta, Sort
from guifan.changes.rewording import Rewording, edits, rewordings
from guifan.changes.strictness import Strictness, Times
from guifan.changes.told import (
    from_to,
    label,
    listed,
    part_name,
    plain_value,
    quoted,
    value_in_words,
)
from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text
from guifan.findings import Wording
from guifan.language.model import Item, Part, Text
from guifan.language.nodes import Path

Claim = tuple[type[Part], str]
"""A field: the model that has it, and its attribute."""


class Weight(IntEnum):
    """How much a change matters to who does the work; the weightiest first."""

    DUTY = 1
    WORDING = 2
    RECORD = 3

    @property
    def words(self) -> Wording:
        """As a heading."""
        return _HEADINGS[self]


_HEADINGS = {
    Weight.DUTY: Wording(zh="做法、数值和责任", en="Duties, figures and posts"),
    Weight.WORDING: Wording(zh="内容和措辞", en="Content and wording"),
    Weight.RECORD: Wording(zh="登记事项", en="Records"),
}


@dataclass(frozen=True, slots=True)
class Sides:
    """Both manuals, with their clocks; the old one under today's ids."""

    old: Corpus
    new: Corpus
    times: Times


_SENTENCE = Wording(zh="{title}{where} {what}{since}", en="{title}{where}: {what}{since}")
_WHERE = Wording(zh="·{label}{part}", en=" · {label} {part}")
_SINCE = Wording(zh="，自 {day} 起", en=", from {day}")
_JUDGED = Wording(zh="{what}（{judgement}）", en="{what} ({judgement})")
_SET = Wording(zh="{label}新定为{value}", en="{label} set to {value}")
_UNSET = Wording(zh="不再规定{label}（原为{value}）", en="{label} no longer set (was {value})")
_TURNED = Wording(zh="{label}：{change}", en="{label}: {change}")
_ADDED = Wording(zh="新增{label}{part}", en="{label} added: {part}")
_REMOVED = Wording(zh="删去{label}{part}", en="{label} removed: {part}")
_REORDERED = Wording(zh="{label}的先后改为：{order}", en="{label} now in the order: {order}")
_JOINED = Wording(zh="加上{come}", en="{come} added")
_LEFT = Wording(zh="去掉{gone}", en="{gone} removed")
_AND = Wording(zh="，", en=", ")
_REPLACED = Wording(zh="{old}改为{new}", en="{old} became {new}")
_MORE = Wording(zh="，等 {count} 处", en=", in {count} places")
_MOST_REWORDINGS = 3


@dataclass(frozen=True, kw_only=True)
class Change:
    """A change.

    Args:
        sides: both manuals.
        before: the item as it was; as it is now where it was not.
        item: the item as it is or will be; as it was where it is no more.
        since: the day from which the change holds; None where no day was given to it.
        announced: it is a value that is only to come.
        posts: the posts that it concerns.
        delta: the difference; None where the whole item came, went or was renamed.
    """

    sides: Sides
    before: Item
    item: Item
    since: date | None = None
    announced: bool = False
    posts: tuple[Item, ...] = ()
    delta: Delta | None = None

    key: ClassVar[str]
    """What it is called in data."""
    weight: ClassVar[Weight] = Weight.DUTY
    claims: ClassVar[tuple[Claim, ...]] = ()
    """The fields whose differences it tells."""
    sorts: ClassVar[tuple[Sort, ...]] = tuple(Sort)
    """Which of their differences."""

    def what(self, language: str) -> str:
        """What became of the field, in words."""
        return self.plainly(language)

    @property
    def strictness(self) -> Strictness | None:
        """Which state asks more, where that can be told."""
        return None

    def says(self, language: str) -> str:
        """The whole sentence, without a full stop; ``language`` is ``zh`` or ``en``."""
        what, judged = self.what(language), self.strictness
        if judged:
            what = _JUDGED.say(language, {"what": what, "judgement": judged.words.say(language)})
        since = _SINCE.say(language, {"day": self.since}) if self.since else ""
        facts = {
            "title": self.item.title,
            "where": self._where(language),
            "what": what,
            "since": since,
        }
        return _SENTENCE.say(language, facts)

    def _where(self, language: str) -> str:
        """The parts passed on the way down."""
        trail = self.difference.trail if self.delta else ()
        return "".join(
            _WHERE.say(
                language,
                {
                    "label": label(step.shape.label, language),
                    "part": part_name(self.sides.new, self.item, step.new, language)
                    if step.shape.many
                    else "",
                },
            ).rstrip()
            for step in trail
        )

    @property
    def path(self) -> Path:
        """Where in the item: keys of fields, and after a list the id of the part."""
        return self.delta.path if self.delta else ()

    @property
    def difference(self) -> Delta:
        """The difference; for changes of a field, which always have one."""
        assert self.delta is not None, self.key
        return self.delta

    @property
    def old(self) -> Any:
        """The value as it was."""
        return self.difference.old if self.delta else self.before

    @property
    def new(self) -> Any:
        """The value as it is or will be."""
        return self.difference.new if self.delta else self.item

    @property
    def is_text(self) -> bool:
        """Whether a text, or lines of it, were written anew."""
        shape = self.difference.shape if self.delta else None
        return bool(shape and isinstance(shape.marker, Text) and self.old and self.new)

    def record(self, language: str) -> Mapping[str, object]:
        """The change as data."""
        judged = self.strictness
        return {
            "kind": self.key,
            "weight": self.weight.name.lower(),
            "id": self.item.id,
            "item_kind": self.item.kind,
            "title": self.item.title,
            "path": list(self.path),
            "old": plain_value(self.old) if self.delta else None,
            "new": plain_value(self.new) if self.delta else None,
            "edits": [[one.sign, one.text] for one in self._edits()],
            "strictness": judged.value if judged else None,
            "since": self.since.isoformat() if self.since else None,
            "announced": self.announced,
            "posts": [{"id": post.id, "title": post.title} for post in self.posts],
            "text": self.says(language),
        }

    def _edits(self) -> tuple[Any, ...]:
        return tuple(edits(_lines(self.old), _lines(self.new))) if self.is_text else ()

    # The words that kinds of change share.

    def named(self, language: str) -> str:
        """The field."""
        return label(self.difference.shape.label, language)

    def old_words(self, language: str) -> str:
        """The value as it was."""
        return self._value(self.sides.old, self.before, self.old, language)

    def new_words(self, language: str) -> str:
        """The value as it is."""
        return self._value(self.sides.new, self.item, self.new, language)

    def _value(self, corpus: Corpus, item: Item, value: Any, language: str) -> str:
        return value_in_words(corpus, item, self.difference.shape, value, language)

    def plainly(self, language: str) -> str:
        """What became of a field, whatever field it is."""
        facts = {"label": self.named(language)}
        match self.difference.sort:
            case Sort.ADDED:
                return _ADDED.say(language, facts | {"part": self.new_words(language)})
            case Sort.REMOVED:
                return _REMOVED.say(language, facts | {"part": self.old_words(language)})
            case Sort.REORDERED:
                return _REORDERED.say(language, facts | {"order": self.new_words(language)})
        return self._changed(language, facts)

    def _changed(self, language: str, facts: dict[str, str]) -> str:
        shape = self.difference.shape
        if self.old in (None, ()):
            return _SET.say(language, facts | {"value": self.new_words(language)})
        if self.new in (None, ()):
            return _UNSET.say(language, facts | {"value": self.old_words(language)})
        if self.is_text:
            change = self._reworded(language)
        elif isinstance(self.new, tuple) and shape.marker:
            change = self._members(language)
        else:
            change = from_to(self.old_words(language), self.new_words(language))
        return _TURNED.say(language, facts | {"change": change})

    def _reworded(self, language: str) -> str:
        """How a text was changed: the first clauses that differ, and how many there are."""
        found = rewordings(_lines(self.old), _lines(self.new))
        pairs = [self._printed(one, language) for one in found[:_MOST_REWORDINGS]]
        told = listed((_rewording(old, new, language) for old, new in pairs), language)
        if len(found) > _MOST_REWORDINGS:
            told += _MORE.say(language, {"count": len(found)})
        return told

    def _printed(self, one: Rewording, language: str) -> tuple[str, str]:
        """Both clauses as readers see them; as they are written where those look alike."""
        old = plain_text(self.sides.old, one.old, language)
        new = plain_text(self.sides.new, one.new, language)
        return (old, new) if old != new else (one.old, one.new)

    def _members(self, language: str) -> str:
        """What came into a list of references and what left it; or only its new order."""
        come = tuple(one for one in self.new if one not in self.old)
        gone = tuple(one for one in self.old if one not in self.new)
        if not come and not gone:
            return from_to(self.old_words(language), self.new_words(language))
        told = []
        if come:
            words = self._value(self.sides.new, self.item, come, language)
            told.append(_JOINED.say(language, {"come": words}))
        if gone:
            words = self._value(self.sides.old, self.before, gone, language)
            told.append(_LEFT.say(language, {"gone": words}))
        return _AND.say(language).join(told)


def _lines(value: str | tuple[str, ...]) -> str:
    """A text, or lines of it, as one."""
    return value if isinstance(value, str) else "\n".join(value)


def _rewording(old: str, new: str, language: str) -> str:
    if not old:
        return _JOINED.say(language, {"come": quoted(new, language)})
    if not new:
        return _LEFT.say(language, {"gone": quoted(old, language)})
    facts = {"old": quoted(old, language), "new": quoted(new, language)}
    return _REPLACED.say(language, facts)
