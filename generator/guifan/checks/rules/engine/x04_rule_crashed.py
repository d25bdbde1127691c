"""X04: a check that failed itself."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="X04",
    name="rule-crashed",
    severity=Severity.ERROR,
    finds=Wording(
        zh="某一项检查自己出了错，没有做完。",
        en="A check that failed before it was done.",
    ),
    why=Wording(
        zh="没有做完的检查什么也没有证明；它的结果不能当作没有问题。",
        en="A check that was not done has proved nothing; no finding of it does not mean no fault.",
    ),
    messages={
        "crashed": Wording(
            zh=(
                "检查 {rule}（{name}）出错，没有做完：{error}（{where}）。这是软件的问题，不是标准"
                "的问题；请把这一行发给 guifan 的维护者。"
            ),
            en=(
                "The check {rule} ({name}) failed and was not done: {error} ({where}). This is a "
                "fault of the program, not of the standards; please send this line to the "
                "maintainers of guifan."
            ),
        ),
    },
    bad=Example(""),  # no text of an editor brings it about; the engine's tests do
    good=Example(""),
)
