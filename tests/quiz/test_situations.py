"""Questions about situations: the key is what is marked, and only what the clauses support."""

from quizzed import pool_of, right, wrong

NORM = """\
kind: norm
items:
  - id: no-rush
    title: 不催客户
    rule: 员工不得打断客户
    modal: must-not
    binds: {roles: [hotline-agent]}
    aspect: behavioural
    result: process
    dimension: responsiveness
    never:
      - phrase: 您说重点行不行
        instead: 您慢慢说
    check: [听录音]
"""
HEAD = """\
kind: situation
id: the-situation
title: 老人报障
roles: [hotline-agent]
situation: 老人打进热线
"""
MARKED = "breaches: [{clause: no-rush, why: 打断}], instead: 您慢慢说"


def lines(*marked: int, medium: str = "dialogue", of: int = 4) -> str:
    """A situation with some of its lines marked."""
    turns = "".join(
        f"  - {{id: t{at}, who: agent, says: 第{at}样事{', ' + MARKED if at in marked else ''}}}\n"
        for at in range(1, of + 1)
    )
    return f"{HEAD}medium: {medium}\nturns:\n  - {{id: c, who: customer, says: 喂}}\n{turns}"


REPLIES = f"""{HEAD}turns:
  - {{id: c, who: customer, says: 我从头跟你讲}}
replies:
  - {{id: a, says: 您慢慢说，我听着, right: 是, clause: no-rush, why: 让他讲完}}
  - {{id: b, says: {{wrong}}, clause: no-rush, phrase: 您说重点行不行, why: 催他}}
  - {{id: d, says: 是不是没有信号, clause: no-rush, why: 没有听完}}
"""


def test_the_marked_line_is_the_key() -> None:
    (item,) = pool_of(NORM, lines(2), model="find-fault").items.values()
    assert right(item) == ["第③句"]
    assert wrong(item) == ["第②句", "第④句", "第⑤句"]
    assert item.clause.item == "no-rush"
    assert "③ 员工：第2样事" in item.stem.text


def test_several_marked_lines_are_all_asked_for() -> None:
    found = pool_of(NORM, lines(1, 3, medium="ticket"), model="find-faults").items
    (item,) = found.values()
    assert right(item) == ["第②栏", "第④栏"]
    assert not pool_of(NORM, lines(1, 3), model="find-fault").items


def test_the_reply_that_follows_the_standard() -> None:
    text = REPLIES.replace("{wrong}", "您说重点行不行，排着队呢")
    (item,) = pool_of(NORM, text, model="best-reply").items.values()
    assert right(item) == ["「您慢慢说，我听着」"]


def test_a_mark_that_the_clause_does_not_support_is_refused() -> None:
    text = REPLIES.replace("{wrong}", "快点吧").replace("phrase: 您说重点行不行", "phrase: 快点吧")
    found = pool_of(NORM, text, model="best-reply")
    assert not found.items
    assert [one.reason for one in found.refused] == ["undecidable"]


def test_a_mark_by_a_clause_that_is_no_longer_in_force_is_refused() -> None:
    lapsed = NORM.replace("    title:", "    expires: 2026-03-01\n    title:")
    found = pool_of(lapsed, lines(2), model="find-fault")
    assert not found.items
    assert [one.reason for one in found.refused] == ["undecidable"]


def test_a_question_rests_on_the_limit_that_the_reason_of_a_mark_quotes() -> None:
    limit = "kind: limit\nid: pause\ntitle: 停顿\nvalue: 2 秒\n"
    text = lines(2).replace("why: 打断", "why: 没有等够【pause】")
    (item,) = pool_of(NORM, limit, text, model="find-fault").items.values()
    assert "pause" in item.rests
