"""X04: a check that failed itself."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="X04",
    name="rule-crashed",
    severity=Severity.ERROR,
    finds=Wording(
        zh="某一项检查自己出了错，没有做完。",
        en="A rule that failed and did not finish.",
    ),
    why=Wording(
        zh="没有做完的检查什么也没有证明；它的结果不能当作没有问题。",
        en=(
            "A check that did not finish proves nothing: no findings from it does not mean no "
            "problems."
        ),
    ),
    messages={
        "crashed": Wording(
            zh=(
                "检查 {rule}（{name}）出错，没有做完：{error}（{where}）。这是软件的问题，不是标"
                "准的问题。请把这一行发给 guifan 的维护者。"
            ),
            en=(
                "The check {rule} ({name}) failed and did not finish: {error} ({where}). This is a "
                "fault in the software, not in the standards. Please send this line to the "
                "maintainers of guifan."
            ),
        ),
    },
    bad=Example(""),  # no text of an editor brings it about; the engine's tests do
    mended=Example(""),
)
