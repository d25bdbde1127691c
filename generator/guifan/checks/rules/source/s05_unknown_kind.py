"""S05: a kind that the language does not have."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S05",
    name="unknown-kind",
    severity=Severity.ERROR,
    finds=Wording(
        zh="kind 写的种类不存在，整个文件因此无法归类。",
        en="A kind that does not exist, so that the whole file cannot be placed.",
    ),
    why=Wording(
        zh="种类决定条目有哪些字段、出现在手册的哪里；认不出种类，文件里的条目就都进不了手册。",
        en=(
            "The kind decides which fields an item has and where it appears; if the kind is "
            "unknown, none of the file's items reach the manual."
        ),
    ),
    messages={
        "unknown-kind": Wording(
            zh="没有“{kind}”这个种类。请写其中一个：{kinds}。",
            en="There is no kind “{kind}”. Write one of: {kinds}.",
        ),
    },
    bad=Example("""\
kind: terms
      ^^^^^
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""),
)
