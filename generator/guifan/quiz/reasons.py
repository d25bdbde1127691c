"""Why a question was refused, and why nothing was asked about a fact, in words."""

from collections.abc import Mapping

from guifan.findings import Wording
from guifan.quiz.lint import LINTS

_PROOF: Mapping[str, Wording] = {
    "undecidable": Wording(
        zh="标准判不出这个答案对还是错，或者它和正确答案太像。",
        en="The standard does not decide this answer, or it is too like the right one.",
    ),
    "key-false": Wording(
        zh="按标准算，题目当作正确的答案是错的。",
        en="By the standard, the answer given as right is wrong.",
    ),
    "distractor-true": Wording(
        zh="按标准算，题目当作错误的答案也是对的。",
        en="By the standard, an answer given as wrong is right too.",
    ),
    "texts-equal": Wording(zh="有两个答案写得一样。", en="Two answers read the same."),
    "values-equal": Wording(
        zh="有两个答案的值相同，或者会被看成相同。",
        en="Two answers have one value, or may be taken to have.",
    ),
    "wrong-number-right": Wording(
        zh="正确答案的个数不合这种题型。",
        en="The number of right answers does not suit the type of question.",
    ),
    "all-right": Wording(zh="所有答案都对。", en="Every answer is right."),
    "too-few-answers": Wording(zh="答案不足三个。", en="There are fewer than three answers."),
    "not-one-to-one": Wording(
        zh="左边一项配得上右边两项。", en="One on the left fits two on the right."
    ),
    "scope-unnamed": Wording(
        zh="题干没有写明适用范围，别的情形答案不同。",
        en="The question does not name the scope, and the answer is another elsewhere.",
    ),
}

_GAPS: Mapping[str, Wording] = {
    "no-siblings": Wording(
        zh="近旁没有别的值可以作干扰项。",
        en="No sibling has another value: there are no wrong answers.",
    ),
    "too-short": Wording(
        zh="少于三项，排不成题。", en="There are fewer than three to put in order."
    ),
    "too-long": Wording(zh="项数太多，不能出成一题。", en="There are too many for one question."),
    "no-plain-number": Wording(
        zh="不是一个可以填写或比较的数。", en="It is no plain number to give or compare."
    ),
    "beyond-calendars": Wording(
        zh="到期日超出日历的范围。", en="It would be due beyond the calendars."
    ),
    "asked-elsewhere": Wording(
        zh="同样的问题在别的预案里已经问过。", en="The same is asked of another playbook."
    ),
    "no-fact": Wording(
        zh="没有可以出题的字段：没有数值、用语、例外或补救。",
        en="It has no field to ask about: no value, phrase, exception or remedy.",
    ),
}

REASONS: Mapping[str, Wording] = {
    **_PROOF,
    **_GAPS,
    **{name: lint.says for name, lint in LINTS.items()},
}
"""Every reason by its key."""
