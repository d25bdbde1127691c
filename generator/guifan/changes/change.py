"""A change: one difference between two manuals that a reader understands, and how it says itself.

Each kind of change is a class of its own in ``kinds``. It declares the fields whose differences it
tells, and says in one method, ``what``, what became of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any, ClassVar

from guifan.changes.deltas import Delta, Sort, Step
from guifan.changes.plainly import Plainly
from guifan.changes.strictness import Strictness, Times
from guifan.changes.told import label, part_name, plain_value
from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text
from guifan.findings import Wording
from guifan.language.model import Item, Part
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
            "title": self.title(language),
            "where": self.where(language),
            "what": what,
            "since": since,
        }
        return _SENTENCE.say(language, facts)

    def title(self, language: str) -> str:
        """What the item is called."""
        return plain_text(self.sides.new, self.item.title, language)

    def where(self, language: str) -> str:
        """The parts passed on the way down, behind a dot each; empty where there are none."""
        trail = self.difference.trail if self.delta else ()
        return "".join(self._step(step, language) for step in trail)

    def _step(self, step: Step, language: str) -> str:
        """One of them; what stands in no list needs no name beside its field's."""
        many = step.shape.many
        name = part_name(self.sides.new, self.item, step.new, language) if many else ""
        facts = {"label": label(step.shape.label, language), "part": name}
        return _WHERE.say(language, facts).rstrip()

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
            "edits": [[one.sign, one.text] for one in self._plain.edits] if self.delta else [],
            "strictness": judged.value if judged else None,
            "since": self.since.isoformat() if self.since else None,
            "announced": self.announced,
            "posts": [{"id": post.id, "title": post.title} for post in self.posts],
            "text": self.says(language),
        }

    # The words that kinds of change share.

    @property
    def _plain(self) -> Plainly:
        return Plainly(self.sides.old, self.sides.new, self.before, self.item, self.difference)

    def plainly(self, language: str) -> str:
        """What became of a field, whatever field it is."""
        return self._plain.say(language)

    def old_words(self, language: str) -> str:
        """The value as it was."""
        return self._plain.old(language)

    def new_words(self, language: str) -> str:
        """The value as it is."""
        return self._plain.new(language)
