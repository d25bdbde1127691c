"""A role's page shows what the role itself decides, must not do, keeps and says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import emergencies
import pytest
import rendering

from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.manual.render import Rendered


@pytest.fixture(scope="module")
def agent(manual_root: Path) -> Rendered:
    """The page of 客服代表, who answers the hotline."""
    made = rendering.renderer(open_folder(manual_root).corpus)
    return made.render(made.book.pages["roles/hotline-agent"])


def test_reading_comes_first_then_what_i_may_decide_then_red_lines(agent: Rendered) -> None:
    titles = [heading.title for heading in agent.headings]
    assert titles[:4] == ["上岗必读", "我能定什么", "不能碰的红线", "我要守的时限与限额"]


def test_scripts_are_those_of_my_channels(agent: Rendered) -> None:
    linked = {path for path, _ in agent.links}
    assert "messages/hotline-opening" in linked
    for other in ("chat-opening", "shop-opening", "email-reply-template", "complaint-received-sms"):
        assert f"messages/{other}" not in linked


def test_limits_are_those_of_my_own_work(agent: Rendered) -> None:
    tiles = re.findall(r'class="gf-tile" href="[./]*limits/([^/"]+)', agent.html)
    assert "hotline-answer" in tiles
    for other in ("compensation-credit", "missed-visit-goodwill", "network-test"):
        assert other not in tiles, "another line's"


def test_a_post_finds_its_part_in_an_emergency_folded() -> None:
    pages = rendering.pages(emergencies.corpus())
    duty = pages["roles/duty"]
    assert "突发事件里的我" in [heading.title for heading in duty.headings]
    for part in ("declare", "tell", "close"):
        assert ("playbooks/outage", part) in duty.links
    assert ("playbooks/illness", "apart") in duty.links
    for other in ("look", "again", "settle", "written"):
        assert ("playbooks/outage", other) not in duty.links
    folded = re.findall(r"<details class=\"gf-fold\"><summary>(\S+)", duty.html)
    assert folded == ["网络中断", "聚集生病"]


def test_a_post_finds_the_reports_that_it_files() -> None:
    pages = rendering.pages(emergencies.corpus())
    assert ("playbooks/outage", "written") in pages["roles/secretary"].links
    assert ("playbooks/illness", "") not in pages["roles/secretary"].links
