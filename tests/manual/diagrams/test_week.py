from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from guifan.manual.diagrams.week import DAY, Shift, Week, Words, draw_week

Read = Callable[[str], Any]
DAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
WORDS = Words(
    DAYS, "每天", "{first}至{last}", "{name} {start}–{end}", "{day}：{shifts}。", "，", "不营业"
)


def test_a_shop_closed_on_sunday_says_so(read: Read) -> None:
    shifts = tuple(Shift("营业", day * DAY + 9 * 60, day * DAY + 18 * 60) for day in range(6))
    picture = read(draw_week(Week("营业厅", shifts), WORDS))
    assert picture.sentences == ["周一至周六：营业 09:00–18:00。", "周日：不营业。"]
    assert len(picture.boxes("gf-bar-0")) == 1


def test_a_night_shift_goes_on_the_next_day_and_from_sunday_on_monday(read: Read) -> None:
    shifts = (Shift("夜班", 6 * DAY + 22 * 60, 7 * DAY + 6 * 60),)
    sentences = read(draw_week(Week("夜", shifts), WORDS)).sentences
    assert sentences[-1] == "周日：夜班 22:00–24:00。"
    assert sentences[0] == "周一：夜班 00:00–06:00。"


def test_a_bar_is_as_long_as_its_hours(read: Read) -> None:
    shifts = (Shift("短", 0, 4 * 60), Shift("长", DAY, DAY + 12 * 60))
    picture = read(draw_week(Week("比", shifts), WORDS))
    [short], [long] = picture.boxes("gf-bar-0"), picture.boxes("gf-bar-1")
    # Each bar gives up one px at both ends, so that neighbours stay apart.
    assert (long[2] - long[0] + 2) / (short[2] - short[0] + 2) == pytest.approx(3)
    assert long[0] == short[0]
    assert long[1] > short[3]


def test_shifts_that_overlap_for_the_handover_stand_in_rows(read: Read) -> None:
    shifts = (Shift("早", 480, 970), Shift("中", 950, 1440), Shift("值", 970, 1440))
    picture = read(draw_week(Week("交接", shifts), WORDS))
    bars = [box for colour in range(3) for box in picture.boxes(f"gf-bar-{colour}")]
    assert not [
        (a, b)
        for a, b in combinations(bars, 2)
        if min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])
    ]


def test_days_that_are_alike_share_a_row_and_the_others_have_their_own(read: Read) -> None:
    shifts = tuple(Shift("值", day * DAY, day * DAY + 60 * (day + 1)) for day in range(7))
    picture = read(draw_week(Week("七样", shifts), WORDS))
    days = picture.boxes("gf-day")
    assert [one for one in picture.texts if one in DAYS] == list(DAYS)
    assert len({(left, right) for left, _, right, _ in days}) == 1
    picture = read(draw_week(Week("空", ()), WORDS))
    assert picture.sentences == ["每天：不营业。"]
    assert len(picture.boxes("gf-day")) == 1


def test_a_day_from_midnight_to_midnight_fits_a_phone(read: Read) -> None:
    [(left, _, right, _)] = read(draw_week(Week("空", ()), WORDS)).boxes("gf-day")
    assert 0 <= left < right <= 358, "what 390 px leave for the text"


def test_a_bar_says_its_label_and_the_sentence_the_whole_name(read: Read) -> None:
    shifts = tuple(Shift("甲、乙、丙", day * DAY, (day + 1) * DAY, "甲等三班") for day in range(7))
    picture = read(draw_week(Week("三班", shifts), WORDS))
    assert "甲等三班" in picture.texts
    assert picture.sentences == ["每天：甲、乙、丙 00:00–24:00。"]


def test_hostile_text_stays_text(read: Read) -> None:
    picture = read(draw_week(Week("<b>", (Shift("<script>&", 0, 600),)), WORDS))
    assert not {"script", "b"} & picture.tags
    assert "<script>&" in picture.texts
