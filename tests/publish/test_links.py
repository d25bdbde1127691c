"""Every link, picture and script of a built site leads somewhere, and nowhere else."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from guifan.language.model import Audience
from guifan.publish.build import Wanted, build_site
from guifan.publish.searched import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data"}
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
DAY = "2026-06-01"


class Reader(HTMLParser):
    """Collects a page's anchors, links and what it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = {"", "__top"}
        self.links: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.anchors.add(found.get("id", ""))
        if tag == "a":
            self.anchors.add(found.get("name", ""))
            if "href" in found:
                self.links.append(found["href"])
        elif tag == "link" and LOADED_LINKS & set(found.get("rel", "").split()):
            self.loaded.append(found["href"])
        elif tag in LOADED and LOADED[tag] in found:
            self.loaded.append(found[LOADED[tag]])
        elif tag == "meta" and found.get("http-equiv") == "refresh":
            self.links.append(found["content"].partition("url=")[2])

    handle_startendtag = handle_starttag


def read(site: Path) -> dict[str, Reader]:
    pages = {}
    for path in sorted(site.rglob("*.html")):
        reader = Reader()
        reader.feed(path.read_text("utf-8"))
        pages[path.relative_to(site).as_posix()] = reader
    return pages


def broken(site: Path) -> list[str]:
    """What leads nowhere, or to somebody else's server: (page, link)."""
    pages = read(site)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    found = []
    for name, page in pages.items():
        found += [f"{name} loads {url}" for url in page.loaded if _is_foreign(url)]
        for url in (*page.links, *page.loaded):
            if _is_foreign(url) or urlsplit(url).scheme in ("mailto", "tel", "data"):
                continue
            file, anchor = _target(name, url)
            if file not in files:
                found.append(f"{name}: {url}")
            elif "=" in anchor:  # not a place but a choice that the page is to show
                continue
            elif anchor and file in pages and anchor not in pages[file].anchors:
                found.append(f"{name}: {url} (no such place)")
    return found


def _is_foreign(url: str) -> bool:
    return bool(urlsplit(url).netloc)


def _target(page: str, url: str) -> tuple[str, str]:
    """The file and the anchor that a link on a page leads to."""
    parts = urlsplit(url)
    path = unquote(parts.path)
    base = "" if page == "404.html" else posixpath.dirname(page)
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(base, path)
    file = posixpath.normpath(joined) if path else page
    if path.endswith("/") or file == ".":
        file = posixpath.normpath(posixpath.join(file, "index.html"))
    return file, unquote(parts.fragment)


@pytest.mark.parametrize("audience", list(Audience))
def test_the_flagship_has_no_broken_link(
    flagship: Callable[[Audience], Path], audience: Audience
) -> None:
    assert broken(flagship(audience)) == []


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("pretty", [True, False], ids=["folders", "files"])
def test_the_shop_has_no_broken_link(own_shop: Path, audience: Audience, pretty: bool) -> None:
    site = build_site(_with_urls(own_shop, pretty), "site", Wanted(audience, DAY)).folder
    assert broken(site) == []
    assert len(read(site)) > 10


def test_this_test_sees_what_is_broken(own_shop: Path) -> None:
    site = build_site(own_shop, "site", Wanted(day=DAY)).folder
    page = site / "index.html"
    more = (
        '<a href="nowhere/"></a><a href="#no"></a><script src="https://example.com/x.js"></script>'
    )
    page.write_text(page.read_text("utf-8").replace("</body>", f"{more}</body>"), "utf-8")
    assert broken(site) == [
        "index.html loads https://example.com/x.js",
        "index.html: nowhere/",
        "index.html: #no (no such place)",
    ]


def test_styles_and_scripts_load_nothing_from_elsewhere(
    flagship: Callable[[Audience], Path],
) -> None:
    site = flagship(Audience.INTERNAL)
    for path in site.rglob("*.css"):
        loaded = re.findall(r"(?:url\(|@import)\s*['\"]?([^'\")]+)", path.read_text("utf-8"))
        assert not [url for url in loaded if re.match(r"(https?:)?//", url)], path


def test_what_is_never_asked_for_is_left_out(flagship: Callable[[Audience], Path]) -> None:
    site = flagship(Audience.INTERNAL)
    assert not list(site.rglob("*.map"))
    assert not (site / "assets/javascripts/lunr").exists()
    assert not (site / "assets/javascripts/workers").exists()
    assert not (site / "search").exists()


def test_the_themes_search_stays_where_a_manual_asks_for_it(own_shop: Path) -> None:
    path = own_shop / "mkdocs.yml"
    text = path.read_text("utf-8").replace(
        "plugins:\n", "plugins:\n  - search:\n      lang: [de]\n"
    )
    path.write_text(text, "utf-8")
    site = build_site(own_shop, "site", Wanted(day=DAY)).folder
    assert (site / "assets/javascripts/lunr/min/lunr.de.min.js").is_file()


@pytest.mark.parametrize("pretty", [True, False], ids=["folders", "files"])
def test_former_ids_lead_on(own_shop: Path, pretty: bool, new_page: Callable[..., Page]) -> None:
    """Without a server and without scripts, too."""
    page = new_page(java_script_enabled=False)
    site = build_site(_with_urls(own_shop, pretty), "site", Wanted(day=DAY)).folder
    for was in ("money-back", "pay-back"):
        old = f"limits/{was}/index.html" if pretty else f"limits/{was}.html"
        text = (site / old).read_text("utf-8")
        canonical = f"https://guifan.example/limits/refund{'/' if pretty else '.html'}"
        assert f'<link rel="canonical" href="{canonical}">' in text
        page.goto((site / old).as_uri())
        page.wait_for_url(f"**/limits/refund{'/index' if pretty else ''}.html")
        assert page.locator("h1").inner_text().startswith("退款时限")
    assert "money-back" not in (site / "sitemap.xml").read_text("utf-8")
    assert "money-back" not in " ".join(
        one.read_text("utf-8") for one in (site / FOLDER).rglob("r*.js")
    )


def test_a_former_id_of_an_internal_item_is_not_in_the_public_edition(own_shop: Path) -> None:
    site = build_site(own_shop, "site", Wanted(Audience.PUBLIC, DAY)).folder
    assert (site / "limits/money-back/index.html").is_file()
    assert not (site / "units").exists()


def test_a_page_that_is_not_there_is_told_in_chinese(own_shop: Path) -> None:
    site = build_site(own_shop, "site", Wanted(day=DAY)).folder
    text = (site / "404.html").read_text("utf-8")
    assert "没有这一页" in text
    assert "Not found" not in text


def test_chinese_anchors_are_reached(own_shop: Path, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    guide = own_shop / "content/guides/long.md"
    lines = "\n\n".join(["行"] * 80)
    guide.write_text(f"# 长文\n\n[下去](#退款-怎么办)\n\n{lines}\n\n## 退款 怎么办\n\n末", "utf-8")
    site = build_site(_with_urls(own_shop, False), "site", Wanted(day=DAY)).folder
    page.goto((site / "guides/long.html").as_uri())
    page.get_by_role("link", name="下去").click()
    expect(page.get_by_text("末", exact=True)).to_be_in_viewport()
    assert unquote(page.url).endswith("#退款-怎么办")


def _with_urls(root: Path, pretty: bool) -> Path:
    path = root / "mkdocs.yml"
    text = path.read_text("utf-8")
    assert "use_directory_urls: true" in text
    path.write_text(
        text.replace("use_directory_urls: true", f"use_directory_urls: {str(pretty).lower()}"),
        "utf-8",
    )
    return root
