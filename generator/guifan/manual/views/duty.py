"""Who is on duty when, and whom to turn to when they are not."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.hours import DAY_MINUTES, Hours
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.role import Role
from guifan.language.kinds.rota import Rota, Shift
from guifan.manual.book import Book, Page

_NIGHT = 3 * 60
"""Three in the morning, in minutes: after any late shift and before any early one."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A post on a rota, or on none.

    Args:
        role: the post.
        shifts: its shifts there, each with the stretches of the week that it covers: minutes after
            Monday's midnight, as ``0-480 1425-1440``.
        night: who is there in the middle of the night: itself, who stands in, or nobody.
    """

    role: Role
    shifts: tuple[tuple[Shift, str], ...]
    night: Role | None


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``desks``: each rota with its posts; ``others``: the posts on no rota."""
    corpus = book.corpus
    rotas = _in_order(corpus)
    nightly = {shift.role for rota in rotas for shift in rota.shifts if _at_night(shift.hours)}
    desks = [(rota, tuple(_duties(corpus, rota, nightly))) for rota in rotas]
    rostered = {shift.role for rota in rotas for shift in rota.shifts}
    others = tuple(
        Duty(role, (), _night(corpus, role, nightly))
        for role in corpus.of(Role)
        if role.id not in rostered
    )
    return {"desks": desks, "others": others}


def _in_order(corpus: Corpus) -> list[Rota]:
    """The rotas that channels name, in the order of the channels, then the others."""
    named = dict.fromkeys(channel.rota for channel in corpus.of(Channel) if channel.rota)
    return sorted(
        corpus.of(Rota),
        key=lambda one: list(named).index(one.id) if one.id in named else len(named),
    )


def _duties(corpus: Corpus, rota: Rota, nightly: set[str]) -> Iterator[Duty]:
    """The posts of a rota, in the order of their first shifts."""
    for role in corpus.some(Role, tuple(dict.fromkeys(shift.role for shift in rota.shifts))):
        own = tuple(shift for shift in rota.shifts if shift.role == role.id)
        on_this = {role.id} if any(_at_night(shift.hours) for shift in own) else set()
        stand_in = _night(corpus, role, on_this or nightly - {role.id})
        yield Duty(role, tuple((shift, _week(shift.hours)) for shift in own), stand_in)


def _at_night(hours: Hours) -> bool:
    """Whether the hours cover every night of the week."""
    return all(
        any(one.start.minutes <= _NIGHT < one.end.minutes for one in openings)
        for openings in hours.week
    )


def _night(corpus: Corpus, role: Role, nightly: set[str]) -> Role | None:
    """The nearest post that is there at night: itself, then its deputies, then those over it."""
    waiting, seen = deque([role.id]), set()
    while waiting:
        name = waiting.popleft()
        post = corpus.one(Role, name)
        if post is None or name in seen:
            continue
        if name in nightly:
            return post
        seen.add(name)
        waiting += [*post.deputies, *([post.reports_to] if post.reports_to else [])]
    return None


def _week(hours: Hours) -> str:
    return " ".join(
        f"{day * DAY_MINUTES + one.start.minutes}-{day * DAY_MINUTES + one.end.minutes}"
        for day, openings in enumerate(hours.week)
        for one in openings
    )
