"""Pages and files of the site before that stand again: only where they are what a build makes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from compared import contents
from mkdocs.config.defaults import MkDocsConfig

from guifan import mkdocs_plugin
from guifan.language.model import Audience
from guifan.publish import build, files
from guifan.publish.build import Wanted, build_site
from guifan.publish.build import run as build_anew
from guifan.publish.folder import Folder, open_folder
from guifan.publish.record import FOLDER, Record, Seen, keep, recorded

DAY = Wanted(day="2026-06-01")
LIMITS = "standards/limits.yaml"
PAGE = "limits/refund/index.html"


def rewrite(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


def records(root: Path) -> list[Path]:
    return sorted((root / ".guifan" / FOLDER).iterdir())


def clean(root: Path) -> dict[str, bytes]:
    return contents(build_site(root, "clean", DAY, reuse=False).folder)


def test_pages_that_are_the_same_stand_again(shop: Path) -> None:
    first = build_site(shop, "site", DAY)
    rewrite(shop, LIMITS, "  - id: refund\n", "  # 一行注释\n  - id: refund\n")
    again = build_site(shop, "site", DAY)
    rewrite(shop, LIMITS, "不收手续费", "不收任何手续费")
    changed = build_site(shop, "site", DAY)
    assert first.standing == 0
    assert again.standing > first.pages / 2
    assert first.pages / 2 < changed.standing < first.pages
    assert contents(changed.folder) == clean(shop)


def test_a_process_that_builds_again_reads_only_what_changed(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_TICK", 0)  # what was written a moment ago would be read again
    opened: list[Folder] = []

    def noted(*given: Any) -> Folder:
        opened.append(open_folder(*given))
        return opened[-1]

    monkeypatch.setattr(mkdocs_plugin, "open_folder", noted)
    build_site(shop, "site", DAY)
    rewrite(shop, LIMITS, "不收手续费", "不收任何手续费")
    build_site(shop, "site", DAY)
    first, second = opened
    again = [name for name, one in second.stamps.items() if one is not first.stamps[name]]
    assert again == [LIMITS]


def test_what_every_page_shows_lets_none_stand(own_shop: Path) -> None:
    build_site(own_shop, "site", DAY)
    rewrite(own_shop, "mkdocs.yml", "site_name:", "copyright: 小店\nsite_name:")
    built = build_site(own_shop, "site", DAY)
    assert built.standing == 0
    assert contents(built.folder) == clean(own_shop)


def test_beside_other_plugins_no_page_stands(own_shop: Path) -> None:
    rewrite(own_shop, "mkdocs.yml", "plugins:\n", "plugins:\n  - search\n")
    build_site(own_shop, "site", DAY)
    assert build_site(own_shop, "site", DAY).standing == 0


@pytest.mark.parametrize("later", [0, 1])
def test_a_page_that_somebody_wrote_to_is_made_anew(shop: Path, later: int) -> None:
    """Of the same length, and even where the time of writing is put back but for a moment."""
    built = build_site(shop, "site", DAY)
    good = contents(built.folder)
    page = built.folder / PAGE
    status = page.stat()
    page.write_bytes(b"x" * status.st_size)
    if later:
        os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns + later))
    again = build_site(shop, "site", DAY)
    assert contents(again.folder) == good
    assert again.standing < build_site(shop, "site", DAY).standing


def test_a_copy_in_the_place_of_a_page_is_read(shop: Path) -> None:
    built = build_site(shop, "site", DAY)
    good = contents(built.folder)
    page = built.folder / PAGE
    size = page.stat().st_size
    page.unlink()
    page.write_bytes(b"x" * size)
    assert contents(build_site(shop, "site", DAY).folder) == good


@pytest.mark.parametrize("harm", [b"", b"[]", b"cut", None])
def test_a_record_that_is_harmed_is_as_good_as_none(shop: Path, harm: bytes | None) -> None:
    built = build_site(shop, "site", DAY)
    (path,) = records(shop)
    text = path.read_bytes()
    if harm is None:
        path.write_bytes(text.replace(b'"', b"'", 1))
    else:
        path.write_bytes(text[: len(text) // 2] if harm == b"cut" else harm)
    again = build_site(shop, "site", DAY)
    assert again.standing == 0
    assert again.folder == built.folder
    assert build_site(shop, "site", DAY).standing > 0


def test_records_go_with_their_sites(shop: Path) -> None:
    for number in range(4):
        rewrite(shop, LIMITS, f"within: {3 + number} 日", f"within: {4 + number} 日")
        build_site(shop, "site", DAY)
    shown = {path.stem for path in records(shop)}
    assert shown == {path.name for path in (shop / ".guifan/sites").iterdir() if path.is_dir()}


def test_a_folder_is_whole_as_long_as_nothing_was_added_taken_or_written(tmp_path: Path) -> None:
    folder = tmp_path / "sites" / "one"
    (folder / "inner").mkdir(parents=True)
    file = folder / "inner" / "page.html"
    file.write_text("page", "utf-8")
    status = file.stat()
    seen = Seen(status.st_size, status.st_mtime_ns, status.st_ino, "digest")
    keep(Record(folder, {"inner/page.html": seen}))
    found = recorded(folder)
    assert found.is_whole()
    assert found.standing("inner/page.html") == seen
    other = folder / "other.html"
    other.symlink_to(file)
    assert not found.is_whole()
    other.unlink()
    assert found.is_whole()
    shutil.move(file, other)
    assert not found.is_whole()
    assert found.standing("inner/page.html") is None


class BuiltError(Exception):
    """MkDocs was asked to build."""


@pytest.fixture
def stood(own_shop: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A manual whose site stands; to build it again, or to make another of it, is an error."""

    def refused(*_: object) -> None:
        raise BuiltError

    build_site(own_shop, "site", DAY)
    monkeypatch.setattr(build, "run", refused)
    monkeypatch.setattr(build, "touched", refused)
    return own_shop


def test_while_nothing_that_is_read_changes_nothing_is_built(stood: Path) -> None:
    built = build_site(stood, "site", DAY)
    assert built.kept == built.files == len(contents(built.folder))
    assert built.standing == built.pages > 0
    assert built.folder == (stood / "site").resolve()


@pytest.mark.parametrize(
    "file",
    [
        LIMITS,
        "standards/new.yaml",
        "content/guides/welcome.md",
        "content/new.png",
        "site_templates/assets/own.css",
        "site_templates/pages/term.html",
        "overlay/contacts.yaml",
        "editions/1.json",
        "mkdocs.yml",
    ],
)
def test_whatever_is_read_and_changes_is_built(stood: Path, file: str) -> None:
    path = stood / file
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + ("\ncopyright: 小店\n" if file == "mkdocs.yml" else " "), "utf-8")
    with pytest.raises(BuiltError):
        build_site(stood, "site", DAY)
    if before:  # taken back, it is what it was
        path.write_text(before, "utf-8")
        build_site(stood, "site", DAY)


@pytest.mark.parametrize(
    "edition",
    [
        Wanted(day="2026-06-02"),
        Wanted(Audience.PUBLIC, "2026-06-01"),
        Wanted(day="2026-06-01", plain=True),
    ],
)
def test_another_edition_is_built(stood: Path, edition: Wanted) -> None:
    with pytest.raises(BuiltError):
        build_site(stood, "site", edition)


def test_a_site_that_was_touched_is_built(stood: Path) -> None:
    (stood / "site" / "stray.html").write_text("stray", "utf-8")
    with pytest.raises(BuiltError):
        build_site(stood, "site", DAY)


def test_the_audience_of_the_environment_is_built(
    stood: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIFAN_AUDIENCE", "public")
    with pytest.raises(BuiltError):
        build_site(stood, "site", DAY)


def test_links_among_what_is_read_are_not_trusted(stood: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.png").write_bytes(b"")
    (stood / "content" / "linked.png").symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(BuiltError):
        build_site(stood, "site", DAY)


@pytest.mark.parametrize("line", ["strict: true", "plugins:\n", "  - tables\n"])
def test_builds_that_may_warn_or_run_others_are_made(
    own_shop: Path, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = {
        "strict: true": "strict: false",
        "plugins:\n": "plugins:\n  - search\n",
        "  - tables\n": "  - tables\n  - pymdownx.snippets\n",
    }
    rewrite(own_shop, "mkdocs.yml", line, other[line])
    build_site(own_shop, "site", DAY)
    runs: list[MkDocsConfig] = []

    def counted(config: MkDocsConfig) -> None:
        runs.append(config)
        build_anew(config)

    monkeypatch.setattr(build, "run", counted)
    build_site(own_shop, "site", DAY)
    assert len(runs) == 1
