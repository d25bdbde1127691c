"""S01: a text whose lines do not fit together as keys, values and lists."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S01",
    name="not-yaml",
    severity=Severity.ERROR,
    finds=Wording(
        zh=(
            "文件的写法不完整：引号或括号没有成对、缩进对不齐、某一行缺少冒号等，整个文件因此读不"
            "出来。"
        ),
        en=(
            "A file that cannot be read at all: an unclosed quote or bracket, misaligned lines, a "
            "line without its colon."
        ),
    ),
    why=Wording(
        zh="读不出来的文件里的条款都不会出现在手册里，引用它们的地方也会落空。",
        en=(
            "Nothing in an unreadable file reaches the manual, and every reference to it leads "
            "nowhere."
        ),
    ),
    messages={
        "indent": Wording(
            zh=(
                "这一行的缩进与上下文对不齐。同一层的各行要左对齐，下一层比上一层多两个空格；如果"
                "上一行已经写了值，就不能再往下缩进。请对齐。"
            ),
            en=(
                "This line is not aligned with its neighbours. Lines on one level start in the "
                "same column and the next level two spaces further in; nothing may be indented "
                "below a line that already has a value. Align it."
            ),
        ),
        "tab": Wording(
            zh="这里用了制表符（Tab 键）。缩进只能用空格，请把它换成两个空格。",
            en=(
                "There is a tab here. Only spaces can be used to indent: replace it with two "
                "spaces."
            ),
        ),
        "unclosed-quote": Wording(
            zh=(
                "这个引号 {quote} 后面没有配对的引号。请在这段文字结尾补上；如果引号本来就是文字"
                "的一部分，请改用中文引号“ ”。"
            ),
            en=(
                "This quote {quote} is never closed. Close it at the end of the text; if it is "
                "part of the text, use “ ” instead."
            ),
        ),
        "unclosed-bracket": Wording(
            zh=(
                "这个括号 {bracket} 后面没有配对的括号。请补上；如果它本来是文字的一部分，请给整"
                "句加上引号。"
            ),
            en=(
                "This bracket {bracket} is never closed. Close it; if it is part of the text, put "
                "the whole sentence in quotes."
            ),
        ),
        "bad-escape": Wording(
            zh="双引号里的反斜杠写法 {written} 不成立。要写反斜杠本身，请写两个：\\{written}。",
            en=(
                "{written} means nothing inside double quotes. To write a backslash itself, write "
                "two: \\{written}."
            ),
        ),
        "missing-colon": Wording(
            zh=(
                "这一行应当是“字段: 内容”，但没有找到冒号加空格。请补上；如果它是上一行文字的继续，"
                "请比上一行的字段名多缩进两个空格。"
            ),
            en=(
                "This line should read “field: value”, but has no colon followed by a space. Add "
                "it; if the line continues the text above, indent it two spaces more than that "
                "field."
            ),
        ),
        "missing-key": Wording(
            zh="冒号前面没有字段名。请在冒号前写上字段名，例如 title: 投诉处理。",
            en="There is no field name before the colon. Write one in front of it, as in title: …",
        ),
        "item-among-keys": Wording(
            zh=(
                "这里是一串字段，中间不能出现以 - 开头的列表项。请检查它应当属于哪个字段，并放到"
                "那个字段的下一行。"
            ),
            en=(
                "A list item beginning with - stands among fields. Find the field it belongs to, "
                "and put it on the line below that field."
            ),
        ),
        "key-among-items": Wording(
            zh=(
                "这里是一个列表，每一项都要以“- ”开头。请补上“- ”；如果它是新的字段，请与上面"
                "的字段名左对齐。"
            ),
            en=(
                "This is a list, so every item begins with “- ”. Add it; if this is a new field, "
                "align it with the field names above."
            ),
        ),
        "stray": Wording(
            zh=(
                "这里多了“{found}”，前面的内容到此已经写完。请删去；如果它是文字的一部分，请给"
                "整句加上引号。"
            ),
            en=(
                "There is an extra “{found}” here: what comes before it is already complete. "
                "Delete it; if it is part of the text, put the whole sentence in quotes."
            ),
        ),
        "other": Wording(
            zh="从这里开始读不下去了。请检查这一行和上一行的引号、括号、冒号和缩进。",
            en=(
                "Nothing can be read from here on. Check the quotes, brackets, colons and "
                "indentation of this line and the one above."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: "投诉
       ^
means: 客户对服务不满意，要求我们处理并答复
"""),
    mended=Example("""\
kind: term
id: complaint
title: "投诉"
means: 客户对服务不满意，要求我们处理并答复
"""),
)
