"""K11: points or weights that do not come to a hundred, or a pass mark that nobody can reach."""

from collections.abc import Iterator
from decimal import Decimal
from re import fullmatch

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.inspection import Inspection
from guifan.language.kinds.matrix import Axis, Matrix, Sort
from guifan.language.nodes import Path
from guifan.proof.told import how_much

_WHOLE = Decimal(100)


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Add up the points of every scorecard, then every column of every table of weights."""
    for scorecard in corpus.of(Inspection):
        yield _scored(scorecard)
    for table in corpus.of(Matrix):
        for column in table.columns if table.sort is Sort.WEIGHTS else ():
            yield _weighed(table, column)


def _scored(scorecard: Inspection) -> Match | None:
    """A pass mark above all points leads: it can be mended alone."""
    points = sum(one.points for one in scorecard.criteria)
    mark = scorecard.pass_mark.magnitude
    facts = {"title": scorecard.title, "sum": points, "mark": how_much(scorecard.pass_mark)}
    counted = tuple(
        Place(scorecard.id, ("criteria", at, "points")) for at in range(len(scorecard.criteria))
    )
    if not counted:
        return None
    if mark > points:
        return Match(Place(scorecard.id, ("pass_mark",)), "beyond", facts, counted)
    if points != _WHOLE:
        return Match(counted[0], "points", facts, counted[1:])
    return None


def _weighed(table: Matrix, column: Axis) -> Match | None:
    found = [
        (("cells", at, "says"), weight)
        for at, cell in enumerate(table.cells)
        if cell.column == column.id and (weight := _percent(cell.says)) is not None
    ]
    whole = sum((weight for _, weight in found), Decimal(0))
    if not found or whole == _WHOLE:
        return None
    facts = {"title": table.title, "column": column.title, "sum": f"{whole.normalize():f}"}
    paths: list[Path] = [path for path, _ in found]
    first, *others = (Place(table.id, path) for path in paths)
    return Match(first, "weights", facts, tuple(others))


def _percent(written: str) -> Decimal | None:
    number = fullmatch(r"(\d+(?:\.\d+)?)\s*[%％]", written.strip())
    return Decimal(number[1]) if number else None


_SCORECARD = """\
--- standards/norm.yaml
kind: norm
id: opening-greeting
title: 报工号问好
rule: 客服代表应当报工号、问好再开始
modal: must
act: 报工号
binds: {{roles: [hotline-agent]}}
aspect: behavioural
result: process
dimension: responsiveness
scored: 是
check: [抽听录音]
--- standards/scorecard.yaml
kind: inspection
id: hotline-scorecard
title: 热线质检评分表
roles: [hotline-agent]
sample: 每人每月 5 通
pass_mark: {mark}
{carets}calibration: 每月一次
appeal: 三日内申请复核
criteria:
  - id: greeting
    title: 报工号问好
    points: 100
    norm: opening-greeting
    how: 公司、工号、问好三样，缺一样扣 30 分
"""

RULE = Rule(
    code="K11",
    name="does-not-add-up",
    severity=Severity.ERROR,
    finds=Wording(
        zh="评分表的分值、权重表的一列加起来不是一百，或者合格分比全部分值还高。",
        en=(
            "The points of a scorecard or a column of a table of weights that do not come to a "
            "hundred, or a pass mark above all points together."
        ),
    ),
    why=Wording(
        zh=(
            "合格分和目标都按百分制来读。少了一项或者多写一个零，人人都少得分或者多得分，绩效就"
            "算错了，往往到发钱那天才看出来。"
        ),
        en=(
            "Pass marks and targets are read out of a hundred. With an entry lost or a nought too "
            "many everybody scores too little or too much, and it is often noticed only on payday."
        ),
    ),
    messages={
        "beyond": Wording(
            zh=(
                "“{title}”的合格分是 {mark}，全部项目加起来只有 {sum} 分，谁也合格不了。"
                "请改合格分，或者补足各项的分值。"
            ),
            en=(
                "The pass mark of “{title}” is {mark}, but its criteria together come to {sum}: "
                "nobody can pass. Correct the pass mark, or the points."
            ),
        ),
        "points": Wording(
            zh=(
                "“{title}”各项的分值加起来是 {sum} 分，不是 100 分，合格分 {mark}就没法按百分制"
                "读。请核对各项的“分值”（points）。"
            ),
            en=(
                "The points of “{title}” come to {sum}, not to 100, so a pass mark of {mark} does "
                "not mean what it says. Go through the “points” of its criteria."
            ),
        ),
        "weights": Wording(
            zh="“{title}”里“{column}”这一列的权重加起来是 {sum}%，不是 100%。请核对这一列。",
            en=(
                "The weights in the column “{column}” of “{title}” come to {sum}%, not to 100%. Go "
                "through that column."
            ),
        ),
    },
    bad=Example(_SCORECARD.format(mark="850 分", carets="           ^^^^^\n")),
    mended=Example(_SCORECARD.format(mark="85 分", carets="")),
    check=check,
)
