"""In which order the first steps of a procedure are done."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import right
from guifan.quiz.said import say

_MOST = 4
_LEAST = 3


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    runs: dict[str, list[Fact]] = {}
    for fact in base.of("course"):
        runs.setdefault(fact.clause.item, []).append(fact)
    for name, run in runs.items():
        if len(run) < _LEAST:
            yield Gap(run[0], "too-short")
            continue
        stem = say(
            _("「{procedure}」从头办起，把下面几件事按先后排好。"),
            procedure=base.ground.title(name),
        )
        yield Draft(run[0], stem, tuple(right(one) for one in run[:_MOST]))


MODEL = Model("step-order", "procedure", Level.UNDERSTAND, Form.ORDERING, 60, _drafts)
