from collections.abc import Callable
from itertools import pairwise
from typing import Any

from guifan.manual.diagrams.ladder import Ladder, Rung, Words, draw_ladder

Read = Callable[[str], Any]
WORDS = Words(
    start="自{start}起计时",
    rung="第 {level} 级，{after}：{facts}。",
    fact="，",
    deadline="时限 {deadline}",
)
COMPLAINT = Ladder(
    "投诉升级",
    (
        Rung("30 分钟", "班长", "接管通话", "内线电话", "#leader"),
        Rung("2 小时", "主管", "组织会商", "工单", "#supervisor"),
        Rung("2 个工作日", "分管副总", "直接答复客户", "", "#director"),
    ),
    "受理投诉",
    "3 个工作日",
)


def test_stairs_rise_to_the_right_and_stand_on_each_other(read: Read) -> None:
    stairs = read(draw_ladder(COMPLAINT, WORDS)).boxes("gf-stair")
    assert len(stairs) == 3
    for lower, upper in pairwise(stairs):
        assert upper[3] == lower[1]
        assert upper[0] > lower[0]
        assert upper[2] == lower[2]


def test_each_rung_is_linked_by_its_time_and_post(read: Read) -> None:
    assert read(draw_ladder(COMPLAINT, WORDS)).links == {
        "#leader": "30 分钟 班长",
        "#supervisor": "2 小时 主管",
        "#director": "2 个工作日 分管副总",
    }


def test_the_description_climbs_from_the_start_to_the_limit(read: Read) -> None:
    assert read(draw_ladder(COMPLAINT, WORDS)).sentences == [
        "自受理投诉起计时",
        "第 1 级，30 分钟：班长，接管通话，内线电话。",
        "第 2 级，2 小时：主管，组织会商，工单。",
        "第 3 级，2 个工作日：分管副总，直接答复客户。",
        "时限 3 个工作日",
    ]


def test_hostile_text_stays_text(read: Read) -> None:
    bad = "<script>&\"'"
    picture = read(draw_ladder(Ladder(bad, (Rung(bad, bad, bad, bad),), bad, bad), WORDS))
    assert "script" not in picture.tags
    assert bad in picture.texts


def test_no_rungs_is_an_empty_picture(read: Read) -> None:
    assert read(draw_ladder(Ladder("空", ()), WORDS)).boxes("gf-stair") == []
