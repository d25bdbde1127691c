"""Norms against each other: one asks for or allows what another forbids, of the same people.

Acts and conditions are compared as they are written, spaces and width apart: an act that two norms
name differently is two acts, and two conditions are two cases.
"""

from collections.abc import Iterator
from itertools import combinations

from guifan.corpus.graph import Corpus
from guifan.language.kinds.norm import Binds, Modal, Norm
from guifan.language.texts import mentions
from guifan.language.written import half_width


def same_act(corpus: Corpus) -> Iterator[tuple[Norm, Norm]]:
    """Every two norms on the same act that bind the same people in the same case."""
    acts: dict[str, list[Norm]] = {}
    for norm in corpus.of(Norm):
        if norm.act:
            acts.setdefault(_plain(norm.act), []).append(norm)
    for norms in acts.values():
        for one, other in combinations(norms, 2):
            if meet(one.binds, other.binds) and _same_case(one, other):
                yield one, other


def contrary(one: Norm, other: Norm) -> bool:
    """Whether one of two norms forbids what the other asks for or allows, with no exception."""
    is_forbidden = (one.modal is Modal.MUST_NOT) != (other.modal is Modal.MUST_NOT)
    return is_forbidden and not _makes_way(one, other) and not _makes_way(other, one)


def meet(one: Binds, other: Binds) -> bool:
    """Whether somebody is bound by both in some case; what is not named is not restricted."""
    axes = ((set(getattr(one, name)), set(getattr(other, name))) for name in Binds.model_fields)
    return all(not a or not b or a & b for a, b in axes)


def _same_case(one: Norm, other: Norm) -> bool:
    """A norm that names no condition holds in all of them."""
    return not one.when or not other.when or _plain(one.when) == _plain(other.when)


def _makes_way(one: Norm, other: Norm) -> bool:
    """Whether a norm excepts the other: by its id, or by the case in which the other holds.

    A norm for emergencies takes the place of those that it says it replaces.
    """
    if one.surge is not None and other.id in one.surge.replaces:
        return True
    case = _plain(other.when or "")
    return any(
        (case and case in _plain(text)) or any(to.address == other.id for to in mentions(text))
        for text in one.exceptions
    )


def _plain(text: str) -> str:
    return "".join(half_width(text).split()).casefold()
