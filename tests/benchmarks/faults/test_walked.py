"""The oracle's own answers: holiday stretches of 2026, and procedures small enough to add up."""

from datetime import date

import pytest
from planting import Manual
from walked import CLOSE, DAY, Walk, due, is_worked, later

from guifan.language.source import Source

NOON = 12 * 60


def ordinal(month: int, day: int) -> int:
    return date(2026, month, day).toordinal()


@pytest.mark.parametrize(
    ("month", "day", "worked"),
    [(2, 14, True), (2, 16, False), (9, 20, True), (10, 1, False), (10, 8, True), (10, 10, True)],
)
def test_arrangement_of_2026(month: int, day: int, worked: bool) -> None:
    assert is_worked(ordinal(month, day)) is worked


@pytest.mark.parametrize(
    ("days", "longest"),
    [(1, 10), (2, 11), (3, 12), (4, 14), (5, 15), (6, 16), (7, 18), (10, 21), (15, 28)],
)
def test_longest_stretch_of_working_days(days: int, longest: int) -> None:
    lasted = []
    for start in range(ordinal(1, 1), ordinal(12, 1)):
        end = due((start, NOON), f"{days} 个工作日", "office")
        assert end is not None
        lasted.append(end[0] - start)
    assert max(lasted) == longest


@pytest.mark.parametrize(
    ("written", "calendar", "end"),
    [
        ("3 个工作日", "office", (ordinal(9, 29), CLOSE)),
        ("5 个工作日", "office", (ordinal(10, 8), CLOSE)),
        ("4 工作小时", "office", (ordinal(9, 23), 16 * 60)),
        ("8 工作小时", "office", (ordinal(9, 24), 11 * 60)),
        ("2 日", "office", (ordinal(9, 25), DAY)),
        ("36 小时", "duty", (ordinal(9, 25), 0)),
    ],
)
def test_due_from_noon_of_23_september(written: str, calendar: str, end: tuple[int, int]) -> None:
    assert due((ordinal(9, 23), NOON), written, calendar) == end


def test_a_unit_that_is_not_walked_has_no_end() -> None:
    assert due((ordinal(9, 23), NOON), "1 年", "office") is None


def test_days_and_working_days_are_told_apart() -> None:
    assert later("3 个工作日", "3 日", "office")
    assert not later("1 小时", "1 个工作日", "office")


def procedure(*steps: str) -> Manual:
    limit = "kind: limit\nid: whole\nwithin: 3 个工作日\ncalendar: office\n"
    text = "kind: procedure\nid: work\npromise: whole\nsteps:\n" + "".join(steps)
    return Manual((Source("a.yaml", limit), Source("b.yaml", text)))


def step(name: str, within: str, more: str = "") -> str:
    return f"  - id: {name}\n    within: {within}\n{more}"


@pytest.mark.parametrize(
    ("last", "breaks"), [("1 个工作日", False), ("2 个工作日", True), ("4 工作小时", False)]
)
def test_steps_in_a_row_add_up(last: str, breaks: bool) -> None:
    manual = procedure(step("one", "2 个工作日"), step("two", last))
    assert Walk(manual, manual.by_id["work"]).breaks_promise() is breaks


def test_hours_before_days_cost_a_day_when_they_roll_over() -> None:
    manual = procedure(step("one", "2 工作小时"), step("two", "3 个工作日"))
    assert Walk(manual, manual.by_id["work"]).breaks_promise()


def test_a_written_time_counts_instead() -> None:
    manual = procedure(step("one", "2 个工作日"), step("two", "1 个工作日"))
    walk = Walk(manual, manual.by_id["work"], {"one": "3 个工作日"})
    assert walk.breaks_promise()


def test_branches_take_the_longer_way_only() -> None:
    fork = "    branches:\n      - when: a\n        to: two\n      - when: b\n        to: three\n"
    manual = procedure(
        step("one", "1 个工作日", fork),
        step("two", "1 个工作日", "    then: four\n"),
        step("three", "1 个工作日"),
        step("four", "1 个工作日"),
    )
    walk = Walk(manual, manual.by_id["work"])
    assert not walk.breaks_promise()
    assert walk.is_on_way("two")
    assert not walk.is_on_every_way("two")
    assert walk.is_on_every_way("four")


def test_what_begins_together_is_not_added() -> None:
    fork = "    parallel:\n      steps: [two, three]\n      join: all\n      then: four\n"
    manual = procedure(
        step("one", "1 个工作日", fork),
        step("two", "1 个工作日"),
        step("three", "1 个工作日"),
        step("four", "1 个工作日"),
    )
    assert not Walk(manual, manual.by_id["work"]).breaks_promise()
