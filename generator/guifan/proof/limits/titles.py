"""The moment of a case that a title names at its end, and whether a clock stops there."""

import re

from guifan.corpus.graph import Corpus
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit

_NAMED = re.compile(r"(受理|首次联系|答复|办结|归档|回访)(?:时限|期限)?$")
"""Each of these is a moment of its own."""


def moment(limit: Limit) -> str:
    """The name of the moment at the end of a limit's title; empty where there is none."""
    found = _NAMED.search(limit.title)
    return found[1] if found else ""


def whole_title(limit: Limit) -> str:
    """A limit's title as an event would be called: without the word for a limit at its end."""
    return _NAMED.sub(moment(limit), limit.title)


def stops_elsewhere(corpus: Corpus, limit: Limit) -> bool:
    """Whether the title names a moment and the clock stops at an event that is not called so."""
    stop = corpus.one(Event, limit.to)
    named = moment(limit)
    if not named or stop is None:
        return False
    return not any(named in name for name in (stop.title, *stop.also))
