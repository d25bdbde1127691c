"""JSON: everything there is of each question, with its proof; nothing is lost."""

import json
from collections.abc import Mapping

from guifan.quiz.carriers._carrier import MARK, Carrier, Course
from guifan.quiz.item import Form
from guifan.quiz.record import record


def _pack(course: Course) -> Mapping[str, bytes]:
    data = {
        "generator": MARK,
        "title": course.title,
        "language": course.language,
        "date": course.day.isoformat(),
        "items": [record(item) | {"points": course.worth(item)} for item in course.items],
    }
    return {"questions.json": (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()}


CARRIER = Carrier(
    "json", ".json", frozenset(Form), _pack, sign=f'"generator": "{MARK}"', weighs=True
)
