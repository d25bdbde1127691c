"""Which moment counts as an event; the wrong moments are those that are taken for it.

Where the standard itself names enough of them, at the length of the right one, they stand alone:
what has nothing to do with the event is nobody's mistake. Only where each is a variation of the
right one, which would be known for standing in their midst, moments of the same process join them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Procedure
from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE, RESTATED, blended, fits
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import (
    CHAPTER,
    ENOUGH,
    MOST,
    SECTION,
    formerly,
    right,
    siblings,
    taken_for,
)
from guifan.quiz.said import Said, bare, say
from guifan.quiz.values import likeness, pairs


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    beside = base.once("clock-moment", lambda: _beside(base))
    for fact in base.of("moment"):
        key = _moment(right(fact))
        mine = [*map(_moment, formerly(base, fact)), *_mistaken(base, fact)]
        like = [one for one in mine if fits(key.text.text, one.text.text, _TALL)]
        process = beside.get(fact.name, _Beside())
        near = {name: base.get("moment", name) for name in process.events}
        section, chapter = siblings(base, fact, beyond=SECTION, reach=CHAPTER)
        near |= {one.name: one for one in section}
        title = base.ground.title(fact.name)
        others = [
            [_moment(taken_for(fact, one)) for one in tier if one is not None]
            for tier in (
                near.values(),
                _named_like(base, fact, title.text),
                () if len(near) >= _FEW else chapter,
            )
        ]
        stem = say(_("到哪一刻才算「{event}」？"), event=title)
        tiers = [(mine, RESTATED), *((tier, ALIKE) for tier in others)]
        if len(like) >= MOST:
            tiers = tiers[: 2 if _stands_amidst(key, like) else 1]
        wrong = blended(key, tiers, fact.name, stem.text)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        considered = wrong.considered | process.because
        yield Draft(fact, stem, (key, *wrong.options), considered=considered)


def _stands_amidst(key: Option, wrong: Sequence[Option]) -> bool:
    """Whether the right moment is the one most like all others."""
    texts = [one.text.text for one in (key, *wrong)]
    nearness = [sum(likeness(one, other) for other in texts) for one in texts]
    return nearness[0] == max(nearness)


_FEW = 6
"""From how many events near it on no others of the chapter are asked."""


def _named_like(base: Base, fact: Fact, title: str) -> list[Fact]:
    """Events anywhere that speak of what the event is called by, at about the same length.

    Else the right moment would be the long one that does.
    """
    words, own = pairs(title), fact.value_said.text
    return [
        one
        for one in base.of("moment")
        if one is not fact
        and pairs(one.value_said.text) & words
        and fits(own, one.value_said.text, _TALL)
    ]


_TALL = 1.7
"""How many times as long or as short as the right moment another may be."""


@dataclass
class _Beside:
    """What stands beside an event.

    Args:
        events: the ids of those of one process with it, nearest first.
        because: ids of the limits and procedures that say so.
    """

    events: dict[str, None] = field(default_factory=dict)
    because: set[str] = field(default_factory=set)


def _beside(base: Base) -> Mapping[str, _Beside]:
    """The events of one process with each: of the same limit, then of the same procedure."""
    limits = {
        limit.id: tuple(one for one in (limit.from_, limit.to) if one)
        for limit in base.ground.corpus.of(Limit)
    }
    groups = [(some, {name}) for name, some in limits.items()]
    for procedure in base.ground.corpus.of(Procedure):
        named = [step.limit for step in procedure.steps if step.limit]
        events = dict.fromkeys(one for name in named for one in limits.get(name, ()))
        groups.append((tuple(events), {procedure.id, *named}))
    found: dict[str, _Beside] = {}
    for group, because in groups:
        for name in group:
            own = found.setdefault(name, _Beside())
            own.events.update(dict.fromkeys(one for one in group if one != name))
            own.because |= because
    return found


def _moment(option: Option) -> Option:
    """What happens, without the word that it is a moment: what has not happened lacks it."""
    text = Said(option.text.text.replace("的时刻", ""), option.text.rests)
    return replace(option, text=text)


def _mistaken(base: Base, fact: Fact) -> Iterator[Option]:
    """What the standard itself says has not happened yet."""
    _ = base.ground.words
    title = base.ground.title(fact.name)
    for line in fact.source.not_yet:
        text = bare(base.ground.text(fact.source, line))
        why = say(_("这时还不算「{event}」。"), event=title)
        yield Option(text, Claim("moment", fact.name, text), False, why, fact.clause)


MODEL = Model("clock-moment", "moment", Level.UNDERSTAND, Form.SINGLE, 35, _drafts)
