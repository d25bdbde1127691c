"""Quantities that stand literally in a sentence, where they should be cited from where they live.

Aims at precision: what is found is a number with a unit of time, percent or money. Dates, clock
times, ordinals, telephone numbers, references and idioms are left alone, even where that lets a
quantity pass.
"""

import re
from typing import NamedTuple

from guifan.language.numerals import NUMERAL, read_number
from guifan.language.written import half_width


class Literal(NamedTuple):
    """A stretch of a sentence, ``text[start:end]``."""

    start: int
    end: int
    text: str


_DIGITS = "零〇一二三四五六七八九十"
_NUMBER = f"(?:[0-9]{{1,4}}|[{_DIGITS}]{{1,4}})"

_NOT_PROSE = re.compile(
    "|".join(
        (
            r"【[^】]*】",
            r"`[^`]*`",
            r"https?://[^\s，。；）]+",
            r"\]\([^)]*\)",
            r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}",
            rf"(?:[12][0-9]{{3}}|[{_DIGITS}]{{4}})\s*年",
            rf"第\s*{NUMERAL}",
            r"(?<![一二两三四五六七八九十半0-9 ])(?:星期|周)[一二三四五六日天]",
            rf"月\s*(?:初|末|底)?{_NUMBER}\s*[日号]",
            r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?",
            r"7\s*[×x*]\s*24\s*小时|[×*]\s*100\s*%",
            r"(?:(?<!提)前一|最后一|上一|下一)(?:个工作日|个月|日|天|年|周|小时|分钟)",
            r"一日三餐|一年四季|一年一度|十年如一日|三天两头|百年大计|[上下前后大]半年",
        )
    )
)
"""What is taken out first: references, code, links, dates, ordinals, weekdays, hours, idioms."""

_TIME = (
    r"个?工作(?:日(?!志|报(?!告|送))|分钟|小时)|个?(?:自然|日历)日"
    r"|秒钟?(?!杀)|分钟|个?小时|个?钟头|日(?![期志常程光元均历本记游夜三])|个?天(?![然气])"
    r"|个?星期(?![一二三四五六日天])|周(?![一二三四五六日年期])|个?季度|个月|年(?![级度代份初底终限])"
)
_MONEY = r"[百千万亿]*(?:元(?![素旦件组器月化])|块钱)"
_ENGLISH = (
    r"(?:(?:working|business|calendar)[ -])?(?:seconds?|minutes?|hours?|days?|months?|years?)"
    r"|secs?|mins?|hrs?|s|h|percent|yuan"
)
_UNIT = rf"(?:%|‰|{_TIME}|{_MONEY}|(?:{_ENGLISH})\b)"
_AMOUNT = rf"(?:[百千]分之{NUMERAL}|(?:¥|CNY ?|RMB ?){NUMERAL}(?:\s*元)?|{NUMERAL}\s*{_UNIT})"
_LITERAL = re.compile(
    rf"(?<![A-Za-z0-9第同统每某任有这那哪唯专几数逐./:_×-])"
    rf"(?:{NUMERAL}\s*{_UNIT}?\s*(?:–|—|-|~|至|到)\s*)?(?P<amount>{_AMOUNT})",
    re.IGNORECASE,
)
_NUMERAL = re.compile(NUMERAL)
_DIGIT = "[0-9０-９零〇一二两三四五六七八九十百千万亿半]"
_MAY_COUNT = re.compile(
    rf"{_DIGIT}\s*(?:个?(?:工作|[自日天小钟星季月])|秒|分钟|周|年|元|块|[%％‰A-Za-zＡ-Ｚａ-ｚ])"
    rf"|分之|[¥￥ybｙｂ]\s?{_DIGIT}",
    re.IGNORECASE,
)
"""A text without one of these, full-width or not, holds no quantity; most hold none."""


def find_quantities(text: str) -> list[Literal]:
    """The literal quantities of a sentence, in order.

    Args:
        text: one text of the manual; what stands in 【】 or in backquotes is no part of it.

    Returns:
        Where each starts and ends (in code points) and how it is written. A range is one.
    """
    if not _MAY_COUNT.search(text):
        return []
    prose = _NOT_PROSE.sub(lambda match: "\0" * len(match[0]), half_width(text))
    return [
        Literal(match.start(), match.end(), text[match.start() : match.end()])
        for match in _LITERAL.finditer(prose)
        if _counts(match["amount"])
    ]


def _counts(amount: str) -> bool:
    """Whether its number is one: 两三 and 万一 are not, and half a day is a manner of speaking."""
    numeral = _NUMERAL.search(amount.removeprefix("百分之").removeprefix("千分之"))
    return numeral is not None and read_number(numeral[0]) is not None and amount != "半天"
