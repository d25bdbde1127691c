"""A situation to judge in one's own words: which lines are wrong, why, and what to say instead."""

from collections.abc import Iterator
from itertools import chain

from guifan.language.kinds.situation import Medium, Situation, Utterance
from guifan.quiz.base import Base
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._acted import NUMBERS, acted, shown
from guifan.quiz.said import Said, bare, quoted, say


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    for situation, facts in acted(base):
        wrong = [one for one in facts if one.source.number and one.source.part.breaches]
        if not wrong:
            continue
        template = (
            _("{scene}\n(1) 哪几栏填得不对？\n(2) 各错在哪里，违反什么要求？\n(3) 各应当怎样填？")
            if situation.medium is Medium.TICKET
            else _(
                "{scene}\n(1) 员工哪几句做错了？\n(2) 各错在哪里，违反什么要求？\n"
                "(3) 各应当怎样说？"
            )
        )
        stem = say(template, scene=shown(base, situation))
        points = tuple(chain.from_iterable(_points(base, situation, one) for one in wrong))
        yield Draft(wrong[0], stem, points, sorted=True)


def _points(base: Base, situation: Situation, fact: Fact) -> Iterator[Option]:
    """What earns marks with a wrong line: to find it, to say why, to put it right."""
    _ = base.ground.words
    line: Utterance = fact.source.part
    is_ticket = situation.medium is Medium.TICKET
    number = NUMBERS[fact.source.number - 1]
    found = _("找出第{number}栏填错了") if is_ticket else _("找出第{number}句做错了")
    yield _point(fact, say(found, number=number))
    for breach in line.breaches:
        why = bare(base.ground.text(situation, breach.why))
        title = base.ground.title(breach.clause.partition(".")[0])
        told = (
            _("第{number}栏：{why}（「{title}」）")
            if is_ticket
            else _("第{number}句：{why}（「{title}」）")
        )
        yield _point(fact, say(told, number=number, why=why, title=title))
    instead = quoted(base.ground.text(situation, line.instead or ""))
    mended = _("第{number}栏改填{instead}") if is_ticket else _("第{number}句改说{instead}")
    yield _point(fact, say(mended, number=number, instead=instead))


def _point(fact: Fact, text: Said) -> Option:
    """A point that holds because the line breaks a clause."""
    return Option(text, Claim("line", fact.name, False), True, fact.said, fact.clause)


MODEL = Model("case-analysis", "fault", Level.APPLY, Form.CASE_ANALYSIS, 360, _drafts)
