"""Quantities: what is read, what is refused and how, and what is printed."""

import json
from decimal import Decimal
from fractions import Fraction

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from guifan.language.quantities import (
    Count,
    Duration,
    Money,
    NotAQuantity,
    Percent,
    PerMille,
    Quantity,
    Range,
    Rate,
    Value,
    parse_duration,
    parse_quantity,
    say,
)
from guifan.language.units import MEASURES, PER
from guifan.temporal import duration
from guifan.temporal.duration import Unit


def time(amount: int | Fraction, unit: Unit) -> duration.Duration:
    return duration.Duration(amount, unit)


DURATIONS = [
    ("15 秒", 15, Unit.SECOND),
    ("15秒", 15, Unit.SECOND),
    ("15 秒钟", 15, Unit.SECOND),
    ("３０　分钟", 30, Unit.MINUTE),
    ("4 小时", 4, Unit.HOUR),
    ("4个小时", 4, Unit.HOUR),
    ("1.5 小时", Fraction(3, 2), Unit.HOUR),
    ("半小时", Fraction(1, 2), Unit.HOUR),
    ("半个小时", Fraction(1, 2), Unit.HOUR),
    ("一个半小时", Fraction(3, 2), Unit.HOUR),
    ("2 个半小时", Fraction(5, 2), Unit.HOUR),
    ("两小时", 2, Unit.HOUR),
    ("四十八小时", 48, Unit.HOUR),
    ("15 日", 15, Unit.DAY),
    ("十五日", 15, Unit.DAY),
    ("一百二十日", 120, Unit.DAY),
    ("15 个自然日", 15, Unit.DAY),
    ("15自然日", 15, Unit.DAY),
    ("2 个月", 2, Unit.MONTH),
    ("半年", 6, Unit.MONTH),
    ("1.5 年", 18, Unit.MONTH),
    ("1 年", 1, Unit.YEAR),
    ("30 工作分钟", 30, Unit.WORKING_MINUTE),
    ("4 工作小时", 4, Unit.WORKING_HOUR),
    ("4 个工作小时", 4, Unit.WORKING_HOUR),
    ("3 个工作日", 3, Unit.WORKING_DAY),
    ("3 工作日", 3, Unit.WORKING_DAY),
    ("三个工作日", 3, Unit.WORKING_DAY),
    ("  3  个工作日 ", 3, Unit.WORKING_DAY),
    ("15 s", 15, Unit.SECOND),
    ("15s", 15, Unit.SECOND),
    ("30 min", 30, Unit.MINUTE),
    ("4 h", 4, Unit.HOUR),
    ("15 days", 15, Unit.DAY),
    ("15 calendar days", 15, Unit.DAY),
    ("1 month", 1, Unit.MONTH),
    ("3 Working Days", 3, Unit.WORKING_DAY),
    ("1 business day", 1, Unit.WORKING_DAY),
    ("4 business hours", 4, Unit.WORKING_HOUR),
    ("3 working-days", 3, Unit.WORKING_DAY),
]


@pytest.mark.parametrize(("text", "amount", "unit"), DURATIONS)
def test_durations(text: str, amount: int | Fraction, unit: Unit) -> None:
    read = parse_duration(text)
    assert (read.amount, read.unit) == (amount, unit)


OTHERS: list[tuple[str, Value]] = [
    ("85%", Percent(Decimal(85))),
    ("85 %", Percent(Decimal(85))),
    ("８５％", Percent(Decimal(85))),
    ("99.95%", Percent(Decimal("99.95"))),
    ("百分之八十五", Percent(Decimal(85))),
    ("百分之百", Percent(Decimal(100))),
    ("85 percent", Percent(Decimal(85))),
    ("0%", Percent(Decimal(0))),
    ("3‰", PerMille(Decimal(3))),
    ("千分之三", PerMille(Decimal(3))),
    ("100 元", Money(Decimal(100))),
    ("1,000 元", Money(Decimal(1000))),
    ("１，０００元", Money(Decimal(1000))),
    ("￥100", Money(Decimal(100))),
    ("¥ 99.90", Money(Decimal("99.9"))),
    ("人民币 100 元", Money(Decimal(100))),
    ("CNY 100", Money(Decimal(100))),
    ("100 yuan", Money(Decimal(100))),
    ("5 万元", Money(Decimal(50000))),
    ("1.5亿元", Money(Decimal(150000000))),
    ("两百元", Money(Decimal(200))),
    ("3 次", Count(Decimal(3), "次")),
    ("两人", Count(Decimal(2), "人")),
    ("5 个", Count(Decimal(5), "个")),
    ("15 人次", Count(Decimal(15), "人次")),
    ("1000 万人", Count(Decimal(10**7), "人")),
    ("4.5 分", Count(Decimal("4.5"), "分")),
    ("70 字", Count(Decimal(70), "字")),
    ("100 mbps", Count(Decimal(100), "Mbps")),
    ("3‰/日", Rate(PerMille(Decimal(3)), "日")),
    ("1% / 日", Rate(Percent(Decimal(1)), "日")),
    ("2 次/月", Rate(Count(Decimal(2), "次"), "月")),
    ("每月两次", Rate(Count(Decimal(2), "次"), "月")),
    ("每日 3‰", Rate(PerMille(Decimal(3)), "日")),
    ("2 times per month", Rate(Count(Decimal(2), "次"), "月")),
    ("0.1 元/分钟", Rate(Money(Decimal("0.1")), "分钟")),
    ("4–6 小时", Range(time(4, Unit.HOUR), time(6, Unit.HOUR))),
    ("4 至 6 小时", Range(time(4, Unit.HOUR), time(6, Unit.HOUR))),
    ("4小时到6小时", Range(time(4, Unit.HOUR), time(6, Unit.HOUR))),
    ("4-6小时", Range(time(4, Unit.HOUR), time(6, Unit.HOUR))),
    ("4～6 小时", Range(time(4, Unit.HOUR), time(6, Unit.HOUR))),
    ("4 to 6 hours", Range(time(4, Unit.HOUR), time(6, Unit.HOUR))),
    ("三至五日", Range(time(3, Unit.DAY), time(5, Unit.DAY))),
    ("30 分钟–2 小时", Range(time(30, Unit.MINUTE), time(2, Unit.HOUR))),
    ("10%–20%", Range(Percent(Decimal(10)), Percent(Decimal(20)))),
    ("¥10–20", Range(Money(Decimal(10)), Money(Decimal(20)))),
]


@pytest.mark.parametrize(("text", "value"), OTHERS)
def test_other_quantities(text: str, value: Value) -> None:
    read = parse_quantity(text)
    assert type(read) is type(value)
    assert read == value


REFUSED = [
    ("3 天", "bare-day", ("3 日", "3 个工作日")),
    ("三天", "bare-day", ("3 日", "3 个工作日")),
    ("3–5 天", "bare-day", ("3–5 日", "3–5 个工作日")),
    ("3‰/天", "bare-day", ("3‰/日", "3‰/工作日")),
    ("每天2次", "bare-day", ("2 次/日", "2 次/工作日")),
    ("半天", "bare-day", ()),
    ("3", "no-unit", ()),
    ("10–20", "no-unit", ()),
    ("", "no-number", ()),
    ("尽快", "no-number", ()),
    ("几个工作日", "no-number", ()),
    ("3 个工作曰", "unknown-unit", ("3 个工作日", "3 工作小时")),
    ("24 小吋", "unknown-unit", ("24 小时",)),
    ("3 workin days", "unknown-unit", ("3 个工作日",)),
    ("一周", "unknown-unit", ("7 日", "5 个工作日")),
    ("2 weeks", "unknown-unit", ("14 日", "10 个工作日")),
    ("3 个季度", "unknown-unit", ("9 个月",)),
    ("2 月", "unknown-unit", ("2 个月",)),
    ("5 m", "unknown-unit", ("5 分钟", "5 个月")),
    ("3 次/越", "unknown-unit", ()),
    ("3 次/个", "unknown-unit", ("3 次/月",)),
    ("3/个", "unknown-unit", ()),
    ("0 小时", "zero", ()),
    ("0.0 分钟", "zero", ()),
    ("-3 小时", "not-positive", ()),
    ("−5%", "not-positive", ()),
    ("2小时30分钟", "mixed", ("150 分钟",)),
    ("2 小时 3 个工作日", "mixed", ()),
    ("3 日–5 小时", "mixed", ()),
    ("6–4 小时", "range-order", ()),
    ("4–4 小时", "range-order", ()),
    ("半个月", "fraction", ()),
    ("1.5 个工作日", "fraction", ()),
    ("2026 年", "too-long", ()),
    ("99999999 小时", "too-long", ()),
    ("二〇二六年", "bad-number", ()),
    ("1,00 元", "bad-number", ()),
    ("1.2.3 元", "bad-number", ()),
    ("五三日", "bad-number", ()),
    ("1234567890123456 元", "bad-number", ()),
    ("3 个工作日" * 40, "no-number", ()),
]


@pytest.mark.parametrize(("text", "key", "suggestions"), REFUSED)
def test_refused(text: str, key: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(NotAQuantity) as caught:
        parse_quantity(text)
    assert (caught.value.key, caught.value.suggestions) == (key, suggestions)


@pytest.mark.parametrize(
    ("text", "key", "suggestions"),
    [
        ("30", "no-unit", ("30 分钟", "30 小时", "30 个工作日")),
        ("30 分", "not-a-duration", ("30 分钟",)),
        ("85%", "not-a-duration", ()),
    ],
)
def test_a_duration_is_wanted(text: str, key: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(NotAQuantity) as caught:
        parse_duration(text)
    assert (caught.value.key, caught.value.suggestions) == (key, suggestions)


PRINTED = [
    ("3工作日", "3 个工作日", "3 working days"),
    ("1工作日", "1 个工作日", "1 working day"),
    ("15s", "15 秒", "15 seconds"),
    ("半小时", "0.5 小时", "0.5 hours"),
    ("60 分钟", "60 分钟", "60 minutes"),
    ("1个月", "1 个月", "1 month"),
    ("1.10 %", "1.10%", "1.10%"),
    ("千分之三", "3‰", "3‰"),
    ("￥1000", "1,000 元", "CNY 1,000"),
    ("1000.50元", "1,000.50 元", "CNY 1,000.50"),
    ("1人", "1 人", "1 person"),
    ("2人", "2 人", "2 people"),
    ("4.5分", "4.5 分", "4.5 points"),
    ("2次/月", "2 次/月", "2 times/month"),
    ("3‰/日", "3‰/日", "3‰/day"),
    ("4到6小时", "4–6 小时", "4–6 hours"),
    ("10%-20%", "10%–20%", "10%–20%"),
    ("10-20元", "10–20 元", "CNY 10–CNY 20"),
    ("30分钟-2小时", "30 分钟–2 小时", "30 minutes–2 hours"),
]


@pytest.mark.parametrize(("text", "chinese", "english"), PRINTED)
def test_printed(text: str, chinese: str, english: str) -> None:
    quantity = parse_quantity(text)
    assert say(quantity) == chinese
    assert say(quantity, "zh-Hans") == chinese
    assert say(quantity, "en") == english


def test_shares_are_equal_in_hundreds_and_thousands() -> None:
    assert parse_quantity("0.3%") == parse_quantity("3‰")
    assert parse_quantity("0.2%") < parse_quantity("3‰")  # type: ignore[operator]
    assert parse_quantity("1%") != parse_quantity("1 元")


def test_counts_of_other_things_do_not_compare() -> None:
    with pytest.raises(TypeError):
        parse_quantity("3 次") < parse_quantity("4 人")  # type: ignore[operator]  # noqa: B015


decimals = st.decimals(0, 10**9, places=2, allow_nan=False) | st.integers(0, 10**9).map(Decimal)
amounts = st.one_of(
    st.builds(Percent, decimals),
    st.builds(PerMille, decimals),
    st.builds(Money, decimals),
    st.builds(Count, decimals, st.sampled_from(sorted(MEASURES))),
    st.builds(duration.Duration, st.integers(1, 99), st.sampled_from(Unit)),
    st.builds(
        duration.Duration,
        st.integers(1, 999).map(lambda hundredths: Fraction(hundredths, 100)),
        st.sampled_from([Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.WORKING_HOUR]),
    ),
)
rates = st.builds(Rate, amounts, st.sampled_from(sorted(PER)))
ranges = st.tuples(st.integers(1, 40), st.integers(41, 99), st.sampled_from(Unit)).map(
    lambda ends: Range(time(ends[0], ends[2]), time(ends[1], ends[2]))
)
quantities = st.one_of(amounts, rates, ranges)


@given(quantities, st.sampled_from(["zh-Hans", "en"]))
def test_what_is_printed_is_read_back(quantity: Value, locale: str) -> None:
    printed = say(quantity, locale)
    read = parse_quantity(printed)
    assert type(read) is type(quantity)
    assert read == quantity
    assert hash(read) == hash(quantity)
    assert say(read, locale) == printed


@given(quantities)
def test_full_width_is_half_width(quantity: Value) -> None:
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {ord(" "): "\u3000"}
    assert parse_quantity(say(quantity).translate(wide)) == quantity


LIKELY = st.text(
    "0123456789.,-–至到/每半个天日月年工作小时分钟%‰元¥万亿百千一二两三十零〇 ds", max_size=14
)


@given(LIKELY | st.text(max_size=100))
def test_any_text_is_a_quantity_or_not_one(text: str) -> None:
    try:
        quantity = parse_quantity(text)
    except NotAQuantity as fault:
        for suggestion in fault.suggestions:
            assert parse_quantity(suggestion)
    else:
        assert parse_quantity(say(quantity)) == quantity


class Promise(BaseModel):
    within: Duration
    share: Percent | None = None
    fee: Money = Money(Decimal(0))
    target: Quantity | None = None


def test_fields_of_a_model() -> None:
    promise = Promise.model_validate(
        {"within": "3工作日", "share": "８５％", "fee": "5 万元", "target": "3‰/日"}
    )
    assert promise.within == time(3, Unit.WORKING_DAY)
    assert promise.fee == Money(Decimal(50000))
    dumped = promise.model_dump_json()
    assert json.loads(dumped) == {
        "within": "3 个工作日",
        "share": "85%",
        "fee": "50,000 元",
        "target": "3‰/日",
    }
    assert Promise.model_validate_json(dumped) == promise


def test_a_fault_in_a_field_carries_its_key_and_suggestions() -> None:
    with pytest.raises(ValidationError) as caught:
        Promise.model_validate({"within": "3 天", "share": "高"})
    bare, none = caught.value.errors()
    assert (bare["type"], bare["loc"]) == ("bare-day", ("within",))
    assert bare["ctx"]["suggestions"] == ("3 日", "3 个工作日")
    assert (none["type"], none["loc"]) == ("no-number", ("share",))


@pytest.mark.parametrize("value", [None, ["3 日"], {"a": 1}, True])
def test_only_a_scalar_is_read(value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Promise.model_validate({"within": value})
    assert caught.value.errors()[0]["type"] == "not-text"


@pytest.mark.parametrize("value", ["3 个工作日", 1.1, 3, True])
def test_an_editor_may_take_it_for_any_scalar(value: object) -> None:
    schema = Promise.model_json_schema()["properties"]["within"]
    jsonschema.validate(value, schema)


@pytest.mark.parametrize("value", [None, ["3 日"], {"a": 1}])
def test_an_editor_is_told_that_it_is_a_scalar(value: object) -> None:
    schema = Promise.model_json_schema()["properties"]["within"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, schema)
