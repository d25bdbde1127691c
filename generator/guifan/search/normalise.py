"""One spelling for what is written in many: width, case, script, numerals, units of measure.

The browser does the same (`site_templates/assets/search/normalise.js`); the vectors in
`tests/vectors/search-normalise.json` hold both to it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC

LONGEST = 120
"""Characters of a query that are looked at; nobody types more."""

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = "[零〇一二两三四五六七八九十百千]+"
_MEASURED = "工作日|小时|钟头|分钟|秒|天|日|周|月|年|元|块|次|倍|兆|岁"
_SHARE = re.compile(f"百分之({_NUMERAL}|[0-9.]+)")
_COUNTED = re.compile(f"{_NUMERAL}(?=个?(?:{_MEASURED}))")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("(?<=[0-9]) +(?=[\u3400-\u9fff])"), ""),
    (re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))"), ""),
    (re.compile(r"半个?(?:小时|钟头)"), "30分钟"),
    (re.compile(r"(?<=[0-9])个(?=工作日|小时|钟头|月|星期)"), ""),
    (re.compile(r"(?<=[0-9]) *(?:hours?|hrs?|h|钟头)(?![a-z0-9])"), "小时"),
    (re.compile(r"(?<=[0-9]) *(?:minutes?|mins?)(?![a-z0-9])"), "分钟"),
    (re.compile(r"(?<=[0-9]) *(?:days?|d)(?![a-z0-9])"), "日"),
    (re.compile(r"(?<=[0-9]) *(?:seconds?|secs?|s)(?![a-z0-9])"), "秒"),
    (re.compile(r"(?<![a-z0-9])wi-fi(?![a-z0-9])"), "wifi"),
    (re.compile(r"(?<=[0-9]) *(?:mbps|mbit/s|m)(?![a-z0-9])"), "兆"),
    (re.compile(r"(?<=[a-z]{3})(?<![sui])s(?![a-z0-9])"), ""),
    (re.compile(r"(?<=[0-9])天"), "日"),
    (re.compile(r"(?<=[0-9])块钱?"), "元"),
    (re.compile(r"(?<=[0-9])分(?=$|[^0-9之钟])"), "分钟"),
)
_UNIT = re.compile("[\u3400-\u9fff]|[a-z0-9.%]+")
_RUN = re.compile("[\u3400-\u9fffa-z0-9.%]+")


def simplify(text: str, fold: Mapping[str, str]) -> str:
    """One spelling of a text.

    Args:
        text: anything.
        fold: traditional to simplified, character by character.
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    if not fold.keys().isdisjoint(text):
        text = "".join(fold.get(sign, sign) for sign in text)
    text = _SHARE.sub(lambda found: f"{_number(found[1])}%", text)
    text = _COUNTED.sub(lambda found: _number(found[0]), text)
    for pattern, into in _RULES:
        text = pattern.sub(into, text)
    return text


def sources() -> Mapping[str, object]:
    """The patterns, for the browser: they mean the same there."""
    return {
        "longest": LONGEST,
        "share": _SHARE.pattern,
        "counted": _COUNTED.pattern,
        "rules": [[pattern.pattern, into] for pattern, into in _RULES],
    }


def units(text: str) -> list[str]:
    """What a simplified text is made of: Han characters, whole runs of letters and digits."""
    return _UNIT.findall(text)


def runs(text: str) -> list[list[str]]:
    """The units of a simplified text in stretches that nothing interrupts."""
    return [_UNIT.findall(run) for run in _RUN.findall(text)]


def is_han(unit: str) -> bool:
    """Whether a unit is a Han character."""
    return "\u3400" <= unit[0] <= "\u9fff"


def folding(texts: Iterable[str]) -> Mapping[str, str]:
    """Traditional characters whose simplified form some text has.

    Source: OpenCC's table, character by character; one that may become two is left alone.
    """
    held = {sign for text in texts for sign in text}
    return {
        traditional: simple
        for traditional, simple in table().items()
        if simple in held or traditional in held
    }


@cache
def table() -> Mapping[str, str]:
    """Every Han character that simplification changes."""
    converter = OpenCC("t2s")
    every = (chr(code) for code in range(0x4E00, 0xA000))
    pairs = ((sign, converter.convert(sign)) for sign in every)
    return {sign: simple for sign, simple in pairs if simple != sign and len(simple) == 1}


def _number(numeral: str) -> str:
    """A Chinese numeral below ten thousand in digits; digits stay as they are."""
    if numeral[0] not in _DIGITS and numeral[0] not in _TENS:
        return numeral
    if not any(sign in _TENS for sign in numeral):
        return "".join(str(_DIGITS[sign]) for sign in numeral)
    total = digit = 0
    for sign in numeral:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return str(total + digit)
