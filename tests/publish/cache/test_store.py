"""The file of kept pages: whole or not there, whoever writes, whatever happens to it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from guifan.publish.cache.store import EDITIONS, FILE, Kept, Store

ONE = Kept((("item", "refund"), ("all",)), "0123", "页面")


def filled(root: Path, key: str = "key") -> Path:
    store = Store(root, key)
    store.put("page", ONE)
    store.sweep()
    store.close()
    return root / FILE


def test_what_was_kept_is_there_for_the_next_process(tmp_path: Path) -> None:
    filled(tmp_path)
    assert Store(tmp_path, "key").get("page") == ONE
    assert Store(tmp_path, "other key").get("page") is None


@pytest.mark.parametrize("column", ["asked", "answers", "body", "checksum"])
def test_a_row_that_was_tampered_with_is_not_there(tmp_path: Path, column: str) -> None:
    file = sqlite3.connect(filled(tmp_path))
    file.execute(f"UPDATE kept SET {column} = {column} || '改'")
    file.commit()
    assert Store(tmp_path, "key").get("page") is None


def test_a_row_put_under_another_name_is_not_there(tmp_path: Path) -> None:
    file = sqlite3.connect(filled(tmp_path))
    file.execute("UPDATE kept SET name = 'other'")
    file.commit()
    assert Store(tmp_path, "key").get("other") is None


@pytest.mark.parametrize("harm", [b"", b"no database at all", None])
def test_a_harmed_file_is_made_anew(tmp_path: Path, harm: bytes | None) -> None:
    path = filled(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if harm is None else harm)
    store = Store(tmp_path, "key")
    assert store.get("page") is None
    store.put("page", ONE)
    store.sweep()
    store.close()
    filled(tmp_path)
    assert Store(tmp_path, "key").get("page") == ONE


def test_a_folder_that_cannot_be_written_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / ".guifan").write_text("a file stands here")
    store = Store(tmp_path, "key")
    store.put("page", ONE)
    store.sweep()
    assert store.get("page") is None


def test_what_nobody_asks_for_any_more_goes(tmp_path: Path) -> None:
    filled(tmp_path)
    store = Store(tmp_path, "key")
    store.put("another", ONE)
    store.sweep()
    assert store.get("page") is None
    assert store.get("another") == ONE


def test_only_the_last_editions_are_kept(tmp_path: Path) -> None:
    keys = [str(number) for number in range(EDITIONS + 3)]
    for key in keys:
        filled(tmp_path, key)
    kept = [key for key in keys if Store(tmp_path, key).get("page")]
    assert kept == keys[-EDITIONS:]


def test_two_builds_at_once(tmp_path: Path) -> None:
    """Each writes what it made; neither waits for the other's end, and both find all of it."""
    stores = [Store(tmp_path, "key"), Store(tmp_path, "key")]
    for number in range(600):
        for store in stores:
            store.get(f"page {number}")
    for store in stores:
        for number in range(600):
            store.put(f"page {number}", ONE)
        store.sweep()
    assert all(Store(tmp_path, "key").get(f"page {number}") for number in range(600))


def test_what_was_not_swept_may_be_lost_and_nothing_else(tmp_path: Path) -> None:
    filled(tmp_path)
    store = Store(tmp_path, "key")
    store.put("page", Kept((), "4567", "新"))
    store.close()  # as a kill would
    assert Store(tmp_path, "key").get("page") == ONE
