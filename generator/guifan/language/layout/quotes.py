"""How a value is best quoted: not at all, where no reader of YAML would take it for another."""

import re
from functools import lru_cache

from yaml import ScalarNode
from yaml.resolver import Resolver

from guifan.language.nodes import Node, Scalar, SequenceNode, empty
from guifan.language.parser import parse
from guifan.language.source import Source
from guifan.language.syntax_errors import in_quotes

_TEXT = "tag:yaml.org,2002:str"
# YAML 1.2 and 1.1 differ in what is a number; what looks like one to either keeps its quotes.
_LIKE_A_NUMBER = re.compile(r"[-+]?[.0-9][-+.,:_0-9a-fA-FxoE]*")
_PLACE = "\0"
_VALUES = (f"k: {_PLACE}\n", f"- {_PLACE}\n")
_LISTED_VALUES = (f"- [{_PLACE}, v]\n", f"k: {{k: {_PLACE}}}\n")
_KEYS = (f"{_PLACE}: v\n", f"- {_PLACE}: v\n")
_LISTED_KEYS = (f"- {{{_PLACE}: v}}\n",)


def written(source: Source, scalar: Scalar, *, in_brackets: bool, as_key: bool = False) -> str:
    """A value of one line as it should be written; escapes are left as they are."""
    mark = scalar.mark
    raw = source.lines[mark.line][mark.column : mark.end_column]
    if scalar.style not in ("'", '"') or mark.line != mark.end_line:
        return raw
    if scalar.style == '"' and "\\" in raw:
        return raw
    return quoted(scalar.text, in_brackets=in_brackets, as_key=as_key)


@lru_cache(maxsize=4096)
def quoted(text: str, *, in_brackets: bool, as_key: bool = False) -> str:
    """A text of one line, in quotes where it needs them."""
    if as_key:
        places = _LISTED_KEYS if in_brackets else _KEYS
    else:
        places = _LISTED_VALUES if in_brackets else _VALUES
    is_plain = _is_text(text) and all(_reads(place, text) for place in places)
    return text if is_plain else in_quotes(text)


def _is_text(text: str) -> bool:
    """Whether another reader of YAML takes it for text, and not for a number, a date or nothing."""
    if _LIKE_A_NUMBER.fullmatch(text):
        return False
    tag = Resolver().resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # the stubs leave it untyped
    return bool(tag == _TEXT)


def _reads(place: str, text: str) -> bool:
    """Whether the text without quotes reads the same in a place."""
    root, findings = parse(Source("", place.replace(_PLACE, text)))
    if root is None or findings:
        return False
    found = [one for one in _scalars(root) if one.text not in ("k", "v")]
    expected = [text] if text not in ("k", "v") else []
    return [one.text for one in found] == expected and not any(map(empty, found))


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, SequenceNode):
        return [one for value in node.values for one in _scalars(value)]
    return [one for key, value in node.entries for one in (key, *_scalars(value))]
