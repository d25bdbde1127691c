"""XML made of elements."""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

Element = ET.Element
NONE: Mapping[str, str] = {}


def element(
    tag: str, attributes: Mapping[str, str] = NONE, *children: Element, text: str = ""
) -> Element:
    """An element with its attributes, and either elements or a text inside."""
    made = ET.Element(tag, dict(attributes))
    made.text = text or None
    made.extend(children)
    return made


def texts(tag: str, values: Iterable[str]) -> list[Element]:
    """An element for each text."""
    return [element(tag, text=value) for value in values]


def document(root: Element) -> bytes:
    """The bytes of a document."""
    ET.indent(root)
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + ET.tostring(root, encoding="unicode").encode() + b"\n"
