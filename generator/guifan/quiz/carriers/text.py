"""Text by the rules that 道一云 gives for pasting questions.

One question a paragraph: the stem, options ``A.`` to ``Z.``, ``答案：`` with letters joined by
``;`` or 正确 and 错误, ``解析：``. A stem has 2,000 characters at most, an option 500.
"""

from collections.abc import Iterator, Mapping

from guifan.quiz.carriers._carrier import MARK, Carrier, Course
from guifan.quiz.carriers._told import ORDINARY, explanation, is_true, reasons
from guifan.quiz.item import Form, Item
from guifan.quiz.record import LETTERS

_STEM = 2000
_OPTION = 500


def _pack(course: Course) -> Mapping[str, bytes]:
    paragraphs = ["\n".join(_lines(course, item, at)) for at, item in enumerate(course.items, 1)]
    return {"questions.txt": ("\n\n".join(paragraphs) + "\n").encode()}


def _lines(course: Course, item: Item, number: int) -> Iterator[str]:
    yield f"{number}. {_line(item.stem.text)}"
    if item.model.form is Form.TRUE_FALSE:
        yield "答案：正确" if is_true(item) else "答案：错误"
    else:
        for letter, option in zip(LETTERS, item.options, strict=False):
            yield f"{letter}. {_line(option.text.text)}"
        yield "答案：" + ";".join(LETTERS[at] for at in item.key)
    yield "解析：" + _explained(course, item)


def _explained(course: Course, item: Item) -> str:
    """The explanation with the question's id; the reasons of wrong answers as far as they fit."""
    text = f"{_line(explanation(course, item))}〔{MARK} {item.id}〕"
    for at, why in reasons(item).items():
        more = f"{text} {LETTERS[at]}：{_line(why)}"
        if len(more) > _OPTION:
            break
        text = more
    return text


def _line(text: str) -> str:
    return " ".join(text.split())


def _bars(item: Item) -> str | None:
    fits = len(item.stem.text) <= _STEM
    fits &= all(len(option.text.text) <= _OPTION for option in item.options)
    return None if fits else "too-long"


def _loses(course: Course, item: Item) -> Iterator[str]:
    told = _explained(course, item)
    if item.model.form is not Form.TRUE_FALSE and any(
        _line(why) not in told for why in reasons(item).values()
    ):
        yield "each-reason"


CARRIER = Carrier("text", ".txt", ORDINARY, _pack, sign=f"〔{MARK} ", loses=_loses, bars=_bars)
