"""How a question asks for the value of a limit, so that every case it holds in is named."""

import re

from guifan.language.kinds.limit import Bound, Limit, Population
from guifan.quiz.base import Base
from guifan.quiz.fact import Fact
from guifan.quiz.models._due import is_in_days, is_on_the_clock, scoped
from guifan.quiz.models._sides import Side, side
from guifan.quiz.said import Said, say
from guifan.temporal.duration import Duration

_TELLS = re.compile("[0-9百千万]")
"""What a hint must not hold: a number in it may be the answer in other words."""

_TIMES = re.compile(r"\d+ *(?:秒|分钟|小时|个?工作日|日|天|周|个?月|年)|第?\d+ ?(?=[GＧ])")
_OTHERS = re.compile(r"\d+ *[%‰]|\d+ ?(?=[GＧ])")
"""Numbers that cannot be the answer: a time where no time is asked, a share where one is."""

_POINTS = re.compile(
    "这[么段几条]|这[个一][数比时倍年笔次]|多[少久长大]|几|最[多少长短晚迟高低]|至少|上限|下限"
)
"""Words with which an explanation speaks of the value."""

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


def asked(base: Base, fact: Fact) -> Said:
    """How much it is, asked in the limit's own words."""
    _ = base.ground.words
    limit = fact.source
    scope = scoped(base, fact)
    title = base.ground.title(limit.id)
    is_time = isinstance(fact.value, Duration)
    if limit.from_ and limit.to:
        start, end = base.ground.title(limit.from_), base.ground.title(limit.to)
        return say(
            _("「{title}」{scope}：从「{start}」到「{end}」，{how_much}？"),
            title=title,
            start=start,
            end=end,
            scope=scope,
            how_much=_between(base, limit),
        )
    hint = _hint(base, fact)
    if _ASKS.search(re.split("[，；：]", hint.text)[-1]) and not _MEANS.search(hint.text):
        return say(_("「{title}」{scope}：{hint}？"), title=title, scope=scope, hint=hint)
    told, among = side(base, limit)
    if _SIDES.search(f"{title}{hint}"):
        told = None
    how_much = Said(_how_much(base, told, is_time=is_time), among)
    template = _("「{title}」{scope}：{hint}。{how_much}？")
    if not hint.text:
        template = _("「{title}」{scope}，{how_much}？")
    return say(template, title=title, scope=scope, hint=hint, how_much=how_much)


_MEANS = re.compile("这(?:[么段]|个[数比时倍年]|条线|几日|一笔)")
"""Words with which an explanation points to the value."""

_SIDES = re.compile("最[多少长短晚迟高低大小]|至少|不超过|不少于|上限|下限|封顶")
"""Words that say by themselves on which side of the value one has to stay."""


def _how_much(base: Base, told: Side | None, *, is_time: bool) -> str:
    """What is asked, by the side of the value that the manual speaks of."""
    _ = base.ground.words
    if told is Side.LEAST:
        return _("规定至少多久") if is_time else _("规定至少是多少")
    if told is Side.MOST:
        return _("规定最长多久") if is_time else _("规定最多是多少")
    return _("规定是多久") if is_time else _("规定是多少")


def _between(base: Base, limit: Limit) -> str:
    """How long there may be between two events."""
    _ = base.ground.words
    if limit.bound is Bound.AT_LEAST:
        return _("最短多久")
    if limit.population is Population.SHARE:
        return _("{share} 的要在多久以内").format(share=limit.share)
    return _("最长多久")


def _hint(base: Base, fact: Fact) -> Said:
    """What the explanation says first, as far as to where it speaks of the value.

    Nothing if that tells the value.
    """
    text = base.ground.text(fact.source, fact.source.explains or "")
    sentences = [one.strip() for one in re.split("[。\n]", text.text) if one.strip()]
    first, two = "".join(sentences[:1]), "。".join(sentences[:2])
    points_late = not _POINTS.search(first) and _POINTS.search(two) and len(two) <= _LONGEST
    hints = [two, first] if points_late else [first]
    told = next((one for one in hints if not _tells(fact, one)), "")
    return Said(told, text.rests) if told else Said("")


_LONGEST = 90
"""Up to how many characters two sentences of an explanation may stand in a question."""


def _tells(fact: Fact, hint: str) -> bool:
    key = fact.value_said.text
    others = _OTHERS if isinstance(fact.value, Duration) else _TIMES
    return key in hint or _in_words(key) in hint or bool(_TELLS.search(others.sub("", hint)))
