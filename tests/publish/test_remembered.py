"""What a check remembers, on disk: cut short, altered, foreign or away, it never lies."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import foldered
import pytest

from guifan.checks.memory import Memory
from guifan.publish.folder import Folder, open_folder
from guifan.publish.remembered import FILE, ITEMS, Remembered

DAY = date(2026, 6, 1)


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    foldered.manual(tmp_path)
    return tmp_path


def remember(root: Path) -> Memory:
    return keep(open_folder(root, Memory()))


def keep(folder: Folder) -> Memory:
    """Check a manual and keep what is to be remembered."""
    memory = folder.check(DAY).memory
    assert memory is not None
    assert folder.known is not None
    assert memory.verdicts
    Remembered(folder.root).write(memory, folder.known.opened)
    return memory


def test_what_is_written_is_read_again(manual: Path) -> None:
    memory = remember(manual)
    assert Remembered(manual).read() == memory


def test_two_files_are_kept_whatever_happened_before(manual: Path) -> None:
    for _ in range(3):
        remember(manual)
    kept = {path.name for path in (manual / ".guifan").iterdir()}
    assert kept == {Path(FILE).name, Path(ITEMS).name}


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_file_cut_short_is_as_good_as_none(manual: Path, share: float) -> None:
    remember(manual)
    path = manual / FILE
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert Remembered(manual).read() == Memory()


def test_a_file_with_one_other_byte_is_as_good_as_none(manual: Path) -> None:
    remember(manual)
    path = manual / FILE
    data = path.read_bytes()
    for at in range(0, len(data), len(data) // 50):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert Remembered(manual).read() == Memory(), at


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "[1,2,3]", '{"a":1}', "[" * 100_000, '["", [], {}]', "\x80"]
)
def test_another_shape_is_as_good_as_none_though_its_digest_is_right(
    manual: Path, text: str
) -> None:
    data = text.encode("latin-1")
    (manual / FILE).parent.mkdir()
    (manual / FILE).write_bytes(sha256(data).hexdigest().encode() + b"\n" + data)
    assert Remembered(manual).read() == Memory()


def test_what_another_version_wrote_is_as_good_as_none(manual: Path) -> None:
    remember(manual)
    path = manual / FILE
    _, *known = json.loads(path.read_bytes().partition(b"\n")[2])
    data = json.dumps(["another", *known]).encode()
    path.write_bytes(sha256(data).hexdigest().encode() + b"\n" + data)
    assert Remembered(manual).read() == Memory()


def test_a_folder_that_cannot_be_written_does_no_harm(manual: Path) -> None:
    (manual / ".guifan").write_text("a file where the folder should be", "utf-8")
    keep(open_folder(manual, Remembered(manual).read()))
    assert Remembered(manual).read() == Memory()


def test_a_file_changed_behind_its_back_is_judged_anew(manual: Path) -> None:
    remember(manual)
    path = next(
        path for path in (manual / "standards").iterdir() if "id: office" in path.read_text()
    )
    path.write_text(path.read_text("utf-8").replace("kind: ", "kidn: ", 1), "utf-8")
    report = open_folder(manual, Remembered(manual).read()).check(DAY)
    assert report.findings == open_folder(manual).check(DAY).findings
    assert report.errors
