"""A rota's page."""

from collections.abc import Mapping
from functools import reduce
from operator import or_

from guifan.language.catalogues import Translator
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.role import Role
from guifan.language.kinds.rota import Rota
from guifan.manual.book import Book, Page
from guifan.manual.weeks import draw_hours, draw_seats, seats
from guifan.proof.people.cover import NEVER, times


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``week``: the shifts on a week; ``cover``: how many people of each post are there when."""
    rota = page.subject
    assert isinstance(rota, Rota)
    corpus = book.corpus
    served = [one for one in corpus.of(Channel) if one.rota == rota.id or one.id in rota.channels]
    roles = corpus.some(Role, tuple(dict.fromkeys(one.role for one in rota.shifts)))
    title = _("{title}：各岗位人数").format(title=rota.title)
    promised = reduce(or_, (times(one.hours) for one in served), NEVER)
    return {
        "week": draw_hours(rota.title, [(one.title, one.hours) for one in rota.shifts], _),
        "cover": draw_seats(title, seats(roles, [rota], _), _, promised),
    }
