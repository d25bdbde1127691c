"""Reading files: encodings, sizes, links, and lines as editors count them."""

import os
from pathlib import Path

import pytest

from guifan.findings import Position
from guifan.language.source import LARGEST, CannotRead, Source, decode
from guifan.publish.files import read_sources


@pytest.fixture
def standards(tmp_path: Path) -> Path:
    folder = tmp_path / "standards"
    folder.mkdir()
    return folder


def test_files_come_in_the_order_of_their_names(standards: Path) -> None:
    (standards / "b").mkdir()
    for name in ("c.yml", "b/z.yaml", "b/a.yaml", "a.YAML", "readme.md", ".hidden.yaml"):
        (standards / name).write_text("kind: term\n", "utf-8")
    sources, findings = read_sources(standards.parent)
    assert [source.file for source in sources] == [
        "standards/a.YAML",
        "standards/b/a.yaml",
        "standards/b/z.yaml",
        "standards/c.yml",
    ]
    assert findings == ()


def test_a_byte_order_mark_is_dropped_and_line_ends_stay(standards: Path) -> None:
    (standards / "a.yaml").write_bytes(b"\xef\xbb\xbftitle: \xe6\x8a\x95\r\nb: c\r\n")
    (source,), _ = read_sources(standards.parent)
    assert source == Source("standards/a.yaml", "title: 投\r\nb: c\r\n")


def test_lines_are_those_of_editors() -> None:
    source = Source("a.yaml", "一\r\n二\r三\n\u0085四")
    assert source.lines == ("一", "二", "三", "\u0085四")
    assert [source.text[start] for start in source.starts] == ["一", "二", "三", "\u0085"]


@pytest.mark.parametrize(
    ("data", "key", "line", "column"),
    [
        ("title: 投诉".encode("gb18030"), "gbk", 1, 8),
        ("a: b\r\n# 投诉\nc: ".encode() + b"\xff\n", "not-utf-8", 3, 4),
        (b"\xef\xbb\xbfab\xff", "not-utf-8", 1, 3),
        ("投诉: 𠀀".encode() + b"\xc3", "not-utf-8", 1, 6),
        ("title: 投诉".encode("utf-16"), "utf-16", 1, 1),
        ("title: 投诉".encode("utf-16-le"), "utf-16", 1, 1),
        (b"a: b\n\x00", "control", 2, 1),
        ("a: 投\u200b诉".encode(), "invisible", 1, 5),
    ],
)
def test_a_bad_encoding_is_placed(data: bytes, key: str, line: int, column: int) -> None:
    source, (finding,) = decode("standards/a.yaml", data)
    assert source is None
    assert (finding.code, finding.key) == ("S02", key)
    assert (finding.position.line, finding.position.column) == (line, column)


def test_a_file_may_be_just_as_large_as_the_limit() -> None:
    source, _ = decode("a.yaml", b"#" * LARGEST)
    assert source is not None


def test_a_larger_file_is_not_read(standards: Path) -> None:
    (standards / "a.yaml").write_bytes(b"#" * (1024 * 1024 + 1))
    sources, (finding,) = read_sources(standards.parent)
    assert sources == ()
    assert (finding.code, finding.key) == ("S12", "too-big")
    assert finding.position == Position("standards/a.yaml")
    assert finding.arguments == {"size": 1025, "limit": 1024}


def test_links_inside_are_followed_and_others_reported(standards: Path) -> None:
    outside = standards.parent / "outside"
    outside.mkdir()
    (outside / "x.yaml").write_text("kind: term\n", "utf-8")
    (standards / "a.yaml").write_text("kind: term\n", "utf-8")
    (standards / "d").mkdir()
    (standards / "b.yaml").symlink_to("a.yaml")
    (standards / "d" / "loop").symlink_to("..")
    (standards / "e").symlink_to(outside)
    (standards / "f.yaml").symlink_to(outside / "x.yaml")
    (standards / "g.yaml").symlink_to("nothing.yaml")
    (standards / "h.yaml").symlink_to("h.yaml")
    sources, findings = read_sources(standards.parent)
    assert [source.file for source in sources] == ["standards/a.yaml", "standards/b.yaml"]
    assert [(finding.code, finding.key, finding.position.file) for finding in findings] == [
        ("S13", "loop", "standards/d/loop"),
        ("S13", "outside", "standards/e"),
        ("S13", "outside", "standards/f.yaml"),
        ("S13", "broken", "standards/g.yaml"),
        ("S13", "broken", "standards/h.yaml"),
    ]


def test_folders_that_link_to_one_another_end(standards: Path) -> None:
    (standards / "a").mkdir()
    (standards / "b").mkdir()
    (standards / "a" / "to-b").symlink_to("../b")
    (standards / "b" / "to-a").symlink_to("../a")
    _, findings = read_sources(standards.parent)
    assert [(finding.key, finding.position.file) for finding in findings] == [
        ("loop", "standards/a/to-b/to-a"),
        ("loop", "standards/b/to-a/to-b"),
    ]


def test_a_missing_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as raised:
        read_sources(tmp_path)
    assert raised.value.path == "standards"


def test_something_else_than_a_file_cannot_be_read(standards: Path) -> None:
    os.mkfifo(standards / "a.yaml")
    with pytest.raises(CannotRead) as raised:
        read_sources(standards.parent)
    assert raised.value.path == "standards/a.yaml"
