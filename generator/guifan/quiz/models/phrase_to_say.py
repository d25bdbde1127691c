"""What to say instead of what a colleague said."""

from collections.abc import Iterator
from dataclasses import replace

from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import ENOUGH, among_slips, mistaken, right
from guifan.quiz.models._spoken import asked, forbidden, heard_of, near, spoken
from guifan.quiz.said import Said, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for fact in asked(base):
        key = _quoted(right(fact))
        topic = f"{forbidden(fact).said}{forbidden(fact).item.title}"
        # What the same clause forbids besides is what people say next; two of them are enough.
        polite, rude = [*_as_bad(base, fact)], [*_forbidden_too(base, fact)]
        worse = polite + rude[: max(0, 2 - len(polite))]
        tiers = (map(_quoted, near(base, fact, _elsewhere)),)
        wrong = among_slips(key, worse, tiers, fact.name, topic)
        if len(wrong.options) < ENOUGH:
            yield Gap(fact, "no-siblings")
            continue
        stem = say(_("{heard}应当改说哪一句？"), heard=heard_of(base, fact))
        yield Draft(fact, stem, (key, *wrong.options), considered=wrong.considered)


def _as_bad(base: Base, fact: Fact) -> Iterator[Option]:
    """What sounds polite, is about the same, and must not be said either."""
    item, never, _said = forbidden(fact)
    for slip in never.slips:
        yield _quoted(mistaken(fact, base.ground.text(item, slip)))


def _forbidden_too(base: Base, fact: Fact) -> Iterator[Option]:
    """The other phrases that the clause forbids."""
    _ = base.ground.words
    item, own, _said = forbidden(fact)
    for never in getattr(item, "never", ()):
        if never is not own:
            phrase = base.ground.text(item, never.phrase)
            instead = spoken(base.ground.text(item, never.instead))
            why = say(
                _("这一句也不许说（「{title}」），改说{instead}。"),
                title=base.ground.title(item.id),
                instead=instead,
            )
            claim = Claim("instead", fact.name, phrase)
            yield Option(spoken(phrase), claim, False, why, fact.clause)


def _elsewhere(base: Base, fact: Fact) -> Said:
    """Which other phrase an answer is said instead of."""
    _ = base.ground.words
    never, title = spoken(forbidden(fact).said), base.ground.title(fact.clause.item)
    template = _("这一句是不说{never}时改说的（「{title}」），放在这里答非所问。")
    return say(template, never=never, title=title)


def _quoted(option: Option) -> Option:
    return replace(option, text=spoken(option.text))


MODEL = Model("phrase-to-say", "spoken", Level.APPLY, Form.SINGLE, 40, _drafts)
