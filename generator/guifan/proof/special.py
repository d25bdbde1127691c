"""Which limit binds a case: the one asked for, or the special one for what is known of the case."""

from collections.abc import Mapping

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Limit, Scope
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
