from collections.abc import Callable
from typing import Any

from guifan.manual.diagrams.forces import Force, Words, draw_forces

Read = Callable[[str], Any]
WORDS = Words(
    driving="助力",
    restraining="阻力",
    force="{side}：{name} {strength}。",
    balance="{driving} 对 {restraining}。",
)
DRIVING = [Force("总经理支持", 5), Force("客户要求", 3)]
RESTRAINING = [Force("系统老旧", 4)]


def test_a_bar_is_as_long_as_its_force_is_strong(read: Read) -> None:
    picture = read(draw_forces("力场", DRIVING, RESTRAINING, WORDS))
    strong, weak = (box[2] - box[0] for box in picture.boxes("gf-bar-0"))
    [against] = (box[2] - box[0] for box in picture.boxes("gf-bar-5"))
    assert weak / strong == 3 / 5
    assert against / strong == 4 / 5


def test_the_two_sides_meet_at_the_middle(read: Read) -> None:
    picture = read(draw_forces("力场", DRIVING, RESTRAINING, WORDS))
    assert len({box[2] for box in picture.boxes("gf-bar-0")}) == 1
    assert picture.boxes("gf-bar-5")[0][0] > picture.boxes("gf-bar-0")[0][2]


def test_the_description_tells_every_force_and_the_balance(read: Read) -> None:
    assert read(draw_forces("力场", DRIVING, RESTRAINING, WORDS)).sentences == [
        "助力：总经理支持 5。",
        "助力：客户要求 3。",
        "阻力：系统老旧 4。",
        "8 对 4。",
    ]


def test_a_side_may_be_empty(read: Read) -> None:
    assert read(draw_forces("力场", [], RESTRAINING, WORDS)).boxes("gf-bar-0") == []


def test_hostile_text_stays_text(read: Read) -> None:
    bad = "<script>&"
    picture = read(draw_forces(bad, [Force(bad, 1)], [], WORDS))
    assert "script" not in picture.tags
    assert bad in picture.texts
