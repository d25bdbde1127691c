"""The site as one archive: it unpacks with what machines have, and opens without a server."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guifan.commands.export import COMMAND

HERE = Path(__file__).parent
LINK = re.compile(r'(?:href|src)="([^":#?]+)["#?]')


def export(shop: Path, out: Path, *words: str) -> Result:
    return CliRunner().invoke(
        COMMAND, ["offline", str(shop), "--out", str(out), "--date", "2026-06-01", *words]
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the archive of a small manual and nothing else."""
    root = tmp_path_factory.mktemp("carried")
    shutil.copytree(HERE / "shop", root / "shop")
    done = export(root / "shop", root / "copy" / "manual.tar.xz")
    assert done.exit_code == 0, done.output
    assert "manual/index.html" in done.output
    return root / "copy"


def test_it_unpacks_and_every_link_in_it_is_of_a_file(copy: Path, tmp_path: Path) -> None:
    assert [one.name for one in copy.iterdir()] == ["manual.tar.xz"]
    subprocess.run(["tar", "-xf", copy / "manual.tar.xz"], cwd=tmp_path, check=True)
    root = tmp_path / "manual"
    pages = sorted(root.rglob("*.html"))
    assert root / "index.html" in pages
    assert len(pages) > 9
    linked = 0
    for page in pages:
        if page.name == "404.html":  # a server shows it, under any address
            continue
        for link in LINK.findall(page.read_text("utf-8")):
            linked += 1
            assert (page.parent / link).is_file(), f"{page.relative_to(root)}: {link}"
    assert linked > len(pages)


def test_the_same_manual_is_the_same_archive_whatever_stood_there(
    copy: Path, shop: Path, tmp_path: Path
) -> None:
    out = tmp_path / "manual.tar.xz"
    assert export(shop, out, "--audience", "public").exit_code == 0
    public = out.read_bytes()
    assert export(shop, out).exit_code == 0
    assert out.read_bytes() == (copy / "manual.tar.xz").read_bytes() != public


@pytest.mark.parametrize("foreign", [b"mine", b""])
def test_what_somebody_else_wrote_stays(shop: Path, tmp_path: Path, foreign: bytes) -> None:
    out = tmp_path / "manual.tar.xz"
    out.write_bytes(foreign)
    done = export(shop, out)
    assert done.exit_code == 2
    assert out.read_bytes() == foreign


def test_another_name_than_an_archives_is_refused(shop: Path, tmp_path: Path) -> None:
    done = export(shop, tmp_path / "manual.zip")
    assert done.exit_code == 2
    assert ".tar.xz" in done.output
    assert not (tmp_path / "manual.zip").exists()


def test_nothing_is_exported_of_a_manual_with_errors(shop: Path, tmp_path: Path) -> None:
    path = next(one for one in sorted((shop / "standards").glob("*.yaml")) if one.stem != "manual")
    path.write_text(path.read_text("utf-8") + "\nnonsense: [\n", "utf-8")
    assert export(shop, tmp_path / "manual.tar.xz").exit_code == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["shop"]
