"""E08: a playbook never drilled, or not as often as its highest level asks, or on a day to come."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from guifan.checks.rules.emergency.sample import DRILLED, PLAYBOOK
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.programme import Programme
from guifan.language.kinds.taxonomy import TaxonomyMember
from guifan.proof.calendar.intervals import ends, exceeds
from guifan.proof.emergencies import LEVELS, highest, order
from guifan.proof.limits.bounds import length
from guifan.proof.scopes import named
from guifan.proof.told import a_day, how_often
from guifan.temporal.duration import Duration, Unit

_HIGH, _LOW = Duration(6, Unit.MONTH), Duration(12, Unit.MONTH)
"""How often a playbook is drilled that says nothing of it: levels I and II, then III and IV."""


class _Drilled(NamedTuple):
    """A playbook that a programme drills.

    Args:
        playbook: the playbook.
        top: the highest level that it may start.
        every: how often it is to be drilled.
    """

    playbook: Playbook
    top: TaxonomyMember
    every: Duration


def check(corpus: Corpus, day: date) -> Iterator[Match | None]:
    """Look at when every playbook was drilled, and at how often the programmes come."""
    led: dict[str, list[_Drilled]] = {}
    for playbook in corpus.of(Playbook):
        top = highest(corpus, playbook)
        limit = corpus.one(Limit, playbook.drill_every)
        if top is None or (playbook.drill_every and limit is None):
            continue
        if limit is not None:
            yield _level(playbook, top, limit)
        every = length(limit) if limit else _default(corpus, top)
        if every is not None:
            yield _overdue(playbook, top, every, day)
            if playbook.drill:
                led.setdefault(playbook.drill, []).append(_Drilled(playbook, top, every))
    for name, drilled in led.items():
        programme = corpus.one(Programme, name)
        if programme is not None and programme.every is not None:
            yield _seldom(programme, programme.every, drilled)
        if programme is not None and programme.last is not None:
            yield from (_unheld(programme, programme.last, one.playbook) for one in drilled)


def _default(corpus: Corpus, top: TaxonomyMember) -> Duration:
    return _HIGH if order(corpus, LEVELS)[top.id] < len(("Ⅰ", "Ⅱ")) else _LOW


def _level(playbook: Playbook, top: TaxonomyMember, limit: Limit) -> Match | None:
    """The interval is one for its highest level."""
    levels = named(limit.applies, "levels")
    if not levels or top.id in levels:
        return None
    facts = {"title": playbook.title, "level": top.title, "limit": limit.title}
    related = (Place(limit.id, ("applies", "levels")),)
    return Match(Place(playbook.id, ("drill_every",)), "other-level", facts, related)


def _seldom(programme: Programme, turn: Duration, drilled: list[_Drilled]) -> Match | None:
    """A programme comes at least as often as the playbooks that it drills ask."""
    late = [one for one in drilled if exceeds(turn, one.every)]
    if not late:
        return None
    first = late[0]
    facts = {
        "title": first.playbook.title,
        "level": first.top.title,
        "every": how_often(first.every),
        "programme": programme.title,
        "turn": how_often(turn),
    }
    related = tuple(Place(one.playbook.id, ("drill",)) for one in late)
    return Match(Place(programme.id, ("every",)), "seldom", facts, related)


def _unheld(programme: Programme, last: date, playbook: Playbook) -> Match | None:
    """No playbook was drilled on a day on which its programme had not been held again."""
    if playbook.drilled is None or playbook.drilled <= last:
        return None
    facts = {
        "title": playbook.title,
        "drilled": a_day(playbook.drilled),
        "programme": programme.title,
        "last": a_day(last),
    }
    related = (Place(programme.id, ("last",)),)
    return Match(Place(playbook.id, ("drilled",)), "unheld", facts, related)


def _overdue(playbook: Playbook, top: TaxonomyMember, every: Duration, day: date) -> Match | None:
    facts = {"title": playbook.title, "level": top.title, "every": how_often(every)}
    if playbook.drilled is None:
        return Match(Place(playbook.id, ("id",)), "never", facts)
    if playbook.drilled > day:
        told = {"title": playbook.title, "drilled": a_day(playbook.drilled), "day": a_day(day)}
        return Match(Place(playbook.id, ("drilled",)), "to-come", told)
    due = ends(playbook.drilled, every)
    if due is None or day <= due:
        return None
    facts |= {"last": a_day(playbook.drilled), "due": a_day(due)}
    return Match(Place(playbook.id, ("drilled",)), "overdue", facts)


RULE = Rule(
    code="E08",
    name="drill-overdue",
    severity=Severity.WARNING,
    finds=Wording(
        zh=(
            "专项预案没有演练过，到期没有演练，演练日期还没有到或者在演练计划最近一次以后，或者演练计"
            "划的周期比它的最高响应级别要求的长。"
        ),
        en=(
            "A playbook that was never drilled, whose drill is overdue, dated in the future or "
            "after the last one of its programme, or whose drill programme runs less often than "
            "its highest response level requires."
        ),
    ),
    why=Wording(
        zh="没有演过的预案，第一次用就是真的用：号码打不通、门打不开，都到那时才知道。",
        en=(
            "The first use of an undrilled playbook is the real thing: only then does anybody "
            "learn that a number is dead or a door will not open."
        ),
    ),
    messages={
        "never": Wording(
            zh="“{title}”最高可启动{level}，应当每 {every}演练一次，现在还没有演练过。请安排演练。",
            en=(
                "“{title}” can start {level}, which is to be drilled every {every}, but it has "
                "never been drilled. Arrange a drill."
            ),
        ),
        "overdue": Wording(
            zh=(
                "“{title}”最高可启动{level}，应当每 {every}演练一次；上次是 {last}，"
                "最迟应在 {due}再演练。请安排演练。"
            ),
            en=(
                "“{title}” can start {level}, which is to be drilled every {every}; the last drill "
                "was on {last}, so the next was due by {due}. Arrange a drill."
            ),
        ),
        "to-come": Wording(
            zh=(
                "“{title}”的上次演练写的是 {drilled}，到 {day}还没有到。请写实际演练过的那一天；"
                "只是计划的，不要写在这里。"
            ),
            en=(
                "The last drill of “{title}” is dated {drilled}, which had not yet come on {day}. "
                "Write the day on which it was really drilled; what is only planned does not "
                "belong here."
            ),
        ),
        "unheld": Wording(
            zh=(
                "“{title}”写的上次演练是 {drilled}，它的演练计划“{programme}”最近一次却是 {last}。"
                "请照演练记录改正其中一处。"
            ),
            en=(
                "“{title}” says that it was last drilled on {drilled}, but its programme "
                "“{programme}” was last held on {last}. Correct one of them from the record of the "
                "drill."
            ),
        ),
        "seldom": Wording(
            zh=(
                "“{title}”最高可启动{level}，应当每 {every}演练一次，“{programme}”却 {turn}"
                "才轮一次。请缩短计划的周期。"
            ),
            en=(
                "“{title}” can start {level}, which is to be drilled every {every}, but "
                "“{programme}” runs only every {turn}. Run it more often."
            ),
        ),
        "other-level": Wording(
            zh="“{title}”最高可启动{level}，用的“{limit}”却不是给这一级的。请换成这一级的演练间隔。",
            en=(
                "“{title}” can start {level}, but “{limit}” is not meant for that level. Name the "
                "drill interval that is."
            ),
        ),
    },
    bad=Example(
        PLAYBOOK.replace(DRILLED, "drilled: 2025-10-31\n         ^^^^^^^^^^\n"),
    ),
    mended=Example(PLAYBOOK),
    check=check,
)
