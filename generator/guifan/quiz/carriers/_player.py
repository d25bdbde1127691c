"""Our own player, as it goes into packages for learning platforms: a page and a course as data."""

import json
from collections.abc import Iterator, Mapping
from html import escape
from string import Template

from guifan.language.catalogues import Translator
from guifan.quiz.carriers._carrier import Course
from guifan.quiz.carriers._told import explanation, is_true, written
from guifan.quiz.item import Form, Item
from guifan.quiz.record import LETTERS, record, right_column

_SHARED = ("player.css", "judging.js", "player.js")


def played(course: Course, reporting: str) -> Mapping[str, bytes]:
    """The files of the player with a course in it.

    Args:
        course: what is played.
        reporting: the file of the player that reports the answers.
    """
    page = Template(course.player["index.html"].decode())
    shown = page.substitute(language=course.language, title=escape(course.title))
    return {
        "index.html": shown.encode(),
        "course.js": _data(course),
        "reporting.js": course.player[reporting],
        **{name: course.player[name] for name in _SHARED},
    }


def _data(course: Course) -> bytes:
    data = {
        "title": course.title,
        "language": course.language,
        "mastery": course.mastery,
        "words": _words(course.words),
        "items": [_item(course, item) for item in course.items],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"window.guifanCourse = {text};\n".encode()


def _item(course: Course, item: Item) -> dict[str, object]:
    told: dict[str, object] = {
        "id": item.id,
        "type": item.model.form.value,
        "stem": item.stem.text,
        "explanation": explanation(course, item),
        "clause": item.clause.address,
        "hash": item.hash,
    }
    match item.model.form:
        case Form.NUMERIC | Form.FILL_IN:
            shown = item.options[0].text.text
            mistakes = [
                _option(written(item, at), option.text.text, option.why.text)
                for at, option in enumerate(item.options)
                if not option.right
            ]
            return told | {"options": mistakes, "key": [written(item)], "shown": shown}
        case Form.MATCHING:
            column = right_column(item)
            left = [
                {"id": str(at), "text": option.of.text if option.of else ""}
                for at, option in enumerate(item.options, start=1)
            ]
            right = [
                _option(letter, one.text.text) for letter, one in zip(LETTERS, column, strict=False)
            ]
            return told | {"left": left, "options": right, "key": record(item)["key"]}
    options = [
        _option(letter, option.text.text, option.why.text)
        for letter, option in zip(LETTERS, item.options, strict=False)
    ]
    told |= {"options": options, "key": [LETTERS[at] for at in item.key]}
    if item.model.form is Form.TRUE_FALSE:
        holds = item.key[0] if is_true(item) else 1 - item.key[0]
        told["trueId"] = LETTERS[holds]
    return told


def loses(_: Course, item: Item) -> Iterator[str]:
    """What the player does not tell."""
    if item.model.form in {Form.MATCHING, Form.ORDERING}:
        yield "each-reason"


def _option(letter: str, text: str, why: str = "") -> dict[str, str]:
    return {"id": letter, "text": text, "why": why}


def _words(_: Translator) -> Mapping[str, str]:
    """What the player says."""
    return {
        "place": _("第 {at} 题，共 {all} 题"),
        "one": _("选一个"),
        "several": _("选出所有对的"),
        "number": _("填数字"),
        "word": _("填词"),
        "order": _("用箭头把它们排好先后"),
        "match": _("给左边每一项选右边的一项"),
        "choose": _("请选择"),
        "answer": _("你的答案"),
        "up": _("往前移：{step}"),
        "down": _("往后移：{step}"),
        "submit": _("提交"),
        "missing": _("还没有答完："),
        "right": _("答对了"),
        "wrong": _("答错了"),
        "key": _("正确答案：{key}"),
        "next": _("下一题"),
        "finish": _("看成绩"),
        "over": _("答完了"),
        "score": _("{percent} 分"),
        "result": _("{all} 题答对 {right} 题，{mastery} 分通过。"),
        "passed": _("通过了。成绩已经交给学习平台。"),
        "failed": _("没有通过。看看下面的题，再来一次。"),
        "missed": _("答错的题"),
        "back": _("回到学习平台"),
        "unsent": _("成绩没有交上去。请不要关闭这一页，联系管理学习平台的人。"),
        "unreached": _("没有连上学习平台：可以照常练，成绩不会记下来。"),
    }
