"""Every question of a corpus: drafted, proven, looked over."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from guifan.corpus.ages import as_of, days
from guifan.corpus.graph import Corpus
from guifan.corpus.renames import aligned
from guifan.language.catalogues import Translator
from guifan.proof.calendar.clocks import clocks_of
from guifan.quiz.base import Base
from guifan.quiz.ground import Ground
from guifan.quiz.item import Gap, Item, Model, Refused
from guifan.quiz.lint import LINTS, Severity
from guifan.quiz.models import MODELS
from guifan.quiz.proof import prove

SEED = "guifan"
"""What the order of answers is keyed by, unless another is given."""


@dataclass(frozen=True)
class Pool:
    """The questions of a corpus.

    Args:
        base: the facts.
        items: those accepted, by id.
        refused: those that were not.
        gaps: facts that a model could not ask about.
    """

    base: Base
    items: Mapping[str, Item]
    refused: tuple[Refused, ...]
    gaps: tuple[tuple[Model, Gap], ...]


def pool(
    corpus: Corpus,
    day: date,
    words: Translator,
    *,
    seed: str = SEED,
    models: Iterable[Model] = tuple(MODELS.values()),
    before: Corpus | None = None,
) -> Pool:
    """Ask everything that can be asked.

    Args:
        corpus: the linked items.
        day: the day on which questions are asked.
        words: the translator.
        seed: keys the order of answers.
        models: the ways to ask.
        before: an earlier edition, whose values are wrong answers now.
    """
    base = base_of(corpus, day, words, before)
    items: dict[str, Item] = {}
    refused: list[Refused] = []
    gaps: list[tuple[Model, Gap]] = []
    for model in models:
        for found in asked(base, model, seed):
            match found:
                case Item():
                    items[found.id] = found
                case Refused():
                    refused.append(found)
                case Gap():
                    gaps.append((model, found))
    return Pool(base, items, tuple(refused), tuple(gaps))


def asked(base: Base, model: Model, seed: str = SEED) -> Iterator[Item | Refused | Gap]:
    """What a model asks, proven and looked over, and what it does not."""
    for draft in model.drafts(base):
        if isinstance(draft, Gap):
            yield draft
            continue
        found = prove(base, model, draft, seed)
        yield _looked_over(found) if isinstance(found, Item) else found


def base_of(corpus: Corpus, day: date, words: Translator, before: Corpus | None = None) -> Base:
    """The facts of the day, with those of an earlier edition and those that are announced."""

    def facts(held: Corpus, then: date) -> Base:
        return Base(Ground(held, clocks_of(held, then), then, words))

    last = max(days(corpus), default=day)
    # What an announcement has replaced by now is the past as much as what an edition said.
    began = corpus if min(days(corpus), default=date.max) <= day else None
    past = aligned(before, corpus)[0] if before else began
    today = facts(as_of(corpus, day), day)
    return replace(
        today,
        past=facts(past, day) if past else None,
        ahead=facts(as_of(corpus, last), last) if last > day else None,
    )


def _looked_over(item: Item) -> Item | Refused:
    """An item with its remarks; refused where one of them is an error."""
    found = [lint for lint in LINTS.values() if lint.finds(item)]
    for lint in found:
        if lint.severity is Severity.ERROR:
            return Refused(item.id, item.model, item.fact, lint.name, (), item.verdicts)
    return replace(item, remarks=tuple(lint.name for lint in found))
