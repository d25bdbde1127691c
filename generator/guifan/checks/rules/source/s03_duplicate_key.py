"""S03: a field written twice in one place."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S03",
    name="duplicate-key",
    severity=Severity.ERROR,
    finds=Wording(
        zh="同一处把同一个字段写了两遍。", en="The same field written twice in one place."
    ),
    why=Wording(
        zh="两个值里只有一个会生效，另一个悄悄消失；读文件的人看不出是哪一个。",
        en=(
            "Only one of the two values takes effect and the other silently disappears; a reader "
            "cannot tell which."
        ),
    ),
    messages={
        "duplicate-key": Wording(
            zh="字段“{name}”在这里写了第二遍。请只保留一个。",
            en="The field “{name}” is written here for the second time. Keep only one.",
        ),
        "missing-dash": Wording(
            zh=(
                "这里又写了一个“{name}”，从这里起像是另一个条目。一个文件有几个条目的，请都写在 "
                "items: 下面，每一条的第一行以“- ”开头。"
            ),
            en=(
                "“{name}” is written again here, where another item seems to begin. If a file has "
                "several items, write them all below items:, with the first line of each beginning "
                "with “- ”."
            ),
        ),
        "two-names": Wording(
            zh="“{other}”和“{key}”是同一个字段的两个名称，这里写了两遍。请只保留一个。",
            en=(
                "“{other}” and “{key}” are two names for the same field, which is written twice "
                "here. Keep only one."
            ),
        ),
        "first": Wording(zh="第一次写在这里", en="first written here"),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
title: 客诉
^^^^^
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
also:
  - 客诉
"""),
)
