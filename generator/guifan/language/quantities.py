"""Quantities: read from text, printed in the reader's language, exact in between.

``3 个工作日``, ``85%``, ``1,000 元``, ``3‰/日``, ``4–6 小时``: what promises, limits and targets
are made of. Numbers stay decimal as they were written (``1.10%`` prints with its zero). The names
at the end are the types of fields in models.
"""

import difflib
import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Annotated, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from guifan.language.numerals import NUMERAL, read_number
from guifan.language.written import Unreadable, Written, half_width, shown
from guifan.temporal import duration
from guifan.temporal.duration import Unit
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
class Score(_Amount):
    """Points, as a survey or an examination gives them."""

    @property
    def dimension(self) -> Hashable:
        """Points."""
        return "score"


@dataclass(frozen=True, slots=True, eq=False)
class Count(_Amount):
    """So many things, times or people; a mean may have decimals (``1.2 次``).

    Args:
        value: how many.
        measure: the Chinese measure word (次, 人 …).
    """

    measure: str

    @property
    def dimension(self) -> Hashable:
        """What is counted."""
        return "count", self.measure


Amount = duration.Duration | Percent | PerMille | Money | Score | Count
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


# Words: what each unit is called, first as it is printed and then as it may also be written.

_TIMES: dict[Unit, tuple[str, tuple[str, ...], tuple[str, str], tuple[str, ...]]] = {
    Unit.SECOND: ("秒", ("秒钟",), ("second", "seconds"), ("s", "sec", "secs")),
    Unit.MINUTE: ("分钟", (), ("minute", "minutes"), ("min", "mins")),
    Unit.HOUR: ("小时", ("个小时", "钟头", "个钟头"), ("hour", "hours"), ("h", "hr", "hrs")),
    Unit.DAY: (
        "日",
        ("自然日", "个自然日", "日历日", "个日历日"),
        ("day", "days"),
        ("d", "calendar day", "calendar days", "natural day", "natural days"),
    ),
    Unit.MONTH: ("个月", (), ("month", "months"), ()),
    Unit.YEAR: ("年", (), ("year", "years"), ("yr", "yrs")),
    Unit.WORKING_MINUTE: (
        "工作分钟",
        ("个工作分钟",),
        ("working minute", "working minutes"),
        ("business minute", "business minutes"),
    ),
    Unit.WORKING_HOUR: (
        "工作小时",
        ("个工作小时",),
        ("working hour", "working hours"),
        ("business hour", "business hours"),
    ),
    Unit.WORKING_DAY: (
        "个工作日",
        ("工作日",),
        ("working day", "working days"),
        ("business day", "business days", "workday", "workdays"),
    ),
}

_MEASURES: dict[str, tuple[str, str]] = {
    "次": ("time", "times"),
    "人": ("person", "people"),
    "人次": ("visit", "visits"),
    "个": ("unit", "units"),
    "户": ("household", "households"),
    "件": ("case", "cases"),
    "台": ("device", "devices"),
    "条": ("entry", "entries"),
    "名": ("member", "members"),
    "家": ("company", "companies"),
    "级": ("level", "levels"),
    "项": ("item", "items"),
    "份": ("copy", "copies"),
    "单": ("ticket", "tickets"),
    "宗": ("matter", "matters"),
    "笔": ("transaction", "transactions"),
    "张": ("sheet", "sheets"),
    "通": ("call", "calls"),
    "页": ("page", "pages"),
    "题": ("question", "questions"),
    "门": ("course", "courses"),
    "轮": ("round", "rounds"),
    "班": ("shift", "shifts"),
    "席": ("seat", "seats"),
    "处": ("site", "sites"),
    "倍": ("fold", "fold"),
    "岁": ("year of age", "years of age"),
    "字": ("character", "characters"),
    "kbps": ("kbps", "kbps"),
    "Mbps": ("Mbps", "Mbps"),
    "Gbps": ("Gbps", "Gbps"),
    "MB": ("MB", "MB"),
    "GB": ("GB", "GB"),
    "TB": ("TB", "TB"),
}

_PER: dict[str, str] = {
    "秒": "second",
    "分钟": "minute",
    "小时": "hour",
    "日": "day",
    "工作日": "working day",
    "周": "week",
    "月": "month",
    "季度": "quarter",
    "年": "year",
    "次": "time",
    "人": "person",
    "户": "household",
    "件": "case",
    "台": "device",
    "条": "entry",
    "单": "ticket",
    "班": "shift",
    "页": "page",
    "MB": "MB",
    "GB": "GB",
}

_PER_WORDS = (
    {word: word for word in _PER}
    | {english: word for word, english in _PER.items()}
    | {"个月": "月", "个工作日": "工作日", "个季度": "季度", "星期": "周"}
)

_BARE_DAYS = ("天", "个天")


def _time(unit: Unit) -> Callable[[Decimal], Amount]:
    """Make durations of a unit; half a year is six months."""

    def make(number: Decimal) -> Amount:
        amount = Fraction(number)
        if unit is Unit.YEAR and amount.denominator != 1 and (amount * 12).denominator == 1:
            return duration.Duration(amount * 12, Unit.MONTH)
        if amount.denominator != 1 and not unit.divisible:
            raise NotAQuantity("fraction", {"unit": _TIMES[unit][0]})
        if amount == 0:
            raise NotAQuantity("zero")
        if amount * unit.scale > _CENTURY[unit.dimension]:
            raise NotAQuantity("too-long")
        return duration.Duration(amount, unit)

    return make


_CENTURY = {
    duration.Dimension.SECONDS: 36525 * 86400,
    duration.Dimension.DAYS: 36525,
    duration.Dimension.MONTHS: 1200,
    duration.Dimension.WORKING_SECONDS: 36525 * 86400,
    duration.Dimension.WORKING_DAYS: 36525,
}


def _count(measure: str) -> Callable[[Decimal], Amount]:
    return lambda number: Count(number, measure)


def _units() -> dict[str, Callable[[Decimal], Amount]]:
    """What each unit word, in lower case, makes of a number."""
    units: dict[str, Callable[[Decimal], Amount]] = {
        "%": Percent,
        "percent": Percent,
        "per cent": Percent,
        "‰": PerMille,
        "per mille": PerMille,
        "元": Money,
        "元人民币": Money,
        "块钱": Money,
        "yuan": Money,
        "cny": Money,
        "rmb": Money,
        "分": Score,
        "point": Score,
        "points": Score,
    }
    for measure, (one, many) in _MEASURES.items():
        units |= dict.fromkeys((measure.lower(), one.lower(), many.lower()), _count(measure))
    for unit, (printed, also, english, also_english) in _TIMES.items():
        words = (printed, *also, *english, *also_english)
        units |= dict.fromkeys(words, _time(unit))
        units |= dict.fromkeys((word.replace(" ", "-") for word in words), _time(unit))
    return units


_UNITS = _units()

_NUMBER_UNIT = re.compile(rf"(?P<number>{NUMERAL})\s*(?P<unit>.*)", re.DOTALL)
_MONEY = re.compile(rf"(?:¥|cny|rmb|人民币)\s*(?P<number>{NUMERAL})\s*(?:元)?", re.IGNORECASE)
_SHARE = re.compile(r"(?P<of>百|千)分之(?P<number>.+)")
_RANGE = re.compile(
    rf"(?P<low>(?:¥|cny|rmb)?\s*{NUMERAL}[^0-9–—~至到]*?)\s*(?:–|—|-|~|至|到|\bto\b)\s*"
    rf"(?P<high>(?:¥|cny|rmb)?\s*{NUMERAL}\s*\D*)",
    re.IGNORECASE,
)
_EACH = re.compile(r"每(?:个)?(?P<per>\D+?)\s*(?P<amount>[0-9].*)")


def parse_quantity(text: str) -> Value:
    """Read any quantity.

    Raises:
        NotAQuantity: it is none, or one that could be read in two ways.
    """
    line = " ".join(half_width(text).split())
    if line[:1] in ("-", "−"):
        raise NotAQuantity("not-positive", {"text": shown(text)})
    each = _EACH.fullmatch(line)
    if each:
        return _rate(each["amount"], each["per"])
    amount, slash, per = line.partition("/")
    if slash:
        return _rate(amount.strip(), per.strip())
    spread = _RANGE.fullmatch(line)
    if spread:
        return _range(spread["low"].strip(), spread["high"].strip())
    return _amount(line)


def _rate(amount: str, per: str) -> Rate:
    if per in (*_BARE_DAYS, "days"):
        raise NotAQuantity("bare-day", {"text": shown(f"{amount}/{per}")}, (f"{amount}/日",))
    word = _PER_WORDS.get(per) or _PER_WORDS.get(per.lower())
    if word is None:
        near = difflib.get_close_matches(per, _PER_WORDS, 2)
        raise NotAQuantity(
            "unknown-unit", {"unit": shown(per)}, tuple(f"{amount}/{unit}" for unit in near)
        )
    return Rate(_amount(amount), word)


def _range(low: str, high: str) -> Range:
    top = _amount(high)
    if re.fullmatch(NUMERAL, low):
        low += _NUMBER_UNIT.sub(r"\g<unit>", high) if high[0].isdigit() else ""
        low = low if high[0].isdigit() else f"¥{low}"
    bottom = _amount(low)
    if not comparable(bottom, top):
        raise NotAQuantity("mixed", {"text": shown(f"{low}–{high}")})
    if not bottom < top:
        raise NotAQuantity("range-order", {"low": say(bottom), "high": say(top)})
    return Range(bottom, top)


def _amount(text: str) -> Amount:
    share = _SHARE.fullmatch(text)
    money = _MONEY.fullmatch(text)
    if share:
        number, unit = share["number"], {"百": "%", "千": "‰"}[share["of"]]
    elif money:
        number, unit = money["number"], "元"
    else:
        written = _NUMBER_UNIT.fullmatch(text)
        if written is None:
            raise NotAQuantity("no-number", {"text": shown(text)})
        number, unit = written["number"], written["unit"].strip()
    value = read_number(number)
    if value is None:
        raise NotAQuantity("no-number", {"text": shown(text)})
    return _make(value, unit, text)


def _make(value: Decimal, unit: str, text: str) -> Amount:
    make = _UNITS.get(unit.lower())
    if make is not None:
        return make(value)
    number = _number(value)
    if not unit:
        raise NotAQuantity("no-unit", {"text": shown(text)})
    if unit in _BARE_DAYS:
        raise NotAQuantity(
            "bare-day", {"text": shown(text)}, (f"{number} 日", f"{number} 个工作日")
        )
    raise _unknown(number, unit, text)


def _unknown(number: str, unit: str, text: str) -> NotAQuantity:
    parts = re.findall(rf"({NUMERAL})\s*([^\d半零〇一二两三四五六七八九十百千万亿]+)", text)
    if len(parts) > 1 and all(part.strip().lower() in _UNITS for _, part in parts):
        return NotAQuantity("mixed", {"text": shown(text)})
    near = difflib.get_close_matches(unit.lower(), _UNITS, 2, 0.5)
    return NotAQuantity(
        "unknown-unit", {"unit": shown(unit)}, tuple(f"{number} {word}" for word in near)
    )


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
    suggestions = ()
    if sort is duration.Duration and isinstance(value, Score):
        suggestions = (f"{_number(value.value)} 分钟",)
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
    Score: ("not-a-score", ("分",)),
    Count: ("not-a-count", ("次", "个")),
    Rate: ("not-a-rate", ()),
    Range: ("not-a-range", ()),
}
"""The key that says a text is not of the sort, and the units to suggest where none stands."""


def say(quantity: Value, locale: str = "zh-Hans") -> str:
    """The quantity in words of the reader's language: Chinese for ``zh…``, English otherwise."""
    match quantity:
        case Rate(amount, per):
            return f"{say(amount, locale)}/{per if _chinese(locale) else _PER[per]}"
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
    """The word for what is counted, in the number that ``number`` takes."""
    match quantity:
        case duration.Duration(_, unit):
            chinese, _, english, _ = _TIMES[unit]
        case Count(_, measure):
            chinese, english = measure, _MEASURES[measure]
        case Score():
            chinese, english = "分", ("point", "points")
        case _:
            return "元"
    if _chinese(locale):
        return chinese
    return english[0] if number == 1 else english[1]


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
    Score: _written(Score, "分值，单位为分。", "4.5 分"),
    Count: _written(Count, "数目，带量词。", "3 次", "2 人"),
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
        "数量，带单位：时长、百分比、金额、次数、分值、比率或范围。",
        ("3 个工作日", "85%", "100 元", "3‰/日", "4–6 小时"),
    ),
]
"""A field that holds any quantity."""
