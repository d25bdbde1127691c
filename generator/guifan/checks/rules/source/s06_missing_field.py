"""S06: a field that must be there and is not."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S06",
    name="missing-field",
    severity=Severity.ERROR,
    finds=Wording(
        zh="缺少必须写的字段，或者写了字段名却没有写内容。",
        en="A field that must be written is missing, or its name stands there without a value.",
    ),
    why=Wording(
        zh="必须写的字段是员工照着做、客户据以要求的最少内容；缺了它，谁负责、何时生效就说不清。",
        en=(
            "Required fields are the least that staff need to act and customers to hold us to it: "
            "without them nobody knows who answers or from when."
        ),
    ),
    messages={
        "no-kind": Wording(
            zh="文件开头没有写种类。请在第一行写上 kind:，后面写其中一个：{kinds}。",
            en="The file does not say what it holds. Begin it with kind: and one of: {kinds}.",
        ),
        "missing": Wording(
            zh="这里缺少字段“{field}”（{label}），请补上。",
            en="The field “{field}” ({label}) is missing here. Add it.",
        ),
        "missing-some": Wording(
            zh="这里缺少几个字段，请补上：{fields}。",
            en="Fields are missing here. Add: {fields}.",
        ),
        "missing-some-in-all": Wording(
            zh="这个文件里的条目都没有写这几个字段：{fields}。请在文件开头各写一次，条目会自动沿用。",
            en=(
                "No item of this file has these fields: {fields}. Write each once at the top of "
                "the file; its items inherit them."
            ),
        ),
        "missing-in-all": Wording(
            zh=(
                "这个文件里的条目都没有写“{field}”（{label}）。请在文件开头写一次，各条目会自动沿用"
                "。"
            ),
            en=(
                "No item of this file has the field “{field}” ({label}). Write it once at the top "
                "of the file; its items inherit it."
            ),
        ),
        "empty": Wording(
            zh="字段“{field}”（{label}）没有写内容。请补上；用不到就删去这一行。",
            en=(
                "The field “{field}” ({label}) holds nothing. Fill it, or delete the line if it is "
                "not needed."
            ),
        ),
        "within-or-value": Wording(
            zh="这里没有写数值，读者只会看到一个名称。请写 within（时限）或 value（限额）。",
            en=(
                "This limit says no amount: readers would see its title alone. Write “within” (a "
                "time) or “value” (a threshold)."
            ),
        ),
        "needs-event": Wording(
            zh="写了时限，却没有“{field}”（{label}），不知道从何时到何时。请写上事件的编号。",
            en=(
                "A time limit without “{field}” ({label}): nobody knows from when to when. Write "
                "the id of an event."
            ),
        ),
        "needs-calendar": Wording(
            zh="“{value}”按工作时间计算，却没有写 calendar（日历）。请写按哪个日历计算。",
            en="“{value}” is counted in working time. Write “calendar”, by which it is counted.",
        ),
        "needs-share": Wording(
            zh="达成范围是一定比例，却没有写 share（比例）。请写上，例如 85%。",
            en="The limit holds for a share of cases. Write “share”, as in 85%.",
        ),
        "changes-nothing": Wording(
            zh="这一项将来的变化只写了日期，没有写改什么。请写上要改的字段和新的内容。",
            en=(
                "This entry of “next” gives a date but changes nothing. Write the fields that "
                "change, with their new values."
            ),
        ),
    },
    bad=Example("""\
kind: term
^^^^
id: complaint
title: 投诉
"""),
    good=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""),
)
