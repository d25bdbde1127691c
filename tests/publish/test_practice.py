"""The files of practice: every question once, under names that tell what a file holds."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import rendering
from quizzed import with_changed
from rendering import ROOT

from guifan.language.catalogues import translator
from guifan.language.model import Audience
from guifan.publish.build import Wanted, build_site
from guifan.publish.folder import open_folder
from guifan.publish.practising import FOLDER, practice
from guifan.quiz.pool import pool

if TYPE_CHECKING:
    from pathlib import Path

    from guifan.corpus.graph import Corpus


@pytest.fixture(scope="module")
def corpus(manual_root: Path) -> Corpus:
    """The manual of this repository: small ones have few questions."""
    return open_folder(manual_root).corpus


def files(corpus: Corpus, audience: Audience = Audience.INTERNAL) -> dict[str, str]:
    renderer = rendering.renderer(corpus, audience=audience)
    return dict(practice(renderer, ROOT, translator("zh-Hans")))


@pytest.fixture(scope="module")
def written(corpus: Corpus) -> dict[str, str]:
    return files(corpus)


def part(text: str) -> Any:
    found = re.fullmatch(r'guifan\.practice\.put\("[^"]*",(.*)\);\n', text)
    assert found
    return json.loads(found[1])


def listed(written: dict[str, str]) -> dict[str, tuple[dict[str, Any], list[str]]]:
    """Every question by its id, with the names of the files on the way to it."""
    named = json.loads(written[f"{FOLDER}/index.js"].split("guifan.practice=")[1].split(";\n")[0])
    meta = part(written[f"{FOLDER}/{named['meta']}.js"])
    found: dict[str, tuple[dict[str, Any], list[str]]] = {}
    for _name, _title, file, total, _counts in meta["chapters"]:
        head = part(written[f"{FOLDER}/{file}.js"])
        assert len(head["items"]) == total
        for at, row in enumerate(head["items"]):
            piece = head["pieces"][at // head["size"]]
            asked = part(written[f"{FOLDER}/{piece}.js"])[at % head["size"]]
            assert row[0] not in found
            found[row[0]] = asked, [file, piece]
    return found


def test_every_question_is_there_once(corpus: Corpus, written: dict[str, str]) -> None:
    asked = pool(corpus, rendering.DAY, translator("zh-Hans")).items
    found = listed(written)
    assert set(found) == set(asked)
    for name, (told, _) in found.items():
        assert told["stem"] == asked[name].stem.text


def test_names_tell_what_files_hold(written: dict[str, str]) -> None:
    for address, text in written.items():
        if address.endswith("/index.js"):
            continue
        digest = hashlib.sha256(text.encode()).hexdigest()[:10]
        assert address.endswith(f".{digest}.js")


def test_a_first_question_is_near(written: dict[str, str]) -> None:
    """What a phone loads for a chapter's first question: the page's code, one list, one piece."""

    def packed(name: str) -> int:
        return len(gzip.compress(written[name].encode(), 9))

    always = re.compile(r"/(index|engine\.\w+|meta\.\w+)\.js")
    fixed = sum(packed(name) for name in written if always.search(name))
    lists = [packed(f"{FOLDER}/{path[0]}.js") for _, path in listed(written).values()]
    pieces = [packed(f"{FOLDER}/{path[1]}.js") for _, path in listed(written).values()]
    assert fixed + max(lists) + max(pieces) <= 70_000


def test_a_change_renames_only_what_holds_it(corpus: Corpus, written: dict[str, str]) -> None:
    name = "complaint-answer"
    changed = files(with_changed(corpus, name, title="投诉的答复"))
    before = {name for name in written if re.search(r"-\d+\.\w+\.js$", name)}
    after = {name for name in changed if re.search(r"-\d+\.\w+\.js$", name)}
    assert before - after
    assert len(before - after) < len(before) / 3


def test_two_editions_are_alike(corpus: Corpus, written: dict[str, str]) -> None:
    assert files(corpus) == written


def test_a_manual_without_questions_has_an_empty_page() -> None:
    written = files(rendering.corpus_of(TERM))
    named = json.loads(written[f"{FOLDER}/index.js"].split("guifan.practice=")[1].split(";\n")[0])
    assert isinstance(part(written[f"{FOLDER}/{named['meta']}.js"])["chapters"], list)


TERM = """\
kind: term
id: lone-word
title: 词
means: 一个词。
"""


def test_customers_do_not_practise(shop: Path) -> None:
    """No page, no file, no link, no code of it."""
    site = build_site(shop, "site", Wanted(Audience.PUBLIC, "2026-06-01")).folder
    assert not (site / "practice").exists()
    assert list((site / FOLDER).rglob("*.js")) == []
    assert not (site / "assets/guifan/vendor").exists()
    for page in site.rglob("*.html"):
        assert "gf-practise" not in page.read_text("utf-8"), page


def test_staff_do(shop: Path) -> None:
    site = build_site(shop, "site", Wanted(Audience.INTERNAL, "2026-06-01")).folder
    assert (site / "practice/index.html").is_file()
    assert (site / FOLDER / "index.js").is_file()
    assert (site / "assets/guifan/vendor/ts-fsrs/LICENSE").is_file()
    every = (site / "index.html").read_text("utf-8")
    assert "ts-fsrs" not in every
    assert "practice/ui.js" not in every
