"""A business's page: how it is done and undone, for whom, by whom, and where it is not."""

from __future__ import annotations

import re

import pytest
import rendering
from marked import Tags

from guifan.checks.rules.coverage.offers import example

WHOLE = example(
    ("lasting: 是\n", "lasting: 是\nidentity: password\nalso: [听歌包]\n"),
    (
        "cancels:\n",
        "excluded:\n  - {channel: app, why: 页面还没有做, instead: hotline}\ncancels:\n",
    ),
    (
        "routes:\n",
        "proxy:\n  allowed: 是\n  customer_documents: [机主身份证]\n"
        "  proxy_documents: [代办人身份证]\n  channels: [shop]\n"
        "minors: {allowed: 否, why: 由监护人以自己的名义办}\nroutes:\n",
    ),
    ("documents: [身份证], steps: 3 次}", "documents: [], steps: 3 次, differs: 看不到证件}"),
)


@pytest.fixture(scope="module")
def page() -> str:
    made = rendering.renderer(rendering.corpus_of(WHOLE))
    return made.render(made.book.pages["services/music-pack"]).html


def test_every_way_stands_in_a_row_with_what_it_takes(page: str) -> None:
    assert not Tags(page).faults
    rows = page.split("<tr")
    assert any("客服热线" in row and "3 次" in row and "看不到证件" in row for row in rows)
    assert any("手机营业厅" in row and "页面还没有做" in row and "客服热线" in row for row in rows)


def test_who_comes_for_another_reads_what_both_bring(page: str) -> None:
    for words in ("机主身份证", "代办人身份证", "由监护人以自己的名义办", "怎样取消"):
        assert words in page


def test_a_business_of_which_little_is_said_has_no_empty_headings() -> None:
    bare = example().partition("lasting")[0] + "--- standards/channels.yaml"
    text = bare + example().partition("--- standards/channels.yaml")[2]
    made = rendering.renderer(rendering.corpus_of(text))
    html = made.render(made.book.pages["services/music-pack"]).html
    for words in ("代办", "未成年人", "怎样取消", "不办的渠道"):
        assert words not in html


AREAS = """\
--- standards/areas.yaml
kind: taxonomy
id: area
title: 地区
members:
  - {id: urban, title: 城镇}
  - {id: rural, title: 农村}
--- standards/limits.yaml
kind: limit
items:
  - id: done-urban
    title: 城镇开通
    within: 72 小时
    from: complaint-received
    to: complaint-answered
    applies: {area: urban}
  - id: done-rural
    title: 农村开通
    within: 120 小时
    from: complaint-received
    to: complaint-answered
    applies: {area: rural}
"""


def times(areas: str) -> list[str]:
    """The cells of the times of a business that is done within the limit for towns in the shop."""
    timed = example(("documents: [身份证]}", "documents: [身份证], limit: done-urban}"))
    made = rendering.renderer(rendering.corpus_of(timed + areas))
    html = made.render(made.book.pages["services/music-pack"]).html
    assert not Tags(html).faults
    cells = html.split('data-gf-label="时限">')[1:]
    return [re.sub(r"<[^>]*>", "", cell.split("</td>", maxsplit=1)[0]) for cell in cells]


def test_a_time_that_depends_on_the_place_is_told_for_all_places() -> None:
    assert times(AREAS)[0] == "城镇 72 小时 · 农村 120 小时"


def test_a_time_of_other_events_is_no_variant() -> None:
    other = "    to: complaint-answered\n    applies: {area: rural}"
    apart = AREAS.replace(other, other.replace("to: complaint-answered", "to: complaint-closed"))
    event = "--- standards/closed.yaml\nkind: event\nid: complaint-closed\ntitle: 办结\n"
    assert times(f"{apart}{event}happens: 办结的时刻\nevidence: 工单\n")[0] == "72 小时"


def test_two_times_for_the_same_place_are_no_variants() -> None:
    twice = AREAS.replace("{area: rural}", "{area: urban}")
    assert times(twice)[0] == "72 小时"
