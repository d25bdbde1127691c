"""In which order the first actions of an emergency are due."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, digest
from guifan.quiz.models._answers import right
from guifan.quiz.said import say

_MOST, _LEAST = 4, 3


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    books: dict[str, list[Fact]] = {}
    for fact in base.of("emergency-course"):
        books.setdefault(fact.clause.item, []).append(fact)
    for name, actions in books.items():
        by_time: dict[int, list[Fact]] = {}
        for one in actions:
            assert isinstance(one.value, int)
            by_time.setdefault(one.value, []).append(one)
        picked = [
            min(some, key=lambda one: digest(one.name, "order")) for some in by_time.values()
        ][:_MOST]
        if len(picked) < _LEAST:
            yield Gap(actions[0], "too-short")
            continue
        title = base.ground.title(name)
        stem = say(
            _("按「{playbook}」预案，把下面几件事照要求做完的时间从早到晚排好。"), playbook=title
        )
        considered = frozenset({name})
        options = tuple(right(one) for one in picked)
        yield Draft(picked[0], stem, options, considered=considered)


MODEL = Model("emergency-order", "emergency", Level.APPLY, Form.ORDERING, 60, _drafts)
