"""S15: a former id that is in use."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S15",
    name="alias-collision",
    severity=Severity.ERROR,
    finds=Wording(
        zh="“曾用编号”里的编号正在被另一个条目使用。",
        en="A former id that another item uses now, or also lists as a former id.",
    ),
    why=Wording(
        zh="旧链接要靠曾用编号转到新的条目；一个编号两处都用，读者就会被带到错的条目。",
        en=(
            "Former ids lead old links to the new item; if two items use one, readers are led to "
            "the wrong item."
        ),
    ),
    messages={
        "taken": Wording(
            zh="曾用编号“{id}”已经被条目“{title}”占用。请从这里删去，或者给那个条目另起编号。",
            en=(
                "The former id “{id}” is already taken by the item “{title}”. Delete it here, or "
                "give that item a different id."
            ),
        ),
    },
    bad=Example("""\
kind: term
items:
  - id: complaint
    title: 投诉
    means: 客户对服务不满意，要求我们处理并答复
  - id: consultation
    was: [complaint]
          ^^^^^^^^^
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
    was: [inquiry]
    title: 咨询
    means: 客户想了解产品、业务或规则
"""),
)
