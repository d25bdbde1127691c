from collections.abc import Callable
from itertools import combinations
from typing import Any

from guifan.manual.diagrams.tree import Option, Outcome, Question, Words, draw_tree

Read = Callable[[str], Any]
WORDS = Words(
    asks="问题 {number}：{text}",
    leads="{label}：{text}。",
    goes="{label}：转问题 {number}。",
)
REPAIR = Question(
    "光猫亮红灯？",
    (
        Option(
            "是",
            Question(
                "多户报障？",
                (
                    Option("多户", Outcome("按群障派单", "#group")),
                    Option("仅一户", Outcome("上门")),
                ),
                "#many",
            ),
        ),
        Option("否", Outcome("重启光猫", "#restart")),
    ),
    "#light",
)


def test_answers_stand_right_of_their_question_and_nothing_overlaps(read: Read) -> None:
    picture = read(draw_tree("修障", REPAIR, WORDS))
    first, second = picture.boxes("gf-question")
    outcomes = picture.boxes("gf-outcome")
    assert second[0] > first[2]
    assert all(box[0] > first[2] for box in outcomes)
    assert not [
        pair
        for pair in combinations([first, second, *outcomes], 2)
        if min(pair[0][2], pair[1][2]) > max(pair[0][0], pair[1][0])
        and min(pair[0][3], pair[1][3]) > max(pair[0][1], pair[1][1])
    ]


def test_every_line_joins_a_question_to_its_answer(read: Read) -> None:
    picture = read(draw_tree("修障", REPAIR, WORDS))
    boxes = [*picture.boxes("gf-question"), *picture.boxes("gf-outcome")]
    for line in picture.lines("gf-wire"):
        assert any(abs(line[0][0] - box[2]) < 0.2 for box in boxes)
        assert any(
            abs(line[-1][0] - box[0]) < 0.2 and box[1] < line[-1][1] < box[3] for box in boxes
        )
    assert len(picture.lines("gf-wire")) == 4


def test_the_description_can_be_followed_by_number(read: Read) -> None:
    assert read(draw_tree("修障", REPAIR, WORDS)).sentences == [
        "问题 1：光猫亮红灯？",
        "是：转问题 2。",
        "否：重启光猫。",
        "问题 2：多户报障？",
        "多户：按群障派单。",
        "仅一户：上门。",
    ]


def test_questions_and_outcomes_with_an_address_are_linked(read: Read) -> None:
    assert read(draw_tree("修障", REPAIR, WORDS)).links == {
        "#light": "光猫亮红灯？",
        "#many": "多户报障？",
        "#group": "按群障派单",
        "#restart": "重启光猫",
    }


def test_hostile_text_stays_text(read: Read) -> None:
    bad = "<script>&"
    picture = read(draw_tree(bad, Question(bad, (Option(bad, Outcome(bad)),)), WORDS))
    assert "script" not in picture.tags
    assert picture.texts == [bad] * 3
