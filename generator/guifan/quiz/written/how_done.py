"""How a duty is done, in one's own words; each thing that the norm says to do is a point."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.fact import Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model
from guifan.quiz.models._answers import right
from guifan.quiz.said import say

_LEAST, _MOST = 3, 5
"""How many points there are: of fewer little can be said, more nobody keeps in mind."""


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    duties: dict[str, list[Fact]] = {}
    for fact in base.of("how"):
        duties.setdefault(fact.clause.item, []).append(fact)
    for facts in duties.values():
        if not _LEAST <= len(facts) <= _MOST:
            continue
        norm = facts[0].source
        rule = base.ground.text(norm, norm.rule)
        stem = say(_("标准要求：{rule}\n具体怎样做？请写出要点。"), rule=rule)
        yield Draft(facts[0], stem, tuple(map(right, facts)), sorted=True)


MODEL = Model("how-done", "how", Level.UNDERSTAND, Form.SHORT_ANSWER, 180, _drafts)
