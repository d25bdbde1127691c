"""A ladder's page."""

from collections.abc import Mapping

from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text, value_text
from guifan.language.catalogues import Translator
from guifan.language.kinds.escalation import Escalation, Rung
from guifan.language.kinds.event import Event
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.role import Role
from guifan.manual.book import Book, Page
from guifan.manual.diagrams import ladder as stairs


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``ladder``: the ladder as a staircase."""
    ladder = page.subject
    assert isinstance(ladder, Escalation)
    start = book.corpus.one(Event, ladder.from_)
    limit = book.corpus.one(Limit, ladder.of)
    drawn = stairs.Ladder(
        title=ladder.title,
        rungs=tuple(_stair(book.corpus, one, _) for one in ladder.rungs),
        start=start.title if start else "",
        deadline=f"{limit.title} {value_text(limit.within, _.locale)}" if limit else "",
    )
    return {"ladder": stairs.draw_ladder(drawn, _words(_))}


def _stair(corpus: Corpus, rung: Rung, _: Translator) -> stairs.Rung:
    post = corpus.one(Role, rung.to)
    return stairs.Rung(
        after=value_text(rung.after, _.locale) or _("按情形"),
        post=f"{plain_text(corpus, rung.title, _.locale)} · {post.title if post else rung.to}",
        action=plain_text(corpus, rung.does, _.locale),
        channel=plain_text(corpus, rung.by, _.locale),
        href=f"#{rung.id}",
    )


def _words(_: Translator) -> stairs.Words:
    return stairs.Words(
        start=_("从「{start}」起算"),
        rung=_("第 {level} 级，{after}：{facts}。"),
        fact=_("，"),
        deadline=_("要守住的时限：{deadline}"),
    )
