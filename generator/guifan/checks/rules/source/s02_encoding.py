"""S02: a file in another encoding than UTF-8, or with characters that nobody sees."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S02",
    name="encoding",
    severity=Severity.ERROR,
    finds=Wording(
        zh="文件不是 UTF-8 编码，或者含有看不见的控制字符。",
        en="A file that is not UTF-8, or that contains invisible control characters.",
    ),
    why=Wording(
        zh=(
            "编码不对，汉字会变成乱码；看不见的字符会让两个看上去一样的名称其实不同，也会让搜索找"
            "不到。"
        ),
        en=(
            "In another encoding, Chinese text turns into garbage; an invisible character makes "
            "two names differ that look the same, and hides text from search."
        ),
    ),
    messages={
        "not-utf-8": Wording(
            zh=(
                "文件的编码不是 UTF-8（从这里的字节 {byte} 起读不出来）。请用编辑器“另存为”，编"
                "码选 UTF-8。"
            ),
            en=(
                "This file is not UTF-8 (unreadable from byte {byte} here). In your editor, choose "
                "“Save as” with the encoding UTF-8."
            ),
        ),
        "gbk": Wording(
            zh=(
                "这个文件很可能是用 GBK（Windows 记事本里叫 ANSI）编码保存的，从这里起读不出来。"
                "请用编辑器“另存为”，编码选 UTF-8。"
            ),
            en=(
                "This file was probably saved as GBK (“ANSI” in Windows Notepad) and cannot be "
                "read from here. In your editor, choose “Save as” with the encoding UTF-8."
            ),
        ),
        "utf-16": Wording(
            zh=(
                "这个文件不是 UTF-8 文本，很可能是用 UTF-16（Windows 记事本里叫 Unicode）编码保存"
                "的。请用编辑器“另存为”，编码选 UTF-8。"
            ),
            en=(
                "This file is not UTF-8 text; it was probably saved as UTF-16 (“Unicode” in "
                "Windows Notepad). In your editor, choose “Save as” with the encoding UTF-8."
            ),
        ),
        "control": Wording(
            zh=(
                "这里有一个不允许的控制字符（{character}），通常是从别处粘贴带来的。请把它删掉，"
                "重新打这几个字。"
            ),
            en=(
                "There is a forbidden control character here ({character}), usually pasted in from "
                "elsewhere. Delete it and retype these words."
            ),
        ),
        "invisible": Wording(
            zh=(
                "这里有一个看不见的字符（{character}），通常是从网页或聊天里粘贴带来的。请把它删"
                "掉。"
            ),
            en=(
                "There is an invisible character here ({character}), usually pasted in from a web "
                "page or a chat. Delete it."
            ),
        ),
    },
    bad=Example("""\
kind: term
id: complaint\u200b
             ^
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
