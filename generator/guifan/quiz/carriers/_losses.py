"""What carriers cannot hold, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from guifan.findings import Wording

LOSSES: Mapping[str, Wording] = MappingProxyType(
    {
        "no-form": Wording(
            zh="没有这种题型，整题没有导出。",
            en="There is no such type of question; it was left out.",
        ),
        "by-people": Wording(
            zh="要人评分的题，没有导出；请印在卷子上考。",
            en="It is marked by people and was left out; set it on paper.",
        ),
        "one-mark-each": Wording(
            zh="每题一样的分，卷面上的分值没有带上。",
            en="Every question is worth one mark; the marks of the paper are left out.",
        ),
        "too-long": Wording(
            zh="超过它的字数，整题没有导出。",
            en="Longer than it allows; the question was left out.",
        ),
        "order-of-answers": Wording(
            zh="选项按大小排好，导入后可能被打乱。",
            en="The answers stand in order of size; they may be shuffled on import.",
        ),
        "partial-marks": Wording(
            zh="只选了一部分正确选项的，会得一部分分；选了错的不得分。",
            en="Whoever ticks only some of the right answers gets some marks; a wrong one, none.",
        ),
        "each-reason": Wording(
            zh="每个选项错在哪里没有带上，只带总的解析。",
            en="Why each answer is wrong is left out; only the explanation of the key is there.",
        ),
        "plugin": Wording(
            zh="排序题要对方装有这种题型才能导入。",
            en="Ordering questions need a system that has that type installed.",
        ),
        "escaped": Wording(
            zh="以 = + - @ 或制表符开头的格子前面加了一个 '，免得被当作公式。",
            en="A ' stands before a cell that begins with = + - @ or a tab, lest it be a formula.",
        ),
        "not-answered": Wording(
            zh="做成记忆卡片，由学的人自己评分，软件不判对错。",
            en="It becomes a card that the learner grades; the program does not mark it.",
        ),
        "unit-apart": Wording(
            zh="答案只留数字，单位在题干里。",
            en="The answer is the number alone; its unit stands in the question.",
        ),
    }
)
"""Every reason by its key."""
