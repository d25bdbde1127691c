"""QTI packages, whose two versions differ in the names of things alone.

Source: 1EdTech QTI 2.1 and QTI 3.0 Assessment, Section and Item information models, and the
IMS Content Packaging manifests that they prescribe.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guifan.quiz.carriers._carrier import MARK, Course
from guifan.quiz.carriers._told import amount, explanation, unsaid
from guifan.quiz.carriers._xml import Element, document, element
from guifan.quiz.item import CHOSEN, Form, Item
from guifan.quiz.record import LETTERS, right_column

_CAPITAL = re.compile(r"(?=[A-Z])")
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of QTI.

    Args:
        prefix: of every element, whose name is then written in kebab case; empty for neither.
        namespace: of items and tests.
        schema: where its schema is published.
        packaging: namespace of the manifest.
        name: what the manifest calls it.
        number: and which number.
        resource: how the type of a resource ends.
        body: what a feedback wraps its content in, if it does.
    """

    prefix: str
    namespace: str
    schema: str
    packaging: str
    name: str
    number: str
    resource: str
    body: str = ""

    def __call__(
        self,
        tag: str,
        attributes: Mapping[str, str] | None = None,
        *inside: Element,
        text: str = "",
    ) -> Element:
        """An element named as QTI 2.1 names it."""
        named = {self._named(key): value for key, value in (attributes or {}).items()}
        return element(self.prefix + self._named(tag), named, *inside, text=text)

    def root(self, tag: str, attributes: Mapping[str, str], *inside: Element) -> Element:
        """The outermost element of a document."""
        made = self(tag, attributes, *inside)
        made.set("xmlns", self.namespace)
        made.set("xmlns:xsi", _XSI)
        made.set("xsi:schemaLocation", f"{self.namespace} {self.schema}")
        return made

    def _named(self, name: str) -> str:
        if not self.prefix or ":" in name:
            return name
        return "-".join(_CAPITAL.split(name)).lower()


def packaged(course: Course, qti: Version) -> Mapping[str, bytes]:
    """The manifest, a test of all questions, and each question."""
    files = {f"items/{item.id}.xml": document(_item(course, item, qti)) for item in course.items}
    test = document(_test(course, qti))
    return {"imsmanifest.xml": document(_manifest(course, qti)), "test.xml": test, **files}


def _manifest(course: Course, qti: Version) -> Element:
    test = element(
        "resource",
        {"identifier": "test", "type": f"imsqti_test_{qti.resource}", "href": "test.xml"},
        element("file", {"href": "test.xml"}),
        *(element("dependency", {"identifierref": item.id}) for item in course.items),
    )
    kind = f"imsqti_item_{qti.resource}"
    items = [
        element(
            "resource",
            {"identifier": item.id, "type": kind, "href": f"items/{item.id}.xml"},
            element("file", {"href": f"items/{item.id}.xml"}),
        )
        for item in course.items
    ]
    return element(
        "manifest",
        {"xmlns": qti.packaging, "identifier": MARK},
        element(
            "metadata",
            {},
            element("schema", text=qti.name),
            element("schemaversion", text=qti.number),
        ),
        element("organizations"),
        element("resources", {}, test, *items),
    )


def _test(course: Course, qti: Version) -> Element:
    questions = (
        qti("assessmentItemRef", {"identifier": item.id, "href": f"items/{item.id}.xml"})
        for item in course.items
    )
    section = {"identifier": "all", "title": course.title, "visible": "true"}
    part = {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"}
    return qti.root(
        "assessmentTest",
        {"identifier": "test", "title": course.title, "toolName": MARK},
        qti("testPart", part, qti("assessmentSection", section, *questions)),
    )


def _item(course: Course, item: Item, qti: Version) -> Element:
    attributes = {
        "identifier": item.id,
        "title": item.id,
        "label": f"{item.clause.address} {item.clause.version} {item.hash}",
        "adaptive": "false",
        "timeDependent": "false",
        "xml:lang": course.language,
        "toolName": MARK,
    }
    several = "multiple" if item.model.form is Form.MULTIPLE else "single"
    return qti.root(
        "assessmentItem",
        attributes,
        _response(item, qti),
        qti(
            "outcomeDeclaration",
            {"identifier": "SCORE", "cardinality": "single", "baseType": "float"},
            qti("defaultValue", {}, qti("value", text="0")),
        ),
        qti(
            "outcomeDeclaration",
            {"identifier": "FEEDBACK", "cardinality": several, "baseType": "identifier"},
        ),
        qti("itemBody", {}, element("div", {}, _asked(item, qti))),
        _processing(item, qti),
        *_feedback(course, item, qti),
    )


_SHAPES: Mapping[Form, tuple[str, str]] = {
    Form.SINGLE: ("single", "identifier"),
    Form.TRUE_FALSE: ("single", "identifier"),
    Form.MULTIPLE: ("multiple", "identifier"),
    Form.ORDERING: ("ordered", "identifier"),
    Form.MATCHING: ("multiple", "directedPair"),
    Form.NUMERIC: ("single", "float"),
    Form.FILL_IN: ("single", "string"),
}
"""How many answers a response has, and of which type, by form."""


def _response(item: Item, qti: Version) -> Element:
    cardinality, base = _SHAPES[item.model.form]
    attributes = {"identifier": "RESPONSE", "cardinality": cardinality, "baseType": base}
    values = (qti("value", text=value) for value in _key(item))
    return qti("responseDeclaration", attributes, qti("correctResponse", {}, *values))


def _key(item: Item) -> list[str]:
    match item.model.form:
        case Form.NUMERIC:
            return [amount(item)]
        case Form.FILL_IN:
            return [item.options[0].text.text]
        case Form.MATCHING:
            column = right_column(item)
            pairs = enumerate(item.options, start=1)
            return [f"L{at} {LETTERS[column.index(option)]}" for at, option in pairs]
    return [LETTERS[at] for at in item.key]


def _asked(item: Item, qti: Version) -> Element:
    """The question with what it is answered by."""
    form = item.model.form
    if form in {Form.NUMERIC, Form.FILL_IN}:
        entry = {"responseIdentifier": "RESPONSE", "expectedLength": "12"}
        return element("p", {}, qti("textEntryInteraction", entry), text=f"{item.stem.text} ")
    prompt = qti("prompt", text=item.stem.text)
    attributes = {"responseIdentifier": "RESPONSE", "shuffle": "false"}
    if form is Form.MATCHING:
        most = {"maxAssociations": str(len(item.options))}
        left = [(f"L{at}", one.of.text if one.of else "") for at, one in enumerate(item.options, 1)]
        right = list(zip(LETTERS, (one.text.text for one in right_column(item)), strict=False))
        sides = (_side(side, qti) for side in (left, right))
        return qti("matchInteraction", attributes | most, prompt, *sides)
    choices = (
        qti("simpleChoice", {"identifier": letter}, text=option.text.text)
        for letter, option in zip(LETTERS, item.options, strict=False)
    )
    if form is Form.ORDERING:
        return qti("orderInteraction", attributes, prompt, *choices)
    attributes |= {"maxChoices": "0" if form is Form.MULTIPLE else "1"}
    return qti("choiceInteraction", attributes, prompt, *choices)


def _side(entries: list[tuple[str, str]], qti: Version) -> Element:
    choices = (
        qti("simpleAssociableChoice", {"identifier": name, "matchMax": "1"}, text=text)
        for name, text in entries
    )
    return qti("simpleMatchSet", {}, *choices)


def _processing(item: Item, qti: Version) -> Element:
    """One mark for the whole key, else none; the feedback is of what was chosen."""
    response, chosen = (qti("variable", {"identifier": "RESPONSE"}) for _ in range(2))
    key = qti("correct", {"identifier": "RESPONSE"})
    right, wrong = (
        qti("setOutcomeValue", {"identifier": "SCORE"}, _value(qti, "float", number))
        for number in ("1", "0")
    )
    told = chosen if item.model.form in CHOSEN else _value(qti, "identifier", _WHOLE)
    return qti(
        "responseProcessing",
        {},
        qti(
            "responseCondition",
            {},
            qti("responseIf", {}, qti("match", {}, response, key), right),
            qti("responseElse", {}, wrong),
        ),
        qti("setOutcomeValue", {"identifier": "FEEDBACK"}, told),
    )


_WHOLE = "KEY"
"""The feedback that is shown whatever was answered."""


def _value(qti: Version, base: str, text: str) -> Element:
    return qti("baseValue", {"baseType": base}, text=text)


def _feedback(course: Course, item: Item, qti: Version) -> Iterator[Element]:
    told = explanation(course, item)
    if item.model.form not in CHOSEN:
        yield _modal(qti, _WHOLE, told)
        return
    for letter, option in zip(LETTERS, item.options, strict=False):
        yield _modal(qti, letter, told if option.right else option.why.text)


def _modal(qti: Version, name: str, text: str) -> Element:
    attributes = {"outcomeIdentifier": "FEEDBACK", "identifier": name, "showHide": "show"}
    paragraph = element("p", {}, text=text)
    inside = qti(qti.body, {}, paragraph) if qti.body else paragraph
    return qti("modalFeedback", attributes, inside)


def loses(_: Course, item: Item) -> Iterator[str]:
    """What neither version holds as we pack it."""
    if item.model.form is Form.NUMERIC:
        yield "unit-apart"
    if item.model.form in {Form.MATCHING, Form.ORDERING} or unsaid(item):
        yield "each-reason"
