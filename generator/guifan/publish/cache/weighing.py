"""What limits come to at worst, worked out anew only where what it rests on has changed."""

import json
from collections.abc import Sequence
from typing import Any

from guifan.corpus.noted import Notes
from guifan.language.kinds.limit import Limit
from guifan.manual.book import Book
from guifan.manual.noted import NotedBook
from guifan.proof.calendar.compared import Case
from guifan.proof.limits.slack import Outlook, Reach, Worst
from guifan.publish.cache.answers import Answers
from guifan.temporal.moments import Moment


class WeighedBook(NotedBook):
    """A book that keeps what it works out.

    Args:
        book: the book.
        notes: where questions are noted.
        answers: what is kept, and whether it holds.
    """

    def __init__(self, book: Book, notes: Notes, answers: Answers) -> None:
        super().__init__(book, notes)
        object.__setattr__(self, "_answers", answers)

    _answers: Answers

    def weighed(self, limit: Limit) -> Worst | None:
        """What a limit comes to at worst."""
        return _worst(json.loads(self.told(limit.id)))

    def told(self, name: str) -> str:
        """What the limit with this id comes to at worst, as text."""
        kept = self._answers.kept(f"worst {name}")
        if kept is not None:
            return kept
        limit = self._raw.corpus.one(Limit, name)
        with self._notes.taken() as asked:
            self._notes.add("item", name)
            found = super().weighed(limit) if limit else None
        text = json.dumps(_told(found))
        self._answers.keep(f"worst {name}", asked, text)
        return text


def _told(worst: Worst | None) -> Any:
    return worst and [_outlook_told(worst.plain), worst.extended and _outlook_told(worst.extended)]


def _outlook_told(outlook: Outlook) -> Any:
    return [_reach_told(one) for one in (outlook.proven, outlook.provisional)]


def _reach_told(reach: Reach | None) -> Any:
    return reach and [_case_told(reach.longest), reach.tightest and _case_told(reach.tightest)]


def _case_told(case: Case) -> Any:
    return [one.point for one in (case.start, case.end, case.other)]


def _worst(told: Sequence[Any] | None) -> Worst | None:
    return Worst(_outlook(told[0]), told[1] and _outlook(told[1])) if told else None


def _outlook(told: Sequence[Any]) -> Outlook:
    return Outlook(*map(_reach, told))


def _reach(told: Sequence[Any] | None) -> Reach | None:
    return Reach(_case(told[0]), told[1] and _case(told[1])) if told else None


def _case(told: Sequence[int]) -> Case:
    return Case(*map(Moment.at, told))
