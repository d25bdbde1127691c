from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from guifan.manual.diagrams.metric import Direction, Gauge, Mark, Words, draw_metric
from guifan.manual.diagrams.text import measure

Read = Callable[[str], Any]
WORDS = Words(
    red_zone="不达标",
    yellow_zone="预警",
    green_zone="正常",
    red="红线 {value}",
    yellow="黄线 {value}",
    target="目标 {value}",
    actual="本月 {value}",
    better={Direction.HIGHER: "越高越好", Direction.LOWER: "越低越好"},
)
ANSWER = Gauge(
    "15 秒接通率",
    Direction.HIGHER,
    red=Mark(80, "80%"),
    yellow=Mark(83, "83%"),
    target=Mark(85, "85%"),
    actual=Mark(84.2, "84.2%"),
)
REPEAT = Gauge(
    "重复投诉率", Direction.LOWER, red=Mark(5, "5%"), yellow=Mark(3.1, "3.1%"), target=Mark(3, "3%")
)


def _zones(picture: Any) -> list[tuple[float, float, float, float]]:
    return [picture.boxes(f"gf-zone-{colour}")[0] for colour in ("red", "yellow", "green")]


def test_higher_is_better_runs_from_red_to_green(read: Read) -> None:
    red, yellow, green = _zones(read(draw_metric(ANSWER, WORDS)))
    assert red[0] == 0
    assert (red[2], yellow[2]) == pytest.approx((yellow[0], green[0]), abs=0.2)


def test_lower_is_better_runs_the_other_way(read: Read) -> None:
    red, yellow, green = _zones(read(draw_metric(REPEAT, WORDS)))
    assert green[0] == 0
    assert (green[2], yellow[2]) == pytest.approx((yellow[0], red[0]), abs=0.2)


def test_distances_on_the_line_keep_the_distances_of_the_values(read: Read) -> None:
    picture = read(draw_metric(ANSWER, WORDS))
    at = {
        kind: float(picture.having(f"gf-mark-{kind}")[0][0].get("x1"))
        for kind in ("red", "yellow", "target", "actual")
    }
    unit = at["yellow"] - at["red"]
    assert (at["target"] - at["red"]) / unit == pytest.approx(5 / 3, abs=0.01)
    assert (at["actual"] - at["red"]) / unit == pytest.approx(4.2 / 3, abs=0.01)


@pytest.mark.parametrize("gauge", [ANSWER, REPEAT])
def test_close_thresholds_keep_their_words_apart(read: Read, gauge: Gauge) -> None:
    picture = read(draw_metric(gauge, WORDS))
    labels = sorted(
        (float(e.get("x")), measure(e.text, 12))
        for kind in ("red", "yellow", "target", "actual")
        for e, _ in picture.having(f"gf-mark-text-{kind}")
    )
    for (x, width), (after, wide) in pairwise(labels):
        assert x + width / 2 < after - wide / 2
    assert labels[0][0] - labels[0][1] / 2 >= 0
    assert labels[-1][0] + labels[-1][1] / 2 <= 640


def test_the_description_names_every_value_and_the_direction(read: Read) -> None:
    assert read(draw_metric(ANSWER, WORDS)).sentences == [
        "红线 80%",
        "黄线 83%",
        "本月 84.2%",
        "目标 85%",
        "越高越好",
    ]


def test_thresholds_that_are_all_one_value_are_drawn(read: Read) -> None:
    one = Mark(100, "100%")
    picture = read(draw_metric(Gauge("满", Direction.HIGHER, one, one, one), WORDS))
    assert picture.sentences[-1] == "越高越好"


def test_hostile_text_stays_text(read: Read) -> None:
    bad = Mark(1, "<script>&")
    picture = read(draw_metric(Gauge("<b>", Direction.LOWER, bad, bad, bad), WORDS))
    assert not {"script", "b"} & picture.tags
    assert "目标 <script>&" in picture.texts
