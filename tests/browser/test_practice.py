"""The practice page teaches what the standard says, by keys too, and loses nothing silently."""

from __future__ import annotations

import json
import re
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import DESK, PHONE, TOO_WIDE, WCAG, Site, assert_accessible
from practising import (
    FEEDBACK,
    FOLDER,
    KINDS,
    QUESTION,
    READY,
    Asked,
    answer,
    card,
    current,
    given,
    go_on,
    keep,
    kept,
    open_record,
    practise,
    some,
    start,
    write,
)
from rendering import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page, Route

    Open = Callable[..., Page]


# ---- walks through ----


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_every_way_to_answer_is_judged_as_the_standard_says(
    site: Site, page: Page, questions: dict[str, Asked], kind: str, right: bool
) -> None:
    """The key of the files, which come from the proof, is right; another answer is not."""
    wanted = next((one for one in questions.values() if one.told["type"] == kind), None)
    if wanted is None:
        pytest.skip("the manual has no such question")
    practise(page, site, f"chapter={wanted.chapter}&clause={wanted.clause}")
    page.wait_for_selector(QUESTION)
    for _ in range(10):
        asked = current(page, questions)
        if asked.told["type"] == kind:
            break
        answer(page, asked, right=True)
        go_on(page)
    assert asked.told["type"] == kind
    answer(page, asked, right=right)
    verdict = page.locator(FEEDBACK)
    assert verdict.get_attribute("data-guifan-feedback") == ("right" if right else "wrong")
    assert len(verdict.inner_text()) > 10


def test_a_session_is_gone_through_by_keys_alone(
    site: Site,
    page: Page,
    questions: dict[str, Asked],
) -> None:
    """Post, start, ten questions, the end, the mistakes again and back."""
    practise(page, site)
    page.locator(READY).wait_for()
    press_to(page, "name", "role")
    for _ in range(60):
        if page.locator("[name=role]").input_value() == "hotline-agent":
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.wait_for_function("document.querySelector('[data-gf-start=mixed]')")
    press_to(page, "data-gf-start", "mixed")
    page.keyboard.press("Enter")
    wrong = []
    for at in range(10):
        page.wait_for_selector(QUESTION)
        asked = current(page, questions)
        assert "hotline-agent" in asked.roles
        answer(page, asked, right=at % 3 != 0)
        if at % 3 == 0:
            wrong.append(asked.id)
        go_on(page)
    page.wait_for_selector("[data-gf-end]")
    assert "做了 10 题，对 6 题" in page.locator("[data-gf-end] h2").inner_text()
    assert page.locator(".gf-practice-wrong li").count() == len(wrong) == 4
    press_text(page, "错的再做一遍")
    again = []
    for _ in range(4):
        page.wait_for_selector(QUESTION)
        asked = current(page, questions)
        again.append(asked.id)
        answer(page, asked, right=True)
        go_on(page)
    assert again == wrong
    press_text(page, "回到选择")
    page.wait_for_selector("[data-gf-start=mistakes]")
    assert page.locator("[data-gf-start=mistakes]").is_disabled()


def press_to(page: Page, attribute: str, value: str) -> None:
    for _ in range(60):
        if page.evaluate(f"document.activeElement.getAttribute('{attribute}')") == value:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {value}")


def press_text(page: Page, text: str) -> None:
    for _ in range(60):
        if str(page.evaluate("document.activeElement.textContent")).startswith(text):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {text}")


def test_the_clause_of_an_answer_is_not_focused_under_the_bar(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    practise(page, site)
    page.click("[data-gf-start=mixed]")
    page.wait_for_selector(QUESTION)
    answer(page, current(page, questions), right=False)
    page.evaluate(f"({SCROLLED_UNDER_THE_BAR})()")
    page.locator("[data-gf-next]").evaluate("node => node.focus({ preventScroll: true })")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('.gf-q-source') !== null")
    page.wait_for_function(f"({IS_SEEN})(document.activeElement)")


SCROLLED_UNDER_THE_BAR = """() => {
  document.body.style.paddingBottom = "100vh";
  const links = document.querySelectorAll(".gf-q-source a");
  scrollBy(0, links[links.length - 1].getBoundingClientRect().top - 12);
}"""

IS_SEEN = """node => {
  const { left, top, height } = node.getClientRects()[0];
  return node.contains(document.elementFromPoint(left + 4, top + height / 2));
}"""


def test_a_wrong_answer_is_told_why_and_where_it_stands(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    asked = next(
        one
        for one in questions.values()
        if one.told["type"] == "single"
        and len({option["why"] for option in one.told["options"]}) > 2
    )
    practise(page, site, f"chapter={asked.chapter}&clause={asked.clause}")
    page.wait_for_selector(QUESTION)
    asked = current(page, questions)
    while asked.told["type"] != "single":
        answer(page, asked, right=True)
        go_on(page)
        asked = current(page, questions)
    answer(page, asked, right=False)
    wrong = next(one for one in asked.told["options"] if one["id"] not in asked.told["key"])
    key = next(one for one in asked.told["options"] if one["id"] in asked.told["key"])
    said = page.locator(FEEDBACK).inner_text()
    assert wrong["why"] in said
    assert key["why"] in said
    assert page.locator(".gf-q-wrong").inner_text().endswith("你选的，不对")
    assert page.locator(".gf-q-right").inner_text().endswith("应选")
    href = page.locator(f"{FEEDBACK} a").first.evaluate("node => node.href")
    page.goto(href)
    assert page.locator(".md-content h1").is_visible()


def test_every_clause_that_is_named_has_its_page(
    site: Site,
    questions: dict[str, Asked],
) -> None:
    for one in questions.values():
        for _title, address in [
            one.told["at"],
            *(o["at"] for o in one.told["options"] if "at" in o),
        ]:
            path, _, anchor = address.partition("#")
            page = site.folder / path / "index.html"
            assert page.is_file(), address
            if anchor:
                assert f'id="{anchor}"' in page.read_text("utf-8"), address


def test_pages_lead_to_their_questions(site: Site, page: Page, questions: dict[str, Asked]) -> None:
    asked = next(one for one in questions.values() if one.told["at"][1].startswith("limits/"))
    count = sum(one.clause == asked.clause for one in questions.values())
    page.goto(site.root + asked.told["at"][1])
    link = page.locator(".gf-practise")
    assert link.inner_text() == f"练一练：{count} 题"
    link.click()
    page.wait_for_selector(QUESTION)
    assert current(page, questions).clause == asked.clause

    page.goto(f"{site.root}roles/shop-clerk/")
    count = sum("shop-clerk" in one.roles for one in questions.values())
    assert page.locator(".gf-practise").inner_text() == f"练一练：{count} 题"
    page.locator(".gf-practise").click()
    page.wait_for_selector(READY)
    assert page.locator("[name=role]").input_value() == "shop-clerk"

    page.goto(f"{site.root}chapters/complaints/")
    page.locator(".gf-practise").click()
    page.wait_for_selector("[data-gf-chapter-start]")
    assert page.locator("[data-gf-chapter-start]").count() == 1
    page.goto(site.root)
    page.locator(".gf-practise").click()
    page.wait_for_selector(READY)


def test_a_chapter_of_a_post_asks_nothing_else(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    practise(page, site, "role=shop-clerk")
    page.locator("[data-gf-chapter-start=contracts]").click()
    for _ in range(10):
        page.wait_for_selector(QUESTION)
        asked = current(page, questions)
        assert asked.chapter == "contracts"
        assert "shop-clerk" in asked.roles
        answer(page, asked, right=True)
        go_on(page)


# ---- what comes back, and when ----


def test_what_is_due_is_asked_again_the_longest_overdue_first(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    early, late, future = some(questions, 3)
    keep(
        page,
        site,
        {
            late.id: card(late, due=20010),
            early.id: card(early, due=20005),
            future.id: card(future, due=90000),
        },
    )
    practise(page, site)
    page.wait_for_function(
        "document.querySelector('[data-gf-start=due]').textContent == '今日复习 2'"
    )
    start(page, "due")
    assert current(page, questions) == early
    answer(page, early, right=True)
    go_on(page)
    assert current(page, questions) == late


def test_a_changed_clause_resets_only_its_own_cards(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    changed, other = some(questions, 2)
    before = {
        changed.id: card(changed, hash="000000", due=20005, stability=80, reps=6),
        other.id: card(other, due=20005, stability=80, reps=6),
    }
    keep(page, site, before)
    practise(page, site)
    page.wait_for_selector("[data-gf-notice=notice-changed]")
    assert "有 1 题的条款改过了" in page.locator("[data-gf-notice=notice-changed]").inner_text()
    assert page.locator("[data-gf-start=due]").inner_text() == "今日复习 1"
    assert kept(page)["cards"] == before
    page.goto("about:blank")
    practise(page, site, f"chapter={changed.chapter}&clause={changed.clause}")
    page.wait_for_selector(QUESTION)
    for _ in range(10):
        asked = current(page, questions)
        answer(page, asked, right=True)
        page.wait_for_function(
            "id => JSON.parse(localStorage['guifan / practice']).cards[id].reps == 1", arg=asked.id
        )
        if asked == changed:
            break
        page.keyboard.press("Enter")
    after = kept(page)["cards"]
    assert after[changed.id]["hash"] == changed.hash
    assert after[changed.id]["reps"] == 1
    assert after[other.id] == before[other.id]


W = [
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
]
"""The parameters of FSRS-6, as published."""


def test_the_schedule_is_that_of_fsrs(site: Site, page: Page) -> None:
    """Stabilities by the published formulas, worked out here."""
    practise(page, site)
    days = [20000, 20003, 20017]
    run = """async days => {
      const library = await window.guifan.practice.scheduler();
      let card = null;
      return days.map((day, at) => {
        const grade = at < 2 ? "right" : "wrong";
        card = window.guifan.practiceScheduling.answered(library, card, {}, grade, day);
        return [card.stability, card.lapses, card.wrong];
      });
    }"""
    (first, _, _), (second, _, _), (third, lapses, wrong) = page.evaluate(run, days)
    decay = -W[20]
    factor = 0.9 ** (1 / decay) - 1

    def recall(elapsed: int, stability: float) -> float:
        return float((1 + factor * elapsed / stability) ** decay)

    def easier(difficulty: float, grade: int) -> float:
        easy = W[4] - exp(W[5] * 3) + 1
        damped = difficulty - W[6] * (grade - 3) * (10 - difficulty) / 9
        return float(W[7] * easy + (1 - W[7]) * damped)

    assert first == pytest.approx(W[2], abs=1e-3)
    hard = W[4] - exp(W[5] * 2) + 1
    r = recall(3, W[2])
    grown = W[2] * (1 + exp(W[8]) * (11 - hard) * W[2] ** -W[9] * (exp(W[10] * (1 - r)) - 1))
    assert second == pytest.approx(grown, rel=1e-3)
    hard, r = easier(hard, 3), recall(14, grown)
    lost = W[11] * hard ** -W[12] * ((grown + 1) ** W[13] - 1) * exp(W[14] * (1 - r))
    assert third == pytest.approx(lost, rel=1e-3)
    assert (lapses, wrong) == (1, True)


def test_a_second_right_answer_on_one_day_moves_nothing_further(site: Site, page: Page) -> None:
    practise(page, site)
    run = """async () => {
      const library = await window.guifan.practice.scheduler();
      const answered = window.guifan.practiceScheduling.answered;
      const wrong = answered(library, null, {}, "wrong", 20000);
      const again = answered(library, wrong, {}, "right", 20000);
      return [wrong, again];
    }"""
    wrong, again = page.evaluate(run)
    assert again == {**wrong, "wrong": False}


# ---- what is typed ----


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("30 日", "30"),
        ("30 日", "３０ 天"),
        ("30 日", "三十日"),
        ("48 小时", "四十八个钟头"),
        ("48 小时", "48h"),
        ("85%", "85"),
        ("85%", "百分之八十五"),
        ("85%", "８５％"),
        ("10 个工作日", "十个工作日"),
        ("1.5 元", "一点五元"),
        ("1.5 元", "1.5 块"),
        ("10 元/月", "10 元"),
        ("12 个月", "12 月"),
        ("2 次", "两次"),
        ("12000 元", "1.2万元"),
        ("12000 元", "12,000"),
        ("12000 元", "一万二千"),
        ("105 户", "一百零五户"),
        ("0.5 小时", "半小时"),
        ("30 days", "30 Day"),
        ("2026 年", "二零二六年"),
    ],
)
def test_a_number_is_taken_as_people_type_it(page: Page, key: str, typed: str) -> None:
    assert judged(page, "numeric", key, typed) == {"right": True}


@pytest.mark.parametrize(
    ("key", "typed", "found"),
    [
        ("30 日", "31", {"right": False}),
        ("30 日", "30 个工作日", {"again": "unit", "unit": "日"}),
        ("24 小时", "1 日", {"again": "unit", "unit": "小时"}),
        ("30 日", "很快", {"again": "number"}),
        ("30 日", "  ", {"again": "empty"}),
        ("85%", "0.85", {"right": False}),
    ],
)
def test_what_is_another_number_or_none_is_not_right(
    page: Page, key: str, typed: str, found: dict[str, Any]
) -> None:
    assert judged(page, "numeric", key, typed) == found


@pytest.mark.parametrize(
    ("key", "typed", "right"),
    [
        ("受托单位", "「受托 单位」", True),
        ("SIM 卡", "ｓｉｍ卡", True),
        ("受托单位", "委托单位", False),
    ],
)
def test_a_word_is_taken_without_what_dresses_it(
    page: Page, key: str, typed: str, right: bool
) -> None:
    assert judged(page, "fill-in", key, typed) == {"right": right}


def judged(page: Page, kind: str, key: str, typed: str) -> Any:
    page.evaluate("window.guifan = {}")
    page.add_script_tag(path=str(ROOT / "site_templates/assets/practice/judging.js"))
    item = {"type": kind, "key": [key]}
    judge = "([item, typed]) => guifan.practiceJudging.judge(item, [typed.trim()])"
    return page.evaluate(judge, [item, typed])


# ---- what is kept, and what could not be ----

REFUSED = """
  for (const name of ["getItem", "setItem"]) {
    const allowed = Storage.prototype[name];
    Storage.prototype[name] = function (key, text) {
      if (key.includes("practice")) throw new DOMException("refused", "SecurityError");
      return allowed.call(this, key, text);
    };
  }
"""
FULL = """
  const write = Storage.prototype.setItem;
  Storage.prototype.setItem = function (name, text) {
    if (text.length > %d) throw new DOMException("full", "QuotaExceededError");
    write.call(this, name, text);
  };
"""


def told(page: Page, name: str) -> str:
    line = page.locator(f"[data-gf-notice=notice-{name}]")
    line.wait_for()
    return line.inner_text()


def test_where_nothing_may_be_kept_practice_goes_on_and_says_so(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    page.add_init_script(REFUSED)
    practise(page, site, "role=hotline-agent")
    assert "不让网页保存" in told(page, "refused")
    start(page)
    answer(page, current(page, questions), right=False)
    go_on(page)
    page.wait_for_selector(QUESTION)
    page.get_by_text("先停在这里").click()
    page.get_by_text("回到选择").click()
    page.wait_for_function(
        "document.querySelector('[data-gf-start=mistakes]').textContent == '错题 1'"
    )


def test_a_full_store_keeps_the_cards_before_the_answers(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    (asked,) = some(questions, 1)
    answers = [given(asked, at) for at in range(40)]
    keep(page, site, {asked.id: card(asked, due=90000)})
    page.evaluate(
        "text => localStorage.setItem('guifan / practice answers', text)",
        json.dumps({"format": 1, "answers": answers}),
    )
    page.add_init_script(FULL % 6000)
    practise(page, site)
    start(page)
    answer(page, current(page, questions), right=True)
    assert "最早的 21 次作答没有留住" in told(page, "trimmed")
    page.wait_for_function(
        "Object.keys(JSON.parse(localStorage['guifan / practice']).cards).length == 2"
    )


def test_a_store_without_any_room_says_so(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    page.add_init_script(FULL % 20)
    practise(page, site)
    assert "存储满了" in told(page, "full")
    start(page)
    answer(page, current(page, questions), right=True)
    assert page.locator(FEEDBACK).is_visible()


@pytest.mark.parametrize("text", ["{", "[]", "null", '{"format": "1"}', '"x"'])
def test_what_cannot_be_read_is_put_aside_and_offered(site: Site, page: Page, text: str) -> None:
    page.goto(f"{site.root}glossary/")
    write(page, text)
    practise(page, site)
    assert "坏了" in told(page, "broken")
    with page.expect_download() as found:
        page.get_by_text("把原来的记录存成文件").click()
    assert Path(found.value.path()).read_text("utf-8") == text
    assert kept(page)["cards"] == {}


def test_entries_that_cannot_be_read_leave_the_others_alone(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    first, second = some(questions, 2)
    bad = card(second, due="soon")
    keep(page, site, {first.id: card(first), second.id: bad, "__proto__": {"wrong": True}})
    practise(page, site)
    assert "有 2 条坏了" in told(page, "mended")
    assert list(kept(page)["cards"]) == [first.id]


def test_what_a_newer_edition_wrote_is_left_as_it_is(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    page.goto(f"{site.root}glossary/")
    newer = '{"format": 2, "cards": {"x": [1, 2]}}'
    write(page, newer)
    practise(page, site)
    assert "更新的版本" in told(page, "newer")
    start(page)
    answer(page, current(page, questions), right=True)
    assert page.evaluate("localStorage.getItem('guifan / practice')") == newer


def test_a_record_goes_from_one_browser_to_another(
    site: Site, new_page: Open, questions: dict[str, Asked]
) -> None:
    page = new_page()
    practise(page, site, "role=hotline-agent")
    start(page)
    ids = []
    for _ in range(3):
        ids.append(current(page, questions).id)
        answer(page, current(page, questions), right=False)
        go_on(page)
    page.get_by_text("先停在这里").click()
    page.get_by_text("回到选择").click()
    open_record(page)
    with page.expect_download() as found:
        page.get_by_text("导出记录").click()
    file = found.value.path()
    other = new_page()
    practise(other, site)
    open_record(other)
    for expected in ("导入了 3 题的进度、3 次作答。", "导入了 0 题的进度、0 次作答。"):
        other.set_input_files("input[type=file]", file)
        other.get_by_text(expected).wait_for()
    assert kept(other)["cards"] == kept(page)["cards"]
    assert set(kept(other)["cards"]) == set(ids)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"format": 7}', "更新的版本"),
        ("not a record", "不是练习记录"),
        ("[1, 2]", "不是练习记录"),
        ('{"format": 1, "cards": {"a": 5, "__proto__": 1}, "answers": [1, {}]}', "有 4 条看不懂"),
    ],
)
def test_a_file_that_is_no_record_changes_nothing(
    site: Site, page: Page, questions: dict[str, Asked], text: str, says: str
) -> None:
    (asked,) = some(questions, 1)
    keep(page, site, {asked.id: card(asked)})
    practise(page, site)
    open_record(page)
    page.set_input_files(
        "input[type=file]",
        {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()},
    )
    page.get_by_text(says).wait_for()
    assert kept(page)["cards"] == {asked.id: card(asked)}


def test_clearing_is_asked_about_first(site: Site, page: Page, questions: dict[str, Asked]) -> None:
    (asked,) = some(questions, 1)
    keep(page, site, {asked.id: card(asked)})
    practise(page, site)
    open_record(page)
    page.get_by_role("button", name="全部清除").click()
    assert kept(page)["cards"]
    page.get_by_role("button", name="全部清除").click()
    page.get_by_text("已清除").wait_for()
    assert not kept(page)["cards"]


def test_two_windows_do_not_undo_each_other(
    site: Site, page: Page, questions: dict[str, Asked]
) -> None:
    practise(page, site, "role=hotline-agent")
    other = page.context.new_page()
    practise(other, site, "role=hotline-agent")
    for one in (page, other):
        one.bring_to_front()
        start(one)
        answer(one, current(one, questions), right=True)
        one.wait_for_timeout(100)
    page.wait_for_function(
        "JSON.parse(localStorage['guifan / practice answers']).answers.length == 2"
    )


# ---- everywhere ----


@pytest.mark.parametrize(("screen", "scheme"), [(DESK, "light"), (PHONE, "dark"), (PHONE, "light")])
def test_every_part_is_open_to_all(
    site: Site, new_page: Open, questions: dict[str, Asked], screen: Any, scheme: str
) -> None:
    page = new_page(viewport=screen, color_scheme=scheme)
    (asked,) = some(questions, 1)
    keep(page, site, {asked.id: card(asked, wrong=True, due=20001)})
    practise(page, site)
    page.locator(".gf-practice-clauses summary").first.click()
    page.locator(".gf-practice-clauses li").first.wait_for()
    open_record(page)
    looked(page)
    page.locator("[data-gf-start=mistakes]").click()
    page.wait_for_selector(QUESTION)
    looked(page)
    answer(page, asked, right=False)
    looked(page)
    go_on(page)
    page.wait_for_selector("[data-gf-end]")
    looked(page)


@pytest.mark.parametrize("kind", KINDS)
def test_every_sort_of_question_is_open_to_all_on_a_phone(
    site: Site, new_page: Open, questions: dict[str, Asked], kind: str
) -> None:
    page = new_page(viewport=PHONE)
    asked = next((one for one in questions.values() if one.told["type"] == kind), None)
    if asked is None:
        pytest.skip("the manual has no such question")
    keep(page, site, {asked.id: card(asked, wrong=True)}, me={"role": "", "id": "test"})
    practise(page, site)
    page.wait_for_selector("[data-gf-start=mistakes]:not(:disabled)")
    start(page, "mistakes")
    looked(page)
    answer(page, asked, right=False)
    looked(page)


def looked(page: Page) -> None:
    # A button that has been scrolled half under the page's bar is no small target.
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(50)
    assert_accessible(page, WCAG)
    assert not page.evaluate(TOO_WIDE)


def test_it_works_from_a_folder(site: Site, chromium: Browser, questions: dict[str, Asked]) -> None:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((site.folder / "practice/index.html").as_uri() + "#role=shop-clerk")
    page.wait_for_selector(READY)
    start(page)
    asked = current(page, questions)
    answer(page, asked, right=True)
    link = page.locator(f"{FEEDBACK} a").first.evaluate("node => node.href")
    page.goto(link)
    assert page.locator(".md-content h1").is_visible()
    page.close()
    assert not faults


def test_it_runs_under_a_strict_policy(
    site: Site, chromium: Browser, questions: dict[str, Asked]
) -> None:
    """No script of its own in the page, no request but for scripts, no style in an attribute."""
    page = chromium.new_page()  # the theme's own scripts in the page are refused
    refused: list[str] = []
    page.on("console", lambda told: refused.append(told.text))

    def strict(route: Route) -> None:
        answer = route.fetch()
        policy = "script-src 'self'; connect-src 'none'; style-src 'self'"
        headers = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    page.route("**/practice/", strict)
    page.goto(f"{site.root}practice/")
    page.wait_for_selector(READY)
    before = len(refused)
    start(page)
    answer(page, current(page, questions), right=True)
    go_on(page)
    assert refused[before:] == []
    page.close()


def test_an_old_copy_of_the_names_is_asked_for_again(site: Site, page: Page) -> None:
    """What a browser kept of a page before names files that are gone."""
    text = (site.folder / FOLDER / "index.js").read_text("utf-8")
    old = re.sub(r'"(meta|engine)\.\w+"', r'"\1.0000000000"', text)
    assert old != text
    page.route("**/practice/index.js", lambda route: route.fulfill(body=old))
    practise(page, site)
    assert page.locator("[data-gf-start=mixed]").is_visible()


def test_where_files_do_not_come_it_says_so_and_tries_again(site: Site, page: Page) -> None:
    practise(page, site, "role=hotline-agent")
    page.route("**/assets/guifan/practice/*-*.js", lambda route: route.abort())
    page.locator("[data-gf-start=mixed]").click()
    page.get_by_text("题目没有取到").last.wait_for()
    page.unroute("**/assets/guifan/practice/*-*.js")
    page.get_by_role("button", name="再试一次").click()
    start(page)


def test_without_scripts_it_says_what_is_needed(site: Site, new_page: Open) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site.root}practice/")
    assert "请允许本页运行脚本" in page.locator(".md-content").inner_text()
