"""The last edition as standards are held against it: read once, and then when asked for."""

from datetime import date
from pathlib import Path

import foldered
import pytest

from guifan.changes.editions import Edition
from guifan.corpus.graph import Corpus
from guifan.language.model import Audience
from guifan.language.source import CannotRead
from guifan.manual.render import Settings
from guifan.publish.edition import RefusedError, prepare
from guifan.publish.editions import baseline, latest, write_edition
from guifan.publish.folder import open_folder

DAY = date(2026, 6, 1)


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    foldered.manual(tmp_path)
    return tmp_path


def released(manual: Path, number: int, corpus: Corpus | None = None) -> Path:
    said = open_folder(manual).corpus if corpus is None else corpus
    return manual / write_edition(manual, Edition(number, "版", DAY, said))


def test_without_an_edition_there_is_none(manual: Path) -> None:
    assert baseline(manual) is None


def test_an_edition_known_to_be_in_order_is_the_same_read_later(manual: Path) -> None:
    released(manual, 1)
    now = baseline(manual)
    assert now
    later = baseline(manual, now.digest)
    assert later
    assert later.digest == now.digest
    assert list(later.corpus) == list(now.corpus)
    assert later.corpus.get("hotline-agent") == now.corpus.get("hotline-agent")
    assert dict(later.corpus.aliases) == dict(now.corpus.aliases)
    assert len(later.corpus) == len(now.corpus)


def test_the_next_edition_has_another_digest(manual: Path) -> None:
    released(manual, 1)
    first = baseline(manual)
    released(manual, 2, Corpus({}))
    second = baseline(manual, first.digest if first else "")
    assert first
    assert second
    assert second.digest != first.digest
    assert not len(second.corpus)


def test_what_stands_in_its_file_is_parsed_once(manual: Path) -> None:
    released(manual, 1)
    now = baseline(manual)
    last = latest(manual)
    assert now
    assert last
    assert last.corpus is now.corpus


def test_one_that_is_broken_is_said_to_be_so_at_once(manual: Path) -> None:
    path = released(manual, 1)
    known = baseline(manual)
    path.write_text(path.read_text("utf-8")[:-5], "utf-8")
    with pytest.raises(CannotRead):
        baseline(manual, known.digest if known else "")


def test_a_change_without_a_record_is_shown_in_a_draft_alone(manual: Path) -> None:
    path = manual / "standards" / "limit.yaml"
    limit = "kind: limit\nid: hold\ntitle: 请客户等候的时长\nvalue: {}\n" + foldered.SHARED_LINES
    path.write_text(limit.format("60 秒"), "utf-8")
    released(manual, 1)
    path.write_text(limit.format("45 秒"), "utf-8")
    settings = Settings("zh-Hans", Audience.INTERNAL, True, DAY)
    with pytest.raises(RefusedError) as refused:
        prepare(open_folder(manual), settings)
    (error,) = refused.value.prepared.errors()
    assert "L06" in error
    report = prepare(open_folder(manual), settings, draft=True).report
    assert "L06" in {one.code for one in report.findings}
    assert report.errors == 0
