"""A role's page: everything that binds the role, and nothing else."""

from collections.abc import Iterator, Mapping

from guifan.corpus.graph import Corpus
from guifan.corpus.views import RoleView, by_role
from guifan.language.catalogues import Translator
from guifan.language.kinds.announcement import Announcement
from guifan.language.kinds.message import Addressee, Message
from guifan.language.kinds.role import Authority, Role
from guifan.language.quantities import Money
from guifan.manual.book import Book, Page
from guifan.manual.grouping import by_moment, by_place
from guifan.manual.views.duty import turns

_OUTSIDE = (Addressee.MANAGEMENT, Addressee.REGULATOR, Addressee.MEDIA)
"""To whom the front line does not speak."""

_CHANGES = 8
"""How many changes the page shows; the page of changes has them all."""


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``duty``: what binds the role; ``reports``: who reports to it; ``turns``: its shifts.

    ``red_lines``, also ``red_by_chapter``; ``rises``: of what it may grant, the posts that grant
    more, up to the last, each with its amount for one case. Then the other ``norms`` by where they
    stand; the limits that it ``keeps`` and those that it is ``told`` of, by where they stand too;
    ``messages`` of its channels by the moment at which they are said first; ``announcements`` that
    the role has to read. ``changes`` that concern it in the newest edition and since, each with its
    edition, None where none was released; ``shown_changes`` are the first of them.
    """
    role = page.subject
    assert isinstance(role, Role)
    corpus = book.corpus
    duty = by_role(corpus, role)
    changes = book.news(role.id)
    usual = [norm for norm in duty.norms if not norm.red_line]
    red_lines = [norm for norm in duty.norms if norm.red_line]
    return {
        "duty": duty,
        "reports": tuple(
            one for one in corpus.mentions(Role, role.id) if one.reports_to == role.id
        ),
        "turns": turns(corpus, role),
        "red_lines": red_lines,
        "red_by_chapter": by_place(corpus, red_lines),
        "rises": list(_rises(corpus, role)),
        "norms": by_place(corpus, usual),
        "keeps": by_place(corpus, duty.keeps),
        "told": by_place(corpus, duty.told),
        "messages": by_moment(corpus, _said(duty), _),
        "announcements": [
            one for one in corpus.mentions(Announcement, role.id) if role.id in one.to
        ],
        "changes": changes,
        "shown_changes": (changes or ())[:_CHANGES],
    }


def _rises(corpus: Corpus, role: Role) -> Iterator[tuple[str, list[tuple[Role, Money | None]]]]:
    """Who grants more of the same, post by post; where only one more does, the table says it."""
    for authority in role.authority:
        steps: list[tuple[Role, Money | None]] = []
        post: Role | None = role
        grant: Authority | None = authority
        while post is not None and grant is not None and post not in [one for one, _ in steps]:
            steps.append((post, grant.per_case))
            post = corpus.one(Role, grant.beyond)
            same = post.authority if post is not None else ()
            grant = next((one for one in same if one.what == authority.what), None)
        if authority.per_case is not None and len(steps) > _FEW:
            yield authority.what, steps


_FEW = 2


def _said(duty: RoleView) -> list[Message]:
    """The scripts that can be used on the role's channels; who serves customers speaks for no one.

    What goes to authorities, the press or the management is said by others.
    """
    channels = {channel.id for channel in duty.channels}
    return [
        one
        for one in duty.messages
        if (not one.channels or not channels or channels.intersection(one.channels))
        and not (duty.role.frontline and one.to in _OUTSIDE)
    ]
