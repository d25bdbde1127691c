"""A situation to practise on: words that break a clause, marked, or replies to choose among."""

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import model_validator

from guifan.language.kinds.message import Speaker
from guifan.language.model import (
    AnyId,
    ChannelId,
    Choice,
    Flaw,
    Id,
    Item,
    Line,
    Part,
    RoleId,
    field,
    refuse,
)
from guifan.language.scalars import YesNo

FEWEST = 3
"""How many of our own lines, or replies, there are at least: of fewer one can be guessed."""


class Medium(Choice):
    """What is shown: words spoken or typed in turn, or a ticket as it was filled in."""

    DIALOGUE = "dialogue", "对话"
    TICKET = "ticket", "工单"


class Breach(Part):
    """One clause that a line breaks."""

    clause: AnyId = field("违反", "违反哪一个条目。", "identify-before-disclosure")
    phrase: Line | None = field(
        "禁用语",
        "犯的是那个条目里的哪一句禁用语，照原文写；不是禁用语的不写。",
        "你等一下",
        default=None,
    )
    why: Line = field("错在哪里", "为什么违反，一句话；答错的人看。", "还没有核身，就说出了余额")


class Utterance(Part):
    """One line: what somebody says, or one entry of a ticket."""

    id: Id = field("编号", "在本情景内唯一。", "asks")
    who: Speaker = field("谁", "员工、客户还是上级；工单里由员工填的写员工。", "agent")
    says: Line = field(
        "说",
        "说的话或填的字。做错的话照实写，数字也照实写；没有做错的话，数值用【编号】引用。",
    )
    breaches: tuple[Breach, ...] = field("违反", "这一句违反了哪些条目；没有错的不写。", default=())
    instead: Line | None = field("改说", "做错的这一句应当怎样说、怎样填。", default=None)


class Reply(Part):
    """A reply to choose."""

    id: Id = field("编号", "在本情景内唯一。", "a")
    says: Line = field("说", "答的话。答错的照实写，数字也照实写；答对的，数值用【编号】引用。")
    right: YesNo = field("正确", "是不是照标准的那一句；只能有一句。", "是", default=False)
    clause: AnyId = field("依据", "答对的，照了哪一个条目；答错的，违反了哪一个条目。")
    phrase: Line | None = field(
        "禁用语",
        "答错的，犯的是那个条目里的哪一句禁用语，照原文写；不是禁用语的不写。",
        default=None,
    )
    why: Line = field("解析", "为什么对，或者错在哪里，一句话；选了它的人看。")


class Situation(Item):
    """A situation."""

    kind: ClassVar[str] = "situation"
    kind_name: ClassVar[str] = "情景"
    kind_help: ClassVar[str] = (
        "一段对话或一张工单，标出哪一句违反了哪一条；或者客户的一句话和几种答法，只有一种照标准。"
        "题目由它生成，答案由标注决定。"
    )

    medium: Medium = field("形式", "对话还是工单。", "dialogue", default=Medium.DIALOGUE)
    roles: tuple[RoleId, ...] = field(
        "对象", "练哪些岗位；第一个是情景里的员工。", "[hotline-agent]"
    )
    channel: ChannelId | None = field("渠道", "发生在哪个渠道。", "hotline", default=None)
    situation: Line = field(
        "场景", "何时何地，谁来找、为了什么；不透露哪一句错。", "客户打来热线，问上个月的话费。"
    )
    turns: tuple[Utterance, ...] = field("对话", "各句话，或者工单的各栏，按先后。")
    replies: tuple[Reply, ...] = field(
        "答法", "接在最后一句后面的几种答法，只有一种照标准；对话里标了错的不写。", default=()
    )

    @model_validator(mode="after")
    def _can_be_asked(self) -> Self:
        """It has breaches to find, or replies to choose among; one question, with one answer."""
        refuse((*self._question(), *self._marks(), *self._choice()))
        return self

    @property
    def ours(self) -> tuple[Utterance, ...]:
        """The lines of our own staff, among which the fault is looked for."""
        return tuple(one for one in self.turns if one.who is Speaker.AGENT)

    def _question(self) -> Iterator[Flaw]:
        marked = [at for at, one in enumerate(self.turns) if one.breaches]
        if not marked and not self.replies:
            yield Flaw("S06", "breach-or-replies")
        elif marked and self.replies:
            yield Flaw("S07", "breach-and-replies", ("turns", marked[0], "breaches"))
        elif marked and len(self.ours) < FEWEST:
            yield Flaw("S07", "too-few-lines", ("turns",), {"least": FEWEST})
        elif marked and all(one.breaches for one in self.ours):
            yield Flaw("S07", "all-lines-wrong", ("turns",))

    def _marks(self) -> Iterator[Flaw]:
        for at, one in enumerate(self.turns):
            if one.breaches and one.who is not Speaker.AGENT:
                yield Flaw("S07", "breach-of-others", ("turns", at, "breaches"))
            if one.breaches and one.instead is None:
                yield Flaw("S06", "needs-instead", ("turns", at, "says"))
            if one.instead is not None and not one.breaches:
                yield Flaw("S06", "needs-breach", ("turns", at, "instead"))

    def _choice(self) -> Iterator[Flaw]:
        if not self.replies:
            return
        if len(self.replies) < FEWEST:
            yield Flaw("S07", "too-few-replies", ("replies",), {"least": FEWEST})
        if sum(one.right for one in self.replies) != 1:
            yield Flaw("S07", "not-one-right", ("replies",))
        if self.turns and self.turns[-1].who is Speaker.AGENT:
            yield Flaw("S07", "nothing-to-reply-to", ("turns", len(self.turns) - 1, "who"))
        for at, one in enumerate(self.replies):
            if one.right and one.phrase is not None:
                yield Flaw("S07", "right-but-never-said", ("replies", at, "phrase"))
