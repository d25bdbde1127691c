"""A calendar of days: each under its weekday, bars through the weeks, ends at their hour."""

from collections.abc import Callable
from typing import Any

from guifan.manual.diagrams.timeline import (
    Bar,
    Day,
    Edge,
    Flag,
    Kind,
    Mark,
    Timeline,
    Words,
    draw_timeline,
)

Read = Callable[[str], Any]
WORDS = Words(("一", "二", "三", "四", "五", "六", "日"))
SATURDAY = 5
NOON = 0.5


def calendar(*days: Day, weekday: int = SATURDAY, **what: Any) -> Timeline:
    given = {"rows": (), "flags": (), "sentences": ("一句。",), **what}
    return Timeline("日历", weekday, days, **given)


DAYS = (
    Day("2/14", Mark.MADE_UP, "班"),
    Day("15", Mark.REST, "休"),
    *(Day(str(number)) for number in range(16, 20)),
)


def test_every_day_stands_once_under_its_weekday(read: Read) -> None:
    picture = read(draw_timeline(calendar(*DAYS), WORDS))
    boxes = picture.boxes("gf-date")
    assert len(boxes) == len(DAYS)
    width = boxes[0][2] - boxes[0][0]
    columns = [round((box[0] - 8) / width) for box in boxes]
    assert columns == [5, 6, 0, 1, 2, 3]
    assert [box[1] for box in boxes[:2]] < [box[1] for box in boxes[2:4]]
    assert picture.texts[7:11] == ["2/14", "班", "15", "休"]


def test_days_of_rest_and_days_worked_instead_are_painted_and_named(read: Read) -> None:
    picture = read(draw_timeline(calendar(*DAYS), WORDS))
    assert len(picture.boxes("gf-date-rest")) == 1
    assert len(picture.boxes("gf-date-worked")) == 1


def test_a_bar_goes_on_in_the_next_week_and_is_named_once(read: Read) -> None:
    bar = Bar("3 日", 1.0, 4.0 + NOON, Kind.PROMISE)
    picture = read(draw_timeline(calendar(*DAYS, rows=((bar,),)), WORDS))
    first, second = picture.boxes("gf-run-promise")
    days = picture.boxes("gf-date")
    assert (first[0], first[2]) == (days[1][0], days[1][2])
    assert second[0] == days[2][0]
    assert second[2] == (days[4][0] + days[4][2]) / 2
    assert picture.texts.count("3 日") == 1


def test_a_clock_that_stands_on_a_day_of_rest_is_a_line_through_it(read: Read) -> None:
    days = (*DAYS, Day("20"), Day("21", Mark.REST, "休"), Day("22", Mark.REST, "休"), Day("23"))
    bar = Bar("3 个工作日", 0.0, 9.0 + NOON, Kind.PROMISE, still=frozenset({1, 7, 8}))
    picture = read(draw_timeline(calendar(*days, rows=((bar,),)), WORDS))
    boxes, dates = picture.boxes("gf-run-promise"), picture.boxes("gf-date")
    # Saturday; Monday to Friday; Monday until noon: the weekend between is no part of the bar.
    assert [(box[0], box[2]) for box in boxes] == [
        (dates[0][0], dates[0][2]),
        (dates[2][0], dates[6][2]),
        (dates[9][0], (dates[9][0] + dates[9][2]) / 2),
    ]
    assert len(picture.having("gf-still-promise")) == 2
    assert picture.texts.count("3 个工作日") == 1


def test_a_week_in_which_the_clock_only_stands_has_no_bar(read: Read) -> None:
    days = tuple(Day(str(at)) for at in range(15))
    still = frozenset(range(7, 14))
    bar = Bar("放假", 6.0, 14.0 + NOON, Kind.PROMISE, still=still)
    picture = read(draw_timeline(calendar(*days, weekday=0, rows=((bar,),)), WORDS))
    boxes, dates = picture.boxes("gf-run-promise"), picture.boxes("gf-date")
    assert [box[0] for box in boxes] == [dates[6][0], dates[14][0]]
    assert len(picture.having("gf-still-promise")) == 1


def test_what_ends_at_midnight_of_a_sunday_ends_at_the_right_side_of_that_week(read: Read) -> None:
    flags = (Flag("法定 24:00", 2.0, Edge.LAW), Flag("到期", 2.0 + NOON, Edge.DUE))
    picture = read(draw_timeline(calendar(*DAYS, flags=flags), WORDS))
    days = picture.boxes("gf-date")
    law, due = picture.having("gf-end-law")[0][0], picture.having("gf-end-due")[0][0]
    assert float(law.get("x1")) == days[1][2]
    assert float(law.get("y1")) < days[2][1]
    assert float(due.get("x1")) == (days[2][0] + days[2][2]) / 2


def test_no_word_leaves_the_picture_and_none_stands_on_another(read: Read) -> None:
    steps = tuple((Bar(f"{at} 一个步骤", at, at + 0.01, Kind.STEP, f"#s{at}"),) for at in range(6))
    flags = (Flag("法定底线 17:30", 5.7, Edge.LAW), Flag("到期 17:30", 5.7, Edge.DUE))
    picture = read(draw_timeline(calendar(*DAYS, rows=steps, flags=flags), WORDS))
    width = float(picture.root.get("width"))
    places = set()
    for element, _ in picture.shapes:
        if element.tag.endswith("text"):
            size = len(element.text) * 12
            x = (
                float(element.get("x"))
                - {"start": 0, "middle": size / 2, "end": size}[element.get("text-anchor")]
            )
            assert x > -6
            assert x + size < width + 6, element.text
            places.add((element.get("x"), element.get("y")))
    assert len(places) == len(picture.texts)
    assert set(picture.links) == {f"#s{at}" for at in range(6)}


def test_a_single_moment_is_still_seen(read: Read) -> None:
    bar = Bar("一步", 6.0, 6.0, Kind.STEP)
    picture = read(draw_timeline(calendar(*DAYS, rows=((bar,),)), WORDS))
    (left, _, right, _) = picture.boxes("gf-run-step")[0]
    assert right - left >= 3


def test_hostile_text_stays_text(read: Read) -> None:
    bad = "<script>&\"'"
    timeline = Timeline(
        bad,
        0,
        (Day(bad, Mark.REST, bad),),
        ((Bar(bad, 0.0, 1.0, Kind.STEP, "javascript:alert(1)"),),),
        (Flag(bad, 1.0, Edge.LAW),),
        (bad,),
    )
    picture = read(draw_timeline(timeline, WORDS))
    assert "script" not in picture.tags
    assert bad in picture.texts
    assert picture.links == {}


def test_the_description_is_what_the_caller_says(read: Read) -> None:
    told = ("2 月 14 日受理。", "2 月 26 日到期。")
    assert read(draw_timeline(calendar(*DAYS, sentences=told), WORDS)).sentences == list(told)


def test_no_days_are_an_empty_picture(read: Read) -> None:
    assert read(draw_timeline(calendar(weekday=0), WORDS)).boxes("gf-date") == []
