"""S07: a value of the wrong sort: a date, a choice, a list."""

from guifan.findings import Example, Rule, Severity, Wording
from guifan.language.wording import PLAIN

RULE = Rule(
    code="S07",
    name="wrong-type",
    severity=Severity.ERROR,
    finds=Wording(
        zh="内容与字段要求的不是一类：该写日期、列表或几个选项之一，写成了别的。",
        en=(
            "A value of another sort than its field wants: not a date, not a list, not one of the "
            "choices."
        ),
    ),
    why=Wording(
        zh="手册按字段的种类来计算、排列和检查；写成别的，日期就没法比较，选项就没法归类。",
        en=(
            "The manual sorts, computes and checks by these values; a date that is no date cannot "
            "be compared, a choice that is none belongs nowhere."
        ),
    ),
    messages={
        **PLAIN,
        "file-wants-mapping": Wording(
            zh="这个文件应当由“字段: 内容”组成，第一行写 kind:，这里却不是。",
            en=(
                "This file should be made of “field: value” lines, the first being kind:, and is "
                "not."
            ),
        ),
        "contacts-want-posts": Wording(
            zh="号码要按岗位写：岗位编号一行，下面一行一个号码，写名称（name）和号码（number）。",
            en=(
                "Numbers go by posts: the id of a post on a line, below it a line for each number "
                "with its “name” and “number”."
            ),
        ),
        "wants-list": Wording(
            zh="字段“{field}”（{label}）要写成列表：每项一行、以“- ”开头，或者写在方括号里。",
            en=(
                "The field “{field}” ({label}) takes a list: one item a line, each beginning with “"
                "- ”, or all in square brackets."
            ),
        ),
        "wants-mapping": Wording(
            zh="字段“{field}”（{label}）的这里要写若干“字段: 内容”，不能只写一个值。",
            en="The field “{field}” ({label}) takes “field: value” lines here, not a single value.",
        ),
        "wants-text": Wording(
            zh=(
                "字段“{field}”（{label}）要写一段文字，不能写成列表或下级字段；如果文字里有冒号或方"
                "括号，请加上引号。"
            ),
            en=(
                "The field “{field}” ({label}) takes a text, not a list or further fields. Put the "
                "text in quotes if it holds a colon or brackets."
            ),
        ),
        "empty": Wording(
            zh="字段“{field}”（{label}）只有空格，请写上内容，或者删去这一行。",
            en="The field “{field}” ({label}) holds only blanks. Fill it, or delete the line.",
        ),
        "one-line": Wording(
            zh="字段“{field}”（{label}）只能写一行，请并成一行。",
            en="The field “{field}” ({label}) takes one line. Join the lines into one.",
        ),
        "not-one-of": Wording(
            zh="“{value}”不在可选的内容里。请写其中一个：{options}。",
            en="“{value}” is not one of the choices. Write one of: {options}.",
        ),
        "within-and-value": Wording(
            zh="within（时限）和 value（限额）只能写一个：从何时到何时写前一个，其他数值写后一个。",
            en=(
                "Write “within” or “value”, not both: “value” is for what is no time between two "
                "events."
            ),
        ),
        "same-event": Wording(
            zh="起点和终点是同一个事件“{event}”，时限无从计算。请改正其中一个。",
            en="The limit begins and ends with the same event, “{event}”. Correct one of them.",
        ),
        "last-before-first": Wording(
            zh="最后一天 {last} 在第一天 {first} 之前，请改正其中一个。",
            en="The last day, {last}, comes before the first, {first}. Correct one of them.",
        ),
        "hours-of-the-week": Wording(
            zh="例外日的时间只写钟点，如 09:00–12:00，不写星期几，也不写节假日除外。",
            en=(
                "The hours of an exceptional day are times alone, like 09:00–12:00, without days "
                "of the week or holidays."
            ),
        ),
        "day-twice": Wording(
            zh="{day} 已经在前面写过了，请删去重复的。",
            en="{day} is already written above. Delete one of the two.",
        ),
        "not-later": Wording(
            zh="将来的变化要按日期先后写：{day} 不在前一项的 {before} 之后。",
            en=(
                "The entries of “next” go in the order of their days: {day} is not after {before}, "
                "the one before it."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
expires: 2026年12月31日
         ^^^^^^^^^^^
"""),
    good=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
expires: 2026-12-31
"""),
)
