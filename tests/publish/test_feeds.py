"""The feeds: a reader's program can parse them, and every address in them is whole."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from guifan.changes.editions import Edition
from guifan.checks.reading import read_standards
from guifan.language.model import Audience
from guifan.manual.render import Settings
from guifan.publish.edition import prepare
from guifan.publish.editions import write_edition
from guifan.publish.feeds import feeds
from guifan.publish.files import read_sources
from guifan.publish.folder import open_folder

if TYPE_CHECKING:
    from guifan.publish.edition import Prepared

SITE = "https://shop.example/manual/"
LIMITS = "standards/limits.yaml"
HOSTILE = "退款 <b>&amp; ]]> 'x' \"y\""

ADDRESS = {"type": "string", "pattern": "^https://shop\\.example/manual/"}
ITEM = {
    "type": "object",
    "required": ["id", "url", "title", "content_html", "date_published"],
    "additionalProperties": False,
    "properties": {
        "id": ADDRESS,
        "url": ADDRESS,
        "title": {"type": "string"},
        "content_html": {"type": "string", "minLength": 1},
        "date_published": {"type": "string", "format": "date-time"},
    },
}
JSON_FEED_1_1 = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "language": {"type": "string", "pattern": "^[a-z]{2}(-[A-Za-z]+)?$"},
        "items": {"type": "array", "items": ITEM},
    },
}
"""What https://www.jsonfeed.org/version/1.1/ asks, and whole addresses."""


class Outline(HTMLParser):
    """The links of a text and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.words = ""
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def changed(shop: Path) -> Path:
    """The shop after two editions; what changed in the second bears a hostile name."""
    released(shop, 1, date(2026, 1, 1))
    path = shop / LIMITS
    text = path.read_text("utf-8").replace("title: 退款时限", f"title: >-\n      {HOSTILE}")
    text = text.replace("within: 3 日", "version: 2\n    within: 2 日")
    signed = "    changed: 照试点改\n    signed_by: [front-desk]\n    calendar: always\n"
    path.write_text(text.replace("    calendar: always\n", signed), "utf-8")
    released(shop, 2, date(2026, 5, 1))
    return shop


def released(root: Path, number: int, day: date) -> None:
    corpus = read_standards(*read_sources(root)).corpus
    write_edition(root, Edition(number, "", day, corpus))


def prepared(
    root: Path, url: str = SITE, locale: str = "zh-Hans", audience: Audience = Audience.INTERNAL
) -> Prepared:
    settings = Settings(locale, audience.value, True, date(2026, 6, 1), site_url=url)
    return prepare(open_folder(root), settings)


def rss(root: Path, **more: Any) -> ET.Element:
    tree = ET.fromstring(dict(feeds(prepared(root, **more)))["changes.xml"].encode())
    channel = tree.find("channel")
    assert tree.tag == "rss"
    assert tree.get("version") == "2.0"
    assert channel is not None
    return channel


def text(node: ET.Element, name: str) -> str:
    found = node.findtext(name)
    assert found, name
    return found


def json_feed(root: Path, **more: Any) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(dict(feeds(prepared(root, **more)))["feed.json"])
    return record


def test_rss_has_all_that_rss_asks_and_an_entry_an_edition(changed: Path) -> None:
    channel = rss(changed)
    assert (text(channel, "title"), text(channel, "link")) == ("小店服务规范：更新", SITE)
    assert text(channel, "description")
    items = channel.findall("item")
    assert [text(one, "link") for one in items] == [
        f"{SITE}changes/#edition-2",
        f"{SITE}changes/#edition-1",
    ]
    assert [text(one, "guid") for one in items] == [text(one, "link") for one in items]
    days = [parsedate_to_datetime(text(one, "pubDate")) for one in items]
    assert days == [
        datetime.fromisoformat("2026-05-01T00:00:00+08:00"),
        datetime.fromisoformat("2026-01-01T00:00:00+08:00"),
    ]
    own = channel.find("{http://www.w3.org/2005/Atom}link")
    assert own is not None
    assert own.get("href") == f"{SITE}changes.xml"


def test_json_feed_is_one(changed: Path) -> None:
    record = json_feed(changed)
    checker = jsonschema.Draft202012Validator(JSON_FEED_1_1)
    assert list(checker.iter_errors(record)) == []
    assert [one["id"] for one in record["items"]] == [
        f"{SITE}changes/#edition-2",
        f"{SITE}changes/#edition-1",
    ]
    published = datetime.fromisoformat(record["items"][0]["date_published"])
    assert published == datetime.fromisoformat("2026-05-01T00:00:00+08:00")


def test_both_tell_the_changes_in_words_and_escape_what_is_hostile(changed: Path) -> None:
    told = text(rss(changed).findall("item")[0], "description")
    assert told == json_feed(changed)["items"][0]["content_html"]
    outline = Outline(told)
    assert outline.tags == {"h3", "ul", "li", "a"}
    assert f"{HOSTILE} 3 → 2 日（更严）" in outline.words
    assert f"{SITE}limits/refund/" in outline.links
    assert all(link.startswith(SITE) for link in outline.links)


def test_in_english_too(changed: Path) -> None:
    outline = Outline(json_feed(changed, locale="en")["items"][0]["content_html"])
    assert "(stricter)" in outline.words
    assert "更严" not in outline.words


def test_without_an_address_of_the_site_there_is_no_feed(changed: Path) -> None:
    assert list(feeds(prepared(changed, url=""))) == []


def test_without_an_edition_there_is_no_feed(shop: Path) -> None:
    assert list(feeds(prepared(shop))) == []


def test_the_same_editions_give_the_same_bytes(changed: Path) -> None:
    assert list(feeds(prepared(changed))) == list(feeds(prepared(changed)))


def test_what_is_not_released_is_in_no_feed(changed: Path) -> None:
    before = list(feeds(prepared(changed)))
    path = changed / "standards/terms.yaml"
    path.write_text(path.read_text("utf-8").replace("客户把商品", "客户把买的商品"), "utf-8")
    assert list(feeds(prepared(changed))) == before


def test_customers_feed_leaves_out_an_edition_without_anything_for_them(changed: Path) -> None:
    path = changed / LIMITS
    fresh = path.read_text("utf-8").replace("分店原来想写五天", "分店原来想写七天")
    path.write_text(fresh, "utf-8")
    released(changed, 3, date(2026, 5, 20))
    staff = json_feed(changed)["items"]
    customers = json_feed(changed, audience=Audience.PUBLIC)["items"]
    assert [one["id"][-1] for one in staff] == ["3", "2", "1"]
    assert [one["id"][-1] for one in customers] == ["2", "1"]
