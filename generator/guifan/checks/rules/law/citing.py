"""What the rules on editions have in common: several citations of one edition are one fault."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus
from guifan.findings import Match, Phrase, Place, Sayable, Wording, listed
from guifan.proof.law.citations import Citation

_NAMED = 3
"""So many of the items that cite are named."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A citation that is at fault, and why.

    Args:
        citation: the place that cites.
        key: the message.
        arguments: its facts.
        cause: where the edition says what puts it at fault.
        reason: other places that belong to it.
    """

    citation: Citation
    key: str
    arguments: Mapping[str, object]
    cause: Place
    reason: tuple[Place, ...] = ()


def told(corpus: Corpus, judged: Iterable[Judged | None]) -> Iterator[Match | None]:
    """One finding where something cites an edition at fault: several places make one together.

    A single one leads to itself. Several lead to what they share: where their one article names
    its edition, or else to the edition.
    """
    groups: dict[object, list[Judged]] = {}
    for one in judged:
        if one is None:
            yield None
        else:
            edition = (one.citation.regulation.id, one.citation.edition.id)
            groups.setdefault((edition, one.key), []).append(one)
    for group in groups.values():
        yield _several(corpus, group) if len(group) > 1 else _single(group[0])


def _single(one: Judged) -> Match:
    places = (_article(one.citation), one.cause, *one.reason)
    warns = one.citation.warns
    return Match(_cites(one.citation), one.key, one.arguments, places, warns=warns)


def _several(corpus: Corpus, group: list[Judged]) -> Match:
    first = min(group, key=lambda one: one.citation.warns)
    articles = tuple(dict.fromkeys(_article(one.citation) for one in group))
    place, *others = (*articles, first.cause) if len(articles) == 1 else (first.cause, *articles)
    items = dict.fromkeys(one.citation.link.source for one in group)
    facts = {
        **first.arguments,
        "count": len(group),
        "items": _named([corpus.entries[name].item.title for name in items]),
    }
    cites = tuple(dict.fromkeys(_cites(one.citation) for one in group))
    related = (*others, *first.reason, *cites)
    warns = all(one.citation.warns for one in group)
    return Match(place, f"{first.key}-several", facts, related, warns=warns)


_AMONG_THEM = Wording(zh="{names}等 {count} 个条目", en="{names} among {count} {count:item|items}")


def _named(titles: list[str]) -> Sayable:
    """Some titles, and how many more there are."""
    names = listed(f"“{title}”" for title in titles[:_NAMED])
    if len(titles) <= _NAMED:
        return names
    return Phrase(_AMONG_THEM, {"names": names, "count": len(titles)})


def _cites(one: Citation) -> Place:
    return Place(one.link.source, one.link.path, one.link.span)


def _article(one: Citation) -> Place:
    law = one.regulation
    return Place(law.id, ("articles", law.articles.index(one.article), "edition"))
