"""S10: an id that is not short English in kebab case, or not the only one."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S10",
    name="bad-id",
    severity=Severity.ERROR,
    finds=Wording(
        zh="编号不是“英文小写、用连字符分隔”的写法，或者在同一条目里重复、与字段同名。",
        en=(
            "An id that is not lower-case English words joined by hyphens, or that is used twice "
            "in one item or is the name of a field."
        ),
    ),
    why=Wording(
        zh="编号是网址、引用和成绩记录的依据，定了就不改；写法不一，别人就引用不到。",
        en=(
            "Addresses, references and training records all rest on ids, which never change once "
            "set; an id in another form cannot be referred to."
        ),
    ),
    messages={
        "pattern": Wording(
            zh=(
                "编号“{id}”的写法不对。请用英文小写字母开头，只用小写字母、数字和连字符，例如 "
                "complaint-answer。"
            ),
            en=(
                "The id “{id}” is not written correctly. Begin with a lower-case letter, and use "
                "only lower-case letters, digits and hyphens, as in complaint-answer."
            ),
        ),
        "part-is-field": Wording(
            zh=(
                "“{id}”是这类条目的字段名，不能再用作编号，否则写【条目.{id}】时分不清指哪一个。"
                "请换一个编号。"
            ),
            en=(
                "“{id}” is the name of a field of this kind of item and cannot also be an id, or "
                "【item.{id}】 could mean either. Choose another id."
            ),
        ),
        "part-twice": Wording(
            zh="编号“{id}”在这个条目里用了第二次。请换一个。",
            en="The id “{id}” is used twice in this item. Choose another.",
        ),
        "truth": Wording(
            zh="“{id}”在 YAML 里表示是或否，别的软件不会把它当作文字，不能用作编号。请换一个。",
            en=(
                "“{id}” means yes or no in YAML, and other programs would not read it as text, so "
                "it cannot be an id. Choose another."
            ),
        ),
        "in-future": Wording(
            zh=(
                "编号不随时间变化，不能写在将来的变化里。要改名的，请改条目的编号，把原来的写进“"
                "曾用编号”（was）。"
            ),
            en=(
                "An id does not change over time and cannot stand under “next”. To rename the "
                "item, change its id and list the old one under “was”."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: Complaint_Term
    ^^^^^^^^^^^^^^
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
