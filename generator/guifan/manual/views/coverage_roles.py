"""How many norms bind each post: chapter by chapter, of these how many are scored and red lines."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from guifan.language.catalogues import Translator
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.role import Role
from guifan.manual.book import Book, Page


@dataclass(frozen=True, slots=True)
class Bound:
    """The norms that bind a post.

    Args:
        role: the post.
        norms: how many in all.
        scored: how many of these are scored.
        red: how many are red lines.
        chapters: how many stand in each chapter.
    """

    role: Role
    norms: int
    scored: int
    red: int
    chapters: tuple[int, ...]


def view(book: Book, page: Page, _: Translator) -> Mapping[str, object]:
    """``chapters`` that hold norms; ``posts``: those who meet customers first, then by rank."""
    corpus = book.corpus
    norms = corpus.of(Norm)
    held = {_chapter(one) for one in norms}
    chapters = [one for one in (corpus.manual.chapters if corpus.manual else ()) if one.id in held]
    roles = sorted(corpus.of(Role), key=lambda one: (not one.frontline, one.rank))
    names = tuple(one.id for one in chapters)
    return {"chapters": chapters, "posts": [_bound(role, norms, names) for role in roles]}


def _bound(role: Role, norms: tuple[Norm, ...], chapters: tuple[str, ...]) -> Bound:
    own = [one for one in norms if role.id in one.binds.roles]
    placed = Counter(_chapter(one) for one in own)
    return Bound(
        role,
        len(own),
        sum(one.scored for one in own),
        sum(one.red_line for one in own),
        tuple(placed[name] for name in chapters),
    )


def _chapter(norm: Norm) -> str:
    return norm.place.partition(".")[0]
