"""GIFT, Moodle's text format for questions.

Source: https://docs.moodle.org/en/GIFT_format. Text is plain; id and tags stand in a
comment.
"""

from collections.abc import Iterator, Mapping

from guifan.quiz.carriers._carrier import MARK, Carrier, Course
from guifan.quiz.carriers._marks import RIGHT_SHARE, WRONG_SHARE
from guifan.quiz.carriers._told import amount, explanation, is_true, tags, unsaid
from guifan.quiz.item import Form, Item

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\~=#{}:"} | {"\n": "\\n"})
_SIGN = f"// {MARK}"
_FORMS = frozenset(Form) - {Form.ORDERING}


def _pack(course: Course) -> Mapping[str, bytes]:
    category = course.title.replace("/", "//")
    head = f"{_SIGN}\n$CATEGORY: $course$/top/{category}"
    blocks = [head, *("\n".join(_block(course, item)) for item in course.items)]
    return {"questions.gift": ("\n\n".join(blocks) + "\n").encode()}


def _block(course: Course, item: Item) -> Iterator[str]:
    yield f"// [id:{item.id}] " + " ".join(f"[tag:{tag}]" for tag in tags(item))
    yield f"::{_text(item.id)}::[plain]{_text(item.stem.text)}{{"
    yield from _answers(item)
    yield f"####{_text(explanation(course, item))}"
    yield "}"


def _answers(item: Item) -> Iterator[str]:
    """The answers; of a question answered in one's own words there are none."""
    match item.model.form:
        case Form.TRUE_FALSE:
            yield "TRUE" if is_true(item) else "FALSE"
        case Form.NUMERIC:
            yield f"#{amount(item)}:0"
        case Form.FILL_IN:
            yield f"={_text(item.options[0].text.text)}"
        case Form.MATCHING:
            for option in item.options:
                left = _text(option.of.text if option.of else "")
                yield f"={left} -> {_text(option.text.text)}"
        case Form.SINGLE:
            for option in item.options:
                share = "=" if option.right else "~%0%"  # a text may begin with a percentage
                yield f"{share}{_text(option.text.text)}#{_text(option.why.text)}"
        case Form.MULTIPLE:
            for option in item.options:
                share = RIGHT_SHARE[len(item.key)] if option.right else WRONG_SHARE
                yield f"~%{share}%{_text(option.text.text)}#{_text(option.why.text)}"


def _text(text: str) -> str:
    """A text in which nothing is a mark of the format; ``->`` cannot be escaped."""
    return text.replace("->", "→").translate(_SPECIAL)


def _loses(_: Course, item: Item) -> Iterator[str]:
    if item.sorted and item.model.form in {Form.SINGLE, Form.MULTIPLE}:
        yield "order-of-answers"
    if item.model.form is Form.MULTIPLE:
        yield "partial-marks"
    if item.model.form is Form.NUMERIC:
        yield "unit-apart"
    if item.model.form is Form.MATCHING or unsaid(item):
        yield "each-reason"


CARRIER = Carrier("gift", ".gift", _FORMS, _pack, sign=_SIGN, loses=_loses)
