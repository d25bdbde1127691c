"""W07: one amount said twice in a sentence, and not the same."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from guifan.checks.rules.source.s22_literal_quantity import is_read_as_rule
from guifan.checks.rules.wording.clauses import sentence
from guifan.corpus.graph import Corpus, texts
from guifan.corpus.references import prints
from guifan.findings import Example, Match, Place, Rule, Severity, Wording, always
from guifan.language.anatomy import Spot
from guifan.language.kinds.limit import Limit
from guifan.language.kinds.regulation import Floor
from guifan.language.literals import find_quantities
from guifan.language.model import Item
from guifan.language.nodes import Path
from guifan.language.quantities import NotAQuantity, parse_quantity
from guifan.language.texts import mentions
from guifan.language.written import half_width
from guifan.temporal.duration import Dimension, Duration
from guifan.temporal.measure import Measure, comparable

_REPORTED = frozenset({"decided", "origin", "phrase", "also", "was"})
"""Fields that tell what others wrote or say."""

_OPENS = re.compile(r"】?\s*[（(]\s*(?:即|也就是|合|折合)?\s*【?")
_CLOSES = re.compile(r"】?\s*[）)]")
_MAY_DIFFER = re.compile("[（(【]|工作")
"""Without a bracket, a reference or a working unit there is nothing to compare."""

_TAKEN_FOR = (
    {Dimension.DAYS, Dimension.WORKING_DAYS},
    {Dimension.SECONDS, Dimension.WORKING_SECONDS},
)


class _Amount(NamedTuple):
    """An amount in a sentence: where, as it prints, its value, and whether it is cited."""

    start: int
    end: int
    text: str
    value: Measure
    is_cited: bool


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Compare the amounts of every sentence with each other.

    An amount that should be cited and is not is S22's; once it is, what it prints is compared.
    """
    for entry in corpus.entries.values():
        for item, spot, path in texts(entry) if entry.item.kind != "source" else ():
            if _REPORTED.isdisjoint(spot.path) and _MAY_DIFFER.search(spot.value):
                yield from _judged(corpus, item, spot, path)


def _judged(corpus: Corpus, item: Item, spot: Spot, path: Path) -> Iterator[Match | None]:
    amounts = sorted(_amounts(corpus, spot.value))
    if is_read_as_rule(item, spot):
        amounts = [one for one in amounts if one.is_cited]
    seen: set[_Amount] = set()
    for one, other in pairwise(amounts):
        if _is_repeated(spot.value, one, other):
            seen |= {one, other}
            yield _compared(item, path, one, other)
    for one, other in combinations((one for one in amounts if one not in seen), 2):
        if sentence(spot.value, one.start) == sentence(spot.value, other.start):
            yield _match("mixed", item, path, one, other) if _is_mixed(one, other) else None


def _amounts(corpus: Corpus, text: str) -> Iterator[_Amount]:
    literals, cited = find_quantities(text), tuple(mentions(text))
    if len(literals) + len(cited) == 1:  # as most are
        return
    for literal in literals:
        try:
            read = parse_quantity(half_width(literal.text))
        except NotAQuantity:
            continue
        if isinstance(read, Measure):
            yield _Amount(literal.start, literal.end, literal.text, read, is_cited=False)
    for mention in cited:
        target = corpus.resolve(mention.address)
        value = target.value if target else None
        if isinstance(value, Limit):
            value = value.amount
        elif isinstance(value, Floor):
            value = value.value
        if target is not None and isinstance(value, Measure):
            printed = prints(target)
            yield _Amount(mention.start, mention.end, printed, value, is_cited=True)


def _is_repeated(text: str, one: _Amount, other: _Amount) -> bool:
    """Whether the other stands alone in brackets right behind the one: the same, said again."""
    between = text[one.end : other.start]
    return bool(_OPENS.fullmatch(between) and _CLOSES.match(text, other.end))


def _compared(item: Item, path: Path, one: _Amount, other: _Amount) -> Match | None:
    if comparable(one.value, other.value):
        return None if one.value == other.value else _match("differ", item, path, one, other)
    is_time = isinstance(one.value, Duration) and isinstance(other.value, Duration)
    return _match("units", item, path, one, other) if is_time else None


def _is_mixed(one: _Amount, other: _Amount) -> bool:
    """Whether both are the same number, of days or hours once worked and once not."""
    if not isinstance(one.value, Duration) or not isinstance(other.value, Duration):
        return False
    dimensions = {one.value.dimension, other.value.dimension}
    return dimensions in _TAKEN_FOR and one.value.amount == other.value.amount


def _match(key: str, item: Item, path: Path, one: _Amount, other: _Amount) -> Match:
    facts = {"title": item.title, "one": one.text, "other": other.text}
    related = (Place(item.id, path, (one.start, one.end)),)
    return Match(Place(item.id, path, (other.start, other.end)), key, facts, related)


RULE = Rule(
    code="W07",
    name="amounts-differ",
    severity=Severity.WARNING,
    finds=Wording(
        zh="一句话里把同一个数说了两遍，两遍不一样；或者同一个数，一处是日，一处是工作日。",
        en=(
            "A sentence that gives the same amount twice and differently, or gives the same number "
            "once in days and once in working days."
        ),
    ),
    why=Wording(
        zh=(
            "“百分之八十五（80%）”，一半人照前面做，一半人照后面做；15 日和 15 个工作日差着"
            "好几天，客户会按对他有利的那个来要求。"
        ),
        en=(
            "Given “eighty-five percent (80%)”, half the staff follow one figure and half the "
            "other; 15 days and 15 working days are several days apart, and customers will hold us "
            "to whichever suits them."
        ),
    ),
    messages={
        "differ": Wording(
            zh="“{title}”前面说“{one}”，括号里说“{other}”，两个数不一样。请只留一个。",
            en=(
                "“{title}” says “{one}” and then, in brackets, “{other}”: the two differ. Keep one "
                "of them."
            ),
        ),
        "units": Wording(
            zh=(
                "“{title}”前面说“{one}”，括号里说“{other}”，两个单位算法不同，不会总是同一天。"
                "请只留一个。"
            ),
            en=(
                "“{title}” says “{one}” and then, in brackets, “{other}”. The two units are "
                "counted differently and will not always end on the same day. Keep one of them."
            ),
        ),
        "mixed": Wording(
            zh=(
                "“{title}”一句话里既有“{one}”又有“{other}”，数相同，算法不同。请核对该用哪个，改"
                "成一致。"
            ),
            en=(
                "“{title}” has both “{one}” and “{other}” in one sentence: the same number, "
                "counted differently. Check which is meant, and use that one."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: in-time
title: 按时
means: 在期限内答复的不少于百分之八十五（80%）
                        ^^^
"""),
    mended=Example("""\
kind: term
id: in-time
title: 按时
means: 在期限内答复的不少于百分之八十五（85%）
"""),
    check=check,
    apart=always,
)
