"""Which of several breaches is a red line."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import CHAPTER, ENOUGH, siblings
from guifan.quiz.said import Said, bare


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("red-line"):
        if fact.value is not True:
            continue
        key = _breach(fact)

        def fits(other: Fact, fact: Fact = fact) -> bool:
            return other.value is False and bool(set(other.roles) & set(fact.roles))

        tiers = (
            [_breach(one) for one in some]
            for tier in siblings(base, fact, fits, reach=CHAPTER)
            for some in _as_worded(fact, tier)
        )
        wrong = chosen(key, tiers, 3, fact.name, tall=2.2)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = Said(_("月底一查，下面几条都有一次没有照做。哪一条碰到红线，一次就一票否决？"))
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


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


MODEL = Model("red-line", "red-line", Level.REMEMBER, Form.SINGLE, 35, _drafts)
