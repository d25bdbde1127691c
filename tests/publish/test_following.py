"""The index made after an edit is that of a clean build; where it cannot be, it takes a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from previewed import DAY, LIMITS, TERMS, VALUES, left, rewrite

from guifan.language.model import Audience
from guifan.manual.render import Renderer
from guifan.publish.build import Wanted, build_site
from guifan.publish.following import Following, following
from guifan.publish.preview import Preview, Stage
from guifan.publish.searched import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.manual.book import Page
    from guifan.manual.render import Rendered

UNITS = "standards/units.yaml"

FRAMES = [
    (LIMITS, "within: 3 日", "within: 5 日"),
    (LIMITS, "title: 退款时限", "title: 退款期限"),
    (TERMS, "    means: 客户把商品交还小店", "    also: [退还]\n    means: 客户把商品交还小店"),
    (
        TERMS,
        "  - id: secret-visit\n",
        "  - id: receipt\n    title: 小票\n    means: 付款的凭证\n  - id: secret-visit\n",
    ),
    (TERMS, "id: secret-visit\n", "id: quiet-visit\n"),
    (TERMS, "kind: term\nplace: basics", "kind: term\nplace: returns"),
    (UNITS, "title: 总店", "title: 总部"),
    ("standards/manual.yaml", "title: 退换\n", "title: 退货换货\n"),
    (LIMITS, "within: 3 日", "within: 四日半"),
]
"""Changes that take a build: what prose quotes, names, items that come or go, faults."""


def begun(site: Path, stage: Stage) -> tuple[Preview, Following]:
    after = following(stage, site)
    assert after is not None
    return Preview(stage), after


def index(site: Path) -> dict[str, bytes]:
    """The index of a site, by the addresses of its files."""
    real = site.resolve()
    files = (path for path in (real / FOLDER).rglob("*") if path.is_file())
    return {path.relative_to(real).as_posix(): path.read_bytes() for path in files}


def clean(root: Path, audience: Audience = Audience.INTERNAL) -> dict[str, bytes]:
    """The index of a build from nothing."""
    build_site(root, "clean", Wanted(audience, DAY), reuse=False)
    return index(root / "clean")


@pytest.mark.parametrize("audience", Audience)
def test_the_index_is_that_of_a_clean_build(own_shop: Path, audience: Audience) -> None:
    """One change after the other, each on top of those before."""
    preview, after = begun(*left(own_shop, audience))
    told = set[bytes]()
    for file, old, new in VALUES:
        rewrite(own_shop, file, old, new)
        assert preview.take(file)
        files = after.files(preview)
        assert files is not None, new
        told.add(files[f"{FOLDER}/index.js"])
    assert len(told) > 1
    assert files == clean(own_shop, audience)


def test_a_later_edit_makes_its_own_pages_alone(
    own_shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    render = Renderer.render

    def noting(self: Renderer, page: Page, *more: bool) -> Rendered:
        made.append(page.path)
        return render(self, page, *more)

    preview, after = begun(*left(own_shop))
    monkeypatch.setattr(Renderer, "render", noting)
    every = []
    for file, old, new in (VALUES[0], VALUES[3]):
        made.clear()
        rewrite(own_shop, file, old, new)
        preview.take(file)
        assert after.files(preview) is not None
        every.append(set(made))
    first, later = every
    assert "chapters/returns/index" in first - later
    assert "glossary/return" in later - first
    assert after.files(preview) == clean(own_shop)


def test_it_follows_a_build_that_touched_pages_alone(own_shop: Path) -> None:
    _, stage = left(own_shop)
    rewrite(own_shop, LIMITS, "不收手续费", "不收任何手续费")
    stages: list[Stage] = []
    wanted = Wanted(Audience.INTERNAL, DAY)
    built = build_site(own_shop, "site", wanted, finished=stages.append, stage=stage)
    assert built.touched
    preview, after = begun(built.folder, stages[-1])
    rewrite(own_shop, LIMITS, "value: 35 元", "value: 45 元")
    assert preview.take(LIMITS)
    assert after.files(preview) == clean(own_shop)


@pytest.mark.parametrize(("file", "old", "new"), FRAMES)
def test_what_it_cannot_follow_takes_a_build(own_shop: Path, file: str, old: str, new: str) -> None:
    preview, after = begun(*left(own_shop))
    rewrite(own_shop, file, old, new)
    preview.take(file)
    assert after.files(preview) is None
    rewrite(own_shop, file, new, old)
    preview.take(file)
    assert after.files(preview) is None, "that of the build serves again"


def test_a_page_that_comes_of_a_value_takes_a_build(own_shop: Path) -> None:
    """What one post owns is listed on a page of its own."""
    preview, after = begun(*left(own_shop))
    owner = "    title: 店员补偿限额\n"
    rewrite(own_shop, LIMITS, owner, f"{owner}    owner: head-office\n")
    preview.take(LIMITS)
    files = after.files(preview)
    assert files is None or files == clean(own_shop)
