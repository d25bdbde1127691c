"""Hours as a picture: what is alike is drawn once."""

from __future__ import annotations

from guifan.language.catalogues import translator
from guifan.language.hours import parse_hours
from guifan.manual.weeks import draw_hours

_ = translator("zh-Hans")
DAY = parse_hours("每天 07:45–16:00")


def test_shifts_of_the_same_hours_share_a_bar() -> None:
    drawn = draw_hours("值班", [("网络", DAY), ("计费", DAY), ("安全", DAY)], _)
    assert drawn.count('class="gf-bar-0"') == 1
    assert ">网络等 3 个班次<" in drawn
    assert "每天：网络、计费、安全 07:45–16:00。" in drawn


def test_two_are_both_named() -> None:
    assert ">早、晨<" in draw_hours("值班", [("早", DAY), ("晨", DAY)], _)


def test_a_desk_through_the_night_is_one_bar_across_midnight() -> None:
    drawn = draw_hours("夜", [("夜", parse_hours("每天 22:00–次日 08:00"))], _)
    assert "每天：夜 00:00–08:00；夜 22:00–24:00。" in drawn
