"""S21: a slip of the pen that YAML reads as something else."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S21",
    name="slip",
    severity=Severity.ERROR,
    finds=Wording(
        zh="一个常见的笔误：照 YAML 的规则，它会被读成另外的意思。",
        en="A common slip that YAML's rules turn into something other than what the writer meant.",
    ),
    why=Wording(
        zh=(
            "这类笔误不一定报错：句子可能悄悄少了后半截，一句话变成两句，写明的时限变成一段没有人"
            "检查的文字。"
        ),
        en=(
            "Such slips do not always raise an error: a sentence may silently lose its second "
            "half, one sentence may become two, or a time limit may become text that nobody checks."
        ),
    ),
    messages={
        "leading-character": Wording(
            zh="内容以“{character}”开头，YAML 会把它当作符号。请给整段文字加上引号。",
            en=(
                "The text begins with “{character}”, which YAML takes for a symbol. Put the whole "
                "text in quotes."
            ),
        ),
        "after-quote": Wording(
            zh=(
                "引号 {quote} 已经结束，后面却还有文字。请用另一种引号把整段文字括起来，或者把里"
                "面的引号改成中文引号“ ”。"
            ),
            en=(
                "The quote {quote} is already closed, but more text follows. Put the whole text in "
                "the other kind of quotes, or use “ ” inside it."
            ),
        ),
        "colon-in-sentence": Wording(
            zh=(
                "句子里用了半角冒号加空格，YAML 会把前半句当作字段名。请改用全角冒号“：”，或者"
                "给整句加上引号。"
            ),
            en=(
                "The sentence contains a half-width colon and a space, so YAML takes its first "
                "half for a field name. Use the full-width colon “：”, or put the whole sentence "
                "in quotes."
            ),
        ),
        "wide-colon": Wording(
            zh=(
                "“{name}”后面用了全角冒号“：”。字段名后面要用半角冒号加一个空格，例如 {name}"
                ": …；如果这是文字，请给整句加上引号。"
            ),
            en=(
                "“{name}” is followed by the full-width colon “：”. After a field name use a "
                "half-width colon and a space, as in {name}: …; if this is text, put the whole "
                "sentence in quotes."
            ),
        ),
        "tight-colon": Wording(
            zh=(
                "“{name}:”后面缺一个空格。字段名后面要用半角冒号加一个空格，例如 {name}: …；如"
                "果这是文字，请给整句加上引号。"
            ),
            en=(
                "A space is missing after “{name}:”. After a field name use a half-width colon and "
                "a space, as in {name}: …; if this is text, put the whole sentence in quotes."
            ),
        ),
        "tight-dash": Wording(
            zh=(
                "短横线后面缺一个空格。列表的每一项都以“- ”开头，请补上空格；如果短横线是文字的一"
                "部分，请给整句加上引号。"
            ),
            en=(
                "A space is missing after the dash. Every list item begins with “- ”: add the "
                "space; if the dash is part of the text, put the whole sentence in quotes."
            ),
        ),
        "wide-space": Wording(
            zh="这里用全角空格缩进。缩进只能用半角空格，请换成半角空格并与同一层对齐。",
            en=(
                "This line is indented with full-width spaces. Only half-width spaces can be used: "
                "replace them, and align the line with its level."
            ),
        ),
        "swallowed-item": Wording(
            zh=(
                "以“- ”开头的这一行被接在了上一行的文字后面，没有成为列表项。如果是列表，请把上"
                "一行的文字也写成“- ”开头的一项；如果是文字，请给整段加上引号。"
            ),
            en=(
                "This line beginning with “- ” was joined to the text of the line above instead of "
                "becoming a list item. If it is a list, write the text above as an item beginning "
                "with “- ” too; if it is text, put the whole of it in quotes."
            ),
        ),
        "braces": Wording(
            zh=(
                "“{text}”用了花括号，YAML 会把里面的词当作字段名。由人填写的空格请写【?名称】，"
                "引用条目请写【条目编号】；如果花括号是文字的一部分，请加上引号。"
            ),
            en=(
                "“{text}” has braces, and YAML takes the words inside for field names. Write a "
                "slot to fill in as 【?name】 and a reference to an item as 【id】; if the braces "
                "are part of the text, put it in quotes."
            ),
        ),
        "wide-comma": Wording(
            zh="方括号列表里用了全角逗号或顿号，“{text}”因此成了一项。请改用半角逗号加空格。",
            en=(
                "A list in square brackets has a full-width or enumeration comma, so “{text}” has "
                "become one item. Use a half-width comma and a space."
            ),
        ),
        "sentence-in-list": Wording(
            zh="句子写在了方括号里，遇到半角逗号会被拆开。请改成每行一句、以“- ”开头的列表。",
            en=(
                "Sentences are written in square brackets, where every half-width comma splits "
                "them. Write a list with one sentence a line, each beginning with “- ”."
            ),
        ),
        "hash": Wording(
            zh=(
                "空格后面的“{text}”会被当作注释丢掉。如果它是文字，请给整句加上引号；如果是注释，"
                "请在 # 后面加一个空格。"
            ),
            en=(
                "“{text}” after the space is dropped as a comment. If it is text, put the whole "
                "sentence in quotes; if it is a comment, put a space after the #."
            ),
        ),
        "truth-key": Wording(
            zh="许多软件会把“{name}”当作“是/否”而不是词。请换一个词，或者给它加上引号。",
            en=(
                "Many programs read “{name}” as yes or no, not as a word. Use another word, or put "
                "it in quotes."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户表达不满: 要求我们处理并答复
             ^^
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户表达不满：要求我们处理并答复
"""),
)
