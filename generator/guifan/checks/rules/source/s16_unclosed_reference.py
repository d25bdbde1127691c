"""S16: a reference that is opened and not closed."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S16",
    name="unclosed-reference",
    severity=Severity.ERROR,
    finds=Wording(
        zh="正文里的引用或空格写了“【”，后面却没有“】”。",
        en="A reference or slot in a text that opens with “【” but has no “】”.",
    ),
    why=Wording(
        zh="没有合上的引用不会变成数值，客户和员工看到的会是一段编号。",
        en=(
            "An unclosed reference is never replaced by its value: customers and staff would see a "
            "bare id."
        ),
    ),
    messages={
        "unclosed": Wording(
            zh=(
                "“{text}”开头的“【”没有合上。请在编号后面补上“】”；如果就是要写这个括号，请写成“\\"
                "【”。"
            ),
            en=(
                "The “【” at the beginning of “{text}” is never closed. Add “】” after the id; if "
                "you mean the bracket itself, write “\\【”."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户表示不满，我们在【complaint-answer 之内答复
                 ^^^^^^^^^^^^^^^^^
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户表示不满，我们在【complaint-answer】之内答复
--- standards/limits.yaml
kind: limit
id: complaint-answer
title: 投诉答复
within: 3 个工作日
from: complaint-received
to: complaint-answered
calendar: office
"""),
)
