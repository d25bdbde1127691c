"""Which of several breaches is a red line.

Where the norm says what sounds polite and may not be said all the same, such phrases are the
answers: all of them are said by people who mean well, so that the tone tells nothing.
"""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option, digest
from guifan.quiz.models._answers import CHAPTER, ENOUGH, siblings
from guifan.quiz.models._spoken import spoken
from guifan.quiz.said import Said, bare, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("red-line"):
        if fact.value is not True:
            continue

        def fits(other: Fact, fact: Fact = fact) -> bool:
            return other.value is False and bool(set(other.roles) & set(fact.roles))

        said = _said(base, fact)
        key = said or _breach(fact)
        tiers = (
            [option for one in some if (option := _said(base, one) if said else _breach(one))]
            for tier in siblings(base, fact, fits, reach=CHAPTER)
            for some in ([tier] if said else _as_worded(fact, tier))
        )
        wrong = chosen(key, tiers, 3, fact.name, tall=1.8 if said else 2.2)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = _("月底一查，下面几条都有一次没有照做。哪一条碰到红线，一次就一票否决？")
        if said:
            stem = _(
                "下面几句听着都客气，各有一条规范点名不许说。"
                "哪一句犯的那一条是红线，一次就一票否决？"
            )
        options = (key, *wrong.options)
        yield Draft(fact, Said(stem), options, considered=wrong.considered)
    yield from _others(base)


def _others(base: Base) -> Iterator[Draft]:
    """Asked the other way round, of some: else what a red line forbids would never be wrong."""
    _ = base.ground.words
    for fact in base.of("red-line"):
        if fact.value is True or int(digest(fact.name, "other"), 16) % _FEW:
            continue

        def fits(other: Fact, fact: Fact = fact) -> bool:
            return other.value is True and bool(set(other.roles) & set(fact.roles))

        key = _said(base, fact, is_red=False)
        if key is None:
            continue
        tiers = (
            [option for one in tier if (option := _said(base, one, is_red=False))]
            for tier in siblings(base, fact, fits, reach=CHAPTER)
        )
        wrong = chosen(key, tiers, _THREE, fact.name, tall=1.8)
        if len(wrong.options) < _THREE:
            continue
        stem = _(
            "下面几句听着都客气，各有一条规范点名不许说，多数碰到红线。"
            "哪一句犯的那一条不算红线，改正就行？"
        )
        options = (key, *wrong.options)
        yield Draft(fact, Said(stem), options, considered=wrong.considered)


_FEW, _THREE = 4, 3
"""One in how many norms is asked about the other way round, and among how many red lines."""


def _said(base: Base, fact: Fact, *, is_red: bool = True) -> Option | None:
    """That a polite phrase crosses a red line, or none; None where the norm names no phrase."""
    _ = base.ground.words
    norm = fact.source
    slips = [slip for never in norm.never for slip in never.slips if slip[0] not in _DIRECTIONS]
    if not slips:
        return None
    slip = min(slips, key=lambda one: digest(fact.name, "said", one))
    text = spoken(base.ground.text(norm, slip))
    template = _("{text}是「{norm}」不许说的。{said}")
    why = say(template, text=text, norm=base.ground.title(norm.id), said=fact.said)
    claim = Claim("red-line", fact.name, is_red)
    return Option(text, claim, fact.value is is_red, why, fact.clause)


_DIRECTIONS = "（("
"""What opens a stage direction: it is done, not said."""


def _as_worded(fact: Fact, tier: tuple[Fact, ...]) -> Iterator[list[Fact]]:
    """Those that forbid, or command, as the red line does, before the others.

    Most red lines forbid: among commands a prohibition would be picked unread.
    """
    modal = fact.source.modal
    yield [one for one in tier if one.source.modal is modal]
    yield [one for one in tier if one.source.modal is not modal]


def _breach(fact: Fact) -> Option:
    claim = Claim("red-line", fact.name, True)
    return Option(bare(fact.value_said), claim, fact.value is True, fact.said, fact.clause)


MODEL = Model("red-line", "red-line", Level.UNDERSTAND, Form.SINGLE, 35, _drafts)
