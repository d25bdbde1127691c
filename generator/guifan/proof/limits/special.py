"""Which limits bind a case: the one asked for, or the special one for what is known of the case."""

from collections.abc import Collection, Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Bound, Limit, Scope
from guifan.proof.scopes import alike, covers, named


def binding(corpus: Corpus, limit: Limit, facts: Mapping[str, str]) -> tuple[Limit, ...]:
    """The most special limits for a case, of those that say the same as a limit in other cases.

    Args:
        corpus: where the limits stand.
        limit: the one asked for. What its own scope names and no fact denies is taken as given.
        facts: what is known of the case, by the field of ``Scope``.

    Returns:
        One; none where the facts lead out of every scope; several where none is more special.
    """
    rivals = [
        one
        for one in corpus.of(Limit)
        if (one is limit or _is_rival(one, limit))
        and all(_meets(one, limit, facts, axis) for axis in _AXES)
    ]
    return tuple(one for one in rivals if not any(_narrower(other, one) for other in rivals))


def beside(corpus: Corpus, limit: Limit, facts: Mapping[str, str]) -> tuple[Limit, ...]:
    """The limits that bind a case too, by what is known of it, from another event to the same one.

    The case is due when the first of all of them ends.

    Args:
        corpus: where the limits stand.
        limit: the one that binds the case.
        facts: what is known of the case, by the field of ``Scope``.
    """
    return tuple(
        one
        for one in _beside(corpus, limit)
        if all(_meets(one, limit, facts, axis) for axis in _AXES)
    )


def divides(corpus: Corpus, limit: Limit, axes: Collection[str]) -> bool:
    """Whether it matters to a case of a limit what is known of it, by these fields of ``Scope``."""
    rivals = [one for one in corpus.of(Limit) if one is limit or _is_rival(one, limit)]
    told = [*rivals, *_beside(corpus, limit)]
    return any(named(one.applies, axis) for one in told for axis in axes)


def _beside(corpus: Corpus, limit: Limit) -> Iterator[Limit]:
    """The latest times of as many cases that end at the same event and start at another."""
    for one in corpus.of(Limit):
        ends_alike = one.within is not None and one.to == limit.to and one.from_ != limit.from_
        latest = one.bound is limit.bound is Bound.AT_MOST
        if ends_alike and latest and (one.population, one.share) == (limit.population, limit.share):
            yield one


_AXES = tuple(Scope.model_fields)


def _is_rival(one: Limit, other: Limit) -> bool:
    """Whether both bound the same time, in other cases."""
    same = one.within is not None and _matter(one) == _matter(other)
    return same and not alike(one.applies, other.applies)


def _matter(limit: Limit) -> tuple[object, ...]:
    return limit.from_, limit.to, limit.bound, limit.population, limit.share


def _meets(one: Limit, asked: Limit, facts: Mapping[str, str], axis: str) -> bool:
    """Whether a case is in a limit's scope, as far as one axis goes."""
    own = named(one.applies, axis)
    if not own:
        return True
    if axis in facts:
        return facts[axis] in own
    known = named(asked.applies, axis)
    return bool(known) and known <= own


def _narrower(one: Limit, other: Limit) -> bool:
    wide, narrow = other.applies, one.applies
    return covers(wide, narrow) and not covers(narrow, wide)
