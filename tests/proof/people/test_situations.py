"""Marks of situations: which of them the clauses support."""

from quizzed import corpus_of

from guifan.proof.people.situations import Fault, doubts

NORM = """\
kind: norm
items:
  - id: no-rush
    title: 不催客户
    rule: 员工不得打断客户
    modal: must-not
    binds: {roles: [hotline-agent], channels: [the-line]}
    aspect: behavioural
    result: process
    dimension: responsiveness
    never:
      - phrase: 您说重点行不行
        instead: 您慢慢说
    check: [听录音]
"""


def faults(role: str, channel: str, line: str, phrase: str) -> list[tuple[str, Fault]]:
    """The faults of a situation with one line marked and another that is not."""
    situation = f"""\
kind: situation
id: the-situation
title: 老人报障
roles: [{role}]
channel: {channel}
situation: 老人打进热线
turns:
  - {{id: first, who: agent, says: {line}}}
  - {{id: old, who: customer, says: 您说重点行不行}}
  - {{id: next, who: agent, says: 好的}}
  - id: marked
    who: agent
    says: 您说重点行不行啊
    breaches:
      - {{clause: no-rush, phrase: {phrase}, why: 打断}}
    instead: 您慢慢说
"""
    found = doubts(corpus_of(NORM, situation))
    return [(one.part, one.fault) for one in found if one.fault]


GOOD = ("hotline-agent", "the-line", "您好", "您说重点行不行")


def test_nothing_is_doubtful_that_the_clause_supports() -> None:
    assert faults(*GOOD) == []


def test_what_the_clause_does_not_support() -> None:
    role, channel, line, phrase = GOOD
    assert faults("shift-leader", channel, line, phrase) == [("marked", Fault.POST_NOT_BOUND)]
    assert faults(role, "the-shop", line, phrase) == [("marked", Fault.CHANNEL_NOT_BOUND)]
    assert faults(role, channel, line, "您说重点") == [("marked", Fault.NOT_FORBIDDEN)]


def test_a_forbidden_phrase_in_a_line_that_is_not_marked() -> None:
    role, channel, _, phrase = GOOD
    found = faults(role, channel, "您好，您说重点行不行。", phrase)
    assert found == [("first", Fault.FORBIDDEN_UNMARKED)]
