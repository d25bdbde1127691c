"""道一云 text, read back by its published rules alone; it was not yet tried in 道一云 itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from carried import carried, false, holds, of_form, true

from guifan.quiz.item import Form
from guifan.quiz.said import Said

if TYPE_CHECKING:
    from guifan.quiz.carriers import Course

ORDINARY = (Form.SINGLE, Form.MULTIPLE, Form.TRUE_FALSE)


def paragraphs(course: Course) -> list[list[str]]:
    text = carried("text", course).files["questions.txt"].decode()
    return [one.strip().split("\n") for one in re.split(r"\n\s*\n", text)]


def test_the_key_is_what_the_corpus_makes_true(course: Course) -> None:
    items = of_form(course, *ORDINARY)
    found = paragraphs(course)
    assert len(found) == len(items)
    for number, (lines, item) in enumerate(zip(found, items, strict=True), start=1):
        assert lines[0].startswith(f"{number}. ")
        assert lines[0].removeprefix(f"{number}. ").split() == item.stem.text.split()
        options = {
            match[1]: match[2]
            for line in lines[1:-2]
            if (match := re.match(r"([A-Z])[.、] ?(.*)", line))
        }
        assert lines[-2].startswith("答案：")
        key = lines[-2].removeprefix("答案：")
        if item.model.form is Form.TRUE_FALSE:
            assert not options
            assert key == ("正确" if holds(item) else "错误")
        else:
            assert 2 <= len(options) <= 26
            chosen = {options[letter] for letter in key.split(";")}
            assert chosen == true(item)
            assert set(options.values()) - chosen == false(item)
        assert lines[-1].startswith("解析：")
        assert f"〔guifan {item.id}〕" in lines[-1]


def test_lengths_stay_within_the_limits(course: Course) -> None:
    for lines in paragraphs(course):
        assert len(lines[0]) <= 2000 + 6
        assert all(len(line) <= 500 + len("解析：") for line in lines[1:])


def test_what_is_too_long_is_left_out_and_said(course: Course) -> None:
    one = of_form(course, Form.SINGLE)[0]
    long = replace(one, stem=Said("长" * 2001))
    wide = replace(one, options=(replace(one.options[0], text=Said("宽" * 501)), *one.options[1:]))
    found = carried("text", replace(course, items=(one, long, wide)))
    assert found.items == 1
    assert [loss.reason for loss in found.losses if loss.whole] == ["too-long", "too-long"]
