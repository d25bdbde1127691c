"""Words in brackets that were meant as a reference: a title for an id, an id with a wrong letter.

Other bracketed text is ordinary; a title that shall stand in brackets is written with a backslash.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.corpus.graph import Corpus, texts
from guifan.findings import Match, Place, Suggestion, listed
from guifan.language.document import Entry
from guifan.language.nodes import Path
from guifan.language.texts import Aside, asides
from guifan.language.written import half_width


@dataclass(frozen=True, slots=True)
class Meant:
    """What is said of bracketed words that should be a reference: R01's key, facts and repair."""

    key: str
    arguments: Mapping[str, object]
    suggestion: Suggestion | None


def meant(corpus: Corpus, aside: Aside) -> Meant | None:
    """The reference that bracketed words were meant to be, if any."""
    address = "-".join(half_width(aside.text).lower().replace("_", " ").split())
    if corpus.resolve(address):
        about = {"text": aside.text, "id": address}
        return Meant("near-id", about, Suggestion(address, safe=True))
    ids = corpus.called.get(aside.text, ())
    if not ids:
        return None
    only = Suggestion(ids[0], safe=True) if len(ids) == 1 else None
    shown = listed(f"【{one}】" for one in ids)
    return Meant("title-in-brackets", {"text": aside.text, "ids": shown}, only)


def judge(corpus: Corpus, entry: Entry) -> Iterator[Match | None]:
    """Judge every bracketed text of an item, as it is and as it will be."""
    for item, spot, path in texts(entry):
        for aside in asides(spot.value) if "【" in spot.value else ():
            yield _match(item.id, path, aside, meant(corpus, aside))


def _match(item: str, path: Path, aside: Aside, found: Meant | None) -> Match | None:
    if found is None:
        return None
    place = Place(item, path, (aside.start, aside.end))
    return Match(place, found.key, found.arguments, suggestion=found.suggestion)
