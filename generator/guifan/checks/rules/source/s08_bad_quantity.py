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
            "A quantity that cannot be read: no unit, a unit that does not exist, several units at "
            "once, or another sort of quantity than the field wants."
        ),
    ),
    why=Wording(
        zh="数量是对客户的承诺和对员工的要求，必须能比较、能计算；写得含糊，两个人就会读成两个数。",
        en=(
            "Quantities are what customers are promised and staff are held to: they must compare "
            "and add up, and an unclear one is read as two different numbers by two people."
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
    good=Example("""\
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
"""),
)
