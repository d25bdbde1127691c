"""Lines that are kept come back; what is damaged, foreign or away is as good as none."""

from pathlib import Path

import pytest

from guifan.publish.lines import Lines

TEXTS = {"a1": '["甲",[1]]', "b2": "", "c3": "乙 " * 50}
NONE = Lines({})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / ".guifan" / "items.jsonl"
    NONE.with_only((), TEXTS).write(path, "maker")
    return path


def test_what_is_written_is_read_again(file: Path) -> None:
    assert dict(Lines.read(file, "maker")) == TEXTS


def test_only_what_is_wanted_is_kept(file: Path) -> None:
    Lines.read(file, "maker").with_only(["b2", "d4"], {"d4": "丁"}).write(file, "maker")
    assert dict(Lines.read(file, "maker")) == {"b2": "", "d4": "丁"}


def test_what_another_program_wrote_is_as_good_as_none(file: Path) -> None:
    assert dict(Lines.read(file, "other")) == {}


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    assert dict(Lines.read(tmp_path / "away", "maker")) == {}


def test_a_damaged_line_is_no_line_and_the_others_stand(file: Path) -> None:
    data = file.read_bytes()
    for at in range(len(data)):
        file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        lines = Lines.read(file, "maker")
        for key, text in TEXTS.items():
            assert lines.get(key) in (text, None), at
            assert (key in lines) is (lines.get(key) is not None), at


def test_a_file_cut_short_holds_what_is_whole(file: Path) -> None:
    data = file.read_bytes()
    for end in range(len(data)):
        file.write_bytes(data[:end])
        lines = Lines.read(file, "maker")
        assert all(lines.get(key) in (text, None) for key, text in TEXTS.items()), end


def test_where_nothing_can_be_written_nothing_is_harmed(tmp_path: Path) -> None:
    (tmp_path / ".guifan").write_text("a file where the folder should be", "utf-8")
    NONE.with_only((), TEXTS).write(tmp_path / ".guifan" / "items.jsonl", "maker")
    assert (tmp_path / ".guifan").is_file()
