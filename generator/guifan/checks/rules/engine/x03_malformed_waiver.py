"""X03: a waiver that does not say what, until when or why, or names a rule that there is not."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="X03",
    name="malformed-waiver",
    severity=Severity.ERROR,
    finds=Wording(
        zh="一条豁免写得不完整：缺少检查编号、截止日期或理由；或者没有这个编号的检查。",
        en=(
            "An incomplete waiver that lacks the rule's code, an end date or a reason; or one "
            "whose code belongs to no rule."
        ),
    ),
    why=Wording(
        zh="没有期限和理由的豁免会永远留下去，谁也不知道当初为什么放过这个问题。",
        en=(
            "A waiver with no end date and no reason stays for ever, and nobody knows why the "
            "problem was let through."
        ),
    ),
    messages={
        "no-allow": Wording(
            zh=(
                "“guifan:”后面要写 allow，这里写的是“{found}”。请照这样写全：# guifan: allow T03 "
                "until=2027-03-31 reason=理由"
            ),
            en=(
                "After “guifan:” comes allow, but here it is “{found}”. Write it in full: # "
                "guifan: allow T03 until=2027-03-31 reason=why"
            ),
        ),
        "no-code": Wording(
            zh="豁免要写明一个检查编号，这里写的是“{found}”。请写一个字母加两位数字，例如 T03。",
            en=(
                "A waiver names the code of one rule, but here it says “{found}”. Write a letter "
                "and two digits, such as T03."
            ),
        ),
        "unknown-code": Wording(
            zh="没有编号是 {code} 的检查，这条豁免什么也不放过。请写成要放过的那一项的编号。",
            en=(
                "No rule has the code {code}, so this waiver lets nothing through. Write the code "
                "of the rule you mean."
            ),
        ),
        "near-code": Wording(
            zh=(
                "没有编号是 {code} 的检查，这条豁免什么也不放过。最接近的编号是 {near}（"
                "{name}），请核对。"
            ),
            en=(
                "No rule has the code {code}, so this waiver lets nothing through. The nearest "
                "code is {near} ({name}): check it."
            ),
        ),
        "no-date": Wording(
            zh="对 {code} 的豁免没有写截止日期。请加上 until=年-月-日，例如 until=2027-03-31。",
            en=(
                "The waiver of {code} has no end date. Add until= and a date, for example "
                "until=2027-03-31."
            ),
        ),
        "bad-date": Wording(
            zh="对 {code} 的豁免的截止日期“{found}”不是日期。请写成 年-月-日，例如 2027-03-31。",
            en=(
                "The end date “{found}” of the waiver of {code} is not a date. Write it as "
                "year-month-day, for example 2027-03-31."
            ),
        ),
        "no-reason": Wording(
            zh="对 {code} 的豁免没有写理由。请在最后加上 reason=理由。",
            en="The waiver of {code} gives no reason. Add reason= and the reason at the end.",
        ),
    },
    bad=Example("""\
kind: term
id: complaint
title: 投诉   # guifan: allow W01 until=2027-03-31
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
means: 客户对服务不满意，要求我们处理并答复
"""),
    mended=Example("""\
kind: term
id: complaint
title: 投诉
means: 客户对服务不满意，要求我们处理并答复
"""),
)
