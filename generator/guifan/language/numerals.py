"""Numbers as people write them: 1,000 · 1.50 · 5 万 · 三十五 · 两千零八 · 半 · 一个半."""

import re
from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_GROUPS = {"亿": 10**8, "万": 10**4}
_MULTIPLIERS = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_LONGEST = 15

CHINESE = "[零〇一二两三四五六七八九十百千万亿]+"
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
NUMERAL = rf"(?:{ARABIC}(?:\s*[百千]?[万亿])?(?:\s*个半)?|{CHINESE}(?:个半)?|半)"
"""A number in half-width text, as a regular expression without groups."""

_HALF = Decimal("0.5")
_ALONE = {"半": _HALF, "百": Decimal(100), "千": Decimal(1000)}


def write_chinese(number: int) -> str:
    """A whole number from 0 to 9999 in Chinese numerals: 2008 is 二千零八, 15 is 十五."""
    if number == 0:
        return "零"
    written = ""
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            written += _DIGITS[digit] + _PLACES[place]
        elif written and not written.endswith("零"):
            written += "零"
    written = written.rstrip("零")
    return written.removeprefix("一") if written.startswith("一十") else written


def read_number(text: str) -> Decimal | None:
    """The number that ``text`` (half-width) writes, with the decimals as written, or None.

    Only what ``NUMERAL`` matches can be a number, and only numerals that are well formed are:
    二〇二六 and 五三 are none.
    """
    if text in _ALONE:
        return _ALONE[text]
    body = text.removesuffix("个半").rstrip()
    number = _read_arabic(body) if body[:1].isascii() else _read_chinese(body)
    if number is None or body == text:
        return number
    return number + _HALF if number == number.to_integral_value() else None


def _read_arabic(text: str) -> Decimal | None:
    match = re.fullmatch(rf"({ARABIC})\s*([百千万亿]*)", text)
    if match is None or sum(char.isdigit() for char in text) > _LONGEST:
        return None
    number = Decimal(match[1].replace(",", ""))
    if not match[2]:
        return number
    for char in match[2]:
        number *= _MULTIPLIERS[char]
    whole = number.to_integral_value()
    return Decimal(int(whole)) if number == whole else number


def _read_chinese(text: str) -> Decimal | None:
    total, rest = 0, text
    for group, value in _GROUPS.items():
        head, found, tail = rest.partition(group)
        if found:
            count = _read_section(head.removeprefix("零") if total else head)
            if not count:
                return None
            total, rest = total + count * value, tail
    if not rest:
        return Decimal(total) if total else None
    last = _read_section(rest.removeprefix("零") if total else rest)
    return None if last is None else Decimal(total + last)


def _read_section(text: str) -> int | None:
    """A numeral below 万: added up freely, then taken only if writing it gives the same text."""
    text = text.replace("两", "二").replace("〇", "零")
    if text.startswith("一十"):
        text = text[1:]
    number, digit = 0, 1 if text.startswith("十") else 0
    for char in text:
        if char in _PLACES:
            number, digit = number + digit * 10 ** _PLACES.index(char), 0
        elif char in _DIGITS:
            digit = _DIGITS.index(char)
        else:
            return None
    number += digit
    return number if text and number < 10**4 and write_chinese(number) == text else None
