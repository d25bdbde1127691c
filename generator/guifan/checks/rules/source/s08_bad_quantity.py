"""S08: a number with its unit that cannot be read, or not in one way only."""

from guifan.findings import Example, Rule, Severity, Wording
from guifan.language.wording import QUANTITY

RULE = Rule(
    code="S08",
    name="bad-quantity",
    severity=Severity.ERROR,
    finds=Wording(
        zh="数量写得读不出来：没有单位、单位不存在、几个单位混用，或者与字段要求的不是一类。",
        en=(
            "An amount that cannot be read: no unit, a unit that does not exist, several units "
            "mixed, or a different type of amount from what the field takes."
        ),
    ),
    why=Wording(
        zh="数量是对客户的承诺和对员工的要求，必须能比较、能计算；写得含糊，两个人就会读成两个数。",
        en=(
            "Amounts are promises to customers and requirements for staff: it must be possible to "
            "compare and calculate them. If one is unclear, two people read two different numbers."
        ),
    ),
    messages={key: words for key, words in QUANTITY.items() if key != "bare-day"},
    bad=Example("""\
kind: limit
id: complaint-answer
title: 投诉答复
within: 3
        ^
from: complaint-received
to: complaint-answered
calendar: office
"""),
    mended=Example("""\
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
"""),
)
