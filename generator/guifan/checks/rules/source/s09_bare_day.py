"""S09: a bare 天, which is both a calendar day and a working day."""

from guifan.findings import Example, Rule, Severity, Wording
from guifan.language.wording import QUANTITY

RULE = Rule(
    code="S09",
    name="bare-day",
    severity=Severity.ERROR,
    finds=Wording(
        zh="时长写了“天”，分不清是自然日还是工作日。",
        en="A length of time in 天, which may mean calendar days or working days.",
    ),
    why=Wording(
        zh="同样的 3 天，遇到周末或长假能差出一周多：客户按自然日等，员工按工作日办，两边都有理。",
        en=(
            "Over a weekend or a long holiday, the same “3 天” can differ by more than a week: "
            "customers wait by calendar days, staff work by working days, and both have a point."
        ),
    ),
    messages={"bare-day": QUANTITY["bare-day"]},
    bad=Example("""\
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 天
        ^^^
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
