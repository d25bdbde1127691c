"""The same input gives the same bytes, whoever builds and whenever."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from compared import contents, differing

from guifan.language.model import Audience
from guifan.publish.build import Wanted, build_site

if TYPE_CHECKING:
    from collections.abc import Callable

    Ended = Callable[..., tuple[int, str, str]]

DAY = "2026-06-01"
EPOCH = {"SOURCE_DATE_EPOCH": "1780243200"}  # 2026-06-01 00:00 in Shanghai


def test_two_builds_in_two_places_are_alike(own_shop: Path, tmp_path: Path, ended: Ended) -> None:
    """Another folder, another process, other hash seeds."""
    other = Path(shutil.copytree(own_shop, tmp_path / "elsewhere" / "manual"))
    for root, seed in ((own_shop, "1"), (other, "2")):
        code, _, err = ended("guifan", "build", cwd=root, PYTHONHASHSEED=seed, **EPOCH)
        assert code == 0, err
    assert differing(own_shop / "site", other / "site") == []


@pytest.mark.parametrize("audience", list(Audience))
def test_mkdocs_gives_the_same_bytes(own_shop: Path, ended: Ended, audience: Audience) -> None:
    ours = build_site(own_shop, "ours", Wanted(audience, DAY)).folder
    code, _, err = ended(
        *("mkdocs", "build", "--site-dir", "theirs"),
        cwd=own_shop,
        GUIFAN_AUDIENCE=audience.value,
        GUIFAN_DATE=DAY,
    )
    assert code == 0, err
    assert differing(ours, own_shop / "theirs") == []


def test_only_one_small_file_knows_the_day(own_shop: Path) -> None:
    one = build_site(own_shop, "site", Wanted(day="2026-06-01")).folder
    other = build_site(own_shop, "site", Wanted(day="2026-06-02")).folder
    assert differing(one, other) == ["assets/guifan/built.js"]
    assert '"2026-06-02"' in (other / "assets/guifan/built.js").read_text("utf-8")


def test_the_epoch_of_reproducible_builds_is_the_day(own_shop: Path, ended: Ended) -> None:
    assert ended("guifan", "build", cwd=own_shop, **EPOCH)[0] == 0
    assert ended("mkdocs", "build", "--site-dir", "theirs", cwd=own_shop, **EPOCH)[0] == 0
    assert '"2026-06-01"' in (own_shop / "site/assets/guifan/built.js").read_text("utf-8")
    assert differing(own_shop / "site", own_shop / "theirs") == []


def test_mkdocs_never_writes_through_the_link(own_shop: Path, ended: Ended) -> None:
    folder = build_site(own_shop, "site", Wanted(day=DAY)).folder
    before = contents(folder)
    limits = own_shop / "standards/limits.yaml"
    limits.write_text(limits.read_text("utf-8").replace("within: 3 日", "within: 4 日"), "utf-8")
    code, _, err = ended("mkdocs", "build", cwd=own_shop)
    assert code == 0, err
    assert contents(folder) == before
    assert not (own_shop / "site").is_symlink()
    assert "4 日" in (own_shop / "site/limits/refund/index.html").read_text("utf-8")


def test_the_sitemap_says_since_when_an_item_holds(own_shop: Path) -> None:
    sitemap = (build_site(own_shop, "site", Wanted(day=DAY)).folder / "sitemap.xml").read_text()
    pages = sitemap.count("<url>")
    assert pages > 20
    assert sitemap.count("<lastmod>2026-01-01</lastmod>") == pages


def test_mkdocs_prints_the_report_of_standards_with_errors(own_shop: Path, ended: Ended) -> None:
    limits = own_shop / "standards/limits.yaml"
    limits.write_text(limits.read_text("utf-8").replace("3 日", "三日半"), "utf-8")
    folder = own_shop / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old", "utf-8")
    code, out, err = ended("mkdocs", "build", cwd=own_shop)
    assert code == 1
    assert "standards/limits.yaml:" in out + err
    assert "Traceback" not in out + err
    assert (folder / "index.html").read_text("utf-8") == "old"
