"""What the models about due dates share: which times are asked how, and the scope in words."""

from guifan.quiz.base import Base
from guifan.quiz.fact import Fact
from guifan.quiz.said import Said, say
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.moments import DAY

MINUTE = 60

_CLOCK = (Dimension.SECONDS, Dimension.WORKING_SECONDS)
_DAYS = (Dimension.DAYS, Dimension.WORKING_DAYS)
_LONGEST_CLOCK = 2 * DAY
_LONGEST_DAYS = 30


def is_on_the_clock(within: Duration) -> bool:
    """Whether it ends at a time of day that somebody would work out: a minute to two days."""
    return within.dimension in _CLOCK and MINUTE <= within.magnitude <= _LONGEST_CLOCK


def is_in_days(within: Duration) -> bool:
    """Whether it ends on a day that can be counted to on a printed calendar."""
    return within.dimension in _DAYS and within.magnitude <= _LONGEST_DAYS


def scoped(base: Base, fact: Fact) -> Said:
    """The scope of a limit in brackets; nothing where it holds for all."""
    title = base.ground.title(fact.source.id).text
    names = [one for one in base.ground.scope(fact.source.applies) if one.text not in title]
    if not names:
        return Said("")
    return say("（{names}）", names=Said("、".join(one.text for one in names)))


def bound(base: Base, fact: Fact) -> Said:
    """By which limit a case is due, and what is due; what goes by one name is named once."""
    _ = base.ground.words
    limit, end = base.ground.title(fact.name), base.ground.title(fact.source.to)
    if limit.text == end.text:
        template = _("照「{limit}」{scope}的时限，")
        return say(
            template, limit=Said(limit.text, limit.rests | end.rests), scope=scoped(base, fact)
        )
    return say(
        _("照「{limit}」{scope}的时限，「{end}」"), limit=limit, scope=scoped(base, fact), end=end
    )
