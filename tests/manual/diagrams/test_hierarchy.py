from collections.abc import Callable
from itertools import combinations
from typing import Any

from guifan.manual.diagrams.hierarchy import Entry, Words, draw_hierarchy

Read = Callable[[str], Any]
WORDS = Words(root="{name}。", under="{name}下辖{names}。", between="、")
SERVICE = Entry(
    "客户服务总部",
    "归口管理",
    "#hq",
    (
        Entry("华东区域中心", "", "#east", (Entry("南京路营业厅"), Entry("浦东服务站"))),
        Entry("华南区域中心", "热线", "#south"),
    ),
)


def test_each_level_stands_right_of_the_one_above_and_nothing_overlaps(read: Read) -> None:
    picture = read(draw_hierarchy("网络", SERVICE, WORDS))
    [head] = picture.boxes("gf-node-0")
    centres, outlets = picture.boxes("gf-node-1"), picture.boxes("gf-node-2")
    assert (len(centres), len(outlets)) == (2, 2)
    assert all(box[0] > head[2] for box in centres)
    assert all(box[0] > centres[0][2] for box in outlets)
    for one, other in combinations([*centres, *outlets], 2):
        assert one[0] != other[0] or one[3] < other[1] or other[3] < one[1]


def test_a_unit_stands_level_with_the_middle_of_those_under_it(read: Read) -> None:
    picture = read(draw_hierarchy("网络", SERVICE, WORDS))
    first, last = picture.boxes("gf-node-2")
    east = picture.boxes("gf-node-1")[0]
    assert abs((east[1] + east[3]) - (first[1] + last[3])) < 0.3


def test_the_description_says_who_is_under_whom(read: Read) -> None:
    assert read(draw_hierarchy("网络", SERVICE, WORDS)).sentences == [
        "客户服务总部。",
        "客户服务总部下辖华东区域中心、华南区域中心。",
        "华东区域中心下辖南京路营业厅、浦东服务站。",
    ]


def test_units_with_an_address_are_linked(read: Read) -> None:
    assert list(read(draw_hierarchy("网络", SERVICE, WORDS)).links) == ["#hq", "#east", "#south"]


def test_hostile_text_stays_text(read: Read) -> None:
    bad = "<script>&"
    picture = read(draw_hierarchy(bad, Entry(bad, bad), WORDS))
    assert "script" not in picture.tags
    assert picture.texts == [bad, bad]
