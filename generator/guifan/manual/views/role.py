"""A role's page: everything that binds the role, and nothing else."""

from collections.abc import Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.corpus.views import RoleView, by_role, quantities
from guifan.language.catalogues import Translator
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.message import Message
from guifan.language.kinds.role import Role
from guifan.manual.book import Book, Page
from guifan.manual.grouping import by_moment, by_place


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``duty``: what binds the role; ``reports``: who reports to it.

    ``red_lines``, then the other ``norms`` by where they stand; ``limits`` that the role itself has
    to keep, by where they stand too; ``messages`` of its channels by the moment at which they
    are said first.
    """
    role = page.subject
    assert isinstance(role, Role)
    corpus = book.corpus
    duty = by_role(corpus, role)
    usual = [norm for norm in duty.norms if not norm.red_line]
    return {
        "duty": duty,
        "reports": tuple(one for one in corpus.of(Role) if one.reports_to == role.id),
        "red_lines": [norm for norm in duty.norms if norm.red_line],
        "norms": by_place(corpus, usual),
        "limits": by_place(corpus, _kept(corpus, duty)),
        "messages": by_moment(corpus, _said(duty), _),
    }


def _kept(corpus: Corpus, duty: RoleView) -> Iterator[Limit]:
    """The limits of the role's own work: of its steps, and those that it or its line answers for.

    What a norm merely tells it of, another line keeps.
    """
    line = set(_line(corpus, duty.role))
    own = {step.limit for part in duty.parts for step in part.does}
    bound = {limit.id for limit in duty.limits}
    for limit in quantities(corpus):
        answers = limit.answers_to in line or limit.answers_to is None
        if limit.id in own or (limit.id in bound and answers):
            yield limit


def _line(corpus: Corpus, role: Role) -> Iterator[str]:
    """The role and those over it; a circle, which the checks report, ends it."""
    seen: set[str] = set()
    over: Role | None = role
    while over and over.id not in seen:
        seen.add(over.id)
        yield over.id
        over = corpus.one(Role, over.reports_to)


def _said(duty: RoleView) -> list[Message]:
    """The scripts that can be used on the role's channels."""
    channels = {channel.id for channel in duty.channels}
    return [
        one
        for one in duty.messages
        if not one.channels or not channels or channels.intersection(one.channels)
    ]
