"""Who is on duty when, and whom to turn to when they are not."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.language.catalogues import Translator
from guifan.language.hours import DAY_MINUTES, Hours
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.role import Role
from guifan.language.kinds.rota import Rota, Shift
from guifan.manual.book import Book, Page
from guifan.manual.weeks import draw_seats, seats
from guifan.proof.people.cover import WEEK, Cover, Times

_NIGHT = 3 * 60
"""Three in the morning, in minutes: after any late shift and before any early one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A shift, and the stretches of the week that it covers.

    Args:
        shift: the shift.
        week: minutes after Monday's midnight, as ``0-480 1425-1440``.
    """

    shift: Shift
    week: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A post and when it is there.

    Args:
        role: the post.
        turns: its shifts on each rota that has any.
        night: who is there in the middle of the night: itself, who stands in, or nobody.
        on_call: whether that one is only on call then.
    """

    role: Role
    turns: tuple[tuple[Rota, tuple[Turn, ...]], ...]
    night: Role | None
    on_call: bool


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``duties``: one for each post, in the order of the rotas; those on no rota come last.

    ``cover``: how many people of each post are there when, those of the same hours together.
    """
    corpus = book.corpus
    rotas = _in_order(corpus)
    names = dict.fromkeys(shift.role for rota in rotas for shift in rota.shifts)
    rostered = corpus.some(Role, tuple(names))
    others = tuple(role for role in corpus.of(Role) if role not in rostered)
    cover = Cover(corpus)
    awake, on_call = _nightly(cover.on_site), _nightly(cover.on_call)
    return {
        "duties": tuple(_duty(corpus, role, awake, on_call) for role in (*rostered, *others)),
        "cover": draw_seats(page.title, seats(rostered, rotas, _), _) if rostered else None,
    }


def turns(corpus: Corpus, role: Role) -> tuple[tuple[Rota, tuple[Turn, ...]], ...]:
    """The shifts of a post on each rota that has any."""
    found = (
        (rota, tuple(Turn(one, _week(one.hours)) for one in rota.shifts if one.role == role.id))
        for rota in _in_order(corpus)
    )
    return tuple((rota, own) for rota, own in found if own)


def _duty(corpus: Corpus, role: Role, awake: set[str], on_call: set[str]) -> Duty:
    """Somebody awake, however far, comes before somebody on call."""
    up = _nearest(corpus, role, awake)
    night = up or _nearest(corpus, role, on_call)
    return Duty(role, turns(corpus, role), night, on_call=up is None)


def _in_order(corpus: Corpus) -> list[Rota]:
    """The rotas that channels name, in the order of the channels, then the others."""
    named = dict.fromkeys(channel.rota for channel in corpus.of(Channel) if channel.rota)
    return sorted(
        corpus.of(Rota),
        key=lambda one: list(named).index(one.id) if one.id in named else len(named),
    )


def _nightly(there: Mapping[str, Times]) -> set[str]:
    """The posts that are there in the middle of every night of the week."""
    nights = range(_NIGHT, WEEK, DAY_MINUTES)
    return {post for post, when in there.items() if all(night in when for night in nights)}


def _nearest(corpus: Corpus, role: Role, nightly: set[str]) -> Role | None:
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
