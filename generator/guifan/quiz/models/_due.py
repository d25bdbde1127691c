"""What the models about due dates share: which times are asked how, and the scope in words."""

from guifan.language.kinds.limit import Population
from guifan.quiz.base import Base
from guifan.quiz.fact import Fact
from guifan.quiz.item import digest
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
    names = [one for one in narrowed(base, fact) if one.text not in title]
    if not names:
        return Said("")
    return say("（{names}）", names=Said("、".join(one.text for one in names)))


def narrowed(base: Base, fact: Fact) -> tuple[Said, ...]:
    """The words of a limit's scope; of several businesses or channels one, as the hash has it.

    A case is about one business, and a list of them in brackets nobody can read.
    """
    scope = fact.source.applies
    if scope is None:
        return ()
    every = {name: tuple(getattr(scope, name)) for name in ("services", "channels")}
    first = {
        name: tuple(sorted(some, key=lambda one: digest(fact.name, one))[:1])
        for name, some in every.items()
    }
    return base.ground.scope(scope.model_copy(update=first))


def bound(base: Base, fact: Fact) -> Said:
    """By which limit a case is due, and what is due; what goes by one name is named once."""
    _ = base.ground.words
    limit, end = base.ground.title(fact.name), base.ground.title(fact.source.to)
    if limit.text == end.text:
        template = _("照「{limit}」{scope}的时限，")
        return say(
            template, limit=Said(limit.text, limit.rests | end.rests), scope=scoped(base, fact)
        )
    template = _("照「{limit}」{scope}的时限，「{end}」")
    if fact.source.population is Population.SHARE:
        # Not every case has to be in time; which one is can be told all the same.
        template = _("照「{limit}」{scope}算按时，「{end}」")
    return say(template, limit=limit, scope=scoped(base, fact), end=end)
