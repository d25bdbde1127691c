"""Formulas of metrics: text over the ids of variables, read into a tree.

``answered / offered × 100%``: the four operations (``+ - × ÷``, also ``− * /``), numbers, percent
and parentheses. An id may hold hyphens, so that a minus stands apart by spaces.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from guifan.language.model import ID
from guifan.language.written import half_width

SIGNS = {"+": "+", "-": "-", "−": "-", "–": "-", "×": "×", "*": "×", "÷": "÷", "/": "÷"}
"""Every way to write an operation, with the one that stands for it."""

_LONGEST = 40
_DEEPEST = 12
_NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
_TOKEN = re.compile(rf"\s*(?:(?P<number>{_NUMBER}\s*[%‰]?)|(?P<name>{ID})|(?P<sign>[^\s]))")


class NotAFormulaError(ValueError):
    """A text that is no formula.

    Args:
        key: what is wrong, in kebab case.
        span: the first and last+1 character of the culprit.
        text: the culprit.
    """

    def __init__(self, key: str, span: tuple[int, int], text: str) -> None:
        super().__init__(key, span, text)
        self.key, self.span, self.text = key, span, text


@dataclass(frozen=True, slots=True)
class Number:
    """A number; ``100%`` is 1."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, and the characters where it stands."""

    id: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Operation:
    """``left sign right``; ``sign`` is one of ``+ - × ÷``, ``span`` where it stands."""

    sign: str
    left: "Tree"
    right: "Tree"
    span: tuple[int, int]


Tree = Number | Name | Operation


@dataclass(frozen=True, slots=True)
class _Token:
    sort: str
    text: str
    span: tuple[int, int]


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(half_width(text)):
        sort = str(found.lastgroup)
        yield _Token(sort, found[sort], found.span(sort))


def names(tree: Tree) -> Iterator[Name]:
    """The variables of a formula, in their order, as often as they stand in it."""
    match tree:
        case Name():
            yield tree
        case Operation(_, left, right):
            yield from names(left)
            yield from names(right)


def parse_formula(text: str) -> Tree:
    """Read a formula.

    Raises:
        NotAFormulaError: ``unreadable``, ``ends``, ``unclosed``, ``too-long``.
    """
    found = tuple(_tokens(text))
    if len(found) > _LONGEST:
        raise NotAFormulaError("too-long", found[_LONGEST].span, found[_LONGEST].text)
    reader = _Reader(found, len(text.rstrip()))
    tree = reader.sum(0)
    if reader.here is not None:
        raise NotAFormulaError("unreadable", reader.here.span, reader.here.text)
    return tree


class _Reader:
    """Reads tokens from left to right; products bind closer than sums."""

    def __init__(self, found: tuple[_Token, ...], end: int) -> None:
        self._found = found
        self._at = 0
        self._end = end

    @property
    def here(self) -> _Token | None:
        """The next token."""
        return self._found[self._at] if self._at < len(self._found) else None

    def sum(self, depth: int) -> Tree:
        """Products, added and subtracted."""
        tree = self._product(depth)
        while token := self._sign("+-"):
            tree = Operation(SIGNS[token.text], tree, self._product(depth), token.span)
        return tree

    def _product(self, depth: int) -> Tree:
        tree = self._factor(depth)
        while token := self._sign("×÷"):
            tree = Operation(SIGNS[token.text], tree, self._factor(depth), token.span)
        return tree

    def _sign(self, wanted: str) -> _Token | None:
        token = self.here
        if token is None or token.sort != "sign" or SIGNS.get(token.text, "?") not in wanted:
            return None
        self._at += 1
        return token

    def _factor(self, depth: int) -> Tree:
        token = self.here
        if token is None:
            raise NotAFormulaError("ends", (max(self._end - 1, 0), self._end), "")
        self._at += 1
        if token.sort == "name":
            return Name(token.text, token.span)
        if token.sort == "number":
            return Number(_number(token.text))
        if token.text != "(" or depth == _DEEPEST:
            raise NotAFormulaError("unreadable", token.span, token.text)
        tree = self.sum(depth + 1)
        if self.here is None:
            raise NotAFormulaError("unclosed", token.span, token.text)
        if self.here.text != ")":
            raise NotAFormulaError("unreadable", self.here.span, self.here.text)
        self._at += 1
        return tree


def _number(text: str) -> Fraction:
    share = {"%": 100, "‰": 1000}.get(text[-1])
    return Fraction(text.rstrip("%‰ ")) / (share or 1)


def worded(text: str, titles: Mapping[str, str]) -> str:
    """A formula as readers see it: the variables by their titles, all else as written."""
    parts, last = [], 0
    for token in _tokens(text):
        if token.sort == "name" and token.text in titles:
            start, end = token.span
            parts += [text[last:start], titles[token.text]]
            last = end
    return "".join((*parts, text[last:]))
