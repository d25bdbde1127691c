"""S14: a file that holds one item and a list of items at once."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S14",
    name="item-and-items",
    severity=Severity.ERROR,
    finds=Wording(
        zh="一个文件既在开头写了一个条目的编号，又写了 items 列表。",
        en="A file that gives the id of one item at the top and also has a list of items.",
    ),
    why=Wording(
        zh="这样分不清开头的内容是一个条目，还是各条目共用的字段。",
        en=(
            "Nobody can tell whether what stands at the top is an item, or fields shared by all "
            "items."
        ),
    ),
    messages={
        "item-and-items": Wording(
            zh=(
                "这个文件开头已经写了编号，就是一个条目，不能再写 items。请把开头的条目移进 items，"
                "或者另建一个文件。"
            ),
            en=(
                "This file gives an id at the top, so it is a single item and cannot also have "
                "“items”. Move the item at the top into “items”, or put it in a file of its own."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
items:
^^^^^
  - id: consultation
    title: 咨询
    means: 客户想了解产品、业务或规则
"""),
    mended=Example("""\
kind: term
items:
  - id: complaint
    title: 投诉
    means: 客户对服务不满意，要求我们处理并答复
  - id: consultation
    title: 咨询
    means: 客户想了解产品、业务或规则
"""),
)
