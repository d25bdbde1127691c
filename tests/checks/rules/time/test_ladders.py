"""Ladders and posts: what T11 and T12 say of odd corpora, and what they leave."""

from __future__ import annotations

from guifan.checks.examples import run_example
from guifan.findings import Example, Finding

OURS = frozenset({"T11", "T12"})


def found(*files: str) -> list[Finding]:
    """What these rules find in some files, which are named 0, 1, 2 …"""
    text = "".join(f"--- standards/{at}.yaml\n{file}" for at, file in enumerate(files))
    return [one for one in run_example(Example(text)).findings if one.code in OURS]


def said(*files: str) -> list[tuple[str, str, int]]:
    """The codes and keys, each with the number of its file."""
    return [(one.code, one.key, int(one.position.file[10:-5])) for one in found(*files)]


def role(name: str, rank: int, to: str = "", beyond: str = "") -> str:
    boss = f"reports_to: {to}\n" if to else ""
    grant = f"authority:\n  - {{id: refund, what: 退费, beyond: {beyond}}}\n" if beyond else ""
    return (
        f"kind: role\nid: {name}\ntitle: {name}\nunit: service-department\nrank: {rank}\n{boss}"
        f"mission: 做好\nduties: [做]\n{grant}"
    )


def ladder(*rungs: tuple[str, str], calendar: str = "office") -> str:
    """Rungs by when and to whom; without a time they say in which case."""
    text = "kind: escalation\nid: ladder\ntitle: 阶梯\nabout: 没有办好\n"
    text += f"from: complaint-received\ncalendar: {calendar}\nrungs:\n"
    for at, (after, to) in enumerate(rungs):
        when = f"after: {after}" if after else "when: 情况变重"
        text += f"  - {{id: r{at}, title: 第{at}级, {when}, to: {to}, does: 催办, by: 电话}}\n"
    return text


LOW, HIGH = "hotline-agent", "shift-leader"
POSTS = (role("low", 1), role("middle", 2), role("high", 3))


# T11


def test_rungs_at_the_same_time_do_not_rise() -> None:
    assert said(ladder(("1 小时", LOW), ("60 分钟", HIGH))) == [("T11", "not-later", 0)]
    assert said(ladder(("1 小时", LOW), ("61 分钟", HIGH))) == []


def test_rungs_that_meet_on_a_long_holiday_only_do_not_rise() -> None:
    # From 13 February: the third working day is the 25th; the tenth day, moved off, the 24th.
    (one,) = found(ladder(("3 个工作日", LOW), ("10 日", HIGH)))
    assert one.code == "T11"
    assert said(ladder(("3 个工作日", LOW), ("30 日", HIGH))) == []


def test_a_rung_by_case_stands_outside_the_times() -> None:
    three = POSTS, ladder(("1 小时", "low"), ("", "middle"), ("1 小时", "high"))
    assert said(*three[0], three[1]) == [("T11", "not-later", 3)]


def test_a_ladder_by_no_calendar_cannot_be_compared() -> None:
    rungs = ("2 个工作日", LOW), ("1 个工作日", HIGH)
    assert said(ladder(*rungs, calendar="unknown")) == []


def test_a_ladder_of_one_rung_or_of_cases_rises() -> None:
    assert said(ladder(("1 小时", LOW))) == []
    assert said(ladder(("", LOW), ("", HIGH))) == []


def test_a_rung_after_the_limit_is_the_only_one_out_of_place() -> None:
    answer = "kind: limit\nid: answer\ntitle: 答复\nwithin: 6 小时\nfrom: complaint-received\n"
    answer += "to: complaint-answered\nescalation: ladder\n"
    rungs = ladder(("1 小时", "low"), ("9 小时", "middle"), ("4 小时", "high"))
    assert said(*POSTS, rungs) == [("T11", "not-later", 3)]
    assert said(*POSTS, rungs.replace("about:", "of: answer\nabout:"), answer) == []


def test_swapped_rungs_are_said_once() -> None:
    assert said(*POSTS, ladder(("2 小时", "middle"), ("1 小时", "low"))) == [
        ("T11", "not-later", 3)
    ]


# T12


def test_equal_ranks_do_not_rise() -> None:
    assert said(role("a", 2, to="b"), role("b", 2)) == [("T12", "reports", 0)]
    assert said(role("a", 2, beyond="b"), role("b", 2)) == [("T12", "beyond", 0)]
    assert said(role("a", 2), role("b", 2), ladder(("1 小时", "a"), ("2 小时", "b"))) == [
        ("T12", "rung", 2)
    ]


def test_a_circle_is_one_finding_that_names_its_posts() -> None:
    posts = role("a", 1, to="b"), role("b", 2, to="c"), role("c", 3, to="a")
    (one,) = found(*posts)
    assert (one.key, one.position.file) == ("circle", "standards/2.yaml")
    assert one.arguments["circle"] == "c → a → b → c"


def test_a_circle_of_one_and_a_circle_of_equals_are_one_finding_each() -> None:
    assert said(role("a", 1, to="a")) == [("T12", "circle", 0)]
    equals = role("a", 1, to="b"), role("b", 1, to="c"), role("c", 1, to="a")
    assert said(*equals) == [("T12", "circle", 0)]


def test_referring_back_along_another_matter_is_no_circle() -> None:
    posts = role("a", 1, to="b"), role("b", 2, beyond="a")
    assert said(*posts) == [("T12", "beyond", 1)]


def test_one_wrong_rank_is_one_finding_at_the_rank() -> None:
    posts = role("a", 2, to="boss"), role("b", 2, to="boss"), role("boss", 1)
    (one,) = found(*posts)
    assert (one.key, one.position.file, one.position.line) == ("rank", "standards/2.yaml", 5)
    assert {other.position.file for other in one.related} >= {
        "standards/0.yaml",
        "standards/1.yaml",
    }


def test_a_ladder_that_goes_down_is_wrong_itself_not_a_rank() -> None:
    down = ladder(("1 小时", "high"), ("2 小时", "middle"), ("3 小时", "low"))
    assert said(*POSTS, down) == [("T12", "rung", 3), ("T12", "rung", 3)]


def test_what_follows_from_one_pair_of_posts_is_said_once() -> None:
    posts = role("a", 3, to="b", beyond="b"), role("b", 2)
    assert said(*posts, ladder(("1 小时", "a"), ("2 小时", "b"))) == [("T12", "reports", 0)]


def test_the_same_post_twice_in_a_row_does_not_rise() -> None:
    assert said(ladder(("1 小时", HIGH), ("2 小时", HIGH))) == [("T12", "rung", 0)]


def test_posts_that_are_not_there_are_passed_over() -> None:
    assert said(role("a", 2, to="unknown", beyond="unknown")) == []
    assert said(*POSTS, ladder(("1 小时", "low"), ("2 小时", "unknown"), ("3 小时", "high"))) == []
    falls = ladder(("1 小时", "high"), ("2 小时", "unknown"), ("3 小时", "low"))
    assert said(*POSTS, falls) == [("T12", "rung", 3)]
