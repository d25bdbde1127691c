"""What the rules of law have in common: a quantity of ours, the law's, and how they are named."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guifan.corpus.graph import Corpus
from guifan.findings import Match, Place, Suggestion, Wording
from guifan.language.kinds.limit import Bound
from guifan.language.quantities import say
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.calendar.compared import Case
from guifan.proof.law.floors import Bounded, Matter, bounded
from guifan.proof.told import day_of, how_much, when
from guifan.temporal.moments import DAY, Moment

LATE = Wording(
    zh=(
        "“{title}”是 {value}，比《{law}》准许的晚：{start}起算，到 {end} 才满，而“{floor_title}”"
        "（{floor}）到 {due} 就到期了。请改短。"
    ),
    en=(
        "“{title}” is {value}, later than {law} allows: from {start} it ends on {end}, but {floor} "
        "({floor_title}) end on {due}. Make it shorter."
    ),
)
"""The message ``late`` of every rule that compares."""

INCOMPARABLE = Wording(
    zh=(
        "“{title}”（{value}）和它所依据的法定底线“{floor_title}”（《{law}》，{bound} {floor}）单位"
        "不同，无法比较。请改成同一种单位；如果底线指错了，请改指对的一条。"
    ),
    en=(
        "“{title}” ({value}) and the floor that it names, “{floor_title}” ({law}: {bound} "
        "{floor}), cannot be compared. Write it in the same unit, or name the right floor."
    ),
)
"""The message ``incomparable`` of every rule that compares."""

OPPOSED = Wording(
    zh=(
        "“{title}”写的是{own_bound} {value}，而《{law}》的“{floor_title}”要求{bound} {floor}，"
        "方向相反，怎样做都守不住。请改正“方向”（bound），或者改指对的底线。"
    ),
    en=(
        "“{title}” is {own_bound} {value}, but “{floor_title}” of {law} is {bound} {floor}: the "
        "other side is bounded, which keeps nothing. Mend its bound, or name the right floor."
    ),
)
"""The message ``opposed`` of every rule that compares."""


def named(corpus: Corpus, clocks: Clocks | None, *matters: Matter) -> Iterator[tuple[Bounded, ...]]:
    """What a floor of these matters binds and counts by a calendar that is there, by item."""
    if clocks is not None:
        for each in bounded(corpus, *matters):
            yield tuple(one for one in each if clocks.has(one.calendar))


Judged = tuple[Bounded, Match | None]
"""A quantity against a floor, and what is wrong with it; None where it keeps the floor."""


def leading(judged: Iterable[Sequence[Judged]]) -> Iterator[Match | None]:
    """One finding an item, however many floors it breaks: the surest, with the other floors."""
    for pairs in judged:
        found = [(one, match) for one, match in pairs if match is not None]
        yield from (None for _, match in pairs if match is None)
        if found:
            first, match = min(found, key=lambda pair: (pair[1].warns, pair[0].unnamed))
            others = (floor_of(one) for one, _ in found if one is not first)
            yield replace(match, related=tuple(dict.fromkeys((*match.related, *others))))


def no_looser(corpus: Corpus, clocks: Clocks | None, *matters: Matter) -> Iterator[Match | None]:
    """Compare what a floor of these matters binds.

    What is found is ``looser``, ``short``, ``late`` or ``incomparable``.
    """
    if clocks is not None:
        yield from leading(
            [(one, _judge(one, clocks)) for one in each if not is_apart(one, clocks)]
            for each in named(corpus, clocks, *matters)
        )


def is_apart(one: Bounded, clocks: Clocks) -> bool:
    """Whether a floor that a limit does not name is of another kind of quantity altogether."""
    return one.unnamed and one.compared(clocks).keeps is None


def _judge(one: Bounded, clocks: Clocks) -> Match | None:
    if one.is_opposed:
        return opposed(one)
    comparison = one.compared(clocks)
    if comparison.keeps is None:
        return incomparable(one)
    if comparison.keeps:
        return None
    if comparison.case is None:
        return looser(one)
    broken = late if one.is_latest else short
    return broken(one, comparison.case, clocks)


def incomparable(one: Bounded) -> Match:
    """Two quantities of which no one can say whether the law is kept."""
    return Match(place(one), "incomparable", facts(one), (floor_of(one),), warns=True)


def opposed(one: Bounded) -> Match:
    """Two quantities that bound different sides; a side that is not written stands nowhere."""
    assert one.limit is not None
    about = {**facts(one), "own_bound": _bound(one.limit.bound)}
    is_written = "bound" in one.limit.model_fields_set
    at = Place(one.limit.id, (*one.path[:-1], "bound")) if is_written else place(one)
    return Match(at, "opposed", about, (floor_of(one),), warns=one.warns)


def looser(one: Bounded) -> Match:
    """A value on the wrong side of the law's; the law's own is the nearest that would hold."""
    nearest = Suggestion(say(one.floor.value))
    return Match(place(one), "looser", facts(one), (floor_of(one),), nearest, warns=one.warns)


def short(one: Bounded, case: Case, clocks: Clocks) -> Match:
    """A least time that, from some start, ends before the law's."""
    about = {
        **facts(one),
        "start": day_of(case.start),
        "end": when(case.other),
        "due": when(case.end),
    }
    warns = one.warns or clocks.horizon.is_provisional(case.start.day)
    return Match(place(one), "short", about, (floor_of(one),), warns=warns)


def late(one: Bounded, case: Case, clocks: Clocks) -> Match:
    """A longest time that, from some start, ends after the law's."""
    about = {
        **facts(one),
        "start": day_of(case.start),
        "end": when(case.end),
        "due": law_ends(clocks, one.calendar, case.other),
    }
    fits = one.fitting(clocks)
    suggestion = Suggestion(say(fits)) if fits else None
    warns = one.warns or clocks.horizon.is_provisional(case.start.day)
    return Match(place(one), "late", about, (floor_of(one),), suggestion, warns=warns)


def law_ends(clocks: Clocks, calendar: str | None, moment: Moment) -> Wording:
    """When the law's time ends; why at midnight, where a calendar closes sooner on other days."""
    said, counted = when(moment), clocks.calendar(calendar, legal=True)
    closes = any(stretches and stretches[-1][1] < DAY for stretches in counted.week)
    if moment.second < DAY or counted.works(moment.day) or not closes:
        return said
    return Wording(
        zh=f"{said.zh}（那天不上班，算到 24:00）",
        en=f"{said.en} (closed that day, which counts until 24:00)",
    )


def place(one: Bounded) -> Place:
    """Where our quantity stands."""
    return Place(one.item.id, one.path)


def floor_of(one: Bounded) -> Place:
    """Where the law's stands."""
    at = one.regulation.floors.index(one.floor)
    return Place(one.regulation.id, ("floors", at, "value"))


def _bound(bound: Bound) -> Wording:
    return Wording(zh=bound.label, en=bound.value.replace("-", " "))


def facts(one: Bounded) -> Mapping[str, object]:
    """Both quantities, and what states them."""
    return {
        "title": one.item.title,
        "value": how_much(one.amount),
        "law": one.regulation.short,
        "floor_title": one.floor.title,
        "bound": _bound(one.floor.bound),
        "floor": how_much(one.floor.value),
    }
