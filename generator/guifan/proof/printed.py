"""What customers are told of: references in texts that they read, and in words said to them."""

from collections.abc import Iterable, Iterator

from guifan.corpus.graph import Corpus, Link
from guifan.findings import Place
from guifan.language.kinds.message import Addressee, Message, Speaker
from guifan.language.kinds.norm import Norm
from guifan.language.model import Audience, Item, Text
from guifan.language.nodes import Path


def read(corpus: Corpus) -> Iterator[Link]:
    """Every reference in a text of an item that customers read, as it is and as it will be."""
    for link in corpus.links:
        if isinstance(link.spot.marker, Text) and not link.internal:
            item, _ = _as_then(corpus, link)
            if item.audience is Audience.PUBLIC:
                yield link


def spoken(corpus: Corpus) -> Iterator[Link]:
    """Every reference in words said or sent to customers that they do not read in the manual."""
    for link in corpus.links:
        if link.span is None or link.target is None:
            continue
        item, path = _as_then(corpus, link)
        if _is_spoken(item, path) and (item.audience is not Audience.PUBLIC or link.internal):
            yield link


def by_target(links: Iterable[Link]) -> dict[str, list[Link]]:
    """References by the item that they name, where that is there and not public."""
    found: dict[str, list[Link]] = {}
    for link in links:
        if link.target is not None and link.target.item.audience is not Audience.PUBLIC:
            found.setdefault(link.target.item.id, []).append(link)
    return found


def place(link: Link) -> Place:
    """Where a reference stands."""
    return Place(link.source, link.path, link.span)


def _as_then(corpus: Corpus, link: Link) -> tuple[Item, Path]:
    """The item that refers, as it is at that time, and where in it."""
    entry = corpus.entries[link.source]
    if link.path[0] == "next":
        return entry.revisions[int(link.path[1])].item, link.path[2:]
    return entry.item, link.path


def _is_spoken(item: Item, path: Path) -> bool:
    """Whether a text is said or sent to customers."""
    if isinstance(item, Norm):
        return path[0] == "say" or path[-1] == "instead"
    if isinstance(item, Message) and item.to is Addressee.CUSTOMER:
        if path[0] == "turns":
            return path[-1] == "says" and item.turns[int(path[1])].who is Speaker.AGENT
        return path[0] == "says" or path[-1] == "instead"
    return item.kind == "announcement" and path[0] == "answers"
