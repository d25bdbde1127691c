"""What every format tells: the changes, between which states, in which language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from guifan.changes.change import Change, Weight
from guifan.findings import Wording, listed


@dataclass(frozen=True, slots=True)
class Difference:
    """The changes from one state of a manual to another.

    Args:
        changes: the weightiest first.
        old: what the one state is called.
        new: what the other is.
        language: ``zh`` or ``en``.
    """

    changes: Sequence[Change]
    old: str
    new: str
    language: str

    @property
    def title(self) -> str:
        """From which state to which."""
        return _TITLE.say(self.language, {"old": self.old, "new": self.new})

    @property
    def closing(self) -> str:
        """How many changes there are."""
        count = len(self.changes)
        words = _SOME if count else _NONE
        return words.say(self.language, {"count": count})

    def by_weight(self) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """Each heading with its changes."""
        for weight, changes in groupby(self.changes, key=lambda change: change.weight):
            yield Weight(weight).words.say(self.language), tuple(changes)

    def concerns(self, change: Change) -> str:
        """Whom a change concerns, in one line; empty where it is nobody in particular."""
        if not change.posts:
            return ""
        titles = [post.title for post in change.posts]
        posts = listed(titles[:_MOST_POSTS]).say(self.language)
        words = _CONCERNS if len(titles) <= _MOST_POSTS else _CONCERNS_MANY
        return words.say(self.language, {"posts": posts, "count": len(titles)})


_MOST_POSTS = 6
_TITLE = Wording(zh="从{old}到{new}", en="From {old} to {new}")
_NONE = Wording(zh="没有变化。", en="No changes.")
_SOME = Wording(zh="共 {count} 处变化。", en="{count} {count:change|changes}.")
_CONCERNS = Wording(zh="涉及：{posts}", en="Concerns: {posts}")
_CONCERNS_MANY = Wording(
    zh="涉及：{posts}等 {count} 个岗位", en="Concerns: {posts} among {count} posts"
)
