"""T13: a graver event is given more time than a lighter one."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from guifan.checks.rules.time.worded import two_limits
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.limit import Bound, Limit
from guifan.language.kinds.playbook import Playbook
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.limits.bounds import lasting, later
from guifan.proof.limits.variants import TAXONOMIES, variants
from guifan.proof.places import amount_place
from guifan.proof.scopes import named

GRADE, LEVELS = "grade", "levels"


class Graded(NamedTuple):
    """A limit for the events of a grade, or for what may start a level of response.

    Args:
        order: the place of the grade or level, 0 for the gravest.
        limit: how long.
        place: where it is given to it.
    """

    order: int
    limit: Limit
    place: Place


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Compare the limits of neighbouring grades, and of levels of response, then every playbook's.

    The first are those that vary by nothing else.
    """
    if clocks is None:
        return
    told: set[tuple[str, str]] = set()
    for axis in (GRADE, LEVELS):
        order = _order(corpus, axis)
        for group in variants(corpus, axis):
            for graver, lighter in _neighbours(list(_varying(group, axis, order))):
                told.add((graver.limit.id, lighter.limit.id))
                yield _compared(clocks, "slower", graver, lighter)
    order = _order(corpus, GRADE)
    for playbook in corpus.of(Playbook):
        for graver, lighter in _neighbours(list(_updates(corpus, clocks, playbook, order))):
            if (graver.limit.id, lighter.limit.id) in told:
                yield None
                continue
            yield _compared(clocks, "updates", graver, lighter)


def _order(corpus: Corpus, axis: str) -> dict[str, int]:
    """The place of each grade or level, 0 for the gravest."""
    return {name: at for at, name in enumerate(corpus.members(TAXONOMIES[axis]))}


def _varying(group: tuple[Limit, ...], axis: str, order: Mapping[str, int]) -> Iterator[Graded]:
    for limit in group:
        for grade in sorted(named(limit.applies, axis) & order.keys(), key=order.__getitem__):
            yield Graded(order[grade], limit, amount_place(limit))


def _updates(
    corpus: Corpus, clocks: Clocks, playbook: Playbook, order: Mapping[str, int]
) -> Iterator[Graded]:
    """How often a playbook tells the news, by grade."""
    for at, response in enumerate(playbook.responses):
        limit = corpus.one(Limit, response.updates)
        if limit is None or limit.bound is not Bound.AT_MOST or response.grade not in order:
            continue
        if lasting(clocks, limit) is not None:
            place = Place(playbook.id, ("responses", at, "updates"))
            yield Graded(order[response.grade], limit, place)


def _neighbours(graded: list[Graded]) -> Iterator[tuple[Graded, Graded]]:
    """Each with the one of the next lighter grade that there is."""
    ordered = sorted(graded, key=lambda one: one.order)
    return (pair for pair in pairwise(ordered) if pair[0].order != pair[1].order)


def _compared(clocks: Clocks, key: str, graver: Graded, lighter: Graded) -> Match | None:
    """What is wrong with two neighbours; None where the graver grade is no slower."""
    case = later(clocks, graver.limit, lighter.limit)
    if case is None:
        return None
    amounts = (amount_place(graver.limit), amount_place(lighter.limit))
    return Match(
        graver.place,
        key,
        two_limits(graver.limit, lighter.limit, case),
        (
            lighter.place,
            *(place for place in amounts if place not in (graver.place, lighter.place)),
        ),
        warns=clocks.horizon.is_provisional(case.start.day),
    )


RULE = Rule(
    code="T13",
    name="graver-slower",
    severity=Severity.ERROR,
    finds=Wording(
        zh="更重一级的事件、更高一级的响应，给的时间反而更长。",
        en="A graver event, or a higher level of response, is given more time than a lighter one.",
    ),
    why=Wording(
        zh=(
            "事件越重，越要快。重的一级反而可以慢，值班的人定级时就会往轻里定，"
            "或者照着轻的一级做，重的那条时限成了空话。"
        ),
        en=(
            "The graver the event, the sooner something must be done. Where the graver grade may "
            "take longer, people either grade events down or keep to the lighter grade's time, and "
            "the graver one's limit means nothing."
        ),
    ),
    messages={
        "slower": Wording(
            zh=(
                "“{title}”（{within}）用于更重的一级，却比“{other}”（{least}）慢：{start}起算的，"
                "前者 {end} 到期，后者 {due} 到期。请把重的一级改到不慢于轻的一级。"
            ),
            en=(
                "“{title}” ({within}) is for the graver grade and yet slower than “{other}” "
                "({least}): from {start}, the first is due on {end}, the second on {due}. Make the "
                "graver grade no slower."
            ),
        ),
        "updates": Wording(
            zh=(
                "更重的一级按“{title}”（{within}）更新口径，比轻一级的“{other}”（{least}）慢："
                "{start}起算的，前者 {end} 到期，后者 {due} 到期。请给重的一级换一条更快的时限。"
            ),
            en=(
                "The graver grade is given news by “{title}” ({within}), slower than “{other}” "
                "({least}) of the lighter one: from {start}, the first is due on {end}, the second "
                "on {due}. Give the graver grade a quicker limit."
            ),
        ),
    },
    bad=Example("""\
--- standards/grades.yaml
kind: taxonomy
id: event-grade
title: 事件分级
ordered: 是
members:
  - {id: major, title: 重大}
  - {id: ordinary, title: 一般}
--- standards/major.yaml
kind: limit
id: update-major
title: 口径更新间隔（重大）
value: 2 小时
       ^^^^
applies: {grade: major}
--- standards/ordinary.yaml
kind: limit
id: update-ordinary
title: 口径更新间隔（一般）
value: 1 小时
applies: {grade: ordinary}
"""),
    mended=Example("""\
--- standards/major.yaml
kind: limit
id: update-major
title: 口径更新间隔（重大）
value: 30 分钟
applies: {grade: major}
"""),
    check=check,
)
