"""The index of a built site: what staff ask is found, and each edition holds its own pages only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from guifan.language.model import Audience
from guifan.publish.build import Wanted, build_site
from guifan.publish.folder import open_folder
from guifan.publish.searched import FOLDER, opened
from guifan.search.ranking import search

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from guifan.search.store import Row, Store

DAY = "2026-06-01"

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
    "携号转网": "services/port-out-service",
    "携号转网 规定": "regulations/porting-rules",
    "值班经理": "roles/duty-manager",
    "开场白": "messages/hotline-opening",
    "媒体 采访": "norms/media-one-voice",
}


def rows(store: Store) -> list[Row]:
    return [store.row(at) for at in range(len(store.meta["kind"]))]


def first(store: Store, query: str, most: int = 5) -> list[str]:
    """The addresses of the first results."""
    hits = search(store, query, most).hits
    return [store.row(hit.document).address.strip("/") for hit in hits]


@pytest.fixture(scope="module")
def index(flagship: Callable[[Audience], Path]) -> Store:
    return opened(flagship(Audience.INTERNAL))


def test_what_staff_ask_is_among_the_first_five(index: Store) -> None:
    missed = {
        query: found for query, goal in ASKED.items() if goal not in (found := first(index, query))
    }
    assert not missed


def test_every_row_leads_to_a_page_and_a_place_on_it(
    index: Store, flagship: Callable[[Audience], Path]
) -> None:
    site = flagship(Audience.INTERNAL)
    for row in rows(index):
        text = (site / row.address / "index.html").read_text("utf-8")
        missing = [anchor for anchor, _ in row.sections if anchor and f'id="{anchor}"' not in text]
        assert not missing, row.address


def test_limits_carry_their_numbers(index: Store) -> None:
    kinds = index.meta["kinds"]
    limits = [at for at, kind in enumerate(index.meta["kind"]) if kinds[kind] == "limit"]
    assert len(limits) > 100
    assert all(re.search(r"\d", index.row(at).number) for at in limits)


def test_lists_are_found_by_name_and_items_lead(index: Store) -> None:
    kinds = index.meta["kinds"]
    found = [kinds[index.meta["kind"][hit.document]] for hit in search(index, "投诉", 10).hits]
    assert "page" not in found[:3]
    assert first(index, "术语表")[0] == "glossary"


def test_reference_and_guides_are_left_out(index: Store) -> None:
    left_out = ("guides/", "reference/", "unanswered", "coverage/norms")
    assert not [row.address for row in rows(index) if row.address.startswith(left_out)]


def test_the_first_query_is_small(index: Store, flagship: Callable[[Audience], Path]) -> None:
    """No file that every query needs is large; `benchmarks/search` measures what queries load."""
    folder = next((flagship(Audience.INTERNAL) / FOLDER).glob("*/"))
    sizes = {path.stem: path.stat().st_size for path in folder.glob("*.js")}
    assert max(size for name, size in sizes.items() if name[0] in "nbr") < 60_000
    assert sizes["engine"] < 40_000


def test_the_public_index_holds_public_pages_only(
    flagship: Callable[[Audience], Path], manual_root: Path
) -> None:
    items = list(open_folder(manual_root).corpus)
    site = flagship(Audience.PUBLIC)
    store = opened(site)
    public = {one.id for one in items if one.audience is Audience.PUBLIC}
    own = {
        row.id
        for row, kind in zip(rows(store), store.meta["kind"], strict=True)
        if store.meta["kinds"][kind] != "page"
    }
    assert own
    assert own <= public
    titles = {one.title for one in items if one.id not in public}
    titles -= {one.title for one in items if one.id in public} | _chapters(store)
    assert not titles & {row.title for row in rows(store)}


def _chapters(store: Store) -> set[str]:
    """The titles of pages that are no items: chapters and sections may share an item's."""
    kinds = store.meta["kinds"]
    return {
        row.title
        for row, kind in zip(rows(store), store.meta["kind"], strict=True)
        if kinds[kind] == "page"
    }


def test_prose_is_found_unless_it_asks_not_to_be(own_shop: Path) -> None:
    (own_shop / "content/about.md").write_text("# 关于本店\n\n我们修钟表。\n", "utf-8")
    (own_shop / "content/quiet.md").write_text(
        "---\nsearch:\n  exclude: true\n---\n# 不必找\n\n我们也修伞。\n", "utf-8"
    )
    config = own_shop / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("omitted_files: warn", "omitted_files: ignore")
    )
    store = opened(build_site(own_shop, "site", Wanted(day=DAY)).folder)
    assert first(store, "修钟表")[0] == "about"
    assert "quiet" not in first(store, "修伞", 100)


def test_openings_in_markdown_are_found(own_shop: Path) -> None:
    store = opened(build_site(own_shop, "site", Wanted(day=DAY)).folder)
    assert first(store, "之内到账")[0].startswith("chapters/")


def test_pages_as_files_are_found_as_files(own_shop: Path) -> None:
    config = own_shop / "mkdocs.yml"
    text = config.read_text("utf-8").replace(
        "use_directory_urls: true", "use_directory_urls: false"
    )
    config.write_text(text, "utf-8")
    site = build_site(own_shop, "site", Wanted(day=DAY)).folder
    assert all((site / row.address).is_file() for row in rows(opened(site)))


def test_another_edition_has_another_folder(own_shop: Path) -> None:
    site = build_site(own_shop, "site", Wanted(day=DAY)).folder
    before = {path.name for path in (site / FOLDER).glob("*/")}
    limits = own_shop / "standards/limits.yaml"
    limits.write_text(limits.read_text("utf-8").replace("within: 3 日", "within: 4 日"), "utf-8")
    after = {
        path.name
        for path in (build_site(own_shop, "site", Wanted(day=DAY)).folder / FOLDER).glob("*/")
    }
    assert len(before) == len(after) == 1
    assert before != after
