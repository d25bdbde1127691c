"""How a question asks for the value of a limit, so that every case it holds in is named."""

import re

from guifan.language.kinds.limit import Bound
from guifan.quiz.base import Base
from guifan.quiz.fact import Fact
from guifan.quiz.models._due import is_in_days, is_on_the_clock, scoped
from guifan.quiz.said import Said, say

_DIGITS = "0123456789百千万"
"""What a hint must not hold: a number in it may be the answer in other words."""

_ASKS = re.compile("多[少久长大]|几")
"""Words with which an explanation says by itself what is asked."""


def is_asked_as_a_case(fact: Fact) -> bool:
    """Whether a case with a clock asks for it already."""
    limit = fact.source
    if limit.within is None or not (limit.from_ and limit.to) or limit.bound is Bound.AT_LEAST:
        return False
    return is_in_days(limit.within) or is_on_the_clock(limit.within)


_WORDS = ("", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十")
"""Small numbers as explanations write them."""


def _in_words(value: str) -> str:
    """A small amount as an explanation may write it; for others, what none holds."""
    number, _, unit = value.partition(" ")
    small = number.isdecimal() and 0 < int(number) < len(_WORDS)
    return f"{_WORDS[int(number)]}{unit}" if small and unit else value


_FLOOR = re.compile("至少|最少|最短|最低|下限|不少于")
"""Words by which a limit says that more is as good; one without them starts something."""

_POINTS = re.compile("这[么几]|这个[次]?数|多[少久长大]|几")
"""Words by which a sentence of an explanation points at the amount."""


_SHORT = 10
"""As long as a sentence is, at most, that says nothing but how to count."""


def _is_floor(text: str) -> bool:
    """Whether less is not allowed, rather than that something happens from the amount on."""
    return bool(_FLOOR.search(text))


def _hint(text: str) -> str:
    """The first sentence of an explanation; where it only says how to count, the next of use."""
    sentences = [one.strip() for one in re.split("[。\n]", text) if one.strip()]
    first = sentences[0] if sentences else ""
    if len(first) > _SHORT:
        return first
    return next((one for one in sentences if _POINTS.search(one)), first)


def asked(base: Base, fact: Fact) -> Said:
    """How much it is, asked in the limit's own words."""
    _ = base.ground.words
    limit = fact.source
    scope = scoped(base, fact)
    title = base.ground.title(limit.id)
    if limit.from_ and limit.to:
        start, end = base.ground.title(limit.from_), base.ground.title(limit.to)
        template = _("「{title}」{scope}：从「{start}」到「{end}」，最长多久？")
        if limit.bound is Bound.AT_LEAST:
            template = _("「{title}」{scope}：从「{start}」到「{end}」，最短多久？")
        return say(template, title=title, start=start, end=end, scope=scope)
    about = base.ground.text(limit, limit.explains or "")
    first = _hint(about.text)
    least = limit.bound is Bound.AT_LEAST and _is_floor(title.text + about.text)
    key = fact.value_said.text
    told = key in first or any(digit in first for digit in _DIGITS) or _in_words(key) in first
    if not first or told:
        template = (
            _("「{title}」{scope}，规定至少是多少？")
            if least
            else _("「{title}」{scope}，规定是多少？")
        )
        return say(template, title=title, scope=scope)
    hint = Said(first, about.rests)
    template = _("「{title}」{scope}：{hint}。规定是多少？")
    if least:
        template = _("「{title}」{scope}：{hint}。规定至少是多少？")
    if "这" not in first and _ASKS.search(re.split("[，；]", first)[-1]):
        template = _("「{title}」{scope}：{hint}？")
    return say(template, hint=hint, title=title, scope=scope)
