"""A channel's page: what holds there."""

from collections.abc import Mapping

from markupsafe import Markup

from guifan.corpus.graph import Corpus
from guifan.corpus.views import by_channel
from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.role import Role
from guifan.language.kinds.rota import Rota
from guifan.manual.book import Book, Page
from guifan.manual.grouping import by_moment, by_place
from guifan.manual.weeks import Seat, draw_hours, draw_seats
from guifan.proof.people.awaited import staffed
from guifan.proof.people.cover import NEVER, Cover, times


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``holds``: what holds on the channel; ``cover``: its hours and who keeps them.

    An edition that does not show the rota shows the ``week`` alone, unless all days are alike.
    ``norms`` of the channel and those that hold ``everywhere`` by where they stand; ``messages``
    by the moment at which they are said first.
    """
    channel = page.subject
    assert isinstance(channel, Channel)
    corpus = book.corpus
    holds = by_channel(corpus, channel)
    return {
        "holds": holds,
        "norms": by_place(corpus, holds.norms),
        "everywhere": by_place(corpus, holds.everywhere),
        "messages": by_moment(corpus, holds.messages, _),
        "week": _open(channel, _),
        "cover": _kept(corpus, channel, _),
    }


def _kept(corpus: Corpus, channel: Channel, _: Translator) -> Markup | None:
    """Its hours with the people of each of its posts, by its rota and those that help it out."""
    own = corpus.one(Rota, channel.rota)
    if own is None:
        return None
    needed = {one.channel.id: one for one in staffed(Cover(corpus))}.get(channel.id)
    rotas = [one for one in corpus.of(Rota) if one is own or channel.id in one.channels]
    seats = []
    for role in corpus.some(Role, channel.staffed_by):
        on_it = [shift for rota in rotas for shift in rota.shifts if shift.role == role.id]
        must = needed is not None and not needed.together and role.id in needed.posts
        missing = needed.missing(role.id) if needed and must else NEVER
        seats.append(Seat(role.title, tuple(on_it), missing))
    title = _("{title}：谁在岗").format(title=channel.title)
    return draw_seats(title, seats, _, times(channel.hours), needed.gap if needed else NEVER)


def _open(channel: Channel, _: Translator) -> Markup | None:
    if len(set(channel.hours.week)) == 1:
        return None
    return draw_hours(_("服务时间"), [(channel.title, channel.hours)], _)
