"""What a reference prints: one form a kind, in texts with slots, in both languages."""

from collections.abc import Callable
from datetime import date

import pytest

from guifan.corpus.graph import Corpus
from guifan.corpus.references import Printed, plain_text, printed, prints, value_text
from guifan.language.model import Audience
from guifan.language.texts import Blank, Plain


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("complaint-answer", "3 个工作日"),
        ("complaint-answer.title", "投诉答复"),
        ("complaint-answer.audience", "对外"),
        ("complaint-answer.effective", "2026-01-01"),
        ("complaint-answer.version", "1"),
        ("complaint-answer.expires", ""),
        ("complaint-answer.law", "appeal-rules.article-8"),
        ("leader", "班长"),
        ("leader.frontline", "否"),
        ("hotline", "客服热线"),
        ("hotline.hours", "每天 08:00–20:00"),
        ("greet.never", ""),
        ("care.level", "总部"),
        ("call-moment.members", "开头、结束"),
        ("call-moment.closing", "结束"),
        ("appeal-rules", "《申诉办法》"),
        ("appeal-rules.article-8", "《申诉办法》第八条"),
        ("appeal-rules.answer-15d", "15 日"),
        ("appeal-rules.article-8.number", "第八条"),
        ("manual.complaints.handling", "处理"),
    ],
)
def test_each_kind_has_its_form(corpus: Corpus, address: str, text: str) -> None:
    target = corpus.resolve(address)
    assert target is not None
    assert prints(target) == text


def test_quantities_follow_the_locale(corpus: Corpus) -> None:
    target = corpus.resolve("complaint-answer")
    assert target is not None
    assert prints(target, "en") == "3 working days"


def test_a_threshold_prints_its_figure(link: Callable[..., Corpus]) -> None:
    corpus = link("kind: limit\nid: a\ntitle: 甲\nvalue: 200 元\n")
    assert plain_text(corpus, "不超过【a】") == "不超过200 元"


def test_a_thing_without_a_title_prints_what_it_is_about(link: Callable[..., Corpus]) -> None:
    corpus = link(
        "kind: role\nid: a\ntitle: 甲\nunit: u\nrank: 1\nmission: 一\nduties: [一]\n"
        "authority: [{id: pay, what: 话费补偿}]\n"
    )
    assert plain_text(corpus, "【a.pay】") == "话费补偿"


def test_a_text_is_cut_where_something_is_printed(corpus: Corpus) -> None:
    before, reference, between, slot, after = printed(
        corpus, "在【complaint-answer】内由【?工号】办"
    )
    assert (before, between, slot, after) == (
        Plain("在"),
        Plain("内由"),
        Blank("工号"),
        Plain("办"),
    )
    assert isinstance(reference, Printed)
    assert (reference.text, reference.target.item.id) == ("3 个工作日", "complaint-answer")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("没有引用", "没有引用"),
        ("【注意】见【leader】", "【注意】见班长"),
        ("由【?工号】办", "由【工号】办"),
        ("见【nobody】", "见【nobody】"),
        ("见【leader", "见【leader"),
        ("\\【leader】", "【leader】"),
        ("按【complaint-reply】", "按3 个工作日"),
    ],
)
def test_a_text_as_plain_text(corpus: Corpus, text: str, plain: str) -> None:
    assert plain_text(corpus, text) == plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "是"),
        (False, "否"),
        (3, "3"),
        ("词", "词"),
        (date(2026, 1, 1), "2026-01-01"),
        (Audience.INTERNAL, "内部"),
        (("甲", "乙"), "甲、乙"),
        ((), ""),
    ],
)
def test_plain_values_in_words(value: object, text: str) -> None:
    assert value_text(value) == text
