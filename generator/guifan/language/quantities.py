"""Quantities: read from text, printed in the reader's language, exact in between.

``3 个工作日``, ``85%``, ``1,000 元``, ``3‰/日``, ``4–6 小时``: what promises, limits and targets
are made of. Numbers stay decimal as they were written (``1.10%`` prints with its zero). The names
at the end are the types of fields in models.
"""

import difflib
import re
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Annotated, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from guifan.language.numerals import NUMERAL, read_number
from guifan.language.units import (
    MEASURES,
    MISREAD,
    MONEY,
    PER,
    PER_MILLE,
    PERCENT,
    TIME,
    Name,
)
from guifan.language.written import Unreadable, Written, half_width, shown
from guifan.temporal import duration
from guifan.temporal.duration import Dimension, Unit
from guifan.temporal.measure import Measure, comparable


class NotAQuantity(Unreadable):
    """A text that is no quantity, or not one of the sort that is wanted."""


class _Field:
    """Lets a class of values be the type of a model's field: see ``_WRITTEN``."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _WRITTEN[cls].__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return _WRITTEN[cls].__get_pydantic_json_schema__(schema, handler)


@dataclass(frozen=True, slots=True, eq=False)
class _Amount(_Field, Measure):
    """A number of something; ``value`` keeps the decimals that were written."""

    value: Decimal

    @property
    def magnitude(self) -> Fraction:
        """The number, exactly."""
        return Fraction(self.value)

    def __str__(self) -> str:
        return say(self)  # type: ignore[arg-type]  # each kind of amount is a Value


@dataclass(frozen=True, slots=True, eq=False)
class Percent(_Amount):
    """So many in a hundred; equal to the same share in ‰."""

    @property
    def dimension(self) -> Hashable:
        """A share."""
        return "share"

    @property
    def magnitude(self) -> Fraction:
        """The share: 1 is the whole."""
        return Fraction(self.value) / 100


@dataclass(frozen=True, slots=True, eq=False)
class PerMille(_Amount):
    """So many in a thousand; equal to the same share in %."""

    @property
    def dimension(self) -> Hashable:
        """A share."""
        return "share"

    @property
    def magnitude(self) -> Fraction:
        """The share: 1 is the whole."""
        return Fraction(self.value) / 1000


@dataclass(frozen=True, slots=True, eq=False)
class Money(_Amount):
    """An amount in yuan (CNY)."""

    @property
    def dimension(self) -> Hashable:
        """Money of China."""
        return "CNY"


@dataclass(frozen=True, slots=True, eq=False)
class Count(_Amount):
    """So many things, times, people or points; a mean may have decimals (``1.2 次``).

    Args:
        value: how many.
        measure: the Chinese measure word (次, 人, 分 …), one of ``units.MEASURES``.
    """

    measure: str

    @property
    def dimension(self) -> Hashable:
        """What is counted."""
        return "count", self.measure


Amount = duration.Duration | Percent | PerMille | Money | Count
"""A number with a unit."""


@dataclass(frozen=True, slots=True, eq=False)
class Rate(_Field, Measure):
    """An amount for each ``per``: a Chinese unit of time or measure word (日, 月, 次 …)."""

    amount: Amount
    per: str

    @property
    def dimension(self) -> Hashable:
        """The amount's dimension, and per what."""
        return "rate", self.amount.dimension, self.per

    @property
    def magnitude(self) -> Fraction:
        """The amount's."""
        return self.amount.magnitude

    def __str__(self) -> str:
        return say(self)


@dataclass(frozen=True, slots=True)
class Range(_Field):
    """From ``low`` to ``high``, both included, ``low`` being less."""

    low: Amount
    high: Amount

    def __str__(self) -> str:
        return say(self)


Value = Amount | Rate | Range
"""What ``parse_quantity`` gives."""


_Make = Callable[[Decimal], Amount]


def _time(unit: Unit) -> _Make:
    """What makes durations of a unit; half a year is six months."""

    def make(number: Decimal) -> Amount:
        amount = Fraction(number)
        if amount == 0:
            raise NotAQuantity("zero")
        if amount * unit.scale > _LONGEST[unit.dimension]:
            raise NotAQuantity("too-long")
        if amount.denominator == 1 or unit.divisible:
            return duration.Duration(amount, unit)
        if unit is Unit.YEAR and (amount * 12).denominator == 1:
            return duration.Duration(amount * 12, Unit.MONTH)
        raise NotAQuantity("fraction", {"unit": TIME[unit].zh})

    return make


_LONGEST = {
    Dimension.SECONDS: 36525 * 86400,
    Dimension.DAYS: 36525,
    Dimension.MONTHS: 1200,
    Dimension.WORKING_SECONDS: 36525 * 86400,
    Dimension.WORKING_DAYS: 36525,
}
"""A century, which no service takes: more is a slip (or the year of a date)."""


def _units() -> dict[str, _Make]:
    """What each unit word, in lower case, makes of a number."""
    kinds: list[tuple[Name, _Make]] = [(PERCENT, Percent), (PER_MILLE, PerMille), (MONEY, Money)]
    kinds += [(name, partial(Count, measure=measure)) for measure, name in MEASURES.items()]
    kinds += [(name, _time(unit)) for unit, name in TIME.items()]
    return {word: make for name, make in kinds for word in name.words}


_UNITS = _units()
_PER_WORDS = {word: per for per, name in PER.items() for word in name.words}

_CURRENCY = "(?:¥|cny|rmb|人民币)"
_DASH = r"(?:–|—|-|~|至|到|\bto\b)"
_NUMBER_UNIT = re.compile(rf"(?P<number>{NUMERAL})\s*(?P<unit>.*)")
_MONEY = re.compile(rf"{_CURRENCY}\s*(?P<number>{NUMERAL})\s*元?", re.IGNORECASE)
_SHARE = re.compile(rf"(?P<of>[百千])分之(?P<number>{NUMERAL})")
_RANGE = re.compile(
    rf"(?P<sign>{_CURRENCY}?)\s*(?P<low>{NUMERAL})\s*(?P<low_unit>[^0-9]*?)\s*{_DASH}\s*"
    rf"(?P<high_sign>{_CURRENCY}?)\s*(?P<high>{NUMERAL})\s*(?P<high_unit>[^0-9]*)",
    re.IGNORECASE,
)
_EACH = re.compile(rf"每\s*(?P<per>{'|'.join(_PER_WORDS)})\s*(?P<amount>.+)")
_SLASH = re.compile(r"(?P<amount>.+?)(?:\s*/\s*| per (?!cent|mille))(?P<per>.+)", re.IGNORECASE)
_BARE_DAY = re.compile(rf"(?:{NUMERAL}\s*|/\s*|每)(?:个?天)")
_PART = re.compile(rf"({NUMERAL})\s*([^0-9零〇一二两三四五六七八九十百千万亿半]+)")
_MOST_CHARACTERS = 80


def parse_quantity(text: str) -> Value:
    """Read any quantity.

    Raises:
        NotAQuantity: it is none, or one that could be read in two ways.
    """
    line = " ".join(half_width(text).split())
    if len(line) > _MOST_CHARACTERS:
        raise NotAQuantity("no-number", {"text": shown(text)})
    if line.startswith(("-", "−")):
        raise NotAQuantity("not-positive", {"text": shown(text)})
    if _BARE_DAY.search(line):
        raise NotAQuantity("bare-day", {"text": shown(text)}, _readings_of_bare_day(line))
    rate = _EACH.fullmatch(line) or _SLASH.fullmatch(line)
    if rate:
        return _rate(rate["amount"], rate["per"])
    spread = _RANGE.fullmatch(line)
    if spread:
        return _range(spread)
    return _amount(line)


def _readings_of_bare_day(line: str) -> tuple[str, ...]:
    """The text with 日 and with 个工作日, as far as they make a quantity."""
    readings = []
    for word in (" 日", " 个工作日"):
        with suppress(NotAQuantity):
            readings.append(say(parse_quantity(re.sub("(?:个 ?)?天", word, line))))
    return tuple(readings)


def _rate(amount: str, per: str) -> Rate:
    word = _PER_WORDS.get(per.lower())
    if word is not None:
        return Rate(_amount(amount), word)
    near = difflib.get_close_matches(per.lower(), _PER_WORDS, 2)
    suggestions = []
    with suppress(NotAQuantity):
        _amount(amount)
        suggestions += [f"{amount}/{_PER_WORDS[unit]}" for unit in near]
    raise NotAQuantity("unknown-unit", {"unit": shown(per)}, tuple(suggestions))


def _range(match: re.Match[str]) -> Range:
    """``4–6 小时``, ``¥10–20``: a unit or sign said once is of both ends."""
    sign = match["high_sign"] or match["sign"]
    high = _amount(f"{sign}{match['high']}{match['high_unit']}")
    unit = match["low_unit"] or ("" if sign else match["high_unit"])
    low = _amount(f"{match['sign'] or sign}{match['low']}{unit}")
    if not comparable(low, high):
        raise NotAQuantity("mixed", {"text": shown(match[0])})
    if not low < high:
        raise NotAQuantity("range-order", {"low": say(low), "high": say(high)})
    return Range(low, high)


def _amount(text: str) -> Amount:
    number, unit = _split(text)
    value = read_number(number)
    if value is None or unit.startswith((",", ".")):
        raise NotAQuantity("bad-number", {"text": shown(text)})
    if not unit:
        raise NotAQuantity("no-unit", {"text": shown(text)})
    make = _UNITS.get(unit.lower())
    if make is not None:
        return make(value)
    if len(_PART.findall(text)) > 1:
        raise NotAQuantity("mixed", {"text": shown(text)}, _sum(text))
    raise NotAQuantity("unknown-unit", {"unit": shown(unit)}, _likely(value, unit.lower()))


def _split(text: str) -> tuple[str, str]:
    """The number and the unit that a text is made of."""
    share = _SHARE.fullmatch(text)
    if share:
        return share["number"], {"百": "%", "千": "‰"}[share["of"]]
    money = _MONEY.fullmatch(text)
    if money:
        return money["number"], MONEY.zh
    written = _NUMBER_UNIT.fullmatch(text)
    if written is None:
        raise NotAQuantity("no-number", {"text": shown(text)})
    return written["number"], written["unit"].strip()


def _sum(text: str) -> tuple[str, ...]:
    """``2 小时 30 分钟`` in one unit, where that has a meaning."""
    try:
        parts = [_amount(f"{number}{unit.strip()}") for number, unit in _PART.findall(text)]
    except NotAQuantity:
        return ()
    times = [part for part in parts if isinstance(part, duration.Duration)]
    if len(times) < len(parts) or len({time.dimension for time in times}) > 1:
        return ()
    smallest = min((time.unit for time in times), key=lambda unit: unit.scale)
    total = sum((time.magnitude for time in times), Fraction(0))
    return (say(duration.Duration(total / smallest.scale, smallest)),)


def _likely(number: Decimal, unit: str) -> tuple[str, ...]:
    """What may have been meant by a number with a unit that is none."""
    if unit in MISREAD:
        readings = [(number * times, word) for times, word in MISREAD[unit]]
    else:
        near = difflib.get_close_matches(unit, _UNITS, 2, 0.5)
        readings = [(number, word) for word in near]
    said = []
    for amount, word in readings:
        with suppress(NotAQuantity):
            said.append(say(_UNITS[word](amount)))
    return tuple(dict.fromkeys(said))


Sort = TypeVar("Sort")


def _parse(sort: type[Sort], text: str) -> Sort:
    """Read a quantity of one sort, with suggestions of that sort."""
    key, usual = _SORTS[sort]
    try:
        value = parse_quantity(text)
    except NotAQuantity as fault:
        if fault.key == "no-unit":
            suggestions = tuple(f"{text.strip()} {unit}".replace(" %", "%") for unit in usual)
            raise NotAQuantity(fault.key, fault.arguments, suggestions) from None
        raise
    if isinstance(value, sort):
        return value
    minutes = sort is duration.Duration and isinstance(value, Count) and value.measure == "分"
    suggestions = (f"{text.strip()}钟",) if minutes else ()
    raise NotAQuantity(key, {"text": shown(text)}, suggestions)


def parse_duration(text: str) -> duration.Duration:
    """Read a length of time.

    Raises:
        NotAQuantity: it is none; a bare 天 comes with its two readings.
    """
    return _parse(duration.Duration, text)


_SORTS: dict[type, tuple[str, tuple[str, ...]]] = {
    duration.Duration: ("not-a-duration", ("分钟", "小时", "个工作日")),
    Percent: ("not-a-percentage", ("%",)),
    PerMille: ("not-per-mille", ("‰",)),
    Money: ("not-money", ("元",)),
    Count: ("not-a-count", ("次", "人", "分")),
    Rate: ("not-a-rate", ()),
    Range: ("not-a-range", ()),
}
"""The key that says a text is not of the sort, and the units to suggest where none stands."""


def say(quantity: Value, locale: str = "zh-Hans") -> str:
    """The quantity in words of the reader's language: Chinese for ``zh…``, English otherwise."""
    match quantity:
        case Rate(amount, per):
            return f"{say(amount, locale)}/{per if _chinese(locale) else PER[per].one}"
        case Range(low, high):
            return _say_range(say(low, locale), say(high, locale))
        case Percent(value):
            return f"{_number(value)}%"
        case PerMille(value):
            return f"{_number(value)}‰"
        case Money(value) if not _chinese(locale):
            return f"CNY {_number(value)}"
    number = quantity.amount if isinstance(quantity, duration.Duration) else quantity.value
    return f"{_number(number)} {_unit(quantity, number, locale)}"


def _unit(quantity: Amount, number: int | Fraction | Decimal, locale: str) -> str:
    """The word for what is counted, in the form that ``number`` takes."""
    match quantity:
        case duration.Duration(_, unit):
            name = TIME[unit]
        case Count(_, measure):
            name = MEASURES[measure]
        case _:
            name = MONEY
    if _chinese(locale):
        return name.zh
    return name.one if number == 1 else name.many


def _chinese(locale: str) -> bool:
    return locale.startswith("zh")


def _say_range(low: str, high: str) -> str:
    """``4–6 小时``: a unit that both share is said once."""
    number, _, unit = low.partition(" ")
    if unit and high.endswith(f" {unit}") and number[0].isdigit():
        return f"{number}–{high}"
    return f"{low}–{high}"


def _number(amount: int | Fraction | Decimal) -> str:
    """Digits with thousands grouped; a fraction is a decimal, which for what is read is exact."""
    if isinstance(amount, Fraction):
        amount = Decimal(amount.numerator) / Decimal(amount.denominator)
    return f"{amount:,f}" if isinstance(amount, Decimal) else f"{amount:,}"


def _written(sort: type, hint: str, *examples: str) -> Written:
    return Written((sort,), partial(_parse, sort), say, hint, examples)


_WRITTEN: dict[type, Written] = {
    Percent: _written(Percent, "百分比，带百分号。", "85%", "99.95%"),
    PerMille: _written(PerMille, "千分比，带千分号。", "3‰"),
    Money: _written(Money, "金额，单位为元。", "100 元", "1,000 元"),
    Count: _written(Count, "数目，带量词。", "3 次", "2 人", "4.5 分"),
    Rate: _written(Rate, "每单位多少，用斜杠分开。", "3‰/日", "2 次/月"),
    Range: _written(Range, "从多少到多少，两端都包括在内。", "4–6 小时"),
}

Duration = Annotated[
    duration.Duration,
    _written(
        duration.Duration,
        "时长：15 秒、30 分钟、4 小时、15 日、2 个月、1 年按自然时间，"
        "30 工作分钟、4 工作小时、3 个工作日只算工作时间；不写「天」。",
        "3 个工作日",
        "15 秒",
    ),
]
"""A field that holds a length of time."""

Quantity = Annotated[
    Value,
    Written(
        get_args(Value),
        parse_quantity,
        say,
        "数量，带单位：时长、百分比、金额、次数（分值）、比率或范围。",
        ("3 个工作日", "85%", "100 元", "3‰/日", "4–6 小时"),
    ),
]
"""A field that holds any quantity."""
