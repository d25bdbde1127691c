"""What managers do on the pages: see what is overdue, follow a count, narrow the rules."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from browsing import Site
    from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("after", "marks"),
    [(-61, []), (-60, ["60 天内"]), (0, ["60 天内"]), (1, ["已逾期"])],
    ids=["61 days before", "60 days before", "on the day", "the day after"],
)
def test_reviews_are_marked_against_the_readers_clock(
    site: Site, page: Page, after: int, marks: list[str]
) -> None:
    page.goto(site.root + "owners/")
    days = page.locator("#owners-reviews [data-gf-by]")
    first = min(str(one.get_attribute("data-gf-by")) for one in days.all())
    day = date.fromisoformat(first) + timedelta(days=after)
    page.clock.set_fixed_time(f"{day}T04:00:00Z")  # noon in Shanghai
    page.reload()
    page.wait_for_function("document.querySelector('[data-gf-state]')")
    row = page.locator(f"#owners-reviews [data-gf-by='{first}']").first
    assert [one for one in row.all_inner_texts() if one] == marks


def test_what_is_overdue_is_counted(site: Site, page: Page) -> None:
    page.clock.set_fixed_time("2090-01-01T04:00:00Z")
    page.goto(site.root + "owners/")
    counts = page.locator("#owners-reviews tbody td:nth-child(2)").all_inner_texts()
    late = page.locator("[data-gf-sum-of=overdue]")
    assert late.inner_text() == str(sum(int(one) for one in counts)) != "0"
    assert page.locator("[data-gf-sum-of=soon]").inner_text() == "0"


def test_a_count_of_norms_opens_them(site: Site, page: Page) -> None:
    page.goto(site.root + "coverage/")
    count = page.locator("a[href*='norms/#']").first
    number = int(count.inner_text())
    count.click()
    page.wait_for_url("**/coverage/norms/#*")
    shown = page.locator("details[open] .gf-index > div")
    shown.first.wait_for()
    assert shown.count() == number


def test_the_rules_narrow_to_what_is_typed(site: Site, page: Page) -> None:
    page.goto(site.samples["rules"])
    rows, areas = page.locator("[data-gf-row]"), page.locator("#all-rules > section")
    whole = rows.count()
    page.locator("[data-gf-filter]").fill("复审")
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < whole
    assert all("复审" in row.inner_text() for row in shown)
    assert any(area.is_hidden() for area in areas.all())
