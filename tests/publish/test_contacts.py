"""Posts' telephone numbers: read from the overlay, shown to staff alone, refused where wrong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import emergencies
import pytest

from guifan.language.model import Audience
from guifan.publish.build import Wanted, build_site
from guifan.publish.contacts import FILE, read_contacts
from guifan.publish.edition import RefusedError
from guifan.publish.folder import open_folder
from guifan.publish.searched import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from guifan.findings import Finding

DAY = "2026-06-01"
DIGITS = ("8866", "1111 2222", "13811112222", "057188660100")


def found(root: Path, numbers: str) -> list[Finding]:
    """What reading these numbers finds."""
    manual = emergencies.write(root / "manual", numbers)
    return [one for one in open_folder(manual).findings if one.position.file == FILE]


def told(root: Path, numbers: str) -> list[str]:
    """The findings by code, message and place."""
    return [
        f"{one.code} {one.key} {one.position.line}:{one.position.column}"
        for one in found(root, numbers)
    ]


def test_numbers_are_read_by_post_in_their_order(tmp_path: Path) -> None:
    contacts = open_folder(emergencies.write(tmp_path / "manual")).contacts
    assert {post: [(one.name, one.number) for one in all_] for post, all_ in contacts.items()} == {
        "duty": [("值班电话", "0571-8866-0100"), ("手机", "138 1111 2222")],
        "engineer": [("分机", "0571-8866-0100 转 801")],
    }
    dialled = [one.dial for numbers in contacts.values() for one in numbers]
    assert dialled == ["057188660100", "13811112222", "057188660100,801"]


def test_a_manual_without_the_file_has_no_numbers(tmp_path: Path) -> None:
    folder = open_folder(emergencies.write(tmp_path / "manual", ""))
    assert not folder.contacts
    assert not folder.findings


def test_chinese_names_of_fields_and_full_width_digits_are_read(tmp_path: Path) -> None:
    manual = emergencies.write(tmp_path / "m", "duty:\n  - {名称: 热线, 号码: １０１００}\n")
    folder = open_folder(manual)
    assert not folder.findings
    assert [one.number for one in folder.contacts["duty"]] == ["10100"]


@pytest.mark.parametrize(
    ("numbers", "faults"),
    [
        ("dutty:\n  - {name: 手机, number: 10100}\n", ["R01 unknown 1:1"]),
        ("值班经理:\n  - {name: 手机, number: 10100}\n", ["R01 unknown 1:1"]),
        ("outage:\n  - {name: 手机, number: 10100}\n", ["R01 wrong-kind 1:1"]),
        ("duty: 10100\n", ["S07 wants-list 1:7"]),
        ("duty:\n  - 10100\n", ["S07 wants-mapping 2:5"]),
        ("duty:\n  - {name: 手机}\n", ["S06 missing 2:5"]),
        ("duty:\n  - {name: 手机, nummer: 1, number: 10100}\n", ["S04 unknown-field 2:16"]),
        ("duty:\n  - {name: [甲], number: 10100}\n", ["S07 wants-text 2:12"]),
        ("duty:\n  - {name: 手机, number: 问班长}\n", ["S07 not-a-phone 2:24"]),
        ("duty:\n  - {name: 手机, number: 12}\n", ["S07 not-a-phone 2:24"]),
        ("duty:\n  - {name: 手机, 名称: 甲, number: 10100}\n", ["S03 two-names 2:16"]),
        ("- duty\n", ["S07 contacts-want-posts 1:1"]),
        ("duty: []\nduty: []\n", ["S03 duplicate-key 2:1"]),
        ("duty: [\n", ["S01"]),
        ("", []),
        ("duty:\n", []),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    tmp_path: Path, numbers: str, faults: list[str]
) -> None:
    if faults == ["S01"]:
        assert [one.code for one in found(tmp_path, numbers)] == faults
    else:
        assert told(tmp_path, numbers) == faults


def test_a_title_or_a_slip_suggests_the_post(tmp_path: Path) -> None:
    for at, written in enumerate(("dutty", "值班经理")):
        (fault,) = found(tmp_path / str(at), f"{written}:\n  - {{name: 手机, number: 10100}}\n")
        assert fault.suggestion
        assert fault.suggestion.text == "duty"


def test_a_file_of_another_encoding_is_a_finding(tmp_path: Path) -> None:
    manual = emergencies.write(tmp_path / "manual", "x")
    (manual / FILE).write_bytes("duty: [{name: 手机, number: 10100}]".encode("gbk"))
    overlay = read_contacts(manual, open_folder(manual).corpus)
    assert [one.code for one in overlay.findings] == ["S02"]
    assert not overlay.contacts


def test_nothing_is_built_with_numbers_of_nobody(tmp_path: Path) -> None:
    manual = emergencies.write(tmp_path / "m", "nobody:\n  - {name: 手机, number: 10100}\n")
    with pytest.raises(RefusedError) as refused:
        build_site(manual, "site", Wanted(Audience.INTERNAL, DAY))
    assert f"{FILE}:1:1" in str(refused.value)
    assert not (manual / "site").exists()


def files(site: Path) -> dict[str, str]:
    """The text of every page and every file of data."""
    paths = (path for path in site.rglob("*") if path.suffix in (".html", ".json", ".xml", ".txt"))
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in paths}


def holding(site: Path) -> set[str]:
    """The files that hold a number."""
    return {name for name, text in files(site).items() if any(one in text for one in DIGITS)}


def test_staff_see_numbers_on_pages_of_playbooks_and_posts_and_nowhere_else(
    tmp_path: Path,
) -> None:
    manual = emergencies.write(tmp_path / "manual")
    site = build_site(manual, "site", Wanted(Audience.INTERNAL, DAY)).folder
    pages = {f"playbooks/{name}/index.html" for name in ("outage", "illness")}
    assert holding(site) == pages | {f"roles/{name}/index.html" for name in ("duty", "engineer")}
    page = files(site)["playbooks/outage/index.html"]
    assert 'href="tel:057188660100,801"' in page
    assert "号码见应急通讯录" not in page
    index = "".join(path.read_text("utf-8") for path in (site / FOLDER).rglob("*.js"))
    assert not [one for one in DIGITS if one in index]
    assert "8866" not in index


def test_customers_never_see_a_number(tmp_path: Path) -> None:
    """Even where everything else were for them."""
    manual = emergencies.write(tmp_path / "manual")
    for path in (manual / "standards").glob("*.yaml"):
        text = path.read_text("utf-8")
        if "audience:" not in text:
            path.write_text(text.replace("origin:", "audience: public\norigin:", 1), "utf-8")
    site = build_site(manual, "site", Wanted(Audience.PUBLIC, DAY)).folder
    assert (site / "playbooks/outage/index.html").is_file()
    assert (site / "roles/duty/index.html").is_file()
    assert not holding(site)
    assert "tel:" not in "".join(files(site).values())
    assert "通讯录" not in files(site)["playbooks/outage/index.html"]


def test_mkdocs_shows_the_same_numbers(
    tmp_path: Path, manual_root: Path, ended: Callable[..., tuple[int, str, str]]
) -> None:
    manual = emergencies.write(tmp_path / "manual")
    shutil.copy(manual_root / "mkdocs.yml", manual)
    (manual / "content").mkdir()
    ours = build_site(manual, "ours", Wanted(Audience.INTERNAL, DAY)).folder
    code, _, err = ended(*("mkdocs", "build", "--site-dir", "theirs"), cwd=manual, GUIFAN_DATE=DAY)
    assert code == 0, err
    assert files(ours) == files(manual / "theirs")


def test_the_example_is_as_it_should_be(manual_root: Path) -> None:
    """It names posts of this manual, and the file that it is copied to is never committed."""
    example = (manual_root / "overlay/contacts.example.yaml").read_text("utf-8")
    posts = re.findall(r"^([a-z-]+):", example, re.MULTILINE)
    corpus = open_folder(manual_root).corpus
    assert posts
    assert [one for one in posts if corpus.get(one) is None] == []
    ignored = (manual_root / ".gitignore").read_text("utf-8").splitlines()
    assert "/overlay/*" in ignored
