"""Questions of small manuals, for the tests of `quiz`."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from guifan.checks.examples import BASE, completed
from guifan.checks.reading import read_standards
from guifan.corpus.graph import Corpus
from guifan.language.catalogues import translator
from guifan.language.source import Source
from guifan.quiz.models import MODELS
from guifan.quiz.pool import Pool, pool

if TYPE_CHECKING:
    from guifan.quiz.item import Item

DAY = date(2026, 6, 1)
EVENT = """\
kind: event
id: answered
title: 答复
happens: 客户听到结果和依据的时刻。
not_yet: [短信发出还没有送达。, 只说了正在处理。]
evidence: 录音
recorded_by: hotline-agent
"""
_ID = re.compile(r"^[ -]*(?:- \{)?id: *([a-z][a-z0-9-]*)", re.MULTILINE)


def corpus_of(*texts: str) -> Corpus:
    """A corpus of some files, beside the items that the rules' examples refer to."""
    own = {name for text in texts for name in _ID.findall(text)}
    base = [text for text in BASE if _ID.findall(text)[0] not in own]
    files = [completed(text) for text in (*texts, *base)]
    sources = [Source(f"standards/{at}.yaml", text) for at, text in enumerate(files)]
    return read_standards(sources, []).corpus


def pool_of(*texts: str, model: str | None = None, seed: str = "test", day: date = DAY) -> Pool:
    """The questions about some files."""
    models = [MODELS[model]] if model else MODELS.values()
    return pool(corpus_of(*texts), day, translator("zh-Hans"), seed=seed, models=models)


def right(item: Item) -> list[str]:
    """The texts of the right answers."""
    return [one.text.text for one in item.options if one.right]


def wrong(item: Item) -> list[str]:
    """The texts of the wrong ones."""
    return [one.text.text for one in item.options if not one.right]


def with_changed(corpus: Corpus, name: str, **fields: Any) -> Corpus:
    """The corpus with other values in some fields of an item."""
    entries = dict(corpus.entries)
    entry = entries[name]
    entries[name] = dataclasses.replace(entry, item=entry.item.model_copy(update=fields))
    return Corpus(entries, corpus.aliases, corpus.broken, corpus.is_partial)
