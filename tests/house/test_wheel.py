"""The wheel alone, in an empty environment, builds a manual that is not this one."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

MANUAL = """\
kind: manual
id: manual
title: 小店服务规范
place: basics
owner: front-desk
author: front-desk
approver: head-office
version: 1
effective: 2026-01-01
review_by: 2026-12-31
origin: authored
language: 1
operator: 小店
edition: 2026 年第 1 版
arranged_through: 2026
chapters:
  - id: basics
    number: 1
    title: 基础
    about: 名称和岗位
"""

UNITS = """\
kind: unit
place: basics
owner: head-office
author: front-desk
approver: head-office
version: 1
effective: 2026-01-01
review_by: 2026-12-31
audience: internal
origin: authored
items:
  - id: head-office
    title: 总店
    level: head-office
    duties:
      - 批准规范
  - id: front-desk
    title: 前台
    level: outlet
    parent: head-office
    duties:
      - 接待来店客户
"""


@pytest.fixture(scope="module")
def wheel(manual_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    _run([*build, str(manual_root)], cwd=out)
    (built,) = out.glob("guifan-*.whl")
    return built


@pytest.fixture(scope="module")
def empty_environment(
    wheel: Path, manual_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of programs of a new environment that holds the wheel and what it needs."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=True)
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    pins = manual_root / "constraints.txt"
    environment = {"PIP_CONSTRAINT": str(pins), "PIP_BUILD_CONSTRAINT": str(pins)}
    install = [str(programs / "python"), "-m", "pip", "install", "--disable-pip-version-check"]
    _run([*install, str(wheel)], cwd=place, **environment)
    return programs


def test_the_wheel_holds_the_templates_and_the_licences(wheel: Path, manual_root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    templates = {
        f"guifan/{path.relative_to(manual_root).as_posix()}"
        for path in (manual_root / "site_templates").rglob("*")
        if path.is_file()
    }
    assert templates
    assert templates <= names
    assert "guifan/py.typed" in names
    for paper in ("LICENSE", "THIRD_PARTY_NOTICES.md"):
        assert any(name.endswith(f".dist-info/licenses/{paper}") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "standards/", "content/"))]


def test_guifan_builds_a_manual_from_the_wheel(empty_environment: Path, tmp_path: Path) -> None:
    standards = tmp_path / "standards"
    standards.mkdir()
    (standards / "manual.yaml").write_text(MANUAL, encoding="utf-8")
    (standards / "units.yaml").write_text(UNITS, encoding="utf-8")
    _run([str(empty_environment / "guifan"), "build", "--audience", "internal"], cwd=tmp_path)
    site = tmp_path / "site"
    assert "小店服务规范" in (site / "index.html").read_text("utf-8")
    assert any("接待来店客户" in page.read_text("utf-8") for page in site.rglob("*.html"))


def _run(command: list[str], cwd: Path, **environment: str) -> None:
    """Run a program that sees nothing of this source tree."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**inherited, "SOURCE_DATE_EPOCH": "1767225600", **environment},  # 2026-01-01
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}", pytrace=False)
