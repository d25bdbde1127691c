"""What somebody answered, told from how a file writes it, and whether that is right."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from guifan.quiz.item import CHOSEN, Form, Item
from guifan.quiz.record import LETTERS, right_column


@dataclass(frozen=True, slots=True)
class Marked:
    """An answer as it was understood.

    Args:
        letters: of the options that were chosen; empty for other types of questions.
        right: whether it is right by the key; None where it was not understood.
    """

    letters: str = ""
    right: bool | None = None


def marked(item: Item, answer: str) -> Marked:
    """Understand an answer.

    Args:
        item: the question.
        answer: as a file writes it: letters, the words of options, a number, a word.
    """
    answer = unicodedata.normalize("NFKC", answer).strip()
    match item.model.form:
        case Form.NUMERIC:
            return Marked(right=_number(answer, item.options[0].text.text))
        case Form.FILL_IN:
            return Marked(right=_words(answer) == _words(item.options[0].text.text))
        case Form.MATCHING:
            return Marked(right=_pairs(item, answer))
        case Form.ORDERING:
            places = _letters(answer, len(item.options)) or _texts(item, answer)
            key = "".join(LETTERS[at] for at in item.key)
            return Marked(right=places == key if places else None)
    assert item.model.form in CHOSEN
    letters = _truth(item, answer) if item.model.form is Form.TRUE_FALSE else ""
    letters = letters or _letters(answer, len(item.options)) or _texts(item, answer)
    letters = "".join(sorted(set(letters)))
    key = "".join(LETTERS[at] for at in item.key)
    return Marked(letters, letters == key if letters else None)


_SEPARATORS = re.compile(r"\[,\]|[\s,;、/|.。]+")
_TRUE = frozenset({"true", "t", "对", "正确", "√", "1", "是"})
_FALSE = frozenset({"false", "f", "错", "错误", "×", "0", "否"})


def _letters(answer: str, count: int) -> str:
    text = _SEPARATORS.sub("", answer).upper()
    is_letters = bool(text) and len(text) <= count and set(text) <= set(LETTERS[:count])
    return text if is_letters else ""


def _texts(item: Item, answer: str) -> str:
    """The letters of options whose words were written; empty unless all of it is such words."""
    options = [(_words(one.text.text), at) for at, one in enumerate(item.options)]
    wanted, found = _words(answer), ""
    while wanted:
        held = [(text, at) for text, at in options if wanted.startswith(text)]
        if not held:
            return ""
        text, at = max(held, key=lambda one: len(one[0]))
        found += LETTERS[at]
        wanted = wanted[len(text) :].lstrip(";, ")
    return found


def _truth(item: Item, answer: str) -> str:
    """The letter of what a true/false answer asserts."""
    text = answer.casefold()
    if text not in _TRUE | _FALSE:
        return ""
    asserts = (one.claim.value is (text in _TRUE) for one in item.options)
    return next((letter for letter, fits in zip(LETTERS, asserts, strict=False) if fits), "")


def _words(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip("。.")


_NUMBER = re.compile(r"[-+]?\d+(?:[,\d]*\d)?(?:\.\d+)?")


def _number(answer: str, key: str) -> bool | None:
    """Whether two numbers are one, whatever unit stands behind them."""
    given, wanted = _first(answer), _first(unicodedata.normalize("NFKC", key))
    return None if given is None or wanted is None else given == wanted


def _first(text: str) -> Decimal | None:
    found = _NUMBER.search(text)
    return Decimal(found.group().replace(",", "")) if found else None


_PAIR = re.compile(r"(\d)\s*(?:\[\.\]|[-.:])?\s*([A-H])", re.IGNORECASE)


def _pairs(item: Item, answer: str) -> bool | None:
    found = {(int(left), right.upper()) for left, right in _PAIR.findall(answer)}
    return found == set(_key_pairs(item)) if found else None


def _key_pairs(item: Item) -> Sequence[tuple[int, str]]:
    column = right_column(item)
    return [(at, LETTERS[column.index(one)]) for at, one in enumerate(item.options, start=1)]
