"""Values in words: what stood in a field, and what stands there now."""

from datetime import date
from decimal import Decimal
from typing import Any

from guifan.corpus.addresses import Target, aim
from guifan.corpus.graph import Corpus
from guifan.corpus.references import plain_text
from guifan.findings import Wording, listed
from guifan.language.anatomy import Shape, Spot, shapes
from guifan.language.catalogues import translator
from guifan.language.hours import Hours
from guifan.language.kinds.manual import Chapter, Section
from guifan.language.kinds.regulation import Article
from guifan.language.model import Choice, Item, Part, Text
from guifan.language.quantities import say

YES, NO = Wording(zh="是", en="yes"), Wording(zh="否", en="no")
_QUOTED = Wording(zh="“{text}”", en="“{text}”")
_LONGEST = 60
"""Characters of a text that a sentence about it quotes."""


def label(name: str, language: str) -> str:
    """A Chinese name of the language (of a field, a kind, a choice) as the reader knows it."""
    return translator(language)(name)


def quoted(text: str, language: str) -> str:
    """A text in quotation marks, in one line, cut where it is long."""
    line = " ".join(text.split())
    cut = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return _QUOTED.say(language, {"text": cut})


def value_in_words(corpus: Corpus, item: Item, shape: Shape, value: Any, language: str) -> str:
    """What a field holds.

    Args:
        corpus: in which it stands.
        item: whose field it is, or the field of whose part.
        shape: the field.
        value: what it holds, or one of what it holds.
        language: ``zh`` or ``en``.
    """
    match value:
        case tuple():
            each = (value_in_words(corpus, item, shape, one, language) for one in value)
            return listed(each).say(language)
        case str() if shape.marker and not isinstance(value, Choice):
            return _marked(corpus, item, shape, value, language)
        case Part():
            return part_name(corpus, item, value, language)
    return _plain(value, language)


def _plain(value: Any, language: str) -> str:
    match value:
        case Choice():
            return label(value.label, language)
        case bool():
            return (YES if value else NO).say(language)
        case Hours():
            return value.say(language)
        case date() | str() | int() | Decimal():
            return str(value)
    return say(value, language)


def _marked(corpus: Corpus, item: Item, shape: Shape, value: str, language: str) -> str:
    """A text, quoted; or what a reference names, by its title."""
    if shape.marker is None or isinstance(shape.marker, Text):
        return quoted(plain_text(corpus, value, language), language)
    target = aim(corpus.get, corpus.manual, item, Spot((), value, shape.marker, False))
    return target_name(target) if target else value


def target_name(target: Target) -> str:
    """The title of what an address names: of an item, of a part, of a place in the manual."""
    match target.part:
        case Article(number=number):
            return f"{target.item.title} {number}"
        case Section():
            return " › ".join(
                part.title for part in target.parts if isinstance(part, Chapter | Section)
            )
    return str(getattr(target.part, "title", None) or getattr(target.part, "id", ""))


_NAMES = ("title", "what", "reason", "phrase", "do", "says")
"""The fields that may tell a reader which part is meant, the best first."""


def part_name(corpus: Corpus, item: Item, part: Part, language: str) -> str:
    """How a reader knows a part: by its title or words, else by its first field."""
    found = (getattr(part, name, None) for name in _NAMES)
    texts = [one for one in found if isinstance(one, str) and one]
    if not texts:
        return _by_first_fields(corpus, item, part, language)
    return quoted(plain_text(corpus, texts[0], language), language)


def _by_first_fields(corpus: Corpus, item: Item, part: Part, language: str) -> str:
    """What the first field that says something holds; an id says something to machines alone."""
    for shape in shapes(type(part)):
        value = getattr(part, shape.attribute)
        if shape.attribute != "id" and value not in (None, ()):
            return value_in_words(corpus, item, shape, value, language)
    return str(getattr(part, "id", ""))


def from_to(old: str, new: str) -> str:
    """``5 → 3 个工作日``: a unit that both share is said once."""
    number, space, unit = old.partition(" ")
    if space and number[:1].isdigit() and new.partition(" ")[2] == unit:
        return f"{number} → {new}"
    return f"{old} → {new}"


def plain_value(value: Any) -> object:
    """A value as data: texts, numbers, lists and mappings, quantities as an editor writes them."""
    match value:
        case Part():
            return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        case tuple():
            return [plain_value(one) for one in value]
        case Choice():
            return value.value
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case Hours() | Decimal():
            return str(value)
    return say(value)
