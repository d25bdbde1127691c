"""Two questions ask one fact: whoever knows it is paid twice, and one may answer the other."""

from collections.abc import Iterator

from guifan.findings import Wording
from guifan.quiz.item import Item
from guifan.quiz.sets._rule import Questions, SetRule


def _finds(questions: Questions) -> Iterator[tuple[Item, ...]]:
    found: dict[tuple[str, str], list[Item]] = {}
    for item in questions.items:
        found.setdefault(item.enemies, []).append(item)
    return (tuple(items) for items in found.values() if len(items) > 1)


RULE = SetRule(
    "same-fact",
    Wording(
        zh="几道题问的是同一个事实，一份卷子里只该留一道。",
        en="Several questions ask the same fact; a paper should have only one of them.",
    ),
    _finds,
)
