"""SCORM 1.2: one object with our own player, which reports each answer by the question's id.

Source: SCORM 1.2 Content Aggregation Model, ADL 2001.
"""

from collections.abc import Mapping

from guifan.quiz.carriers._carrier import MARK, Carrier, Course
from guifan.quiz.carriers._player import loses, played
from guifan.quiz.carriers._xml import Element, document, element
from guifan.quiz.item import MARKED, digest

_IMS = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def _pack(course: Course) -> Mapping[str, bytes]:
    files = played(course, "scorm-1.2.js")
    return {"imsmanifest.xml": document(_manifest(course, list(files))), **files}


def _manifest(course: Course, files: list[str]) -> Element:
    item = element(
        "item",
        {"identifier": "questions", "identifierref": "player"},
        element("title", text=course.title),
        element("adlcp:masteryscore", text=str(course.mastery)),
    )
    organization = element(
        "organization", {"identifier": "course"}, element("title", text=course.title), item
    )
    resource = element(
        "resource",
        {
            "identifier": "player",
            "type": "webcontent",
            "adlcp:scormtype": "sco",
            "href": "index.html",
        },
        *(element("file", {"href": name}) for name in files),
    )
    return element(
        "manifest",
        {
            "identifier": f"{MARK}-{digest(course.title)}",
            "version": "1",
            "xmlns": _IMS,
            "xmlns:adlcp": _ADL,
            "xmlns:xsi": _XSI,
            "xsi:schemaLocation": f"{_IMS} imscp_rootv1p1p2.xsd {_ADL} adlcp_rootv1p2.xsd",
        },
        element(
            "metadata",
            {},
            element("schema", text="ADL SCORM"),
            element("schemaversion", text="1.2"),
        ),
        element("organizations", {"default": "course"}, organization),
        element("resources", {}, resource),
    )


CARRIER = Carrier("scorm-1.2", ".zip", MARKED, _pack, loses=loses, plays=True)
