"""Weekly hours: read from a door sign, printed as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guifan.language.hours import ClockTime, Hours, Opening, parse_hours
from guifan.language.written import Unreadable

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def week(**days: str) -> tuple[tuple[Opening, ...], ...]:
    """The openings of the days named, written ``9-12 14-18.5`` in hours."""

    def openings(day: str) -> tuple[Opening, ...]:
        spans = [span.split("-") for span in days.get(day, "").split()]
        return tuple(
            Opening(*(ClockTime(round(float(end) * 60)) for end in span)) for span in spans
        )

    return tuple(openings(day) for day in DAYS)


def daily(spans: str) -> tuple[tuple[Opening, ...], ...]:
    return week(**dict.fromkeys(DAYS, spans))


def office(spans: str) -> tuple[tuple[Opening, ...], ...]:
    return week(**dict.fromkeys(DAYS[:5], spans))


READ = [
    ("每天 08:00–20:00", Hours(daily("8-20"))),
    ("每日8:00至20:00", Hours(daily("8-20"))),
    ("08:00-20:00", Hours(daily("8-20"))),
    ("周一至周日 00:00–24:00", Hours(daily("0-24"))),
    ("7×24", Hours(daily("0-24"))),
    ("7x24 小时", Hours(daily("0-24"))),
    ("24/7", Hours(daily("0-24"))),
    ("每天 全天", Hours(daily("0-24"))),
    ("周一至周五 08:30–17:30", Hours(office("8.5-17.5"))),
    ("星期一到星期五 8:30-17:30", Hours(office("8.5-17.5"))),
    ("周一至五 8:30-17:30", Hours(office("8.5-17.5"))),
    ("Mon–Fri 08:30–17:30", Hours(office("8.5-17.5"))),
    ("周一至周五 08:30–17:30；法定节假日除外", Hours(office("8.5-17.5"), True)),
    ("周一至周五 08:30–17:30（法定节假日除外）", Hours(office("8.5-17.5"), True)),
    ("Mon to Fri 08:30–17:30, except public holidays", Hours(office("8.5-17.5"), True)),
    ("周一至周五 9:00-12:00、14:00-18:00", Hours(office("9-12 14-18"))),
    ("周一至周五 9:00-12:00，12:00-18:00", Hours(office("9-18"))),
    (
        "周一、三 9:00-12:00；周末 10:00-11:00",
        Hours(week(Mon="9-12", Wed="9-12", Sat="10-11", Sun="10-11")),
    ),
    ("周六至周一 9:00-12:00", Hours(week(Mon="9-12", Sat="9-12", Sun="9-12"))),
    ("每天 22:00–08:00", Hours(daily("0-8 22-24"))),
    ("每天 22:00–次日 08:00", Hours(daily("0-8 22-24"))),
    ("周日 22:00–次日 06:00", Hours(week(Sun="22-24", Mon="0-6"))),
]


@pytest.mark.parametrize(("text", "hours"), READ)
def test_read(text: str, hours: Hours) -> None:
    assert parse_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("08:00-20:00", "每天 08:00–20:00", "Daily 08:00–20:00"),
        ("7×24", "每天 00:00–24:00", "Daily 00:00–24:00"),
        (
            "周一至周五 8:30-12:00、13:30-17:30；周六 9:00-12:00；节假日休息",
            "周一至周五 08:30–12:00、13:30–17:30；周六 09:00–12:00；法定节假日除外",
            "Mon–Fri 08:30–12:00, 13:30–17:30; Sat 09:00–12:00; except public holidays",
        ),
        ("周一、三 9:00-12:00", "周一、周三 09:00–12:00", "Mon, Wed 09:00–12:00"),
        ("22:00-8:00", "每天 22:00–次日 08:00", "Daily 22:00–08:00 (next day)"),
        ("周五 18:00-24:00", "周五 18:00–24:00", "Fri 18:00–24:00"),
    ],
)
def test_printed(text: str, chinese: str, english: str) -> None:
    hours = parse_hours(text)
    assert str(hours) == chinese
    assert hours.say("en") == english


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "not-hours"),
        ("上班时间", "not-hours"),
        ("法定节假日除外", "not-hours"),
        ("周一至周五 08:30", "not-hours"),
        ("周一至周三至周五 8:00-9:00", "not-hours"),
        ("周一 8:00-9:00；周六 8:00-9:00（法定节假日除外）", "not-hours"),
        ("工作日 8:00-9:00", "unknown-day"),
        ("周八 8:00-9:00", "unknown-day"),
        ("周一 25:00-26:00", "not-a-clock-time"),
        ("周一 9:00-9:00", "ends-before-start"),
        ("周一 9:00-12:00、11:00-13:00", "overlap"),
        ("周一 9:00-12:00；每天 11:00-13:00", "overlap"),
        ("每天 22:00-8:00、7:00-9:00", "overlap"),
    ],
)
def test_refused(text: str, key: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_hours(text)
    assert caught.value.key == key


@st.composite
def a_day(draw: st.DrawFn) -> tuple[Opening, ...]:
    quarters = sorted(draw(st.sets(st.integers(0, 96), max_size=6)))
    pairs = zip(quarters[::2], quarters[1::2], strict=False)
    return tuple(Opening(ClockTime(start * 15), ClockTime(end * 15)) for start, end in pairs)


@given(st.tuples(*[a_day()] * 7).filter(any), st.booleans())
def test_what_is_printed_is_read_back(
    days: tuple[tuple[Opening, ...], ...], closed_on_holidays: bool
) -> None:
    hours = Hours(days, closed_on_holidays)
    assert parse_hours(hours.say("zh-Hans")) == hours
    assert parse_hours(hours.say("en")) == hours
