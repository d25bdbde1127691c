"""Building beside the served site and swapping: whatever happens, readers see a whole site."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs.utils
import pytest
from click.testing import CliRunner
from compared import contents

from guifan.commands.build import COMMAND
from guifan.language.model import Audience
from guifan.publish.build import BuildFailedError, Wanted, build_site
from guifan.publish.edition import RefusedError
from guifan.publish.swap import OccupiedError

if TYPE_CHECKING:
    from collections.abc import Callable


DAY = Wanted(day="2026-06-01")
LIMITS = "standards/limits.yaml"


def rewrite(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


def sites(root: Path) -> list[str]:
    return sorted(path.name for path in (root / ".guifan/sites").iterdir())


def test_a_second_build_keeps_the_unchanged_files(shop: Path) -> None:
    first = build_site(shop, "site", DAY)
    rewrite(shop, LIMITS, "不收手续费", "不收任何手续费")
    second = build_site(shop, "site", DAY)
    assert first.kept == 0
    assert second.files == first.files
    assert second.kept > second.files / 2
    assert second.folder != first.folder
    assert (shop / "site").resolve() == second.folder
    old, new = first.folder / "404.html", second.folder / "404.html"
    assert old.stat().st_ino == new.stat().st_ino
    page = "limits/refund/index.html"
    assert "不收任何手续费" in (shop / "site" / page).read_text("utf-8")
    assert "不收任何手续费" not in (first.folder / page).read_text("utf-8")


def test_nothing_changed_nothing_is_written(shop: Path) -> None:
    first = build_site(shop, "site", DAY)
    second = build_site(shop, "site", DAY)
    assert second.folder == first.folder
    assert second.kept == second.files


def test_clean_writes_every_file_anew(shop: Path) -> None:
    first = build_site(shop, "site", DAY)
    second = build_site(shop, "site", DAY, reuse=False)
    assert second.kept == 0
    assert second.folder != first.folder
    assert contents(second.folder) == contents(first.folder)


def test_only_the_site_and_the_one_before_it_are_kept(shop: Path) -> None:
    folders = []
    for number in range(4):
        rewrite(shop, LIMITS, f"within: {3 + number} 日", f"within: {4 + number} 日")
        folders.append(build_site(shop, "site", DAY).folder.name)
    assert sites(shop) == sorted([".lock", *folders[-2:]])


def test_two_editions_side_by_side_do_not_throw_each_other_away(shop: Path) -> None:
    for number in range(3):
        rewrite(shop, LIMITS, f"within: {3 + number} 日", f"within: {4 + number} 日")
        build_site(shop, "site", DAY)
        build_site(shop, "customers", Wanted(Audience.PUBLIC, "2026-06-01"))
    assert (shop / "site/limits/clerk-gift/index.html").is_file()
    assert not (shop / "customers/limits/clerk-gift").exists()
    assert (shop / "customers/limits/refund/index.html").is_file()


def test_a_site_elsewhere(shop: Path, tmp_path: Path) -> None:
    built = build_site(shop, str(tmp_path / "srv/www/manual"), DAY)
    assert (tmp_path / "srv/www/manual").is_symlink()
    assert (tmp_path / "srv/www/manual/index.html").is_file()
    assert built.folder.parent == tmp_path / "srv/www/.guifan/sites"
    assert not (shop / "site").exists()
    assert not (shop / ".guifan/sites").exists()


def test_standards_with_errors_leave_the_old_site(shop: Path) -> None:
    build_site(shop, "site", DAY)
    before = contents(shop / "site")
    rewrite(shop, LIMITS, "within: 3 日", "within: 三日半")
    with pytest.raises(RefusedError, match="S08"):
        build_site(shop, "site", DAY)
    assert contents(shop / "site") == before
    assert len(sites(shop)) == 2


def test_a_warning_of_mkdocs_leaves_the_old_site(shop: Path) -> None:
    build_site(shop, "site", DAY)
    before = contents(shop / "site")
    (shop / "content/guides/welcome.md").write_text("[没有](nowhere.md)\n", "utf-8")
    with pytest.raises(BuildFailedError, match="strict"):
        build_site(shop, "site", DAY)
    assert contents(shop / "site") == before


def test_a_broken_template_of_the_user_is_told_in_one_line(shop: Path) -> None:
    (shop / "site_templates/pages").mkdir(parents=True)
    (shop / "site_templates/pages/limit.html").write_text("一\n{{ unknown.field }}\n", "utf-8")
    with pytest.raises(BuildFailedError, match=r"limit\.html:2: 'unknown' is undefined$"):
        build_site(shop, "site", DAY)
    (shop / "site_templates/pages/limit.html").write_text("{{ link(1, 2, 3, 4, 5, 6) }}\n", "utf-8")
    with pytest.raises(BuildFailedError, match=r"^site_templates/pages/limit\.html:1: TypeError: "):
        build_site(shop, "site", DAY)
    (shop / "site_templates/pages/limit.html").write_text("一\n{% if %}\n", "utf-8")
    with pytest.raises(BuildFailedError, match=r"limit\.html:2: "):
        build_site(shop, "site", DAY)


@pytest.mark.parametrize(
    "words",
    [("guifan", "build"), ("guifan", "export", "markdown", "--out", "out"), ("mkdocs", "build")],
    ids=["build", "export", "mkdocs"],
)
def test_every_program_tells_a_broken_template_without_a_traceback(
    words: tuple[str, ...], own_shop: Path, ended: Callable[..., tuple[int, str, str]]
) -> None:
    (own_shop / "site_templates/pages").mkdir(parents=True)
    (own_shop / "site_templates/pages/limit.html").write_text("一\n{{ unknown.field }}\n", "utf-8")
    code, out, err = ended(*words, cwd=own_shop, GUIFAN_DATE="2026-06-01")
    said = out + err
    assert code in (1, 2)
    assert "site_templates/pages/limit.html:2: 'unknown' is undefined" in said
    assert f"{own_shop}/site_templates" not in said
    assert "Traceback" not in said
    if words[0] == "guifan":
        assert len(said.splitlines()) == 1


def test_a_mkdocs_yml_that_is_no_yaml_is_told_in_one_line(own_shop: Path) -> None:
    with (own_shop / "mkdocs.yml").open("a") as file:
        file.write("site_name: [\n")
    asked = CliRunner().invoke(COMMAND, [str(own_shop)])
    assert asked.exit_code == 2
    assert "mkdocs.yml" in asked.stderr
    assert len(asked.stderr.splitlines()) == 1


def test_a_manual_that_cannot_be_written_is_built_elsewhere(shop: Path, tmp_path: Path) -> None:
    """Nothing is made in the manual's folder but the site and what belongs to it."""
    shutil.rmtree(shop / "content")
    before = sorted(path.name for path in shop.iterdir())
    built = build_site(shop, str(tmp_path / "elsewhere/site"), DAY)
    assert (built.folder / "limits/refund/index.html").is_file()
    assert not list(built.folder.rglob("*.yaml"))
    assert sorted(path.name for path in shop.iterdir()) == sorted([".guifan", *before])


def test_a_folder_that_cannot_be_written_is_told_in_one_line(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.mkdir

    def refused(path: Path, *rest: Any, **options: Any) -> None:
        if path.is_relative_to(shop):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        real(path, *rest, **options)

    monkeypatch.setattr(Path, "mkdir", refused)
    asked = CliRunner().invoke(COMMAND, [str(shop)])
    assert asked.exit_code == 2
    assert "Permission denied" in asked.stderr
    assert "--out" in asked.stderr
    assert len(asked.stderr.splitlines()) == 1


def test_a_full_disk_leaves_the_old_site(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_site(shop, "site", DAY)
    before = contents(shop / "site")
    written = 0

    def full(content: bytes, path: str) -> None:
        nonlocal written
        written += 1
        if written > 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)

    monkeypatch.setattr(mkdocs.utils, "write_file", full)
    rewrite(shop, LIMITS, "within: 3 日", "within: 4 日")
    asked = CliRunner().invoke(COMMAND, [str(shop), "--out", str(shop / "site")])
    assert asked.exit_code == 2
    assert "No space left on device" in asked.stderr
    assert "旧网站原样不动" in asked.stderr
    assert "Traceback" not in asked.stderr
    assert contents(shop / "site") == before
    assert len(sites(shop)) == 2


def test_a_disk_full_at_the_last_step_leaves_the_old_site(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(shop, "site", DAY)
    before = contents(shop / "site")
    rewrite(shop, LIMITS, "within: 3 日", "within: 4 日")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "symlink_to", full)
    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(OSError, match="No space"):
        build_site(shop, "site", DAY)
    assert contents(shop / "site") == before


def test_without_links_files_are_copied(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = contents(build_site(shop, "linked", DAY).folder)

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(Path, "symlink_to", refused)
    for _again in range(2):
        built = build_site(shop, "site", DAY)
        assert not built.linked
        assert not (shop / "site").is_symlink()
        assert contents(shop / "site") == linked


def test_a_site_that_is_a_real_folder_is_replaced(shop: Path) -> None:
    built = build_site(shop, "site", DAY)
    (shop / "site").unlink()
    shutil.copytree(built.folder, shop / "site")
    (shop / "site/stale.html").write_text("old", "utf-8")
    again = build_site(shop, "site", DAY)
    assert (shop / "site").is_symlink()
    assert contents(shop / "site") == contents(again.folder)
    assert not (shop / "site/stale.html").exists()


def test_a_site_that_somebody_changed_is_made_whole(shop: Path) -> None:
    built = build_site(shop, "site", DAY)
    good = contents(built.folder)
    page = built.folder / "index.html"
    page.unlink()
    page.write_text("changed by hand", "utf-8")
    build_site(shop, "site", DAY)
    assert contents(shop / "site") == good


@pytest.mark.parametrize("out", [".", "..", "content/site", "standards/manual.yaml", "papers"])
def test_what_is_no_site_is_never_thrown_away(shop: Path, out: str) -> None:
    (shop / "papers").mkdir()
    (shop / "papers/mine.txt").write_text("mine", "utf-8")
    with pytest.raises(OccupiedError):
        build_site(shop, out, DAY)
    assert (shop / "papers/mine.txt").is_file()
    assert (shop / "standards/manual.yaml").is_file()


def test_a_moved_site_comes_back_after_a_kill_between_two_renames(shop: Path) -> None:
    build_site(shop, "site", DAY)
    before = contents(shop / "site")
    whole = shop / ".guifan/sites/old-site"
    shutil.copytree((shop / "site").resolve(), whole)
    (shop / "site").unlink()
    rewrite(shop, LIMITS, "within: 3 日", "within: 三日半")
    with pytest.raises(RefusedError):
        build_site(shop, "site", DAY)
    assert contents(shop / "site") == before


def test_interrupting_leaves_the_old_site(
    shop: Path, start: Callable[..., Any], ended: Callable[..., tuple[int, str, str]]
) -> None:
    assert ended("guifan", "build", cwd=shop)[0] == 0
    process, before = _stopped_while_building(shop, start)
    process.send_signal(signal.SIGINT)
    process.send_signal(signal.SIGCONT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "已中断" in err
    assert "Traceback" not in err
    assert contents(shop / "site") == before
    assert not [name for name in sites(shop) if name.startswith("building-")]


def _stopped_while_building(shop: Path, start: Callable[..., Any]) -> tuple[Any, Any]:
    """A build held while it writes, and the site before; a small shop may be built too soon."""
    for days in range(3, 13):
        before = contents(shop / "site")
        rewrite(shop, LIMITS, f"within: {days} 日", f"within: {days + 1} 日")
        process = start("guifan", "build", cwd=shop)
        _wait_for_building(shop)
        process.send_signal(signal.SIGSTOP)
        if _is_building(shop):
            return process, before
        process.send_signal(signal.SIGCONT)
        process.communicate(timeout=60)
    raise AssertionError("every build ended before it could be held")


def test_builds_at_once_end_with_a_whole_site(shop: Path, start: Callable[..., Any]) -> None:
    processes = [
        start("guifan", "build", "--date", "2026-06-01", "--audience", audience, cwd=shop)
        for audience in ("internal", "public", "internal")
    ]
    for process in processes:
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
    left = contents(shop / "site")
    editions = [contents(build_site(shop, "one", Wanted(one, DAY.day)).folder) for one in Audience]
    assert left in editions
    assert not [name for name in sites(shop) if name.startswith("building-")]


def _wait_for_building(root: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if _is_building(root):
            return
        time.sleep(0.01)
    raise AssertionError("no build began")


def _is_building(root: Path) -> bool:
    return any(path.is_dir() for path in (root / ".guifan/sites").glob("building-*"))


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (("within: 3 日", "within: 三日半"), 1, "standards/limits.yaml"),
        (("within: 3 日", "within: 3 日"), 0, "网站已生成"),
    ],
    ids=["findings", "clean"],
)
def test_exit_codes(shop: Path, change: tuple[str, str], code: int, said: str) -> None:
    rewrite(shop, LIMITS, *change)
    asked = CliRunner().invoke(COMMAND, [str(shop), "--out", str(shop / "site")])
    assert asked.exit_code == code, asked.output
    assert said in asked.output


def test_what_cannot_run_is_told_in_one_line(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for arguments in (
        [str(tmp_path / "nowhere")],
        [str(shop), "--out", str(tmp_path / "file/site")],
        [str(shop), "--date", "tomorrow"],
    ):
        asked = CliRunner().invoke(COMMAND, arguments)
        assert asked.exit_code == 2
        assert "Traceback" not in asked.output
        assert asked.stderr.strip()
        assert not (shop / "site").exists()


def test_the_audience_asked_for_wins_over_the_environment(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIFAN_AUDIENCE", "public")
    assert not (build_site(shop, "site", DAY).folder / "limits/clerk-gift").exists()
    internal = build_site(shop, "site", Wanted(Audience.INTERNAL, "2026-06-01")).folder
    assert (internal / "limits/clerk-gift").is_dir()


def test_a_manual_without_mkdocs_yml_carries_its_own_name(shop: Path) -> None:
    page = (build_site(shop, "site", DAY).folder / "index.html").read_text("utf-8")
    assert "小店服务规范" in page
    assert "云川" not in page
    assert "guifan.example" not in page
