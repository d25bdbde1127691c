"""C15: norms that are scored and stand on no scorecard, the reverse, and red lines scored away."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.inspection import Criterion, Inspection
from guifan.language.kinds.norm import Norm


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at every scored norm, then at every item of every scorecard."""
    cards = corpus.of(Inspection)
    scored = {one.norm for card in cards for one in card.criteria}
    # An item that names no norm may be the one for any norm that binds whom its card inspects.
    open_to = {role for card in cards if None in _norms(card) for role in card.roles}
    for norm in corpus.of(Norm):
        if norm.scored and (norm.id in scored or not open_to.intersection(norm.binds.roles)):
            place = Place(norm.id, ("scored",))
            facts = {"title": norm.title}
            yield None if norm.id in scored else Match(place, "nowhere", facts)
    told: set[str] = set()
    for card in cards:
        for at, one in enumerate(card.criteria):
            yield _item(corpus, card, at, one, told)
            yield from _red(corpus, card, at, one)


def _norms(card: Inspection) -> tuple[str | None, ...]:
    return tuple(one.norm for one in card.criteria)


def _item(
    corpus: Corpus, card: Inspection, at: int, one: Criterion, told: set[str]
) -> Match | None:
    """An item that rests on no norm, or on one that is not scored: each such norm once."""
    facts = {"card": card.title, "item": one.title}
    if one.norm is None:
        return Match(Place(card.id, ("criteria", at, "title")), "no-norm", facts)
    norm = corpus.one(Norm, one.norm)
    if norm is None or norm.scored or norm.id in told:
        return None
    told.add(norm.id)
    where = Place(norm.id, ("scored",) if "scored" in norm.model_fields_set else ("id",))
    place = Place(card.id, ("criteria", at, "norm"))
    return Match(place, "unscored", facts | {"title": norm.title}, (where,))


def _red(corpus: Corpus, card: Inspection, at: int, one: Criterion) -> Iterator[Match | None]:
    """A red line that only costs points, or what fails a case and is no red line."""
    norm = corpus.one(Norm, one.norm)
    if norm is None or not (norm.red_line or one.fatal):
        return
    facts = {"card": card.title, "item": one.title, "title": norm.title}
    if norm.red_line and one.fatal:
        yield None
    elif one.fatal:
        related = (Place(norm.id, ("id",)),)
        yield Match(Place(card.id, ("criteria", at, "fatal")), "not-red", facts, related)
    else:
        related = (Place(norm.id, ("red_line",)),)
        yield Match(Place(card.id, ("criteria", at, "points")), "not-fatal", facts, related)


_CARD = """\
--- standards/norm.yaml
kind: norm
id: opening-greeting
title: 报工号问好
rule: 客服代表应当报工号、问好再开始
modal: must
binds:
  roles: [hotline-agent]
aspect: behavioural
result: process
dimension: responsiveness
check: [抽听录音]
scored: 是
{carets}--- standards/card.yaml
kind: inspection
id: hotline-scorecard
title: 热线质检评分表
roles: [hotline-agent]
sample: 每月抽 10 通
pass_mark: 85 分
criteria:
{more}calibration: 每月一次
appeal: 申请复评
"""

RULE = Rule(
    code="C15",
    name="scored-nowhere",
    severity=Severity.WARNING,
    finds=Wording(
        zh=(
            "条款写明计入质检，评分表上却没有它；评分表上的项目没有依据，依据的条款不计入质检，或者"
            "红线和致命错误对不上。"
        ),
        en=(
            "A norm marked as scored that no scorecard contains; or a scorecard item that rests on "
            "no norm, on a norm that is not scored, or that disagrees with its norm about what is "
            "fatal."
        ),
    ),
    why=Wording(
        zh="说了要考而不考，没有人当真；没有条款就扣分，被扣的人不服，也说不清该怎样做。",
        en=(
            "If something is said to be scored and never is, nobody takes it seriously; if points "
            "are lost without a norm, those who lose them object and cannot tell what to do better."
        ),
    ),
    messages={
        "nowhere": Wording(
            zh=(
                "“{title}”写明计入质检，却没有一张评分表有依据它的项目。请在评分表里加一项；不考"
                "的，请去掉“计入质检”（scored）。"
            ),
            en=(
                "“{title}” is marked as scored, but no scorecard has an item for it. Add one; if "
                "it is not meant to be scored, remove “scored”."
            ),
        ),
        "no-norm": Wording(
            zh="“{card}”的“{item}”没有写依据哪一条。请在“条款”（norm）里写上编号。",
            en="“{item}” of “{card}” rests on no norm. Name the one it inspects under “norm”.",
        ),
        "unscored": Wording(
            zh=(
                "“{card}”的“{item}”依据“{title}”给分，而这一条没有写计入质检。请在那一条写上 "
                "scored: 是，或者去掉这一项。"
            ),
            en=(
                "“{item}” of “{card}” scores “{title}”, which is not marked as scored. Write "
                "scored: yes on that norm, or remove the item."
            ),
        ),
        "not-fatal": Wording(
            zh=(
                "“{title}”是红线，违反一票否决；“{card}”的“{item}”却只扣分。请在这一项写上 "
                "fatal: 是。"
            ),
            en=(
                "“{title}” is a red line, but “{item}” of “{card}” only takes points off. Write "
                "fatal: yes on that item."
            ),
        ),
        "not-red": Wording(
            zh=(
                "“{card}”的“{item}”是致命错误，它依据的“{title}”却没有写成红线。请在那一条写上 "
                "red_line: 是，或者去掉“致命错误”（fatal）。"
            ),
            en=(
                "“{item}” of “{card}” is fatal, but “{title}”, on which it rests, is not a red "
                "line. Write red_line: yes on that norm, or remove “fatal”."
            ),
        ),
    },
    bad=Example(_CARD.format(carets="        ^\n", more="  []\n")),
    mended=Example(
        _CARD.format(
            carets="",
            more="""\
  - id: greeting
    title: 报工号问好
    points: 100
    norm: opening-greeting
    how: 公司、工号、问好三样，缺一样扣 30 分
""",
        )
    ),
    check=check,
    absences=frozenset({"nowhere"}),
)
