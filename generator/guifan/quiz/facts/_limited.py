"""What the facts about limits share."""

from collections.abc import Hashable

from guifan.language.kinds.limit import Limit
from guifan.quiz.fact import Fact
from guifan.quiz.ground import Ground
from guifan.quiz.said import say


def of_limit(ground: Ground, sort: str, limit: Limit) -> Fact:
    """A fact that rests on how much a limit is.

    Limits between the same two events, for as many cases, answer one question: where their scopes
    overlap and their values differ, nobody could say which is meant.
    """
    _ = ground.words
    amount = ground.quantity(limit, limit.amount)
    said = say(_("「{limit}」是 {value}。"), limit=ground.title(limit.id), value=amount)
    return Fact(
        sort,
        limit.id,
        _subject(limit),
        limit.amount,
        ground.clause(limit),
        ground.bound_by(limit),
        said,
        amount,
        limit,
        ground.meant(limit),
    )


def _subject(limit: Limit) -> Hashable:
    if limit.from_ is None or limit.to is None:
        return limit.id
    return limit.from_, limit.to, limit.population, limit.bound
