"""The words of questions: each has its English, which fills in the same things."""

from __future__ import annotations

import re

import messages
from quizzed import DAY, corpus_of

from guifan.language.catalogues import translator
from guifan.quiz.pool import pool

_SLOT = re.compile(r"\{(\w+)")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def test_every_message_has_its_english_with_the_same_slots() -> None:
    english = messages.catalogue()
    found = messages.of_package("quiz")
    assert len(found) > 100
    assert messages.missing(found) == []
    for one in found:
        said = english.get(one)
        assert said is not None
        assert set(_SLOT.findall(one)) == set(_SLOT.findall(str(said.string))), one


def test_nothing_chinese_is_left_where_a_manual_has_none() -> None:
    text = """\
kind: limit
items:
  - {id: one, title: Reply, within: 2 个工作日, from: got, to: told, calendar: office}
  - {id: two, title: Visit, within: 5 日, from: got, to: told, calendar: office}
"""
    events = "kind: event\nitems:\n" + "".join(
        f"  - {{id: {name}, title: {name}, happens: it happens, evidence: log}}\n"
        for name in ("got", "told")
    )
    found = pool(corpus_of(text, events), DAY, translator("en")).items
    asked = (one for one in found.values() if one.clause.item in ("one", "two"))
    some = [one for one in asked if one.model.name in ("due-date", "on-time")]
    assert some
    for item in some:
        for said in (item.stem, *(part for one in item.options for part in (one.text, one.why))):
            assert not _HAN.search(said.text), said.text
