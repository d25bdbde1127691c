"""Every way a value can be wrong has words, in both languages, that its arguments fill."""

from collections.abc import Callable

import pytest
from pydantic import TypeAdapter, ValidationError

from guifan.language import quantities, scalars
from guifan.language.hours import parse_hours
from guifan.language.quantities import Count, Money, Percent, PerMille, Range, Rate
from guifan.language.wording import PLAIN, QUANTITY, UNREADABLE
from guifan.language.written import Unreadable


def field(kind: type) -> Callable[[object], object]:
    return TypeAdapter(kind).validate_python


WRONG: list[tuple[str, Callable[..., object], object]] = [
    ("bad-number", quantities.parse_quantity, "1,00 元"),
    ("bare-day", quantities.parse_quantity, "3 天"),
    ("fraction", quantities.parse_quantity, "半个月"),
    ("mixed", quantities.parse_quantity, "1 小时 30 分钟"),
    ("no-number", quantities.parse_quantity, "尽快"),
    ("no-unit", quantities.parse_quantity, "3"),
    ("not-a-count", field(Count), "3 日"),
    ("not-a-duration", quantities.parse_duration, "85%"),
    ("not-a-percentage", field(Percent), "3 日"),
    ("not-a-range", field(Range), "3 日"),
    ("not-a-rate", field(Rate), "3 日"),
    ("not-money", field(Money), "3 日"),
    ("not-per-mille", field(PerMille), "3 日"),
    ("not-positive", quantities.parse_quantity, "-1 日"),
    ("range-order", quantities.parse_quantity, "6–4 日"),
    ("too-long", quantities.parse_quantity, "2026 年"),
    ("unknown-unit", quantities.parse_quantity, "3 周"),
    ("zero", quantities.parse_quantity, "0 日"),
    ("ends-before-start", parse_hours, "9:00-9:00"),
    ("no-such-date", scalars.parse_day, "2026-02-30"),
    ("not-a-clock-time", parse_hours, "9:00-9:60"),
    ("not-a-date", scalars.parse_day, "今天"),
    ("not-a-number", scalars.parse_number, "多"),
    ("not-a-phone", scalars.parse_phone, "班长的手机"),
    ("no-such-zone", scalars.parse_zone, "Asia"),
    ("not-a-whole-number", scalars.parse_whole, "0"),
    ("not-hours", parse_hours, "白天"),
    ("not-text", field(Money), ["3 元"]),
    ("not-yes-no", scalars.parse_yes_no, "也许"),
    ("overlap", parse_hours, "9:00-11:00、10:00-12:00"),
    ("unknown-day", parse_hours, "周八 9:00-10:00"),
]


@pytest.mark.parametrize(("key", "read", "value"), WRONG)
def test_the_words_say_it(key: str, read: Callable[..., object], value: object) -> None:
    with pytest.raises((Unreadable, ValidationError)) as caught:
        read(value)
    fault = caught.value
    if isinstance(fault, ValidationError):
        error = fault.errors()[0]
        found, arguments = error["type"], error["ctx"]
    else:
        assert isinstance(fault, Unreadable)
        found, arguments = fault.key, fault.arguments
    assert found == key
    for language in ("zh-Hans", "en"):
        words = UNREADABLE[key].say(language, arguments)
        assert "{" not in words
        assert words.endswith(("。", "."))


def test_no_words_are_without_a_case() -> None:
    assert sorted(UNREADABLE) == sorted(key for key, _, _ in WRONG)
    assert len(QUANTITY) + len(PLAIN) == len(UNREADABLE)
