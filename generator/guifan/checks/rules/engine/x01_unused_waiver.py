"""X01: a waiver with nothing to waive."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="X01",
    name="unused-waiver",
    severity=Severity.WARNING,
    finds=Wording(
        zh="一条豁免没有用上：它那一行已经没有这项问题。",
        en="A waiver that is not used: its line no longer has the finding.",
    ),
    why=Wording(
        zh="用不上的豁免留在文件里，将来真的出了问题会被它悄悄放过。",
        en="An unused waiver left in a file will one day silently let a real problem through.",
    ),
    messages={
        "unused": Wording(
            zh="这里没有 {code} 的问题，这条豁免用不上了。请删去。",
            en="There is no {code} finding here, so this waiver is no longer used. Delete it.",
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉   # guifan: allow S08 until=2027-03-31 reason=等待确认
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
means: 客户对服务不满意，要求我们处理并答复
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""),
)
