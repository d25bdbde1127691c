"""C06: a rota that its people cannot lawfully work under the regime that it declares."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, listed
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.rota import Regime, Rota
from guifan.language.labels import field_named
from guifan.language.quantities import Value
from guifan.proof.people.working_time import (
    MINUTE,
    STANDARD_DAY,
    WORKED_DAYS,
    Load,
    Need,
    loads,
    needs,
    number,
    seconds,
    unrested,
)
from guifan.proof.told import how_much

BOUNDS = ("shift_length", "rest_between", "weekly_mean", "consecutive")


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Add up every rota: its shifts, its week, its people."""
    for rota in corpus.of(Rota):
        faults = (*_regime(rota), *_shifts(corpus, rota), *_people(corpus, rota))
        yield from faults or (None,)


def _regime(rota: Rota) -> Iterator[Match]:
    worked = loads(rota)
    facts = {"title": rota.title, "regime": _regime_of(rota)}
    if rota.regime is Regime.FLEXIBLE:
        for one in worked:
            yield _at_shift(rota, one, "flexible", {**facts, "shift": one.shift.title})
        return
    if rota.regime is Regime.COMPREHENSIVE and rota.period is None:
        yield Match(Place(rota.id, ("regime",)), "no-period", facts)
    missing = [name for name in BOUNDS if getattr(rota, name) is None]
    if worked and missing:
        named = listed(field_named(Rota, name) for name in missing)
        yield Match(Place(rota.id, ("regime",)), "unbounded", {**facts, "missing": named})


def _shifts(corpus: Corpus, rota: Rota) -> Iterator[Match]:
    """The length of each shift, the rest after it, how many follow each other."""
    if rota.regime is Regime.FLEXIBLE:
        return
    longest, between = _amount(corpus, rota.shift_length), _amount(corpus, rota.rest_between)
    for one in loads(rota):
        yield from _length(rota, one, longest)
    rest = seconds(between)
    for one in unrested(rota, rest) if rest is not None else ():
        facts = {"title": rota.title, "shift": one.shift.title, "rest": _told(between)}
        yield _at_shift(rota, one, "no-rest", facts, rota.rest_between)
    row = number(_amount(corpus, rota.consecutive))
    if rota.regime is Regime.STANDARD and row is not None and row > WORKED_DAYS:
        facts = {"title": rota.title, "row": _number(row), "most": WORKED_DAYS}
        yield Match(Place(rota.id, ("consecutive",)), "in-a-row", facts)


def _length(rota: Rota, one: Load, longest: Value | None) -> Iterator[Match]:
    """From coming to leaving by the limit; under the standard regime also by the law's day."""
    facts: dict[str, object] = {"title": rota.title, "shift": one.shift.title}
    limit = seconds(longest)
    if limit is not None and one.gross * MINUTE > limit:
        facts |= {"hours": _hours(one.gross), "limit": _told(longest)}
        yield _at_shift(rota, one, "long", facts, rota.shift_length)
    elif rota.regime is Regime.STANDARD and one.net > STANDARD_DAY:
        facts |= {"hours": _hours(one.net), "limit": _hours(STANDARD_DAY)}
        yield _at_shift(rota, one, "long-day", facts)


def _people(corpus: Corpus, rota: Rota) -> Iterator[Match]:
    """Whether the people are enough; the reason that takes the most of them is told."""
    flexible = rota.regime is Regime.FLEXIBLE
    mean = None if flexible else seconds(_amount(corpus, rota.weekly_mean))
    most = max(needs(rota, mean), key=lambda need: need.people)
    if most.people > rota.staff.magnitude:
        facts = {
            "title": rota.title,
            "staff": how_much(rota.staff),
            "people": most.people,
            "sum": _sum(rota, most),
            "total": _hours(most.total) if most.why == "overworked" else most.total,
            "each": _each(most),
        }
        places = [Place(rota.id, ("shifts", one.at, "headcount")) for one in loads(rota)]
        yield Match(Place(rota.id, ("staff",)), most.why, facts, tuple(places))


def _at_shift(
    rota: Rota, one: Load, key: str, facts: Mapping[str, object], limit: str | None = None
) -> Match:
    related = (Place(limit, ("value",)),) if limit else ()
    return Match(Place(rota.id, ("shifts", one.at, "hours")), key, facts, related)


def _amount(corpus: Corpus, name: str | None) -> Value | None:
    limit = corpus.one(Limit, name)
    return limit.amount if limit else None


def _told(value: Value | None) -> Wording:
    return how_much(value) if value is not None else Wording(zh="", en="")


def _sum(rota: Rota, need: Need) -> str:
    """What is added up: hours or shifts by shift, or the people of the fullest day."""
    if need.why == "outnumbered":
        return str(need.total)
    if need.why == "unrested":
        return " + ".join(f"{one.people}×{len(one.presence)}" for one in loads(rota))
    return " + ".join(
        f"{_number(Fraction(one.weekly, 60 * one.people))}×{one.people}"
        for one in loads(rota)
        if one.people
    )


def _each(need: Need) -> Decimal:
    return _number(need.each / 60 if need.why == "overworked" else need.each)


def _hours(minutes: int) -> Decimal:
    return _number(Fraction(minutes, 60))


def _number(value: Fraction) -> Decimal:
    """At most two decimals, none that say nothing."""
    return Decimal(f"{float(value):.2f}".rstrip("0").rstrip("."))


def _regime_of(rota: Rota) -> Wording:
    return Wording(zh=rota.regime.label, en=rota.regime.value)


_ROTA = """\
kind: rota
id: hotline-rota
title: 热线排班
regime: comprehensive
period: 1 个月
shift_length: shift-length
rest_between: shift-rest
weekly_mean: weekly-hours
consecutive: consecutive-shifts
shifts:
  - id: early
    title: 早班
    hours: 每天 07:45–16:00
    role: hotline-agent
    headcount: 1 人
    rest: 45 分钟
  - id: late
    title: 晚班
    hours: 每天 15:45–24:00
    role: hotline-agent
    headcount: 1 人
    rest: 45 分钟
  - id: night
    title: 夜班
    hours: 每天 00:00–08:00、23:45–24:00
    role: hotline-agent
    headcount: 1 人
    rest: 45 分钟
"""

_LIMITS = """\
overlap: 15 分钟
--- standards/limits.yaml
kind: limit
items:
  - {id: shift-length, title: 一班最长, value: 10 小时}
  - {id: shift-rest, title: 两班间隔, value: 12 小时, bound: at-least}
  - {id: weekly-hours, title: 周平均工时, value: 40 小时/周}
  - {id: consecutive-shifts, title: 连续上班, value: 6 班}
"""

RULE = Rule(
    code="C06",
    name="unlawful-rota",
    severity=Severity.ERROR,
    finds=Wording(
        zh="排班表超过它写明的工时制度所允许的：一班太长、一周太多、休息不够，或者人手不够。",
        en=(
            "A rota that asks more than its declared working-time regime allows: shifts too long, "
            "too many hours a week, too little rest, or too few people."
        ),
    ),
    why=Wording(
        zh=(
            "三个人守不住一个全天的席位：一周 168 小时，三个人每人平均 40 小时，只有 120 小时。排"
            "不开的排班表，最后不是有人加班违法，就是半夜的席位空着。"
        ),
        en=(
            "Three people cannot keep one seat staffed around the clock: a week has 168 hours, and "
            "three people at 40 hours each cover 120. A rota that does not add up ends in unlawful "
            "overtime or an empty seat at midnight."
        ),
    ),
    messages={
        "flexible": Wording(
            zh=(
                "“{title}”实行{regime}，“{shift}”却要到岗当班：这个制度下只能排听班。"
                "请改成听班，或者给它换一种工时制度。"
            ),
            en=(
                "“{title}” is under the {regime} regime, but “{shift}” is worked on site: under "
                "that regime only on-call shifts are possible. Make it on call, or put the rota "
                "under another regime."
            ),
        ),
        "no-period": Wording(
            zh="“{title}”实行{regime}，没有写综合计算的周期，周平均工时算不出来。请写明周期。",
            en=(
                "“{title}” is under the {regime} regime but gives no averaging period, so the mean "
                "hours a week cannot be worked out. Add the period."
            ),
        ),
        "unbounded": Wording(
            zh="“{title}”实行{regime}，没有写它要守哪些限额：{missing}。请写上限额的编号。",
            en=(
                "“{title}” is under the {regime} regime but does not name {missing:a limit|the "
                "limits} it must keep: {missing}. Add {missing:its id|their ids}."
            ),
        ),
        "long": Wording(
            zh="“{title}”的“{shift}”从到岗到离岗 {hours} 小时，超过一班最长的 {limit}。请缩短。",
            en=(
                "“{shift}” of “{title}” lasts {hours} {hours:hour|hours} from arriving to leaving, "
                "more than the longest shift allowed, {limit}. Shorten it."
            ),
        ),
        "long-day": Wording(
            zh=(
                "“{title}”实行标准工时制，“{shift}”扣除班中休息是 {hours} 小时，"
                "超过劳动法第三十六条的每日 {limit} 小时。请缩短，或者多排一班。"
            ),
            en=(
                "“{title}” is under the standard regime, but “{shift}” is {hours} "
                "{hours:hour|hours} without breaks, more than the {limit} a day of article 36 of "
                "the Labour Law. Shorten it, or add another shift."
            ),
        ),
        "no-rest": Wording(
            zh=(
                "上完“{title}”的“{shift}”，第二天这个岗位的哪一班都赶不上：两班之间至少休息 "
                "{rest}。请把这一班缩短，或者把第二天的班往后排。"
            ),
            en=(
                "After “{shift}” of “{title}”, nobody can be back for any shift of the post on the "
                "next day: at least {rest} must lie between two shifts. Shorten this shift, or "
                "start one of the next day's later."
            ),
        ),
        "in-a-row": Wording(
            zh=(
                "“{title}”允许连续上班 {row} 班，超过 {most} 班：劳动法第三十八条要求每周至少休息"
                "一日。请减到 {most} 班以内。"
            ),
            en=(
                "“{title}” allows {row} {row:shift|shifts} in a row, more than {most}: article 38 "
                "of the Labour Law requires at least one day of rest a week. Reduce it to {most} "
                "or fewer."
            ),
        ),
        "overworked": Wording(
            zh=(
                "“{title}”的编制 {staff}，不够：各班一周合计 {total} 小时（每人小时×人数：{sum}），"
                "每人平均每周 {each} 小时，至少要 {people} 人。请增加编制，或者减少班次。"
            ),
            en=(
                "“{title}” has too few people ({staff}). Its shifts add up to {total} "
                "{total:hour|hours} a week (hours each × people: {sum}); at {each} a week per "
                "person, that takes at least {people} {people:person|people}. Add people, or cut "
                "shifts."
            ),
        ),
        "unrested": Wording(
            zh=(
                "“{title}”的编制 {staff}，不够让每人每周休息一日：各班一周合计 {total} 个班次"
                "（人数×天数：{sum}），每人每周最多 {each} 班，至少要 {people} 人。请增加编制。"
            ),
            en=(
                "“{title}” has too few people ({staff}) to give everyone a day of rest each week. "
                "Its week has {total} {total:shift|shifts} to fill (people × days: {sum}); at "
                "{each} at most per person, that takes at least {people} {people:person|people}. "
                "Add people."
            ),
        ),
        "outnumbered": Wording(
            zh=(
                "“{title}”的编制只有 {staff}，而班次最多的一天，各班人数合计 {sum} 人"
                "（每人一天 {each} 班，{total} 班要 {people} 人）。请增加编制。"
            ),
            en=(
                "“{title}” has only {staff}, but on its fullest day the shifts need {sum} (at "
                "{each} a day per person, {total} {total:shift takes|shifts take} {people}). Add "
                "people."
            ),
        ),
    },
    bad=Example(f"{_ROTA}staff: 3 人\n       ^^^\n{_LIMITS}"),
    mended=Example(f"{_ROTA}staff: 4 人\n{_LIMITS}"),
    check=check,
)
