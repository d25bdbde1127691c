"""Which side of a limit's value is allowed, as the manual's own words about it have it.

That a limit is a floor or a ceiling is no matter of its field alone: a number that sets something
off is written like a floor, and a fixed sum like a ceiling.
"""

import re
from enum import StrEnum

from guifan.language.kinds.limit import Bound, Limit
from guifan.quiz.base import Base


class Side(StrEnum):
    """Where the value lies of what is allowed."""

    LEAST = "least"
    MOST = "most"


_BEFORE = {
    Side.LEAST: re.compile(r"(?:至少|不少于|最少)[^，。；、]{0,4}$"),
    Side.MOST: re.compile(r"(?:不超过|不得超过|最多|最长|最晚|最迟)[^，。；、]{0,8}$"),
}
_SETS_OFF = re.compile(r"(?:达到|满|到了|低于|(?<!不)(?<!不得)超过)$")
_BOUNDS = {Side.LEAST: Bound.AT_LEAST, Side.MOST: Bound.AT_MOST}
_NEAR = 12


def side(base: Base, limit: Limit) -> tuple[Side | None, frozenset[str]]:
    """The side that the texts naming a limit say, and the items that they are of.

    None where they say no side, or that something happens when the value is reached.
    """
    found: set[Side] = set()
    users: set[str] = set()
    for link in base.ground.corpus.users(limit.id):
        if link.span is None or link.address != limit.id:
            continue
        before = str(link.spot.value)[: link.span[0]].rstrip("【 ")[-_NEAR:]
        users.add(link.source)
        if _SETS_OFF.search(before):
            return None, frozenset(users)
        found |= {one for one in Side if _BEFORE[one].search(before)}
    said = [one for one in found if _BOUNDS[one] is limit.bound]
    return (said[0] if len(found) == len(said) == 1 else None), frozenset(users)
