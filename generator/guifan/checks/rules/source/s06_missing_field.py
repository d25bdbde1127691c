"""S06: a field that must be there and is not."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S06",
    name="missing-field",
    severity=Severity.ERROR,
    finds=Wording(
        zh="缺少必须写的字段，或者写了字段名却没有写内容。",
        en="A required field is missing, or has a name but no value.",
    ),
    why=Wording(
        zh="必须写的字段是员工照着做、客户据以要求的最少内容；缺了它，谁负责、何时生效就说不清。",
        en=(
            "Required fields are the least that staff need to act and customers need to hold us to "
            "it; without them nobody can say who is responsible or from when."
        ),
    ),
    messages={
        "no-kind": Wording(
            zh="文件开头没有写种类。请在第一行写上 kind:，后面写其中一个：{kinds}。",
            en=(
                "The top of the file does not say what kind it is. On the first line write kind: "
                "followed by one of: {kinds}."
            ),
        ),
        "missing": Wording(
            zh="这里缺少字段“{field}”（{label}）。请补上。",
            en="The field “{field}” ({label}) is missing here. Add it.",
        ),
        "missing-some": Wording(
            zh="这里缺少几个字段。请补上：{fields}。",
            en="Some fields are missing here. Add: {fields}.",
        ),
        "missing-some-in-all": Wording(
            zh="这个文件里的条目都没有写这几个字段：{fields}。请在文件开头各写一次，条目会自动沿用。",
            en=(
                "None of the items in this file has these fields: {fields}. Write each once at the "
                "top of the file, and its items will inherit them."
            ),
        ),
        "missing-in-all": Wording(
            zh=(
                "这个文件里的条目都没有写“{field}”（{label}）。请在文件开头写一次，条目会自动沿用。"
            ),
            en=(
                "None of the items in this file has “{field}” ({label}). Write it once at the top "
                "of the file, and its items will inherit it."
            ),
        ),
        "empty": Wording(
            zh="字段“{field}”（{label}）没有写内容。请补上；用不到的，请删去这一行。",
            en=(
                "The field “{field}” ({label}) has no value. Fill it in; if it is not needed, "
                "delete the line."
            ),
        ),
        "within-or-value": Wording(
            zh="这里没有写数值，读者只会看到一个名称。请写“时限”（within）或“限额”（value）。",
            en=(
                "There is no amount here, so readers see only a title. Add “within” (a time) or "
                "“value” (an amount)."
            ),
        ),
        "keep-or-keep-by": Wording(
            zh=(
                "这里没有写保存多久。请写“保存”（keep），已经写成时限与限额的，请写“保存依”"
                "（keep_by）。"
            ),
            en=(
                "Nothing here says how long the data are kept. Add “keep”, or “keep_by” where a "
                "limit already says it."
            ),
        ),
        "needs-event": Wording(
            zh="写了时限，却没有“{field}”（{label}），不知道从何时到何时。请写上事件的编号。",
            en=(
                "This time limit has no “{field}” ({label}), so nobody knows from when to when it "
                "runs. Add the id of an event."
            ),
        ),
        "breach-or-replies": Wording(
            zh=(
                "这个情景没有标出哪一句做错，也没有写几种答法，出不了题。请在做错的那一句下面写“违反”"
                "（breaches），或者写“答法”（replies）。"
            ),
            en=(
                "Nothing can be asked about this situation: no line is marked as wrong and there "
                "are no replies. Add “breaches” to the line that is wrong, or add “replies”."
            ),
        ),
        "needs-instead": Wording(
            zh="这一句标了违反，却没有写应当怎样说。请写上“改说”（instead）。",
            en=("This line is marked as wrong, but not what to say instead. Add “instead”."),
        ),
        "needs-missed": Wording(
            zh="这里写的是没有做到以后的错法，却没有写“未做到时”（missed）。请补上，或者改写情形。",
            en=(
                "These are mistakes after the norm was not kept, but there is no “missed”. Add it, "
                "or name another case."
            ),
        ),
        "needs-breach": Wording(
            zh="这里写了改说，这一句却没有标违反。请写上“违反”（breaches），或者删去改说。",
            en=(
                "There is something to say instead here, but the line is not marked as wrong. Add "
                "“breaches”, or delete “instead”."
            ),
        ),
        "needs-calendar": Wording(
            zh="“{value}”按工作时间计算，却没有写按哪个日历。请写上“日历”（calendar）。",
            en="“{value}” is counted in working time, but no calendar is named. Add “calendar”.",
        ),
        "needs-share": Wording(
            zh="达成范围是一定比例，却没有写比例是多少。请写上“比例”（share），例如 85%。",
            en=(
                "This limit is kept for a share of cases, but the share is missing. Add “share”, "
                "for example 85%."
            ),
        ),
        "changes-nothing": Wording(
            zh="这一项将来的变化只写了日期，没有写改什么。请写上要改的字段和新的内容。",
            en=(
                "This entry under “next” has a date but changes nothing. Add the fields that "
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
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""),
)
