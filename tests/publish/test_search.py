"""The theme's search in a real browser, asked as staff ask: the right page in the first five."""

from __future__ import annotations

import functools
import http.server
import threading
from typing import TYPE_CHECKING, Any

import pytest

from guifan.language.model import Audience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

ASKED = {
    "投诉 几天 答复": "limits/complaint-answer",
    "首次联系": "limits/complaint-first-contact",
    "补偿 权限": "norms/compensate-on-the-spot",
    "补偿 审批": "procedures/compensation-approval",
    "升级投诉": "procedures/escalated-complaint",
    "重复投诉": "procedures/repeat-complaint",
    "批量投诉": "procedures/batch-alert",
    "录音": "procedures/recording-request",
    "12345": "units/government-hotline",
    "复核": "procedures/liability-review",
    "申诉": "procedures/appeal-support",
    "订购 退订": "limits/unknown-subscription-cancel",
    "费用争议": "procedures/billing-dispute",
    "辱骂": "procedures/abusive-contact",
    "核身": "messages/identity-check-script",
    "携号转网": "regulations/porting-rules",
    "值班经理": "roles/duty-manager",
    "开场白": "messages/hotline-opening",
    "媒体 采访": "norms/media-one-voice",
}

MISSES = 3
"""How many of them the theme's engine, which knows characters and no words, may miss."""

FIRST = """items => [...new Set(items.map(
  item => new URL(item.href).pathname.replace(/^[/]|[/]$/g, "")))].slice(0, 5)"""


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name it has above
        return


@pytest.fixture(scope="module")
def address(flagship: Callable[[Audience], Path]) -> Iterator[str]:
    """Where the flagship is served."""
    serve = functools.partial(Silent, directory=str(flagship(Audience.INTERNAL)))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_what_staff_ask_is_among_the_first_five(address: str, page: Page) -> None:
    page.goto(address)
    page.locator("[data-md-toggle=search]").evaluate("toggle => toggle.click()")
    missed = {
        query: found for query, goal in ASKED.items() if goal not in (found := _first(page, query))
    }
    assert len(missed) <= MISSES, missed


def _first(page: Page, query: str) -> list[str]:
    """The pages of the first five results, once the worker has answered this query."""
    box = page.locator("[data-md-component=search-query]")
    old = page.locator(".md-search-result__item").first
    box.fill("", force=True)
    box.dispatch_event("keyup")
    old.wait_for(state="detached")
    box.fill(query, force=True)
    box.dispatch_event("keyup")
    old.wait_for(state="attached")
    found: list[str] = page.locator(".md-search-result__item > a").evaluate_all(FIRST)
    return found
