from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guifan.manual.diagrams.blueprint import (
    Arrow,
    Blueprint,
    FailPoint,
    Lane,
    Step,
    Words,
    draw_blueprint,
)

Read = Callable[[str], Any]
Rect = tuple[float, float, float, float]

WORDS = Words(
    lanes={
        Lane.CUSTOMER: "客户",
        Lane.FRONTSTAGE: "前台",
        Lane.BACKSTAGE: "后台",
        Lane.SUPPORT: "支撑",
    },
    interaction="互动线",
    visibility="可视线",
    fail_point="失误点",
    back="退回重做",
    elsewhere="接另一行",
    step="第 {number} 步（{facts}）：{title}。",
    fact="，",
    fail="失误点 {number}：{text}。",
    goes="接第 {number} 步。",
    branches="{label}：转第 {number} 步。",
    returns="{label}退回第 {number} 步。",
)
COMPLAINT = Blueprint(
    "投诉处理",
    (
        Step("raise", "提出投诉", Lane.CUSTOMER, "#raise"),
        Step(
            "record",
            "详细记录投诉内容，告知处理流程和答复时限，并复述确认无误",
            Lane.FRONTSTAGE,
            "#record",
            "客服代表",
            "10 分钟",
            fails=(FailPoint("记录不完整", "#incomplete"), FailPoint("未告知时限")),
        ),
        Step("sort", "分拣", Lane.FRONTSTAGE, "#sort", "班长", "2 个工作小时"),
        Step("network", "网络侧排查", Lane.SUPPORT, "#network", "网络维护岗", "8 小时"),
        Step(
            "billing",
            "核对账单",
            Lane.BACKSTAGE,
            "#billing",
            fails=(FailPoint("漏查赠送包", "#missed"),),
        ),
        Step("decide", "汇总两路结论", Lane.BACKSTAGE, "#decide", wait="等客户补料 ≤2 日"),
        Step("answer", "答复客户", Lane.FRONTSTAGE, "#answer", "投诉处理专员", "1 个工作日"),
        Step("hand-over", "转咨询台", Lane.BACKSTAGE, "#hand-over"),
        Step("close", "办结归档", Lane.BACKSTAGE, "#close"),
    ),
    (
        Arrow("raise", "record"),
        Arrow("record", "sort"),
        Arrow("sort", "answer", "即时办结"),
        Arrow("sort", "network", "派单"),
        Arrow("sort", "billing", "派单"),
        Arrow("sort", "hand-over", "转办"),
        Arrow("network", "decide"),
        Arrow("billing", "decide"),
        Arrow("decide", "answer"),
        Arrow("answer", "close"),
        Arrow("answer", "decide", "≤2 次"),
    ),
)


@pytest.mark.parametrize("width", [1100, 700, 10])
def test_every_step_and_fail_point_with_an_address_is_linked_once(read: Read, width: int) -> None:
    picture = read(draw_blueprint(COMPLAINT, WORDS, width=width))
    assert picture.links == {
        "#raise": "1 提出投诉",
        "#record": "2 详细记录投诉内容，告知处理流程和答复时限，并复述确认无误",
        "#incomplete": "失误点 F1：记录不完整。",
        "#sort": "3 分拣",
        "#network": "4 网络侧排查",
        "#billing": "5 核对账单",
        "#missed": "失误点 F3：漏查赠送包。",
        "#decide": "6 汇总两路结论",
        "#answer": "7 答复客户",
        "#hand-over": "8 转咨询台",
        "#close": "9 办结归档",
    }


def test_a_link_lies_on_its_card_and_outside_the_image(read: Read) -> None:
    picture = read(draw_blueprint(COMPLAINT, WORDS))
    image = next(e for e, _ in picture.shapes if e.get("role") == "img")
    assert not [e for e in image.iter() if e.tag.endswith("}a")]
    assert set(picture.boxes("gf-card")) <= set(picture.boxes("gf-hit"))


def test_lanes_stand_in_order_and_the_line_of_visibility_is_between_front_and_back(
    read: Read,
) -> None:
    picture = read(draw_blueprint(COMPLAINT, WORDS, width=2000))
    lanes = {
        lane: box
        for box, (element, _) in zip(
            picture.boxes("gf-lane"), picture.having("gf-lane"), strict=True
        )
        for lane in Lane
        if f"gf-lane-{lane}" in element.get("class").split()
    }
    tops = [lanes[lane][1] for lane in Lane]
    assert tops == sorted(tops)
    assert all(lanes[above][3] <= lanes[below][1] + 0.1 for above, below in pairwise(Lane))
    [(line, down)] = picture.having("gf-line-visibility")
    assert float(line.get("y1")) + down == pytest.approx(lanes[Lane.BACKSTAGE][1], abs=0.1)
    [(line, down)] = picture.having("gf-line-interaction")
    assert float(line.get("y1")) + down == pytest.approx(lanes[Lane.FRONTSTAGE][1], abs=0.1)


def test_the_description_tells_the_whole_flow(read: Read) -> None:
    sentences = read(draw_blueprint(COMPLAINT, WORDS)).sentences
    assert sentences[:5] == [
        "第 1 步（客户）：提出投诉。",
        "接第 2 步。",
        "第 2 步（前台，客服代表，10 分钟）："
        "详细记录投诉内容，告知处理流程和答复时限，并复述确认无误。",
        "失误点 F1：记录不完整。",
        "失误点 F2：未告知时限。",
    ]
    assert "即时办结：转第 7 步。" in sentences
    assert "≤2 次退回第 6 步。" in sentences
    assert "第 6 步（后台，等客户补料 ≤2 日）：汇总两路结论。" in sentences


def test_branches_budgets_waits_and_fail_points_are_written_on_it(read: Read) -> None:
    texts = read(draw_blueprint(COMPLAINT, WORDS, width=2000)).texts
    assert {"即时办结", "转办", "≤2 次", "10 分钟", "客服代表", "F1", "F2", "F3"} <= set(texts)
    assert texts.count("派单") == 2


def test_a_long_flow_keeps_to_the_width_and_names_the_step_it_goes_on_with(read: Read) -> None:
    steps = tuple(Step(f"s{n}", f"步骤{n}", Lane.BACKSTAGE) for n in range(1, 13))
    arrows = tuple(Arrow(a.id, b.id) for a, b in pairwise(steps))
    picture = read(draw_blueprint(Blueprint("长", steps, arrows), WORDS, width=1100))
    bands = len(picture.boxes("gf-lane")) // len(Lane)
    assert bands > 1
    assert float(picture.root.get("width")) <= 1104
    *marks, legend = [e.text for e, _ in picture.having("gf-mark-text")]
    assert legend == "n"
    assert len(marks) == 2 * (bands - 1)
    assert all(int(to) == int(since) + 1 for to, since in zip(*[iter(marks)] * 2, strict=True))


def test_two_branches_between_the_same_steps_are_one_arrow(read: Read) -> None:
    steps = (Step("a", "甲", Lane.FRONTSTAGE), Step("b", "乙", Lane.FRONTSTAGE))
    arrows = (Arrow("a", "b", "退款"), Arrow("a", "b", "换货"))
    picture = read(draw_blueprint(Blueprint("分", steps, arrows), WORDS))
    assert len(picture.lines("gf-wire")) == 1
    assert "退款 / 换货" in picture.texts


def test_a_long_label_is_its_name_on_the_picture_and_whole_when_pointed_at(read: Read) -> None:
    steps = (Step("a", "甲", Lane.FRONTSTAGE), Step("b", "乙", Lane.FRONTSTAGE))
    arrows = (Arrow("a", "b", "派单：要调查、要核实或者要上门的"),)
    picture = read(draw_blueprint(Blueprint("长", steps, arrows), WORDS))
    assert "派单" in picture.texts
    assert "派单：要调查、要核实或者要上门的：转第 2 步。" in picture.sentences
    [arrow] = [e for e, _ in picture.having("gf-arrow")]
    assert arrow[0].text == "派单：要调查、要核实或者要上门的"


def test_an_arrow_to_a_step_that_is_not_there_is_left_out(read: Read) -> None:
    step = Step("a", "甲", Lane.FRONTSTAGE)
    picture = read(draw_blueprint(Blueprint("缺", (step,), (Arrow("a", "none"),)), WORDS))
    assert picture.lines("gf-wire") == []


def test_hostile_text_stays_text(read: Read) -> None:
    bad = '"><script>alert(1)</script>&\x00'
    step = Step(
        "a", bad, Lane.CUSTOMER, "javascript:alert(1)", bad, bad, bad, (FailPoint(bad, "#" + bad),)
    )
    flow = Blueprint(bad, (step,), (Arrow("a", "a", bad),))
    svg = draw_blueprint(flow, WORDS)
    picture = read(svg)
    assert "script" not in picture.tags
    assert "<script" not in svg
    assert picture.sentences[0].endswith('："><script>alert(1)</script>&。')
    assert list(picture.links) == ['#"><script>alert(1)</script>&']


def test_colours_come_from_the_stylesheet_alone() -> None:
    svg = draw_blueprint(COMPLAINT, WORDS)
    assert not [word for word in (" style=", "<style", " fill=", " stroke=") if word in svg]


def test_ids_begin_with_the_prefix(read: Read) -> None:
    picture = read(draw_blueprint(COMPLAINT, WORDS, prefix="complaint"))
    ids = [e.get("id") for e, _ in picture.shapes if e.get("id")]
    assert sorted(ids) == ["complaint", "complaint-desc", "complaint-title"]


def test_no_steps_is_an_empty_picture(read: Read) -> None:
    assert read(draw_blueprint(Blueprint("空", (), ()), WORDS)).boxes("gf-card") == []


@st.composite
def flows(draw: st.DrawFn) -> Blueprint:
    count = draw(st.integers(1, 9))
    steps = tuple(
        Step(
            f"s{n}",
            "办" * draw(st.integers(1, 40)),
            draw(st.sampled_from(Lane)),
            budget=draw(st.sampled_from(["", "10 分钟"])),
            fails=(FailPoint("错"),) * draw(st.integers(0, 2)),
        )
        for n in range(count)
    )
    ends = st.integers(0, count - 1).map(lambda n: f"s{n}")
    arrow = st.builds(Arrow, ends, ends, st.sampled_from(["", "派单", "客户不认可"]))
    return Blueprint("任意", steps, tuple(draw(st.lists(arrow, max_size=14))))


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(flow=flows(), width=st.sampled_from([400, 700, 1100, 3000]))
def test_cards_never_overlap_and_arrows_cross_no_card(
    read: Read, flow: Blueprint, width: int
) -> None:
    picture = read(draw_blueprint(flow, WORDS, width=width))
    cards = picture.boxes("gf-card")
    assert len(cards) == len(flow.steps)
    assert not [pair for pair in combinations(cards, 2) if _overlap(*pair)]
    segments = [pair for line in picture.lines("gf-wire") for pair in pairwise(line)]
    assert not [(s, c) for s in segments for c in cards if _overlap(_hull(s), c)]
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in segments)


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(flow=flows(), width=st.sampled_from([400, 1100, 3000]))
def test_arrows_lie_on_each_other_only_when_they_lead_to_the_same_place(
    read: Read, flow: Blueprint, width: int
) -> None:
    picture = read(draw_blueprint(flow, WORDS, width=width))
    lines = [line for line in picture.lines("gf-wire") if len(line) > 1]
    for one, other in combinations(lines, 2):
        if one[-1] != other[-1]:
            shared = [(a, b) for a in pairwise(one) for b in pairwise(other) if _along(a, b) > 1]
            assert not shared


def _hull(segment: Any) -> Rect:
    (x1, y1), (x2, y2) = segment
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _overlap(one: Rect, other: Rect) -> bool:
    """Whether two boxes share more than an edge (coordinates are rounded to 0.1)."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.2
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.2
    ) or (
        # A line has no area: it is inside when it runs strictly within the other's sides.
        (one[0] == one[2] and other[0] + 0.2 < one[0] < other[2] - 0.2 and _within(one, other, 1))
        or (
            one[1] == one[3] and other[1] + 0.2 < one[1] < other[3] - 0.2 and _within(one, other, 0)
        )
    )


def _within(one: Rect, other: Rect, axis: int) -> bool:
    return min(one[axis + 2], other[axis + 2]) - max(one[axis], other[axis]) > 0.2


def _along(one: Any, other: Any) -> float:
    """How far two segments run on the same line, in px."""
    a, b = _hull(one), _hull(other)
    for axis in (0, 1):
        across = 1 - axis
        if a[across] == a[across + 2] == b[across] == b[across + 2]:
            return min(a[axis + 2], b[axis + 2]) - max(a[axis], b[axis])
    return 0.0
