"""Which moment counts as an event; the wrong moments are those that are taken for it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from guifan.language.kinds.limit import Limit
from guifan.language.kinds.procedure import Procedure
from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE, RESTATED, blended
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import (
    CHAPTER,
    ENOUGH,
    SECTION,
    formerly,
    right,
    siblings,
    taken_for,
)
from guifan.quiz.said import Said, bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    beside = base.once("clock-moment", lambda: _beside(base))
    for fact in base.of("moment"):
        key = _moment(right(fact))
        mine = [*map(_moment, formerly(base, fact)), *_mistaken(base, fact)]
        process = {name: base.get("moment", name) for name in beside.get(fact.name, ())}
        section, chapter = siblings(base, fact, beyond=SECTION, reach=CHAPTER)
        near = {**process, **{one.name: one for one in section}}
        others = (
            [_moment(taken_for(fact, one)) for one in tier if one is not None]
            for tier in (near.values(), () if len(near) >= _FEW else chapter)
        )
        stem = say(_("到哪一刻才算「{event}」？"), event=base.ground.title(fact.name))
        tiers = [(mine, RESTATED), *((tier, ALIKE) for tier in others)]
        wrong = blended(key, tiers, fact.name, stem.text)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


_FEW = 6
"""From how many events near it on no others of the chapter are asked."""


def _beside(base: Base) -> Mapping[str, dict[str, None]]:
    """The events of one process with each: of the same limit, then of the same procedure."""
    limits = {
        limit.id: tuple(one for one in (limit.from_, limit.to) if one)
        for limit in base.ground.corpus.of(Limit)
    }
    groups = [*limits.values()]
    for procedure in base.ground.corpus.of(Procedure):
        named = (limits.get(step.limit or "", ()) for step in procedure.steps)
        groups.append(tuple(dict.fromkeys(one for some in named for one in some)))
    found: dict[str, dict[str, None]] = {}
    for group in groups:
        for name in group:
            found.setdefault(name, {}).update(dict.fromkeys(one for one in group if one != name))
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
