"""What a reference prints: the one place that knows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from guifan.corpus.addresses import Target
from guifan.corpus.graph import Corpus
from guifan.findings import listed
from guifan.language.hours import Hours
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.regulation import Article, Floor, Regulation
from guifan.language.labels import Label
from guifan.language.model import Choice, Part
from guifan.language.quantities import Value, say
from guifan.language.texts import Blank, Mention, Plain, Unclosed, segments


@dataclass(frozen=True, slots=True)
class Printed:
    """A reference as a reader sees it: what it prints, and where it leads."""

    text: str
    target: Target


Segment = Plain | Printed | Blank


def printed(corpus: Corpus, text: str, locale: str = "zh-Hans") -> Iterator[Segment]:
    """A text with its references filled in.

    A reference that names nothing prints as it was written; the rules report it.
    """
    if "【" not in text:
        yield Plain(text)
        return
    for segment in segments(text):
        match segment:
            case Mention(address=address, start=start, end=end):
                target = corpus.resolve(address)
                yield (
                    Printed(prints(target, locale), target)
                    if target
                    else Plain(f"【{text[start:end]}】")
                )
            case Unclosed(start=start, end=end):
                yield Plain(text[start:end])
            case _:
                yield segment


def plain_text(corpus: Corpus, text: str, locale: str = "zh-Hans") -> str:
    """A text with its references filled in, as plain text; a slot stays 【名】."""
    if "【" not in text:
        return text
    return "".join(
        f"【{segment.name}】" if isinstance(segment, Blank) else segment.text
        for segment in printed(corpus, text, locale)
    )


def prints(target: Target, locale: str = "zh-Hans") -> str:
    """What a reference to ``target`` prints."""
    if target.field:
        return value_text(target.value, locale)
    part = target.part
    for model, form in _FORMS.items():
        if isinstance(part, model):
            return form(target, part, locale)
    return str(getattr(part, "title", None) or getattr(part, "what", None) or part)


def _limit(_: Target, limit: Limit, locale: str) -> str:
    return say(limit.amount, locale)


def _article(target: Target, article: Article, locale: str) -> str:
    short = target.item.short if isinstance(target.item, Regulation) else target.item.title
    return f"《{short}》{article.number}"


_FORMS: dict[type[Part], Callable[[Target, Any, str], str]] = {
    Limit: _limit,
    Regulation: lambda _, regulation, __: f"《{regulation.short}》",
    Article: _article,
    Floor: lambda _, floor, locale: say(floor.value, locale),
}
"""Kinds that print something other than their title."""


def value_text(value: Any, locale: str = "zh-Hans") -> str:
    """A field's value in words: quantities by locale, lists as it joins them, choices by name."""
    match value:
        case None:
            return ""
        case Choice():
            return Label(value.label).say(locale)
        case bool():
            return Label("是" if value else "否").say(locale)
        case tuple():
            return listed(value_text(one, locale) for one in value).say(locale)
        case Hours():
            return value.say(locale)
        case date() | str() | int():
            return str(value)
        case Part():
            return str(getattr(value, "title", value))
    quantity: Value = value
    return say(quantity, locale)
