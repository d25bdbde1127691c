"""Hours as a picture: what is alike is drawn once."""

from __future__ import annotations

from guifan.language.catalogues import translator
from guifan.language.hours import parse_hours
from guifan.language.kinds.rota import Shift
from guifan.language.quantities import parse_quantity
from guifan.manual.weeks import Seat, draw_hours, draw_seats
from guifan.proof.people.cover import Times, times

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


def post(name: str, *shifts: tuple[str, int, bool]) -> Seat:
    made = (
        Shift(
            id=f"s{at}",
            title="班",
            hours=parse_hours(hours),
            role="agent",
            headcount=parse_quantity(f"{people} 人"),
            on_call=called,
        )
        for at, (hours, people, called) in enumerate(shifts)
    )
    return Seat(name, tuple(made))


def sentences(*seats: Seat, **more: Times) -> list[str]:
    drawn = str(draw_seats("谁在岗", seats, _, **more))
    return drawn.partition("<desc")[2].partition(">")[2].partition("</desc>")[0].split("\n")


def test_people_are_added_up_hour_by_hour() -> None:
    desk = post("客服", ("每天 08:00–16:00", 4, False), ("每天 15:00–20:00", 3, False))
    assert sentences(desk) == [
        "每天，法定节假日也一样：客服 08:00–15:00 4 人、15:00–16:00 7 人、16:00–20:00 3 人。"
    ]


def test_on_call_counts_only_where_nobody_is_at_work() -> None:
    manager = post("主管", ("每天 08:00–17:00", 2, False), ("每天 00:00–24:00", 1, True))
    assert sentences(manager) == [
        "每天，法定节假日也一样：主管 00:00–08:00 1 人听班、08:00–17:00 2 人、"
        "17:00–24:00 1 人听班。"
    ]


def test_holidays_have_their_own_row_and_worked_weekends_that_of_a_monday() -> None:
    office = post("专席", ("周一至周五 09:00–17:00；法定节假日除外", 5, False))
    assert sentences(office) == [
        "周一至周五、调休上班的周六、周日：专席 09:00–17:00 5 人。",
        "周六至周日、法定节假日：专席 不当班。",
    ]


def test_promised_hours_without_anybody_are_said() -> None:
    hours = times(parse_hours("每天 08:00–20:00"))
    desk = post("客服", ("每天 08:00–18:00", 4, False))
    gap = times(parse_hours("每天 18:00–20:00"))
    missed = Seat(desk.name, desk.shifts, gap)
    assert sentences(missed, promised=hours, unkept=gap) == [
        "每天，法定节假日也一样：服务时间 08:00–20:00；客服 08:00–18:00 4 人、18:00–20:00 无人。"
    ]
