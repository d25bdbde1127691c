"""Files are read again only where they may have changed, and always where they have."""

import os
import time
from pathlib import Path

import pytest

from guifan.publish.files import NONE_READ, Stamp, read_again

OLD = 10_000_000_000
"""Nanoseconds: long enough ago for the coarsest clock of a disk."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "standards").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"standards/{name}.yaml").write_text(f"kind: {name}\n", "utf-8")
    return tmp_path


def later(stamps: dict[str, Stamp]) -> dict[str, Stamp]:
    """What was read, as if that had been long after it was written."""
    return {name: Stamp(one.source, one.status, one.read + OLD) for name, one in stamps.items()}


def read(root: Path, before: dict[str, Stamp] | None = None) -> dict[str, Stamp]:
    stamps, findings = read_again(root, before if before is not None else NONE_READ)
    assert findings == ()
    return dict(stamps)


def test_what_has_not_changed_is_not_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = later(read(root))
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    assert read(root, first) == first


def test_what_was_written_just_before_it_was_read_is_read_again(root: Path) -> None:
    first = read(root)
    path = root / "standards/a.yaml"
    status = path.stat()
    path.write_text("kind: c\n", "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    second = read(root, first)
    assert second["standards/a.yaml"].source.text == "kind: c\n"
    assert second["standards/b.yaml"].source is first["standards/b.yaml"].source


def test_another_text_of_one_length_and_one_time_is_read_again(root: Path) -> None:
    first = later(read(root))
    path = root / "standards/a.yaml"
    status = path.stat()
    time.sleep(0.02)  # a tick of the kernel's clock: what a file was last changed nobody can set
    path.write_text("kind: c\n", "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert read(root, first)["standards/a.yaml"].source.text == "kind: c\n"


def test_files_come_and_go(root: Path) -> None:
    first = later(read(root))
    (root / "standards/b.yaml").rename(root / "standards/0.yaml")
    second = read(root, first)
    assert list(second) == ["standards/0.yaml", "standards/a.yaml"]
    assert second["standards/a.yaml"] is first["standards/a.yaml"]
