"""Which page answers first, worked out by hand on manuals of a few pages."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from searching import document, read_back, written

from guifan.search.joints import pairs
from guifan.search.ranking import search
from guifan.search.sections import Section
from guifan.search.store import Store, part_of

PAGES = (
    document("投诉答复", "从受理起答复客户。", number="3 个工作日"),
    document("升级投诉答复", "升级以后答复。", number="2 个工作日"),
    document("投诉处理办理时限", "各环节的时限。"),
    document("补偿权限", "班长可以补偿 100 元以内。", also=("赔付权限",)),
    document("录音保存", "录音保存两年，客户可以听录音。"),
    document("退费到账", "退费在 48 小时内到账。", number="48 小时"),
    document(
        "网络中断",
        "网络中断时先安抚。",
        more=(Section("alert", "批量报障", "五分钟内五个报障。"),),
    ),
)
SYNONYMS = {"投诉": ["客诉"], "退费": ["退钱"], "网络中断": ["断网", "没网"]}


TINY = read_back(PAGES, SYNONYMS)


def titles(query: str) -> list[str]:
    return [TINY.row(hit.document).title for hit in search(TINY, query).hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("投诉答复", "投诉答复"),  # the whole name before what holds it
        ("投诉", "投诉答复"),  # what begins so, the shortest
        ("升级", "升级投诉答复"),
        ("投诉时", "投诉处理办理时限"),  # in order, with gaps
        ("赔付权限", "补偿权限"),  # another name
        ("听录音", "录音保存"),  # the text
        ("批量报障", "网络中断"),  # a heading
        ("客诉答复", "投诉答复"),  # what people say
        ("断网", "网络中断"),
        ("退钱几天到账", "退费到账"),
        ("48h", "退费到账"),  # another unit's spelling
        ("四十八小时", "退费到账"),
        ("投訴答復", "投诉答复"),  # traditional
        ("ｔｏｕｓｕ", "投诉答复"),  # pinyin, full width
        ("tsdf", "投诉答复"),  # initials
        ("tousudf", "投诉答复"),  # mixed
        ("偷诉答复", "投诉答复"),  # sounds alike
        ("补偿全限", "补偿权限"),
        ("投诉几天答复", "投诉答复"),  # a question
        ("录音可以保存多久", "录音保存"),
        ("100元", "补偿权限"),
        ("300元 谁批", "补偿权限"),  # an amount is asked about, not looked for
        ("时限 投诉", "投诉处理办理时限"),  # two concepts, in either order
        ("tuifei到账", "退费到账"),  # letters among characters
        ("听路音", "录音保存"),  # a pair that stands nowhere, as a title writes what sounds so
    ],
)
def test_the_right_page_comes_first(query: str, first: str) -> None:
    assert titles(query)[0] == first


def test_a_hit_in_a_section_names_it() -> None:
    hit = search(TINY, "批量报障").hits[0]
    assert hit.section is not None
    assert TINY.row(hit.document).sections[TINY.within(hit.section)] == ["alert", "批量报障"]


@pytest.mark.parametrize(
    "query", ["量子纠缠", "", "   ", "😀", "<b>", "((((", "\x00\x01", "。。。"]
)
def test_what_is_not_there_is_not_covered(query: str) -> None:
    assert not search(TINY, query).covered


@pytest.mark.parametrize("query", ["投诉", "tousu", "偷诉答复"])
def test_what_is_there_is_covered(query: str) -> None:
    assert search(TINY, query).covered


def test_a_name_that_equals_scores_as_worked_out_by_hand() -> None:
    """1000 for the name, 15 for a quarter of the section's, 30 for the kind, less 2 × 4 units."""
    hit = search(TINY, "录音保存").hits[0]
    told = hit.points - 1000 - 30 + 2 * 4
    assert TINY.row(hit.document).title == "录音保存"
    assert 0 <= told <= 60


def test_only_what_is_allowed_is_given() -> None:
    found = search(TINY, "投诉", allowed=lambda document: document == 1)
    assert [hit.document for hit in found.hits] == [1]
    assert found.total == 1


def ids(store: Store, query: str) -> list[str]:
    return [store.row(hit.document).id for hit in search(store, query).hits]


def test_drafts_come_after_what_is_in_force() -> None:
    made = read_back(
        [document("答复", name="draft", weight=-90), document("答复", name="released")]
    )
    assert ids(made, "答复") == ["released", "draft"]


def test_equals_stand_in_the_order_of_the_manual() -> None:
    made = read_back([document("答复", name=name) for name in "cab"])
    assert ids(made, "答复") == ["c", "a", "b"]


def test_nothing_is_found_in_an_empty_manual() -> None:
    assert search(read_back([]), "投诉").hits == ()


def test_a_file_that_is_none_is_told() -> None:
    with pytest.raises(ValueError, match="not a part"):
        part_of("<!doctype html>")


@given(st.text(max_size=300))
def test_no_query_fails(text: str) -> None:
    found = search(TINY, text)
    assert len(found.hits) <= found.total


def test_the_files_are_the_same_bytes_each_time() -> None:
    turned = dict(reversed(SYNONYMS.items()))
    assert written(PAGES, SYNONYMS) == written(PAGES, turned)


def test_every_file_is_a_script_that_hands_over_its_part() -> None:
    for name, text in written(PAGES).items():
        assert text.startswith(f'guifan.search.put("{name}",')
        json.dumps(part_of(text))


def test_a_pair_that_only_joins_two_words_counts_little() -> None:
    """«户信» joins «客户» and «信息», which stand far more often; «泄露» does not join anything."""
    common = [document(f"甲{at}", "客户的话，信息的表") for at in range(9)]
    made = read_back([*common, document("乙", "户信"), document("丙", "泄露")])
    told = dict(pairs(made, "客户信息泄露", ["客户", "户信", "信息", "息泄", "泄露"]))
    assert told == {"客户": 100, "户信": 80, "信息": 100, "息泄": 40, "泄露": 100}
    assert ids(made, "客户信息泄露")[0] == "丙"


def test_an_abbreviation_is_no_beginning_of_a_word() -> None:
    made = read_back([document("余量", also=("slack",))])
    assert search(made, "sla").covered
    assert not search(made, "SLA").covered
    assert not search(made, "余 ＳＬＡ").covered


def test_a_character_that_stands_alone_is_looked_for_in_names() -> None:
    """Without «让人» and «了» nothing stands beside «偷» any more."""
    common = [document(f"手机{at}", "手机的话") for at in "甲乙丙丁"]
    made = read_back([*common, document("挂失", also=("偷了手机",))])
    assert ids(made, "手机让人偷了")[0] == "挂失"


def test_a_name_that_a_question_holds_counts_by_how_much_it_tells() -> None:
    common = [document(f"甲{at}", also=("客户",)) for at in range(9)]
    made = read_back([*common, document("乙", also=("晕倒",))])
    assert ids(made, "大厅里客户忽然晕倒")[0] == "乙"


def test_a_name_that_a_question_holds_nearly_whole_counts_for_it() -> None:
    made = read_back([document("修了的话"), document("甲", also=("修了又坏",))])
    assert ids(made, "师傅修完又坏为何")[0] == "甲"


def test_a_word_of_grammar_decides_nothing() -> None:
    made = read_back([document("甲", also=("wait in the shop",)), document("乙", also=("fire",))])
    assert ids(made, "fire in the house")[0] == "乙"


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("录音能不能给", "norm"),
        ("录音达标", "metric"),
        ("录音怎么办", "procedure"),
        ("录音 国家怎么规定", "regulation"),
        ("录音归谁管", "role"),
        ("录音怎么说", "message"),
        ("录音多久", "limit"),
    ],
)
def test_how_it_is_asked_says_which_kind_is_wanted(query: str, kind: str) -> None:
    kinds = ("term", "norm", "regulation", "role", "message", "limit", "metric", "procedure")
    made = read_back([replace(document("录音", name=one), kind=one) for one in kinds])
    assert ids(made, query)[0] == kind


def test_what_only_asks_for_an_amount_is_not_looked_for() -> None:
    made = read_back([document("甲", also=("要多长时间",)), document("乙", "缴清话费以后复机")])
    assert ids(made, "话费多长时间")[0] == "乙"


def test_a_pair_of_many_pages_tells_less_than_a_rare_one() -> None:
    pages = [document(f"甲{at}", "常见的话") for at in range(9)]
    made = read_back([*pages, document("乙", "少见的话")])
    common = search(made, "常见").hits[0].points
    assert search(made, "少见").hits[0].points > common
