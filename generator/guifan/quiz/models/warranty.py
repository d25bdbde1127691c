"""How long a product is repaired free of charge."""

from collections.abc import Iterable, Iterator
from itertools import chain

from guifan.language.kinds.regulation import Floor, Regulation
from guifan.quiz.base import Base
from guifan.quiz.choosing import ascending, spread
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, formerly, right, siblings, taken_for
from guifan.quiz.said import say
from guifan.quiz.values import same, size


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in base.of("warranty"):
        key = right(fact)
        mine = [*formerly(base, fact), *_asked_by_law(base, fact)]
        near = ([taken_for(fact, one) for one in tier] for tier in siblings(base, fact))
        law = ([*_of_law(base, fact)],)
        tiers = chain([mine], near, law)
        wrong = spread(key, tiers, f"warranty {fact.name}", lambda one: size(one.claim.value))
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        service, since = fact.source
        stem = say(
            _("「{service}」：多久以内坏了免费修？（{since}起算）"),
            service=base.ground.title(service.id),
            since=since,
        )
        options = ascending((key, *wrong.options))
        yield Draft(fact, stem, options, sorted=True, considered=wrong.considered)


def _asked_by_law(base: Base, fact: Fact) -> Iterator[Option]:
    """What the law asks at least, where more is promised: read in the rules, it is taken for it."""
    warranty = fact.source[0].warranty
    yield from _floors(base, fact, [warranty.floor] if warranty.floor else [])


def _of_law(base: Base, fact: Fact) -> Iterator[Option]:
    """What the law asks for the other goods that are repaired free of charge."""
    others = (one.source[0].warranty.floor for one in base.of("warranty") if one is not fact)
    yield from _floors(base, fact, dict.fromkeys(name for name in others if name))


def _floors(base: Base, fact: Fact, names: Iterable[str]) -> Iterator[Option]:
    _ = base.ground.words
    for name in names:
        target = base.ground.corpus.resolve(name)
        if target is None or not isinstance(target.part, Floor):
            continue
        law, floor = target.item, target.part
        if same(floor.value, fact.value) is not False or not base.ground.in_force(law):
            continue
        assert isinstance(law, Regulation)
        shown = base.ground.quantity(law, floor.value)
        why = say(
            _("《{law}》定的底线：{title}，{value}。{said}"),
            law=law.short,
            title=floor.title,
            value=shown,
            said=fact.said,
        )
        claim = Claim("warranty", fact.name, floor.value)
        yield Option(shown, claim, False, why, base.ground.clause(law, floor.id))


MODEL = Model("warranty", "service", Level.REMEMBER, Form.SINGLE, 25, _drafts)
