"""Values as the text under which they are kept: JSON in which a record is its fields."""

import json
from dataclasses import fields
from typing import Any


def text_of(value: object) -> str:
    """A value as text.

    Raises:
        TypeError: it holds something that is neither plain nor a dataclass.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=fields_of)


def fields_of(record: Any) -> dict[str, object]:
    """The fields of a dataclass by their names.

    Raises:
        TypeError: it is none.
    """
    return {one.name: getattr(record, one.name) for one in fields(record)}
