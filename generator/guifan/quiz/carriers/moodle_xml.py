"""Moodle XML.

Source: https://docs.moodle.org/en/Moodle_XML_format. Texts are HTML; ``idnumber`` holds the id.
"""

from collections.abc import Iterator, Mapping
from html import escape

from guifan.quiz.carriers._carrier import MARK, Carrier, Course
from guifan.quiz.carriers._marks import RIGHT_SHARE, WRONG_SHARE
from guifan.quiz.carriers._told import explanation, is_true, points, tags, written
from guifan.quiz.carriers._xml import Element, document, element
from guifan.quiz.item import Form, Item

_TYPES = {
    Form.SINGLE: "multichoice",
    Form.MULTIPLE: "multichoice",
    Form.TRUE_FALSE: "truefalse",
    Form.NUMERIC: "numerical",
    Form.FILL_IN: "shortanswer",
    Form.ORDERING: "ordering",
    Form.MATCHING: "matching",
    Form.SHORT_ANSWER: "essay",
    Form.CASE_ANALYSIS: "essay",
}


def _pack(course: Course) -> Mapping[str, bytes]:
    category = f"$course$/top/{course.title.replace('/', '//')}"
    questions = [element("question", {"type": "category"}, _plain("category", category))]
    questions += [_question(course, item) for item in course.items]
    return {"questions.xml": document(element("quiz", {"generator": MARK}, *questions))}


def _question(course: Course, item: Item) -> Element:
    return element(
        "question",
        {"type": _TYPES[item.model.form]},
        _plain("name", item.id),
        _html("questiontext", item.stem.text),
        _html("generalfeedback", explanation(course, item)),
        element("defaultgrade", text=str(course.worth(item))),
        element("penalty", text="0"),
        element("hidden", text="0"),
        element("idnumber", text=item.id),
        *_answers(item),
        element("tags", {}, *(_plain("tag", tag) for tag in tags(item))),
    )


def _answers(item: Item) -> Iterator[Element]:
    match item.model.form:
        case Form.SINGLE | Form.MULTIPLE:
            yield from _choices(item)
        case Form.TRUE_FALSE:
            for value in (True, False):
                chosen = next(one for one in item.options if one.claim.value is value)
                share = "100" if value is is_true(item) else "0"
                yield _answer(share, str(value).lower(), chosen.why.text, "moodle_auto_format")
        case Form.NUMERIC:
            yield from _written(item, element("tolerance", text="0"))
        case Form.FILL_IN:
            yield element("usecase", text="0")
            yield from _written(item)
        case Form.ORDERING:
            yield from _ordering(item)
        case Form.MATCHING:
            yield from _matching(item)
        case Form.SHORT_ANSWER | Form.CASE_ANALYSIS:
            yield from _essay(item)


def _written(item: Item, *inside: Element) -> Iterator[Element]:
    """The right number or word and known mistakes, with what belongs inside of each."""
    for at, option in enumerate(item.options):
        share = "100" if option.right else "0"
        answer = _answer(share, written(item, at), option.why.text, "moodle_auto_format")
        answer.extend(inside)
        yield answer


def _matching(item: Item) -> Iterator[Element]:
    yield element("shuffleanswers", text="true")
    for option in item.options:
        pair = _html("subquestion", option.of.text if option.of else "")
        pair.append(_plain("answer", option.text.text))
        yield pair


def _essay(item: Item) -> Iterator[Element]:
    """Room for an answer in one's own words, and the points for whoever grades it."""
    settings = {
        "responseformat": "editor",
        "responserequired": "1",
        "responsefieldlines": "10",
        "attachments": "0",
    }
    yield from (element(name, text=value) for name, value in settings.items())
    yield _html("graderinfo", "\n".join(points(item)))


def _choices(item: Item) -> Iterator[Element]:
    several = item.model.form is Form.MULTIPLE
    yield element("single", text="false" if several else "true")
    yield element("shuffleanswers", text="false" if item.sorted else "true")
    yield element("answernumbering", text="ABCD")
    right, wrong = (RIGHT_SHARE[len(item.key)], WRONG_SHARE) if several else ("100", "0")
    for option in item.options:
        share = right if option.right else wrong
        yield _answer(share, _paragraph(option.text.text), option.why.text)


def _ordering(item: Item) -> Iterator[Element]:
    """All of them, upright, marked by how much is in its place."""
    settings = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": "0",
        "gradingtype": "ABSOLUTE_POSITION",
        "showgrading": "SHOW",
        "numberingstyle": "none",
    }
    yield from (element(name, text=value) for name, value in settings.items())
    for rank, at in enumerate(item.key, start=1):
        option = item.options[at]
        yield _answer(str(rank), _paragraph(option.text.text), option.why.text)


def _answer(share: str, text: str, why: str, form: str = "html") -> Element:
    attributes = {"fraction": share, "format": form}
    return element("answer", attributes, element("text", text=text), _html("feedback", why))


def _plain(tag: str, text: str) -> Element:
    return element(tag, {}, element("text", text=text))


def _html(tag: str, text: str) -> Element:
    return element(tag, {"format": "html"}, element("text", text=_paragraph(text)))


def _paragraph(text: str) -> str:
    lines = escape(text, quote=False).replace("\n", "<br>")
    return f"<p>{lines}</p>"


def _loses(_: Course, item: Item) -> Iterator[str]:
    if item.model.form is Form.ORDERING:
        yield "plugin"
    if item.model.form is Form.MULTIPLE:
        yield "partial-marks"
    if item.model.form is Form.NUMERIC:
        yield "unit-apart"
    if item.model.form is Form.MATCHING:
        yield "each-reason"


CARRIER = Carrier(
    "moodle-xml",
    ".xml",
    frozenset(Form),
    _pack,
    sign=f'generator="{MARK}"',
    loses=_loses,
    weighs=True,
)
