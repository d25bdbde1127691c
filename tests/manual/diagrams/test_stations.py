from collections.abc import Callable
from itertools import pairwise
from typing import Any

from guifan.manual.diagrams.stations import Station, Way, Words, draw_stations

Read = Callable[[str], Any]
WORDS = Words(way="{start}到{end}：{name}。", plain="{start}到{end}。")
STEPS = [Station("定", "#set"), Station("做", "#do"), Station("查", "#check")]


def test_stations_stand_under_each_other_and_nothing_overlaps(read: Read) -> None:
    boxes = read(draw_stations("环", STEPS, [Way(0, 1), Way(1, 2)], WORDS)).boxes("gf-node")
    assert len(boxes) == 3
    assert all(one[3] < other[1] for one, other in pairwise(boxes))


def test_a_way_back_runs_along_the_right_of_everything(read: Read) -> None:
    ways = [Way(0, 1, "一个名称不短的差距"), Way(1, 2), Way(2, 0, "再来")]
    picture = read(draw_stations("环", STEPS, ways, WORDS))
    boxes = picture.boxes("gf-node")
    [back] = picture.lines("gf-wire-back")
    assert max(x for x, _ in back) > max(box[2] for box in boxes)
    assert back[0][1] == (boxes[2][1] + boxes[2][3]) / 2
    assert back[-1][1] == (boxes[0][1] + boxes[0][3]) / 2


def test_the_description_tells_every_way(read: Read) -> None:
    picture = read(draw_stations("环", STEPS, [Way(0, 1), Way(2, 0, "再来")], WORDS))
    assert picture.sentences == ["定到做。", "查到定：再来。"]


def test_stations_and_names_of_ways_are_linked(read: Read) -> None:
    picture = read(draw_stations("环", STEPS, [Way(0, 1, "差", "#gap")], WORDS))
    assert list(picture.links) == ["#set", "#do", "#check", "#gap"]


def test_hostile_text_stays_text(read: Read) -> None:
    bad = "<script>&"
    picture = read(draw_stations(bad, [Station(bad), Station("乙")], [Way(0, 1, bad)], WORDS))
    assert "script" not in picture.tags
    assert picture.texts.count(bad) == 2
