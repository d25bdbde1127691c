"""cmi5: one assignable unit with our own player, which reports each answer by the question's id.

Source: the cmi5 specification, current edition, AICC/ADL 2016.
"""

from collections.abc import Mapping

from guifan.quiz.carriers._carrier import MARK, Carrier, Course
from guifan.quiz.carriers._player import loses, played
from guifan.quiz.carriers._xml import Element, document, element
from guifan.quiz.item import MARKED, digest

_NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def _pack(course: Course) -> Mapping[str, bytes]:
    return {"cmi5.xml": document(_structure(course)), **played(course, "cmi5.js")}


def _structure(course: Course) -> Element:
    name = digest(course.title)
    unit = {
        "id": f"urn:{MARK}:questions:{name}",
        "launchMethod": "AnyWindow",
        "masteryScore": f"{course.mastery / 100:g}",
        "moveOn": "Passed",
    }
    return element(
        "courseStructure",
        {"xmlns": _NAMESPACE},
        element(
            "course",
            {"id": f"urn:{MARK}:course:{name}"},
            _said(course, "title"),
            _said(course, "description"),
        ),
        element(
            "au",
            unit,
            _said(course, "title"),
            _said(course, "description"),
            element("url", text="index.html"),
        ),
    )


def _said(course: Course, tag: str) -> Element:
    return element(tag, {}, element("langstring", {"lang": course.language}, text=course.title))


CARRIER = Carrier("cmi5", ".zip", MARKED, _pack, loses=loses, plays=True)
