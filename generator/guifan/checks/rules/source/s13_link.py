"""S13: a link that leads out of the standards, in a circle or nowhere."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S13",
    name="link",
    severity=Severity.ERROR,
    finds=Wording(
        zh="标准文件夹里有一个链接，指到了文件夹外面、指回自己的上级，或者指向不存在的文件。",
        en=(
            "A link in the standards folder that leads outside the folder, back to a folder above "
            "itself, or to a file that does not exist."
        ),
    ),
    why=Wording(
        zh=(
            "手册的内容必须全部在标准文件夹里，别人拿到的才是同一本手册；指到外面的链接还可能把不"
            "该公开的文件带进来。"
        ),
        en=(
            "All content of the manual must be in the standards folder, so that everybody gets the "
            "same manual; a link to the outside may also bring in files that must not be published."
        ),
    ),
    messages={
        "outside": Wording(
            zh="这个链接指到了标准文件夹外面。请把文件本身放进来，或者删去链接。",
            en=(
                "This link leads outside the standards folder. Put the file itself here, or delete "
                "the link."
            ),
        ),
        "loop": Wording(
            zh="这个链接指回了它所在的上级文件夹，会没完没了地读下去。请删去链接。",
            en=(
                "This link leads back to a folder above it, so reading would never end. Delete the "
                "link."
            ),
        ),
        "broken": Wording(
            zh="这个链接指向的文件不存在。请补上文件，或者删去链接。",
            en="This link points to a file that does not exist. Add the file, or delete the link.",
        ),
    },
    bad=Example("""\
--- standards/complaints/handling.yaml
# -> ../../../handling.yaml
"""),
    mended=Example("""\
--- standards/complaints/handling.yaml
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""),
)
