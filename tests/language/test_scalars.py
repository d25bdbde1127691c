"""Dates, whole numbers, yes and no, and bare numbers."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from guifan.language.scalars import ClockTime, Day, Hours, Number, Whole, YesNo


class Sheet(BaseModel):
    day: Day = date(2026, 1, 1)
    whole: Whole = 1
    yes: YesNo = True
    number: Number = Decimal(1)
    at: ClockTime = ClockTime(0)
    hours: Hours | None = None


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("day", "2026-09-01", date(2026, 9, 1)),
        ("day", "２０２６-０９-０１", date(2026, 9, 1)),
        ("day", "2028-02-29", date(2028, 2, 29)),
        ("whole", "3", 3),
        ("whole", " １２ ", 12),
        ("yes", "是", True),
        ("yes", "Yes", True),
        ("yes", "true", True),
        ("yes", "否", False),
        ("yes", "no", False),
        ("yes", "FALSE", False),
        ("number", "0.40", Decimal("0.4")),
        ("number", "1,000", Decimal(1000)),
        ("at", "08:30", ClockTime(510)),
        ("at", "8:30", ClockTime(510)),
        ("at", "２４：００", ClockTime(1440)),
    ],
)
def test_read(field: str, text: str, value: object) -> None:
    assert getattr(Sheet.model_validate({field: text}), field) == value


@pytest.mark.parametrize(
    ("field", "text", "key", "suggestions"),
    [
        ("day", "2026/9/1", "not-a-date", ("2026-09-01",)),
        ("day", "2026年9月1日", "not-a-date", ("2026-09-01",)),
        ("day", "2026-9-1", "not-a-date", ("2026-09-01",)),
        ("day", "2026-09-01T00:00", "not-a-date", ()),
        ("day", "2026年13月1日", "not-a-date", ()),
        ("day", "明天", "not-a-date", ()),
        ("day", "2026-02-30", "no-such-date", ()),
        ("whole", "0", "not-a-whole-number", ()),
        ("whole", "007", "not-a-whole-number", ()),
        ("whole", "-1", "not-a-whole-number", ()),
        ("whole", "1.0", "not-a-whole-number", ()),
        ("whole", "三", "not-a-whole-number", ()),
        ("whole", "²", "not-a-whole-number", ()),
        ("whole", "9999999999", "not-a-whole-number", ()),
        ("yes", "on", "not-yes-no", ("是", "否")),
        ("number", "很多", "not-a-number", ()),
        ("number", "nan", "not-a-number", ()),
        ("at", "24:01", "not-a-clock-time", ()),
        ("at", "8点半", "not-a-clock-time", ()),
    ],
)
def test_refused(field: str, text: str, key: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        Sheet.model_validate({field: text})
    error = caught.value.errors()[0]
    assert (error["type"], error["ctx"]["suggestions"]) == (key, suggestions)


def test_json_keeps_every_value() -> None:
    sheet = Sheet.model_validate(
        {"day": "2026-09-01", "whole": "3", "yes": "否", "number": "0.40", "at": "8:05"}
    )
    dumped = sheet.model_dump_json(exclude={"hours"})
    assert dumped == ('{"day":"2026-09-01","whole":3,"yes":false,"number":"0.40","at":"08:05"}')
    assert Sheet.model_validate_json(dumped) == sheet


@given(st.text(max_size=20), st.sampled_from([Day, Whole, YesNo, Number, ClockTime, Hours]))
def test_any_text_is_read_or_refused(text: str, kind: type) -> None:
    field: TypeAdapter[object] = TypeAdapter(kind)
    try:
        value = field.validate_python(text)
    except ValidationError:
        return
    assert field.validate_json(field.dump_json(value)) == value


@given(st.integers(0, 1440))
def test_clock_times_round_trip(minutes: int) -> None:
    clock = ClockTime(minutes)
    assert TypeAdapter(ClockTime).validate_python(str(clock)) == clock
