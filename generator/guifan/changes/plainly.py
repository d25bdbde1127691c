"""What became of a field, whatever field it is, in words."""

from dataclasses import dataclass
from typing import Any

from guifan.changes.deltas import Delta, Sort
from guifan.changes.rewording import Edit, Rewording, edits, rewordings
from guifan.changes.told import from_to, label, quoted, value_in_words
from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text
from guifan.findings import Wording, listed
from guifan.language.model import Item, Text

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


@dataclass(frozen=True, slots=True)
class Plainly:
    """A difference with what stands around it on both sides.

    Args:
        past: the corpus as it was.
        present: the corpus as it is.
        before: the item as it was.
        item: the item as it is.
        delta: the difference.
    """

    past: Corpus
    present: Corpus
    before: Item
    item: Item
    delta: Delta

    def old(self, language: str) -> str:
        """The value as it was."""
        return self._value(self.past, self.before, self.delta.old, language)

    def new(self, language: str) -> str:
        """The value as it is."""
        return self._value(self.present, self.item, self.delta.new, language)

    def _value(self, corpus: Corpus, item: Item, value: Any, language: str) -> str:
        return value_in_words(corpus, item, self.delta.shape, value, language)

    @property
    def is_text(self) -> bool:
        """Whether a text, or lines of it, were written anew."""
        is_text = isinstance(self.delta.shape.marker, Text)
        return is_text and bool(self.delta.old) and bool(self.delta.new)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The whole of both texts in stretches; nothing where it is no text."""
        if not self.is_text:
            return ()
        return tuple(edits(_lines(self.delta.old), _lines(self.delta.new)))

    def say(self, language: str) -> str:
        """What became of it."""
        facts = {"label": label(self.delta.shape.label, language)}
        match self.delta.sort:
            case Sort.ADDED:
                return _ADDED.say(language, facts | {"part": self.new(language)})
            case Sort.REMOVED:
                return _REMOVED.say(language, facts | {"part": self.old(language)})
            case Sort.REORDERED:
                return _REORDERED.say(language, facts | {"order": self.new(language)})
        return self._changed(language, facts)

    def _changed(self, language: str, facts: dict[str, str]) -> str:
        shape = self.delta.shape
        if self.delta.old in (None, ()):
            return _SET.say(language, facts | {"value": self.new(language)})
        if self.delta.new in (None, ()):
            return _UNSET.say(language, facts | {"value": self.old(language)})
        if self.is_text:
            change = self._reworded(language)
        elif isinstance(self.delta.new, tuple) and shape.marker:
            change = self._members(language)
        else:
            change = from_to(self.old(language), self.new(language))
        return _TURNED.say(language, facts | {"change": change})

    def _reworded(self, language: str) -> str:
        """How a text was changed: the first clauses that differ, and how many there are."""
        found = rewordings(_lines(self.delta.old), _lines(self.delta.new))
        pairs = [self._printed(one, language) for one in found[:_MOST_REWORDINGS]]
        told = listed(_rewording(old, new, language) for old, new in pairs).say(language)
        if len(found) > _MOST_REWORDINGS:
            told += _MORE.say(language, {"count": len(found)})
        return told

    def _printed(self, one: Rewording, language: str) -> tuple[str, str]:
        """Both clauses as readers see them; as they are written where those look alike."""
        old = plain_text(self.past, one.old, language)
        new = plain_text(self.present, one.new, language)
        return (old, new) if old != new else (one.old, one.new)

    def _members(self, language: str) -> str:
        """What came into a list of references and what left it; or only its new order."""
        come = tuple(one for one in self.delta.new if one not in self.delta.old)
        gone = tuple(one for one in self.delta.old if one not in self.delta.new)
        if not come and not gone:
            return from_to(self.old(language), self.new(language))
        told = []
        if come:
            words = self._value(self.present, self.item, come, language)
            told.append(_JOINED.say(language, {"come": words}))
        if gone:
            words = self._value(self.past, self.before, gone, language)
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
