"""S20: a file that holds nothing."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S20",
    name="empty-file",
    severity=Severity.WARNING,
    finds=Wording(
        zh="文件里没有任何内容，或者只有注释。",
        en=("A file with no content, or with only comments."),
    ),
    why=Wording(
        zh="空文件让人以为某个主题已经有了标准；也可能是保存时丢了内容。",
        en=(
            "An empty file makes it look as if there were norms on some subject; its content may "
            "also have been lost on saving."
        ),
    ),
    messages={
        "empty": Wording(
            zh="这个文件里没有内容。请补上内容，或者删去文件。",
            en="This file has no content. Add some, or delete the file.",
        ),
    },
    bad=Example("""\
# 投诉处理：待写
^^^^^^^^^
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""),
)
