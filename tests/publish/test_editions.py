"""The folder of editions: numbered files, written once, inside the manual's folder."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from guifan.changes.editions import Edition
from guifan.language.source import CannotRead
from guifan.publish.editions import (
    latest,
    numbers,
    read_edition,
    read_edition_file,
    write_edition,
)
from guifan.publish.past import state

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus

DAY = date(2026, 6, 1)


@pytest.fixture
def corpus(shop: Path) -> Corpus:
    return state(shop).corpus


def edition(corpus: Corpus, number: int) -> Edition:
    return Edition(number, f"第 {number} 版", DAY, corpus)


def test_a_manual_begins_without_any(shop: Path) -> None:
    assert numbers(shop) == ()
    assert latest(shop) is None


def test_what_is_written_is_read_by_number_and_the_last_is_the_highest(
    shop: Path, corpus: Corpus
) -> None:
    for number in (1, 2, 10):
        assert write_edition(shop, edition(corpus, number)) == f"editions/{number}.json"
    for stray in ("notes.md", "03.json", "x.json", ".4.json.new"):
        (shop / "editions" / stray).write_text("{}", "utf-8")
    assert numbers(shop) == (1, 2, 10)
    last = latest(shop)
    assert last is not None
    assert (last.number, last.title) == (10, "第 10 版")
    assert set(read_edition(shop, 2).corpus.entries) == set(corpus.entries)


def test_an_edition_is_never_written_over(shop: Path, corpus: Corpus) -> None:
    write_edition(shop, edition(corpus, 1))
    before = (shop / "editions/1.json").read_bytes()
    with pytest.raises(FileExistsError):
        write_edition(shop, Edition(1, "另一版", DAY, corpus))
    assert (shop / "editions/1.json").read_bytes() == before
    assert [path.name for path in (shop / "editions").iterdir()] == ["1.json"]


def test_a_link_out_of_the_folder_is_refused(shop: Path, corpus: Corpus, tmp_path: Path) -> None:
    write_edition(shop, edition(corpus, 1))
    (tmp_path / "2.json").write_bytes((shop / "editions/1.json").read_bytes())
    (shop / "editions/2.json").symlink_to(tmp_path / "2.json")
    (shop / "editions/3.json").symlink_to(shop / "editions/3.json")
    for number in (2, 3):
        with pytest.raises(CannotRead):
            read_edition(shop, number)
    with pytest.raises(CannotRead, match="不在本手册的 editions 文件夹里"):
        read_edition_file(shop, tmp_path / "2.json")


def test_what_is_no_text_is_refused(shop: Path) -> None:
    (shop / "editions").mkdir()
    (shop / "editions/1.json").write_bytes(b"\xff\xfe{}")
    (shop / "editions/2.json").mkdir()
    for number in (1, 2):
        with pytest.raises(CannotRead):
            read_edition(shop, number)
