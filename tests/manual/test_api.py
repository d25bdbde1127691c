"""The manual as data speaks as the pages do."""

from __future__ import annotations

import json

import rendering
from specimens import specimens

from guifan.manual.api import api


def test_references_are_filled_in_and_slots_stay() -> None:
    corpus = specimens(lambda key: f"{key}：【the-limit】内告诉【?姓名】")
    book = rendering.renderer(corpus).book
    made = api(book, lambda path: path, lambda _, make: make(book))
    files = {path: json.loads(text) for path, text in made}
    norm = files["api/v1/norms.json"]["items"][0]
    assert norm["title"] == "title：3 个工作日内告诉【姓名】"
    assert norm["never"][0]["phrase"] == "phrase：3 个工作日内告诉【姓名】"
    assert "【the-limit】" not in json.dumps(files, ensure_ascii=False)
