"""S04: a field that its kind does not have."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S04",
    name="unknown-field",
    severity=Severity.ERROR,
    finds=Wording(
        zh="写了这一种类没有的字段，多半是写错了字。",
        en="A field that this kind of item does not have, usually a typing mistake.",
    ),
    why=Wording(
        zh="认不出的字段不会出现在手册里：一处错字就能让一条时限或一项职责悄悄消失。",
        en=(
            "An unknown field does not appear in the manual: one typing mistake can make a time "
            "limit or a duty silently disappear."
        ),
    ),
    messages={
        "unknown-field": Wording(
            zh="这里没有“{field}”这个字段。请改成其中一个，或者删去：{fields}。",
            en=(
                "There is no field “{field}” here. Change it to one of these, or delete it: "
                "{fields}."
            ),
        ),
        "not-shared": Wording(
            zh="“{field}”不能写在文件开头由各条目共用，请写到每个条目里。可以共用的有：{fields}。",
            en=(
                "“{field}” cannot be shared by all items at the top of a file; write it in each "
                "item. These can be shared: {fields}."
            ),
        ),
        "unknown-shared": Wording(
            zh="文件开头没有“{field}”这个共用字段。请改成其中一个，或者删去：{fields}。",
            en=(
                "There is no shared field “{field}” at the top of a file. Change it to one of "
                "these, or delete it: {fields}."
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
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
also: [客诉]
"""),
)
