"""Clauses and sentences of a text, and what makes a clause exact: a number, a day, a limit named.

A clause ends at a comma, a full stop, a semicolon or a colon; a sentence at a full stop or a break.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guifan.corpus.graph import Corpus
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.regulation import Floor, Regulation
from guifan.language.literals import find_quantities
from guifan.language.numerals import NUMERAL
from guifan.language.texts import Blank, mentions, segments
from guifan.language.units import MEASURES
from guifan.language.written import half_width

_STOPS = r"[。；！？\n]|[;!?](?=\s|$)"
_SENTENCE = re.compile(_STOPS.replace("；", "").replace(";", ""))
_CLAUSE = re.compile(rf"{_STOPS}|[，：]|[,:](?![0-9])")

_QUOTED = re.compile(r"「([^「」\n]*)」|“([^“”\n]*)”|‘([^‘’\n]*)’|\"([^\"\n]*)\"")
_NOT_TO_BE_SAID = re.compile(r"[不别勿](?:得|要|能|可以?|许|准)?再?[说写用讲念答]$")

_DAYS = re.compile(
    r"[当次翌隔]日|[当次][天晚月年]|本[周月]内|当班(?:内|就|上?报)|当场|第[二三四五六七八九十0-9]+[天日]"
    r"|每隔?(?:[一两二三四五六七八九十]|[0-9]+)?个?(?:班|日|天|周|月|季|半年|年|营业日|工作日|小时)"
    r"|(?<![0-9:])[0-2]?[0-9]:[0-5][0-9]|[0-9]+\s*月\s*[0-9]+\s*日|[周月季年]度?[初末底]"
)
"""Words that name a day, an hour or how often, without a quantity."""

_COUNT = re.compile(
    rf"(?:[二两三四五六七八九十百千万]|[0-9])(?:{NUMERAL})?\s*个?(?:{'|'.join(MEASURES)})(?!性)"
)
_SLOT = re.compile("[时日天月期限点次数钟]")


class Stretch(NamedTuple):
    """A part of a text, ``text[start:end]``."""

    start: int
    end: int


def clause(text: str, at: int) -> Stretch:
    """The clause in which a character stands."""
    return _around(_CLAUSE, text, at)


def sentence(text: str, at: int) -> Stretch:
    """The sentence in which a character stands."""
    return _around(_SENTENCE, text, at)


def _around(ends: re.Pattern[str], text: str, at: int) -> Stretch:
    start, end = 0, len(text)
    for match in ends.finditer(text):
        if match.start() >= at:
            return Stretch(start, match.start())
        start = match.end()
    return Stretch(start, end)


def says_when(corpus: Corpus, text: str) -> bool:
    """Whether a clause names a time, a day, how often, or a limit or slot that does."""
    plain = re.sub("【[^】]*】", "", half_width(text))
    if _DAYS.search(plain) or find_quantities(text):
        return True
    if any(_sets_a_value(corpus, one.address) for one in mentions(text)):
        return True
    return any(isinstance(one, Blank) and _SLOT.search(one.name) for one in segments(text))


def says_how_much(corpus: Corpus, text: str) -> bool:
    """Whether a clause names a number of anything, or when."""
    return bool(_COUNT.search(half_width(text))) or says_when(corpus, text)


def _sets_a_value(corpus: Corpus, address: str) -> bool:
    target = corpus.resolve(address)
    return target is not None and (
        isinstance(target.item, (Limit, Metric)) or isinstance(target.part, Floor)
    )


def quotations(text: str) -> Iterator[Stretch]:
    """The stretches between quotation marks."""
    for match in _QUOTED.finditer(text):
        yield Stretch(*match.span(match.lastindex or 0))


def is_only_quoted(corpus: Corpus, text: str, words: Stretch) -> bool:
    """Whether words of a text are named, not used: the law's, cited; not to be said; by itself."""
    for quoted in quotations(text):
        if quoted.start <= words.start < words.end <= quoted.end:
            before = text[clause(text, quoted.start - 1).start : quoted.start - 1]
            is_alone = text[slice(*quoted)].strip() == text[slice(*words)]
            return is_alone or bool(_NOT_TO_BE_SAID.search(before)) or _cites(corpus, text, quoted)
    return False


def _cites(corpus: Corpus, text: str, quoted: Stretch) -> bool:
    """Whether the sentence of a quotation names, outside it, the law or paper it is from."""
    whole = sentence(text, quoted.start - 1)
    around = text[whole.start : quoted.start] + text[quoted.end : whole.end]
    named = (corpus.resolve(one.address) for one in mentions(around))
    return "《" in around or any(one and isinstance(one.item, Regulation) for one in named)
