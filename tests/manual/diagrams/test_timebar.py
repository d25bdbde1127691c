from collections.abc import Callable
from typing import Any

import pytest

from guifan.manual.diagrams.timebar import Part, Timebar, Words, draw_timebar

Read = Callable[[str], Any]
WORDS = Words(
    part="{label}：{amount}。",
    promise="承诺 {promise}",
    total="合计",
    sum="合计 {total}。",
    slack="余量 {rest}",
    excess="超出 {rest}",
)
KEPT = Timebar(
    "答复",
    (Part("受理", "1 日", 0, 0.25, "#a"), Part("调查", "2 日", 0.25, 0.5, "#b")),
    "4 日",
    "3 日",
    "1 日",
)
BROKEN = Timebar(
    "答复", (Part("受理", "2 日", 0, 0.5), Part("调查", "4 日", 0.5, 1)), "4 日", "6 日", "2 日"
)


def _promise(picture: Any) -> float:
    [(line, _)] = picture.having("gf-promise")
    return float(line.get("x1"))


def test_bars_follow_each_other_and_add_up_to_the_total(read: Read) -> None:
    picture = read(draw_timebar(KEPT, WORDS))
    first, second = picture.boxes("gf-bar-within")
    [total] = picture.boxes("gf-bar-total")
    assert second[0] == pytest.approx(first[2], abs=0.1)
    assert second[2] - second[0] == pytest.approx(2 * (first[2] - first[0]), abs=0.2)
    assert (total[0], total[2]) == pytest.approx((first[0], second[2]), abs=0.1)


def test_what_is_left_of_the_promise_is_seen_and_said(read: Read) -> None:
    picture = read(draw_timebar(KEPT, WORDS))
    [total] = picture.boxes("gf-bar-total")
    whole = _promise(picture) - total[0]
    assert (total[2] - total[0]) / whole == pytest.approx(0.75, abs=0.01)
    assert picture.boxes("gf-bar-over") == []
    assert picture.sentences == [
        "承诺 4 日",
        "受理：1 日。",
        "调查：2 日。",
        "合计 3 日。",
        "余量 1 日",
    ]
    assert picture.links == {"#a": "受理 1 日", "#b": "调查 2 日"}


def test_what_goes_beyond_the_promise_begins_at_its_line(read: Read) -> None:
    picture = read(draw_timebar(BROKEN, WORDS))
    over = picture.boxes("gf-bar-over")
    assert [box[0] for box in over] == pytest.approx([_promise(picture)] * 2, abs=0.1)
    assert picture.sentences[-1] == "超出 2 日"


def test_a_tiny_budget_can_still_be_seen(read: Read) -> None:
    bar = Timebar("短", (Part("记录", "1 分钟", 0, 0.00001),), "30 日", "1 分钟")
    [box] = read(draw_timebar(bar, WORDS)).boxes("gf-bar-within")
    assert box[2] - box[0] >= 2


def test_hostile_text_stays_text(read: Read) -> None:
    bad = "<script>&"
    picture = read(draw_timebar(Timebar(bad, (Part(bad, bad, 0, 1),), bad, bad, bad), WORDS))
    assert "script" not in picture.tags
    assert bad in picture.texts
