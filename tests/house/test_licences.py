"""What users install with guifan is free to use, named in the notices and pinned."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import licences
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def project(manual_root: Path) -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((manual_root / "pyproject.toml").read_text("utf-8"))
    return table


@pytest.fixture(scope="module")
def notices(manual_root: Path) -> dict[str, tuple[str, str]]:
    """The notices' tables: normalised name to (versions, licence)."""
    text = (manual_root / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
    rows = re.findall(r"^\| ([\w.-]+) \| ([^|]+) \| ([^|]+) \| [^|]+ \|$", text, re.MULTILINE)
    return {canonicalize_name(name): (versions, held) for name, versions, held in rows}


@pytest.fixture(scope="module")
def installed(project: dict[str, Any]) -> list[str]:
    """What users install with guifan, its extra for exam papers included."""
    table = project["project"]
    return [*table["dependencies"], *table["optional-dependencies"]["papers"]]


def test_every_run_time_distribution_has_an_allowed_licence(installed: list[str]) -> None:
    brought = licences.distributions(installed)
    refused = {
        name: held
        for name, distribution in brought.items()
        if not licences.is_allowed(held := licences.licence(distribution))
    }
    assert not refused


def test_every_run_time_distribution_is_in_the_notices_with_its_licence(
    installed: list[str], notices: dict[str, tuple[str, str]]
) -> None:
    brought = licences.distributions(installed)
    missing_or_wrong = {
        name: held
        for name, distribution in brought.items()
        if notices.get(name, ("", ""))[1] != (held := licences.licence(distribution))
    }
    assert not missing_or_wrong


def test_the_notices_give_each_direct_dependency_its_range(
    installed: list[str], notices: dict[str, tuple[str, str]]
) -> None:
    asked = {
        canonicalize_name(needed.name): needed.specifier for needed in map(Requirement, installed)
    }
    noted = {name: Requirement(f"{name}{notices[name][0]}").specifier for name in asked}
    assert noted == asked


def test_every_test_requirement_is_in_the_notices(
    project: dict[str, Any], notices: dict[str, tuple[str, str]]
) -> None:
    asked = map(Requirement, project["project"]["optional-dependencies"]["test"])
    named = {canonicalize_name(needed.name) for needed in asked}
    assert named - {"guifan"} <= set(notices)


def test_every_vendored_work_is_in_the_notices_and_has_its_licence(manual_root: Path) -> None:
    vendor = manual_root / "site_templates" / "assets" / "vendor"
    works = sorted(vendor.iterdir()) if vendor.is_dir() else []
    named = (manual_root / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
    assert [work.name for work in works if f"`{work.name}/`" not in named] == []
    assert [work.name for work in works if not list(work.glob("LICEN[CS]E*"))] == []


def test_everything_that_is_installed_is_pinned(project: dict[str, Any], manual_root: Path) -> None:
    brought = licences.distributions(
        [
            *project["build-system"]["requires"],
            *project["project"]["dependencies"],
            *project["project"]["optional-dependencies"]["test"],
        ]
    ).keys() - {"guifan"}
    pins = (manual_root / "constraints.txt").read_text("utf-8").split()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    assert brought <= {canonicalize_name(pin.partition("==")[0]) for pin in pins}


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("MIT AND PSF-2.0", True),
        ("(MIT OR ISC) AND MPL-2.0", True),
        ("GPL-3.0-only", False),
        ("MIT AND AGPL-3.0-or-later", False),
        ("Apache-2.0 WITH Some-exception", False),
        ("Other/Proprietary License", False),
        ("", False),
    ],
)
def test_only_listed_licences_are_allowed(expression: str, allowed: bool) -> None:
    assert licences.is_allowed(expression) is allowed
