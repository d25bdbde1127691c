"""S12: a file too large, or lists and fields too deep inside one another."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S12",
    name="too-much",
    severity=Severity.ERROR,
    finds=Wording(
        zh="文件超过大小上限，或者层次嵌套得太深。",
        en="A file that is larger than the limit, or nested too deeply.",
    ),
    why=Wording(
        zh="这样的文件没有人能读懂和审阅，检查也会变慢；它通常是误放进来的。",
        en=(
            "Nobody can read or review such a file, and it slows down every check; usually it was "
            "put here by mistake."
        ),
    ),
    messages={
        "too-big": Wording(
            zh=(
                "这个文件有 {size} KiB，上限是 {limit} KiB。请按主题拆成几个文件；如果是误放的，"
                "请移走。"
            ),
            en=(
                "This file is {size} KiB; the limit is {limit} KiB. Split it by subject into "
                "several files; if it was put here by mistake, move it out."
            ),
        ),
        "too-deep": Wording(
            zh="这里的层次超过了 {limit} 层。请检查括号或短横线是不是多写了。",
            en=(
                "Lists and fields are nested more than {limit} levels deep here. Check for extra "
                "brackets or dashes."
            ),
        ),
    },
    bad=Example("""\
kind: term
also: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[客诉]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
                                     ^
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
also: [客诉]
"""),
)
