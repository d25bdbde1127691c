"""Which clauses are asked about, how deep and how often: by chapter, by post, clause by clause."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guifan.language.catalogues import Translator
from guifan.language.kinds.manual import Chapter
from guifan.language.kinds.role import Role
from guifan.manual.book import Book, Page
from guifan.quiz.coverage import Covered, coverage
from guifan.quiz.item import Level
from guifan.quiz.reasons import REASONS

LEVELS = {Level.REMEMBER: "识记", Level.UNDERSTAND: "理解", Level.APPLY: "应用"}
"""What the levels are called."""


@dataclass(frozen=True, slots=True)
class Total:
    """The questions about some clauses.

    Args:
        clauses: how many clauses there are.
        asked: how many of these have a question.
        items: how many questions there are, each counted once.
        levels: how many of these go how deep, in the order of ``Level``.
    """

    clauses: int
    asked: int
    items: int
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter, or what stands in none, with its clauses.

    Args:
        chapter: the chapter.
        total: of its clauses.
        rows: its clauses, those without questions first.
    """

    chapter: Chapter
    total: Total
    rows: tuple[Covered, ...]


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``levels``; ``whole``; ``parts``; ``posts`` with their totals; ``gaps`` by their reason."""
    corpus, questions = book.corpus, book.questions
    rows = coverage(questions.asked) if questions else ()
    every = questions.asked.questions.values() if questions else ()
    depth = {one.id: one.model.level for one in every}
    placed: dict[str, list[Covered]] = {}
    for row in rows:
        placed.setdefault(row.clause.place.partition(".")[0], []).append(row)
    chapters = corpus.manual.chapters if corpus.manual else ()
    roles = sorted(corpus.of(Role), key=lambda one: (not one.frontline, one.rank))
    return {
        "levels": [_(name) for name in LEVELS.values()],
        "whole": _total(rows, depth),
        "parts": [
            Part(one, _total(placed[one.id], depth), tuple(_gaps_first(placed[one.id])))
            for one in chapters
            if one.id in placed
        ],
        "posts": [
            (role, _total([row for row in rows if role.id in row.roles], depth)) for role in roles
        ],
        "gaps": _by_reason(rows, _),
    }


def _total(rows: Iterable[Covered], depth: Mapping[str, Level]) -> Total:
    rows = tuple(rows)
    items = {name for row in rows for name in row.items}
    levels = [depth[name] for name in items]
    return Total(
        len(rows),
        sum(bool(row.items) for row in rows),
        len(items),
        tuple(levels.count(level) for level in LEVELS),
    )


def _gaps_first(rows: Iterable[Covered]) -> Iterator[Covered]:
    return iter(sorted(rows, key=lambda one: bool(one.items)))


def _by_reason(rows: Iterable[Covered], _: Translator) -> list[tuple[str, list[Covered]]]:
    """The clauses without questions under the reasons why, the commonest first."""
    language = "en" if _.locale.startswith("en") else "zh"
    found: dict[str, list[Covered]] = {}
    for row in rows:
        if not row.items:
            why = "".join(REASONS[one].say(language) for one in row.reasons)
            found.setdefault(why, []).append(row)
    return sorted(found.items(), key=lambda one: -len(one[1]))
