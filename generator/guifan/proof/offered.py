"""What customers can have done: on which channels, for which classes of customers, with whom."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.language.kinds.channel import Channel, Medium
from guifan.language.kinds.service import Exclusion, Route, Service, Sort

CLASSES = "customer-class"
"""The taxonomy of customers."""

EVERYBODY = ""
"""Stands for all customers, where no classes are told apart."""

Way = Route | Exclusion
"""What is said of a business on a channel: how it is done there, or why not."""

_IN_PERSON = (Medium.VOICE, Medium.IN_PERSON)


def offered(corpus: Corpus) -> Iterator[Service]:
    """What can be asked for; a policy is only told."""
    return (one for one in corpus.of(Service) if one.sort is not Sort.POLICY)


def classes(corpus: Corpus) -> tuple[str, ...]:
    """The classes of customers, or everybody as one."""
    return tuple(corpus.members(CLASSES)) or (EVERYBODY,)


def covers(one: Way, channel: str, customers: str) -> bool:
    """Whether it is for a class of customers on a channel."""
    is_for = not one.customers or customers == EVERYBODY or customers in one.customers
    return one.channel == channel and is_for


def unsaid(corpus: Corpus, service: Service, channel: Channel) -> tuple[str, ...]:
    """The classes of customers of whom nothing says whether it is done for them on a channel."""
    said: tuple[Way, ...] = (*service.routes, *service.excluded)
    return tuple(
        name for name in classes(corpus) if not any(covers(one, channel.id, name) for one in said)
    )


def undoes(way: Route, route: Route) -> bool:
    """Whether one way to cancel undoes what was got on a route, for some customers at least."""
    is_for = not way.customers or not route.customers or set(way.customers) & set(route.customers)
    return way.channel == route.channel and bool(is_for)


def is_with_people(channel: Channel) -> bool:
    """Whether a person can be talked to there, by voice or face to face."""
    return channel.medium in _IN_PERSON and bool(channel.staffed_by)
