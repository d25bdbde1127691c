"""The due-date tool: it counts as the vectors do, and a person can use it on any device."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from browsing import DESK, PHONE, SHEET, WCAG, Site, assert_accessible
from rendering import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]

VECTORS = json.loads((ROOT / "tests/vectors/deadlines.json").read_text("utf-8"))
COUNTING = ROOT / "site_templates/assets/deadline/counting.js"
ANSWER = "limits/complaint-answer/"
RESOLVE = "limits/complaint-resolve/"

BEYOND = """
  [...document.querySelectorAll('.gf-due *')]
    .filter(node => !node.closest('.gf-visually-hidden'))
    .filter(node => node.getBoundingClientRect().right > innerWidth)
    .map(node => node.className)
"""

COUNT = """
made => made.cases.map(one => {
  const counting = window.guifan.counting;
  const world = made.worlds[one.world], limit = world.limits[one.limit];
  const two = number => String(number).padStart(2, "0");
  const read = text => ({
    day: counting.dayOf(text.slice(0, 10)),
    second: text.slice(11).split(":").reduce((sum, number) => sum * 60 + Number(number), 0),
  });
  const write = moment => counting.textOf(moment.day) + " " + [
    Math.floor(moment.second / 3600), Math.floor(moment.second / 60) % 60, moment.second % 60,
  ].map(two).join(":");
  const found = counting.due(world.almanac, limit, read(one.start), {
    pauses: limit.pauses.slice(0, one.pauses || 0),
    extended: one.extended || 0,
  });
  const steps = found.legs.flatMap(leg => leg.steps).filter(step => step.sort === "counted");
  return {
    due: write(found.end),
    law: found.law && write(found.law),
    provisional: found.provisional,
    days: steps.map(step => counting.textOf(step.day)),
  };
})
"""


def test_every_vector_is_due_when_it_says(page: Page) -> None:
    page.add_script_tag(path=str(COUNTING))
    found = page.evaluate(COUNT, VECTORS)
    wrong = [
        (case, told)
        for case, told in zip(VECTORS["cases"], found, strict=True)
        if any(told[key] != case.get(key, False) for key in ("due", "provisional"))
        or any(told[key] != case[key] for key in ("law", "days") if key in case)
    ]
    assert not wrong, f"{len(wrong)} of {len(found)}: {wrong[:3]}"


def opened(new_page: Open, site: Site, path: str, **options: Any) -> Page:
    page = new_page(**options)
    page.goto(site.root + path)
    return page


def asked(page: Page, start: str) -> Page:
    page.locator(".gf-due [name=start]").fill(start)
    return page


def answer(page: Page) -> str:
    return page.locator(".gf-due-end").inner_text().replace("\u00a0", " ")


def test_a_complaint_is_answered_in_three_working_days(site: Site, new_page: Open) -> None:
    page = asked(opened(new_page, site, ANSWER, viewport=DESK), "2026-09-23T15:30")
    assert "2026 年 9 月 29 日 17:30（周二）" in answer(page)
    assert "法定最迟 2026 年 10 月 8 日 17:30（周四），余 9 日" in page.inner_text(".gf-due-answer")
    page.get_by_label("延期 1 个工作日").check()
    assert "2026 年 9 月 30 日 17:30（周三）" in answer(page)
    page.get_by_label("延期 1 个工作日").uncheck()
    assert "9 月 29 日" in answer(page)


def test_the_days_are_a_small_calendar(site: Site, new_page: Open) -> None:
    page = asked(opened(new_page, site, ANSWER, viewport=DESK), "2026-09-30T09:00")
    rows = page.locator(".gf-due-days tbody tr").all_inner_texts()
    words = " ".join(" ".join(rows).split())
    # 8, 9 and 10 October, which is a Saturday that is worked.
    assert "9/30 起算日" in words
    assert "7 国庆节 8 1 9 2 10 班 3 到期 17:30" in words
    assert page.locator(".gf-due-days .gf-due-holiday").count() == 7
    assert page.locator(".gf-due-days .gf-due-counted").count() == 3


def test_every_pause_may_be_used(site: Site, new_page: Open) -> None:
    page = asked(opened(new_page, site, RESOLVE, viewport=DESK), "2026-09-23T15:30")
    assert "2026 年 10 月 10 日 17:30" in answer(page)
    for box in page.locator(".gf-due [name=pause]").all():
        box.check()
    assert "2026 年 10 月 20 日 17:30" in answer(page)


def test_a_year_without_an_arrangement_is_expected_only(site: Site, new_page: Open) -> None:
    page = asked(opened(new_page, site, ANSWER), "2027-02-03T09:00")
    assert answer(page) == "预计最迟 2027 年 2 月 12 日至 2 月 17 日"
    said = page.inner_text(".gf-due-answer")
    assert "还没有公布" in said
    assert "是 2027 年 2 月 12 日 17:30（周五）；放假最多，是 2027 年 2 月 17 日" in said
    # Fifteen days after 3 February is the 18th, a day after the later end.
    assert "法定最迟 2027 年 2 月 18 日 17:30（周四），余 1 日" in said
    assert "还没有公布" in page.inner_text(".gf-due-ticket")
    assert page.get_by_text("下面按放假最少逐日推算").is_visible()
    assert "最晚 17:30" in page.inner_text(".gf-due-days")


def test_where_both_bounds_agree_one_day_is_told(site: Site, new_page: Open) -> None:
    page = asked(opened(new_page, site, ANSWER), "2027-06-25T09:00")
    assert answer(page) == "预计最迟 2027 年 6 月 30 日 17:30（周三）"
    assert "按最多算都是这一天" in page.inner_text(".gf-due-answer")
    assert not page.get_by_text("下面按放假最少逐日推算").is_visible()


def test_what_cannot_be_counted_is_said(site: Site, new_page: Open) -> None:
    page = asked(opened(new_page, site, ANSWER), "2019-01-01T09:00")
    assert "别的日子没有日历" in page.inner_text(".gf-due-answer")
    assert not page.locator(".gf-due-days").is_visible()
    asked(page, "2026-09-23T15:30")
    assert "9 月 29 日" in answer(page)


def test_what_is_half_typed_leaves_the_last_answer(site: Site, new_page: Open) -> None:
    page = asked(opened(new_page, site, ANSWER), "2026-09-23T15:30")
    page.locator(".gf-due [name=start]").fill("")
    assert "把起算的日期和时间填全" in page.inner_text(".gf-due-answer")
    assert "9 月 29 日" in answer(page)
    page.get_by_label("延期 1 个工作日").check()
    assert "9 月 30 日" in answer(page)
    asked(page, "2026-09-24T15:30")
    assert "填全" not in page.inner_text(".gf-due-answer")


def test_it_starts_now_by_the_manuals_clock(site: Site, new_page: Open) -> None:
    page = new_page(timezone_id="America/New_York")
    page.clock.install(time="2026-09-23T07:30:00Z")
    page.goto(site.root + ANSWER)
    assert page.locator(".gf-due [name=start]").input_value() == "2026-09-23T15:30"
    assert "9 月 29 日" in answer(page)


def test_a_ticket_is_copied(site: Site, new_page: Open) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(site.root + ANSWER)
    asked(page, "2026-09-23T15:30")
    page.locator(".gf-due-ticket button").click()
    page.wait_for_function("document.querySelector('.gf-due-ticket button').textContent !== '复制'")
    text = page.evaluate("navigator.clipboard.readText()")
    due, _full_stop, reason = text.partition("。")
    assert due == "最迟 2026 年 9 月 29 日 17:30（周二）"
    assert reason.startswith("投诉答复（3 个工作日），2026 年 9 月 23 日 15:30（周三）起算。")
    assert text.endswith(f"版），{site.root}{ANSWER}")


def test_the_keyboard_is_enough(site: Site, new_page: Open) -> None:
    page = asked(opened(new_page, site, ANSWER), "2026-09-23T15:30")
    page.locator(".gf-due summary").focus()
    page.keyboard.press("Enter")
    assert not page.locator(".gf-due-end").is_visible()
    page.keyboard.press("Enter")
    page.get_by_label("延期 1 个工作日").focus()
    page.keyboard.press("Space")
    assert "9 月 30 日" in answer(page)
    page.keyboard.press("Enter")
    assert page.url == site.root + ANSWER, "the form was sent"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [ANSWER, RESOLVE])
def test_it_is_open_to_all_and_fits_a_phone(
    site: Site, new_page: Open, path: str, scheme: str
) -> None:
    page = opened(new_page, site, path, viewport=PHONE, color_scheme=scheme)
    asked(page, "2026-09-23T15:30")
    assert_accessible(page, WCAG)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.evaluate(BEYOND) == []


def test_paper_shows_it_only_where_it_was_used(site: Site, new_page: Open) -> None:
    page = opened(new_page, site, ANSWER, viewport=SHEET)
    page.emulate_media(media="print")
    assert not page.locator(".gf-due").is_visible()
    page.emulate_media(media="screen")
    asked(page, "2026-09-23T15:30")
    page.emulate_media(media="print")
    assert page.locator(".gf-due-end").is_visible()
    assert not page.locator(".gf-due-ticket").is_visible()


def test_it_works_from_a_folder(site: Site, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((site.folder / ANSWER / "index.html").as_uri())
    asked(page, "2026-09-23T15:30")
    assert "9 月 29 日" in answer(page)
    page.close()


def test_no_script_stands_in_the_page(site: Site, new_page: Open) -> None:
    page = opened(new_page, site, ANSWER)
    inside = ".md-content script, .md-content [onclick], .md-content [style]"
    assert page.locator(inside).count() == 0


def test_a_limit_in_seconds_is_asked_to_the_second(site: Site, new_page: Open) -> None:
    page = opened(new_page, site, _in_seconds(site))
    assert not page.locator(".gf-due-end").is_visible(), "of no use to most, so it waits folded"
    page.locator(".gf-due summary").click()
    assert page.locator(".gf-due-end").is_visible()
    assert page.locator(".gf-due [name=start]").get_attribute("step") == "1"


def _in_seconds(site: Site) -> str:
    """The page of a limit of so many seconds."""
    counted = re.compile(r'"within": \{[^}]*"dimension": "seconds"[^}]*"scale": 1\}')
    pages = sorted((site.folder / "limits").glob("*/index.html"))
    found = next(one for one in pages if counted.search(one.read_text("utf-8")))
    return f"limits/{found.parent.name}/"
