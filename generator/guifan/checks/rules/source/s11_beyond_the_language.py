"""S11: YAML features that the language leaves out."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S11",
    name="beyond-the-language",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "用了本手册不使用的 YAML 写法：锚点 &、别名 *、合并 <<、标签 !、% 指令、一个文件多份"
            "内容、复杂的字段名。"
        ),
        en=(
            "YAML features that this manual does not use: & anchors, * aliases, << merge keys, ! "
            "tags, % directives, several documents in one file, complex field names."
        ),
    ),
    why=Wording(
        zh=(
            "这些写法让一处内容暗中取自别处，读文件的人看不出条款到底写了什么；本手册用文件开头的"
            "共用字段和【】引用代替它们。"
        ),
        en=(
            "They let content come unseen from somewhere else, so that readers cannot tell what a "
            "norm really says. This manual uses shared fields at the top of the file and "
            "references in 【】 instead."
        ),
    ),
    messages={
        "anchor": Wording(
            zh=(
                "“&{name}”是 YAML 的锚点，这里不使用。共用的字段请写在文件开头；要引用别的条目，"
                "请写【条目编号】。如果它是文字的一部分，请给整句加上引号。"
            ),
            en=(
                "“&{name}” is a YAML anchor, which is not used here. Write shared fields at the "
                "top of the file, and refer to other items as 【id】; if this is part of the text, "
                "put the whole sentence in quotes."
            ),
        ),
        "alias": Wording(
            zh=(
                "“*{name}”是 YAML 的别名，这里不使用。要引用别的条目，请写【条目编号】。如果它"
                "是文字的一部分，请给整句加上引号。"
            ),
            en=(
                "“*{name}” is a YAML alias, which is not used here. Refer to other items as "
                "【id】; if this is part of the text, put the whole sentence in quotes."
            ),
        ),
        "merge-key": Wording(
            zh="“<<”是 YAML 的合并写法，这里不使用。共用的字段请写在文件开头，各条目会自动沿用。",
            en=(
                "“<<” is a YAML merge key, which is not used here. Write shared fields at the top "
                "of the file, and its items will inherit them."
            ),
        ),
        "tag": Wording(
            zh=(
                "“{name}”是 YAML 的标签，这里不使用。请删去；如果感叹号是文字的一部分，请给整句"
                "加上引号。"
            ),
            en=(
                "“{name}” is a YAML tag, which is not used here. Delete it; if the exclamation "
                "mark is part of the text, put the whole sentence in quotes."
            ),
        ),
        "directive": Wording(
            zh="以 % 开头的这一行是 YAML 的指令，这里不使用。请删去这一行。",
            en=(
                "This line beginning with % is a YAML directive, which is not used here. Delete "
                "the line."
            ),
        ),
        "several-documents": Wording(
            zh=(
                "一个文件里只能有一份内容，从这里开始是第二份。请把它移到另一个文件；如果只是想分"
                "隔，请删去这一行。"
            ),
            en=(
                "A file can hold only one document, and a second one begins here. Move it to "
                "another file; if this line was only meant as a divider, delete it."
            ),
        ),
        "complex-key": Wording(
            zh="字段名不能以“? ”开头，也不能是列表或别的结构。请改成一个词。",
            en=(
                "A field name cannot begin with “? ”, and cannot be a list or another structure. "
                "Use a single word."
            ),
        ),
        "see": Wording(zh="在这里用到", en="used here"),
    },
    bad=Example("""\
kind: term
id: complaint
title: &word 投诉
       ^^^^^
means: 客户对服务不满意，要求我们处理并答复
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""),
)
