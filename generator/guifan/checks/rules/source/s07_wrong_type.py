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
            "A value of a different type from what its field takes: not a date, a list or one of "
            "the choices where one is required."
        ),
    ),
    why=Wording(
        zh="手册按字段的种类来计算、排列和检查；写成别的，日期就没法比较，选项就没法归类。",
        en=(
            "The manual calculates, sorts and checks by the type of each field; if a date is not a "
            "date it cannot be compared, and a choice that is not on the list cannot be placed."
        ),
    ),
    messages={
        **PLAIN,
        "file-wants-mapping": Wording(
            zh="这个文件应当由“字段: 内容”组成，第一行写 kind:，这里却不是。请改成这样写。",
            en=(
                "This file should consist of “field: value” lines, the first being kind:, but it "
                "does not. Rewrite it that way."
            ),
        ),
        "contacts-want-posts": Wording(
            zh=(
                "号码要按岗位写。请把岗位编号单独写一行，下面一行一个号码，写“名称”（name）和“号"
                "码”（number）。"
            ),
            en=(
                "Numbers are listed by post. Write the id of the post on its own line, and below "
                "it one line for each number, with “name” and “number”."
            ),
        ),
        "wants-list": Wording(
            zh="字段“{field}”（{label}）要写成列表。请每项一行、以“- ”开头，或者都写在方括号里。",
            en=(
                "The field “{field}” ({label}) takes a list. Write one item a line, each beginning "
                "with “- ”, or put them all in square brackets."
            ),
        ),
        "wants-mapping": Wording(
            zh="字段“{field}”（{label}）的这里不能只写一个值。请写成若干行“字段: 内容”。",
            en=(
                "The field “{field}” ({label}) cannot be a single value here. Write “field: value” "
                "lines."
            ),
        ),
        "wants-text": Wording(
            zh=(
                "字段“{field}”（{label}）要写一段文字，不能写成列表或下级字段。请改成文字；文字里"
                "有冒号或方括号的，请加上引号。"
            ),
            en=(
                "The field “{field}” ({label}) takes text, not a list or further fields. Write "
                "text; if it contains a colon or square brackets, put it in quotes."
            ),
        ),
        "empty": Wording(
            zh="字段“{field}”（{label}）只有空格。请写上内容，或者删去这一行。",
            en=(
                "The field “{field}” ({label}) contains only spaces. Fill it in, or delete the "
                "line."
            ),
        ),
        "one-line": Wording(
            zh="字段“{field}”（{label}）只能写一行。请并成一行。",
            en="The field “{field}” ({label}) takes a single line. Join the lines into one.",
        ),
        "not-one-of": Wording(
            zh="“{value}”不在可选的内容里。请写其中一个：{options}。",
            en="“{value}” is not one of the choices. Write one of: {options}.",
        ),
        "within-and-value": Wording(
            zh=(
                "“时限”（within）和“限额”（value）只能写一个。从何时到何时的，请写前一个；其他数"
                "值，请写后一个。"
            ),
            en=(
                "Only one of “within” and “value” can be given. Use “within” for a time between "
                "two events, and “value” for any other amount."
            ),
        ),
        "keep-and-keep-by": Wording(
            zh="“保存”（keep）和“保存依”（keep_by）只能写一个。时限与限额里已经写明的，请只留后一个。",
            en=(
                "Only one of “keep” and “keep_by” can be given. Where a limit already says how "
                "long, leave only “keep_by”."
            ),
        ),
        "cap-and-cap-by": Wording(
            zh=(
                "“客户最长用时”（cap）和“客户用时依”（cap_by）只能写一个。时限与限额里已经写明的，"
                "请只留后一个。"
            ),
            en=(
                "Only one of “cap” and “cap_by” can be given. Where a limit already says how long "
                "the customer may take, leave only “cap_by”."
            ),
        ),
        "same-event": Wording(
            zh="起点和终点是同一个事件“{event}”，时限无从计算。请改正其中一个。",
            en=(
                "The limit starts and ends with the same event, “{event}”, so no time can be "
                "counted. Correct one of them."
            ),
        ),
        "its-own-stead": Wording(
            zh=(
                "“{label}”（{field}）写的就是这个渠道自己，客户转来转去还在原处。请写另一个渠道；"
                "没有的，删去这一行。"
            ),
            en=(
                "“{label}” ({field}) names the channel itself, so customers are sent to where they "
                "already are. Name another channel, or delete the line if there is none."
            ),
        ),
        "cell-twice": Wording(
            zh=(
                "行“{row}”、列“{column}”的这一格前面已经写过了。请把这一格改到它该在的行和列，"
                "或者删去。"
            ),
            en=(
                "The cell in row “{row}” and column “{column}” has already been written above. "
                "Move this one to its own row and column, or delete it."
            ),
        ),
        "last-before-first": Wording(
            zh="最后一天 {last} 在第一天 {first} 之前。请改正其中一个。",
            en="The last day, {last}, is before the first, {first}. Correct one of them.",
        ),
        "hours-of-the-week": Wording(
            zh="例外日的时间不写星期几，也不写节假日除外。请只写钟点，例如 09:00–12:00。",
            en=(
                "The hours of an exceptional day have no days of the week and no “except public "
                "holidays”. Write only the times, such as 09:00–12:00."
            ),
        ),
        "day-twice": Wording(
            zh="{day} 在前面已经写过了。请删去重复的。",
            en="{day} has already been written above. Delete one of the two.",
        ),
        "breach-and-replies": Wording(
            zh=("一个情景只问一件事：标了哪一句违反，就不再写“答法”（replies）。请分成两个情景。"),
            en=(
                "A situation asks one thing: where a line is marked as wrong there are no "
                "“replies”. Make two situations of it."
            ),
        ),
        "too-few-lines": Wording(
            zh="员工说的话不足 {least} 句，一猜就中。请再写几句没有错的。",
            en=(
                "There are fewer than {least} lines of our own staff, so the wrong one is easily "
                "guessed. Add lines that are right."
            ),
        ),
        "all-lines-wrong": Wording(
            zh="员工的每一句都标了违反，没有可分辨的。请至少留一句没有错的。",
            en=(
                "Every line of our own staff is marked as wrong, so there is nothing to tell "
                "apart. Leave at least one that is right."
            ),
        ),
        "breach-of-others": Wording(
            zh="只有员工的话可以标违反。请把标注移到员工的那一句。",
            en="Only lines of our own staff can be marked as wrong. Move the mark to one of them.",
        ),
        "too-few-replies": Wording(
            zh="答法不足 {least} 种，一猜就中。请再写几种同事真会说的。",
            en=(
                "There are fewer than {least} replies, so the right one is easily guessed. Add "
                "more that colleagues really give."
            ),
        ),
        "not-one-right": Wording(
            zh="几种答法里要恰好有一种标“正确”（right）。请改正。",
            en="Exactly one of the replies must have “right”. Correct this.",
        ),
        "nothing-to-reply-to": Wording(
            zh="最后一句是员工自己说的，后面没有话可答。请以客户的话结尾。",
            en=(
                "The last line is our own, so there is nothing to reply to. End with the "
                "customer's words."
            ),
        ),
        "right-but-never-said": Wording(
            zh="这一种答法标了正确，却又写着犯了哪一句禁用语。请改正其中一处。",
            en=(
                "This reply is marked as right, but also as a phrase that must not be said. "
                "Correct one of the two."
            ),
        ),
        "slip-of-no-exception": Wording(
            zh="没有一条例外是这样开头的。请照抄例外的开头；错在补救的，写「没有做到」。",
            en=(
                "No exception begins like this. Copy the beginning of one; for mistakes in making "
                "good, write 没有做到."
            ),
        ),
        "exam-counts-differ": Wording(
            zh="各章各层次一共 {cells} 题，各大题一共 {sections} 题，对不上。请改成一样多。",
            en=(
                "The chapters and levels add up to {cells} questions, the sections to {sections}. "
                "Make them the same."
            ),
        ),
        "exam-marks-differ": Wording(
            zh="各大题的分值加起来是 {sum} 分，满分写的是 {full} 分。请改成一样多。",
            en=(
                "The sections add up to {sum} points, but the full mark is {full}. Make them the "
                "same."
            ),
        ),
        "exam-pass-above-full": Wording(
            zh="及格分比满分还高，没有人能及格。请改低。",
            en="The pass mark is above the full mark, so nobody can pass. Lower it.",
        ),
        "exam-twice": Wording(
            zh="“{what}”前面已经写过一次。请并成一行，题数加在一起。",
            en="“{what}” already stands above. Make one line of the two and add up the numbers.",
        ),
        "exam-shares-nothing": Wording(
            zh="只有“部分相同”（overlapping）的考试写“相同题数”（shared）。请删去，或者改“各卷之间”。",
            en=(
                "Only forms that are “overlapping” have a number of “shared” questions. Delete it, "
                "or change “between”."
            ),
        ),
        "exam-shares-all": Wording(
            zh="相同的有 {shared} 题，一份卷子一共 {questions} 题，没有不同的了。请改少。",
            en=(
                "{shared} questions are shared and a paper has {questions}, so none differ. Lower "
                "the number."
            ),
        ),
        "not-later": Wording(
            zh="{day} 不在前一项的 {before} 之后。将来的变化要按日期先后写，请调整次序。",
            en=(
                "{day} is not after {before}, the entry before it. Entries under “next” go in date "
                "order: rearrange them."
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
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
expires: 2026-12-31
"""),
)
