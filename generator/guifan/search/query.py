"""What a reader may have meant by what was typed: with and without question words, and synonyms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

ASKING = (
    "多长时间内?|要?多久[能会要才]?|几个工作日|几个小时|几[日天月个次]|多少[钱元日天次]?|"
    "什么时候|何时|时限|期限"
)
"""What asks for a number."""

_FILLER = (
    "请问|我想|我要|想要|可以不可以|可不可以|能不能|可以|能否|是否|应该|应当|需要|要不要|"
    "怎么办理|怎么处理|怎么办|怎么样|怎么|怎样|如何|是什么|什么|哪些|哪里|哪儿|吗|呢|吧|啊|的|了|到底|究竟|一下|"
    "how (?:do|can|to|long|much|many)|what|the|is|are|a|an|to|of|for|in|on|do|does|can|i|my"
)
_ASKS = re.compile(f"{ASKING}|[0-9](?:工作日|小时|分钟|秒|日|周|月|年|元|%)|[0-9]%")
_ASKING = re.compile(ASKING)
_WORDS = re.compile(
    "|".join(
        rf"(?<![a-z0-9]){one}(?![a-z0-9])" if re.match("[a-z]", one) else one
        for one in re.split(r"\|(?![^(]*\))", _FILLER)
    )
)

MOST = 12
"""Meanings of one query that are tried."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One reading of a query, and how sure it is, in hundredths."""

    text: str
    share: int


def sources() -> Mapping[str, object]:
    """The patterns, for the browser: they mean the same there."""
    return {
        "asks": _ASKS.pattern,
        "asking": _ASKING.pattern,
        "words": _WORDS.pattern,
        "most": MOST,
    }


def asks_number(query: str) -> bool:
    """Whether a simplified query asks for, or names, an amount."""
    return _ASKS.search(query) is not None


def meanings(query: str, synonyms: Mapping[str, Sequence[str]]) -> list[Meaning]:
    """The readings of a simplified query, the literal one first, each once.

    Args:
        query: simplified.
        synonyms: those whose first unit the query has, at least.
    """
    found: dict[str, int] = {}
    for text, share in _plain(query):
        if text.strip():
            found.setdefault(text, share)
    for text, share in list(found.items()):
        for other in _replaced(text, synonyms):
            found.setdefault(other, share - 4)
    return [Meaning(text, share) for text, share in list(found.items())[:MOST]]


def _plain(query: str) -> Iterator[tuple[str, int]]:
    """As typed; without question words; without words that ask for an amount."""
    yield query, 100
    bare = _WORDS.sub(" ", query)
    yield _tidy(bare), 98
    yield _tidy(_ASKING.sub(" ", bare)), 96


def _tidy(text: str) -> str:
    """Without the gaps that the words taken out left, except between letters."""
    text = re.sub(r" +", " ", text).strip()
    return re.sub(r"(?<![a-z0-9]) | (?![a-z0-9])", "", text)


def _replaced(text: str, synonyms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The text with what people say for what the manual says, one at a time, the longest first."""
    said = [one for one in synonyms if one in text]
    for one in sorted(said, key=lambda word: (-len(word), word)):
        for meant in synonyms[one]:
            if not (one in meant and meant in text):
                yield text.replace(one, meant, 1)
