"""``guifan fmt`` as it is used: what it writes, what it leaves alone, how it ends."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from foldered import SHARED_LINES

from guifan.cli import main

MANUAL = """\
kind: term
items:
  - id: complaint
    title: 投诉
    means: 客户不满意。
"""
UNTIDY = MANUAL.replace("means: ", "means:   ")


Fmt = Callable[..., Result]


@pytest.fixture
def standards(tmp_path: Path) -> Path:
    folder = tmp_path / "standards"
    (folder / "care").mkdir(parents=True)
    (folder / "terms.yaml").write_text(MANUAL, "utf-8")
    (folder / "care" / "terms.yaml").write_text(UNTIDY, "utf-8")
    return folder


@pytest.fixture
def fmt(standards: Path, monkeypatch: pytest.MonkeyPatch) -> Fmt:
    monkeypatch.chdir(standards.parent)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["fmt", "--lang", "zh", *arguments])

    return run


def test_it_writes_the_files_of_the_manual(fmt: Fmt, standards: Path) -> None:
    run = fmt()
    assert run.exit_code == 0
    assert "standards/care/terms.yaml" in run.stdout
    assert "standards/terms.yaml" not in run.stdout
    assert (standards / "care" / "terms.yaml").read_text("utf-8") == MANUAL
    assert fmt().stdout == ""
    assert sorted(one.name for one in (standards / "care").iterdir()) == ["terms.yaml"]


def test_check_lists_files_and_writes_nothing(fmt: Fmt, standards: Path) -> None:
    run = fmt("--check")
    assert run.exit_code == 1
    assert [line.split()[-1] for line in run.stdout.splitlines()] == ["standards/care/terms.yaml"]
    assert (standards / "care" / "terms.yaml").read_text("utf-8") == UNTIDY
    fmt()
    assert fmt("--check").exit_code == 0


def test_diff_shows_lines_and_writes_nothing(fmt: Fmt, standards: Path) -> None:
    run = fmt("--diff")
    assert run.exit_code == 0
    assert "-    means:   客户不满意。\n+    means: 客户不满意。\n" in run.stdout
    assert "+++ standards/care/terms.yaml" in run.stdout
    assert (standards / "care" / "terms.yaml").read_text("utf-8") == UNTIDY
    assert fmt("--diff", "--check").exit_code == 1


def test_a_path_may_be_a_folder_or_a_file(fmt: Fmt, standards: Path) -> None:
    (standards / "terms.yaml").write_text(UNTIDY, "utf-8")
    assert fmt("standards/care", "standards/care/terms.yaml").exit_code == 0
    assert (standards / "care" / "terms.yaml").read_text("utf-8") == MANUAL
    assert (standards / "terms.yaml").read_text("utf-8") == UNTIDY
    assert fmt(str(standards / "terms.yaml")).exit_code == 0
    assert (standards / "terms.yaml").read_text("utf-8") == MANUAL


def test_what_windows_writes_becomes_plain(fmt: Fmt, standards: Path) -> None:
    path = standards / "terms.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MANUAL.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    assert fmt().exit_code == 0
    assert path.read_bytes() == MANUAL.encode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_characters_that_nobody_sees_are_taken_away(fmt: Fmt, standards: Path) -> None:
    (standards / "terms.yaml").write_text(MANUAL.replace("投诉", "投\u200b诉\ufeff"), "utf-8")
    assert fmt().exit_code == 0
    assert (standards / "terms.yaml").read_text("utf-8") == MANUAL


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"kind: term\r\nid: 'a\r\n", "standards/terms.yaml:2:5 S01"),
        ("kind: 投诉\n".encode("gbk"), "standards/terms.yaml:1:7 S02"),
        (b"kind: term\nid: \x00\n", "standards/terms.yaml:2:5 S02"),
    ],
    ids=["a quote", "another encoding", "a control character"],
)
def test_what_cannot_be_read_is_left_alone_and_the_rest_is_done(
    fmt: Fmt, standards: Path, data: bytes, place: str
) -> None:
    (standards / "terms.yaml").write_bytes(data)
    run = fmt()
    assert run.exit_code == 1
    assert place in run.stderr
    assert (standards / "terms.yaml").read_bytes() == data
    assert (standards / "care" / "terms.yaml").read_text("utf-8") == MANUAL


def test_an_empty_file_is_named_and_fails_nothing(fmt: Fmt, standards: Path) -> None:
    (standards / "terms.yaml").write_text("# 待写 \n", "utf-8")
    run = fmt()
    assert run.exit_code == 0
    assert "standards/terms.yaml:1:1 S20" in run.stderr
    assert (standards / "terms.yaml").read_text("utf-8") == "# 待写 \n"


def test_typed_references_to_ids_of_the_manual(fmt: Fmt, standards: Path) -> None:
    path = standards / "care" / "terms.yaml"
    renamed = MANUAL.replace("id: complaint", "id: complaint\n    was: [grievance]")
    (standards / "terms.yaml").write_text(renamed + SHARED_LINES, "utf-8")
    other = MANUAL.replace("id: complaint", "id: praise")
    path.write_text(
        other.replace(
            "客户不满意", "[[complaint]]、[[grievance]]、[[praise.means]]，不是[[nothing]]"
        ),
        "utf-8",
    )
    assert fmt("standards/care").exit_code == 0
    assert path.read_text("utf-8") == other.replace(
        "客户不满意", "【complaint】、【grievance】、【praise.means】，不是[[nothing]]"
    )


def test_keys_in_either_language(fmt: Fmt, standards: Path) -> None:
    assert fmt("--keys", "zh").exit_code == 0
    chinese = (standards / "terms.yaml").read_text("utf-8")
    assert chinese.startswith("种类: term\n条目:\n  - 编号: complaint\n    名称: 投诉\n")
    assert fmt("--check").exit_code == 0
    assert fmt("--keys", "en").exit_code == 0
    assert (standards / "terms.yaml").read_text("utf-8") == MANUAL


def test_a_link_keeps_being_one(fmt: Fmt, standards: Path) -> None:
    (standards / "linked.yaml").symlink_to("care/terms.yaml")
    assert fmt().exit_code == 0
    assert (standards / "linked.yaml").is_symlink()
    assert (standards / "care" / "terms.yaml").read_text("utf-8") == MANUAL


@pytest.mark.parametrize("arguments", [["nowhere"], ["--keys", "fr"], ["--colour"]])
def test_what_cannot_run_says_why_and_ends_with_two(fmt: Fmt, arguments: list[str]) -> None:
    run = fmt(*arguments)
    assert run.exit_code == 2
    assert "Traceback" not in run.stderr
    assert len(run.stderr.splitlines()) <= 2


def test_a_folder_without_a_manual_is_not_touched(
    fmt: Fmt, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "compose.yaml").write_text("a:   b\n", "utf-8")
    assert fmt(str(other)).exit_code == 2
    assert (other / "compose.yaml").read_text("utf-8") == "a:   b\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write every file")
def test_a_folder_that_may_not_be_written_ends_with_two(fmt: Fmt, standards: Path) -> None:
    (standards / "care").chmod(0o500)
    run = fmt()
    (standards / "care").chmod(0o700)
    assert run.exit_code == 2
    assert "standards/care/terms.yaml" in run.stderr
