"""The search's box: what a person does with it, on any device, and when things go wrong."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from browsing import DESK, PHONE, WCAG, Site, assert_accessible

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Locator, Page, Route

    Open = Callable[..., Page]

FIELD = "[data-guifan-search]"
ROW = "[data-guifan-result]"
INDEX = "**/search/index/**"
AHEAD = "**/search/index/*/a*.js"
NOTE = ".gf-find-note"

HOSTILE = [
    "投诉" * 5000,
    "😀👩‍👩‍👧‍👦" * 200,
    "\x00\x01\x02\x1b[31m投诉\u202e\ufeff",
    "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "(.*)+[a-z]{9}\\d$^|?",
    "';--\"`${7*7}",
    "\ud800",
    "constructor __proto__ toString hasOwnProperty",
    "%E6%8A%95 %zz",
    "   ",
    "。，！？",
]


def opened(page: Page, site: Site, path: str = "") -> Locator:
    """The field of a page, once it can be used."""
    page.goto(site.root + path)
    field = page.locator(FIELD)
    field.click()
    return field


def ask(page: Page, site: Site, query: str, path: str = "") -> Locator:
    """The rows for a query."""
    opened(page, site, path).fill(query)
    return settled(page)


def settled(page: Page) -> Locator:
    """The rows once the answer stands."""
    said = page.locator(".gf-find [role=status]")
    page.wait_for_function(
        "document.querySelector('.gf-find [role=status]').textContent.trim() !== ''"
    )
    assert said.count() == 1
    return page.locator(ROW)


def active(page: Page) -> str:
    """The text of the row that Enter would open."""
    return page.locator(f"{ROW}[aria-selected=true]").inner_text()


def focused(page: Page) -> bool:
    return bool(page.evaluate(f"document.activeElement.matches('{FIELD}')"))


# ---- what it finds ----


def test_the_right_clause_stands_first_with_its_number(site: Site, page: Page) -> None:
    row = ask(page, site, "投诉几天答复").first
    assert row.get_attribute("data-id") == "complaint-answer"
    assert row.get_attribute("data-kind") == "limit"
    assert row.locator(".gf-find-number").inner_text() == "3 个工作日"
    assert row.locator("mark").first.inner_text() == "投诉答复"
    assert "时限" in row.locator(".gf-find-facts").inner_text()
    page.wait_for_function("document.querySelector('.gf-find-snippet').textContent !== ''")


def test_two_characters_are_enough(site: Site, page: Page) -> None:
    rows = ask(page, site, "退费")
    assert rows.count() == 12
    assert all("退费" in title for title in rows.locator(".gf-find-title").all_inner_texts()[:3])


@pytest.mark.parametrize("query", ["tousu", "投訴", "客诉"])
def test_other_ways_of_writing_a_word(site: Site, page: Page, query: str) -> None:
    rows = ask(page, site, query)
    assert "投诉" in rows.first.locator(".gf-find-title").inner_text()


def test_what_is_many_is_shown_on_request(site: Site, page: Page) -> None:
    rows = ask(page, site, "投诉")
    page.get_by_role("button", name="再显示一些").click()
    page.wait_for_function(f"document.querySelectorAll('{ROW}').length > 12")
    assert rows.count() == 40
    assert focused(page)


def test_a_hit_in_a_section_leads_to_it(site: Site, page: Page) -> None:
    rows = ask(page, site, "投诉")
    page.locator(FIELD).fill("补偿审批 复核")
    page.wait_for_function(
        f"[...document.querySelectorAll('{ROW}')].some(row => row.href.includes('#'))"
    )
    linked = [one for one in rows.evaluate_all("nodes => nodes.map(n => n.href)") if "#" in one]
    page.goto(linked[0])
    assert page.evaluate(
        "Boolean(document.getElementById(decodeURIComponent(location.hash.slice(1))))"
    )


def test_nothing_is_asked_for_before_somebody_goes_there(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.root, wait_until="networkidle")
    assert not [url for url in asked if "/search/index/" in url]
    page.locator(FIELD).focus()
    page.wait_for_function("window.guifan.searchEngine")
    assert [url for url in asked if url.endswith("/search/index/index.js")]


# ---- keys ----


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_it(site: Site, page: Page, key: str) -> None:
    page.goto(site.root)
    page.wait_for_selector(".gf-find[data-gf-ready]")
    page.keyboard.press(key)
    assert focused(page)
    assert page.locator(FIELD).input_value() == ""
    assert page.locator(FIELD).get_attribute("aria-expanded") == "true"


def test_a_slash_in_another_field_is_a_slash(site: Site, page: Page) -> None:
    page.goto(site.samples["glossary"])
    other = page.locator("[data-gf-filter]")
    other.focus()
    page.keyboard.press("/")
    assert other.input_value() == "/"


def test_the_first_page_leads_to_it(site: Site, page: Page) -> None:
    page.goto(site.root)
    page.wait_for_selector(".gf-find[data-gf-ready]")
    page.locator(".gf-search").click()
    assert focused(page)


def test_arrows_choose_and_enter_opens(site: Site, page: Page) -> None:
    rows = ask(page, site, "投诉")
    texts = rows.all_inner_texts()
    assert active(page).splitlines()[0] == texts[0].splitlines()[0]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert rows.nth(2).get_attribute("aria-selected") == "true"
    assert page.locator(FIELD).get_attribute("aria-activedescendant") == "gf-find-2"
    page.keyboard.press("Home")
    assert rows.nth(0).get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    assert rows.last.get_attribute("aria-selected") == "true"
    page.keyboard.press("Home")
    page.keyboard.press("End")
    assert rows.last.get_attribute("aria-selected") == "true"
    assert focused(page), "the focus never leaves the field"
    goal = rows.last.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(str(goal))))


def test_enter_at_once_opens_the_answer_to_what_was_typed(site: Site, page: Page) -> None:
    opened(page, site)
    page.keyboard.insert_text("投诉答复")
    page.keyboard.press("Enter")
    page.wait_for_url("**/limits/complaint-answer/")


def test_escape_closes_and_gives_the_focus_back(site: Site, page: Page) -> None:
    page.goto(site.root)
    page.wait_for_selector(".gf-find[data-gf-ready]")
    page.locator(".gf-chapters a").first.focus()
    page.keyboard.press("/")
    page.keyboard.insert_text("投诉")
    settled(page)
    page.keyboard.press("Escape")
    assert not page.locator("[data-gf-find-panel]").is_visible()
    assert page.evaluate("document.activeElement.closest('.gf-chapters') !== null")
    page.keyboard.press("/")
    assert page.locator(ROW).first.is_visible(), "the query waits where it was"


# ---- an input method ----


def test_half_composed_pinyin_asks_nothing_and_none_is_lost(site: Site, page: Page) -> None:
    rows = ask(page, site, "退费")
    before = rows.all_inner_texts()
    page.locator(FIELD).fill("")
    keyboard = page.context.new_cdp_session(page)
    for half in ("t", "to", "tou", "tou s", "tou su"):
        compose = {"text": half, "selectionStart": len(half), "selectionEnd": len(half)}
        keyboard.send("Input.imeSetComposition", compose)
        page.wait_for_timeout(30)
    assert page.locator(FIELD).input_value() == "tou su"
    assert page.locator(f"{ROW} mark").count() == 0
    keyboard.send("Input.insertText", {"text": "投诉"})
    page.wait_for_function(f"document.querySelector('{ROW} mark')?.textContent === '投诉'")
    assert rows.all_inner_texts() != before


def test_enter_that_ends_a_composition_opens_nothing(site: Site, page: Page) -> None:
    ask(page, site, "投诉")
    address = page.url
    page.locator(FIELD).evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Enter', keyCode: 229, isComposing: true, bubbles: true}))"
    )
    page.wait_for_timeout(200)
    assert page.url == address


# ---- narrowing down ----


def test_rows_are_narrowed_down_by_kind_and_post(site: Site, page: Page) -> None:
    rows = ask(page, site, "投诉")
    kinds = page.get_by_label("种类")
    option = kinds.locator("option", has_text="时限与限额").first
    kinds.select_option(option.get_attribute("value"))
    page.wait_for_function(
        f"[...document.querySelectorAll('{ROW}')].every(row => row.dataset.kind === 'limit')"
    )
    count = int(re.findall(r"（(\d+)）", option.inner_text())[0])
    assert rows.count() == min(count, 12)
    page.locator(FIELD).focus()
    page.locator(FIELD).fill("投诉处理")
    page.wait_for_timeout(400)
    page.get_by_role("button", name="清除条件").click()
    page.wait_for_function(
        f"[...document.querySelectorAll('{ROW}')].some(row => row.dataset.kind !== 'limit')"
    )
    page.get_by_label("岗位").select_option(index=1)
    rows.first.wait_for()


def test_filters_that_leave_nothing_say_so(site: Site, page: Page) -> None:
    ask(page, site, "投诉")
    kinds = page.get_by_label("种类")
    kinds.select_option(kinds.locator("option", has_text="法规").first.get_attribute("value"))
    page.locator(FIELD).focus()
    page.locator(FIELD).fill("录音保存")
    page.wait_for_timeout(500)
    if page.locator(ROW).count() == 0:
        assert "不加条件有" in page.inner_text(NOTE)
    page.get_by_role("button", name="清除条件").first.click()
    page.wait_for_function(f"document.querySelectorAll('{ROW}').length > 0")


# ---- what the browser keeps ----


def test_what_was_opened_and_pinned_waits_in_the_empty_box(site: Site, page: Page) -> None:
    ask(page, site, "投诉答复")
    page.keyboard.press("Enter")
    page.wait_for_url("**/limits/complaint-answer/")
    ask(page, site, "退费到账", "glossary/")
    page.keyboard.press("Alt+p")
    assert page.locator(f"{ROW} .gf-find-on").count() == 1
    assert "已固定" in page.inner_text(".gf-find [role=status]")
    page.locator(FIELD).fill("")
    groups = page.locator(".gf-find-group")
    assert groups.nth(0).get_attribute("aria-label") == "固定的"
    assert "退费到账" in groups.nth(0).inner_text()
    assert "投诉答复" in groups.nth(1).inner_text()
    page.get_by_role("button", name="清除最近看过的").click()
    assert groups.count() == 1
    groups.locator(".gf-find-pin").click()
    page.reload()
    page.locator(FIELD).click()
    assert "输入两个字" in page.inner_text(NOTE)


def test_a_browser_that_keeps_nothing_still_searches(site: Site, page: Page) -> None:
    page.add_init_script(
        "for (const name of ['getItem', 'setItem']) { const old = Storage.prototype[name];"
        "Storage.prototype[name] = function (key, value) {"
        "if (key.startsWith('guifan ')) throw new Error('refused');"
        "return old.call(this, key, value); }; }"
    )
    rows = ask(page, site, "投诉")
    page.keyboard.press("Alt+p")
    assert rows.count() == 12


@pytest.mark.parametrize("kept", ["null", "{}", "[1, null]", '[{"id": 3}]', "<", '"x"'])
def test_what_was_kept_badly_is_passed_over(site: Site, page: Page, kept: str) -> None:
    page.goto(site.root)
    page.evaluate(
        "kept => ['pinned', 'recent', 'unanswered'].forEach("
        "name => localStorage.setItem('guifan / ' + name, kept))",
        kept,
    )
    assert ask(page, site, "量子纠缠乙烯").count() >= 0
    page.locator(FIELD).fill("")
    page.keyboard.press("Escape")
    page.goto(site.root + "unanswered/")


def test_what_is_not_found_says_what_to_do_and_is_kept(site: Site, page: Page) -> None:
    ask(page, site, "量子纠缠乙烯")
    panel = page.locator("[data-gf-find-panel]")
    for said in ("换个说法", "数字速查", "术语表", "告诉编写的人"):
        assert said in panel.inner_text()
    assert "%E9%87%8F" in str(panel.get_by_text("告诉编写的人").get_attribute("href"))
    page.keyboard.press("Escape")
    page.goto(site.root + "unanswered/")
    assert page.locator("[data-gf-unanswered] tbody tr td").all_inner_texts()[:2] == [
        "量子纠缠乙烯",
        "1",
    ]


def test_what_grew_while_it_was_typed_is_kept_once(site: Site, page: Page) -> None:
    field = opened(page, site)
    for query in ("鼹鼠鸸鹋", "鼹鼠鸸鹋饕餮", "鼹鼠鸸鹋饕餮魍魉"):
        field.fill(query)
        page.wait_for_timeout(1800)
    kept = page.evaluate("window.guifan.unanswered.read()")
    assert [one["query"] for one in kept] == ["鼹鼠鸸鹋饕餮魍魉"]


def test_what_was_not_found_goes_to_the_editor_as_a_file(site: Site, page: Page) -> None:
    page.goto(site.root)
    kept = [
        {"query": '=cmd|"x"', "count": 2, "last": "2026-06-01"},
        {"query": "<b>退,钱", "count": 1, "last": "2026-05-31"},
    ]
    page.evaluate("kept => localStorage.setItem('guifan / unanswered', JSON.stringify(kept))", kept)
    page.goto(site.root + "unanswered/")
    assert page.locator("[data-gf-unanswered] tbody b").count() == 0
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出 CSV").click()
    text = saved.value.path().read_text("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    assert lines == [
        ["搜的词", "次数", "最近一次"],
        ['\'=cmd|"x"', "2", "2026-06-01"],
        ["<b>退,钱", "1", "2026-05-31"],
    ]
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出 JSON").click()
    assert json.loads(saved.value.path().read_text("utf-8")) == {"queries": kept}
    clear = page.get_by_role("button", name="全部清除")
    clear.click()
    assert page.locator("[data-gf-unanswered] tbody tr").count() == 2, "it asks once more"
    clear.click()
    assert page.get_by_text("现在没有。").is_visible()


# ---- any device ----


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("query", ["投诉", "量子纠缠乙烯", ""])
def test_it_is_open_to_all(
    site: Site, new_page: Open, screen: Any, scheme: Any, query: str
) -> None:
    page = new_page(viewport=screen, color_scheme=scheme)
    ask(page, site, "投诉").count()
    page.locator(FIELD).fill(query)
    page.wait_for_timeout(300)
    assert_accessible(page, WCAG)


def test_on_a_phone_it_fills_the_screen(site: Site, new_page: Open) -> None:
    page = new_page(viewport=PHONE, has_touch=True)
    rows = ask(page, site, "投诉答复")
    box = page.locator(".gf-find").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, *PHONE.values())
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for row in rows.all()[:5]:
        place = row.bounding_box()
        assert place is not None
        assert place["height"] >= 44
        assert place["x"] + place["width"] <= PHONE["width"]
    page.get_by_role("button", name="关闭搜索").click()
    assert not page.locator("[data-gf-find-panel]").is_visible()
    assert page.locator(FIELD).is_visible()


def test_paper_does_not_show_it(site: Site, page: Page) -> None:
    ask(page, site, "投诉")
    page.emulate_media(media="print")
    assert not page.locator(".gf-find").is_visible()


def test_without_scripts_the_indexes_serve(site: Site, new_page: Open) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site.root)
    assert not page.locator(FIELD).is_visible()
    page.locator(".gf-find-none a", has_text="数字速查").click()
    page.wait_for_url("**/numbers/")
    assert page.locator(".gf-find-none a", has_text="术语表").is_visible()


def test_it_works_from_a_folder(site: Site, chromium: Browser) -> None:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((site.folder / "glossary/index.html").as_uri())
    page.locator(FIELD).fill("投诉答复")
    assert settled(page).first.get_attribute("data-id") == "complaint-answer"
    page.keyboard.press("Enter")
    page.wait_for_url("**/limits/complaint-answer/index.html")
    page.close()
    assert not faults


def test_it_runs_under_a_strict_policy(site: Site, chromium: Browser) -> None:
    """No script of its own in the page, no request but for scripts, no style in an attribute."""
    page = chromium.new_page()  # the theme's own scripts in the page are refused
    refused: list[str] = []
    page.on("console", lambda told: refused.append(told.text))

    def strict(route: Route) -> None:
        answer = route.fetch()
        policy = "script-src 'self'; connect-src 'none'; style-src 'self'"
        headers = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    page.route(site.root, strict)
    page.goto(site.root)
    page.locator(FIELD).fill("投诉答复")
    page.locator(ROW).first.wait_for()
    assert page.locator(ROW).first.get_attribute("data-id") == "complaint-answer"
    assert not [one for one in refused if "guifan/search" in one]
    page.close()


def test_a_review_that_is_overdue_is_marked_by_the_readers_clock(
    site: Site, new_page: Open
) -> None:
    for day, marked in (("2026-06-01", 0), ("2039-01-01", 1)):
        page = new_page()
        page.clock.install(time=f"{day}T09:00:00+08:00")
        page.goto(site.root)
        page.locator(FIELD).fill("投诉答复")
        page.clock.run_for(1000)
        row = settled(page).first
        assert row.locator(".gf-find-badge").count() == marked


# ---- when things go wrong ----


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_breaks_it(site: Site, page: Page, query: str) -> None:
    field = opened(page, site)
    field.evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }", query
    )
    page.wait_for_timeout(400)
    assert page.locator("[data-gf-find-panel] :is(img, script)").count() == 0
    field.fill("投诉答复")
    page.wait_for_function(f"document.querySelector('{ROW}')?.dataset.id === 'complaint-answer'")


@pytest.mark.parametrize(
    "lost", [INDEX, "**/search/index/*/b*.js", "**/search/index/*/n*.js", "**/search/index/*/r*.js"]
)
def test_a_file_that_does_not_come_is_told_and_asked_for_again(
    site: Site, page: Page, lost: str
) -> None:
    page.route(lost, lambda route: route.abort())
    opened(page, site).fill("投诉答复")
    page.get_by_role("button", name="重试").wait_for()
    assert page.inner_text(NOTE) == "搜索用的文件没有读到。"
    page.unroute(lost)
    page.get_by_role("button", name="重试").click()
    page.wait_for_function(f"document.querySelector('{ROW}')?.dataset.id === 'complaint-answer'")
    assert focused(page)


@pytest.mark.parametrize("body", ["", "<!doctype html><title>404</title>", "guifan.search.put("])
def test_a_file_that_holds_nothing_is_told(site: Site, chromium: Browser, body: str) -> None:
    page = chromium.new_page()  # what is no script is an error of the page's, and none of ours
    page.route("**/search/index/*/n*.js", lambda route: route.fulfill(body=body))
    page.goto(site.root)
    page.locator(FIELD).fill("投诉")
    page.get_by_role("button", name="重试").wait_for()
    page.close()


def test_snippets_that_do_not_come_leave_the_rows(site: Site, page: Page) -> None:
    page.route("**/search/index/*/t*.js", lambda route: route.abort())
    assert ask(page, site, "投诉").count() == 12


def test_a_new_edition_replaces_one_that_the_browser_still_knows(site: Site, page: Page) -> None:
    stale = 'window.guifan.searchEdition="000000000000";\n'
    page.route("**/search/index/index.js", lambda route: route.fulfill(body=stale))
    assert ask(page, site, "投诉答复").first.get_attribute("data-id") == "complaint-answer"


def test_an_older_answer_never_covers_a_newer_one(site: Site, page: Page) -> None:
    """The rows of «退费» wait for a file that comes late; those of «投诉答复» stand meanwhile."""
    page.route(AHEAD, lambda route: route.abort())
    ask(page, site, "投诉答复")
    held: list[Route] = []
    field = page.locator(FIELD)

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/index/*/*.js", hold)
    field.fill("退费到账")
    while not held:
        page.wait_for_timeout(20)
    field.fill("投诉答复")
    page.wait_for_timeout(200)
    for route in held:
        route.continue_()
    page.wait_for_timeout(600)
    assert page.locator(ROW).first.get_attribute("data-id") == "complaint-answer"


def test_files_that_are_there_serve_without_a_network(site: Site, page: Page) -> None:
    page.route(AHEAD, lambda route: route.abort())
    ask(page, site, "投诉答复")
    page.context.set_offline(True)
    field = page.locator(FIELD)
    field.fill("")
    field.fill("投诉答复")
    page.wait_for_function(f"document.querySelector('{ROW}')?.dataset.id === 'complaint-answer'")
    field.fill("鼹鼠")
    page.get_by_role("button", name="重试").wait_for()
    page.context.set_offline(False)


def rested(page: Page, asked: list[str]) -> None:
    """Wait until a page asks for nothing more."""
    count = -1
    while count != len(asked):
        count = len(asked)
        page.wait_for_timeout(1000)


def test_while_nobody_types_all_is_read_that_further_keys_need(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, site, "退费")
    rested(page, asked)
    before = len(asked)
    page.context.set_offline(True)
    for query in ("投诉几天答复", "鼹鼠", "tousudafu"):
        page.locator(FIELD).fill(query)
        if query == "鼹鼠":
            page.wait_for_function(f"document.querySelectorAll('{ROW}').length === 0")
            assert query in page.inner_text(NOTE)
        else:
            right = f"document.querySelector('{ROW}')?.dataset.id === 'complaint-answer'"
            page.wait_for_function(right)
    page.context.set_offline(False)
    assert all(re.search(r"/t\d+\.js$", url) for url in asked[before:])


@pytest.mark.parametrize("line", ["{ saveData: true }", "{ type: 'cellular' }"])
def test_nothing_is_read_ahead_where_that_is_dear(site: Site, page: Page, line: str) -> None:
    page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {line} }});")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, site, "投诉答复")
    rested(page, asked)
    assert not [url for url in asked if re.search(r"/index/\w+/a\w+\.js$", url)]


def test_how_many_were_found_is_announced(site: Site, page: Page) -> None:
    ask(page, site, "投诉答复")
    assert re.fullmatch(r"找到 \d+ 条", page.inner_text(".gf-find [role=status]"))
