"""S04: a field that its kind does not have."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S04",
    name="unknown-field",
    severity=Severity.ERROR,
    finds=Wording(
        zh="写了这一种类没有的字段，多半是打错了字。",
        en="A field that the kind does not have, mostly a slip of the pen.",
    ),
    why=Wording(
        zh="认不出的字段不会出现在手册里：一处错字就能让一条时限或一项职责悄悄消失。",
        en=(
            "What stands in an unknown field never reaches the manual: one wrong letter and a time "
            "limit or a duty is gone without a word."
        ),
    ),
    messages={
        "unknown-field": Wording(
            zh="这里没有“{field}”这个字段。可以写的有：{fields}。",
            en="There is no field “{field}” here. The fields are: {fields}.",
        ),
        "not-shared": Wording(
            zh="“{field}”不能写在文件开头由各条目共用，请写到每个条目里。可以共用的有：{fields}。",
            en=(
                "“{field}” cannot be shared at the top of a file; write it in each item. What can "
                "be shared: {fields}."
            ),
        ),
        "unknown-shared": Wording(
            zh="文件开头没有“{field}”这个共用字段。可以共用的有：{fields}。",
            en=(
                "There is no field “{field}” to share at the top of a file. What can be shared: "
                "{fields}."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
alos: [客诉]
^^^^
"""),
    good=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
also: [客诉]
"""),
)
