"""What a change touches in the small manual, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guifan.changes.impact import Impact, impact

if TYPE_CHECKING:
    from collections.abc import Callable

    from guifan.corpus.graph import Corpus

    Linked = Callable[..., Corpus]

SCORECARD = """\
kind: inspection
id: scorecard
title: 评分表
roles: [hotline-agent]
sample: 每人五件
pass_mark: 80 分
criteria: [{id: greeting, title: 问候, points: 5, norm: greet, how: 有没有问候}]
calibration: 每月一次
appeal: 找班长
"""
NOTICE = "kind: term\nid: promise\ntitle: 承诺\nmeans: 例如在【complaint-answer】内答复\n"
SMS = """\
kind: message
id: received
title: 受理短信
form: template
to: customer
situation: 受理以后
says: 我们在【complaint-answer】内答复您
"""


def of(corpus: Corpus, address: str) -> Impact:
    target = corpus.resolve(address)
    assert target is not None
    return impact(corpus, target)


def why(found: Impact) -> dict[str, list[str]]:
    """Each item touched, with the items through which it is reached, itself first."""
    return {touch.item.id: [link.source for link in touch.why] for touch in found.touches}


def test_a_limit_touches_what_rests_on_it_and_what_prints_it(
    linked: Linked, texts: dict[str, str]
) -> None:
    promised = texts["procedure"].replace("steps:", "promise: complaint-answer\nsteps:")
    corpus = linked(procedure=promised, scorecard=SCORECARD, term=NOTICE, sms=SMS)
    found = of(corpus, "complaint-answer")
    assert why(found) == {
        "greet": ["greet"],
        "answer-ladder": ["answer-ladder"],
        "complaint-handling": ["complaint-handling"],
        "promise": ["promise"],
        "received": ["received"],
        "scorecard": ["scorecard", "greet"],
    }
    assert [touch.item.id for touch in found.procedures] == ["complaint-handling"]
    assert [touch.item.id for touch in found.messages] == ["received"]
    assert {post.id for post in found.posts} == {"hotline-agent", "shift-leader"}
    assert {kind: len(some) for kind, some in found.by_kind.items()} == {
        "escalation": 1,
        "inspection": 1,
        "message": 1,
        "norm": 1,
        "procedure": 1,
        "term": 1,
    }


def test_a_floor_reaches_the_procedure_that_keeps_the_promise(
    linked: Linked, texts: dict[str, str]
) -> None:
    corpus = linked(
        limit=texts["limit"].replace("answers_to", "floor: appeal-rules.answer-15d\nanswers_to"),
        procedure=texts["procedure"].replace("steps:", "promise: complaint-answer\nsteps:"),
    )
    found = why(of(corpus, "appeal-rules.answer-15d"))
    assert found["complaint-answer"] == ["complaint-answer"]
    assert found["complaint-handling"] == ["complaint-handling", "complaint-answer"]


def test_another_part_of_an_item_is_not_touched(linked: Linked, texts: dict[str, str]) -> None:
    corpus = linked(
        limit=texts["limit"].replace("answers_to", "law: [appeal-rules.article-8]\nanswers_to")
    )
    assert "complaint-answer" not in why(of(corpus, "appeal-rules.answer-15d"))
    assert "complaint-answer" in why(of(corpus, "appeal-rules.article-8"))
    assert "complaint-answer" in why(of(corpus, "appeal-rules"))


def test_what_only_points_the_way_is_touched_and_goes_no_further(
    linked: Linked, texts: dict[str, str]
) -> None:
    term = "kind: term\nid: hello-word\ntitle: 招呼\nmeans: 开口第一句\nsee: [greet]\n"
    corpus = linked(
        term=term, again=term.replace("hello-word", "again").replace("greet", "hello-word")
    )
    assert why(of(corpus, "greet")) == {"hello-word": ["hello-word"]}


def test_items_that_rest_on_each_other_end(linked: Linked) -> None:
    corpus = linked()
    for name in corpus.entries:
        found = of(corpus, name)
        assert name not in why(found)
        assert len(why(found)) == len(found.touches)
