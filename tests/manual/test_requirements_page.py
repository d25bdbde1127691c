"""What the law asks beside what we promise: every floor once, and for customers what is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import rendering

from guifan.corpus.editions import edition
from guifan.language.catalogues import translator
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.playbook import Playbook
from guifan.language.kinds.regulation import Creditor, Regulation
from guifan.language.model import Audience
from guifan.language.quantities import say
from guifan.manual.arrange import REQUIREMENTS, arrange
from guifan.manual.views.requirements import view
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus

_ = translator("zh-Hans")


@pytest.fixture(scope="module")
def corpus(manual_root: Path) -> Corpus:
    return open_folder(manual_root).corpus


def shown(corpus: Corpus, audience: Audience = Audience.INTERNAL) -> Any:
    book = arrange(edition(corpus, audience), audience, _, rendering.DAY)
    return view(book, book.pages[REQUIREMENTS], _)


@pytest.fixture(scope="module")
def inside(corpus: Corpus) -> Any:
    return shown(corpus)


@pytest.fixture(scope="module")
def outside(corpus: Corpus) -> Any:
    return shown(corpus, Audience.PUBLIC)


def rows(found: Any) -> dict[str, Any]:
    return {one.address: one for _title, group in found["asked"] for one in group}


def test_every_floor_stands_once(corpus: Corpus, inside: Any) -> None:
    listed = [one.address for _title, group in inside["asked"] for one in group]
    floors = [f"{law.id}.{floor.id}" for law in corpus.of(Regulation) for floor in law.floors]
    assert sorted(listed) == sorted(floors)


def test_chapters_keep_their_order_and_none_is_empty(inside: Any) -> None:
    titles = [title for title, _rows in inside["asked"]]
    numbers = [int(title.split()[0]) for title in titles if title[0].isdigit()]
    assert numbers == sorted(numbers)
    assert all(group for _title, group in (*inside["asked"], *inside["beyond"]))


def test_a_floor_stands_in_its_chapter_beside_our_limit(inside: Any) -> None:
    chapter = next(
        title
        for title, group in inside["asked"]
        if any(one.address == "telecom-appeal-rules.answer-15d" for one in group)
    )
    assert chapter == "4 咨询与投诉"
    row = rows(inside)["telecom-appeal-rules.answer-15d"]
    first = row.ours[0]
    assert (first.item.id, first.amount) == ("complaint-answer", "3 个工作日")
    assert first.room.says == "余量 3 天"
    assert first.worst.worst.endswith("历时 12 个自然日")
    assert row.state == ""


def test_a_share_without_one_in_the_law_is_not_said_to_be_the_same(inside: Any) -> None:
    row = rows(inside)["mobile-3g-service-rules.agent-answer-15s"]
    assert [(one.item.id, one.amount) for one in row.ours] == [("hotline-answer", "15 秒，85%")]
    assert (row.is_, row.compared) == ("uncompared", (("未比较", "法规未写比例"),))


def test_a_limit_stands_with_each_floor_between_its_events(inside: Any) -> None:
    """It names another one, and keeps this one too."""
    row = rows(inside)["telecom-service-rules.answer-15s-85pct"]
    assert [one.item.id for one in row.ours] == ["hotline-answer"]
    assert (row.is_, row.compared) == ("same", (("与法定相同", ""),))


def test_reports_are_compared_with_the_clock_that_they_name(inside: Any) -> None:
    found = rows(inside)
    assert found["cyber-incident-rules.critical-1h"].compared == (("余量 15 分钟", ""),)
    # Three hours and two hours against four; what several playbooks say alike stands once.
    others = found["cyber-incident-rules.others-4h"]
    assert len(others.ours) == 3
    assert set(others.compared) == {("余量 1 小时", ""), ("余量 2 小时", "")}
    assert others.is_ == "keeps"


def test_what_is_not_compared_says_why(inside: Any) -> None:
    bare = [one for one in rows(inside).values() if one.is_ == "uncompared"]
    assert bare
    for row in bare:
        assert row.ours, row.address
        assert all(says == "未比较" and why for says, why in row.compared), row.address
    assert rows(inside)["labour-law.day-8h"].compared == (("未比较", "只是提到"),)


@pytest.mark.parametrize(
    ("address", "state"),
    [
        ("telecom-appeal-rules.answer-15d", "keeps"),
        ("female-worker-rules.nursing-1h", "same"),
        ("consumer-law.fraud-3x", "as-law"),
        ("telecom-appeal-rules.authority-30d", "unbound"),
    ],
)
def test_each_row_says_how_it_stands(inside: Any, address: str, state: str) -> None:
    assert rows(inside)[address].is_ == state


def test_the_summary_counts_every_row_once(inside: Any, outside: Any) -> None:
    for found in (inside, outside):
        counts = {state: count for state, _name, count in found["summary"]}
        states = [one.is_.value for one in rows(found).values()]
        assert counts == {state: states.count(state) for state in states}
        assert len({name for _state, name, _count in found["summary"]}) == len(counts)


def test_what_may_exceed_the_law_is_said_to_staff_only(corpus: Corpus) -> None:
    """The extended answer over the Spring Festival of 2027: 17 days at most against 15."""
    parts = {}
    for audience in Audience:
        book = edition(corpus, audience)
        made = rendering.renderer(book, audience=audience)
        html = made.render(made.book.pages[REQUIREMENTS]).html
        after = html.split("企业答复客户投诉", 1)[1]
        parts[audience] = after.split("</tr>")[0]
    assert "可能超出法定底线" in parts[Audience.INTERNAL]
    assert "预计" in parts[Audience.INTERNAL]
    assert "预计" not in parts[Audience.PUBLIC]
    assert "可能" not in parts[Audience.PUBLIC]


def test_what_binds_the_authority_does_not_bind_us(corpus: Corpus, inside: Any) -> None:
    for address, row in rows(inside).items():
        assert (row.state == "不约束我们") == (row.floor.owed_to is Creditor.OTHER), address


def test_a_chapter_without_a_rule_is_not_published(corpus: Corpus, inside: Any) -> None:
    ruled = {one.place.partition(".")[0] for one in corpus.of(Norm)}
    for address, row in rows(inside).items():
        if row.state == "本章尚未发布":
            assert row.floor.place.partition(".")[0] not in ruled, address
        if row.state == "按法定要求执行":
            assert row.floor.place.partition(".")[0] in ruled, address


def test_a_report_says_how_long_and_a_word_keeps_nothing(corpus: Corpus, inside: Any) -> None:
    found = {
        (address, one.item.id): one.amount
        for address, row in rows(inside).items()
        for one in row.ours
    }
    attack, address = corpus.one(Playbook, "cyber-attack"), "cyber-incident-rules.critical-1h"
    assert attack
    (within,) = (one.within for one in attack.reports if one.floor == address)
    assert found[address, "cyber-attack"] == say(within)
    assert all(item != "legal-floor" for _floor, item in found)


def test_customers_see_what_is_owed_to_them(outside: Any) -> None:
    found = rows(outside)
    assert {row.floor.owed_to for row in found.values()} <= {Creditor.CUSTOMER, Creditor.OTHER}
    for row in found.values():
        assert all(one.item.audience is Audience.PUBLIC for one in row.ours)
    assert "telecom-appeal-rules.answer-15d" in found


def test_what_we_promise_beyond_the_law_is_public_and_unasked(inside: Any, outside: Any) -> None:
    promised = [limit for _title, group in inside["beyond"] for limit, _worst in group]
    assert {"complaint-first-contact", "consultation-answer"} <= {one.id for one in promised}
    for one in promised:
        assert one.audience is Audience.PUBLIC
        assert one.within
        assert not one.floor
    again = [limit.id for _title, group in outside["beyond"] for limit, _worst in group]
    assert again == [one.id for one in promised]


def test_one_finds_the_page_from_the_first_page_and_the_laws(corpus: Corpus) -> None:
    made = rendering.renderer(corpus)
    for path in ("index", "lookup/index", "regulations/index", "regulations/telecom-appeal-rules"):
        links = made.render(made.book.pages[path]).links
        assert (REQUIREMENTS, "") in links, path
