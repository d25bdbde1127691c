"""What is brought to us: what handles it where it comes in, and by when."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.language.kinds.channel import Channel, Intake
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.procedure import Procedure
from guifan.language.kinds.taxonomy import TaxonomyMember

REQUESTS = "request-type"
"""The taxonomy of what customers bring."""

SOURCES = "external-source"
"""The taxonomy of who passes cases on to us from outside."""

Handling = Procedure | Norm


def handling(corpus: Corpus, member: TaxonomyMember) -> tuple[Handling, ...]:
    """The procedures and norms by which a member is handled; other kinds do not say how."""
    found = (corpus.get(name) for name in member.handled_by)
    return tuple(one for one in found if isinstance(one, Procedure | Norm))


def applies(one: Handling, channel: Channel, intake: Intake) -> bool:
    """Whether it holds on a channel; a norm has to bind the post that takes things in there."""
    if isinstance(one, Procedure):
        return not one.channels or channel.id in one.channels
    is_here = not one.binds.channels or channel.id in one.binds.channels
    return is_here and intake.by in one.binds.roles


def limits(corpus: Corpus, one: Handling) -> Iterator[Limit]:
    """The time limits that it names, each once."""
    names = list(one.limits)
    if isinstance(one, Procedure):
        names += [name for name in (one.promise, *(step.limit for step in one.steps)) if name]
    for limit in corpus.some(Limit, tuple(dict.fromkeys(names))):
        if limit.within is not None:
            yield limit


def binds(limit: Limit, channel: Channel) -> bool:
    """Whether a limit holds on a channel."""
    return not (limit.applies and limit.applies.channels) or channel.id in limit.applies.channels


def answered(
    corpus: Corpus, channel: Channel, intake: Intake, member: TaxonomyMember
) -> Limit | None:
    """The time limit by which what is taken in on a channel is answered there, if there is one.

    The promise of a procedure comes before what other limits bind there.
    """
    here = [one for one in handling(corpus, member) if applies(one, channel, intake)]
    promised = [one.promise for one in here if isinstance(one, Procedure) and one.promise]
    named = [limit for one in here for limit in limits(corpus, one)]
    found = [*corpus.some(Limit, tuple(promised)), *named]
    return next((one for one in found if one.within and binds(one, channel)), None)
